import json

import pytest
from hypothesis import given
from strategies import articles

from tui.model import Article, Block, Failure, Quote, Source
from tui.parse import Parsed, parse
from tui.parse.article_json import dumps, loads, schema
from tui.parse.article_rules import ContractError
from tui.source import Document

SMALL = {
    "version": 1,
    "title": "Le pont",
    "text": "Le pont\n\nIl rouvre.",
    "blocks": [
        {"kind": "title", "start": 0, "end": 7},
        {"kind": "paragraph", "start": 9, "end": 19},
    ],
}


def read(data: bytes) -> list[Parsed | Failure]:
    return list(parse(Document(data, "in.json")))


def encoded(**changes: object) -> bytes:
    return json.dumps({**SMALL, **changes}).encode()


@given(articles())
def test_what_is_written_reads_back_equal_and_writes_the_same_bytes(article: Article):
    line = dumps(article)
    assert b"\n" not in line
    assert loads(line) == article
    assert dumps(loads(line)) == line


def test_the_written_form_has_the_order_of_the_contract():
    article = Article(
        "i", Source("p", "text"), "T", "T\n\nH", (Block("title", 0, 1), Block("heading", 3, 4, 2)),
        quotes=(Quote(3, 4, "direct"),),
    )  # fmt: skip
    written = json.loads(dumps(article))
    assert list(written) == [
        "version",
        "id",
        "source",
        "url",
        "site",
        "language",
        "title",
        "authors",
        "published",
        "modified",
        "section",
        "keywords",
        "text",
        "blocks",
        "links",
        "media",
        "people",
        "quotes",
        "teasers",
        "warnings",
    ]
    assert [list(block) for block in written["blocks"]] == [
        ["kind", "start", "end"],
        ["kind", "level", "start", "end"],
    ]
    assert list(written["quotes"][0]) == [
        "start", "end", "kind", "speaker", "cue", "confidence", "rule",
    ]  # fmt: skip


def test_what_may_be_missing_is_filled_in():
    (parsed,) = read(encoded(later="a field of a later version"))
    assert isinstance(parsed, Parsed)
    assert not parsed.annotated
    assert parsed.article.source == Source("in.json", "json")
    assert len(parsed.article.id) == 16


@pytest.mark.parametrize("key", ["people", "quotes"])
def test_people_or_quotes_even_empty_mean_annotated(key: str):
    (parsed,) = read(encoded(**{key: []}))
    assert isinstance(parsed, Parsed)
    assert parsed.annotated


def test_a_mention_has_the_white_space_of_the_text_and_the_name_plain_spaces():
    text = "Jean\u00a0Roy et Anne\u202fLe Bec"
    blocks = [{"kind": "title", "start": 0, "end": len(text)}]
    people = [
        {"name": "Jean Roy", "mentions": [{"start": 0, "end": 8}]},
        {"name": "Anne Le Bec", "mentions": [{"start": 12, "end": len(text)}]},
    ]
    found = loads(encoded(title=text, text=text, blocks=blocks, people=people, language="fr-CA"))
    assert [person.name for person in found.people] == ["Jean Roy", "Anne Le Bec"]


@pytest.mark.parametrize("depth", [300, 900])
def test_unknown_fields_are_left_out_however_deep(depth: int):
    found = loads(encoded().replace(b"{", b'{"x": ' + b"[" * depth + b"]" * depth + b", ", 1))
    assert found.title == "Le pont"


@pytest.mark.parametrize("depth", [150, 220, 300, 900])
def test_depth_where_a_field_is_known_is_a_failure_and_the_next_line_goes_on(depth: int):
    nest = json.loads("[" * depth + "]" * depth)
    deep_block = {**SMALL["blocks"][0], "x": nest}
    lines = [
        encoded(people=nest),
        encoded(blocks=[deep_block, *SMALL["blocks"][1:]]),
        encoded(),
    ]
    people, block, good = read(b"\n".join(lines))
    assert isinstance(people, Failure)
    assert isinstance(block, Parsed if depth == 150 else Failure)
    assert isinstance(good, Parsed)


