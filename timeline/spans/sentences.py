"""Paragraphs and sentences of English news text, as offsets.

A string goes in, half-open (start, end) pairs come out, without surrounding white space. Only this module knows how
news text breaks: hard-wrapped lines, one-line paragraphs, abbreviations, initials, closing quotes.
"""

import re
from bisect import bisect_right
from functools import lru_cache

Range = tuple[int, int]

LONGEST = 2000  # characters of a sentence
WRAPPED_WIDTH = 90  # no line of a hard-wrapped text is longer
WRAPPED_SHARE = 0.5  # of its lines end without a stop
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof sen rep gov gen col lt maj capt cpl sgt cmdr adm rev hon sr jr st ft mt no nos vs etc
    inc corp co ltd dept det supt asst insp ave blvd rd hwy univ approx jan feb mar apr jun jul aug sep sept
    oct nov dec mon tue tues wed thu thurs fri ala ariz ark calif colo conn del fla ga ill ind kan ky la md
    mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo pfc spc pvt messrs mme
    mlle pres vol fig e.g i.e a.k.a u.s u.k u.n d.c p.o n.y n.j n.c s.c n.d s.d n.h n.m r.i w.va ph.d""".split()
)
_NOTE = r"\[(?:\d{1,3}|[a-z]|(?:note|nb|n)\s\d{1,2}|citation needed)\]"  # a reference mark behind a stop
_STOP = re.compile(rf"[.!?…]+[\"'”’»)\]]*(?:{_NOTE})*(?=\s+|[A-Z“\"‘])|\n")
_LAST_WORD = re.compile(r"[\w.&]+$")
_OPENS_SENTENCE = re.compile(r"\s*[\"'“‘«(\[\-–—_*`]*[A-Z0-9$£€ÀÁÂÄÅÇÉÈÊÍÎÓÖØÚÜČŁŚŠŽ]")
_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
_LINE = re.compile(r"[^\n]+")


@lru_cache(maxsize=16)
def sentences(text: str) -> tuple[Range, ...]:
    """The sentences of a text; headings, captions and list items are sentences of their own.

    >>> text = 'Gov. Lee spoke. "Two died," he said.\\n\\nKYIV, Jan. 24 - It was 2 a.m. on Main St. when it fell.'
    >>> [text[a:b] for a, b in sentences(text)]
    ['Gov. Lee spoke.', '"Two died," he said.', 'KYIV, Jan. 24 - It was 2 a.m. on Main St. when it fell.']
    """
    whole = (found for block in paragraphs(text) for found in _split(text, block))
    return tuple(piece for found in whole for piece in _cut(text, found))


@lru_cache(maxsize=16)
def paragraphs(text: str) -> tuple[Range, ...]:
    """The paragraphs of a text: blocks between blank lines or, where lines are not hard-wrapped, its lines.

    >>> text = "First line.\\nSecond line.\\n\\nThird"
    >>> [text[a:b] for a, b in paragraphs(text)]
    ['First line.', 'Second line.', 'Third']
    """
    if not is_wrapped(text):
        return tuple(trim(text, *line.span()) for line in _LINE.finditer(text) if not line.group().isspace())
    blocks, start = [], 0
    for gap in _BLANK.finditer(text):
        blocks.append((start, gap.start()))
        start = gap.end()
    blocks.append((start, len(text)))
    return tuple(trim(text, a, b) for a, b in blocks if text[a:b].strip())


@lru_cache(maxsize=16)
def is_wrapped(text: str) -> bool:
    """Whether line breaks fall inside sentences, as in old newswire and plain-text mail."""
    lines = [line.rstrip() for line in text.split("\n")]
    full = [line for line in lines if len(line) > WRAPPED_WIDTH // 2]
    if len(full) < 2 or max(map(len, lines)) > WRAPPED_WIDTH:
        return False
    return sum(line[-1] not in ".!?\"'”’" for line in full) > WRAPPED_SHARE * len(full)


def holding(ranges: tuple[Range, ...], offset: int) -> int | None:
    """Index of the range that holds an offset, None where it lies between two.

    >>> holding(((0, 5), (7, 9)), 8), holding(((0, 5), (7, 9)), 5)
    (1, None)
    """
    index = bisect_right(ranges, (offset, float("inf"))) - 1
    return index if index >= 0 and offset < ranges[index][1] else None


def trim(text: str, start: int, end: int) -> Range:
    """The range without white space at its ends.

    >>> trim("  ab ", 0, 5)
    (2, 4)
    """
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _split(text: str, block: Range) -> list[Range]:
    found, start = [], block[0]
    for stop in _STOP.finditer(text, *block):
        if stop.group() != "\n" and _ends_sentence(text, start, stop):
            found.append(trim(text, start, stop.end()))
            start = stop.end()
    if text[start : block[1]].strip():
        found.append(trim(text, start, block[1]))
    return [(a, b) for a, b in found if a < b]


def _cut(text: str, sentence: Range) -> list[Range]:
    """A sentence, in pieces where no writer wrote it so long: what is done for each sentence must stay fast."""
    start, end = sentence
    pieces = []
    while end - start > LONGEST:
        space = max(
            text.rfind(" ", start + LONGEST // 2, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST)
        )
        stop = space if space > start else start + LONGEST
        pieces.append(trim(text, start, stop))
        start = stop
    return [(a, b) for a, b in [*pieces, trim(text, start, end)] if a < b]


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    """A full stop does not end a sentence after an abbreviation or an initial, nor before a small letter."""
    if not _OPENS_SENTENCE.match(text, stop.end()):
        return False
    glued = stop.end() < len(text) and not text[stop.end()].isspace()
    if stop.group()[0] != ".":
        return not glued
    before = _LAST_WORD.search(text, max(start, stop.start() - 20), stop.start())
    word = before.group().lower() if before else ""
    if glued:
        return len(word) > 2 and text[stop.start() - 1].islower() and "." not in word
    if word in ("a.m", "p.m"):
        return not re.match(r"\s+(?:[A-Z][a-z]+day|[A-Z]{1,2}[DS]?T|on|in|local)\b", text[stop.end() : stop.end() + 14])
    return not (word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha() and before and before.group().isupper()))
