"""The collector rests for large pages alone, and is found as it was left."""

import gc

import pytest

from tui.parse.collection import LARGE, collector_resting


def test_the_collector_rests_while_a_large_page_is_read():
    with collector_resting(LARGE):
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_small_page_changes_nothing():
    with collector_resting(LARGE - 1):
        assert gc.isenabled()


def test_it_works_again_after_an_error():
    with pytest.raises(ValueError, match="hostile"), collector_resting(LARGE):
        raise ValueError("hostile")
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off():
    gc.disable()
    try:
        with collector_resting(LARGE):
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
