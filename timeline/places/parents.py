"""Which name stands behind another to say where it is: "Portland, Maine", "Hartford (Conn.)", "Kharkiv, Ukraine"."""

from timeline.model import PlaceKind
from timeline.places.gazetteer import Record, Role, Sense
from timeline.places.naming import Name, Scan

BIG = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION})
_LISTS = frozenset({", ", " and ", ", and ", " or "})
_JOINTS = frozenset({", ", " (", ",", ",\n", ". (", ", the "})


def link_parents(scan: Scan) -> None:
    """Ties each name to the one behind its comma that holds it, and marks names that stand in a list."""
    for name, follower in zip(scan.names, scan.names[1:], strict=False):
        between = scan.text[name.end : follower.start]
        if between in _LISTS and not name.is_adjective and not follower.is_adjective:
            name.listed = follower.listed = True
        if len(between) > 12 or name.is_adjective:
            continue
        near = between in _JOINTS or (between.isspace() and follower.is_short) or between.strip() == ","
        if near and any(inside(sense.record, follower) for sense in name.senses):
            name.parent = follower


def inside(record: Record, parent: Name) -> bool:
    """Whether a place lies in one of the regions or countries that a name can mean."""
    return any(_holds(sense, record) for sense in parent.senses)


def _holds(sense: Sense, inner: Record) -> bool:
    outer = sense.record
    if sense.role is Role.ADJECTIVE or outer is inner:
        return False
    if outer.kind is PlaceKind.COUNTRY:
        return inner.country == outer.country and inner.kind is not PlaceKind.COUNTRY
    if outer.kind is PlaceKind.REGION:
        return bool(outer.region) and inner.region == outer.region and inner.kind is not PlaceKind.REGION
    return False
