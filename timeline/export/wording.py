"""Times, places and figures in words for readers of an export."""

from collections.abc import Mapping
from datetime import date

from timeline.export.shapes import bounds
from timeline.model import Event, Harm, Sum, When


def spoken_day(day: date) -> str:
    """A day as newspapers print it.

    >>> spoken_day(date(2026, 1, 24))
    '24 January 2026'
    """
    return f"{day.day} {day:%B} {day.year}"


def spoken_when(when: When) -> str:
    """The time in which an event can have happened, and what that time is: a day, a stretch, some day of several."""
    first, last = when.outer.first, when.outer.last
    if first == last:
        return spoken_day(first)
    is_stretch = when.start != when.end
    return f"{'' if is_stretch else 'between '}{spoken_day(first)} {'to' if is_stretch else 'and'} {spoken_day(last)}"


def spoken_bounds(when: When) -> str:
    """Earliest and latest day or instant, ISO, once where they are the same."""
    edges = bounds(when.outer)
    return " to ".join(dict.fromkeys((edges["earliest"], edges["latest"])))


def spoken_toll(figure: Sum) -> str:
    """A figure with its doubt.

    >>> [spoken_toll(Sum(*bounds, "")) for bounds in ((3, 3, 3), (5, 5, None), (3, 4, 9))]
    ['3', 'at least 5', '4 (3 to 9)']
    """
    if figure.low == figure.best == figure.high:
        return f"{figure.best:,}"
    if figure.high is None:
        return f"at least {figure.best:,}"
    return f"{figure.best:,} ({figure.low:,} to {figure.high:,})"


def spoken_tolls(tolls: Mapping[Harm, Sum]) -> str:
    """All figures: "1 killed, at least 23 injured"."""
    return ", ".join(f"{spoken_toll(tolls[harm])} {harm.value}" for harm in Harm if harm in tolls)


def spoken_where(event: Event) -> str:
    """The first place, its division and its country, or nothing."""
    place = event.where
    return ", ".join(dict.fromkeys(filter(None, (place.name, place.admin1, place.country)))) if place else ""
