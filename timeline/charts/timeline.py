"""The timeline as a figure: lanes of bars and points over time.

Events go in, a plotly figure comes out whose marks carry the event's id as `customdata`. A single day is a point; what
can have happened over a longer stretch is a bar as wide as that stretch: pale where it fell somewhere in it, full where
it lasted all that time, hollow where it is planned or only possible. One unit of the y axis is one pixel, so rows,
headings and bars keep their sizes however many there are.
"""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import Any

from timeline.charts.figure import figure_of
from timeline.charts.lanes import Lanes, colour_of, group_label, lanes_of
from timeline.charts.marks import HEADING, POINT, Mark, Scale, place_marks
from timeline.charts.packing import extent, window_of
from timeline.charts.words import hover_words
from timeline.event_types import EVENT_TYPES
from timeline.model import Event, Harm, Interval, Status

BAR, TIGHT_BAR, HIDDEN = 17, 10, 6  # pixels; a bar too narrow to be seen hides behind its point
TOP, BOTTOM = 84, 16
HOLLOW = (Status.PLANNED, Status.POSSIBLE)


def draw_timeline(events: Sequence[Event], lanes: Lanes = Lanes.TYPE, window: Interval | None = None) -> Any:
    """The dated events of a stretch of time as a `plotly.graph_objects.Figure`, as high as its rows.

    By default the stretch is the one that holds most events. Undated events and those of other times are left to the
    caller; `outside` tells which are the latter.
    """
    shown = window or window_of(events)
    if shown is None:
        return figure_of([], {})
    inside = [event for event in events if (time := extent(event)) and time.meets(shown)]
    scale = Scale(shown, len(inside))
    marks, headings, height = place_marks(lanes_of(inside, lanes), scale)
    return figure_of(_traces(marks, scale), _layout(headings, height, shown))


def _traces(marks: Sequence[Mark], scale: Scale) -> list[dict[str, Any]]:
    """Per group its name in the legend, a trace of bars and one of points; then the labels."""
    traces: list[dict[str, Any]] = []
    order = dict.fromkeys(map(group_label, EVENT_TYPES))
    groups = {group_label(mark.event.types[0]): colour_of(mark.event.types[0]) for mark in marks}
    for group in sorted(groups, key=lambda name: (list(order).index(name) if name in order else len(order), name)):
        members = [mark for mark in marks if group_label(mark.event.types[0]) == group]
        bars = [mark for mark in members if mark.time.days > 1]
        points = [mark for mark in members if mark.is_point]
        traces.append(legend_entry(group, groups[group]))
        traces += [_bars(group, bars, BAR if scale.roomy else TIGHT_BAR)] if bars else []
        traces += [_points(group, points)] if points else []
    labelled = [mark for mark in marks if mark.label]
    return [*traces, _labels(labelled, scale)] if labelled else traces


def legend_entry(group: str, colour: str) -> dict[str, Any]:
    """A trace that only stands in the legend: a full disc of the group's colour, whatever its marks look like."""
    marker = {"color": colour, "size": 10}
    named = {"name": group, "legendgroup": group, "showlegend": True, "hoverinfo": "skip"}
    return {"type": "scatter", "mode": "markers", "x": [None], "y": [None], "marker": marker, **named}


def _bars(group: str, marks: Sequence[Mark], height: int) -> dict[str, Any]:
    colours = [colour_of(mark.event.types[0]) for mark in marks]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [mark.time.start for mark in marks],
        "x": [(mark.time.end - mark.time.start).total_seconds() * 1000 for mark in marks],
        "y": [mark.y for mark in marks],
        "width": [HIDDEN if mark.is_point else height for mark in marks],
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
        "x": [mark.middle for mark in marks],
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
        "showlegend": False,
        "customdata": [mark.event.id for mark in marks],
        "hovertext": [hover_words(mark.event) for mark in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _labels(marks: Sequence[Mark], scale: Scale) -> dict[str, Any]:
    """Titles beside their marks, held off by markers that do not show."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [_label_at(mark, scale) for mark in marks],
        "y": [mark.y for mark in marks],
        "text": [escape(mark.label, quote=False) for mark in marks],
        "textposition": [f"middle {'left' if mark.side == 'left' else 'right'}" for mark in marks],
        "textfont": {"size": 12},
        "marker": {"size": [_size(mark.event) if mark.is_point else 4 for mark in marks], "opacity": 0},
        **_common("labels", marks),
    }


def _label_at(mark: Mark, scale: Scale) -> datetime:
    if mark.is_point:
        return mark.middle
    return mark.time.end if mark.side == "right" else max(mark.time.start, scale.window.start)


def _alpha(event: Event) -> str:
    """Opacity of a bar's inside, as two hexadecimal digits: hollow, pale or full."""
    if event.status in HOLLOW:
        return "00"
    when = event.when
    lasted = when is not None and when.start != when.end and when.start.days == when.end.days == 1
    return "b0" if lasted else "38"


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
        {"text": name, "x": 0, "y": y + HEADING / 2 + 2, "xref": "paper"}
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
