"""What the reports of the benchmarks are made of.

Everything is measured in child processes (`children`), so that one that dies or hangs costs its own
section and no other. `figures` says what a figure with a target is, `sections` writes them, `worst`
ranks what costs a figure most, `command` is what the commands share. `parsing`, `people` and
`scale` are the reports, written by `parse_bench.py`, `people_bench.py` and `scale_bench.py`.
"""
