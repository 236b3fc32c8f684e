"""When a happening was: the choice among the times that its sentences state.

A happening goes in, a `When` comes out, with the rule that chose it; None where nothing is known.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.claims import cues
from timeline.claims.joining import FINE, Happening
from timeline.claims.kinds import is_generic
from timeline.claims.passages import Passage
from timeline.claims.sharing import nearest_trigger
from timeline.claims.telling import Telling
from timeline.model import Grain, Interval, Mention, Status, Timex, TimexType, When

REPORTED_DAYS = 7  # news without a time of its own happened in the week that ends on the day of publication
_RANGE_OPENS = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_RANGE_JOINS = re.compile(r"\s*,?\s*(?:to|and|until|till|through|–|-)\s*(?:the\s+)?", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:early\s+|late\s+)?$", re.IGNORECASE)
_BARE_CLOCK = re.compile(
    r"(?:about |around |just (?:before|after) |shortly (?:before|after) )?"
    r"(?:[\d:.]+\s*(?:[ap]\.?\s?m\.?)?|noon|midnight|"
    r"(?:at |the )?(?:night|morning|evening|afternoon|time))(?:\s+[A-Z]{2,4}| local time)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Vote:
    """One stated time, and how plainly it says when the happening was."""

    passage: Passage
    time: Mention[Timex]
    interval: Interval
    points: float
    rule: str


def date_of(happening: Happening, nearby: Sequence[Passage], published: date | None) -> When | None:
    """When a happening was: its sentences' own times first, then those of its paragraphs, then the week of its news.

    What is planned, possible, or background and states no time stays undated (None).
    """
    votes = [vote for telling in happening.tellings for vote in _own(telling)] or list(_near(nearby))
    if votes:
        return _elected(votes, published)
    told = happening.tellings[0]
    if published is None or told.past or told.status not in (Status.HAPPENED, Status.ONGOING):
        return None
    week = Interval.of_days(published - timedelta(days=REPORTED_DAYS - 1), published)
    return When(week, week, Grain.WEEK, "reported")


def _own(telling: Telling) -> Iterable[_Vote]:
    for time in telling.times:
        if time.value.interval is not None:
            yield _Vote(telling.passage, time, time.value.interval, _points(telling, time), "sentence")


def _points(telling: Telling, time: Mention[Timex]) -> float:
    """How plainly a time says when it happened."""
    passage = telling.passage
    points = 1.0 + (not telling.weak) + (time.value.grain in FINE) + 0.5 * telling.definite
    points += 2 * any(cues.states_happening(passage, trigger, time.span) for trigger in telling.triggers)
    points += 0.5 * (passage.in_title or passage.index < 2) - 2 * telling.past
    return points - 2 * _is_of_consequence(telling, time) - 3 * is_bare_clock(time)


def _is_of_consequence(telling: Telling, time: Mention[Timex]) -> bool:
    """Whether a time is that of a death or an injury and not of the deed that the sentence names beside it."""
    kinds = {trigger.value.types[0] for trigger in telling.triggers}
    nearest = nearest_trigger(telling.passage, telling.triggers, time.span)
    return is_generic(nearest.value.types[0]) and not all(map(is_generic, kinds))


def is_bare_clock(time: Mention[Timex]) -> bool:
    """Whether a time names an hour and leaves the day to the context."""
    return time.value.type is TimexType.TIME and _BARE_CLOCK.fullmatch(time.surface) is not None


def _near(nearby: Iterable[Passage]) -> Iterable[_Vote]:
    """Times of the same paragraphs, told of no other happening."""
    for passage in nearby:
        for time in passage.times:
            interval = time.value.interval
            if interval is None or time.value.grain not in FINE or is_bare_clock(time):
                continue
            if not cues.is_reporting(passage, time):
                yield _Vote(passage, time, interval, 1.0, "paragraph")


def _elected(votes: Sequence[_Vote], published: date | None) -> When:
    """The time with most points; votes for the same days add up, the earlier in the text among equals."""
    totals: dict[tuple[date, date], float] = {}
    for vote in votes:
        days = (vote.interval.first, vote.interval.last)
        totals[days] = totals.get(days, 0.0) + vote.points
    best = max(votes, key=lambda vote: (totals[vote.interval.first, vote.interval.last], -vote.passage.index))
    finer = [vote for vote in votes if _lies_within(vote, best) and not is_bare_clock(vote.time)]
    chosen = min([best, *finer], key=lambda vote: vote.interval.end - vote.interval.start)
    return _ranged(chosen, votes, published)


def _lies_within(vote: _Vote, best: _Vote) -> bool:
    outer = best.interval
    return outer.start <= vote.interval.start and vote.interval.end <= outer.end and vote.points > 0


def _ranged(vote: _Vote, votes: Sequence[_Vote], published: date | None) -> When:
    """The chosen time as a `When`: "from A to B" begins in A and ends in B, "since A" lasts to the publication."""
    passage, value = vote.passage, vote.time.value
    for other in votes:
        if other.passage is passage and _make_range(vote, other):
            return When(vote.interval, other.interval, value.grain, "range", (vote.time, other.time), value.zone)
    if published and _SINCE.search(passage.before(vote.time.span, 20)) and vote.interval.first <= published:
        end = Interval.of_days(published, published)
        return When(vote.interval, end, value.grain, "since", (vote.time,), value.zone)
    return When(vote.interval, vote.interval, value.grain, vote.rule, (vote.time,), value.zone)


def _make_range(first: _Vote, second: _Vote) -> bool:
    if not first.interval.end <= second.interval.start or first.time.span.end > second.time.span.start:
        return False
    opens = _RANGE_OPENS.search(first.passage.before(first.time.span, 20))
    joins = _RANGE_JOINS.fullmatch(first.passage.between(first.time.span, second.time.span))
    return bool(opens and joins)
