"""Widgets that paint line by line and know nothing of articles' meaning to the reader."""
