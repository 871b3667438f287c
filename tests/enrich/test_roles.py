"""What the article says a person is: where a role begins, where it ends, and whose it is."""

import pytest

from tests.enrich.reading import read


def _roles(text, language):
    """Return the roles of the people of `text` by name; who has none is left out."""
    return {p.name: p.roles for p in read(text, language=language).people if p.roles}


DUVAL = [
    (
        "an adverb in front is cut",
        "Marc Duval, alors président du port, part.",
        "président du port",
    ),
    ("a former post stays", "Marc Duval, ancien maire de Sète, part.", "ancien maire de Sète"),
    ("a glued former post stays", "Marc Duval, ex-maire de Sète, part.", "ex-maire de Sète"),
    ("a double noun", "Marc Duval, Premier ministre, part.", "Premier ministre"),
    (
        "a verb that is also a post",
        "Son frère, Marc Duval, juge désormais le port trop petit.",
        "frère",
    ),
    (
        "a post that is also a verb",
        "Marc Duval, juge au tribunal de Sète, part.",
        "juge au tribunal de Sète",
    ),
    ("the post alone between commas", "Marc Duval, juge, part.", "juge"),
    ("a verb with its object", "Son frère, Marc Duval, rejoint le maire à Sète.", "frère"),
    ("a verb of becoming", "Marc Duval, devenu maire de Sète, part.", None),
    ("a participle", "Marc Duval, élu il y a deux ans, part.", None),
    (
        "a post that is also a participle",
        "Marc Duval, élu de Sète depuis 2014, part.",
        "élu de Sète",
    ),
    ("a date ends it", "Marc Duval, maire depuis le 8 avril, part.", "maire"),
    ("a duration ends it", "Marc Duval, patron du port pour dix ans, part.", "patron du port"),
    (
        "an ordinal is no date",
        "Marc Duval, maire du 3e arrondissement, part.",
        "maire du 3e arrondissement",
    ),
    ("a fixed phrase is part of it", "Marc Duval, maire par intérim, part.", "maire par intérim"),
    (
        "a person in the complement",
        "Marc Duval, fils de Paulette Roy et président du port, part.",
        "fils de Paulette Roy et président du port",
    ),
    (
        "the complement's holder is not meant",
        "Le porte-parole de l’armateur, Marc Duval, part.",
        "porte-parole de l’armateur",
    ),
    (
        "a post in front of a bare complement",
        "Le directeur de la chorale Marc Duval part.",
        "directeur de la chorale",
    ),
    ("a verb between the post and the name", "Le maire remercie Marc Duval.", None),
    ("an adjective between them", "Le juge fédéral Marc Duval part.", "juge fédéral"),
    (
        "an adjective of doctrine before the complement",
        "L'ancien maire centriste de Sète Marc Duval part.",
        "ancien maire centriste de Sète",
    ),
    ("the tie to the dead", "La veuve du regretté Marc Duval part.", None),
    ("an age is no role", "Un homme de 34 ans, Marc Duval, part.", None),
    ("a trade named by a person noun", "L’homme d’affaires Marc Duval part.", "homme d’affaires"),
]

DUNN = [
    ("an adverb in front is cut", "Mark Dunn, now Leeds mayor, left.", "Leeds mayor"),
    ("a glued adverb is cut", "Mark Dunn, then-mayor of Leeds, left.", "mayor of Leeds"),
    ("an adverb behind is cut", "The mayor there, Mark Dunn, left.", "mayor"),
    ("a place opens the sentence", "At St Ives Captain Mark Dunn left.", "Captain"),
    ("a conjunction opens the sentence", "Though Justice Mark Dunn left, all stayed.", "Justice"),
    (
        "an adverb opens the sentence",
        "Even Harbour Board director Mark Dunn left.",
        "Harbour Board director",
    ),
    (
        "part of a longer name",
        "The Heart and Lung senior manager Mark Dunn left.",
        "senior manager",
    ),
    ("an office with its complement", "We met Secretary of State Mark Dunn.", "Secretary of State"),
    ("a clause between the noun and the name", "A baker who signed only as Mark Dunn left.", None),
    ("somebody else's helper", "A spokesman for Mark Dunn left.", None),
    ("a verb between the noun and the name", "His mother approached Mark Dunn.", None),
    ("a title of a work", "Mark Dunn, A Baker Is Born", None),
    (
        "a glued adverb before an adjective",
        "We met then-prime minister Mark Dunn.",
        "prime minister",
    ),
    ("a capacity", "He left his predecessor as mayor, Mark Dunn, alone.", None),
    ("a verb that is also a post", "To head off Mark Dunn they ran.", None),
    ("a place in a picture", "Mark Dunn, centre, left.", None),
    (
        "a denial behind and",
        "Mark Dunn, skipper of the Gull and no relation, left.",
        "skipper of the Gull",
    ),
    (
        "a second post",
        "Mark Dunn, a lawyer for the city and chair of the board, left.",
        "lawyer for the city and chair of the board",
    ),
    (
        "a possessor in the complement",
        "Mark Dunn, a spokesman for Norway's rescue agency, left.",
        "spokesman for Norway's rescue agency",
    ),
    (
        "a story is no complement",
        "Mark Dunn, co-founder with his aunt of a mill, left.",
        "co-founder",
    ),
    ("a relative ends it", "Mark Dunn, a teacher who lives in Leeds, left.", "teacher"),
    (
        "a long one loses its last complements",
        "Mark Dunn, director of harbour works and sea walls for the Board of Coasts in Oslo, left.",
        "director of harbour works and sea walls",
    ),
]


@pytest.mark.parametrize(
    ("text", "role"), [case[1:] for case in DUVAL], ids=[case[0] for case in DUVAL]
)
def test_french(text, role):
    assert _roles(text, "fr").get("Marc Duval", ()) == ((role,) if role else ())


@pytest.mark.parametrize(
    ("text", "role"), [case[1:] for case in DUNN], ids=[case[0] for case in DUNN]
)
def test_english(text, role):
    assert _roles(text, "en").get("Mark Dunn", ()) == ((role,) if role else ())


def test_two_posts_of_two_people_are_given_to_neither():
    assert _roles("Lise Roy et Marc Duval, la maire et le patron pêcheur, partent.", "fr") == {}


def test_one_post_behind_two_people_is_the_last_ones():
    found = _roles("Lise Roy et Marc Duval, directeur du port, partent.", "fr")
    assert found == {"Marc Duval": ("directeur du port",)}


def test_the_fullest_of_one_role_is_shown_once():
    text = "The mayor, Mark Dunn, ran. Mark Dunn, Mayor of Leeds, is back. Mark Dunn, mayor, left."
    assert _roles(text, "en") == {"Mark Dunn": ("Mayor of Leeds",)}


def test_at_most_four_roles_are_shown():
    posts = ("baker", "farmer", "pilot", "poet", "singer", "teacher")
    text = " ".join(f"The {post} Mark Dunn left." for post in posts)
    assert _roles(text, "en") == {"Mark Dunn": posts[:4]}
