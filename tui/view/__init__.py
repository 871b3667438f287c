"""The terminal reader: the only package that knows Textual."""
