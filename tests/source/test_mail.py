"""Newsletters in mbox files and maildirs."""

from pathlib import Path

from tui.model import Brought, Failure
from tui.parse import Parsed, parse
from tui.source import documents

LETTER = """\
From: "The Gazette" <letters@news.example>
To: me@home.example
Subject: =?utf-8?q?The_late_ferry_=E2=80=94_again?=
Date: Thu, 02 May 2024 08:00:00 +0200
Message-ID: <1@news.example>
MIME-Version: 1.0
Archived-At: <https://news.example/letters/1>
Content-Type: multipart/alternative; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

The ferry was late.

--b1
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<html><body><p>The ferry was late again on Monday, said Ren=E9.</p><p>Nobody on the quay was
surprised.</p></body></html>
--b1--
"""
PLAIN = """\
From: Mia Quist <mia@home.example>
Subject: The mill
Date: Fri, 03 May 2024 08:00:00 +0200
Status: RO
X-Status: F

The mill turned, and it turned all night.

>From the bridge one could hear it.
"""


def _read(path: Path) -> list[Parsed | Failure]:
    found: list[Parsed | Failure] = []
    for document in documents([str(path)]):
        found += [document] if isinstance(document, Failure) else list(parse(document))
    return found


def _mbox(path: Path, *messages: str) -> Path:
    start = "From letters@news.example Thu May  2 08:00:00 2024\n"
    path.write_text("".join(f"{start}{message}\n\n" for message in messages), encoding="utf-8")
    return path


def test_each_message_of_an_mbox_is_an_article(tmp_path: Path) -> None:
    letter, plain = _read(_mbox(tmp_path / "Newsletters", LETTER, PLAIN))
    assert isinstance(letter, Parsed)
    assert isinstance(plain, Parsed)
    assert letter.article.title == "The late ferry — again"
    assert (letter.article.site, letter.article.url) == (
        "The Gazette",
        "https://news.example/letters/1",
    )
    assert letter.article.published == "2024-05-02T08:00:00+02:00"
    assert "said René." in letter.article.text
    assert letter.brought is None
    assert plain.article.title == "The mill"
    assert plain.article.text.endswith("From the bridge one could hear it.")
    assert plain.brought == Brought(plain.article.id, read=True, starred=True)


def test_a_maildir_says_by_its_names_what_was_read(tmp_path: Path) -> None:
    for folder in ("cur", "new", "tmp"):
        (tmp_path / folder).mkdir()
    (tmp_path / "cur" / "1.a.home:2,FS").write_text(LETTER, encoding="utf-8")
    (tmp_path / "cur" / "2.a.home:2,ST").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "new" / "3.a.home").write_text(PLAIN.replace("Status:", "Other:"), encoding="utf-8")
    read, new = _read(tmp_path)
    assert isinstance(read, Parsed)
    assert isinstance(new, Parsed)
    assert read.brought == Brought(read.article.id, read=True, starred=True)
    assert new.article.title == "The mill"
    assert new.brought is None


def test_other_files_in_a_folder_of_that_name_are_read_as_ever(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    note = "A short piece\n\nThere is not much to say about the harbour this week."
    (tmp_path / "new" / "note.txt").write_text(note, encoding="utf-8")
    (found,) = _read(tmp_path)
    assert isinstance(found, Parsed)
    assert found.article.title == "A short piece"


def test_a_text_that_begins_like_a_letter_is_no_mbox(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("From Paris one sees it all.\n\nA long piece about towers.\n", encoding="utf-8")
    (found,) = _read(path)
    assert isinstance(found, Parsed)


def test_mail_that_is_made_to_harm_is_read_or_told_in_one_line(tmp_path: Path) -> None:
    nested = 'Content-Type: multipart/mixed; boundary="b"\n\n' + "--b\n" * 20_000
    messages = (
        "Subject: =?utf-8?b?" + "A" * 100_000 + "?=\n\nwords",
        "Subject: =?no-such-set?q?x?=\nContent-Type: text/plain; charset=nothing\n\nwords",
        "Subject: x\nMIME-Version: 1.0\n" + nested,
        "Subject: x\nContent-Type: application/pdf\nContent-Disposition: attachment\n\nx",
        "Subject: x\nX-Mozilla-Status: zzzz\nDate: never\nArchived-At: <javascript:x>\n\nwords",
        "x" * 3_000_000,
    )
    found = _read(_mbox(tmp_path / "m", *messages))
    assert len(found) >= len(messages) - 1
    for item in found:
        if isinstance(item, Failure):
            assert "\n" not in item.reason
