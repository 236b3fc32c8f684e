"""Lines and sentences that are boilerplate by their own words: share lines, bylines, credits, notices.

A line goes in, the name of the rule that it falls under comes out; words and examples are in `boilerplate.toml`.
"""

import re
from dataclasses import dataclass
from functools import cache

from timeline.spans import read_table

PACKAGE = "timeline.articles.boilerplate"
CALENDAR = re.compile(
    r"by\s(?:mon|tues|wednes|thurs|fri|satur|sun)day|by\s(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december|then|now|noon|midnight|dawn|dusk)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LineRule:
    """A kind of boilerplate: its pattern, the longest line it is tried on, and whether sentences count as lines."""

    name: str
    pattern: re.Pattern[str]
    longest: int
    sentences: bool


@cache
def line_rules() -> tuple[LineRule, ...]:
    """The rules of the table, in its order."""
    table = read_table(PACKAGE, "boilerplate.toml")
    return tuple(
        LineRule(
            name.replace("_", " "),
            re.compile(
                "|".join(f"(?:{pattern})" for pattern in row["patterns"]), 0 if row.get("case") else re.IGNORECASE
            ),
            row["longest"],
            row["sentences"],
        )
        for name, row in table.items()
    )


def rule_of_line(line: str) -> str | None:
    """The rule that a whole line falls under, None where it may be the article's own.

    >>> rule_of_line("By Jane Doe, Staff Writer"), rule_of_line("By Monday evening, 12 had died")
    ('byline', None)
    """
    return _rule_of(line, tuple(line_rules()))


def rule_of_sentence(sentence: str) -> str | None:
    """The rule that a sentence within a paragraph falls under.

    >>> rule_of_sentence("Sign up for our newsletter."), rule_of_sentence("Associated Press")
    ('subscription', None)
    """
    return _rule_of(sentence, _sentence_rules())


@cache
def _sentence_rules() -> tuple[LineRule, ...]:
    return tuple(rule for rule in line_rules() if rule.sentences)


def _rule_of(line: str, rules: tuple[LineRule, ...]) -> str | None:
    if CALENDAR.match(line):
        return None
    bare = line.strip(" \t\r.*_#>•·|").strip()
    return next(
        (rule.name for rule in rules if len(line) <= rule.longest and rule.pattern.fullmatch(bare or line)), None
    )
