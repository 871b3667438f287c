"""The answer to "who said it": a figure or nobody, with the rule, its confidence and its cue.

How sure each rule is stands here, in one table; what is handed on from one quote to another is
never surer than where it came from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tui.model import Span

CONFIDENCE: Mapping[str, float] = MappingProxyType(
    {
        "cue behind": 0.95,
        "cue in front": 0.9,
        "cue further behind": 0.9,
        "source": 0.9,
        "agent": 0.85,
        "name and colon": 0.85,
        "signature": 0.85,
        "same sentence": 0.85,
        "sentence before": 0.75,
        "sentence behind": 0.7,
        "colon before": 0.75,
        "passage before": 0.6,
        "subject before": 0.6,
        "told of before": 0.55,
        "repeated": 0.85,
        "clause behind cue": 0.9,
        "clause before cue": 0.9,
        "source of a clause": 0.9,
    }
)
"""How sure each rule is where the subject is a name; set by hand, the nearer the surer."""
INFERRED = 0.85
"""Factor for a speaker reached through a pronoun or a description."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speaker of one quote, or nobody, and why.

    Without a figure, a rule says that the text gives the words to somebody who is no one person of
    the article; no rule, that nothing in the text says whose they are.
    """

    figure: int | None
    rule: str | None = None
    confidence: float = 0.0
    cue: Span | None = None


NOBODY = Attribution(None)


def again(told: Attribution, rule: str) -> Attribution:
    """Return the attribution that `rule` hands on from `told`."""
    if told.figure is None:
        return NOBODY
    confidence = round(min(told.confidence, CONFIDENCE[rule]), 3)
    return Attribution(told.figure, rule, confidence, told.cue)
