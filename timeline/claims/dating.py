"""When a happening was: the choice among the times that its sentences state.

A happening goes in, a `When` comes out, with the rule that chose it; None where nothing is known.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.claims import cues
from timeline.claims.joining import FINE, Happening
from timeline.claims.kinds import gap_days, is_generic
from timeline.claims.passages import Passage
from timeline.claims.sharing import nearest_trigger
from timeline.claims.telling import Telling
from timeline.model import Grain, Interval, Mention, Status, Timex, TimexType, When

REPORTED_DAYS = 7  # news without a time of its own happened in the week that ends on the day of publication
RECENT = timedelta(days=21)
_RANGE_OPENS = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_RANGE_JOINS = re.compile(r"\s*,?\s*(?:to|and|until|till|through|–|-)\s*(?:the\s+)?", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:early\s+|late\s+)?$", re.IGNORECASE)
# Words that say which day an hour is of; digits with a stroke or in sets of four are dates too.
_OF_DAY = re.compile(
    r"day\b|\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|tonight|tomorrow|overnight|\b(?:last|this|that|same|next|following|previous|eve|christmas)\b|\d/\d|\d-\d|\b(?:19|20)\d\d\b",
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


@dataclass(frozen=True, slots=True)
class Beside:
    """Sentences that tell of nothing themselves: those of a happening's paragraphs, and all of the article's.

    `article` is empty for what the article does not lead with: only its lead story may take a time from anywhere.
    """

    paragraph: tuple[Passage, ...]
    article: tuple[Passage, ...]


def date_of(happening: Happening, beside: Beside, published: date | None) -> When | None:
    """When a happening was: its sentences' own times first, then those beside them, then the week of its news.

    What is planned, possible, or background and states no time stays undated (None).
    """
    own = [vote for telling in happening.tellings for vote in _own(telling, published)]
    near = own or list(_near(beside.paragraph, "paragraph"))
    far = [vote for vote in _near(beside.article, "article") if _is_recent(vote, published)]
    if near or far:
        elected = _elected(near or far, far, published)
        return _spell(elected, own, gap_days(happening.types))
    told = happening.tellings[0]
    if published is None or told.past or told.status not in (Status.HAPPENED, Status.ONGOING):
        return None
    week = Interval.of_days(published - timedelta(days=REPORTED_DAYS - 1), published)
    return When(week, week, Grain.WEEK, "reported")


def _spell(when: When, votes: Sequence[_Vote], gap: int) -> When:
    """The stretch of days on which something that lasts is told, from one stated day to the next."""
    if gap <= 1 or when.rule != "sentence" or when.outer.days > gap:
        return when
    days = sorted((v for v in votes if v.time.value.grain in FINE and v.points > 0), key=lambda vote: vote.interval)
    first = last = next((vote for vote in days if vote.time in when.times), None)
    if first is None or last is None:
        return when
    step = timedelta(days=gap)
    for vote in reversed(days):
        if vote.interval.start < first.interval.start and first.interval.start - vote.interval.end < step:
            first = vote
    for vote in days:
        if vote.interval.end > last.interval.end and vote.interval.start - last.interval.end < step:
            last = vote
    if first is last:
        return when
    return When(first.interval, last.interval, Grain.DAY, "spell", (first.time, last.time), when.zone)


def _own(telling: Telling, published: date | None) -> Iterable[_Vote]:
    for time in telling.times:
        interval = time.value.interval
        if interval is not None:
            ahead = published is not None and interval.first > published and telling.status is Status.HAPPENED
            if not (ahead and telling.tolls):
                yield _Vote(telling.passage, time, interval, _points(telling, time) - 4 * ahead, "sentence")


def _is_recent(vote: _Vote, published: date | None) -> bool:
    """Whether a time that nothing ties to a happening can still be that of the news: it lies in the weeks before."""
    return published is not None and published - RECENT <= vote.interval.first <= published


def _points(telling: Telling, time: Mention[Timex]) -> float:
    """How plainly a time says when it happened."""
    passage = telling.passage
    points = 1.0 + (not telling.weak) + 2 * (time.value.grain in FINE) + 0.5 * telling.definite
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
    return time.value.type is TimexType.TIME and _OF_DAY.search(time.surface) is None


def _near(passages: Iterable[Passage], rule: str) -> Iterable[_Vote]:
    """The times of sentences that tell of no other happening."""
    for passage in passages:
        for time in passage.times:
            interval = time.value.interval
            if interval is None or time.value.grain not in FINE or is_bare_clock(time):
                continue
            if not cues.is_reporting(passage, time):
                yield _Vote(passage, time, interval, 1.0, rule)


def _elected(votes: Sequence[_Vote], far: Sequence[_Vote], published: date | None) -> When:
    """The time with most points; votes for the same days add up, the earlier in the text among equals.

    A time of the same or, for a lead story, of another sentence that lies in it makes it finer.
    """
    totals: dict[tuple[date, date], float] = {}
    for vote in votes:
        days = (vote.interval.first, vote.interval.last)
        fine = vote.time.value.grain in FINE
        totals[days] = totals.get(days, 0.0) + vote.points if fine else max(totals.get(days, 0.0), vote.points)
    best = max(votes, key=lambda vote: (totals[vote.interval.first, vote.interval.last], -vote.passage.index))
    finer = [vote for vote in (*votes, *far) if _lies_within(vote, best) and not is_bare_clock(vote.time)]
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
