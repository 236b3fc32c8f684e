"""How a sentence tells of a happening: as done, planned, possible or denied; as the one told so far or another one.

A passage and a trigger in it go in, a judgement comes out. The words are in `claims.toml`.
"""

import re
from functools import cache
from typing import Any

from timeline.claims.passages import Passage
from timeline.model import Mention, Span, Status, Timex, Trigger
from timeline.spans import read_table

VERB = "verb"  # the rule of triggers that are verbs
NEAR = 90  # characters of the clause before a trigger that can say how it is meant
BESIDE = 40
CLAUSE = 60  # characters before a time that can say that something ended then
REACH = 150  # characters over which a statement of when or where reaches
REPORTING = (("pattern", 70), ("inverted", 80), ("signed", 40), ("state", 70), ("counted", 110), ("tolls", REACH))
_BOUNDARY = re.compile(
    r";|—|--|[“”\"]|,?\s(?:but|while|whereas|after|before|because|although|though|when|where|which|who|following|as)\s"
)


@cache
def table() -> dict[str, Any]:
    """The words of this package."""
    return read_table("timeline.claims", "claims.toml")


@cache
def pattern(*path: str) -> re.Pattern[str]:
    """A compiled pattern of the table, by the keys that lead to it."""
    entry: Any = table()
    for key in path:
        entry = entry[key]
    return re.compile(entry, re.IGNORECASE)


@cache
def _statuses() -> tuple[tuple[Status, re.Pattern[str], re.Pattern[str]], ...]:
    rows = table()["status"]
    return tuple((Status(row["id"]), re.compile(row["before"], re.I), re.compile(row["after"], re.I)) for row in rows)


def status_of(passage: Passage, span: Span) -> Status:
    """How certain the telling is that the thing named by the span happened; plain telling is `happened`."""
    before, after = clause_before(passage, span), clause_after(passage, span)
    if pattern("known", "pattern").search(passage.before(span, BESIDE)):
        before = ""
    for status, left, right in _statuses():
        if left.search(before) or right.search(after):
            presumed = status is Status.POSSIBLE and pattern("presumed", "pattern").search(passage.before(span, BESIDE))
            return Status.HAPPENED if presumed else status
    return Status.HAPPENED


def status_told(passage: Passage, trigger: Mention[Trigger]) -> Status:
    """How certain the telling is that what a trigger names happened; what somebody means to do is `possible`."""
    status = status_of(passage, trigger.span)
    return Status.POSSIBLE if status is Status.HAPPENED and is_intended(passage, trigger) else status


def is_intended(passage: Passage, trigger: Mention[Trigger]) -> bool:
    """Whether a trigger names an aim ("asked them to decree a truce") and nothing says that it came to pass."""
    before = passage.before(trigger.span, NEAR)
    found = pattern("intended", "verb" if trigger.rule == VERB else "noun").search(before)
    return found is not None and pattern("intended", "unless").search(before, 0, found.start() + len("to")) is None


def clause_before(passage: Passage, span: Span) -> str:
    """The words of a span's own clause that stand before it."""
    words = passage.before(span, NEAR)
    starts = [found.end() for found in _BOUNDARY.finditer(words)]
    return words[starts[-1] :] if starts else words


def clause_after(passage: Passage, span: Span) -> str:
    """The words of a span's own clause that stand behind it."""
    words = passage.after(span, NEAR)
    found = _BOUNDARY.search(words)
    return words[: found.start()] if found else words


def is_definite(passage: Passage, span: Span) -> bool:
    """Whether the words before a trigger point back to an event told before ("the shooting")."""
    return pattern("definite", "pattern").search(passage.before(span, BESIDE)) is not None


def is_novel(passage: Passage, span: Span) -> bool:
    """Whether the words before a trigger, or its sentence's first, set it apart from the event told before."""
    opens_anew = pattern("novel", "opening").match(passage.text) is not None
    return opens_anew or pattern("novel", "pattern").search(passage.before(span, BESIDE)) is not None


