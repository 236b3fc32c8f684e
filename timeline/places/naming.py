"""Names of the gazetteer in a text: the longest runs of capitalised words that are a place's name.

A string goes in, the names found in it come out, each with all its meanings; which of them are meant, and whether any
is, others decide.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from timeline.places.folding import fold
from timeline.places.gazetteer import Role, Sense, gazetteer
from timeline.places.tokens import Token, functional, tokens
from timeline.places.words import plain_words

LONGEST = 6  # words of a name
LINKS = frozenset({" ", "-", "of", "'s", "\n"})


@dataclass(slots=True)
class Name:
    """A name that may be a place's. `first` and `after` are the numbers of its first token and of the one behind it."""

    start: int
    end: int
    first: int
    after: int
    plain: str
    senses: tuple[Sense, ...]
    parent: "Name | None" = None
    features: dict[str, float] = field(default_factory=dict)

    @property
    def top(self) -> Sense:
        """The most important meaning."""
        return self.senses[0]

    @property
    def is_adjective(self) -> bool:
        """Whether it names inhabitants or is an adjective: "Russian"."""
        return self.senses[0].role is Role.ADJECTIVE


@dataclass(slots=True)
class Scan:
    """A text, its capitalised words, and the names among them in order."""

    text: str
    tokens: list[Token]
    names: list[Name]


def scan(text: str) -> Scan:
    """All names of the gazetteer in a text, longest first, none inside another.

    >>> [name.plain for name in scan("He left New York City for St. Paul, Minn., on Monday.").names]
    ['new york city', 'saint paul', 'minn']
    """
    words = tokens(text)
    found, at = [], 0
    while at < len(words):
        name = _longest(text, words, at)
        if name:
            found.append(name)
        at = name.after if name else at + 1
    return Scan(text, words, found)


def _longest(text: str, words: list[Token], first: int) -> Name | None:
    last = first
    while last - first < LONGEST - 1 and last < len(words) - 1 and words[last].gap in LINKS:
        last += 1
    start = words[first].start
    for end in range(last, first - 1, -1):
        if end == first and words[first].word in functional():
            return None
        surface = text[start : words[end].end]
        meanings = look_up(surface)
        if meanings:
            return _named(text, Name(start, words[end].end, first, end + 1, fold(surface), meanings))
    return None


@lru_cache(maxsize=50_000)
def look_up(surface: str) -> tuple[Sense, ...]:
    """The meanings of a name as written; an abbreviation counts only in its own case."""
    found = gazetteer().look_up(fold(surface))
    if found and len(surface) <= 5 and not surface.isupper() and len(surface) == 2 and "." not in surface:
        found = tuple(sense for sense in found if sense.role is not Role.SHORT or surface in plain_short())
    if surface == "Us":
        return ()
    return found


@lru_cache(maxsize=1)
def plain_short() -> frozenset[str]:
    """Abbreviations of two letters that are not capitals: "Pa", "Ga"."""
    return frozenset(word.capitalize() for word in plain_words("short_two"))


def _named(text: str, name: Name) -> Name | None:
    """The name with the stop of an abbreviation."""
    if any(sense.role is Role.SHORT for sense in name.senses) and text[name.end : name.end + 1] == ".":
        name.end += 1
    return name
