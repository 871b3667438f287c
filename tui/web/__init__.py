"""The reader in a browser: a small server, behind which each visitor has a reader of their own.

What a browser shows and sends is textual-serve's; who may come in is decided here, for every
request. The packages that serve are optional, and imported when somebody is to be served.
"""
