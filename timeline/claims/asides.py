"""Older events of which a sentence tells in passing: "the worst since 2010, when 300 people died".

A passage goes in, its parts come out: the sentence with what it tells of its own event, and the aside with the rest.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from timeline.claims import cues
from timeline.claims.passages import Passage
from timeline.model import Mention, Timex

OLD = timedelta(days=30)  # before publication, from which on a time is an older event's
BESIDE = 60  # characters beside a time that can say so
T = TypeVar("T")


def parts_of(passage: Passage, published: date | None) -> list[Passage]:
    """A sentence, and apart what stands from the time of an older event on."""
    opened = [time.span.start for time in passage.times if _opens_aside(passage, time, published)]
    if not opened:
        return [passage]
    start, end = passage.span.start, passage.span.end
    return [_between(passage, start, opened[0]), _between(passage, opened[0], end)]


def _opens_aside(passage: Passage, time: Mention[Timex], published: date | None) -> bool:
    """Whether an older time stands before a clause of its own; without a day of publication, one that is compared."""
    value = time.value.interval
    if value is None or cues.pattern("aside", "opening").match(passage.after(time.span, BESIDE)) is None:
        return False
    if any(cues.pattern("aside", "dates").fullmatch(passage.between(t.span, time.span)) for t in passage.triggers):
        return False  # it dates an event that is named: "the flood of 1953, which killed 300"
    if published is not None:
        return value.last < published - OLD
    return cues.pattern("aside", "compared").search(passage.before(time.span, BESIDE)) is not None


def _between(passage: Passage, start: int, end: int) -> Passage:
    """The sentence with those of its mentions alone that begin in a range."""

    def within(mentions: Iterable[Mention[T]]) -> tuple[Mention[T], ...]:
        return tuple(mention for mention in mentions if start <= mention.span.start < end)

    return replace(
        passage,
        times=within(passage.times),
        places=within(passage.places),
        tolls=within(passage.tolls),
        triggers=within(passage.triggers),
    )
