"""Drawings of events and articles: plotly figures, and HTML of marked texts; plotly enters the project only here."""

from timeline.charts.graph import draw_graph, shown_in_graph
from timeline.charts.lanes import Lanes, colour_of, group_label, type_label
from timeline.charts.map import draw_map
from timeline.charts.packing import window_of
from timeline.charts.timeline import draw_timeline
from timeline.charts.words import (
    count_words,
    day_words,
    days_words,
    place_words,
    sum_words,
    toll_words,
    when_words,
)

__all__ = [
    "Lanes",
    "colour_of",
    "count_words",
    "day_words",
    "days_words",
    "draw_graph",
    "draw_map",
    "draw_timeline",
    "group_label",
    "place_words",
    "shown_in_graph",
    "sum_words",
    "toll_words",
    "type_label",
    "when_words",
    "window_of",
]
