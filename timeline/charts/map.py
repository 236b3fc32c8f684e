"""The map as a figure: land and borders from the project's own file, and a disc per place where something happened.

Events go in, a plotly figure comes out that needs no network. Events of one place share a disc, which is as large as
the number of people killed there (the number of events, where none was) and has the colour of the group that most of
them are of; its `customdata` is the ids of its events, joined with spaces.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import log2
from typing import Any

from timeline.charts.figure import figure_of
from timeline.charts.land import Frame, frame_of, rings_in
from timeline.charts.lanes import colour_of, group_label
from timeline.charts.words import count_words, hover_words, label_words, place_words, toll_words, when_words
from timeline.model import Event, Harm, Place, Sum

LISTED = 6  # events that a disc's hover box names
LABELLED = 24  # places at most that are named on the map
SMALLEST, LARGEST = 10.0, 44.0  # pixels across
HEIGHT, WIDTH = 560, 900  # pixels that the map is taken to have
LETTER, LINE = 6.5, 16.0
LAND, BORDER = "rgba(128,134,139,0.20)", "rgba(128,134,139,0.55)"


@dataclass(frozen=True, slots=True)
class Spot:
    """The events of one point of the Earth."""

    place: Place
    longitude: float
    latitude: float
    events: tuple[Event, ...]

    @property
    def killed(self) -> int:
        """The dead of all its events, by each event's likeliest figure."""
        return sum(event.tolls[Harm.KILLED].best for event in self.events if Harm.KILLED in event.tolls)

    @property
    def event_type(self) -> str:
        """The type most common here."""
        return Counter(event.types[0] for event in self.events).most_common(1)[0][0]


def draw_map(events: Sequence[Event]) -> Any:
    """The placed events as a `plotly.graph_objects.Figure`; unplaced ones are left to the caller's tray."""
    spots = spots_of(events)
    frame = frame_of([(spot.longitude, spot.latitude) for spot in spots])
    groups = dict.fromkeys(group_label(spot.event_type) for spot in spots)
    discs = [
        _discs(group, [spot for spot in spots if group_label(spot.event_type) == group]) for group in sorted(groups)
    ]
    return figure_of([_land(frame), *discs, *_names(spots, frame)], _layout(frame))


def spots_of(events: Sequence[Event]) -> list[Spot]:
    """The points where something happened, those with most dead first drawn, so that small discs lie on top."""
    members: dict[tuple[float, float], list[tuple[Place, Event]]] = {}
    for event in events:
        place = event.where
        if place and place.longitude is not None and place.latitude is not None:
            members.setdefault((place.longitude, place.latitude), []).append((place, event))
    spots = [Spot(found[0][0], *point, tuple(event for _, event in found)) for point, found in members.items()]
    return sorted(spots, key=lambda spot: (-_size(spot), spot.place.name, spot.longitude, spot.latitude))


def _size(spot: Spot) -> float:
    return min(LARGEST, SMALLEST + 4 * log2(1 + spot.killed) + 1.5 * log2(len(spot.events)))


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
            "size": [_size(spot) for spot in spots],
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
    """Names of the places with most dead, of those whose names do not cover one another."""
    taken: list[tuple[float, float, float, float]] = []
    named: list[Spot] = []
    for spot in spots:
        x = WIDTH * (spot.longitude - frame.west) / (frame.east - frame.west)
        y = HEIGHT * (frame.north - spot.latitude) / (frame.north - frame.south)
        box = (x, x + _size(spot) / 2 + LETTER * (len(spot.place.name) + 2), y - LINE / 2, y + LINE / 2)
        clear = all(box[1] < b[0] or b[1] < box[0] or box[3] < b[2] or b[3] < box[2] for b in taken)
        if clear and len(named) < LABELLED:
            taken.append(box)
            named.append(spot)
    return (
        [
            {
                "type": "scattergeo",
                "mode": "text",
                "lon": [spot.longitude for spot in named],
                "lat": [spot.latitude for spot in named],
                "text": [_beside(spot) for spot in named],
                "textposition": "middle right",
                "textfont": {"size": 12},
                "hoverinfo": "skip",
                "showlegend": False,
            }
        ]
        if named
        else []
    )


def _beside(spot: Spot) -> str:
    """A name moved past its disc's edge by spaces, for plotly sets text at the middle of its point."""
    return "\u2004" * max(1, round(_size(spot) / 2 / 4)) + escape(spot.place.name, quote=False)


def _layout(frame: Frame) -> dict[str, Any]:
    """A plain cylinder projection stretched for the middle latitude; nothing is fetched."""
    return {
        "height": HEIGHT,
        "margin": {"l": 0, "r": 0, "t": 40, "b": 0},
        "legend": {"orientation": "h", "x": 0, "y": 1, "yref": "container", "yanchor": "top", "itemsizing": "constant"},
        "hoverlabel": {"align": "left"},
        "dragmode": "pan",
        "geo": {
            "visible": False,
            "projection": {"type": "mercator"},
            "lonaxis": {"range": [frame.west, frame.east]},
            "lataxis": {"range": [frame.south, frame.north]},
            "bgcolor": "rgba(0,0,0,0)",
        },
    }
