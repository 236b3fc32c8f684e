"""Whether a name is a place's here, and what it stands for.

The scans of an article's title and text go in, the names that are meant as places come out, each with the kind that
its neighbours give it. Rules refuse what is plainly none; numbers in `weights.toml` weigh the rest.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model import PlaceKind
from timeline.places.context import is_at_home
from timeline.places.evidence import KNOWN, Document, features
from timeline.places.facilities import facilities, is_road
from timeline.places.gazetteer import Role
from timeline.places.home import Home
from timeline.places.localities import localities
from timeline.places.naming import Name, Scan
from timeline.places.neighbours import Beside, beside, surnames, word_after, word_before
from timeline.places.parents import link_parents
from timeline.places.refusing import is_prose, refused
from timeline.places.suffixes import narrow
from timeline.places.words import plain_words
from timeline.spans import read_table

LEAST_OF_ADJECTIVES = -1.5  # logits; an adjective is rarely anything else, whether an annotator counts it or not
POWERFUL = 55  # importance from which on a capital or country speaks, ten times the logarithm of its people
_LOWER = re.compile(r"(?<![\w-])[a-z]{3,}(?![\w-])")


@dataclass(slots=True)
class Toponym:
    """A name that is meant as a place; `kind` is what its neighbours make of it, None where they leave it as it is.

    `placed`: the article somewhere says "in" or "near" before it.
    """

    name: Name
    kind: PlaceKind | None
    metonym: bool = False
    placed: bool = False
    told: PlaceKind | None = None


def toponyms(scans: list[Scan], home: Home) -> list[list[Toponym]]:
    """The names of an article that are places', for each of its strings, in order."""
    for scan in scans:
        narrow(scan)
        link_parents(scan)
        if scan.capitals:
            scan.names = [name for name in scan.names if not _is_bare_prose(scan, name)]
    document = read_document(scans, home)
    return [_with_facilities(scan, document) for scan in scans]


def _with_facilities(scan: Scan, document: Document) -> list[Toponym]:
    """The places of one string, with villages, roads and buildings that are not named for a known place."""
    found = [toponym for name in scan.names if (toponym := _toponym(scan, name, document))]
    own = [] if scan.capitals else facilities(scan)
    roads = _words_of(name for name in own if is_road(name))
    buildings = _words_of(own)
    found = [
        toponym
        for toponym in found
        if toponym.name.first not in (buildings if _is_obscure(toponym.name, document) else roads)
    ]
    small = localities(scan)
    kinds = {at: kind for name, kind in small for at in range(name.first, name.after)}
    for toponym in found:
        toponym.told = kinds.get(toponym.name.first)
        toponym.placed |= toponym.told is not None
    for name, kind in (*((name, PlaceKind.FACILITY) for name in own), *small):
        taken = _words_of(toponym.name for toponym in found)
        if taken.isdisjoint(range(name.first, name.after)):
            found.append(Toponym(name, kind, told=kind))
    return sorted(found, key=lambda toponym: toponym.name.start)


def _words_of(names: Iterable[Name]) -> set[int]:
    """The numbers of the words in some names."""
    return {at for name in names for at in range(name.first, name.after)}


def _is_obscure(name: Name, document: Document) -> bool:
    """Whether a building is hardly named for this place: a small one that the article does not speak of."""
    small = name.top.role is Role.VARIANT or name.top.record.weight < KNOWN
    return small and not name.parent and name.plain not in document.placed and document.counts[name.plain] == 1


def read_document(scans: list[Scan], home: Home) -> Document:
    """What the whole article and its publisher tell of its names."""
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
    counts = Counter(name.plain for scan in scans for name in scan.names)
    named = (name for scan in scans for name in scan.names if home.towns)
    near = {name.plain for name in named if any(is_at_home(each, home) for each in name.senses)}
    return Document(persons, frozenset(placed), frozenset(lowered), counts, frozenset(near))


def _stands_as_place(scan: Scan, name: Name) -> bool:
    """Whether a place is meant for sure: "in Dayton", "south Dayton", "Dayton police"."""
    served = word_after(scan, name) in plain_words("town_forces") and not name.is_adjective
    if not served and word_before(scan, name) not in plain_words("place_prepositions", "parts"):
        return False
    around = beside(scan, name)
    return not around.left and (served or not around.right)


def _toponym(scan: Scan, name: Name, document: Document) -> Toponym | None:
    around = beside(scan, name)
    if refused(scan, name, around):
        return None
    if name.top.role is not Role.SHORT:
        least = LEAST_OF_ADJECTIVES if name.is_adjective else 0.0
        if likelihood(features(scan, name, around, document)) < least:
            return None
    placed = name.plain in document.placed
    return Toponym(name, kind_beside(scan, name, around), is_metonym(name, around), placed)


def _is_bare_prose(scan: Scan, name: Name) -> bool:
    """Whether nothing but its letters could make a name in capitals a place's."""
    return not (name.parent or name.is_parent or name.top.role is Role.SHORT) and is_prose(scan, name)


def kind_beside(scan: Scan, name: Name, around: Beside) -> PlaceKind | None:
    """The kind that the words behind a name, or the head before its "of", give it."""
    if name.is_adjective:
        return PlaceKind.ADJECTIVE
    if around.after in plain_words("agreements"):
        return PlaceKind.ORGANISATION
    for word in around.right[:3]:
        if word in plain_words("facility"):
            return PlaceKind.FACILITY
        if word in plain_words("organisation"):
            return PlaceKind.ORGANISATION
    head = scan.tokens[name.first - 1] if name.first else None
    if head and head.gap == "of" and head.word in plain_words("heads"):
        between = scan.text[head.end : name.start].split()
        return PlaceKind.ORGANISATION if between[0] == "of" else None
    return None


def is_metonym(name: Name, around: Beside) -> bool:
    """Whether a name stands for a government: "Washington said"."""
    return (
        not around.right
        and around.after in plain_words("saying")
        and name.top.record.weight >= POWERFUL
        and around.before not in plain_words("place_prepositions")
    )


def likelihood(found: dict[str, float]) -> float:
    """How much some features speak for a place, in logits."""
    weights: dict[str, float] = read_table("timeline.places", "weights.toml")["toponym"]
    return weights["start"] + math.fsum(weights.get(key, 0.0) * value for key, value in found.items() if value)
