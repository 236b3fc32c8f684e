"""Which name stands behind another to say where it is: "Portland, Maine", "Hartford (Conn.)", "Kharkiv, Ukraine"."""

import re

from timeline.model import PlaceKind
from timeline.places.gazetteer import Record, Role, Sense
from timeline.places.naming import Name, Scan

_SAID_IN = re.compile(  # "Soum, a province in the north of Burkina Faso"
    r", (?:an?|the) (?:[a-z-]+,? ){0,4}(?:city|town|village|hamlet|port|suburb|community|settlement|municipality|area"
    r"|district|county|province|region|state|department|prefecture|governorate|island|capital)(?: in| of) (?:the )?"
    r"(?:[a-z-]+ ){0,3}"
)
LONGEST_SAYING = 80  # characters of it
_OWNS = re.compile(r"['’]s (?:[a-z]+ ){0,2}")
KNOWN = 47  # importance of a town that may stand in a list of states, ten times the logarithm of its people
BIG = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})
_LISTS = frozenset({", ", " and ", ", and ", " or "})
_JOINTS = frozenset({", ", " (", ",", ",\n", ". (", ", the "})


def link_parents(scan: Scan) -> None:
    """Ties each name to the one behind its comma that holds it, and marks names that stand in a list."""
    _join_same(scan)
    for name, follower in zip(scan.names, scan.names[1:], strict=False):
        between = scan.text[name.end : follower.start]
        if between in _LISTS and not name.is_adjective and not follower.is_adjective:
            name.listed = follower.listed = True
        said = len(between) <= LONGEST_SAYING and _SAID_IN.fullmatch(between) is not None
        if (len(between) > 24 and not said) or name.is_adjective:
            continue
        if _OWNS.fullmatch(between) and held(follower.senses, name.senses):
            follower.owner = name
        elif name.owner and between in _LISTS and held(follower.senses, name.owner.senses):
            follower.owner = name.owner
        near = said or between in _JOINTS or (between.isspace() and follower.is_short) or between.strip() == ","
        if near and not name.owner and _may_lie_in(name, follower):
            name.parent = follower
        elif (said and _holds_none(name, follower)) or (between == ", " and _names_state(name, follower)):
            name.outside = follower
            follower.is_parent = True


def _may_lie_in(name: Name, follower: Name) -> bool:
    """Whether a name means something in the place behind its comma; of two countries only a region of the other's."""
    inner = held(name.senses, follower.senses)
    if all(other.top.record.kind is PlaceKind.COUNTRY and not other.is_adjective for other in (name, follower)):
        return any(sense.record.kind is PlaceKind.REGION for sense in inner)
    return bool(inner)


def _holds_none(name: Name, follower: Name) -> bool:
    """Whether nothing of a name that the gazetteer knows lies in the region or country in which it is said to lie."""
    large = follower.top.record.kind in BIG and not follower.is_adjective
    return large and all(sense.record.kind is not PlaceKind.COUNTRY for sense in name.senses)


def _names_state(name: Name, follower: Name) -> bool:
    """Whether a name stands for a town that the gazetteer lacks in the state behind its comma: "Elmo, Mo."."""
    town = all(sense.record.kind not in BIG for sense in name.senses)
    known = max(sense.record.weight for sense in name.senses) >= KNOWN
    state = follower.top.role is Role.SHORT or follower.top.record.kind is PlaceKind.REGION
    return town and state and not known and not follower.is_adjective


def _join_same(scan: Scan) -> None:
    """Makes one name of a city and its own abbreviation: "Washington, D.C."."""
    joined: set[int] = set()
    for name, follower in zip(scan.names, scan.names[1:], strict=False):
        if not follower.is_short or scan.text[name.end : follower.start] not in (", ", " ", ","):
            continue
        own = {sense.record for sense in follower.senses}
        same = tuple(sense for sense in name.senses if sense.record in own)
        if same:
            name.end, name.after, name.senses, name.parent = follower.end, follower.after, same, follower
            joined.add(follower.start)
    if joined:
        scan.names = [name for name in scan.names if name.start not in joined]


def held(senses: tuple[Sense, ...], parents: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """The meanings that lie in one of the regions or countries that another name can mean."""
    outer = [sense.record for sense in parents if sense.role is not Role.ADJECTIVE and sense.record.kind in BIG]
    if not outer:
        return ()
    regions = {record.region for record in outer if record.kind is PlaceKind.REGION and record.region}
    lands = {id(record.country) for record in outer if record.kind is PlaceKind.COUNTRY}
    return tuple(sense for sense in senses if _lies_in(sense.record, regions, lands))


def _lies_in(record: Record, regions: set[int], lands: set[int]) -> bool:
    if record.kind is PlaceKind.COUNTRY:
        return False
    return id(record.country) in lands or (record.kind is not PlaceKind.REGION and record.region in regions)
