"""Cuts a text into runs of the words that time expressions are made of.

A string goes in, runs of tokens come out: neighbouring words of the lexicon, numbers, and the marks between them. Only
this module knows how figures are written (clock times, ordinals, decades, numeric dates) and which marks may stand
inside an expression. It is one scan; a word outside the lexicon costs no more than that.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from timeline.spans import NUMBER, alternation, is_wrapped, parse_count
from timeline.times.grammar import Value, grammar

NUMERALS = (  # kind and shape of what is written in figures, the first that fits
    ("small", r"0?[1-9]|[12]\d|3[01]"),
    ("year4", r"1\d{3}|20\d{2}|21\d{2}"),
    ("int2", r"\d{2}"),
    ("int", r"\d{1,3}(?:,\d{3})+|\d+"),
    ("clock", r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"),
    ("dotclock", r"(?:[01]?\d|2[0-4])\.[0-5]\d"),
    ("decimal", r"\d+\.\d+"),
    ("numeric_date", r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}[/.]\d{1,2}[/.]\d{1,2}"),
    ("fraction", r"[1-9]/[2-9]"),
    ("year_pair", r"(?:1[1-9]|20)\d{2}/\d{2}"),
    ("day_pair", r"(?:[12]?\d|3[01])/(?:[12]\d|3[01])"),
    ("ordinal", r"\d{1,3}(?:st|nd|rd|th)"),
    ("decade4", r"(?:1\d|20)\d0'?s"),
    ("decade2", r"'?[1-9]0'?s"),
    ("year2", r"'\d{2}"),
    ("iso_week", r"\d{4}-w\d{2}"),
    ("iso", r"\d{4}-\d{2}-\d{2}(?:[t ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?"),
)
LONGEST_NUMERAL = 24
WIDEST_GAP = 12
GAPS = {
    "": "",
    " ": "",
    "-": "-",
    "- ": "-",
    " - ": "-",
    ",": ",",
    ", ": ",",
    "/": "/",
    " @ ": "at",
    "'s ": "'s",
    "'s-": "'s",
    "' ": "'s",
}
_SHAPES = tuple((kind, re.compile(shape)) for kind, shape in NUMERALS)
_ISO = r"\d{4}-\d{2}-\d{2}(?:[t ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?(?!\d)|\d{4}-w\d{2}(?!\w)"
_FIGURES = rf"(?<!\w)(?:{_ISO}|'?\d++(?:[.:/]\d++|,\d{{3}}(?!\d))*+(?:(?:st|nd|rd|th|'?s)(?!\w))?)"
_COUNTS = frozenset({"small", "int2", "int"})
_TAIL = re.compile(r"[^\W\d][-./@]$")  # of a name: "F-16"
_SINGLE_BREAK = re.compile(r"(?<!\n)\n(?![ \t\r]*\n)")
_MONEY = frozenset("$€£¥#%°")  # marks of sums, numbers and shares
_SPACE = re.compile(r"\s+")
_STRAIGHT = (("’", "'"), ("‘", "'"), ("–", "-"), ("‑", "-"), ("\u00a0", " "), ("\u202f", " "))


class Token(NamedTuple):
    """A word, number or mark: where it stands, its kind and what it says."""

    start: int
    end: int
    kind: str
    value: Value


Run = list[Token]


@lru_cache(maxsize=4)
def small_letters(text: str) -> str:
    """The text in small letters with straight apostrophes and hyphens, character for character.

    >>> small_letters("May ’90–İ91")
    "may '90-İ91"
    """
    low = text.lower()
    if len(low) != len(text):
        pairs = ((was, was.lower()) for was in text)
        low = "".join(letter if len(letter) == 1 else was for was, letter in pairs)
    for curly, straight in _STRAIGHT:
        low = low.replace(curly, straight)
    return low


def runs(text: str) -> Iterator[Run]:
    """The runs of a text, in order: tokens with nothing but white space or a mark between them.

    >>> [[token.kind for token in run] for run in runs("It fell on Friday, Jan. 24, they said.")]
    [['on', 'weekday', ',', 'month', 'small']]
    """
    low = small_letters(text)
    if is_wrapped(text):
        low = _SINGLE_BREAK.sub(" ", low)
    run: Run = []
    end = -1
    for match in _scan().finditer(low):
        token = _token(low, match)
        glue = _glue(low, end, token.start) if run else None
        end = token.end
        if glue is None:
            if run:
                yield run
            run = (
                [token._replace(kind="junk")]
                if token.kind in _COUNTS and _TAIL.search(low, token.start - 2, token.start)
                else [token]
            )
            continue
        if glue:
            run.append(Token(run[-1].end, token.start, glue, glue))
        run.append(token)
    if run:
        yield run


@cache
def _scan() -> re.Pattern[str]:
    listed = grammar().words
    words, ordinals = alternation(listed), alternation(word for word in listed if listed[word][0] == "ordinal_word")
    number = rf"(?!{ordinals}(?!\w))(?P<number>{NUMBER})"  # "twenty-first" is no twenty
    return re.compile(rf"(?P<figures>{_FIGURES})|(?<![^\W\d_])(?:{number}|(?P<word>{words}))(?!\w)")


def _token(low: str, match: re.Match[str]) -> Token:
    start, end = match.span()
    surface = match.group()
    if match.lastgroup == "figures":
        return _numeral(low, start, end)
    if match.lastgroup == "number":
        count = parse_count(surface)
        return Token(start, end, "word1", -1 if count is None else count)
    known = grammar().words
    kind, value = known[surface] if surface in known else known[_SPACE.sub(" ", surface)]
    return Token(start, end, kind, value)


def _numeral(low: str, start: int, end: int) -> Token:
    """Figures are junk where they are money, shares, or the tail of a name ("F-16")."""
    surface = low[start:end]
    if end - start > LONGEST_NUMERAL or low[start - 1 : start] in _MONEY or low[end : end + 1] in _MONEY:
        return Token(start, end, "junk", 0)
    return Token(start, end, *_figure(surface))


@lru_cache(maxsize=8192)
def _figure(surface: str) -> tuple[str, Value]:
    """Kind and value of what is written in figures."""
    kind = next((kind for kind, shape in _SHAPES if shape.fullmatch(surface)), "junk")
    return kind, 0 if kind == "junk" else _figure_value(surface, kind)


def _figure_value(surface: str, kind: str) -> Value:
    if kind in ("small", "year4", "int2", "int"):
        return int(surface.replace(",", ""))
    if kind in ("ordinal", "year2", "decade2", "decade4"):
        return int("".join(c for c in surface if c.isdigit()))
    return float(surface) if kind == "decimal" else surface


def _glue(low: str, start: int, end: int) -> str | None:
    """The mark in what stands between two tokens, empty for white space, None where they do not belong together."""
    if end - start > WIDEST_GAP:
        return None
    gap = low[start:end]
    if gap in GAPS:
        return GAPS[gap]
    return None if "\n" in gap else GAPS.get(_SPACE.sub(" ", gap))
