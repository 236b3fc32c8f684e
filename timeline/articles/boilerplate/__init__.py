"""What in a text is not the article's own prose, by layout and wording, never by outlet."""

from timeline.articles.boilerplate.finding import find_boilerplate
from timeline.articles.boilerplate.lines import line_rules

__all__ = ["find_boilerplate", "line_rules"]
