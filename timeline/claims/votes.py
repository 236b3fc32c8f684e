"""What speaks for and against a stated time being when a happening was.

A happening goes in, one vote per time that its sentences state comes out, with the features that hold of it. What each
feature is worth stands in `weights.toml`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.claims import cues
from timeline.claims.happening import FINE, Happening
from timeline.claims.kinds import is_generic
from timeline.claims.passages import Passage
from timeline.claims.sharing import distance_to, nearest_trigger
from timeline.claims.telling import Telling
from timeline.model import Interval, Mention, Status, Timex, TimexType
from timeline.spans import read_table

Days = tuple[date, date]
BESIDE, FAR = 25, 90  # characters between a trigger and a time, commas counted in
WEEK, MONTH = 7, 31  # days
DOUBTS = frozenset({"past", "ahead", "of consequence", "of a death", "bare clock"})
# Words that say which day an hour is of; digits with a stroke or in sets of four are dates too.
_OF_DAY = re.compile(
    r"day\b|\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|tonight|tomorrow|overnight|\b(?:last|this|that|same|next|following|previous|eve|christmas)\b"
    r"|\d/\d|\d-\d|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_BEARS = re.compile(r"(?:['’]s?)?(?:\s+[\w-]+){0,2}\s+")


@dataclass(frozen=True, slots=True)
class Vote:
    """One stated time, and what holds of it."""

    passage: Passage
    time: Mention[Timex]
    interval: Interval
    features: frozenset[str]
    rule: str

    @property
    def days(self) -> Days:
        """The first and last day that it touches."""
        return self.interval.first, self.interval.last

    @property
    def is_fine(self) -> bool:
        """Whether it is a week or finer."""
        return self.time.value.grain in FINE

    @property
    def is_plain(self) -> bool:
        """Whether nothing speaks against it being a time of the deed itself."""
        return not self.features & DOUBTS

    @property
    def points(self) -> float:
        """What its features are worth together."""
        return sum(weights().get(feature, 0.0) for feature in self.features)


@cache
def weights() -> dict[str, float]:
    """What a feature of a vote, or of all votes for the same days, is worth."""
    return {name: float(value) for name, value in read_table("timeline.claims", "weights.toml")["dating"].items()}


def votes_of(happening: Happening, published: date | None) -> Iterator[Vote]:
    """The times that a happening's own sentences state; what cannot be, news of harm from the future, is left out."""
    for telling in happening.tellings:
        for time in telling.times:
            interval = time.value.interval
            ahead = interval is not None and published is not None and interval.first > published
            if interval is not None and not (ahead and telling.status is Status.HAPPENED and telling.tolls):
                features = (name for name, holds in FEATURES.items() if holds(happening, telling, time))
                extra = ("ahead",) if ahead and telling.status is Status.HAPPENED else ()
                yield Vote(telling.passage, time, interval, frozenset((*features, *extra)), "sentence")


def votes_beside(passages: Iterable[Passage], rule: str) -> Iterator[Vote]:
    """The times of sentences that tell of no happening."""
    for passage in passages:
        for time in passage.times:
            interval = time.value.interval
            if interval is None or time.value.grain not in FINE or is_bare_clock(time):
                continue
            if not cues.is_reporting(passage, time):
                yield Vote(passage, time, interval, frozenset(("told",)), rule)


def totals(votes: Iterable[Vote], published: date | None) -> dict[Days, float]:
    """The points of each stretch of days that votes are for."""
    return {
        days: sum(weights().get(name, 0.0) * value for name, value in row.items())
        for days, row in columns_of(votes, published).items()
    }


def columns_of(votes: Iterable[Vote], published: date | None) -> dict[Days, Counter[str]]:
    """How often each feature holds of the votes for each stretch of days.

    Votes for the same days add up; of those for more than a week, only the best counts.
    """
    found: dict[Days, list[Vote]] = {}
    for vote in votes:
        found.setdefault(vote.days, []).append(vote)
    rows = {}
    for days, group in found.items():
        chosen = group if group[0].is_fine else [max(group, key=lambda vote: vote.points)]
        rows[days] = Counter(name for vote in chosen for name in vote.features) + Counter(age(days, published))
    return rows


