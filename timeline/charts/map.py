"""The map as a figure: land and borders from the project's own file, and a disc per place where something happened.

Events go in, a plotly figure comes out that needs no network. Events of one place share a disc, which is as large as
the number of people killed there (the number of events, where none was) and has the colour of the group that most of
them are of; its `customdata` is the ids of its events, joined with spaces.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from math import sqrt
from typing import Any

from timeline.charts.figure import figure_of
from timeline.charts.land import HEIGHT, WORLD, Frame, frame_of, rings_in
from timeline.charts.lanes import colour_of, group_label
from timeline.charts.packing import Box, clear
from timeline.charts.words import count_words, hover_words, label_words, place_words, toll_words, when_words
from timeline.model import Event, Harm, Place, PlaceKind, Sum

LISTED = 6  # events that a disc's hover box names
LABELLED = 24  # places at most that are named on the map
SMALLEST, LARGEST = 9.0, 38.0  # pixels across
TINY = 4.0  # pixels across, of the smallest disc in a crowd
COVERED = 130_000.0  # square pixels that all discs may cover together, a third of the map
MANY = 40  # dead who make a disc of the largest size, unless there are more elsewhere
LETTER, LINE = 6.5, 16.0  # pixels of a name
LAND, BORDER = "rgba(128,134,139,0.20)", "rgba(128,134,139,0.55)"


@dataclass(frozen=True, slots=True)
class Spot:
    """The events of one point of the Earth; `size` is its disc's, in pixels across."""

    place: Place
    longitude: float
    latitude: float
    events: tuple[Event, ...]
    size: float = SMALLEST

    @property
    def killed(self) -> int:
        """The dead of all its events, by each event's likeliest figure."""
        return sum(event.tolls[Harm.KILLED].best for event in self.events if Harm.KILLED in event.tolls)

    @property
    def event_type(self) -> str:
        """The type most common here."""
        return Counter(event.types[0] for event in self.events).most_common(1)[0][0]


def draw_map(events: Sequence[Event]) -> Any:
    """The placed events as a `plotly.graph_objects.Figure`; unplaced ones are left to the caller's tray.

    The map opens on the places that are known more closely than by their country.
    """
    spots = spots_of(events)
    exact = [spot for spot in spots if spot.place.kind != PlaceKind.COUNTRY] or spots
    frame = frame_of([(spot.longitude, spot.latitude) for spot in exact])
    groups = dict.fromkeys(group_label(spot.event_type) for spot in spots)
    discs = [
        _discs(group, [spot for spot in spots if group_label(spot.event_type) == group]) for group in sorted(groups)
    ]
    return figure_of([_land(frame), *discs, *_names(spots, frame)], _layout(frame))


def spots_of(events: Sequence[Event]) -> list[Spot]:
    """The points where something happened, the large first, so that small discs are drawn on top of them.

    A disc's area grows with its dead (with its events, where no one was killed); where there are very many, all shrink.
    """
    members: dict[tuple[float, float], list[tuple[Place, Event]]] = {}
    for event in events:
        place = event.where
        if place and place.longitude is not None and place.latitude is not None:
            members.setdefault((place.longitude, place.latitude), []).append((place, event))
    spots = [Spot(found[0][0], *point, tuple(event for _, event in found)) for point, found in members.items()]
    weights = [max(spot.killed, len(spot.events) / 2) for spot in spots]
    most = max([MANY, *weights])
    sizes = [SMALLEST + (LARGEST - SMALLEST) * sqrt(weight / most) for weight in weights]
    crowd = min(1.0, sqrt(COVERED / max(1.0, sum(size * size for size in sizes))))
    sized = [replace(s, size=max(TINY, size * crowd)) for s, size in zip(spots, sizes, strict=True)]
    return sorted(sized, key=lambda spot: (-spot.size, spot.place.name, spot.longitude, spot.latitude))


