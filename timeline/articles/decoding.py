"""Bytes of a file to text: which encoding they are in.

Only this module knows the order of guesses: byte order marks, UTF-8, what the file declares, Windows' Western European
where strange bytes are as rare as in English, and charset-normalizer for the rest.
"""

import codecs
import re

from timeline.articles.records import ArticleError

SAMPLE = 100_000  # bytes that an encoding is guessed from
RARE = 0.02  # share of non-ASCII bytes up to which a text is English with typographic quotes
STRANGE = 0.01  # share of control characters from which a file is no text
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text of some bytes, without a byte order mark; raises `ArticleError` for empty and binary files.

    >>> decode("“Six died”".encode("utf-16")), decode(b"the mayor\\x92s words about the flood in the town")
    ('“Six died”', 'the mayor’s words about the flood in the town')
    """
    if not raw.strip():
        raise ArticleError("is empty")
    text = next(filter(None, (_try(raw, name) for name in _guesses(raw, declared))), None) or _detect(raw)
    if text is None or len(_CONTROL.findall(text[:SAMPLE])) > STRANGE * len(text[:SAMPLE]):
        raise ArticleError("is no text: it looks like a binary file")
    return text


def _guesses(raw: bytes, declared: str | None) -> list[str]:
    """Encodings of which the first that fits is taken."""
    marked = [name for mark, name in MARKS if raw.startswith(mark)]
    guesses = marked[:1] or ["utf-8"]
    if declared:
        guesses.append(declared)
    if len(_HIGH.findall(raw[:SAMPLE])) <= RARE * len(raw[:SAMPLE]):
        guesses.append("cp1252")
    return guesses


def _try(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _detect(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes  # here, for few files need it

    best = from_bytes(raw[:SAMPLE]).best()
    return _try(raw, best.encoding) if best else None
