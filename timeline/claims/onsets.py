"""When something that lasts began: the day on which an article says that it formed, broke out or was first seen.

A happening's time and the sentences of its article go in, the time with its stated beginning comes out. The words are
in `onsets.toml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from timeline.claims import cues
from timeline.claims.happening import FINE, Happening
from timeline.claims.names import name_at
from timeline.claims.passages import Passage
from timeline.claims.votes import is_bare_clock
from timeline.model import Grain, Interval, Mention, Span, Status, Timex, When
from timeline.spans import alternation, parse_count, read_table

ONSET = "onset"
CLAUSE = 90  # characters between an onset and its time
OUTSET = 40  # characters from a sentence's first within which a time is of the whole sentence
TOLD = frozenset({Status.HAPPENED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to tell of a beginning. It can lie so many days before (`reach`) or after (`late`) those told else."""

    rank: int
    reach: timedelta
    late: timedelta
    types: frozenset[str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Onset:
    """A stated beginning and the rule that found it."""

    rule: Rule
    time: Mention[Timex]
    interval: Interval


def with_onset(when: When, happening: Happening, passages: Sequence[Passage]) -> When:
    """The time of a happening, begun on the day on which its article says that it did; as it was where it does not."""
    rules = _rules_of(happening.types[0])
    found = [
        onset
        for passage in (passages if rules else ())
        if any(map(_is_day, passage.times)) and not _is_of_another(passage, happening)
        for onset in onsets_in(passage, happening)
        if _can_be(onset, happening, when)
    ]
    first = min(found, key=lambda onset: _order(onset, when), default=None)
    return when if first is None or first.interval == when.start else _begun(when, first)


def onsets_in(passage: Passage, happening: Happening) -> Iterator[Onset]:
    """The beginnings that a sentence tells of as facts, for events of the happening's types."""
    for rule in _rules_of(*happening.types):
        for found in rule.pattern.finditer(passage.text):
            name = found.groupdict().get("name")
            if name and happening.names and name not in happening.names:
                continue
            start = passage.span.start
            span = Span(passage.span.field, start + found.start(), start + found.end())
            time = _time_of(passage, span)
            if time and time.value.interval and _is_fact(passage, span):
                yield Onset(rule, time, time.value.interval)


def _can_be(onset: Onset, happening: Happening, when: When) -> bool:
    """Whether it lies near the days told of it; what an event grew out of counts where it is named or has no day."""
    rule, start = onset.rule, onset.interval.start
    near = when.start.start - rule.reach <= start < when.end.end + rule.late
    return near and (rule.rank == 1 or bool(happening.names) or when.start.days > 1)


def _order(onset: Onset, when: When) -> tuple[bool, int, Interval]:
    return onset.interval.start >= when.end.end, onset.rule.rank, onset.interval


def _begun(when: When, onset: Onset) -> When:
    """A time that begins with an onset and ends as before."""
    start = onset.interval.start
    end = when.end if when.end.start >= start else Interval(start, max(onset.interval.end, when.end.end))
    return When(onset.interval, end, Grain.DAY, ONSET, tuple(dict.fromkeys((onset.time, *when.times))), when.zone)


def _time_of(passage: Passage, onset: Span) -> Mention[Timex] | None:
    """The day of an onset: the one told in or right behind it, or the one before it in its clause or its sentence."""
    days = [time for time in passage.times if _is_day(time)]
    behind = next((time for time in days if time.span.end > onset.start), None)
    if behind:
        between = "" if onset.meets(behind.span) else passage.between(onset, behind.span)
        if len(between) <= CLAUSE and not _words("break").search(between):
            return behind
    before = (time for time in reversed(days) if time.span.end <= onset.start)
    return next((time for time in before if _reaches(passage, time.span, onset)), None)


def _reaches(passage: Passage, time: Span, onset: Span) -> bool:
    outset = time.start - passage.span.start <= OUTSET
    return outset or not _words("break").search(passage.between(time, onset))


def _is_fact(passage: Passage, onset: Span) -> bool:
    """Whether it is told as what happened, neither denied nor foreseen."""
    foreseen = _words("forecast").search(cues.clause_before(passage, onset))
    return not foreseen and cues.status_of(passage, onset) in TOLD


def _is_day(time: Mention[Timex]) -> bool:
    """Whether a time names a day, and does not only point at one ("at that time")."""
    fine = time.value.interval is not None and time.value.grain in FINE and not is_bare_clock(time)
    return fine and _words("vague").search(time.surface) is None


def _is_of_another(passage: Passage, happening: Happening) -> bool:
    """Whether a sentence names an event of another name and not this one; the number of a depression is no name."""
    if not happening.names or any(name in passage.text for name in happening.names):
        return False
    borne = (name_at(passage, trigger) for trigger in passage.triggers)
    return any(name is not None and parse_count(name) is None for name in borne)


def _rules_of(*types: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in _rules() if rule.types & set(types))


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(
        Rule(
            row["rank"],
            timedelta(days=row["reach"]),
            timedelta(days=row.get("late", 0)),
            frozenset(row["types"]),
            re.compile(_source(row["pattern"]), re.IGNORECASE),
        )
        for row in _table()["onset"]
    )


@cache
def _words(name: str) -> re.Pattern[str]:
    """A pattern of the table by its name."""
    return re.compile(_source(_table()[name]["pattern"]), re.IGNORECASE)


def _source(pattern: str) -> str:
    for name, words in _table()["words"].items():
        pattern = pattern.replace(f"{{{name}}}", alternation(words))
    return pattern.replace(" ", r"\s+")


@cache
def _table() -> dict[str, Any]:
    return read_table("timeline.claims", "onsets.toml")
