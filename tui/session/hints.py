"""Short words of letters to choose by: one for each thing that can be chosen."""

from typing import Final

LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"
"""The letters of hints, those under the resting fingers first."""


def hint_words(count: int, letters: str = LETTERS) -> list[str]:
    """Return `count` different words, none the beginning of another; the first are the shortest.

    Raises ValueError where `letters` are fewer than two, which no such words can be made of.
    """
    if len(letters) < 2:
        raise ValueError("hints take two letters or more")
    words = list(letters)
    opened = 0
    while len(words) - opened < count:
        words += [words[opened] + letter for letter in letters]
        opened += 1
    return words[opened : opened + count]
