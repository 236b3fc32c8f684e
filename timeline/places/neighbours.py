"""What stands around a name: the words beside it, and the persons that a text names."""

import re
from dataclasses import dataclass

from timeline.places.naming import Name, Scan
from timeline.places.tokens import Token, functional
from timeline.places.words import plain_words

FAR = 4  # words looked at on each side
_WORD_BEFORE = re.compile(r"([A-Za-z]+)[\s\"“'‘(]*$")
_WORD_AFTER = re.compile(r"(?:['’]s)?[\"”’')]*[\s-]*([A-Za-z]+)")
_BYLINE = re.compile(
    r"^[ \t]*B[yY] ([A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){1,3})(?=[ \t]*(?:$|[,|/]|and ))", re.MULTILINE
)
_AGE = re.compile(r",\s+(?:aged? )?\d{1,2},")


@dataclass(frozen=True, slots=True)
class Beside:
    """Capitalised words that run into a name from the left and on from it to the right, nearest first; `before` and
    `after` are the words just before and behind in lower case, "" where there is none."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    before: str
    after: str


def beside(scan: Scan, name: Name) -> Beside:
    """The words around a name."""
    return Beside(
        _chain(scan.tokens, name.first - 1, -1),
        _chain(scan.tokens, name.after, 1) if not _is_day(scan.tokens, name.after) else (),
        word_before(scan, name),
        word_after(scan, name),
    )


def word_before(scan: Scan, name: Name) -> str:
    """The word just before a name in lower case, "" where there is none."""
    before = _WORD_BEFORE.search(scan.text, max(0, name.start - 24), name.start)
    return before.group(1).lower() if before else ""


def word_after(scan: Scan, name: Name) -> str:
    """The word just behind a name in lower case, "" where there is none."""
    after = _WORD_AFTER.match(scan.text, name.end, name.end + 24)
    return after.group(1).lower() if after else ""


def _is_day(words: list[Token], at: int) -> bool:
    """Whether a name of a day or month stands there, which belongs to no place: "in Senath Saturday"."""
    return at < len(words) and words[at].word in plain_words("months")


def _chain(words: list[Token], at: int, step: int) -> tuple[str, ...]:
    """Words joined by a space or hyphen, starting at one and going on by steps."""
    found: list[str] = []
    while 0 <= at < len(words) and len(found) < FAR:
        joint = words[at].gap if step < 0 else words[at - 1].gap
        if joint not in (" ", "-") or words[at].functional:
            break
        found.append(words[at].word)
        at += step
    return tuple(found)


def surnames(scan: Scan) -> frozenset[str]:
    """Words of persons' names in a text: behind a first name or a title, and in a byline.

    >>> from timeline.places.naming import scan
    >>> sorted(surnames(scan("Jack London, 34, and Mr. Paris met Ms. Chad Houston.")))
    ['chad', 'houston', 'london', 'paris']
    """
    firsts, titles = plain_words("first_names"), plain_words("titles")
    found: set[str] = set()
    words = scan.tokens
    for at, word in enumerate(words[:-1]):
        entitled = word.word in titles
        if not entitled and word.word not in firsts:
            continue
        between = scan.text[word.end : words[at + 1].start]
        joined = between in (" ", ' "', "\n") or (entitled and between == ". ")
        if joined and (entitled or _is_person(words, at)):
            found.update(_rest(words, at + 1))
    for byline in _BYLINE.finditer(scan.text):
        found.update(byline.group(1).lower().split())
    return frozenset(found) - functional()


def _is_person(words: list[Token], at: int) -> bool:
    """Whether a first name opens a person's name, not a place's or an organisation's."""
    follows = words[at + 1].word
    lists = ("organisation", "facility", "suffix_district", "suffix_region", "suffix_water", "suffix_area", "before")
    return follows not in plain_words(*lists)


def _rest(words: list[Token], at: int) -> list[str]:
    found = [words[at].word]
    while len(found) < 3 and words[at].gap in (" ", "-") and at + 1 < len(words):
        at += 1
        found.append(words[at].word)
    return found


def aged(scan: Scan, name: Name) -> bool:
    """Whether an age follows: "Jackson, 34,"."""
    return _AGE.match(scan.text, name.end) is not None
