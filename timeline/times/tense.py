"""Whether the words around an expression speak of the past or of what is to come.

A text in small letters and a span go in, a `Tense` comes out. Only this module knows the cues (`tense.toml`): verbs and
nouns of plan and expectation, past forms. The nearest cue in the clause decides, one before the expression rather than
one after it. That someone said so is a past form that tells nothing of when it was.
"""

import re
from enum import Enum
from functools import cache

from timeline.spans import alternation, read_table

BEFORE, AFTER = 120, 100  # characters looked at
ADJACENT, APART = 2, 15  # a cue just after the expression wins where the last one before it is so far away
PARTICIPLE = 12  # characters at most between "will be" and its participle
_AIM = re.compile(  # what was done was done for that day, or up to it
    r"\b(?:to|for|until|till|through|by|before|upcoming|next|ahead of|in time for)\s+(?:the\s+|a\s+|its\s+|their\s+)?$"
)
_ON = re.compile(r"\s+(?:on\s+)?")
_SINCE = re.compile(r"\b(?:since|from|after|of|in)\s+(?:the\s+|a\s+)?$")
_INFINITIVE = re.compile(r"\bto\s+(?!the\b|an?\b|his\b|her\b|their\b|its\b)[a-z]{2,}")
_STOP = re.compile(  # not after an initial, "a.m." or a title; it begins with a set of marks, for which a scan is fast
    r"[.!?;\n](?:(?<!\n)(?<![.\s][a-z].)(?<!\bmr.|\bdr.|\bms.|\bst.)"
    r"(?<!\bmrs.|\bsen.|\bgov.|\bgen.|\brep.|\bcol.|\bsgt.|\bcpl.)\s|(?<=\n)\n)"
)
_DONE = (  # participles
    r"(?:been|begun|broken|chosen|come|fallen|gone|heard|held|hurt|led|left|lost|made|met|sent|set|shot|stolen|taken|won|written"
    r"|[a-z]+(?:ed|[aeou]ught|wn|ven|ung|unk))"
)
_HAD = re.compile(
    rf"\bhad\s(?:[a-z]+ly\s|not\s|first\s|also\s|already\s|just\s|once\s)?{_DONE}\s"
    r"[^,;:()]{0,60}\b(?:in|on|since|from)\s(?:the\s)?(?:early\s|late\s|mid[-\s])?$"
)


