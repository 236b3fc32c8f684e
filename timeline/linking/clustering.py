"""Compared pairs to clusters: sets of claims that tell of one event.

Connected components are cut by average linkage, so that a chain of half-alike pairs does not join what its ends deny.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

UNCOMPARED = -4.0  # bits of two claims that no blocking key brought together
LARGEST = 600  # claims of a component; a larger one is first cut at its weaker links
CUT_STEP = 2.0  # bits

Pairs = Mapping[tuple[str, str], float]
MayJoin = Callable[[Iterable[str], Iterable[str]], bool]


def cluster(claims: Sequence[str], pairs: Pairs, may_join: MayJoin) -> tuple[tuple[str, ...], ...]:
    """The claims as clusters, each sorted, in order of their smallest claim; the order of input does not matter."""
    found = [group for component in _components(claims, pairs, 0.0) for group in _cut(component, pairs, may_join)]
    return tuple(sorted(tuple(sorted(group)) for group in found))


def _components(claims: Iterable[str], pairs: Pairs, floor: float) -> list[list[str]]:
    """Claims that chains of pairs above a floor connect; a component that is too large is cut at a higher floor."""
    import networkx  # here, for it takes 0.1 s to load and reading articles does not need it

    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(claims)
    graph.add_edges_from(pair for pair, bits in pairs.items() if bits > floor)
    found = []
    for members in networkx.connected_components(graph):
        if len(members) <= LARGEST:
            found.append(sorted(members))
        else:
            inner = {pair: pairs[pair] for pair in graph.subgraph(members).edges if pair in pairs}
            found.extend(_components(sorted(members), inner, floor + CUT_STEP))
    return found


def _cut(members: Sequence[str], pairs: Pairs, may_join: MayJoin) -> list[list[str]]:
    """Joins the two groups whose claims agree best on average, until none agree or none may."""
    groups = {n: [claim] for n, claim in enumerate(members)}
    sums = _starting_sums(members, pairs)
    heap = [(-bits, a, b) for a, row in sums.items() for b, bits in row.items() if a < b and bits > 0]
    heapify(heap)
    fresh = len(members)
    while heap:
        _, a, b = heappop(heap)
        if a not in groups or b not in groups or not may_join(groups[a], groups[b]):
            continue
        groups[fresh] = groups.pop(a) + groups.pop(b)
        sums[fresh] = _joined_sums(sums, (a, b), groups)
        for other, total in sums[fresh].items():
            mean = total / (len(groups[fresh]) * len(groups[other]))
            if mean > 0:
                heappush(heap, (-mean, min(fresh, other), max(fresh, other)))
        fresh += 1
    return list(groups.values())


def _starting_sums(members: Sequence[str], pairs: Pairs) -> dict[int, dict[int, float]]:
    sums: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for a, left in enumerate(members):
        for b in range(a + 1, len(members)):
            bits = pairs.get((left, members[b]), UNCOMPARED)
            sums[a][b] = sums[b][a] = bits
    return sums


def _joined_sums(
    sums: dict[int, dict[int, float]], joined: tuple[int, int], groups: Mapping[int, object]
) -> dict[int, float]:
    """Sums of bits between the joined group and every other that is left."""
    a, b = joined
    found = {other: sums[a][other] + sums[b][other] for other in sums[a] if other in groups and other != b}
    fresh = max(groups)
    for other, total in found.items():
        sums[other][fresh] = total
    return found
