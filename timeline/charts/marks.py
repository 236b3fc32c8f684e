"""Where each event stands on the timeline: its row, its width in pixels, its label and the label's side.

Lanes of events go in, marks and headings come out, measured in pixels; nothing here knows how they are painted.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape

from timeline.charts.lanes import Lane
from timeline.charts.packing import extent, pack
from timeline.charts.words import label_words
from timeline.model import Event, Interval

PLOT_WIDTH = 820  # pixels that the plot is taken to have; a wider page only leaves more air
LABELLED = 90  # events at most that are labelled on the chart
LABEL_LENGTH, LETTER = 60, 6.4  # characters of a label, pixels of one
HEADING, ROW, TIGHT_ROW, GAP = 22, 25, 15, 8
MOST_ROWS, ALL_TIGHT_ROWS, LEAST_TIGHT_ROWS = 40, 180, 4  # rows of a lane; of all lanes; of a lane
POINT = 12
NARROW = 10  # pixels under which a bar is drawn as a point too


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in its row: the time it takes up, its height on the page, its width in pixels, its label and its side.

    A label stands "right" or "left" of its mark, or "inside" a bar that is longer than it; "" is an unlabelled mark.
    """

    event: Event
    time: Interval
    y: float
    width: float
    label: str
    side: str

    @property
    def is_point(self) -> bool:
        """Whether it shows as a point: a single day, or a bar too narrow to be seen."""
        return self.time.days == 1 or self.width < NARROW

    @property
    def middle(self) -> datetime:
        """The instant at which its point stands."""
        return self.time.start + (self.time.end - self.time.start) / 2


@dataclass(frozen=True, slots=True)
class Scale:
    """How time becomes pixels, and how many marks are in sight: past a number they go without labels."""

    window: Interval
    inside: int

    @property
    def roomy(self) -> bool:
        """Whether marks get labels, and rows high enough for them."""
        return self.inside <= LABELLED

    def pixels(self, instant: datetime) -> float:
        """Distance from the left edge."""
        return PLOT_WIDTH * ((instant - self.window.start) / (self.window.end - self.window.start))


def place_marks(lanes: Sequence[Lane], scale: Scale) -> tuple[list[Mark], list[tuple[str, float]], float]:
    """Every event's mark, every lane's heading with its y, and the height of all."""
    share = max(LEAST_TIGHT_ROWS, min(12, ALL_TIGHT_ROWS // max(1, len(lanes))))
    pitch, most = (ROW, MOST_ROWS) if scale.roomy else (TIGHT_ROW, share)
    marks: list[Mark] = []
    headings: list[tuple[str, float]] = []
    y = 0.0
    for name, events in lanes:
        headings.append((f"<b>{escape(name, quote=False)}</b>  {len(events):,}", y))
        drawn = [_mark(event, time, scale) for event in events if (time := extent(event))]
        rows = pack([_reach(mark, scale) for mark in drawn], most)
        top = y + HEADING + pitch / 2
        marks += [replace(mark, y=top + row * pitch) for mark, row in zip(drawn, rows, strict=True)]
        y += HEADING + (max(rows, default=0) + 1) * pitch + GAP
    return marks, headings, y


def _mark(event: Event, time: Interval, scale: Scale) -> Mark:
    """Labels stand to the right of their mark where there is room, else to its left, else inside, else cut short."""
    width = scale.pixels(time.end) - scale.pixels(time.start)
    if not scale.roomy or not time.meets(scale.window):
        return Mark(event, time, 0.0, width, "", "")
    left, right = max(0.0, scale.pixels(time.start)), min(PLOT_WIDTH, scale.pixels(time.end))
    label = label_words(event, LABEL_LENGTH)
    rooms = {"right": PLOT_WIDTH - right - POINT, "left": left - POINT, "inside": right - left - POINT}
    for side, room in rooms.items():
        if room >= LETTER * len(label):
            return Mark(event, time, 0.0, width, label, side)
    side = max(rooms, key=lambda name: rooms[name])
    return Mark(event, time, 0.0, width, label_words(event, max(8, int(rooms[side] / LETTER))), side)


def _reach(mark: Mark, scale: Scale) -> tuple[float, float]:
    left, right = scale.pixels(mark.time.start), scale.pixels(mark.time.end)
    if right - left < POINT:
        middle = (left + right) / 2
        left, right = middle - POINT / 2, middle + POINT / 2
    label = LETTER * len(mark.label) + POINT if mark.label else 2.0
    return (left - label if mark.side == "left" else left), (right + label if mark.side in ("right", "") else right + 2)
