"""Whether a name is a place's here, and what it stands for.

The scans of an article's title and text go in, the names that are meant as places come out, each with the kind that
its neighbours give it. Rules refuse what is plainly none; numbers in `weights.toml` weigh the rest.
"""

import math
import re
from dataclasses import dataclass

from timeline.model import PlaceKind
from timeline.places.evidence import Document, features
from timeline.places.facilities import facilities, is_road
from timeline.places.gazetteer import Role
from timeline.places.naming import Name, Scan
from timeline.places.neighbours import Beside, beside, surnames
from timeline.places.parents import link_parents
from timeline.places.suffixes import narrow
from timeline.places.words import plain_words
from timeline.spans import read_table

_AT_THE = re.compile(r"\b(?:at|outside|near|in|inside|to|from|around|toward|towards)\s+(?:the\s+)?$")
_LOWER = re.compile(r"(?<![\w-])[a-z]{3,}(?![\w-])")


@dataclass(slots=True)
class Toponym:
    """A name that is meant as a place; `kind` is what its neighbours make of it, None where they leave it as it is."""

    name: Name
    kind: PlaceKind | None
    metonym: bool = False


def toponyms(scans: list[Scan]) -> list[list[Toponym]]:
    """The names of an article that are places', for each of its strings, in order."""
    for scan in scans:
        narrow(scan)
        link_parents(scan)
    document = read_document(scans)
    return [_with_facilities(scan, _of_scan(scan, document)) for scan in scans]


def _of_scan(scan: Scan, document: Document) -> list[Toponym]:
    return [found for name in scan.names if (found := _toponym(scan, name, document))]


def _with_facilities(scan: Scan, found: list[Toponym]) -> list[Toponym]:
    """Adds roads, and buildings that are not named for a place; a road's name is nothing but a road's."""
    if scan.capitals:
        return found
    named = facilities(scan)
    roads = {at for name in named if is_road(name) for at in range(name.first, name.after)}
    kept = [toponym for toponym in found if toponym.name.first not in roads]
    taken = {at for toponym in kept for at in range(toponym.name.first, toponym.name.after)}
    free = [name for name in named if taken.isdisjoint(range(name.first, name.after))]
    added = [Toponym(name, PlaceKind.FACILITY) for name in free]
    return sorted([*kept, *added], key=lambda toponym: toponym.name.start)


def read_document(scans: list[Scan]) -> Document:
    """What the whole article tells of its names."""
    placed = set()
    single = {name.plain for scan in scans for name in scan.names if name.after - name.first == 1}
    lowered: set[str] = set()
    for scan in scans:
        lowered |= single.intersection(_LOWER.findall(scan.text))
        for name in scan.names:
            if name.parent:
                placed.add(name.plain)
                name.parent.is_parent = True
            elif _stands_as_place(scan, name):
                placed.add(name.plain)
    persons = frozenset().union(*(surnames(scan) for scan in scans))
    return Document(persons, frozenset(placed), frozenset(lowered))


def _stands_as_place(scan: Scan, name: Name) -> bool:
    around = beside(scan, name)
    return around.before in plain_words("place_prepositions") and not around.left and not around.right


def _toponym(scan: Scan, name: Name, document: Document) -> Toponym | None:
    around = beside(scan, name)
    if refused(scan, name, around):
        return None
    if name.top.role is not Role.SHORT and likelihood(features(scan, name, around, document)) < 0:
        return None
    return Toponym(name, kind_beside(name, around), is_metonym(name, around))


def refused(scan: Scan, name: Name, around: Beside) -> str:
    """Why a name is no place here, whatever else speaks for it; "" where it may be one."""
    if name.top.role is Role.SHORT:
        return "" if name.is_parent or _stands_alone(scan, name, around) else "an abbreviation alone"
    if name.parent:
        return ""
    if name.top.record.kind is PlaceKind.FACILITY and not _AT_THE.search(scan.text, name.start - 12, name.start):
        return "a seat of power that speaks"
    if scan.capitals and _is_prose(scan, name):
        return "ordinary words in capitals"
    single = name.after - name.first == 1
    if name.plain in plain_words("months", "brands") or (single and name.plain in plain_words("titles", "before")):
        return "a month, a title, a compass word or a brand"
    if name.top.record.kind is not PlaceKind.COUNTRY and _title_before(scan, name, around):
        return "behind a title"
    return ""


def _is_prose(scan: Scan, name: Name) -> bool:
    """Whether a name in a text all in capitals is likelier to be ordinary words: "THE CITY", "CAR", "FRONT"."""
    surface = scan.text[name.start : name.end]
    single = name.after - name.first == 1
    tiny = single and len(surface) <= 3 and surface not in ("US", "USA", "UK", "EU", "PRC", "UAE")
    return tiny or name.plain.startswith("the ") or (single and name.plain in plain_words("common"))


def _stands_alone(scan: Scan, name: Name, around: Beside) -> bool:
    """Whether an abbreviation stands for a state without a town before it: "in D.C.", "back to N.Y."."""
    surface = scan.text[name.start : name.end]
    dotted = surface.count(".") > 1 or (surface.endswith(".") and name.plain in plain_words("safe_short"))
    return dotted and not around.left and (not around.right or around.before in plain_words("place_prepositions"))


def _title_before(scan: Scan, name: Name, around: Beside) -> bool:
    before = around.left[0] if around.left else ""
    if name.first > 0 and not before:
        previous = scan.tokens[name.first - 1]
        if scan.text[previous.end : name.start] == ". ":
            before = previous.word
    return before in plain_words("titles") and before not in plain_words("before")


def kind_beside(name: Name, around: Beside) -> PlaceKind | None:
    """The kind that the words behind a name give it."""
    if name.is_adjective:
        return PlaceKind.ADJECTIVE
    for word in around.right[:3]:
        if word in plain_words("facility"):
            return PlaceKind.FACILITY
        if word in plain_words("organisation"):
            return PlaceKind.ORGANISATION
    return None


def is_metonym(name: Name, around: Beside) -> bool:
    """Whether a name stands for a government: "Washington said"."""
    return (
        not around.right
        and around.after in plain_words("person_verbs")
        and name.top.record.weight >= 55
        and around.before not in plain_words("place_prepositions")
    )


def likelihood(found: dict[str, float]) -> float:
    """How much some features speak for a place, in logits."""
    weights: dict[str, float] = read_table("timeline.places", "weights.toml")["toponym"]
    return weights["start"] + math.fsum(weights.get(key, 0.0) * value for key, value in found.items() if value)
