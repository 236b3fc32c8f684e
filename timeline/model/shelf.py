"""In which order an article's mentions are listed where others point at them by index."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from timeline.model.claim import Reading
from timeline.model.place import Place
from timeline.model.text import Mention, Span
from timeline.model.time import Timex
from timeline.model.toll import Toll

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The mentions that an article lists, those that only its claims name included, and the index of each."""

    times: tuple[Mention[Timex], ...]
    places: tuple[Mention[Place], ...]
    tolls: tuple[Mention[Toll], ...]
    index: dict[Hashable, int]

    def of(self, mention: Mention[Any]) -> int:
        """Index of a mention in its list."""
        return self.index[key(mention)]


def shelve(reading: Reading) -> Shelf:
    """The mentions of a reading in order of position, the title's first."""
    claims, sums = reading.claims, reading.main_tolls.values()
    times = _union(reading.times, (m for c in claims if c.when for m in c.when.times))
    places = _union(reading.places, (where.place for c in claims for where in c.where))
    tolls = _union(reading.tolls, [*(m for c in claims for m in c.tolls), *(m for s in sums for m in s.mentions)])
    index = {key(mention): i for mentions in (times, places, tolls) for i, mention in enumerate(mentions)}
    return Shelf(times, places, tolls, index)


def key(mention: Mention[Any]) -> Hashable:
    """What tells two mentions of an article apart: kind and place, for figures also the harm and the number."""
    value = mention.value
    if isinstance(value, Toll):
        return Toll, mention.span, value.harm, value.low, value.best, value.high
    return type(value), mention.span


def _union(found: Iterable[Mention[T]], named: Iterable[Mention[T]]) -> tuple[Mention[T], ...]:
    listed = {key(mention): mention for mention in found}
    known = len(listed)
    for mention in named:
        listed.setdefault(key(mention), mention)
    return tuple(listed.values()) if len(listed) == known else tuple(sorted(listed.values(), key=_position))


def _position(mention: Mention[Any]) -> tuple[bool, Span]:
    return mention.span.field == "text", mention.span
