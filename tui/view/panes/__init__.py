"""The panes of the reader: each shows one slice of the session and posts what is chosen in it."""
