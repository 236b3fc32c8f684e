"""Whether the words around an expression speak of the past or of what is to come.

Only this module knows the cues (`tense.toml`): verbs and nouns of plan and expectation, past forms. The nearest cue
before the expression in its clause decides, else the first one after it.
"""

import re
from enum import Enum
from functools import cache

from timeline.spans import alternation, read_table

BEFORE, AFTER = 120, 60


class Tense(Enum):
    """What the clause speaks of."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


def tense_around(low: str, start: int, end: int) -> Tense:
    """The tense of the clause around a span of a text in small letters.

    >>> text = "they met on friday and will talk on monday"
    >>> tense_around(text, 12, 18), tense_around(text, 36, 42)
    (<Tense.PAST: -1>, <Tense.FUTURE: 1>)
    """
    before = _clause_start(low[max(0, start - BEFORE) : start])
    found = list(_cues().finditer(before))
    if found:
        return _meaning(found)
    after = _cues().search(_STOP.split(low[end : end + AFTER], maxsplit=1)[0])
    return _meaning([after]) if after else Tense.UNKNOWN


def _clause_start(words: str) -> str:
    return _STOP.split(words)[-1]


def _meaning(found: list[re.Match[str]]) -> Tense:
    """The nearest cue decides; "said" before "will" does not, nor a participle after it ("will be held")."""
    for cue in reversed(found):
        if cue.lastgroup == "future":
            return Tense.FUTURE
        if cue.lastgroup == "past":
            planned = [other for other in found if other.lastgroup == "future" and 0 < cue.start() - other.end() < 12]
            return Tense.FUTURE if planned else Tense.PAST
    return Tense.UNKNOWN


_STOP = re.compile(  # not after an initial, "a.m." or a title
    r"(?<![.\s][a-z])(?<!\bmr|\bdr|\bms|\bst)(?<!\bmrs|\bsen|\bgov|\bgen|\brep|\bcol|\bsgt|\bcpl)[.!?;]\s|\n\n"
)


@cache
def _cues() -> re.Pattern[str]:
    table = read_table("timeline.times", "tense.toml")
    future, past = alternation(table["future"]["words"]), alternation(table["past"]["words"])
    return re.compile(rf"\b(?:(?P<future>{future}|(?:is|are)\s+to(?=\s+[a-z]))|(?P<past>{past}|[a-z]{{3,}}(?<!e)ed))\b")
