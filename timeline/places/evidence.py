"""What speaks for and against a name being a place's, as numbers with names.

A name and the words around it go in; features come out. `weights.toml` says how much each counts.
"""

from dataclasses import dataclass

from timeline.model import PlaceKind
from timeline.places.gazetteer import Role
from timeline.places.naming import Name, Scan
from timeline.places.neighbours import Beside, aged
from timeline.places.words import plain_words

_PARTS = ("facility", "organisation", "before", "titles")


@dataclass(frozen=True, slots=True)
class Document:
    """What the whole article tells: words of persons' names, names that once stand as a place's, counts of names."""

    persons: frozenset[str]
    placed: frozenset[str]
    lowered: frozenset[str]


def features(scan: Scan, name: Name, around: Beside, document: Document) -> dict[str, float]:
    """What speaks for or against a place, by name."""
    words = {} if scan.capitals else _of_words(around)
    return _of_name(scan, name) | words | _of_place(scan, name, document) | _of_before(around)


def _of_name(scan: Scan, name: Name) -> dict[str, float]:
    top, single = name.top, name.after - name.first == 1
    kind = top.record.kind
    named = top.role is not Role.VARIANT
    capitals = single and scan.tokens[name.first].capitals and not scan.capitals
    return {
        "weight": top.record.weight / 10 - 4,
        "weight_single": (top.record.weight / 10 - 4) * single,
        "variant": float(not named),
        "country": float(kind is PlaceKind.COUNTRY and named),
        "region": float(kind is PlaceKind.REGION and named),
        "area": float(kind in (PlaceKind.AREA, PlaceKind.WATER)),
        "facility": float(kind is PlaceKind.FACILITY),
        "adjective": float(name.is_adjective),
        "words": float(not single),
        "common": float(name.plain in plain_words("common")),
        "first_name": float(name.plain in plain_words("first_names")),
        "surname": float(name.plain in plain_words("surnames")),
        "short": float(single and name.end - name.start <= 4),
        "acronym": float(capitals and name.end - name.start <= 5 and kind is not PlaceKind.COUNTRY),
    }


def _of_words(around: Beside) -> dict[str, float]:
    left, right = around.left[:1], around.right[:1]
    return {
        "left": float(bool(left) and left[0] not in plain_words(*_PARTS)),
        "left_part": float(bool(left) and left[0] in plain_words("facility", "organisation")),
        "left_first_name": float(bool(left) and left[0] in plain_words("first_names")),
        "right": float(bool(right) and right[0] not in plain_words(*_PARTS)),
        "right_organisation": float(any(word in plain_words("organisation") for word in around.right[:3])),
        "right_facility": float(any(word in plain_words("facility") for word in around.right[:3])),
        "person_verb": float(not right and around.after in plain_words("person_verbs")),
        "people": float(not right and around.after in plain_words("people")),
    }


def _of_before(around: Beside) -> dict[str, float]:
    left = around.left
    return {
        "kind_before": float(around.before in plain_words("before")),
        "article": float(around.before in ("the", "a", "an") and not left),
        "preposition": float(around.before in plain_words("place_prepositions") and not left),
        "weak_preposition": float(around.before in plain_words("weak_prepositions") and not left),
    }


def _of_place(scan: Scan, name: Name, document: Document) -> dict[str, float]:
    return {
        "parent": float(name.parent is not None),
        "is_parent": float(name.is_parent),
        "sure": float(name.sure),
        "person": float(name.plain in document.persons),
        "placed": float(name.plain in document.placed),
        "lowered": float(name.plain in document.lowered),
        "aged": float(aged(scan, name)),
        "dateline": float(name.start < 3 or scan.text[name.start - 1] == "\n"),
    }
