"""Casualty figures in news text, what they add up to, and the numbers that are none."""

from timeline.casualties.counting import count_people
from timeline.casualties.countries import told_where
from timeline.casualties.others import find_other_numbers
from timeline.casualties.tolls import find_tolls

__all__ = ["count_people", "find_other_numbers", "find_tolls", "told_where"]
