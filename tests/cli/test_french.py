"""The commands in French, as a shell in a French locale runs them."""

import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from tui.cli.explained import ATTRIBUTED, FIELDS, KINDS, LEFT_OUT
from tui.enrich.answers import CONFIDENCE
from tui.model import BlockKind, QuoteKind
from tui.parse.html_names import NAMES
from tui.parse.html_zones import ZONES
from tui.parse.widgets import PHRASES

ARTICLE = "Le port\n\nAnna Holt, maire, a parlé. « Le port est sûr », a dit Anna Holt.\n"

PAGE = """<!doctype html><html lang="fr"><head><title>Le port est sûr</title></head><body><article>
<h1>Le port est sûr</h1>
<p>Anna Holt, la maire de Port-Vaubert, a visité lundi le port, où personne ne l’attendait.</p>
<p>« Le port est sûr, et il le sera demain encore », a dit Anna Holt devant les mouettes.</p>
</article><div class="newsletter">Notre lettre chaque matin</div></body></html>"""


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


def test_what_was_kept_of_a_page_is_explained_in_french(tmp_path: Path):
    (tmp_path / "port.html").write_text(PAGE, encoding="utf-8")
    told = french("parse", "--explain", "port.html", cwd=tmp_path).stdout
    for line in (
        "fichier       port.html",
        "encodage      utf-8, d’après ses octets",
        "auteurs       non indiqué",
        "--- la page : 3 blocs gardés, 2 textes écartés",
        "- lettre              Notre lettre chaque matin",
        "· auteur      Anna Holt",
        "· pourquoi    règle « indice après », confiance 0,95, indice « dit »",
        "- écarté      4 mots par « lettre », en 1 texte",
    ):
        assert line in told.splitlines()


def test_every_rule_that_explains_something_has_a_french_name():
    named = {*CONFIDENCE, *NAMES, *ZONES, *PHRASES, *get_args(QuoteKind)}
    named |= {kind.replace("_", " ") for kind in get_args(BlockKind)} - {"heading"}
    assert named <= {*KINDS, *FIELDS, *LEFT_OUT, *ATTRIBUTED}


def test_why_something_failed_is_told_in_french(tmp_path: Path):
    (tmp_path / "no.db").write_text("no library", encoding="utf-8")
    done = french("search", "--library", "no.db", "port", cwd=tmp_path)
    assert done.stderr == "broadsheet: no.db\u202f: pas une bibliothèque de Broadsheet\n"
    done = french("parse", "nowhere.txt", cwd=tmp_path)
    assert done.stderr == "broadsheet: nowhere.txt: fichier introuvable\n"
    done = french("read", "--theme", "a b", "x", cwd=tmp_path)
    assert "n’est pas un nom de thème" in done.stderr


def test_json_is_the_same_in_every_language(tmp_path: Path):
    (tmp_path / "port.txt").write_text(ARTICLE, encoding="utf-8")
    library = ("--library", "news.db")
    french("add", *library, "port.txt", cwd=tmp_path)
    spoken = [
        french("people", "--json", *library, cwd=tmp_path, locale=locale).stdout
        for locale in ("fr_FR.UTF-8", "en_GB.UTF-8")
    ]
    assert spoken[0] == spoken[1] != ""
