"""The words, names and numbers of a stretch of text, as linking compares them.

A string goes in, a `Wording` comes out. Only this module knows what counts as a term, a name and a telling number.
"""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from timeline.linking.profile import Wording
from timeline.spans import read_table

NO_WORDS = Wording({})
_TERM = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_RUN = re.compile(r"\b[A-Z][\w’'-]*(?:[ \t]+(?:[A-Z]\.[ \t]+)?[A-Z][\w’'-]*){0,5}")
_OPENS = re.compile(r"(?:^|[.!?:…\n][\"'“”‘’)\]]*\s*|[\"“‘(\[]\s*)[-–—*•]*\s*\Z")
_NUMBER = re.compile(
    r"\b(\d{1,3})[- ](?:years?|months?)[- ]olds?\b|, (?:aged? )?(\d{1,2}),"
    r"|\b(\d{2,5}) (?:block\b|[A-Z][a-z]{1,20} (?:St|Ave|Rd|Road|Dr)\b)"
)
_ALL_CAPS_SHARE = 0.5  # of the letters are capitals: names cannot be told from other words
_SHORTEST_NAME = 3


def words_of(text: str) -> Wording:
    """The wording of a stretch of English text.

    >>> found = words_of("Police said Ann Lee, 34, was shot on Elm Street. The Lee family spoke.")
    >>> sorted(found.names), sorted(found.people), sorted(found.numbers)
    (['ann', 'elm', 'lee'], ['ann lee', 'elm street'], ['34'])
    """
    terms = Counter(term for term in map(_stem, _terms(text)) if term not in _table("stop"))
    names, people = _names(text)
    numbers = frozenset(next(filter(None, match.groups())) for match in _NUMBER.finditer(text))
    return Wording(dict(sorted(terms.items())), names, people, numbers)


def _terms(text: str) -> list[str]:
    return [word.split("’")[0].split("'")[0] for word in _TERM.findall(text.lower())]


def _stem(word: str) -> str:
    """The word without the endings that differ between two tellings: "shots" and "shot", "injured" and "injuring"."""
    if len(word) < 5 or not word.isascii():
        return word
    for ending, kept in (("ies", "y"), ("ing", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)] + kept
    return word


def _names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    if sum(map(str.isupper, text)) > _ALL_CAPS_SHARE * max(1, sum(map(str.isalpha, text))):
        return frozenset(), frozenset()
    inside: set[str] = set()
    opening: set[str] = set()
    people: set[str] = set()
    for run in _RUN.finditer(text):
        words = [word for word in map(_bare, run.group().split()) if word not in _table("no_name")]
        words = [word for word in words if len(word) >= _SHORTEST_NAME]
        people.update(f"{first} {last}" for first, last in pairwise(words))
        first_is_open = len(words) == 1 and _OPENS.search(text, max(0, run.start() - 6), run.start()) is not None
        (opening if first_is_open else inside).update(words)
    generic = _table("generic")
    return frozenset(inside - generic), frozenset(people)


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word).strip("-’'").lower()


@cache
def topical() -> frozenset[str]:
    """Terms that many reports of happenings share."""
    return frozenset(map(_stem, _table("topical")))


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(read_table("timeline.linking", "wording.toml")[name]["words"].split())
