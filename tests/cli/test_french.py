"""The commands in French, as a shell in a French locale runs them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "Le port\n\nAnna Holt, maire, a parlé. « Le port est sûr », a dit Anna Holt.\n"


def french(*words: str, cwd: Path, locale: str = "fr_FR.UTF-8", config: str = os.devnull):
    environment = {key: value for key, value in os.environ.items() if key != "LC_ALL"}
    environment |= {"LANG": locale, "BROADSHEET_CONFIG": config, "COLUMNS": "120"}
    environment |= {"PYTHONPATH": os.fspath(Path(__file__).parent.parent.parent)}
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=cwd,
        check=False,
    )


def test_help_is_french_down_to_what_python_says(tmp_path: Path):
    told = french("add", "--help", cwd=tmp_path).stdout
    assert told.startswith("usage\u202f: broadsheet add")
    for words in ("arguments", "affiche cette aide", "processus de lecture", "Code de sortie"):
        assert words in told
    assert "show this help" not in told


def test_a_mistake_in_the_call_is_told_in_french(tmp_path: Path):
    done = french("quotes", "--limit", cwd=tmp_path)
    assert done.returncode == 2
    assert "erreur\u202f: argument --limit\u202f: un argument attendu" in done.stderr


def test_counts_are_french_and_none_is_singular(tmp_path: Path):
    (tmp_path / "port.txt").write_text(ARTICLE, encoding="utf-8")
    library = ("--library", "news.db")
    done = french("add", *library, "port.txt", cwd=tmp_path)
    assert done.stdout == "1 ajouté, 0 mis à jour, 0 inchangé\n"
    again = french("add", *library, "nowhere.txt", cwd=tmp_path)
    assert again.returncode == 1
    found = french("search", *library, "rien", cwd=tmp_path)
    assert (found.returncode, found.stderr) == (1, "broadsheet: aucun article trouvé\n")


@pytest.mark.parametrize(
    ("setting", "locale", "told"),
    [
        ('language = "fr"', "en_GB.UTF-8", "Lire la presse"),
        ('language = "en"', "fr_FR.UTF-8", "Read the news"),
        ('language = "auto"', "fr_CA.UTF-8", "Lire la presse"),
        ("measure = 1", "fr_FR.UTF-8", "Lire la presse"),
    ],
)
def test_the_setting_goes_before_the_locale(tmp_path: Path, setting: str, locale: str, told: str):
    config = tmp_path / "config.toml"
    config.write_text(setting, encoding="utf-8")
    helped = french("--help", cwd=tmp_path, locale=locale, config=os.fspath(config))
    assert told in helped.stdout
    named = french("--config", os.fspath(config), "--help", cwd=tmp_path, locale=locale)
    assert told in named.stdout


def test_json_is_the_same_in_every_language(tmp_path: Path):
    (tmp_path / "port.txt").write_text(ARTICLE, encoding="utf-8")
    library = ("--library", "news.db")
    french("add", *library, "port.txt", cwd=tmp_path)
    spoken = [
        french("people", "--json", *library, cwd=tmp_path, locale=locale).stdout
        for locale in ("fr_FR.UTF-8", "en_GB.UTF-8")
    ]
    assert spoken[0] == spoken[1] != ""
