"""Screens: the reader itself, and what is laid over it."""
