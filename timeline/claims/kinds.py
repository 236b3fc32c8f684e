"""What event types have to do with one another, and with harms. The table is `claims.toml`."""

from collections.abc import Collection
from functools import cache

from timeline.claims.cues import table
from timeline.model import Harm, Mention, Toll

Types = tuple[str, ...]
STATE = "harmed-people"  # the rule of figures such as "300 displaced people"
LAW = frozenset({"arrest", "court"})


@cache
def are_compatible(left: Types, right: Types) -> bool:
    """Whether two sentences that name these types may tell of the same happening.

    >>> are_compatible(("shooting",), ("attack",)), are_compatible(("strike",), ("outage",))
    (True, False)

    What has no type of its own ("it happened") may speak of anything.
    """
    if set(left) & set(right) or ("other",) in (left, right):
        return True
    return any(set(left) & set(family) and set(right) & set(family) for family in table()["families"].values())


@cache
def bears(types: Types, harm: Harm) -> int:
    """How naturally a harm belongs to events of these types: 2 its own, 1 can, 0 only for want of another.

    >>> bears(("arrest",), Harm.DETAINED), bears(("strike",), Harm.KILLED), bears(("arrest",), Harm.KILLED)
    (2, 1, 0)
    """
    own = table()["bears"].get(harm.value)
    if own is not None:
        return 2 if types[0] in own else int(types[0] not in table()["harmless"]["types"])
    return 0 if types[0] in table()["harmless"]["types"] else 1


def is_harmful(types: Types) -> bool:
    """Whether events of these types can kill and injure.

    >>> is_harmful(("storm",)), is_harmful(("court",))
    (True, False)
    """
    return bears(types, Harm.KILLED) > 0


def is_unrest(types: Types) -> bool:
    """Whether events of these types are unrest, which need not harm anybody.

    >>> is_unrest(("protest",)), is_unrest(("talks",))
    (True, False)
    """
    return types[0] in table()["families"]["unrest"]


def gap_days(types: Types) -> int:
    """How many days may lie between two stated days of one happening of these types.

    >>> gap_days(("earthquake",)) < gap_days(("flood",))
    True
    """
    lasting = table()["lasting"]
    return int(lasting["gap_days"]) if types[0] in lasting["types"] else 1


def is_wide(types: Types) -> bool:
    """Whether events of these types harm whole regions.

    >>> is_wide(("storm",)), is_wide(("landslide",))
    (True, False)
    """
    return types[0] in table()["wide"]["types"]


def is_local(types: Types) -> bool:
    """Whether events of these types happen at one spot.

    >>> is_local(("shooting",)), is_local(("earthquake",))
    (True, False)
    """
    return types[0] in table()["local"]["types"]


def hints_at_harm(types: Types) -> bool:
    """Whether types say that somebody was harmed and not by what.

    >>> hints_at_harm(("crime",)), hints_at_harm(("crash",))
    (True, False)
    """
    return is_harmful(types) and types[0] in table()["hints"]["types"]


def is_brought(types: Types) -> bool:
    """Whether events of these types are mostly what another event brought about.

    >>> is_brought(("displacement",)), is_brought(("flood",))
    (True, False)
    """
    return types[0] in table()["brought"]["types"]


def tells_brought(toll: Mention[Toll]) -> bool:
    """Whether a figure says how many an event displaced, or were rescued from it, and not in what state some are."""
    return toll.value.harm.value in table()["brought"]["harms"] and not toll.rule.startswith(STATE)


def is_slow(types: Types) -> bool:
    """Whether events of these types harm without a blow ("famine"), so that words such as "stormed" are not of them.

    >>> is_slow(("drought",)), is_slow(("storm",))
    (True, False)
    """
    return types[0] in table()["slow"]["types"]


def is_narrowed(type_id: str, types: Collection[str]) -> bool:
    """Whether one of some types is a kind of a type, and says more.

    >>> is_narrowed("fire", ("fire", "wildfire")), is_narrowed("wildfire", ("fire", "wildfire"))
    (True, False)
    """
    return any(narrower in types for narrower in table()["narrower"].get(type_id, ()))


def is_generic(type_id: str) -> bool:
    """Whether a type says little by itself.

    >>> is_generic("death"), is_generic("earthquake")
    (True, False)
    """
    return type_id in table()["generic"]["types"]
