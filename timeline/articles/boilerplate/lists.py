"""Lists of other articles that stand in or after an article: a header, then headlines and teasers.

The lines of a text go in, runs of them come out. Only this module knows how such a list looks and where it ends.
"""

import re
from collections.abc import Sequence
from functools import cache

from timeline.articles.boilerplate.lines import PACKAGE, rule_of_line
from timeline.spans import read_table

Run = tuple[int, int]

HEADLINE = 170  # characters of the longest headline
TEASER = 260  # characters of the longest teaser
HEADER = 60  # characters of the longest header
FEWEST_TEASERS = 2  # cut off with dots that make a list without a header
_CUT = re.compile(
    r"(?:…|\.\.\.|\[\.\.\.\]|\[…\])[\"'”’]?(?:\s?(?:read more|continue reading|more)\W{0,3})?$", re.IGNORECASE
)
_STOP = re.compile(r"[.!][\"'”’)\]]*$")
_MARKS = " \t\r:;,.#*_>»›→|-–—•·▶=[]()"


@cache
def _header() -> re.Pattern[str]:
    patterns = read_table(PACKAGE, "headers.toml")["patterns"]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def is_header(line: str) -> bool:
    """Whether a line opens a list of other articles.

    >>> is_header("You May Also Like"), is_header("## Related articles:"), is_header("Related deaths rose.")
    (True, True, False)
    """
    return len(line) <= HEADER and not _prose_end(line) and _header().fullmatch(line.strip(_MARKS)) is not None


def find_lists(lines: Sequence[str]) -> list[tuple[Run, str]]:
    """The runs of lines, first and one past the last, that list other articles, and the rule of each."""
    found, at = [], 0
    while at < len(lines):
        if is_header(lines[at]):
            end, rule = _end_of_list(lines, at + 1), "related articles"
        else:
            end, rule = _end_of_teasers(lines, at), "teasers"
        if end > at:
            found.append(((at, end), rule))
        at = max(end, at + 1)
    return found


def _end_of_list(lines: Sequence[str], start: int) -> int:
    """One past the last item: prose ends a list, a teaser is prose between headlines."""
    at, teasers = start, 0
    while at < len(lines):
        if is_item(lines[at]):
            at += 1
        elif at > start and _is_teaser(lines, at, teasers):
            at, teasers = at + 1, teasers + 1
        else:
            break
    return at


def is_item(line: str) -> bool:
    """Whether a line of a list is a headline, a cut-off teaser, a label or other boilerplate, rather than prose."""
    if _is_cut(line):
        return True
    return (len(line) <= HEADLINE and not _prose_end(line)) or rule_of_line(line) is not None


def _is_teaser(lines: Sequence[str], at: int, seen: int) -> bool:
    """Whole sentences are a teaser where a headline comes before and after; at the end, where there were others."""
    if len(lines[at]) > TEASER or not _is_headline(lines[at - 1]):
        return False
    return is_item(lines[at + 1]) if at + 1 < len(lines) else seen > 0


def _end_of_teasers(lines: Sequence[str], start: int) -> int:
    """One past a run of headlines, each with a teaser that is cut off; the start itself where there are too few."""
    at, count = start, 0
    while at + 1 < len(lines) and _is_headline(lines[at]) and _is_cut(lines[at + 1]):
        at, count = at + 2, count + 1
    return at if count >= FEWEST_TEASERS else start


def _is_cut(line: str) -> bool:
    return len(line) <= TEASER and _CUT.search(line[-40:]) is not None


def _is_headline(line: str) -> bool:
    return len(line) <= HEADLINE and not _prose_end(line) and not _is_cut(line)


def _prose_end(line: str) -> bool:
    return _STOP.search(line[-6:]) is not None and not _is_cut(line)