def is_compared(passage: Passage, span: Span) -> bool:
    """Whether a trigger names what the event told is held against ("the worst since the flood of 1953")."""
    return pattern("compared", "pattern").search(passage.before(span, BESIDE)) is not None


def is_stored(passage: Passage, trigger: Mention[Trigger]) -> bool:
    """Whether a trigger names arms that somebody has, takes or sells, and no use of them."""
    if pattern("stored", "words").search(trigger.surface) is None:
        return False
    return pattern("stored", "before").search(passage.before(trigger.span, NEAR)) is not None


def goes_on(passage: Passage, head: Span, span: Span) -> bool:
    """Whether a span stands in a clause that tells more of what was named right before it (", which killed 40")."""
    words = passage.between(head, span) if head.end <= span.start else ""
    return len(words) <= NEAR and pattern("relative", "pattern").fullmatch(words) is not None


def is_aggregate(passage: Passage, span: Span) -> bool:
    """Whether the words around a span speak of a campaign, a season or a running total, not of one happening."""
    words = passage.before(span, NEAR) + passage.quote(span) + passage.after(span, BESIDE)
    led_in = pattern("aggregate", "before").search(passage.before(span, NEAR))
    return led_in is not None or pattern("aggregate", "pattern").search(words) is not None


def names_campaign(trigger: Mention[Trigger]) -> bool:
    """Whether a trigger names a long fight ("war") rather than one happening."""
    return pattern("campaign", "pattern").search(trigger.surface) is not None


def tells_of_past(passage: Passage) -> bool:
    """Whether a sentence steps back to an older event."""
    return pattern("past", "pattern").search(passage.text) is not None


def tells_of_law(passage: Passage) -> bool:
    """Whether a sentence is about an arrest or a trial."""
    return pattern("retold", "pattern").search(passage.text) is not None


def is_reporting(passage: Passage, time: Mention[Timex]) -> bool:
    """Whether a time says when somebody spoke, counted or still waited, and not when something happened."""
    return any(pattern("reporting", name).search(passage.before(time.span, width)) for name, width in REPORTING)


def is_held_against(passage: Passage, time: Span) -> bool:
    """Whether a time is of what the event told is compared with ("the worst flood since 1953")."""
    return pattern("held_against", "pattern").search(passage.before(time, REACH)) is not None


def is_aside(passage: Passage, trigger: Span, time: Span) -> bool:
    """Whether a time is of what the event came after ("came weeks after he had fled on May 4") or of its sequel.

    A sequel is a clause without harm before the event ("they mourned on Sunday after a flood hit the town").
    """
    words = passage.between(trigger, time)
    if time > trigger:
        return pattern("aside", "pattern").search(words) is not None
    told = any(mention.span < time for mention in (*passage.triggers, *passage.tolls))
    return not told and pattern("aside", "sequel").fullmatch(words) is not None


def owns_day(passage: Passage, time: Span, trigger: Span) -> bool:
    """Whether a day before a trigger is its own ("Tuesday's march") or its too ("struck on Friday and abducted")."""
    words = passage.between(time, trigger)
    return time < trigger and any(
        pattern(name, "pattern").fullmatch(words) is not None for name in ("owned", "shared_day")
    )


def dies_in(passage: Passage, harm: Span, trigger: Span) -> bool:
    """Whether people are said to be harmed in what a trigger names ("died in the protests")."""
    return harm < trigger and pattern("harmed_in", "pattern").fullmatch(passage.between(harm, trigger)) is not None


def tells_of_end(passage: Passage, time: Mention[Timex]) -> bool:
    """Whether something that lasted ended at a time ("until 20 June")."""
    return pattern("ending", "pattern").search(passage.before(time.span, CLAUSE)) is not None


def states_happening(passage: Passage, trigger: Mention[Trigger], other: Span) -> bool:
    """Whether the words between a trigger and a time or place say that it happened then or there."""
    words = passage.between(trigger.span, other)
    return len(words) <= REACH and pattern("happened", "pattern").search(words) is not None
