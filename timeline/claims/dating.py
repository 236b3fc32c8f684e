"""When a happening was: the choice among the times that its sentences state.

A happening goes in, a `When` comes out, with the rule that chose it; None where nothing is known.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.claims import cues
from timeline.claims.cues import pattern
from timeline.claims.happening import Happening
from timeline.claims.kinds import gap_days
from timeline.claims.passages import Passage
from timeline.claims.votes import Vote, hour_of, totals, votes_beside, votes_of
from timeline.model import Grain, Interval, Status, When

REPORTED_DAYS = 7  # news without a time of its own happened in the week that ends on the day of publication
RECENT = timedelta(days=21)
AROUND = timedelta(days=31)  # of a frame, in which a time can still be of what it is about
MORNING, EVENING = 12, 17  # hours: a night's own come after the one and before the other
_RANGE_OPENS = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_RANGE_JOINS = re.compile(r"\s*,?\s*(?:to|and|until|till|through|–|-)\s*(?:the\s+)?", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:early\s+|late\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Beside:
    """Sentences that tell of nothing themselves: those of a happening's paragraphs, and all of the article's.

    `article` is empty for what the article does not lead with: only its lead story may take a time from anywhere.
    `frame` are the months or years that the opening of an article without a publication date sets it in.
    """

    paragraph: tuple[Passage, ...]
    article: tuple[Passage, ...]
    frame: tuple[Interval, ...] = ()


def date_of(happening: Happening, beside: Beside, published: date | None) -> When | None:
    """When a happening was: its sentences' own times first, then those beside them, then the week of its news.

    What is planned, possible, or background and states no time stays undated (None).
    """
    own = list(votes_of(happening, published))
    near = own or list(votes_beside(beside.paragraph, "paragraph"))
    far = [vote for vote in votes_beside(beside.article, "article") if _is_recent(vote, published)]
    if near or far:
        begun = _of_beginning(near or far, happening, beside.frame)
        elected = _elected(begun, near or far, far, published)
        return _spell(elected, own, gap_days(happening.types))
    told = happening.tellings[0]
    if published is None or told.past or told.status not in (Status.HAPPENED, Status.ONGOING):
        return None
    week = Interval.of_days(published - timedelta(days=REPORTED_DAYS - 1), published)
    return When(week, week, Grain.WEEK, "reported")


def _of_beginning(votes: Sequence[Vote], happening: Happening, frame: Sequence[Interval]) -> list[Vote]:
    """The times at which it can have begun: none outside the frame and, of what lasts, none at which it ended."""
    kept = [vote for vote in votes if _is_framed(vote, frame)] or list(votes)
    if gap_days(happening.types) > 1:
        kept = [vote for vote in kept if not cues.tells_of_end(vote.passage, vote.time)] or kept
    return kept


def _is_framed(vote: Vote, frame: Sequence[Interval]) -> bool:
    start, end = vote.interval.start - AROUND, vote.interval.end + AROUND
    return not frame or any(stated.start < end and start < stated.end for stated in frame)


def _spell(when: When, votes: Sequence[Vote], gap: int) -> When:
    """The stretch of days on which something that lasts is told, from one stated day to the next."""
    if gap <= 1 or when.rule != "sentence" or when.outer.days > gap:
        return when
    days = sorted((vote for vote in votes if vote.is_fine and vote.is_plain), key=lambda vote: vote.interval)
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


def _is_recent(vote: Vote, published: date | None) -> bool:
    """Whether a time that nothing ties to a happening can still be that of the news: it lies in the weeks before."""
    return published is not None and published - RECENT <= vote.interval.first <= published


def _elected(begun: Sequence[Vote], votes: Sequence[Vote], far: Sequence[Vote], published: date | None) -> When:
    """The time of beginning with most points; votes for the same days add up, the earlier in the text among equals.

    A time of the same or, for a lead story, of another sentence that lies in it makes it finer, and so does an hour
    told of a night.
    """
    points = totals(begun, published)
    best = max(begun, key=lambda vote: (points[vote.days], -vote.passage.index))
    finer = [vote for vote in (*begun, *far) if _lies_within(vote, best)]
    chosen = min([best, *finer], key=lambda vote: vote.interval.end - vote.interval.start)
    return _of_night(chosen, votes) or _ranged(chosen, votes, published)


def _of_night(chosen: Vote, votes: Sequence[Vote]) -> When | None:
    """The day of a night on which an hour told with it falls: the first until midnight, the second after it."""
    hours = [vote for vote in votes if hour_of(vote.time) is not None]
    nights = [vote for vote in votes if vote.time.value.grain is Grain.PART and vote.interval.days == 2]
    night, clock = (
        (chosen, hours[0] if hours else None) if chosen in nights else (nights[0] if nights else None, chosen)
    )
    hour = hour_of(clock.time) if clock else None
    if night is None or clock is None or hour is None or MORNING <= hour < EVENING:
        return None
    if abs(night.interval.first - clock.interval.first) > timedelta(days=1):
        return None
    day = night.interval.first if hour >= EVENING else night.interval.last
    days = Interval.of_days(day, day)
    return When(days, days, Grain.DAY, "night and hour", (night.time, clock.time), night.time.value.zone)


def _lies_within(vote: Vote, best: Vote) -> bool:
    outer = best.interval
    return outer.start <= vote.interval.start and vote.interval.end <= outer.end and vote.is_plain


def _ranged(vote: Vote, votes: Sequence[Vote], published: date | None) -> When:
    """The chosen time as a `When`: "from A to B" begins in A and ends in B, "since A" lasts to the publication."""
    passage, value = vote.passage, vote.time.value
    for other in votes:
        if other.passage is passage and _make_range(vote, other):
            return When(vote.interval, other.interval, value.grain, "range", (vote.time, other.time), value.zone)
    if published and _lasts_since(vote) and vote.interval.first <= published:
        end = Interval.of_days(published, published)
        return When(vote.interval, end, value.grain, "since", (vote.time,), value.zone)
    return When(vote.interval, vote.interval, value.grain, vote.rule, (vote.time,), value.zone)


def _lasts_since(vote: Vote) -> bool:
    """Whether "since" stands before a time, and no clause about that time behind it ("since 2010, when 300 died")."""
    passage, span = vote.passage, vote.time.span
    opens_aside = pattern("aside", "opening").match(passage.after(span, 40))
    return _SINCE.search(passage.before(span, 20)) is not None and opens_aside is None


def _make_range(first: Vote, second: Vote) -> bool:
    if not first.interval.end <= second.interval.start or first.time.span.end > second.time.span.start:
        return False
    opens = _RANGE_OPENS.search(first.passage.before(first.time.span, 20))
    joins = _RANGE_JOINS.fullmatch(first.passage.between(first.time.span, second.time.span))
    return bool(opens and joins)
