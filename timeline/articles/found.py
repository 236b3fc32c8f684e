"""A file to read, and the bytes of it that a reader may take."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from timeline.articles.records import ArticleError
from timeline.model import Origin

STDIN = "-"
MEGABYTE = 1_000_000
ARTICLE_LIMIT = 20 * MEGABYTE  # bytes of one article
LIST_LIMIT = 200 * MEGABYTE  # bytes of a .json file with a list of articles


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: `id` is its path relative to the input it was found in, `sha256` the hash of its bytes.

    Standard input is a file too: its path is "-" and its hash unknown.
    """

    id: str
    path: str
    sha256: str | None

    @property
    def suffix(self) -> str:
        """The file's format: a key of `READERS`, or "" for standard input."""
        return Path(self.path).suffix.lower()

    def read(self, limit: int = ARTICLE_LIMIT) -> bytes:
        """Its bytes; raises `ArticleError` where there are more than `limit`, `OSError` where it cannot be read."""
        with open(self.path, "rb") as file:
            raw = file.read(limit + 1)
        if len(raw) > limit:
            raise ArticleError(f"is larger than {limit // MEGABYTE} MB")
        return raw


def origin_of(path: str, raw: bytes) -> Origin:
    """The chain of custody of some bytes that were read just now."""
    return Origin(path, sha256(raw).hexdigest(), datetime.now(UTC))
