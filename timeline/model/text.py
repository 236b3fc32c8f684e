"""Articles, spans in them, and mentions: a value together with the characters and the rule that gave it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, Literal, TypeVar

Field = Literal["text", "title"]
T_co = TypeVar("T_co", covariant=True)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of Unicode code points in an article's title or text."""

    field: Field
    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one.

        >>> Span("text", 0, 9).holds(Span("text", 2, 9)), Span("text", 0, 9).holds(Span("title", 2, 9))
        (True, False)
        """
        return self.field == other.field and self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character.

        >>> Span("text", 0, 4).meets(Span("text", 3, 9)), Span("text", 0, 4).meets(Span("text", 4, 9))
        (True, False)
        """
        return self.field == other.field and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Mention(Generic[T_co]):
    """A value that an article states, with its provenance: where it stands, its words and the rule that read it."""

    article: str
    span: Span
    surface: str
    rule: str
    value: T_co


class Basis(StrEnum):
    """How a publication date is known, the surest first."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Published:
    """Publication day as printed by the outlet (its own zone, never moved to UTC), and how it is known."""

    day: date | None
    basis: Basis
    instant: datetime | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Chain of custody: the file or line that an article was read from, its bytes' SHA-256, when it was read (UTC)."""

    path: str
    sha256: str
    read_at: datetime


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Part of a text that is not the article's own prose: `rule` names the layout it was recognised by."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text as read; `text` is never rewritten, and what is not the article's own prose is marked."""

    id: str
    text: str
    published: Published
    origin: Origin
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str = "en"
    updated: date | None = None
    boilerplate: tuple[Boilerplate, ...] = ()

    def fields(self) -> tuple[tuple[Field, str], ...]:
        """The strings that hold mentions: the title where there is one, then the text."""
        return (("title", self.title), ("text", self.text)) if self.title else (("text", self.text),)

    def quote(self, span: Span) -> str:
        """The characters of a span."""
        string = self.text if span.field == "text" else self.title or ""
        return string[span.start : span.end]

    def mention(self, span: Span, rule: str, value: Value) -> Mention[Value]:
        """A mention of this article."""
        return Mention(self.id, span, self.quote(span), rule, value)


class Severity(StrEnum):
    """Whether a problem cost an article, or only a part of what is known about it."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """A file, or an article in it, that could not be used, and why, in words for the user.

    A warning is a part that could not be used of an article that was read: it does not change the exit status.
    """

    path: str
    reason: str
    trace: str | None = None
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something that looked like a value and was not taken: what it looked like, and why not."""

    kind: str
    reason: str
