"""A sentence cut into tokens, each with the kind of word that it is.

A string and a range of it go in, tokens come out, in order. Only this module knows how words, counts, ages, names and
other numbers are told apart on the page.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from timeline.casualties.lexicon import Word, kind, lexicon, phrases
from timeline.casualties.others import NUMBER_PHRASES
from timeline.spans import NUMBER, Range

_OTHER = Word("x")
_NAME = "m"
_INSIDE = re.compile(r"(?<=[a-z,] )([A-Z][^\W\d_]*[a-z][^\W\d_]*)")
OLDEST = 115  # years
_BARE_AGE = re.compile(r"(?<=[mx],)n(?=,)")
_TOLD_AGE = re.compile(r"(?<=[mx],)x(?=,)")
_CAPITAL_NAME = re.compile(  # unknown words: "X WAS KILLED", "THE DEATH OF X", "MAYOR X"
    r"(?<![xDa'nvqogfi])(?:x{1,5})(?=(?:(?:,[^,;]{1,20}){1,2},)?[eH]*Be*[TAK])|(?<=N)(?:x{2,5})(?![xps])|(?<=JO)(?:x{2,5})(?![xps])|(?<=[st])(?:x{1,3})(?=[,BHKTSC])"
    r"|(?<=[^BH]T)(?:x{2,4})(?=[,Ci]|$)|(?<=[^BH]T)x(?=,[Da]x{0,2}[st])|(?<![xDa'nvqogfi])(?:x{1,4})(?='[xo]?F)"
    r"|(?<![xDa'nvqogfi])(?:x{1,4})(?=(?:,x{1,4}){0,4},?C[Da]?[xst]{1,6}(?:,[^,;]{1,20},)?[eH]*Be*[TAK])"
    r"|(?<![Da]1)(?<=1)(?:x{1,4})(?=[,;CiOWB]|$)"
    r"|(?:N|JO|[T1])[xo]{0,3}[st]{1,2}(?P<titled>x{1,4})(?=[,;CibWOL]|$)"  # "MURDER OF MINISTER X"
    r"|(?<=[nv])(?:x{1,3})(?=[,;CiOWB]|$)"
)
_FOLLOWERS = ("ists", "ians")  # ends of words for many people ("KILLING COMMUNISTS")
_PLAIN_AGE = re.compile(r"\d\s+years\s+old$", re.IGNORECASE)  # says how old somebody is, names nobody
_SITES = re.compile(  # names of places, storms, flights
    r"\b(?:in|near|across|outside|throughout|inside|Hurricane|Cyclone|Typhoon|Storm|Operation|Mount|Lake|Fort|Camp"
    r"|Flight) ([A-Z][^\W\d_]+)\b(?!['’]s| [A-Z])"
)
_APOSTROPHES = str.maketrans("’‘", "''")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark: `letter` is its kind, `key` its lower-cased words, `start` and `end` index the string.

    `capital` tells unknown words that open with a capital letter: names of people, places and whatever else has one.
    """

    start: int
    end: int
    letter: str
    key: str
    word: Word = _OTHER
    capital: bool = False


