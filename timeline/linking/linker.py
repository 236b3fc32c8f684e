"""Linking: profiles in, out come links with their evidence, clusters of claims and the copies among the articles."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from timeline.linking.blocking import candidates
from timeline.linking.clustering import cluster
from timeline.linking.copies import Copies, find_copies
from timeline.linking.corpus import Corpus, measure_corpus
from timeline.linking.features import days_apart
from timeline.linking.geography import FAR, relate_best
from timeline.linking.profile import Profile
from timeline.linking.weighing import FLOOR, table_of, weigh
from timeline.model import Evidence, Grain, Link

HARD_DAYS = 3  # two days that the texts state and that lie further apart are two events
_STATED_DAYS = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.PART, Grain.DAY})


@dataclass(frozen=True, slots=True)
class Linking:
    """Pairs of claims that were joined, the clusters (each sorted; every claim is in one), and the copies."""

    links: tuple[Link, ...] = ()
    clusters: tuple[tuple[str, ...], ...] = ()
    copies: Copies = field(default_factory=Copies)


def link(profiles: Iterable[Profile]) -> Linking:
    """Which claims tell of one event, and why; the order of the profiles does not matter."""
    known = {profile.claim: profile for profile in sorted(profiles, key=lambda profile: profile.claim)}
    copies = find_copies(known.values())
    corpus = measure_corpus(known.values(), copies)
    compared = list(_compare(known.values(), corpus))
    clusters = _cluster(known, {(left, right): bits for left, right, bits, _ in compared})
    links = (Link(left, right, evidence) for left, right, _, evidence in compared if evidence)
    return Linking(_inside(links, clusters), clusters, copies)


def _compare(profiles: Iterable[Profile], corpus: Corpus) -> Iterator[tuple[str, str, float, tuple[Evidence, ...]]]:
    """Candidate pairs, the smaller id first, with their bits; evidence is kept only where it speaks for one event."""
    for one, other in candidates(profiles, corpus):
        left, right = (one, other) if one.claim < other.claim else (other, one)
        evidence = weigh(left, right, corpus)
        bits = sum(item.bits for item in evidence)
        if evidence and bits > FLOOR:
            yield left.claim, right.claim, bits, evidence if bits > 0 else ()


def _cluster(known: Mapping[str, Profile], bits: Mapping[tuple[str, str], float]) -> tuple[tuple[str, ...], ...]:
    """Clusters of main claims first, for whole articles are compared most surely; then the others join them."""

    def may_join(left: Iterable[str], right: Iterable[str]) -> bool:
        return _may_join(known, left, right)

    mains = {pair: value for pair, value in bits.items() if known[pair[0]].is_main and known[pair[1]].is_main}
    started = cluster([(claim,) for claim in known], mains, may_join)
    return tuple(cluster(started, bits, may_join))


def contradict(left: Profile, right: Profile) -> bool:
    """Whether two claims cannot be of one event: stated days far apart, or all their places.

    Of two main claims that is for the evidence to say, unless their kind recurs: there is more of it than one place or
    day that may be misread.
    """
    if table_of(left, right) == "main":
        return False
    places = relate_best(left.sites, right.sites)
    if places and places[0] in FAR:
        return True
    if not (left.when and right.when and left.dated and right.dated):
        return False
    return {left.grain, right.grain} <= _STATED_DAYS and days_apart(left.when, right.when) > HARD_DAYS


def _may_join(known: Mapping[str, Profile], left: Iterable[str], right: Iterable[str]) -> bool:
    pairs = [(known[a], known[b]) for a, b in product(left, right)]
    if any(a.article == b.article for a, b in pairs):
        return False
    return sum(contradict(a, b) for a, b in pairs) * 2 <= len(pairs)


def _inside(links: Iterable[Link], clusters: Iterable[Iterable[str]]) -> tuple[Link, ...]:
    """The links whose two claims ended up in one cluster and whose evidence speaks for it."""
    group = {claim: n for n, claims in enumerate(clusters) for claim in claims}
    inside = (link for link in links if group[link.left] == group[link.right])
    return tuple(sorted(inside, key=lambda link: (link.left, link.right)))
