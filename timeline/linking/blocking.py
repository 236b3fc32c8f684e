"""Blocking keys: which claims are worth comparing, so that not all pairs are.

A key is a small string; two claims that share one are a candidate pair. "Near" is said by emitting the neighbours' keys
on one side of the pair.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from timeline.linking.corpus import Corpus
from timeline.linking.profile import Profile, Site

WINDOW_DAYS = 4
PLACE_WINDOW_DAYS = 10
WIDEST_DAYS = 8  # an event that may lie anywhere in a longer time is not keyed by day
RARE_BITS = 5.0
RARE_NAMES = 16
TOP_TERMS = 10
NEIGHBOURS = 30  # claims of one key are compared with the next few by date only

Key = Callable[[Profile, Corpus], frozenset[str]]


def day_and_type(profile: Profile, corpus: Corpus) -> frozenset[str]:
    """The days on which it can have happened, each with the event type."""
    if not profile.when or profile.when.days > WIDEST_DAYS or not profile.types:
        return frozenset()
    return frozenset(
        f"day {day} {kind}"
        for day in range(profile.when.first.toordinal(), profile.when.last.toordinal() + 1)
        for kind in profile.types[:2]
    )


def place_and_window(profile: Profile, corpus: Corpus) -> frozenset[str]:
    """The place with the stretch of days around its time, and the next stretch."""
    day = _day(profile)
    if day is None:
        return frozenset()
    window = day.toordinal() // PLACE_WINDOW_DAYS
    return frozenset(
        f"place {name} {n}" for site in profile.sites[:2] for name in _cells(site) for n in (window, window + 1)
    )


def rare_names(profile: Profile, corpus: Corpus) -> frozenset[str]:
    """The rarest names of the claim's sentences or, for a main claim, its article, that other articles hold too."""
    wording = profile.telling.text if profile.telling and profile.is_main else profile.wording
    rarities = {
        name: corpus.name_rarity(name) for name in wording.people | wording.names if corpus.names.get(name, 0) > 1
    }
    return frozenset(f"name {name}" for name in _top(rarities, RARE_NAMES) if rarities[name] >= RARE_BITS)


def telling_terms(profile: Profile, corpus: Corpus) -> frozenset[str]:
    """For a main claim the terms that weigh most in its article, with the stretch of days of its publication."""
    if not (profile.telling and profile.is_main and profile.published):
        return frozenset()
    weights = corpus.weigh(profile.telling.text)
    shared = {term: weight for term, weight in weights.items() if corpus.terms.get(term, 0) > 1}
    window = profile.published.toordinal() // WINDOW_DAYS
    return frozenset(f"term {term} {n}" for term in _top(shared, TOP_TERMS) for n in (window, window + 1))


def copies(profile: Profile, corpus: Corpus) -> frozenset[str]:
    """The article whose text this one repeats, or that others repeat."""
    return frozenset({f"copy {corpus.copies.origin(profile.article)}"})


KEYS: dict[str, Key] = {
    "day and type": day_and_type,
    "place and window": place_and_window,
    "rare names": rare_names,
    "telling terms": telling_terms,
    "copies": copies,
}


def candidates(profiles: Iterable[Profile], corpus: Corpus) -> Iterator[tuple[Profile, Profile]]:
    """Pairs worth comparing, each once, by day, so that what is compared lately is compared again soon."""
    ordered = sorted(profiles, key=lambda profile: (_day(profile) or date.max, profile.claim))
    found: set[int] = set()
    for block in _blocks(ordered, corpus):
        for n, left in enumerate(block):
            for right in block[n + 1 : n + 1 + NEIGHBOURS]:
                if _comparable(ordered[left], ordered[right]):
                    found.add(left * len(ordered) + right)
    for pair in sorted(found):
        left, right = divmod(pair, len(ordered))
        yield ordered[left], ordered[right]


def _blocks(ordered: Sequence[Profile], corpus: Corpus) -> Iterator[list[int]]:
    """Indices of profiles that share a key, ascending."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(ordered):
        for name in {name for key in KEYS.values() for name in key(profile, corpus)}:
            members[name].append(index)
    return (block for block in members.values() if len(block) > 1)


def _comparable(left: Profile, right: Profile) -> bool:
    return left.article != right.article and left.scope == right.scope and _stage(left) == _stage(right)


def _top(weights: Mapping[str, float], count: int) -> list[str]:
    return sorted(weights, key=lambda word: (-weights[word], word))[:count]


def _stage(profile: Profile) -> str:
    return {"happened": "real", "ongoing": "real"}.get(profile.status, str(profile.status))


def _day(profile: Profile) -> date | None:
    return profile.when.first if profile.when else profile.published


def _cells(site: Site) -> Iterator[str]:
    """The place by name and as the half-degree square that it lies in."""
    yield f"{site.iso3} {site.name}"
    if site.latitude is not None and site.longitude is not None:
        yield f"{round(site.latitude * 2)} {round(site.longitude * 2)}"