class Tense(Enum):
    """What a clause speaks of."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


def tense_around(low: str, start: int, end: int) -> Tense:
    """The tense of the clause around a span of a text in small letters.

    >>> text = "they met on friday and will talk on monday"
    >>> tense_around(text, 12, 18), tense_around(text, 36, 42)
    (<Tense.PAST: -1>, <Tense.FUTURE: 1>)
    """
    before, after = _clause(low, start, end)
    if _tells_of_happened(before, after):
        return Tense.PAST
    found = [cue for cue in _cues().finditer(before) if cue.lastgroup != "present"]
    following = next((cue for cue in _cues().finditer(after) if cue.lastgroup != "present"), None)
    adjacent = following is not None and following.start() < ADJACENT and not following.group().startswith("to ")
    if found and not (adjacent and len(before) - found[-1].end() > APART):
        return _meaning(found)
    return _meaning([following]) if following else Tense.UNKNOWN


def is_told(low: str, start: int, end: int) -> bool:
    """Whether a verb of the clause around a span tells what happened then, and no plan, aim or present state.

    >>> text = "he was shot on july 24, police said the race is on july 24"
    >>> is_told(text, 15, 22), is_told(text, 51, 58), is_told("in answer to the 7 july attacks", 17, 23)
    (True, False, True)
    """
    before, after = _clause(low, start, end)
    if _happened()[1].match(after):
        return True
    if _AIM.search(before):
        return False
    found = [cue for cue in _cues().finditer(before) if cue.lastgroup != "saying"]
    following = [cue for cue in _cues().finditer(after) if cue.lastgroup != "saying"]
    cues = found or following[:1]
    if not cues or cues[-1].lastgroup == "present" or (found and _INFINITIVE.search(before, found[-1].end())):
        return False
    return _meaning(cues) is Tense.PAST


def is_planned(low: str, start: int, end: int) -> bool:
    """Whether the last verb before a span in its clause is one of plan, or the span is what something is.

    >>> text = "the trial will begin on november 3"
    >>> is_planned(text, 24, 34), is_planned("it may begin on november 3", 16, 26)
    (True, False)
    """
    before, _ = _clause(low, start, end)
    if _SINCE.search(before):
        return False
    found = list(_cues().finditer(before))
    last = found[-1] if found else None
    if last is None or (last.lastgroup == "present" and not _ON.fullmatch(before, last.end())):
        return False
    sure = re.sub(r"\s+", " ", last.group())
    return sure in _sure() or (last.lastgroup == "past" and _meaning(found) is Tense.FUTURE)


def looks_back(low: str, start: int, end: int) -> bool:
    """Whether the verb before a span in its clause goes back behind what is told.

    >>> text = "the envoy, who had arrived in may"
    >>> looks_back(text, 30, 33), looks_back("it had snowed by may", 17, 20)
    (True, False)
    """
    return _HAD.search(_clause(low, start, end)[0]) is not None


def _clause(low: str, start: int, end: int) -> tuple[str, str]:
    """The clause before and after a span."""
    before = _STOP.split(low[max(0, start - BEFORE) : start])[-1]
    return before, _STOP.split(low[end : end + AFTER], maxsplit=1)[0]


def _meaning(found: list[re.Match[str]]) -> Tense:
    """The last cue decides; a participle after "will be" is of what is to come."""
    last = found[-1]
    if last.lastgroup == "future":
        return Tense.FUTURE
    planned = last.lastgroup != "saying" and any(
        cue.lastgroup == "future" and last.start() - cue.end() < PARTICIPLE for cue in found[:-1]
    )
    return Tense.FUTURE if planned else Tense.PAST


@cache
def _sure() -> frozenset[str]:
    return frozenset(read_table("timeline.times", "tense.toml")["planned"]["words"])


@cache
def _cues() -> re.Pattern[str]:
    table = read_table("timeline.times", "tense.toml")
    future, past = alternation(table["future"]["words"]), alternation(table["past"]["words"])
    held = alternation(table["future"]["with_infinitive"])
    others = alternation(table["past"]["not_verbs"])
    refused = alternation(table["past"]["refused"])
    over = rf"could\s+not|couldn't|(?:may|might|must)\s+have\s+(?:not\s+)?{_DONE}"
    over += rf"|(?:would\s+not|wouldn't)\s+(?:[a-z]+ly\s+)?{refused}"
    planned = rf"(?:is|are)\s+to(?=\s+(?!blame\b)[a-z])|{held}\s+to(?=\s+(?!the\b|an?\b)[a-z])"
    saying, now = alternation(table["past"]["saying"]), alternation(table["present"]["words"])
    told = rf"(?P<saying>{saying})|(?P<past>{past}|(?!{others}\b)[a-z]{{3,}}(?<!e)ed)"
    planned += r"|(?:when|if|once|until)\s+(?:[\w']+\s+){1,3}(?:is|are)(?=\s)"
    return re.compile(rf"\b(?:(?P<over>{over})|(?P<future>{future}|{planned})|{told}|(?P<present>{now}))\b")


def _tells_of_happened(before: str, after: str) -> bool:
    """Whether something that nobody plans stands beside the day, with no more between than where it was."""
    noun_before, noun_after = _happened()
    found = noun_before.search(before)
    where = found["where"] if found else None
    return bool(found and not (where and _cues().search(where))) or bool(noun_after.match(after))


@cache
def _happened() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What nobody plans, just before a day, and just after it."""
    words = alternation(read_table("timeline.times", "tense.toml")["happened"]["words"])
    before = re.compile(
        rf"\b{words}\s+(?:(?:of|in|at|near|outside|inside)\s+(?P<where>[^,;:()]{{2,60}}?)\s+)?"
        r"(?:(?:on|at|early|late|that)\s+)*$"
    )
    between = r"'s\s+(?:[a-z]+\s+){0,2}|\s+(?:(?!and\b|or\b|to\b|for\b|of\b)[a-z-]+\s+)?"
    return before, re.compile(rf"(?:{between}){words}\b")
