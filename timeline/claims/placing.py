"""Where a happening was: the choice among the places that its sentences, the lead and the dateline state.

A happening goes in, its places come out, where it happened first, each with the rule that chose it.
"""

from collections.abc import Iterable, Sequence

from timeline.claims.happening import Happening
from timeline.claims.kinds import is_wide
from timeline.claims.passages import Passage
from timeline.claims.sites import contains
from timeline.claims.sites import is_wide as is_part_of_world
from timeline.claims.standing import Candidate, Setting, candidates_of
from timeline.model import Where

MOST = 6  # places that a claim lists


def place_of(happening: Happening, setting: Setting, around: Iterable[Passage]) -> tuple[Where, ...]:
    """Where a happening was, the likeliest and most specific first; empty where nothing is known.

    Behind the first stand the other places of its own sentences and the dateline.
    """
    ranked = sorted(candidates_of(happening, setting, around), key=lambda candidate: -candidate.points)
    if not ranked:
        return ()
    ordered = _widest_first(ranked) if is_wide(happening.types) else _most_specific_first(ranked)
    return tuple(c.where for n, c in enumerate(ordered) if n == 0 or c.is_own)[:MOST]


def _widest_first(ranked: Sequence[Candidate]) -> list[Candidate]:
    """What the title or the opening name first, whatever its kind; parts of the world behind all others."""
    return sorted(ranked, key=lambda c: (is_part_of_world(c.place), not c.features["opening"], -c.points_of_telling))


def _most_specific_first(ranked: Sequence[Candidate]) -> list[Candidate]:
    """What contains another place of the happening's own gives way to the likeliest that it contains."""
    first = ranked[0]
    inner = next((c for c in ranked[1:] if contains(first.place, c.place) and (c.is_own or not first.is_own)), None)
    return [inner, *(c for c in ranked if c is not inner)] if inner else list(ranked)
