"""Whether a name is a place's here, and what it stands for.

A scan and its names go in, those that are meant as places come out, each with the kind that its neighbours give it.
The rules look at the words around a name; numbers in `weights.toml` weigh what is left.
"""

from dataclasses import dataclass

from timeline.model import PlaceKind
from timeline.places.gazetteer import Role, Sense
from timeline.places.naming import Name, Scan
from timeline.places.neighbours import Beside, aged, beside, is_short, surnames
from timeline.places.words import plain_words
from timeline.spans import read_table

BIG = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})


@dataclass(slots=True)
class Toponym:
    """A name that is meant as a place; `kind` is what its neighbours make of it, None where they leave it as it is."""

    name: Name
    kind: PlaceKind | None
    metonym: bool = False


def toponyms(scan: Scan) -> list[Toponym]:
    """The names of a text that are places'."""
    persons = surnames(scan)
    link_parents(scan)
    found = []
    for name in scan.names:
        around = beside(scan, name)
        kind = kind_beside(name, around)
        if not refused(scan, name, around, persons) and (
            kind or name.is_adjective or name.top.role is Role.SHORT or likelihood(scan, name, around, persons) > 0
        ):
            found.append(Toponym(name, kind, is_metonym(name, around)))
    return found


def link_parents(scan: Scan) -> None:
    """Ties a name to the one behind its comma that holds it: "Portland, Maine", "Hartford (Conn.)"."""
    for name, follower in zip(scan.names, scan.names[1:], strict=False):
        between = scan.text[name.end : follower.start]
        near = between in (", ", " (", ",", ",\n") or (between == " " and is_short(follower))
        if near and any(holds(sense, name) for sense in follower.senses):
            name.parent = follower


def holds(sense: Sense, name: Name) -> bool:
    """Whether a meaning is a region or country that holds some meaning of a name."""
    outer = sense.record
    if sense.role is Role.ADJECTIVE or outer.kind not in BIG or not outer.country:
        return False
    return any(
        inner.record.kind is not PlaceKind.COUNTRY
        and inner.record.country == outer.country
        and inner.record is not outer
        and (outer.kind is PlaceKind.COUNTRY or inner.record.region == outer.region)
        for inner in name.senses
    )


def refused(scan: Scan, name: Name, around: Beside, persons: frozenset[str]) -> str:
    """Why a name is no place here, "" where nothing speaks against it."""
    if name.plain in plain_words("months", "function"):
        return "a month or a small word"
    if is_short(name) and name.senses[0].role is Role.SHORT:
        licensed = name.first > 0 and scan.text[max(0, name.start - 2) : name.start].strip() in (",", "(", "")
        earlier = [other for other in scan.names if other.parent is name]
        return "" if earlier and licensed else "an abbreviation alone"
    left = around.left[0] if around.left else ""
    if name.is_adjective or name.parent:
        return ""
    single = name.after - name.first == 1
    if (
        left in plain_words("first_names")
        and left not in plain_words("before")
        and name.top.record.kind is not PlaceKind.COUNTRY
    ):
        return "behind a first name"
    if title_before(scan, name, around):
        return "behind a title"
    if aged(scan, name):
        return "before an age"
    if single and name.plain in persons and name.top.record.kind is not PlaceKind.COUNTRY:
        return "a person's name"
    if single and name.plain in plain_words("first_names") and around.right and not kind_beside(name, around):
        return "a first name"
    return ""


def title_before(scan: Scan, name: Name, around: Beside) -> bool:
    """Whether a person's title stands just before a name."""
    if name.top.record.kind is PlaceKind.COUNTRY:
        return False
    before = around.left[0] if around.left else ""
    if name.first > 0 and not before:
        previous = scan.tokens[name.first - 1]
        if scan.text[previous.end : name.start] == ". ":
            before = previous.word
    return before in plain_words("titles") and before not in plain_words("before")


def kind_beside(name: Name, around: Beside) -> PlaceKind | None:
    """The kind that the words behind a name, or before "of", give it."""
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


def likelihood(scan: Scan, name: Name, around: Beside, persons: frozenset[str]) -> float:
    """How much speaks for a place, in logits."""
    weights: dict[str, float] = read_table("timeline.places", "weights.toml")["toponym"]
    return weights["start"] + sum(weights[key] * value for key, value in features(scan, name, around).items())


def features(scan: Scan, name: Name, around: Beside) -> dict[str, float]:
    """What speaks for or against a place, by name."""
    top = name.top
    unknown_left = bool(around.left) and around.left[0] not in plain_words("before", "titles", "organisation")
    unknown_right = bool(around.right) and around.right[0] not in plain_words("organisation", "facility", "before")
    return {
        "weight": top.record.weight / 10 - 4,
        "variant": float(all(sense.role is Role.VARIANT for sense in name.senses)),
        "country_or_region": float(top.record.kind in BIG and top.role is Role.NAME),
        "words": float(name.after - name.first > 1),
        "common": float(name.plain in plain_words("common")),
        "first_name": float(name.plain in plain_words("first_names")),
        "parent": float(name.parent is not None),
        "preposition": float(around.before in plain_words("place_prepositions") and not around.left),
        "weak_preposition": float(around.before in plain_words("weak_prepositions") and not around.left),
        "left": float(unknown_left),
        "right": float(unknown_right),
        "dateline": float(name.start < 3 or scan.text[max(0, name.start - 2) : name.start] == "\n\n"),
    }
