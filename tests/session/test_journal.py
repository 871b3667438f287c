"""The journal: what was done last is taken back first, and nothing twice."""

from tui.session.journal import DEPTH, Corrected, Journal, StarWas


def test_what_was_done_last_is_the_first_to_be_taken_back():
    journal = Journal().done("a star", StarWas("a", on=False)).done("a merge", Corrected(7))
    assert (journal.last.told, journal.last.before) == ("a merge", (Corrected(7),))
    journal = journal.without(journal.last.number)
    assert journal.last.told == "a star"
    journal = journal.without(journal.last.number)
    assert journal.last is None


def test_numbers_are_never_given_twice():
    journal = Journal().done("one")
    journal = journal.without(1).done("two")
    assert [deed.number for deed in journal.deeds] == [2]


def test_the_oldest_deeds_are_forgotten():
    journal = Journal()
    for number in range(DEPTH + 3):
        journal = journal.done(str(number))
    assert len(journal.deeds) == DEPTH
    assert journal.deeds[0].told == "3"
