"""BLAKE2b, as `hashlib` has it, without what else that loads.

`hashlib` loads OpenSSL, a hundredth of the time to the first paint (measured), and takes
BLAKE2b from the module that is asked here.
"""

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b"]
