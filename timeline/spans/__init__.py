"""Cutting strings: paragraphs, sentences, numbers, and patterns made from word lists."""

from timeline.spans.numbers import NUMBER, parse_count, parse_number
from timeline.spans.patterns import alternation, read_table
from timeline.spans.sentences import Range, holding, is_wrapped, paragraphs, sentences, trim

__all__ = [
    "NUMBER",
    "Range",
    "alternation",
    "holding",
    "is_wrapped",
    "paragraphs",
    "parse_count",
    "parse_number",
    "read_table",
    "sentences",
    "trim",
]
