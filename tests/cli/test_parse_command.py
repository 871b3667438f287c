"""`broadsheet parse` and `broadsheet schema`."""

import json
from pathlib import Path

NOTE = """The bridge that opened twice

By Mia Quist

"It was open before," said Tom Reyes, the keeper of the bridge, who had opened it on Monday morning
and closed it on the same evening, when nobody had come to look at it.

Anna Holt, the mayor of Port Ister, opened it again on Tuesday, with a ribbon, a band and a speech.
"Now it is open," Holt said, and the keeper went home to his dinner without another word.
"""


def test_it_prints_one_line_an_article_in_the_order_of_the_inputs(broadsheet, tmp_path: Path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(NOTE.replace("twice", name[0]), encoding="utf-8")
    done = broadsheet("parse", tmp_path / "b.txt", tmp_path / "a.txt")
    assert done.returncode == 0
    articles = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["title"] for a in articles] == [
        "The bridge that opened b",
        "The bridge that opened a",
    ]
    assert [Path(a["source"]["path"]).name for a in articles] == ["b.txt", "a.txt"]


def test_it_finds_people_and_what_they_said(broadsheet, tmp_path: Path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    article = json.loads(broadsheet("parse", tmp_path / "note.txt").stdout)
    assert {p["name"] for p in article["people"]} == {"Tom Reyes", "Anna Holt"}
    said = {article["text"][q["start"] : q["end"]]: q["speaker"] for q in article["quotes"]}
    assert said == {"It was open before,": "Tom Reyes", "Now it is open,": "Anna Holt"}


def test_it_reads_standard_input(broadsheet):
    done = broadsheet("parse", "-", stdin=NOTE)
    assert json.loads(done.stdout)["title"] == "The bridge that opened twice"


def test_what_it_prints_it_reads_back_the_same(broadsheet, tmp_path: Path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    first = broadsheet("parse", tmp_path / "note.txt").stdout
    (tmp_path / "note.jsonl").write_text(first, encoding="utf-8")
    assert broadsheet("parse", tmp_path / "note.jsonl").stdout == first


def test_a_bad_input_is_told_in_one_line_and_the_rest_goes_on(broadsheet, tmp_path: Path):
    (tmp_path / "good.txt").write_text(NOTE, encoding="utf-8")
    bad = '{"version": 1, "title": 3, "text": "x", "blocks": []}'
    (tmp_path / "bad.json").write_text(bad, encoding="utf-8")
    done = broadsheet("parse", tmp_path / "gone.txt", tmp_path / "bad.json", tmp_path / "good.txt")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    gone, bad = done.stderr.splitlines()
    assert "gone.txt" in gone
    assert "bad.json" in bad
    assert "title" in bad


def test_a_file_name_cannot_send_escapes_to_the_terminal(broadsheet, tmp_path: Path):
    done = broadsheet("parse", tmp_path / "x\x1b[31m\n.txt")
    assert done.returncode == 1
    assert "\x1b" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_reader_that_has_enough_ends_it_quietly(tmp_path: Path):
    import subprocess
    import sys

    for n in range(30):
        (tmp_path / f"{n}.txt").write_text(NOTE + str(n), encoding="utf-8")
    command = f"{sys.executable} -m tui parse {tmp_path} | head -n 1 | wc -l"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert done.stdout.strip() == "1"
    assert done.stderr == ""


def test_the_schema_is_one_and_allows_what_is_printed(broadsheet):
    schema = json.loads(broadsheet("schema").stdout)
    assert "text" in schema["properties"]
    assert {"title", "text", "blocks"} <= set(schema["required"])


def test_no_path_is_a_mistake_in_the_call(broadsheet):
    done = broadsheet("parse")
    assert done.returncode == 2
    assert "PATH" in done.stderr


def test_a_full_disk_is_told_in_one_line(tmp_path: Path):
    import subprocess
    import sys

    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "parse", str(tmp_path / "note.txt")],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("broadsheet: standard output: ")
    assert len(done.stderr.splitlines()) == 1


def test_an_option_that_does_not_exist_cannot_send_escapes_to_the_terminal(broadsheet):
    done = broadsheet("parse", "--\x1b[31mred", "x")
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
