"""Events in a reader's words: dates, places, figures, and the hover box of a chart.

Model values go in, short English strings come out. Everything that comes from an article is escaped in `hover_words`,
for plotly reads a few HTML tags; the other functions return plain text that their caller escapes for where it shows.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from html import escape
from textwrap import shorten, wrap

from timeline.model import Event, Grain, Harm, Interval, Place, Status, Sum, When

WIDTH = 52  # characters of a line in a hover box
FINE = (Grain.SECOND, Grain.MINUTE, Grain.HOUR)
RULE_WORDS = {"reported": "as reported: the articles state no date"}


def when_words(when: When | None) -> str:
    """When something happened, and whether it lasted all that time or fell somewhere in it.

    >>> june = Interval.of_days(date(2026, 6, 1), date(2026, 6, 30))
    >>> when_words(When(june, june, Grain.MONTH, "sentence")), when_words(None)
    ('some time in June 2026', 'no date')
    """
    if when is None:
        return "no date"
    outer = when.outer
    if when.grain in FINE and outer.days == 1 and outer.start != outer.end:
        return f"{day_words(outer.first)}, {outer.start:%H:%M}"
    words = days_words(outer)
    if when.start == when.end and outer.days > 1:
        return f"some time in {words}" if _is_whole(outer) else f"some time from {words.replace(' – ', ' to ')}"
    return words


def days_words(interval: Interval) -> str:
    """The days of an interval, as short as they can be said.

    >>> [days_words(Interval.of_days(date(2025, 12, a), date(2026, 1, b))) for a, b in ((31, 2), (1, 31))]
    ['31 December 2025 – 2 January 2026', 'December 2025 – January 2026']
    >>> days_words(Interval.of_days(date(2026, 1, 3), date(2026, 1, 5)))
    '3 – 5 January 2026'
    """
    first, last = interval.first, interval.last
    if last >= date.max - timedelta(days=366):
        return f"{day_words(first)} or later"
    if first.year <= 1:
        return f"{day_words(last)} or earlier"
    if first == last:
        return day_words(first)
    if _is_whole(interval):
        return _months_words(first, last)
    if first.year != last.year:
        return f"{day_words(first)} – {day_words(last)}"
    return f"{first.day}{f' {first:%B}' if first.month != last.month else ''} – {day_words(last)}"


def day_words(day: date) -> str:
    """A day, in one way everywhere.

    >>> day_words(date(2026, 1, 3))
    '3 January 2026'
    """
    return f"{day.day} {day:%B} {day.year}"


def place_words(place: Place | None) -> str:
    """A place from small to large, no name twice.

    >>> from timeline.model import PlaceKind
    >>> place_words(Place("Lviv", PlaceKind.CITY, country="Ukraine", admin1="Lviv")), place_words(None)
    ('Lviv, Ukraine', 'no place')
    """
    if place is None:
        return "no place"
    return ", ".join(dict.fromkeys(filter(None, (place.name, place.admin1, place.country))))


def sum_words(figure: Sum) -> str:
    """A figure with its bounds, where they differ.

    >>> sum_words(Sum(3, 3, 3, "")), sum_words(Sum(10, 12, 14, "")), sum_words(Sum(24, 24, None, ""))
    ('3', '12 (10 to 14)', '24 or more')
    """
    if figure.high is None:
        return f"{figure.best:,} or more" if figure.low == figure.best else f"{figure.best:,} ({figure.low:,} or more)"
    if figure.low == figure.high:
        return f"{figure.best:,}"
    return f"{figure.best:,} ({figure.low:,} to {figure.high:,})"


def toll_words(tolls: Mapping[Harm, Sum]) -> str:
    """All figures of an event, the deaths first; empty where none is known.

    >>> toll_words({Harm.INJURED: Sum(23, 23, 23, ""), Harm.KILLED: Sum(0, 0, 0, "")})
    '0 killed · 23 injured'
    """
    return " · ".join(f"{sum_words(tolls[harm])} {harm}" for harm in Harm if harm in tolls)


def count_words(count: int, noun: str) -> str:
    """A count and its noun.

    >>> count_words(1, "source"), count_words(1200, "event")
    ('1 source', '1,200 events')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def label_words(event: Event, length: int) -> str:
    """An event's title, cut at a word."""
    return shorten(event.title, length, placeholder="…") or event.title[:length]


def hover_words(event: Event) -> str:
    """An event's hover box: title, time, place, figures, sources; escaped, in the tags that plotly reads."""
    happened = "" if event.status == Status.HAPPENED else f" · {event.status}"
    when = when_words(event.when)
    if event.when is not None and event.when.rule in RULE_WORDS:
        when = f"{when} ({RULE_WORDS[event.when.rule]})"
    lines = [when, place_words(event.where), toll_words(event.tolls)]
    lines.append((count_words(len(event.sources), "source") if event.sources else "source unknown") + happened)
    return "<br>".join([f"<b>{_broken(event.title)}</b>", *(_broken(line) for line in lines if line)])


def _broken(words: str) -> str:
    return "<br>".join(escape(line, quote=False) for line in wrap(words, WIDTH)[:4])


def _is_whole(interval: Interval) -> bool:
    """Whether it runs from the first day of a month to the last day of one."""
    after = interval.last + timedelta(days=1) if interval.last < date.max else date.max
    return interval.days > 1 and interval.first.day == 1 and after.day == 1


def _months_words(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year} – {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.year}"
    return f"{first:%B} {first.year} – {last:%B} {last.year}"


def midnight(day: date) -> datetime:
    """The instant at which a day begins."""
    return datetime.combine(day, datetime.min.time())
