"""What speaks for and against a name being a place's, as numbers with names.

A name and the words around it go in; features come out. `weights.toml` says how much each counts.
"""

import math
from collections import Counter
from dataclasses import dataclass

from timeline.model import PlaceKind
from timeline.places.gazetteer import Role
from timeline.places.naming import Name, Scan
from timeline.places.neighbours import Beside, aged
from timeline.places.words import plain_words

KNOWN = 50  # importance from which on a place is known by its other names too, ten times the logarithm of its people
NAMED_SHORT = (PlaceKind.COUNTRY, PlaceKind.AREA)
DATELINE = (", ", " (", " -", " –", " —", "(A")
_PARTS = ("facility", "organisation", "before", "titles")


@dataclass(frozen=True, slots=True)
class Document:
    """What the whole article tells: words of persons' names, names that once stand as a place's, counts of names,
    and names of towns near the publisher's home."""

    persons: frozenset[str]
    placed: frozenset[str]
    lowered: frozenset[str]
    counts: Counter[str]
    at_home: frozenset[str]


def features(scan: Scan, name: Name, around: Beside, document: Document) -> dict[str, float]:
    """What speaks for or against a place, by name."""
    found = _of_name(scan, name) | _of_place(scan, name, document) | _of_before(around)
    if not scan.capitals:
        found |= _of_words(name, around)
    return found | _of_person(name, around, document)


def _of_name(scan: Scan, name: Name) -> dict[str, float]:
    top, single = name.top, name.after - name.first == 1
    kind, weight = top.record.kind, top.record.weight
    named = top.role is not Role.VARIANT
    capitals = single and scan.tokens[name.first].capitals and not scan.capitals
    opens = name.start < 3 or scan.text[name.start - 1] == "\n"
    acronym = capitals and name.end - name.start <= 5 and (weight < KNOWN or not named) and kind not in NAMED_SHORT
    return {
        "weight": weight / 10 - 4,
        "weight_single": (weight / 10 - 4) * single,
        "variant": float(not named and weight < KNOWN),
        "country": float(kind is PlaceKind.COUNTRY and named),
        "region": float(kind is PlaceKind.REGION and named),
        "area": float(kind in (PlaceKind.AREA, PlaceKind.WATER)),
        "facility": float(kind is PlaceKind.FACILITY),
        "adjective": float(name.is_adjective),
        "words": float(not single),
        "common": float(name.plain in plain_words("common")),
        "short": float(single and name.end - name.start <= 4),
        "acronym": float(acronym),
        "opens": float(opens),
        "dateline": float(opens and capitals and scan.text[name.end : name.end + 2] in DATELINE),
    }


def _of_words(name: Name, around: Beside) -> dict[str, float]:
    left, right = around.left[:1], around.right[:1]
    surname = bool(right) and right[0] in plain_words("surnames") and right[0] not in plain_words(*_PARTS)
    return {
        "left": float(bool(left) and left[0] not in plain_words(*_PARTS)),
        "left_part": float(bool(left) and left[0] in plain_words("facility", "organisation")),
        "left_first_name": float(bool(left) and left[0] in plain_words("first_names")),
        "right": float(bool(right) and right[0] not in plain_words(*_PARTS)),
        "right_surname": float(surname),
        "right_of_first_name": float(bool(right) and not surname and name.plain in plain_words("first_names")),
        "right_organisation": float(any(word in plain_words("organisation") for word in around.right[:3])),
        "right_facility": float(any(word in plain_words("facility") for word in around.right[:3])),
        "person_verb": float(not right and around.after in plain_words("person_verbs")),
        "people": float(not right and around.after in plain_words("people")),
    }


def _of_person(name: Name, around: Beside, document: Document) -> dict[str, float]:
    """A country's name is a person's only beside other capitals or where the text names that person."""
    person = name.plain in document.persons
    if name.top.record.kind is PlaceKind.COUNTRY and not (person or around.left or around.right):
        return {}
    suffix = "_known" if name.top.record.weight >= KNOWN else ""
    return {
        "person": float(person),
        f"first_name{suffix}": float(name.plain in plain_words("first_names")),
        f"surname{suffix}": float(name.plain in plain_words("surnames")),
    }


def _of_before(around: Beside) -> dict[str, float]:
    left = around.left
    return {
        "kind_before": float(around.before in plain_words("before")),
        "verb_before": float(around.before in plain_words("verbs_before") and not left),
        "article": float(around.before in ("the", "a", "an") and not left),
        "preposition": float(around.before in plain_words("place_prepositions") and not left),
        "weak_preposition": float(around.before in plain_words("weak_prepositions") and not left),
    }


def _of_place(scan: Scan, name: Name, document: Document) -> dict[str, float]:
    return {
        "parent": float(name.parent is not None or name.outside is not None),
        "is_parent": float(name.is_parent),
        "sure": float(name.sure),
        "listed": float(name.listed),
        "placed": float(name.plain in document.placed),
        "home": float(name.plain in document.at_home),
        "lowered": float(name.plain in document.lowered),
        "repeated": math.log(document.counts[name.plain]),
        "aged": float(aged(scan, name)),
    }