def _land(frame: Frame) -> dict[str, Any]:
    """All land of a frame as one filled line; None lifts the pen."""
    longitudes: list[float | None] = []
    latitudes: list[float | None] = []
    for ring in rings_in(frame):
        longitudes += [*ring.longitudes, None]
        latitudes += [*ring.latitudes, None]
    return {
        "type": "scattergeo",
        "mode": "lines",
        "lon": longitudes,
        "lat": latitudes,
        "fill": "toself",
        "fillcolor": LAND,
        "line": {"width": 0.7, "color": BORDER},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _discs(group: str, spots: Sequence[Spot]) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "markers",
        "name": group,
        "lon": [spot.longitude for spot in spots],
        "lat": [spot.latitude for spot in spots],
        "customdata": [" ".join(event.id for event in spot.events) for spot in spots],
        "hovertext": [_hover(spot) for spot in spots],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "size": [spot.size for spot in spots],
            "color": [colour_of(spot.event_type) for spot in spots],
            "opacity": 0.75,
            "line": {"width": 1, "color": "white"},
        },
    }


def _hover(spot: Spot) -> str:
    """One event's own words, or the place and its first events."""
    if len(spot.events) == 1:
        return hover_words(spot.events[0])
    figures = toll_words({Harm.KILLED: Sum(spot.killed, spot.killed, spot.killed, "sum")}) if spot.killed else ""
    lines = [" · ".join(filter(None, (count_words(len(spot.events), "event"), figures)))]
    lines += [f"{label_words(event, 44)} ({when_words(event.when)})" for event in spot.events[:LISTED]]
    lines += [f"and {len(spot.events) - LISTED} more"] if len(spot.events) > LISTED else []
    return "<br>".join(
        [f"<b>{escape(place_words(spot.place), quote=False)}</b>", *(escape(s, quote=False) for s in lines)]
    )


def _names(spots: Sequence[Spot], frame: Frame) -> list[dict[str, Any]]:
    """Names of the places with most dead, to the right of their discs or to the left, none over another or a disc."""
    discs = [_box(spot, frame, "") for spot in spots]
    sides = [(spot, side) for spot in spots for side in ("right", "left")]
    free = clear([*discs, *(_box(spot, frame, side) for spot, side in sides)])[len(discs) :]
    found: dict[tuple[float, float], tuple[Spot, str]] = {}
    for (spot, side), shown in zip(sides, free, strict=True):
        if shown:
            found.setdefault((spot.longitude, spot.latitude), (spot, side))
    named = list(found.values())[:LABELLED]
    trace = {
        "type": "scattergeo",
        "mode": "markers+text",
        "lon": [spot.longitude for spot, _ in named],
        "lat": [spot.latitude for spot, _ in named],
        "text": [escape(spot.place.name, quote=False) for spot, _ in named],
        "textposition": [f"middle {side}" for _, side in named],
        "textfont": {"size": 12},
        "marker": {"size": [spot.size for spot, _ in named], "opacity": 0},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    return [trace] if named else []


def _box(spot: Spot, frame: Frame, side: str) -> Box:
    """The pixels that a disc, or its name on one side of it, takes up."""
    x, y = frame.pixels(spot.longitude, spot.latitude)
    half, name = spot.size / 2, LETTER * len(spot.place.name) + 6
    if side == "right":
        return (x + half, x + half + name, y - LINE / 2, y + LINE / 2)
    return (x - half - name, x - half, y - LINE / 2, y + LINE / 2) if side else (x - half, x + half, y - half, y + half)


def _layout(frame: Frame) -> dict[str, Any]:
    """`visible` off keeps plotly from fetching a base map; without a network that would leave the map empty."""
    return {
        "height": HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 40, "b": 0},
        "legend": {"orientation": "h", "x": 0, "y": 1, "yref": "container", "yanchor": "top", "itemsizing": "constant"},
        "hoverlabel": {"align": "left"},
        "hovermode": "closest",
        "dragmode": "pan",
        "geo": {
            "visible": False,
            "projection": {"type": "natural earth" if frame == WORLD else "mercator"},
            "lonaxis": {"range": [frame.west, frame.east]},
            "lataxis": {"range": [frame.south, frame.north]},
            "bgcolor": "rgba(0,0,0,0)",
        },
    }