BAD = [
    ({"version": 2}, "version"),
    ({"version": True}, "version"),
    ({"version": 1.0}, "version"),
    ({"title": "Autre"}, "title"),
    ({"text": "Le pont\n\nIl rouvre. Ou pas."}, "blocks"),
    ({"text": "Le pont\n Il rouvre."}, "blocks.1.start"),
    ({"text": "", "blocks": [], "title": ""}, "text"),
    ({"blocks": [{"kind": "paragraph", "start": 0, "end": 19}]}, "blocks.0.kind"),
    ({"blocks": [{"kind": "title", "start": 0, "end": 99}]}, "blocks.0.end"),
    ({"blocks": [{"kind": "title", "start": "0", "end": 7}]}, "blocks.0.start"),
    ({"blocks": [{"kind": "poem", "start": 0, "end": 7}]}, "blocks.0.kind"),
    ({"blocks": [*SMALL["blocks"][:1], {"kind": "heading", "start": 9, "end": 19}]},
     "blocks.1.level"),
    ({"blocks": [*SMALL["blocks"][:1], {"kind": "lede", "level": 2, "start": 9, "end": 19}]},
     "blocks.1.level"),
    ({"blocks": [*SMALL["blocks"][:1], {"kind": "title", "start": 9, "end": 19}]},
     "blocks.1.kind"),
    ({"links": [{"start": 3, "end": 3, "url": "https://a.example"}]}, "links.0.end"),
    ({"links": [{"start": -1, "end": 3, "url": "https://a.example"}]}, "links.0.start"),
    ({"people": [{"name": ""}]}, "people.0.name"),
    ({"people": [{"name": "A", "aliases": ["b", "b"]}]}, "people.0.aliases"),
    ({"people": [{"name": " "}]}, "people.0.name"),
    ({"people": [{"name": "A", "aliases": ["b", "A"]}]}, "people.0.aliases"),
    ({"people": [{"name": "A"}, {"name": "B"}, {"name": "A"}]}, "people.2.name"),
    ({"people": [{"name": "A", "mentions": [{"start": 5, "end": 6}, {"start": 1, "end": 2}]}]},
     "people.0.mentions"),
    ({"people": [{"name": "Pont", "mentions": [{"start": 0, "end": 2}, {"start": 3, "end": 7}],
                  "aliases": ["Le"]}]}, "people.0.mentions.1"),
    ({"language": "not a language"}, "language"),
    ({"language": "FR"}, "language"),
    ({"language": ""}, "language"),
    ({"quotes": [{"start": 1, "end": 3, "kind": "direct", "speaker": "B"}]}, "quotes.0.speaker"),
    ({"quotes": [{"start": 1, "end": 3, "kind": "direct", "confidence": 1.5}]},
     "quotes.0.confidence"),
    ({"quotes": [{"start": 1, "end": 3, "kind": "direct", "cue": {"start": 1, "end": 90}}]},
     "quotes.0.cue.end"),
    ({"published": "21/01/2025"}, "published"),
    ({"published": "2025-01-21T10:00"}, "published"),
    ({"published": "2025-02-30"}, "published"),
    ({"modified": "hier"}, "modified"),
    ({"teasers": [{"title": "T", "published": "hier"}]}, "teasers.0.published"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "field"), BAD)
def test_what_breaks_the_contract_names_its_field(changes: dict[str, object], field: str):
    (failure,) = read(encoded(**changes))
    assert isinstance(failure, Failure)
    assert failure.field == field
    assert "\n" not in str(failure)
    with pytest.raises(ContractError) as caught:
        loads(encoded(**changes))
    assert caught.value.field == field


@pytest.mark.parametrize("key", ["version", "title", "text", "blocks"])
def test_what_must_stand_is_missed_by_name(key: str):
    (failure,) = read(json.dumps({k: v for k, v in SMALL.items() if k != key}).encode())
    assert isinstance(failure, Failure)
    assert failure.field == key


def test_one_bad_line_does_not_end_the_file():
    good = encoded()
    bad = encoded(published="hier")
    found = read(b"\n".join([good, b"", b'{"version": 1,', bad, b"garbage", good]))
    assert [type(item) for item in found] == [Parsed, Failure, Failure, Failure, Parsed]
    failures = [item for item in found if isinstance(item, Failure)]
    assert [failure.line for failure in failures] == [3, 4, 5]
    assert failures[1].field == "published"


def test_a_list_is_read_and_fields_name_the_entry():
    found = read(json.dumps([SMALL, {**SMALL, "title": "x"}, 7]).encode())
    assert isinstance(found[0], Parsed)
    assert [str(item) for item in found[1:]] == [
        "in.json: 1.title: is not what stands in the title block",
        "in.json: 2: an article is a JSON object",
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b"[\n" * 9,
        b'{"a":' * 100_000,
        b'[{"a":' * 100_000,
        b'{"version": 1, "title": "\\ud800"}',
        b'{"a": 1,}',
    ],
)
def test_what_is_no_json_is_one_failure(data: bytes):
    (failure,) = read(data)
    assert isinstance(failure, Failure)
    assert failure.reason.startswith("not valid JSON")


def test_a_flood_of_bad_entries_is_refused_at_the_first():
    flood = encoded().replace(b'"blocks": [', b'"blocks": [' + b"{}," * 300_000)
    (failure,) = read(flood)
    assert isinstance(failure, Failure)
    assert failure.field == "blocks.0.kind"


def test_the_schema_names_the_version_and_what_is_required():
    found = schema()
    assert next(iter(found["properties"])) == "version"
    assert found["required"] == ["version", "title", "text", "blocks"]
    assert set(found["properties"]) >= {"people", "quotes", "teasers", "warnings"}


def test_a_line_holds_nothing_that_a_terminal_obeys():
    words = "a \x9b31m b \x7f \x85 \u202e c \u2066 \u2028 d é “e” 漢"
    title = Block("title", 0, len(words))
    line = dumps(Article("a", Source(words, "text"), words, words, (title,)))
    assert not {"\x9b", "\x7f", "\x85", "\u202e", "\u2066", "\u2028"} & set(line.decode())
    assert "é “e” 漢" in line.decode()
    assert loads(line).title == words
