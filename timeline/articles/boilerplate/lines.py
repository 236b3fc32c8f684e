"""Single lines that tell by their words that they are not prose."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.spans import read_table, trim

LONGEST = 250  # characters; a longer line is prose
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text that is not blank, without the white space at its ends."""

    start: int
    end: int
    text: str


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not blank."""
    ranges = (trim(text, *line.span()) for line in _LINE.finditer(text))
    return tuple(Line(start, end, text[start:end]) for start, end in ranges if start < end)


def find_lines(lines: Sequence[Line]) -> dict[Line, str]:
    """The lines that a rule knows, with its name."""
    return {line: rule for line in lines if (rule := rule_of(line.text))}


def rule_of(line: str) -> str | None:
    """The first rule whose pattern a whole line fits, None where it is prose.

    >>> rule_of("Share on Facebook"), rule_of("Share prices fell on Monday.")
    ('share line', None)
    """
    if len(line) > LONGEST:
        return None
    return next((rule for rule, pattern in _patterns().items() if pattern.fullmatch(line)), None)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    rows = read_table("timeline.articles.boilerplate", "boilerplate.toml")["line"]
    return {row["rule"]: re.compile(row["pattern"], 0 if row.get("cased") else re.IGNORECASE) for row in rows}
