"""Every figure of people and quotes: where it is found, how it is measured, what others reach."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..children import Measured
from ..figures import Figure, Results, details
from ..worst import Item, ranked
from .faults import merged, named, not_equal, own, own_fault, wrong_speaker

CANONICAL = "F1 of the full names of each article"
MENTIONS = "F1 of equal spans of names in sentences"
SPANS = "F1 of quoted words, one to one, overlap of at least .8"
RIGHT = "right name / quotes whose speaker is a person"
SHOWN = "right / quotes shown with a name"
NO_SPEECH = "names put on titles, terms and words at a distance / all of them"
MERGED = "people shown as one who are two"


def _french(half: str) -> Iterator[Figure]:
    """Yield the figures on one half of the French articles of our own."""
    wanted = {
        "people": (None, CANONICAL),
        "forms": (None, "other forms of the names shown under the right person / all"),
        "span": (0.97, SPANS),
        "e2e": (0.92, RIGHT),
        "precision": (0.93, SHOWN),
        "false": (0.02, NO_SPEECH),
        "unnamed": (None, "speech of nobody who is named left without a name / all"),
        "indirect": (None, "reported speech with the right speaker / all"),
        "merged": (0.0, MERGED),
    }
    for name, (target, measured) in wanted.items():
        yield Figure(
            f"french {half}: {name}", ("french", half, name), target, measured, "-",
            own, at_most=name in ("false", "merged"),
        )  # fmt: skip


FIGURES = (
    Figure(
        "ggt_dev: people", ("people", "ggt_dev", "F1"), 0.86, CANONICAL + ", English",
        "spaCy en_md .851, en_sm .837", not_equal, target_with_models=0.90,
    ),
    Figure(
        "wikineural_fr_val: people", ("people", "wikineural_fr_val", "F1"), 0.90,
        MENTIONS + ", French", "spaCy fr_md .923, fr_sm .875", not_equal, target_with_models=0.935,
    ),
    Figure(
        "wikineural_en_val: people", ("people", "wikineural_en_val", "F1"), None,
        MENTIONS + ", English", "spaCy en_md .719", not_equal,
    ),
    Figure(
        "conll03_en_val: people", ("people", "conll03_en_val", "F1"), None,
        MENTIONS + ", English agency news", "spaCy en_md .707", not_equal,
    ),
    Figure(
        "ggt_dev: span_F1", ("quotes", "ggt_dev", "span_F1"), 0.97,
        SPANS + "; every quote that is not known is wrong", "GenderGapTracker's extractor .812",
    ),
    Figure(
        "ggt_dev: span_F1_neutral", ("quotes", "ggt_dev", "span_F1_neutral"), 0.97,
        "the same; one that is not known and has no speaker is left out",
        "GenderGapTracker's extractor .812",
    ),
    Figure(
        "ggt_dev: e2e", ("quotes", "ggt_dev", "e2e"), 0.90, RIGHT + ", by last name",
        "simple rules .825, GenderGapTracker about .50", wrong_speaker, target_with_models=0.92,
    ),
    Figure(
        "ggt_dev: e2e_strict", ("quotes", "ggt_dev", "e2e_strict"), None,
        "the same, by first and last name", "-",
    ),
    Figure(
        "ggt_dev: precision", ("quotes", "ggt_dev", "precision"), 0.93, SHOWN, "-",
        target_with_models=0.94,
    ),
    Figure(
        "ggt_dev: abstain", ("quotes", "ggt_dev", "abstain"), None,
        "quotes of people found and shown without a name / all of them", "-",
    ),
    Figure(
        "ggt_dev: ggt03", ("quotes", "ggt_dev", "ggt03"), None,
        "F1 of all quotes, reported speech too, of which .3 is covered", "GenderGapTracker .850",
    ),
    Figure(
        "ggt_dev: ggt08", ("quotes", "ggt_dev", "ggt08"), None,
        "the same, of which .8 is covered", "GenderGapTracker .786",
    ),
    Figure(
        "polnear_dev: named_e2e", ("quotes", "polnear_dev", "named_e2e"), 0.88,
        "right name / quotes whose source is named", "simple rules .805", wrong_speaker,
        target_with_models=0.90,
    ),
    Figure(
        "polnear_dev: named_precision", ("quotes", "polnear_dev", "named_precision"), None,
        "right / those shown with a name", "-",
    ),
    Figure(
        "fr_treebank: named_e2e", ("quotes", "fr_treebank", "named_e2e"), 0.92,
        "right name / quotes whose speaker is named, French", "simple rules .77", wrong_speaker,
    ),
    Figure(
        "fr_treebank: named_wrong", ("quotes", "fr_treebank", "named_wrong"), None,
        "wrong name / the same quotes", "simple rules 0", at_most=True,
    ),
    Figure(
        "fr_treebank: false_rate", ("quotes", "fr_treebank", "false_rate"), 0.02, NO_SPEECH,
        "spaCy fr_md .082, simple rules .065", wrong_speaker, at_most=True,
    ),
    Figure(
        "fr_treebank: unnamed_ok", ("quotes", "fr_treebank", "unnamed_ok"), None,
        "pronouns and descriptions of nobody named, left without a name / all", "simple rules .97",
    ),
    Figure(
        "one dump: right", ("quotes", "seed", "e2e"), 1.0,
        "right name / the five quotes of a dumped page", "-",
    ),
    Figure(
        "one dump: leaked", ("quotes", "seed", "leaked"), 0.0,
        "quotes that stand in the dump's teasers alone", "-", at_most=True,
    ),
    Figure(
        "one dump: people", ("people", "seed", "R"), 1.0, "people found / those of the article",
        "-",
    ),
    Figure(
        "one dump: people leaked", ("people", "seed", "leaked"), 0.0,
        "people who stand in the dump's teasers alone", "-", at_most=True,
    ),
    Figure(
        "ggt_dev: merged", ("merges", "merged"), 0.0, MERGED, "surnames alone: many",
        merged, at_most=True,
    ),
    *_french("tuned"),
    *_french("held"),
    Figure(
        "words a second", ("speed", "rate"), 60_000, "one core, people and quotes",
        "spaCy's entities alone 6,000 to 8,000",
    ),
    Figure(
        "import", ("start", "import"), 0.15,
        "seconds of a process that imports the engine, beyond bare Python", "spaCy 4 to 6",
        at_most=True,
    ),
    Figure(
        "peak memory", ("start", "peak"), 60, "MB of a process that enriches every article",
        "spaCy 170 to 350", at_most=True,
    ),
)  # fmt: skip


def values(results: Results) -> dict[str, Any]:
    """Put together what the figures are looked up in, by the name of the measurement."""
    found: dict[str, Any] = {
        name: result.found.get("figures") for name, result in results.items()
        if isinstance(result, Measured)
    }  # fmt: skip
    for name, figures in found.items():
        scorer = name.split()[0]
        if scorer in ("people", "quotes"):
            found[name] = figures.get(scorer) if isinstance(figures, Mapping) else None
    return found


def items(figure: Figure, results: Results) -> Iterator[Item]:
    """Yield the items that cost a figure something."""
    if figure.rank is None:
        return
    every = details(figure.path[0], results, figure.path[1])
    if figure.path[1] == "fr_treebank":
        negative = figure.path[-1] == "false_rate"
        every = [item for item in every if item.get("kind") == ("neg" if negative else "named")]
    if figure.path[0] == "french":
        every = [item for item in every if own_fault(figure.path[-1], item)]
    yield from ranked(named(every), figure.rank, "id")
