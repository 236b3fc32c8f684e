"""Places: hard names in short contexts, containment, home, capitals, odd input."""

import time

import pytest

from tests.making import make_article, spans_of
from tests.places_cases import CASES
from timeline.model import Article, Mention, Place, PlaceKind
from timeline.places import find_places, places_named

ROWS = [line.split("|") for line in CASES.splitlines() if line and not line.startswith("#")]


def found(text: str, source: str | None = None) -> list[Mention[Place]]:
    article = make_article(text)
    known = Article(article.id, text, article.published, article.origin, source=source)
    return find_places(known)


def value(text: str, surface: str, source: str | None = None) -> Place | None:
    return next((m.value for m in found(text, source) if m.surface.startswith(surface)), None)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1].strip()}: {row[0].strip()}")
def test_hard_names(row: list[str]) -> None:
    text, surface, *expected = (cell.strip() for cell in row)
    assert surface in text
    got = value(text, surface)
    if expected == ["-"]:
        assert got is None
        return
    assert got is not None
    name, admin1, iso3, kind = expected
    assert got.name == name
    assert not admin1 or got.admin1 == admin1
    assert got.iso3 == (iso3 or None)
    assert not kind or got.kind is PlaceKind(kind)


def test_there_are_enough_hard_names() -> None:
    assert len(ROWS) >= 120
