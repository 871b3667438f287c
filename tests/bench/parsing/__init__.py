"""What the report on parsing is made of: measurements, figures with their targets, worst items.

`parse_bench.py` is the command. Everything is measured in child processes (`children`), so that one
that dies or hangs costs its own section and no other.
"""
