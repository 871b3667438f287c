"""Values of schema.org's fields, in all the forms that pages give them."""

import pytest

from tui.parse.schema_values import Party, parties, texts


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Nora &amp; Bo", ["Nora & Bo"]),
        ({"name": "Nora"}, ["Nora"]),
        ({"@value": "Nora"}, ["Nora"]),
        ({"name": ["Nora", 3, "Bo"]}, ["Nora", "Bo"]),
        ({"givenName": "Nora", "familyName": "Whitlock"}, ["Nora Whitlock"]),
        ([["Nora"], [{"name": "Bo"}], None, 7], ["Nora", "Bo"]),
        ({"url": "https://x.example/"}, []),
        (None, []),
    ],
)
def test_texts_and_names_are_taken_from_any_form(value: object, found: list[str]):
    assert texts(value) == found


def test_a_party_keeps_what_it_is_said_to_be():
    value = [
        {"@type": "https://schema.org/Person", "name": "Nora"},
        {"@type": ["NewsMediaOrganization"], "name": "The Ferry Post"},
        {"name": "Bo"},
    ]
    assert parties(value) == [
        Party("Nora", "person"),
        Party("The Ferry Post", "group"),
        Party("Bo", "unsaid"),
    ]


def test_deep_and_long_lists_are_bounded():
    deep: object = "Nora"
    for _ in range(5000):
        deep = [deep]
    assert texts(deep) == []
    assert len(texts(["Nora"] * 5000)) <= 100
