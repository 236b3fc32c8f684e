"""Which events a reader wants to see.

Events and a selection go in, the events that meet every criterion come out, in their order. The pages and the command
line filter with this module and nothing else.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from timeline.model import Event, Harm, Interval, Role, Scope, Status

NO_QUOTES: Mapping[str, str] = MappingProxyType({})
_TERM = re.compile(r"[\"“”]([^\"“”]+)[\"“”]|(\S+)")


class Unknown(Enum):
    """What becomes of events without a time, or without a place."""

    FILTERED = "filtered"  # they pass unless a time, or a place, is asked for
    KEPT = "kept"  # they pass whatever time or place is asked for
    DROPPED = "dropped"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Figures:
    """How many people an event must have harmed, by its best figure; an event without a figure does not pass."""

    harm: Harm
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """What an event must meet; an empty field lets all events through.

    `since` and `until` are days, both included: an event passes if the time in which it can have happened shares a day
    with them. Names of places (at any level: town, region, country; the gazetteer's and the articles'), countries
    (names or ISO codes), sources and articles are compared without regard to case and accents. `words` must all
    occur, "quoted ones" in that order. `ids` are events': each of its claims' ids leads to an event.
    """

    since: date | None = None
    until: date | None = None
    types: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    statuses: frozenset[Status] = frozenset()
    scopes: frozenset[Scope] = frozenset()
    roles: frozenset[Role] = frozenset()
    ids: frozenset[str] = frozenset()
    min_sources: int = 0
    min_origins: int = 0
    min_articles: int = 0
    figures: tuple[Figures, ...] = ()
    words: str = ""
    undated: Unknown = Unknown.FILTERED
    unplaced: Unknown = Unknown.FILTERED


Criterion = Callable[[Event, Selection], bool]


def select(events: Sequence[Event], selection: Selection, quotes: Mapping[str, str] = NO_QUOTES) -> tuple[Event, ...]:
    """The events that meet a selection. `quotes`, sentences by claim id, are searched for its words too."""
    found = [event for event in events if all(criterion(event, selection) for criterion in CRITERIA.values())]
    terms = [fold(quoted or word) for quoted, word in _TERM.findall(selection.words)]
    return tuple(event for event in found if not terms or _says(event, terms, quotes))


def refusals(events: Sequence[Event], selection: Selection) -> dict[str, int]:
    """How many events fail each criterion, by its name; an event may fail several. The words are not counted."""
    counts = {name: sum(not meets(e, selection) for e in events) for name, meets in CRITERIA.items()}
    return {name: count for name, count in counts.items() if count}


def fold(words: str) -> str:
    """Words for comparison: without case and accents, runs of white space as one space.

    >>> fold("São  Paulo") == fold("sao paulo")
    True
    """
    plain = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _in_time(event: Event, selection: Selection) -> bool:
    asked = selection.since or selection.until
    if event.when is None:
        return _passes(selection.undated, (selection.since, selection.until))
    if selection.undated is Unknown.ONLY:
        return False
    wanted = Interval.of_days(selection.since or date.min, selection.until or date.max)
    return not asked or event.when.outer.meets(wanted)


def _in_place(event: Event, selection: Selection) -> bool:
    if event.where is None:
        return _passes(selection.unplaced, (selection.places, selection.countries))
    if selection.unplaced is Unknown.ONLY:
        return False
    every = {event.where, *event.places}
    names = {fold(name) for place in every for name in (place.name, place.admin1, place.country) if name}
    names |= {fold(claim.where[0].place.surface) for claim in event.claims if claim.where}
    countries = {fold(name) for place in every for name in (place.country, place.iso3) if name}
    return _meets(selection.places, names) and _meets(selection.countries, countries)


def _passes(unknown: Unknown, asked: Iterable[object]) -> bool:
    return not any(asked) if unknown is Unknown.FILTERED else unknown is not Unknown.DROPPED


def _meets(wanted: frozenset[str], given: set[str]) -> bool:
    return not wanted or not given.isdisjoint(map(fold, wanted))


def _has_figures(event: Event, selection: Selection) -> bool:
    return all(
        figures.harm in event.tolls
        and figures.least <= event.tolls[figures.harm].best
        and (figures.most is None or event.tolls[figures.harm].best <= figures.most)
        for figures in selection.figures
    )


CRITERIA: Mapping[str, Criterion] = {
    "time": _in_time,
    "place": _in_place,
    "type": lambda event, asked: not asked.types or not asked.types.isdisjoint(event.types),
    "source": lambda event, asked: _meets(asked.sources, set(map(fold, event.sources))),
    "article": lambda event, asked: _meets(asked.articles, set(map(fold, event.articles))),
    "status": lambda event, asked: not asked.statuses or event.status in asked.statuses,
    "scope": lambda event, asked: not asked.scopes or event.scope in asked.scopes,
    "role": lambda event, asked: not asked.roles or any(claim.role in asked.roles for claim in event.claims),
    "id": lambda event, asked: not asked.ids or not asked.ids.isdisjoint(claim.id for claim in event.claims),
    "number of sources": lambda event, asked: len(event.sources) >= asked.min_sources,
    "number of origins": lambda event, asked: event.origins >= asked.min_origins,
    "number of articles": lambda event, asked: len(event.articles) >= asked.min_articles,
    "figures": _has_figures,
}
"""Criterion by name; a filter to add is a field of `Selection` and a row here."""


def _says(event: Event, terms: Sequence[str], quotes: Mapping[str, str]) -> bool:
    words = [event.title, *event.types, *event.sources, *event.articles]
    words += [name for p in (event.where, *event.places) if p for name in (p.name, p.admin1, p.country) if name]
    for claim in event.claims:
        mentions = [claim.trigger, *claim.tolls, *(actor.mention for actor in claim.actors)]
        words += [quotes.get(claim.id, ""), *(mention.surface for mention in mentions)]
    said = fold("\n".join(words))
    return all(term in said for term in terms)
