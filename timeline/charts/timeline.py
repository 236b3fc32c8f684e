"""The timeline as a figure: lanes of bars and points over time.

Events go in, a plotly figure comes out whose marks carry the event's id as `customdata`. A single day is a point; what
can have happened over a longer stretch is a bar as wide as that stretch: pale where it fell somewhere in it, full where
it lasted all that time, hollow where it is planned or only possible. One unit of the y axis is one pixel, so rows,
headings and bars keep their sizes however many there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from timeline.charts.figure import figure_of
from timeline.charts.lanes import Lane, Lanes, colour_of, group_label, lanes_of
from timeline.charts.packing import extent, pack, window_of
from timeline.charts.words import hover_words, label_words
from timeline.model import Event, Harm, Interval, Status

PLOT_WIDTH = 820  # pixels that the plot is taken to have; a wider page only leaves more air
LABELLED = 90  # events at most that are labelled on the chart
LABEL_LENGTH, LETTER = 46, 6.6  # characters of a label, pixels of one
HEADING, ROW, TIGHT_ROW, GAP = 24, 26, 15, 12
MOST_ROWS, MOST_TIGHT_ROWS = 40, 12
POINT, BAR = 12, 12
NARROW = 10  # pixels under which a bar also gets a point
TOP, BOTTOM = 84, 16
HOLLOW = (Status.PLANNED, Status.POSSIBLE)


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in its row: the time it takes up, its height on the page, its width in pixels, where its label goes."""

    event: Event
    time: Interval
    y: float
    width: float
    labelled: str  # "right", "left" or "" for none


@dataclass(frozen=True, slots=True)
class Scale:
    """How time becomes pixels, and whether rows are wide enough for labels ("" is what unlabelled marks show)."""

    window: Interval
    labels: tuple[str, ...]

    def pixels(self, instant: datetime) -> float:
        """Distance from the left edge."""
        return PLOT_WIDTH * ((instant - self.window.start) / (self.window.end - self.window.start))


def draw_timeline(events: Sequence[Event], lanes: Lanes = Lanes.TYPE, window: Interval | None = None) -> Any:
    """The dated events as a `plotly.graph_objects.Figure`; undated ones are left to the caller's tray.

    `window` is the stretch of time to open on; by default it is the one that holds most events. The figure's height is
    set by its rows.
    """
    dated = [event for event in events if extent(event) is not None]
    shown = window or window_of(dated)
    if shown is None:
        return figure_of([], {})
    inside = sum(1 for event in dated if (time := extent(event)) and time.meets(shown))
    scale = Scale(shown, ("right", "left") if inside <= LABELLED else ())
    marks, headings, height = place_marks(lanes_of(dated, lanes), scale)
    return figure_of(_traces(marks), _layout(headings, height, shown))


def place_marks(lanes: Sequence[Lane], scale: Scale) -> tuple[list[Mark], list[tuple[str, float]], float]:
    """Every event's mark, every lane's heading with its y, and the height of all."""
    pitch, most = (ROW, MOST_ROWS) if scale.labels else (TIGHT_ROW, MOST_TIGHT_ROWS)
    marks: list[Mark] = []
    headings: list[tuple[str, float]] = []
    y = 0.0
    for name, events in lanes:
        headings.append((f"{name}  {len(events):,}", y))
        drawn = [(event, time, _side(event, time, scale)) for event in events if (time := extent(event))]
        rows = pack([_reach(event, time, side, scale) for event, time, side in drawn], most)
        top = y + HEADING + pitch / 2
        for (event, time, side), row in zip(drawn, rows, strict=True):
            width = scale.pixels(time.end) - scale.pixels(time.start)
            marks.append(Mark(event, time, top + row * pitch, width, side))
        y += HEADING + (max(rows, default=0) + 1) * pitch + GAP
    return marks, headings, y


def _side(event: Event, time: Interval, scale: Scale) -> str:
    """Labels stand to the right of their mark, and to the left of those near the right edge."""
    if not scale.labels or not time.meets(scale.window):
        return ""
    room = PLOT_WIDTH - scale.pixels(time.end)
    return scale.labels[0] if room > min(scale.pixels(time.start), _label_width(event)) else scale.labels[1]


def _reach(event: Event, time: Interval, side: str, scale: Scale) -> tuple[float, float]:
    left, right = scale.pixels(time.start), scale.pixels(time.end)
    if right - left < POINT:
        middle = (left + right) / 2
        left, right = middle - POINT / 2, middle + POINT / 2
    label = _label_width(event) + POINT if side else 2.0
    return (left - label, right) if side == "left" else (left, right + label)


def _label_width(event: Event) -> float:
    return LETTER * len(label_words(event, LABEL_LENGTH))


