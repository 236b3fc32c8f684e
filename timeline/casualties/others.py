"""Numbers that count no people: ages, prices, distances, temperatures and the like.

An article goes in; what looked like a figure and was not taken comes out, each with its kind and the reason. The kinds
are the rows of `others.toml`.
"""

import re
from functools import cache
from typing import Any

from timeline.model import Article, Mention, Rejection, Span
from timeline.spans import NUMBER, alternation, read_table
from timeline.spans.numbers import TENS, UNITS

_NUMBER = f"{NUMBER}(?![a-z])"


@cache
def rows() -> tuple[dict[str, Any], ...]:
    """The rows of the table, in the order in which they are tried."""
    return tuple(read_table("timeline.casualties", "others.toml")["other"])


def _source(row: dict[str, Any]) -> str:
    return _spaced(row["pattern"].replace("NUMBER", _NUMBER))


def _spaced(pattern: str) -> str:
    return re.sub(r"(?<!\\)[ ]", r"\\s", pattern)


def _opening() -> str:
    """Source of what must follow wherever a phrase begins, so that few places of a text need all the patterns."""
    words = alternation([*UNITS, *TENS, "a hundred", "a thousand", "a million", "a billion"])
    opens = "|".join(_spaced(row["opens"]) for row in rows() if "opens" in row)
    return rf"(?:(?<!\w)(?=[\d$£€¥.(]|{words}|{opens})|(?=[$£€¥]))"


NUMBER_PHRASES = _opening() + "(?:" + "|".join(f"(?:{_source(row)})" for row in rows()) + ")"
"""Source of a pattern, verbose and without regard to case, of all numbers that count no people."""


@cache
def _scanner() -> re.Pattern[str]:
    ages = rf"(?P<k_age>(?<![\w.])(?:{NUMBER})[-\s]+(?:year|month|week|day)s?[-\s]+olds?\b)"
    kinds = "|".join(f"(?P<k{n}>{_source(row)})" for n, row in enumerate(rows()))
    return re.compile(f"{_opening()}(?:{ages}|{kinds})", re.IGNORECASE)


def find_other_numbers(article: Article) -> list[Mention[Rejection]]:
    """Numbers of the title and text that count no people, by position; the mention's rule is the kind.

    The kinds are those of `others.toml`: age, price, temperature, distance, score, calibre, sentence, address, ...
    """
    found = []
    for field, string in article.fields():
        for match in _scanner().finditer(string):
            rejection = _rejection(match.lastgroup or "")
            found.append(article.mention(Span(field, *match.span()), rejection.kind, rejection))
    return found


@cache
def _rejection(group: str) -> Rejection:
    if group == "k_age":
        return Rejection("age", "somebody's age")
    row = rows()[int(group[1:])]
    return Rejection(row["kind"], row["reason"])