def age(days: Days, published: date | None) -> frozenset[str]:
    """How long before its publication a time was, as a feature."""
    if published is None:
        return frozenset()
    gap = (published - days[1]).days
    if gap <= 0:
        return frozenset({"published then" if days[1] == days[0] == published else "published within"})
    if gap <= 1:
        return frozenset({"a day before"})
    return frozenset({"a week before" if gap <= WEEK else "a month before" if gap <= MONTH else "long before"})


def is_bare_clock(time: Mention[Timex]) -> bool:
    """Whether a time names an hour and leaves the day to the context."""
    return time.value.type is TimexType.TIME and _OF_DAY.search(time.surface) is None


def hour_of(time: Mention[Timex]) -> int | None:
    """The hour that a bare clock time names, from 0 to 23; None where it names none."""
    found = re.search(r"T(\d\d)", time.value.value or "") if is_bare_clock(time) else None
    return int(found[1]) if found else None


def _is_of_consequence(happening: Happening, telling: Telling, time: Mention[Timex]) -> bool:
    """Whether a time is that of a death or an injury and not of the deed that is told beside it."""
    nearest = nearest_trigger(telling.passage, telling.triggers, time.span)
    if not is_generic(nearest.value.types[0]):
        return False
    kinds = {trigger.value.types[0] for trigger in telling.triggers}
    return not all(map(is_generic, kinds))


def _is_of_death(happening: Happening, telling: Telling, _: Mention[Timex]) -> bool:
    """Whether the sentence tells of nothing but a death, of a happening that others name."""
    named = {trigger.value.types[0] for trigger in telling.triggers}
    return named == {"death"} and not is_generic(happening.types[0])


def _is_beside(_: Happening, telling: Telling, time: Mention[Timex]) -> bool:
    return distance_to(telling.passage, telling.triggers, time.span) <= BESIDE


def _is_far(_: Happening, telling: Telling, time: Mention[Timex]) -> bool:
    return distance_to(telling.passage, telling.triggers, time.span) > FAR


def _is_attribute(_: Happening, telling: Telling, time: Mention[Timex]) -> bool:
    """Whether a trigger bears the time ("Monday's earthquakes", "the March 5 shooting")."""
    return any(
        time.span.end <= trigger.span.start and _BEARS.fullmatch(telling.passage.between(time.span, trigger.span))
        for trigger in telling.triggers
    )


def _states(_: Happening, telling: Telling, time: Mention[Timex]) -> bool:
    return any(cues.states_happening(telling.passage, trigger, time.span) for trigger in telling.triggers)


Feature = Callable[[Happening, Telling, Mention[Timex]], bool]
FEATURES: dict[str, Feature] = {
    "told": lambda _h, _t, _m: True,
    "plain": lambda _, telling, __: not telling.weak,
    "fine": lambda _, __, time: time.value.grain in FINE,
    "definite": lambda _, telling, __: telling.definite,
    "definite and far": lambda _, telling, time: telling.definite and not _is_beside(_, telling, time),
    "stated": _states,
    "opening": lambda _, telling, __: telling.passage.opens,
    "attribute": _is_attribute,
    "past": lambda _, telling, __: telling.past,
    "of consequence": _is_of_consequence,
    "of a death": _is_of_death,
    "bare clock": lambda _, __, time: is_bare_clock(time),
    "with figures": lambda _, telling, __: bool(telling.tolls),
    "beside": _is_beside,
    "far": _is_far,
    "before": lambda _, telling, time: time.span.end <= telling.anchor.start,
    "retold": lambda _, telling, __: telling.retold,
    "other times": lambda _, telling, __: len(telling.times) > 1,
}
