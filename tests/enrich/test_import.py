"""Importing the engine reads nothing and pulls in nothing heavy."""

import subprocess
import sys


def test_import_is_light():
    code = (
        "import sys, tui.enrich;"
        "heavy = {'pydantic', 'numpy', 'lxml', 'textual', 'orjson', 'spacy'} & set(sys.modules);"
        "from tui.enrich import lexicon;"
        "assert not heavy, heavy;"
        "assert lexicon.names.cache_info().currsize == 0;"
        "assert lexicon.names().given and lexicon.grammar('fr').cues;"
        "assert 'importlib.resources' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