@cache
def _scanner() -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<age>(?<![\w.])(?:{NUMBER})(?:-and-a-half)?[-\s]+(?:year|month|week|day)s?[-\s]+old(?:s)?\b)
        |(?P<years>(?<![\w.])\d{{1,2}}-?(?=(?:,|\s+and|\s+or)\s+(?:an?\s+)?\d{{1,2}}[-\s]+years?[-\s]+old))
        |(?P<other>{NUMBER_PHRASES})
        |(?P<phrase>\b(?:{phrases()})\b(?![-’']\w{{2}}))
        |(?P<range>(?<![\w.$-])(?<!\bby\s)(?:between\s+(?:{NUMBER})\s+and\s+|(?:from\s+)?(?:{NUMBER})\s+(?:to|or)\s+|\d+[-–](?=\d))(?:{NUMBER})(?![\w%]|[-.,]\w|\s*(?:years|months)))
        |(?P<number>(?<![\w.$-])(?:{NUMBER}|both(?!\s+(?:an?|his|her|himself|herself)\b))(?![\w%]|[-.,]\w|[’']\w)\+?)
        |(?P<word>[^\W\d_]+(?:[.](?=\w))?(?:(?:[-’'](?!s\b))?\w)*)
        |(?P<owner>[’']s\b|[’'](?=\s))
        |(?P<digits>\d[\d,.:]*\w*)
        |(?P<mark>--|[^\s\w])""",
        re.IGNORECASE | re.VERBOSE,
    )


_MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "—": ",",
    "–": ",",
    "--": ",",
    "-": ";",
    '"': "",
    "“": "",
    "”": "",
    "…": ";",
    "|": ";",
    "/": "?",
    "&": "C",
    ".": "",
    "?": ";",
    "!": ";",
    "•": ";",
    "*": ";",
}


def tokens(string: str, reach: Range, names: frozenset[str]) -> list[Token]:
    """The tokens of a range of a string; `names` are the lower-cased names that the article is known to hold.

    Capitals alone tell nothing: they open sentences and headlines.
    """
    found: list[Token] = []
    words = lexicon()
    for match in _scanner().finditer(string, *reach):
        token = _token(match, words)
        titled = bool(found) and found[-1].letter == kind("TITLE")
        if token.letter == _NAME and token.key not in names and not titled:
            token = Token(token.start, token.end, "x", token.key, token.word, token.capital)
        if token.letter:
            found.append(token)
    found = _with_ages(found)
    if string[slice(*reach)].isupper():
        return _with_names(found)
    if len(found) > 1 and found[1].letter == _NAME and found[0].letter == "x" and string[found[0].start].isupper():
        found[0] = replace(found[0], letter=_NAME)
    return found


def _with_ages(found: list[Token]) -> list[Token]:
    """The tokens with ages told apart that stand between commas behind a name ("Kolar, 46, died")."""
    letters = "".join(token.letter for token in found)
    for match in _TOLD_AGE.finditer(letters):
        token = found[match.start()]
        if _PLAIN_AGE.search(token.key):
            found[match.start()] = replace(token, letter=kind("AGE"))
    for match in _BARE_AGE.finditer(letters):
        token = found[match.start()]
        if token.key.isdigit() and int(token.key) <= OLDEST:
            found[match.start()] = replace(token, letter=kind("AGE"))
    return found


def _with_names(found: list[Token]) -> list[Token]:
    """The tokens of a sentence in capitals, with unknown words marked as names where harm is told of them."""
    letters = "".join(token.letter for token in found)
    for match in _CAPITAL_NAME.finditer(letters):
        span = match.span("titled") if match["titled"] else match.span()
        if span[1] - span[0] == 1 and found[span[0]].key.endswith(_FOLLOWERS):
            continue
        for place in range(*span):
            found[place] = replace(found[place], letter=_NAME)
    return found


def names_in(text: str) -> frozenset[str]:
    """Lower-cased words that stand capitalised inside sentences: no known words, no words in capitals, no places."""
    words = lexicon()
    sites = {site.lower() for site in _SITES.findall(text)}
    found = {name.lower().translate(_APOSTROPHES) for name in _INSIDE.findall(text)}
    return frozenset(name for name in found if name not in words and name not in sites)


def _token(match: re.Match[str], words: dict[str, Word]) -> Token:
    group, (start, end) = match.lastgroup, match.span()
    surface = match.group()
    if group == "word" or group == "phrase":
        key = " ".join(surface.lower().translate(_APOSTROPHES).split())
        known = words.get(key)
        if known is None:
            capital = surface[0].isupper()
            return Token(start, end, kind("NAME") if capital else "x", key, capital=capital)
        return Token(start, end, known.kind, key, known, capital=surface[0].isupper())
    if group == "number" or group == "range":
        return Token(start, end, kind("NUMBER"), surface.lower())
    if group == "age" and _PLAIN_AGE.search(surface):
        return Token(start, end, "x", surface.lower())
    if group in ("age", "years"):
        return Token(start, end, kind("AGE"), surface.lower())
    if group == "owner":
        return Token(start, end, kind("OWNER"), "'s")
    if group == "mark":
        return Token(start, end, _MARKS.get(surface, ""), surface)
    if surface.lower().startswith("age"):
        return Token(start, end, kind("AGE"), surface.lower())
    return Token(start, end, "x", surface.lower())
