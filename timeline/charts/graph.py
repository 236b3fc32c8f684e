"""The network of events, articles and claims as a figure.

Events and links go in, a plotly figure comes out: a disc per event, a square per article, and between the two a dot per
claim, which is what the article says of the event. Dotted lines join claims that were linked, dashed ones an event to
the one it led to. `customdata` is "event ID", "article ID" or, for a claim, "event ID" of its event.
"""

from collections.abc import Iterable, Sequence
from html import escape
from textwrap import wrap
from typing import Any

from timeline.charts.figure import figure_of
from timeline.charts.lanes import colour_of, group_label
from timeline.charts.layout import Point, spread
from timeline.charts.packing import Box, clear
from timeline.charts.words import count_words, hover_words
from timeline.model import Claim, Event, Link

MOST_EVENTS = 100
LINE_LENGTH = 20  # characters of a label's line
LEGIBLE = 24  # pixels between joined nodes below which titles are left to the hover box
LARGEST_UNIT = 90.0  # of those pixels at the most
EDGE = 1.0  # around the drawing, in distances of joined nodes
WIDTH, LEAST_HEIGHT, MOST_HEIGHT, TOP = 860, 320, 1600, 84  # pixels that the network is taken to have
LETTER, LINE = 6.2, 14.0  # pixels of a label
NODE = 10.0  # pixels from a node's middle to its edge
GREY, FAINT = "rgba(128,134,139,0.9)", "rgba(128,134,139,0.45)"


def draw_graph(events: Sequence[Event], links: Iterable[Link]) -> Any:
    """The network as a `plotly.graph_objects.Figure`, of the events that `shown_in_graph` gives."""
    shown = shown_in_graph(events)
    tellings = [(f"event {event.id}", f"article {claim.article}") for event in shown for claim in event.claims]
    causes = [(f"event {event.id}", f"event {effect}") for event in shown for effect in event.led_to]
    nodes = {node for pair in tellings for node in pair} | {f"event {event.id}" for event in shown}
    causes = [cause for cause in causes if set(cause) <= nodes]
    points = spread(nodes, [*tellings, *causes])
    dots = _claim_points(shown, points)
    joins = [(dots[link.left], dots[link.right]) for link in links if link.left in dots and link.right in dots]
    traces = [
        _lines([(points[left], points[right]) for left, right in tellings], "told in", "solid"),
        _lines([(points[left], points[right]) for left, right in causes], "led to", "dash"),
        _lines(joins, "linked", "dot"),
        _claims(shown, dots),
        _articles(shown, points),
        *_events(shown, points),
    ]
    return figure_of([trace for trace in traces if any(x is not None for x in trace["x"])], _layout(points))


