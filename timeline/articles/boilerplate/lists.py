"""Lists of other articles: a header such as "You may also like", then titles and teasers until prose resumes."""

import re
from collections.abc import Sequence
from functools import cache

from timeline.articles.boilerplate.lines import LONGEST, Line, rule_of
from timeline.spans import read_table

TITLE_WORDS = 25
CERTAIN = 2  # entries after which a full sentence between two titles, or at the end, is taken for a teaser
_CUT = re.compile(r"(?:…|\.\.\.)[\"'”’)\]]*$")
_STOP = re.compile(r"[.!?][\"'”’)\]]*$")
_CAPITALISED = re.compile(r"[\"'“‘(]?[A-Z0-9]")


def find_lists(lines: Sequence[Line]) -> dict[Line, str]:
    """The lines of all lists of other articles, their headers included."""
    header, rule = _header()
    found: dict[Line, str] = {}
    index = 0
    while index < len(lines):
        end = index + 1
        if len(lines[index].text) <= LONGEST and header.fullmatch(lines[index].text):
            end = _end(lines, index + 1)
            found |= dict.fromkeys(lines[index:end], rule)
        index = end
    return found


def _end(lines: Sequence[Line], start: int) -> int:
    """Index behind the last line of the list that begins at `start`."""
    entries = 0
    for index in range(start, len(lines)):
        line = lines[index].text
        if is_entry(line) or rule_of(line):
            entries += 1
        elif entries < CERTAIN or not _is_teaser(lines, start, index):
            return index
    return len(lines)


def is_entry(line: str) -> bool:
    """Whether a line looks like the title or the cut teaser of another article.

    >>> is_entry("Mayor Opens New Bridge"), is_entry("The mayor, who was…"), is_entry("The mayor opened a bridge.")
    (True, True, False)
    """
    if _CUT.search(line):
        return True
    words = line.split()
    if len(words) > TITLE_WORDS:
        return False
    stopped = _STOP.search(line)
    if stopped is None:
        return True
    capitals = sum(_CAPITALISED.match(word) is not None for word in words)
    return line[stopped.start()] != "." and 2 * capitals > len(words)


def _is_teaser(lines: Sequence[Line], start: int, index: int) -> bool:
    """Whether a full sentence stands between two titles, or ends a list that has teasers."""
    sentence, following = lines[index].text, lines[index + 1 : index + 2]
    if len(sentence) > LONGEST or not is_entry(lines[index - 1].text):
        return False
    if following:
        return is_entry(following[0].text)
    return any(_CUT.search(line.text) for line in lines[start:index])


@cache
def _header() -> tuple[re.Pattern[str], str]:
    block = read_table("timeline.articles.boilerplate", "boilerplate.toml")["block"]
    return re.compile(block["header"], re.IGNORECASE), block["rule"]
