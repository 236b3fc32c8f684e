"""The pieces that several JSON exports share: spans, days and instants, intervals, places, figures.

Values of the model go in, JSON-ready dictionaries come out. Only this module knows how a half-open interval is written
as inclusive bounds.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from timeline.model import Harm, Interval, Mention, Place, Span, Sum, When

Record = dict[str, Any]


def span_record(span: Span) -> Record:
    """Where a span stands: `in`, `start`, `end`."""
    return {"in": span.field, "start": span.start, "end": span.end}


def mention_record(mention: Mention[object]) -> Record:
    """Where a mention stands and its words."""
    return {**span_record(mention.span), "text": mention.surface}


def bounds(interval: Interval) -> Record:
    """Inclusive `earliest` and `latest`: ISO days where the interval is made of whole days, else instants.

    >>> bounds(Interval(datetime(2026, 1, 24), datetime(2026, 1, 25)))
    {'earliest': '2026-01-24', 'latest': '2026-01-24'}
    >>> bounds(Interval(datetime(2026, 1, 24, 2), datetime(2026, 1, 24, 2, 1)))
    {'earliest': '2026-01-24T02:00', 'latest': '2026-01-24T02:00'}
    """
    if is_whole_days(interval):
        return {"earliest": interval.first.isoformat(), "latest": interval.last.isoformat()}
    seconds = interval.start.second or interval.end.second
    unit, spec = (timedelta(seconds=1), "seconds") if seconds else (timedelta(minutes=1), "minutes")
    latest = max(interval.start, interval.end - unit)
    return {"earliest": interval.start.isoformat(timespec=spec), "latest": latest.isoformat(timespec=spec)}


def is_whole_days(interval: Interval) -> bool:
    """Whether it runs from a midnight to a midnight (or to the end of time)."""
    return _midnight(interval.start) and (_midnight(interval.end) or interval.end == datetime.max)


def when_record(when: When) -> Record:
    """A time of an event without the expressions that it rests on."""
    return {
        **bounds(when.outer),
        "start": bounds(when.start),
        "end": bounds(when.end),
        "grain": when.grain.value,
        "zone": when.zone,
        "rule": when.rule,
    }


def place_record(place: Place) -> Record:
    """A place as `events.json` writes it, without its precision."""
    return {
        "name": place.name,
        "kind": place.kind.value,
        "admin1": place.admin1,
        "country": place.country,
        "geonameid": place.geonameid,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def sum_record(figure: Sum) -> Record:
    """Low, best and high of a figure and its rule."""
    return {"low": figure.low, "best": figure.best, "high": figure.high, "rule": figure.rule}


def sums_record(tolls: Mapping[Harm, Sum]) -> Record:
    """Figures by harm, in the order in which exports list harms."""
    return {harm.value: sum_record(tolls[harm]) for harm in Harm if harm in tolls}


def _midnight(instant: datetime) -> bool:
    return instant.time() == time.min
