"""Whether a name is a place's here, and what it stands for.

The scans of an article's title and text go in, the names that are meant as places come out, each with the kind that
its neighbours give it. Rules refuse what is plainly none; numbers in `weights.toml` weigh the rest.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass

from timeline.model import PlaceKind
from timeline.places.evidence import KNOWN, Document, features
from timeline.places.facilities import AT_THE, facilities, is_road
from timeline.places.gazetteer import Role
from timeline.places.naming import Name, Scan
from timeline.places.neighbours import Beside, beside, surnames, word_before
from timeline.places.parents import link_parents
from timeline.places.suffixes import narrow
from timeline.places.words import plain_words
from timeline.spans import read_table

LEAST_OF_ADJECTIVES = -1.5  # logits; an adjective is rarely anything else, whether an annotator counts it or not
POWERFUL = 55  # importance from which on a capital or country speaks, ten times the logarithm of its people
_AGENCY = re.compile(r"[^()\n]{0,40}\)[ \t]*[-–—]")
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


def toponyms(scans: list[Scan]) -> list[list[Toponym]]:
    """The names of an article that are places', for each of its strings, in order."""
    for scan in scans:
        narrow(scan)
        link_parents(scan)
        if scan.capitals:
            scan.names = [name for name in scan.names if not _is_bare_prose(scan, name)]
    document = read_document(scans)
    return [_with_facilities(scan, document) for scan in scans]


def _with_facilities(scan: Scan, document: Document) -> list[Toponym]:
    """The places of one string, with roads, and buildings that are not named for a known place."""
    found = [toponym for name in scan.names if (toponym := _toponym(scan, name, document))]
    if scan.capitals:
        return found
    own = facilities(scan)
    roads = {at for name in own if is_road(name) for at in range(name.first, name.after)}
    buildings = {at for name in own for at in range(name.first, name.after)}
    kept = [
        toponym
        for toponym in found
        if toponym.name.first not in (buildings if _is_obscure(toponym.name, document) else roads)
    ]
    taken = {at for toponym in kept for at in range(toponym.name.first, toponym.name.after)}
    free = [name for name in own if taken.isdisjoint(range(name.first, name.after))]
    return sorted(
        [*kept, *(Toponym(name, PlaceKind.FACILITY) for name in free)], key=lambda toponym: toponym.name.start
    )


def _is_obscure(name: Name, document: Document) -> bool:
    """Whether a building is hardly named for this place: a small one that the article does not speak of."""
    small = name.top.role is Role.VARIANT or name.top.record.weight < KNOWN
    return small and not name.parent and name.plain not in document.placed and document.counts[name.plain] == 1


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
    counts = Counter(name.plain for scan in scans for name in scan.names)
    return Document(persons, frozenset(placed), frozenset(lowered), counts)


def _stands_as_place(scan: Scan, name: Name) -> bool:
    if word_before(scan, name) not in plain_words("place_prepositions"):
        return False
    around = beside(scan, name)
    return _is_placed(around) and not around.right


def _is_placed(around: Beside) -> bool:
    return around.before in plain_words("place_prepositions") and not around.left


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


def refused(scan: Scan, name: Name, around: Beside) -> str:
    """Why a name is no place here, whatever else speaks for it; "" where it may be one."""
    if name.top.role is Role.SHORT:
        return "" if name.is_parent or _stands_alone(scan, name, around) else "an abbreviation alone"
    if name.parent:
        return ""
    if not name.is_parent and _is_agency(scan.text, name):
        return "a news agency"
    if not name.is_adjective and (reason := _named_after(name, around)):
        return reason
    if name.is_adjective and (reason := _refused_adjective(scan, name, around)):
        return reason
    if name.plain in plain_words("seats") and not AT_THE.search(scan.text, name.start - 12, name.start):
        return "a seat of power that speaks"
    if scan.capitals and _is_prose(scan, name):
        return "ordinary words in capitals"
    single = name.after - name.first == 1
    if name.plain in plain_words("months", "brands") or (single and name.plain in plain_words("titles", "before")):
        return "a month, a title, a compass word or a brand"
    if single and name.plain in plain_words("common") and not (name.sure or name.listed or _is_placed(around)):
        return "an ordinary word"
    if name.top.record.kind is not PlaceKind.COUNTRY and _title_before(scan, name, around):
        return "behind a title"
    return ""


def _refused_adjective(scan: Scan, name: Name, around: Beside) -> str:
    if _is_language(scan, name, around):
        return "a language"
    return "a firm or a charity" if around.right[:1] and around.right[0] in plain_words("firms") else ""


def _named_after(name: Name, around: Beside) -> str:
    """Why a thing that carries a place's name says nothing of where it is, "" for none: "HMS London", "Lassa fever"."""
    if around.left[:1] and around.left[0] in plain_words("ships"):
        return "a ship"
    if around.after in plain_words("diseases"):
        return "a disease"
    return "a dish or a breed" if around.after in plain_words("kinds_of_things") else ""


def _is_agency(text: str, name: Name) -> bool:
    """Whether a name stands in the brackets of a dateline: "ATHENS (Meridian Wire) -"."""
    opened = text.rfind("(", max(0, name.start - 40), name.start)
    if opened < 0 or not _AGENCY.match(text, name.end):
        return False
    line = text.rfind("\n", max(0, opened - 80), opened) + 1
    return line < opened and text[line : line + 3].isupper()


def _is_bare_prose(scan: Scan, name: Name) -> bool:
    """Whether nothing but its letters could make a name in capitals a place's."""
    return not (name.parent or name.is_parent or name.top.role is Role.SHORT) and _is_prose(scan, name)


def _is_prose(scan: Scan, name: Name) -> bool:
    """Whether a name in a text all in capitals is likelier to be ordinary words: "THE CITY", "CAR", "FRONT"."""
    surface = scan.text[name.start : name.end]
    single = name.after - name.first == 1
    tiny = single and len(surface) <= 3 and surface not in ("US", "USA", "UK", "EU", "PRC", "UAE")
    return tiny or name.plain.startswith("the ") or (single and name.plain in plain_words("common"))


def _is_language(scan: Scan, name: Name, around: Beside) -> bool:
    """Whether an adjective is a language: "speaks Russian", "in English."."""
    stops = scan.text[name.end : name.end + 1] in (".", ",", ";", "")
    return around.before in plain_words("speaking") or (around.before in ("in", "into") and stops)


def _stands_alone(scan: Scan, name: Name, around: Beside) -> bool:
    """Whether an abbreviation stands for a state without a town before it: "in D.C.", "the N.J. Senate"."""
    surface = scan.text[name.start : name.end]
    dotted = surface.count(".") > 1 or (surface.endswith(".") and name.plain in plain_words("safe_short"))
    dotted |= name.top.record.kind is PlaceKind.CITY and _is_placed(around)
    initials = bool(around.right) and around.right[0] not in plain_words("organisation", "facility", "common", "before")
    return dotted and not (initials and around.before not in plain_words("place_prepositions"))


def _title_before(scan: Scan, name: Name, around: Beside) -> bool:
    before = around.left[0] if around.left else ""
    if name.first > 0 and not before:
        previous = scan.tokens[name.first - 1]
        if scan.text[previous.end : name.start] == ". ":
            before = previous.word
    return before in plain_words("titles") and before not in plain_words("before")


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
