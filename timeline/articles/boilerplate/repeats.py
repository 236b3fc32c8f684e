"""Paragraphs that stand in a text more than once, such as picture captions; the later copies are marked."""

import re
from collections.abc import Sequence

from timeline.articles.boilerplate.lines import Line

SHORTEST = 25  # characters; a shorter line can be said twice
RULE = "repeated caption"
_QUOTES = str.maketrans("‘’“”`´–—", "''\"\"''--")


def find_repeats(lines: Sequence[Line], title: str | None) -> dict[Line, str]:
    """The lines that repeat an earlier one or the title, whatever their quotation marks, spaces and case."""
    seen = {_key(title)} if title else set()
    found = {}
    for line in lines:
        key = _key(line.text)
        if len(key) >= SHORTEST and key in seen:
            found[line] = RULE
        seen.add(key)
    return found


def _key(line: str) -> str:
    return re.sub(r"\s+", " ", line.translate(_QUOTES)).strip(" .").casefold()