def shown_in_graph(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that fit: where there are too many, those of the most articles."""
    ranked = sorted(events, key=lambda event: (-len(event.articles), -len(event.claims), event.id))
    return tuple(ranked[:MOST_EVENTS])


def _claim_points(events: Sequence[Event], points: dict[str, Point]) -> dict[str, Point]:
    """Claims stand on the line from their event to their article, side by side where there are several."""
    dots: dict[str, Point] = {}
    for event in events:
        x, y = points[f"event {event.id}"]
        by_article: dict[str, list[Claim]] = {}
        for claim in event.claims:
            by_article.setdefault(claim.article, []).append(claim)
        for article, claims in by_article.items():
            far_x, far_y = points[f"article {article}"]
            for n, claim in enumerate(claims, start=1):
                share = 0.35 + 0.3 * n / (len(claims) + 1)
                dots[claim.id] = (x + (far_x - x) * share, y + (far_y - y) * share)
    return dots


def _lines(ends: Sequence[tuple[Point, Point]], name: str, dash: str) -> dict[str, Any]:
    xs = [x for left, right in ends for x in (left[0], right[0], None)]
    ys = [y for left, right in ends for y in (left[1], right[1], None)]
    line = {"width": 1.2, "color": FAINT, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line, "name": name, "hoverinfo": "skip"}


def _claims(events: Sequence[Event], dots: dict[str, Point]) -> dict[str, Any]:
    claims = [(event, claim) for event in events for claim in event.claims]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "Claims",
        "x": [dots[claim.id][0] for _, claim in claims],
        "y": [dots[claim.id][1] for _, claim in claims],
        "customdata": [f"event {event.id}" for event, _ in claims],
        "hovertext": [_told(claim) for _, claim in claims],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"size": 6, "symbol": "diamond", "color": [colour_of(claim.types[0]) for _, claim in claims]},
    }


def _told(claim: Claim) -> str:
    parts = [f"“{claim.trigger.surface}”", str(claim.status), str(claim.role)]
    return f"<b>Claim</b> of {escape(claim.article, quote=False)}<br>{escape(', '.join(parts), quote=False)}"


def _articles(events: Sequence[Event], points: dict[str, Point]) -> dict[str, Any]:
    told: dict[str, int] = {}
    for event in events:
        for article in event.articles:
            told[article] = told.get(article, 0) + 1
    articles = sorted(article for article in told if f"article {article}" in points)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "Articles",
        "x": [points[f"article {article}"][0] for article in articles],
        "y": [points[f"article {article}"][1] for article in articles],
        "customdata": [f"article {article}" for article in articles],
        "hovertext": [f"<b>{escape(a, quote=False)}</b><br>tells of {count_words(told[a], 'event')}" for a in articles],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"size": 10, "symbol": "square", "color": GREY},
    }


def _events(events: Sequence[Event], points: dict[str, Point]) -> list[dict[str, Any]]:
    """A trace per group, so that the legend tells the colours."""
    labels = _labels(events, points)
    groups = sorted({group_label(event.types[0]) for event in events})
    return [
        _group(group, [e for e in events if group_label(e.types[0]) == group], (points, labels)) for group in groups
    ]


def _labels(events: Sequence[Event], points: dict[str, Point]) -> dict[str, tuple[str, str]]:
    """Titles in short lines and whether they stand above or below, without those that would cover another."""
    unit = _unit(points)
    if unit < LEGIBLE:
        return {}
    sides = {event.id: _free_side(event, points) for event in events}
    lines = {event.id: wrap(event.title, LINE_LENGTH, max_lines=2, placeholder="…") for event in events}
    nodes = [(x * unit - NODE, x * unit + NODE, y * unit - NODE, y * unit + NODE) for x, y in points.values()]
    boxes = [_box(points[f"event {event.id}"], unit, (lines[event.id], sides[event.id])) for event in events]
    shown = [event.id for event, free in zip(events, clear([*nodes, *boxes])[len(nodes) :], strict=True) if free]
    return {name: ("<br>".join(escape(line, quote=False) for line in lines[name]), sides[name]) for name in shown}


def _unit(points: dict[str, Point]) -> float:
    """Pixels between two joined nodes."""
    return min(WIDTH / (_extent(points)[0] + 2 * EDGE), LARGEST_UNIT)


def _extent(points: dict[str, Point]) -> Point:
    """Width and height of all, in distances of joined nodes; the drawing begins at (0, 0)."""
    return max((x for x, _ in points.values()), default=1.0), max((y for _, y in points.values()), default=1.0)


def _free_side(event: Event, points: dict[str, Point]) -> str:
    """Above or below, where fewer lines to articles run steeply; y grows downwards."""
    x, y = points[f"event {event.id}"]
    articles = [points[f"article {article}"] for article in event.articles if f"article {article}" in points]
    steep = [far_y > y for far_x, far_y in articles if abs(far_y - y) > abs(far_x - x)]
    return "top" if steep.count(True) > steep.count(False) else "bottom"


def _box(point: Point, unit: float, label: tuple[Sequence[str], str]) -> Box:
    lines, side = label
    x, y, half = point[0] * unit, point[1] * unit, LETTER * max(map(len, lines), default=0) / 2
    height = NODE + LINE * len(lines)
    return (x - half, x + half, y - height, y - NODE) if side == "top" else (x - half, x + half, y + NODE, y + height)


def _group(
    group: str, events: Sequence[Event], drawn: tuple[dict[str, Point], dict[str, tuple[str, str]]]
) -> dict[str, Any]:
    points, labels = drawn
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": group,
        "x": [points[f"event {event.id}"][0] for event in events],
        "y": [points[f"event {event.id}"][1] for event in events],
        "customdata": [f"event {event.id}" for event in events],
        "text": [labels.get(event.id, ("", ""))[0] for event in events],
        "textposition": [f"{labels.get(event.id, ('', 'bottom'))[1]} center" for event in events],
        "textfont": {"size": 11},
        "hovertext": [hover_words(event) for event in events],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "size": [min(34, 14 + 2 * len(event.articles)) for event in events],
            "color": [colour_of(event.types[0]) for event in events],
            "opacity": 1,
            "line": {"width": 1, "color": FAINT},
        },
    }


def _layout(points: dict[str, Point]) -> dict[str, Any]:
    wide, high = _extent(points)
    return {
        "height": max(LEAST_HEIGHT, min(MOST_HEIGHT, _unit(points) * (high + 2 * EDGE) + TOP)),
        "margin": {"l": 8, "r": 8, "t": TOP, "b": 8},
        "legend": {"orientation": "h", "x": 0, "y": 1, "yref": "container", "yanchor": "top", "itemsizing": "constant"},
        "hoverlabel": {"align": "left"},
        "hovermode": "closest",
        "dragmode": "pan",
        "xaxis": {"visible": False, "range": [-EDGE, wide + EDGE]},
        "yaxis": {"visible": False, "range": [high + EDGE, -EDGE], "scaleanchor": "x", "scaleratio": 1},
    }
