"""Drawings of events and articles: plotly figures, rows of tables, HTML of marked texts; plotly enters only here."""

from timeline.charts.graph import draw_graph, shown_in_graph
from timeline.charts.lanes import Lanes, colour_of, group_label, type_label
from timeline.charts.map import draw_map
from timeline.charts.packing import outside, whole_of, window_of
from timeline.charts.tables import (
    difference_rows,
    event_rows,
    evidence_rows,
    figure_rows,
    problem_rows,
    published_words,
    rejected_rows,
    rule_rows,
)
from timeline.charts.text import draw_key, draw_passage, draw_text, marks_of, text_style
from timeline.charts.timeline import draw_timeline
from timeline.charts.words import count_words, day_words, days_words, place_words, sum_words, toll_words, when_words

__all__ = [
    "Lanes",
    "colour_of",
    "count_words",
    "day_words",
    "days_words",
    "difference_rows",
    "draw_graph",
    "draw_key",
    "draw_map",
    "draw_passage",
    "draw_text",
    "draw_timeline",
    "event_rows",
    "evidence_rows",
    "figure_rows",
    "group_label",
    "marks_of",
    "outside",
    "place_words",
    "problem_rows",
    "published_words",
    "rejected_rows",
    "rule_rows",
    "shown_in_graph",
    "sum_words",
    "text_style",
    "toll_words",
    "type_label",
    "when_words",
    "whole_of",
    "window_of",
]
