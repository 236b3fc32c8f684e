"""An event's title: a headline of an article that is about it, else made of its type, place and day."""

import re
from collections.abc import Sequence

from timeline.event_types import EVENT_TYPES
from timeline.events.members import Member
from timeline.model import Place, When

LONGEST = 120  # characters of a headline that still names an event
_OUTLET = re.compile(r"\s+(?:\||–|—|-{1,2}|::|»)\s+[^|–—»]{2,40}$")
_MONTHS = "January February March April May June July August September October November December".split()


def title_event(members: Sequence[Member], types: Sequence[str], when: When | None, where: Place | None) -> str:
    """A short title for readers: the first headline that names the place, else the first, else one that is made."""
    headlines = [
        (member.copied, not _names(headline, where), member.published, member.claim.id, headline)
        for member in members
        if member.is_main and (headline := trim_headline(member.account.title or "")) and len(headline) <= LONGEST
    ]
    return min(headlines)[-1] if headlines else made_title(types, when, where)


def _names(headline: str, where: Place | None) -> bool:
    return where is not None and where.name.casefold() in headline.casefold()


def made_title(types: Sequence[str], when: When | None, where: Place | None) -> str:
    """A title of what is known.

    >>> made_title(["flood"], None, None)
    'Flood'
    """
    kind = EVENT_TYPES[types[0]].label if types and types[0] in EVENT_TYPES else "Event"
    place = f" in {where.name}" if where else ""
    day = f", {_day(when)}" if when and when.outer.days <= 366 else ""
    return f"{kind}{place}{day}"


def trim_headline(title: str) -> str:
    """A headline without the outlet's name at its end and without surplus space.

    >>> trim_headline("Two die in  flood | The Example Times"), trim_headline("Talks - day two")
    ('Two die in flood', 'Talks - day two')
    """
    plain = " ".join(title.split())
    bare = _OUTLET.sub("", plain)
    return bare if len(bare.split()) >= 3 else plain


def _day(when: When) -> str:
    first, last = when.outer.first, when.outer.last
    month = f"{_MONTHS[first.month - 1]} {first.year}"
    if first == last:
        return f"{first.day} {month}"
    return month if (first.year, first.month) == (last.year, last.month) else str(first.year)
