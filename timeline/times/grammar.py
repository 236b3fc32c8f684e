"""The table of rules: names, patterns over kinds of tokens, and which production reads what they match.

The TOML tables beside this module go in, a `Grammar` comes out. A name in a pattern is a piece (`pieces.toml`), a kind
of word (`words.toml`), a kind of numeral (lexer), a mark, or else a word that is a kind of its own.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from timeline.spans import read_table
from timeline.times.patterns import Kinds, PatternReader

PACKAGE = "timeline.times"
TABLES = ("prefixes.toml", "days.toml", "clock.toml", "periods.toml", "durations.toml", "sets.toml", "references.toml")
NUMERAL_KINDS = frozenset(
    """iso iso_week small year4 int2 int clock dotclock decimal numeric_date fraction day_pair ordinal decade4 decade2
    year2 year_pair word1 junk""".split()
)
MARKS = frozenset({"-", ",", "'s", "/"})
Value = int | float | str
Words = dict[str, tuple[str, Value]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of expression. `makes` names its production; `value` is what the production is told besides the words.

    `examples` are its tests: TIMEX3 values, and phrasings that have them on 24 January 2026.
    """

    name: str
    pattern: re.Pattern[str]
    makes: str
    value: str
    examples: dict[str, list[str]] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules, those that can begin with a character, the words with kind and value, and each kind's character."""

    rules: tuple[Rule, ...]
    beginning: dict[str, tuple[Rule, ...]]
    words: Words
    characters: dict[str, str]


@cache
def grammar() -> Grammar:
    """The compiled tables. Raises ValueError on a malformed pattern, a word of two kinds or a rule named twice."""
    kinds, words = Kinds(), _listed_words()
    reader = PatternReader(kinds, read_table(PACKAGE, "pieces.toml"))
    listed = {kind for kind, _ in words.values()} | NUMERAL_KINDS | MARKS
    for kind in sorted(listed):
        kinds.character(kind)
    rules, beginning = [], dict[str, list[Rule]]()
    for name, row in _rows():
        shape = reader.read(row["pattern"])
        if shape.empty:
            raise ValueError(f"rule {name!r} can match nothing")
        rule = Rule(name, re.compile(shape.source), row["makes"], row.get("value", ""), row.get("examples", {}))
        rules.append(rule)
        for character in shape.first:
            beginning.setdefault(character, []).append(rule)
    literals = kinds.names() - listed
    clashes = {word: words[word][0] for word in literals if word in words}
    if clashes:
        raise ValueError(f"words of a kind in patterns; name the kind: {clashes}")
    words |= {word: (word, word) for word in literals}
    characters = {kind: kinds.character(kind) for kind in kinds.names()}
    return Grammar(tuple(rules), {key: tuple(found) for key, found in beginning.items()}, words, characters)


def _listed_words() -> Words:
    words: Words = {}
    for kind, entries in read_table(PACKAGE, "words.toml").items():
        for word, value in entries.items():
            if word in words:
                raise ValueError(f"{word!r} is both {words[word][0]} and {kind}")
            words[word] = (kind, value)
    return words


def _rows() -> list[tuple[str, dict[str, Any]]]:
    rows = [row for table in TABLES for row in read_table(PACKAGE, table).items()]
    names = [name for name, _ in rows]
    doubled = {name for name in names if names.count(name) > 1}
    if doubled:
        raise ValueError(f"rules named twice: {sorted(doubled)}")
    return rows
