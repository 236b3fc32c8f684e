"""Lanes of the timeline: which events are drawn side by side, under which heading, in which order."""

from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum

from timeline.event_types import EVENT_TYPES
from timeline.model import Event

MOST_LANES = 16
REST = "Everything else"

Lane = tuple[str, tuple[Event, ...]]


class Lanes(StrEnum):
    """What a lane of the timeline stands for."""

    TYPE = "type"
    GROUP = "group"
    PLACE = "place"
    SOURCE = "source"


def lanes_of(events: Sequence[Event], by: Lanes) -> list[Lane]:
    """The events of each lane under its heading; an event of several sources stands in each one's lane.

    Types and groups come in the order of the table of event types, places and sources by how many events they have;
    past 16 places or sources the smallest are put together.
    """
    namer, ranks = _NAMERS[by](events), {name: rank for rank, name in enumerate(_order(by))}
    sizes = Counter(name for event in events for name in namer(event))
    largest = sorted(sizes, key=lambda name: (-sizes[name], name))
    kept = set(largest if ranks or len(largest) <= MOST_LANES else largest[: MOST_LANES - 1])
    members: dict[str, dict[str, Event]] = {}
    for event in events:
        for name in namer(event):
            members.setdefault(name if name in kept else REST, {})[event.id] = event
    order = sorted(members, key=lambda name: (name == REST, ranks.get(name, len(ranks)), -sizes[name], name))
    return [(name, tuple(members[name].values())) for name in order]


def type_label(event_type: str) -> str:
    """An event type in words; an id that the table does not hold stands for itself."""
    return EVENT_TYPES[event_type].label if event_type in EVENT_TYPES else event_type


def group_label(event_type: str) -> str:
    """The group of an event type, in words."""
    return EVENT_TYPES[event_type].group.capitalize() if event_type in EVENT_TYPES else "Other"


def colour_of(event_type: str) -> str:
    """The colour of an event type, as #rrggbb."""
    return EVENT_TYPES[event_type if event_type in EVENT_TYPES else "other"].colour


def _by_type(events: Sequence[Event]) -> Callable[[Event], tuple[str, ...]]:
    return lambda event: (type_label(event.types[0]),)


def _by_group(events: Sequence[Event]) -> Callable[[Event], tuple[str, ...]]:
    return lambda event: (group_label(event.types[0]),)


def _by_place(events: Sequence[Event]) -> Callable[[Event], tuple[str, ...]]:
    """Countries; divisions and towns where all is in one country."""
    countries = {event.where.country for event in events if event.where}
    if len(countries) > 1:
        return lambda event: ((event.where.country or event.where.name) if event.where else "No place",)
    return lambda event: ((event.where.admin1 or event.where.name) if event.where else "No place",)


def _by_source(events: Sequence[Event]) -> Callable[[Event], tuple[str, ...]]:
    return lambda event: event.sources or ("Source unknown",)


def _order(by: Lanes) -> list[str]:
    if by == Lanes.TYPE:
        return list(dict.fromkeys(map(type_label, EVENT_TYPES)))
    return list(dict.fromkeys(map(group_label, EVENT_TYPES))) if by == Lanes.GROUP else []


_NAMERS = {Lanes.TYPE: _by_type, Lanes.GROUP: _by_group, Lanes.PLACE: _by_place, Lanes.SOURCE: _by_source}
