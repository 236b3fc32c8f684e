"""Values written and read back are the same values, and a changed type is noticed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from tests.making import make_article, make_claim, make_place, make_when
from timeline.linking import profiles
from timeline.model import (
    Actor,
    ArticleAccount,
    Basis,
    Claim,
    Contradiction,
    Event,
    Evidence,
    Harm,
    Link,
    Mention,
    Part,
    Published,
    Qualifier,
    Reading,
    Scope,
    Span,
    Status,
    Sum,
    Toll,
)
from timeline.workspace.codec import codec, shape

ARTICLE = make_article("Shells hit Kyiv on Monday and killed 3 people.", title="Three dead")
TOLL: Mention[Toll] = ARTICLE.mention(
    Span("text", 27, 45),
    "made",
    Toll(Harm.KILLED, 3, 3, None, Qualifier.AT_LEAST, part_of=Span("text", 0, 6), keys=frozenset({"man", "age:35"})),
)
CLAIM = make_claim(ARTICLE, ARTICLE.text, make_when("2026-01-19", "2026-01-24"), make_place())
FIGURE = Sum(3, 3, None, "made", (TOLL,))


@dataclass(frozen=True, slots=True)
class Old:
    day: date


@dataclass(frozen=True, slots=True)
class New:
    day: date
    place: str | None = None


VALUES = {
    Reading: Reading(ARTICLE, tolls=(TOLL,), claims=(CLAIM,), main=CLAIM.id, main_tolls={Harm.KILLED: FIGURE}),
    Event: Event(
        id="e",
        title="Shells in Kyiv",
        types=("strike", "death"),
        status=Status.HAPPENED,
        scope=Scope.INCIDENT,
        claims=(CLAIM,),
        articles=("a",),
        sources=(),
        origins=1,
        tolls={Harm.KILLED: FIGURE, Harm.INJURED: FIGURE},
        contradictions=(Contradiction("killed", ("3", "4"), (("a",), ("b", "c"))),),
    ),
    Link: Link("a", "b", (Evidence("place", -1.25, "far"),)),
    ArticleAccount: ArticleAccount("a", None, {}, copy_of="b"),
    Actor: Actor(ARTICLE.mention(Span("title", 0, 5), "made", "Three"), Part.AGAINST),
    Published: Published(date(2026, 1, 24), Basis.METADATA, datetime(2026, 1, 24, 9, 30, tzinfo=UTC)),
}


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_a_value_comes_back_as_it_was(kind: type) -> None:
    pair = codec(kind)
    assert pair.read(pair.write(VALUES[kind])) == VALUES[kind]


def test_profiles_come_back_as_they_were() -> None:
    (profile,) = profiles(VALUES[Reading])
    pair = codec(type(profile))
    assert pair.read(pair.write(profile)) == profile


def test_words_of_all_scripts_and_half_characters_come_back() -> None:
    pair = codec(str)
    words = "Kyïv \u2028 \x00 \ud83d 🙂"
    assert pair.read(pair.write(words)) == words


def test_a_type_has_the_same_shape_each_time_and_another_after_a_change() -> None:
    assert shape(Old) == shape.__wrapped__(Old)
    assert shape(Old) != shape(New)
    assert shape(tuple[Old, ...]) != shape(tuple[New, ...])


@pytest.mark.parametrize("hint", [int | str, list[int], Claim | Event | None, complex])
def test_a_type_without_a_codec_is_refused(hint: object) -> None:
    with pytest.raises(TypeError, match="no codec"):
        codec(hint)  # type: ignore[arg-type]  # what is refused is what the type checker would refuse
