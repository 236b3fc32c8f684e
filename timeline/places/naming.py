"""Names of the gazetteer in a text: the longest runs of capitalised words that are a place's name.

A string goes in, the names found in it come out, each with all its meanings; which of them are meant, and whether any
is, others decide.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from timeline.places.folding import fold
from timeline.places.gazetteer import Role, Sense, gazetteer
from timeline.places.tokens import Token, is_functional, tokens
from timeline.spans import read_table

LONGEST = 6  # words of a name
LONGEST_IN_CAPITALS = 4
LINKS = frozenset({" ", "-", "of", "'s", "\n"})
CAPITALS = 0.6  # share of letters from which on a text counts as all in capitals


@dataclass(slots=True)
class Name:
    """A name that may be a place's. `first` and `after` are the numbers of its first token and of the one behind it;
    `parent` is the name behind its comma that says where it is; `sure`: a word
    beside it says what kind of place it is; `listed`: another name stands beside it, as in "Izium and Kharkiv"."""

    start: int
    end: int
    first: int
    after: int
    plain: str
    senses: tuple[Sense, ...]
    parent: "Name | None" = None
    is_parent: bool = False
    sure: bool = False
    listed: bool = False

    @property
    def top(self) -> Sense:
        """The most important meaning."""
        return self.senses[0]

    @property
    def is_adjective(self) -> bool:
        """Whether it names inhabitants or is an adjective: "Russian"."""
        return self.senses[0].role is Role.ADJECTIVE

    @property
    def is_short(self) -> bool:
        """Whether it can be an abbreviation: "Conn.", "IN"."""
        return any(sense.role is Role.SHORT for sense in self.senses)


@dataclass(slots=True)
class Scan:
    """A text, its capitalised words, and the names among them in order; `capitals`: it is written all in capitals."""

    text: str
    tokens: list[Token]
    names: list[Name]
    capitals: bool


def scan(text: str) -> Scan:
    """All names of the gazetteer in a text, longest first, none inside another.

    >>> [name.plain for name in scan("He left New York City for St. Paul, Minn., on Monday.").names]
    ['new york city', 'saint paul', 'minn']
    """
    words, capitals = tokens(text), in_capitals(text)
    reach = LONGEST_IN_CAPITALS if capitals else LONGEST
    found, at = [], 0
    while at < len(words):
        name = _longest(text, words[at : at + reach], at)
        if name:
            found.append(name)
        at = name.after if name else at + 1
    return Scan(text, words, found, capitals)


def in_capitals(text: str) -> bool:
    """Whether a text is written in capitals throughout.

    >>> in_capitals("BOMB EXPLODES IN CAPITAL"), in_capitals("KYIV - A bomb exploded")
    (True, False)
    """
    sample = text[:2000]
    upper = sum(map(str.isupper, sample))
    return upper > CAPITALS * sum(map(str.isalpha, sample))


def _longest(text: str, words: list[Token], first: int) -> Name | None:
    """The longest name that opens a few words; `first` is the number of the first of them."""
    last, start = 0, words[0].start
    while last < len(words) - 1 and words[last].gap in LINKS:
        last += 1
    for end in range(last, -1, -1):
        if end == 0 and is_functional(words[0]):
            return None
        surface = text[start : words[end].end]
        meanings = look_up(surface)
        if meanings:
            stopped = text[words[end].end : words[end].end + 1] == "."
            name = Name(start, words[end].end, first, first + end + 1, fold(surface), meanings)
            return _spelled(name, surface, stopped=stopped)
    return None


@lru_cache(maxsize=50_000)
def look_up(surface: str) -> tuple[Sense, ...]:
    """The meanings of a name as written."""
    return gazetteer().look_up(fold(surface))


def _spelled(name: Name, surface: str, *, stopped: bool) -> Name | None:
    """The name with the stop of its abbreviation; only the spellings of the table are an abbreviation."""
    if not name.is_short:
        return name
    if stopped and spelling(surface + ".") in _abbreviations():
        name.end += 1
    elif spelling(surface) not in _abbreviations():
        name.senses = tuple(sense for sense in name.senses if sense.role is not Role.SHORT)
    return name if name.senses else None


def spelling(surface: str) -> str:
    """An abbreviation as filed: without spaces, in capitals where it has a stop.

    >>> spelling("W. Va."), spelling("Pa"), spelling("N.Y.")
    ('W.VA.', 'Pa', 'N.Y.')
    """
    plain = "".join(surface.split())
    return plain.upper() if "." in plain else plain


@cache
def _abbreviations() -> frozenset[str]:
    table = read_table("timeline.places", "places.toml")["abbreviations"]
    return frozenset(spelling(word) for words in table.values() for word in words)
