"""Time expressions of English news: when the words say it was, as TIMEX3 values and as intervals."""

from timeline.times.find import find_times, parse_time

__all__ = ["find_times", "parse_time"]
