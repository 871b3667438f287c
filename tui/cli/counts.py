"""How many articles came of something, in words that commands have in common."""

from tui.words import ngettext


def say_added(count: int) -> str:
    """Say how many are new."""
    return ngettext("{n} added", "{n} added", count)


def say_updated(count: int) -> str:
    """Say how many have changed."""
    return ngettext("{n} updated", "{n} updated", count)


def say_unchanged(count: int) -> str:
    """Say how many are as they were."""
    return ngettext("{n} unchanged", "{n} unchanged", count)
