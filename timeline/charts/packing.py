"""Where things stand so that none covers another: rows of a lane, and the window of time that holds most events."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from heapq import heappop, heappush

from timeline.model import Event, Interval

Box = tuple[float, float, float, float]

MOST = 0.75  # of the events make a window worth opening on
MUCH_SHORTER = 0.25  # of the whole stretch, or less: else the whole is shown
MARGIN = 0.04  # of the window, on either side
LATEST, EARLIEST = datetime(9000, 1, 1), datetime(2, 1, 1)


def pack(extents: Iterable[tuple[float, float]], most_rows: int) -> list[int]:
    """The row of each stretch (left, right), so that those of one row do not touch.

    Past the given number of rows a stretch goes to the row that is free first.

    >>> pack([(0, 5), (1, 3), (4, 9), (5, 6)], most_rows=9)
    [0, 1, 1, 0]
    """
    ordered = sorted(enumerate(extents), key=lambda item: (item[1], item[0]))
    busy: list[tuple[float, int]] = []  # (end, row)
    free: list[int] = []
    rows: dict[int, int] = {}
    for index, (left, right) in ordered:
        while busy and busy[0][0] <= left:
            heappush(free, heappop(busy)[1])
        full = len(busy) >= most_rows
        row = heappop(free) if free else heappop(busy)[1] if full else len(busy)
        rows[index] = row
        heappush(busy, (right, row))
    return [rows[index] for index in sorted(rows)]


def clear(boxes: Iterable[Box]) -> list[bool]:
    """Which boxes (left, right, top, bottom) to show so that none covers another: the first come stay.

    >>> clear([(0, 9, 0, 9), (5, 12, 5, 12), (9, 12, 0, 9)])
    [True, False, True]
    """
    shown: list[Box] = []
    answers = []
    for box in boxes:
        free = all(box[1] <= b[0] or b[1] <= box[0] or box[3] <= b[2] or b[3] <= box[2] for b in shown)
        answers.append(free)
        shown += [box] if free else []
    return answers


def extent(event: Event) -> Interval | None:
    """The possible time of an event, None where it has none; an open end is cut to a day past the known one."""
    if event.when is None:
        return None
    outer = event.when.outer
    if outer.end >= LATEST and outer.start <= EARLIEST:
        return None
    start = outer.start if outer.start > EARLIEST else outer.end - timedelta(days=1)
    return Interval(start, outer.end if outer.end < LATEST else outer.start + timedelta(days=1))


def window_of(events: Iterable[Event]) -> Interval | None:
    """The stretch of time to open on: all events or, where a few lie far off, the short stretch that holds most.

    None where no event has a date.
    """
    extents = [stretch for stretch in map(extent, events) if stretch is not None]
    if not extents:
        return None
    whole, dense = _hull(extents), _densest(extents)
    return _with_margin(dense if dense.end - dense.start <= MUCH_SHORTER * (whole.end - whole.start) else whole)


def whole_of(events: Iterable[Event]) -> Interval | None:
    """The stretch of time that holds every dated event, None where there is none."""
    extents = [stretch for stretch in map(extent, events) if stretch is not None]
    return _with_margin(_hull(extents)) if extents else None


def outside(events: Iterable[Event], window: Interval | None) -> tuple[Event, ...]:
    """The dated events that a window does not show."""
    if window is None:
        return ()
    return tuple(event for event in events if (time := extent(event)) and not time.meets(window))


def _hull(extents: Sequence[Interval]) -> Interval:
    return Interval(min(stretch.start for stretch in extents), max(stretch.end for stretch in extents))


def _with_margin(stretch: Interval) -> Interval:
    margin = max(MARGIN * (stretch.end - stretch.start), timedelta(hours=12))
    return Interval(stretch.start - margin, stretch.end + margin)


def _densest(extents: Sequence[Interval]) -> Interval:
    """The shortest stretch that holds the middles of most intervals, widened by its own length for its neighbours."""
    middles = sorted(stretch.start + (stretch.end - stretch.start) / 2 for stretch in extents)
    count = max(1, round(MOST * len(middles)))
    pairs = zip(middles, middles[count - 1 :], strict=False)
    first, last = min(pairs, key=lambda pair: (pair[1] - pair[0], pair[0]))
    reach = max(last - first, timedelta(days=7))
    near = [stretch for stretch in extents if first - reach <= stretch.start and stretch.end <= last + reach]
    return _hull(near) if near else Interval(first, last)
