"""Compared pairs to clusters: sets of claims that tell of one event.

Connected components are cut by average linkage, so that a chain of half-alike pairs does not join what its ends deny.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from timeline.linking.weighing import FLOOR

LARGEST = 600  # claims of a component; a larger one is first cut at its weaker links
CUT_STEP = 2.0  # bits

Groups = Sequence[tuple[str, ...]]
Pairs = Mapping[tuple[str, str], float]
MayJoin = Callable[[Iterable[str], Iterable[str]], bool]


def cluster(groups: Groups, pairs: Pairs, may_join: MayJoin) -> Groups:
    """The groups joined into clusters, each sorted, in order of their smallest claim; their order does not matter."""
    home = {claim: n for n, group in enumerate(groups) for claim in group}
    edges = {(home[left], home[right]): bits for (left, right), bits in pairs.items()}
    found = []
    for component in _components(range(len(groups)), edges, 0.0):
        found.extend(_cut(sorted(sorted(groups[n]) for n in component), pairs, may_join))
    return tuple(sorted(tuple(sorted(group)) for group in found))


def _components(nodes: Iterable[int], edges: Mapping[tuple[int, int], float], floor: float) -> list[list[int]]:
    """Groups that chains of pairs above a floor connect; a component that is too large is cut at a higher floor."""
    import networkx  # here, for it takes 0.1 s to load and reading articles does not need it

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edge for edge, bits in edges.items() if bits > floor)
    found = []
    for members in networkx.connected_components(graph):
        if len(members) <= LARGEST:
            found.append(sorted(members))
        else:
            inner = {edge: bits for edge, bits in edges.items() if members.issuperset(edge)}
            found.extend(_components(sorted(members), inner, floor + CUT_STEP))
    return found


def _cut(members: Sequence[Sequence[str]], pairs: Pairs, may_join: MayJoin) -> list[list[str]]:
    """Joins the two groups whose claims agree best on average, until none agree or none may."""
    groups = {n: list(group) for n, group in enumerate(members)}
    sums = _starting_sums(members, pairs)
    heap = [(-_mean(groups, sums, a, b), a, b) for a, row in sums.items() for b in row if a < b and row[b] > 0]
    heapify(heap)
    fresh = len(members)
    while heap:
        _, a, b = heappop(heap)
        if a not in groups or b not in groups or not may_join(groups[a], groups[b]):
            continue
        groups[fresh] = groups.pop(a) + groups.pop(b)
        sums[fresh] = _joined_sums(sums, (a, b), groups)
        for other, total in sums[fresh].items():
            if total > 0:
                heappush(heap, (-_mean(groups, sums, other, fresh), other, fresh))
        fresh += 1
    return list(groups.values())


def _mean(groups: Mapping[int, Sequence[str]], sums: Mapping[int, Mapping[int, float]], a: int, b: int) -> float:
    return sums[a][b] / (len(groups[a]) * len(groups[b]))


def _starting_sums(members: Sequence[Sequence[str]], pairs: Pairs) -> dict[int, dict[int, float]]:
    sums: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for a, left in enumerate(members):
        for b in range(a + 1, len(members)):
            compared = ((x, y) if x < y else (y, x) for x in left for y in members[b])
            sums[a][b] = sums[b][a] = sum(pairs.get(pair, FLOOR) for pair in compared)
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