def _traces(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """Per group a trace of bars and one of points, then the labels."""
    traces: list[dict[str, Any]] = []
    groups = dict.fromkeys(group_label(mark.event.types[0]) for mark in marks)
    for group in sorted(groups):
        members = [mark for mark in marks if group_label(mark.event.types[0]) == group]
        bars = [mark for mark in members if mark.time.days > 1]
        points = [mark for mark in members if mark.time.days == 1 or mark.width < NARROW]
        traces += [_bars(group, bars)] if bars else []
        traces += [_points(group, points) | {"showlegend": not bars}] if points else []
    labelled = [mark for mark in marks if mark.labelled]
    return [*traces, _labels(labelled)] if labelled else traces


def _bars(group: str, marks: Sequence[Mark]) -> dict[str, Any]:
    colours = [colour_of(mark.event.types[0]) for mark in marks]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [mark.time.start for mark in marks],
        "x": [(mark.time.end - mark.time.start).total_seconds() * 1000 for mark in marks],
        "y": [mark.y for mark in marks],
        "width": BAR,
        "marker": {
            "color": [f"{colour}{_alpha(mark.event)}" for mark, colour in zip(marks, colours, strict=True)],
            "line": {"color": colours, "width": 1.2},
            "cornerradius": 4,
        },
        **_common(group, marks),
    }


def _points(group: str, marks: Sequence[Mark]) -> dict[str, Any]:
    colours = [colour_of(mark.event.types[0]) for mark in marks]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.time.start + (mark.time.end - mark.time.start) / 2 for mark in marks],
        "y": [mark.y for mark in marks],
        "marker": {
            "color": colours,
            "symbol": [_symbol(mark.event) for mark in marks],
            "size": [_size(mark.event) for mark in marks],
            "line": {"width": [2 if mark.event.status in HOLLOW else 0 for mark in marks]},
            "opacity": 0.9,
        },
        **_common(group, marks),
    }


def _common(group: str, marks: Sequence[Mark]) -> dict[str, Any]:
    return {
        "name": group,
        "legendgroup": group,
        "customdata": [mark.event.id for mark in marks],
        "hovertext": [hover_words(mark.event) for mark in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _labels(marks: Sequence[Mark]) -> dict[str, Any]:
    """Titles beside their marks; a bar that begins or ends outside the window keeps its label at its own end."""
    ends = [_label_at(mark) for mark in marks]
    texts = [escape(label_words(mark.event, LABEL_LENGTH), quote=False) for mark in marks]
    return {
        "type": "scatter",
        "mode": "text",
        "x": ends,
        "y": [mark.y for mark in marks],
        "text": [f"\u2002{text}\u2002" for text in texts],
        "textposition": [f"middle {mark.labelled}" for mark in marks],
        "textfont": {"size": 12},
        "showlegend": False,
        **_common("labels", marks),
    }


def _label_at(mark: Mark) -> datetime:
    if mark.width < NARROW or mark.time.days == 1:
        return mark.time.start + (mark.time.end - mark.time.start) / 2
    return mark.time.end if mark.labelled == "right" else mark.time.start


def _alpha(event: Event) -> str:
    """Opacity of a bar's inside, as two hexadecimal digits: hollow, pale or full."""
    if event.status in HOLLOW:
        return "00"
    when = event.when
    lasted = when is not None and when.start != when.end and when.start.days == when.end.days == 1
    return "ff" if lasted else "40"


def _symbol(event: Event) -> str:
    if event.status == Status.DENIED:
        return "x"
    return "circle-open" if event.status in HOLLOW else "circle"


def _size(event: Event) -> float:
    """Points grow a little with the dead, in steps that keep them inside their row."""
    killed = event.tolls[Harm.KILLED].best if Harm.KILLED in event.tolls else 0
    return POINT - 2 + 2 * min(4, len(str(killed)) if killed else 0)


def _layout(headings: Sequence[tuple[str, float]], height: float, window: Interval) -> dict[str, Any]:
    """Headings stand inside the plot, at its left edge, so that a narrow page loses no width to them."""
    notes = [
        {"text": f"<b>{escape(name, quote=False)}</b>", "x": 0, "y": y + HEADING / 2 + 2, "xref": "paper"}
        | {"xanchor": "left", "yanchor": "middle", "showarrow": False, "opacity": 0.75, "font": {"size": 12}}
        for name, y in headings
    ]
    rules = [
        {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "layer": "below"}
        | {"line": {"width": 1, "color": "rgba(128,128,128,0.25)"}}
        for _, y in headings
    ]
    return {
        "height": height + TOP + BOTTOM,
        "margin": {"l": 8, "r": 8, "t": TOP, "b": BOTTOM},
        "barmode": "overlay",
        "hovermode": "closest",
        "dragmode": "pan",
        "annotations": notes,
        "shapes": rules,
        "hoverlabel": {"align": "left"},
        "legend": {"orientation": "h", "x": 0, "y": 1, "yref": "container", "yanchor": "top", "itemsizing": "constant"},
        "xaxis": {"type": "date", "side": "top", "range": [window.start, window.end], "showgrid": True}
        | {"gridcolor": "rgba(128,128,128,0.15)", "ticklabelposition": "outside", "automargin": False},
        "yaxis": {"range": [height, 0], "visible": False, "fixedrange": True},
    }
