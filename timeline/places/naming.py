"""Names of the gazetteer in a text: the longest runs of capitalised words that are a place's name.

A string goes in, the names found in it come out, each with all its meanings; which of them are meant, and whether any
is, others decide.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from timeline.places.folding import fold, is_folded
from timeline.places.gazetteer import Role, Sense, gazetteer
from timeline.places.tokens import Token, tokens
from timeline.spans import read_table

LONGEST = 6  # words of a name
LONGEST_IN_CAPITALS = 4
REMEMBERED = 100_000  # surfaces whose meanings are kept at hand
LINKS = frozenset({" ", "-", "of", "'s", "\n"})
CLOSE = frozenset({" ", "-", "\n"})
CAPITALS = 0.6  # share of letters from which on a text counts as all in capitals


@dataclass(slots=True)
class Name:
    """A name that may be a place's. `first` and `after` are the numbers of its first token and of the one behind it.

    `parent` is the name behind its comma that says where it is, `outside` one in which no place of the name is known,
    `owner` the country or division before its "'s"; `sure`: a word beside it says what kind of place it is; `listed`:
    another name stands beside it, as in "Izium and Kharkiv".
    """

    start: int
    end: int
    first: int
    after: int
    plain: str
    senses: tuple[Sense, ...]
    parent: "Name | None" = None
    outside: "Name | None" = None
    owner: "Name | None" = None
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
        return self.plain in _folded() and any(sense.role is Role.SHORT for sense in self.senses)


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
    found, after = [], 0
    for first, word in enumerate(words):
        if first < after or (capitals and word.functional):
            continue
        last = _last(words, first, reach)
        if last == first and (word.functional or not look_up(text[word.start : word.end])):
            continue
        name = _longest(text, words, first, last)
        if name:
            found.append(name)
            after = name.after
    return Scan(text, words, found, capitals)


def in_capitals(text: str) -> bool:
    """Whether a text is written in capitals throughout.

    >>> in_capitals("BOMB EXPLODES IN CAPITAL"), in_capitals("KYIV - A bomb exploded")
    (True, False)
    """
    sample = text[:2000]
    upper = sum(map(str.isupper, sample))
    return upper > CAPITALS * sum(map(str.isalpha, sample))


def _longest(text: str, words: list[Token], first: int, last: int) -> Name | None:
    """The longest name that opens with one word and ends with another or before it."""
    start = words[first].start
    for at in range(last, first - 1, -1):
        if at == first and words[first].functional:
            return None
        end = words[at].end
        surface = text[start:end]
        meanings = look_up(surface)
        if meanings:
            stopped = text[end : end + 1] == "."
            return _spelled(Name(start, end, first, at + 1, fold(surface), meanings), surface, stopped=stopped)
    return None


def _last(words: list[Token], first: int, reach: int) -> int:
    """The number of the last word that may belong to a name; mostly that of the first, which saves looking up more."""
    end = min(first + reach, len(words)) - 1
    opening = words[first]
    if first == end or opening.gap not in LINKS or not _opens(opening.word):
        return first
    second = words[first + 1]
    close = opening.gap in CLOSE and second.gap != "'s"
    if close and not _may_open(opening.word, second.word):
        return first
    if close and second.gap in CLOSE and first + 2 <= end and words[first + 2].gap != "'s":
        end = end if _may_open(opening.word, second.word, words[first + 2].word) else first + 1
    last = first + 1
    while last < end and words[last].gap in LINKS:
        last += 1
    return last


@lru_cache(maxsize=REMEMBERED)
def _opens(word: str) -> bool:
    """Whether a word may open a longer name."""
    return not is_folded((word,)) or gazetteer().may_open(word + " ")


@lru_cache(maxsize=REMEMBERED)
def _may_open(*words: str) -> bool:
    """Whether some words may open a longer name or be one."""
    return not is_folded(words) or gazetteer().may_open(" ".join(words))


@lru_cache(maxsize=REMEMBERED)
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
    return frozenset(map(spelling, _table()))


@cache
def _folded() -> frozenset[str]:
    """The plain forms of abbreviations."""
    return frozenset(map(fold, _table()))


def _table() -> Iterable[str]:
    return chain.from_iterable(read_table("timeline.places", "places.toml")["abbreviations"].values())
