"""Joining the tellings of one article into the happenings that it speaks of.

Tellings go in, in reading order; groups of tellings come out, each of one happening. Only this module knows in what
order they are tried.
"""

from collections.abc import Iterable

from timeline.claims.affinity import affinity
from timeline.claims.happening import Happening
from timeline.claims.telling import Telling

RECENT = 24  # happenings, besides that of the lead, to which a telling can refer back


def join(tellings: Iterable[Telling]) -> list[Happening]:
    """The happenings of an article, in the order in which they are first told."""
    found: list[Happening] = []
    for telling in tellings:
        home = _home(found, telling)
        if home is None:
            found.append(Happening((telling,)))
        else:
            found[home] = found[home].joined(telling)
    return found


def _home(found: list[Happening], telling: Telling) -> int | None:
    """Index of the happening that a telling goes on about: the likeliest, the later among equals; None if it is new."""
    open_ = range(max(0, len(found) - RECENT), len(found))
    ranked = [(affinity(found[n], telling), n) for n in dict.fromkeys([*range(min(1, len(found))), *open_])]
    best = max(ranked, default=(0.0, 0))
    return best[1] if best[0] > 0 else None
