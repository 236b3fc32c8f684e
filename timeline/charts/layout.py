"""Where the nodes of a network stand: joined ones near, others apart, the pieces of it side by side.

Names and pairs of names go in, a point per name comes out. The same input always gives the same picture, whatever the
order: nodes begin on a circle in the order of their names and are moved by springs and repulsion.
"""

from collections.abc import Iterable, Sequence
from math import atan2, cos, hypot, pi, sin, sqrt

Point = tuple[float, float]
Pair = tuple[str, str]

ROUNDS = 60  # of moving all nodes
ROUND = 1e-3  # points whose spread differs less between directions have no long side
BUDGET = 1_500_000  # comparisons of two nodes that a picture may cost
PADDING = 0.9  # around each piece; joined nodes stand about 1 apart
LEAST_WIDTH, LEAST_HEIGHT = 1.5, 0.8  # of a piece, for its label


def spread(nodes: Iterable[str], pairs: Iterable[Pair]) -> dict[str, Point]:
    """A point for each node. Pieces that hang together are laid out on their own, then set in rows, the large first.

    >>> points = spread(["a", "b", "c"], [("a", "b")])
    >>> points["a"] != points["b"] != points["c"]
    True
    """
    edges = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    pieces = pieces_of(sorted(set(nodes)), edges)
    comparisons = sum(len(piece) ** 2 for piece in pieces)
    rounds = max(8, min(ROUNDS, BUDGET // max(1, comparisons)))
    drawn = [_settle(piece, [edge for edge in edges if edge[0] in set(piece)], rounds) for piece in pieces]
    return _in_rows(drawn)


def pieces_of(nodes: Sequence[str], edges: Sequence[Pair]) -> list[list[str]]:
    """Sets of nodes that hang together, the largest first.

    >>> pieces_of(["a", "b", "c"], [("b", "c")])
    [['b', 'c'], ['a']]
    """
    head = {node: node for node in nodes}

    def find(node: str) -> str:
        while head[node] != node:
            head[node] = head[head[node]]
            node = head[node]
        return node

    for left, right in edges:
        head[find(right)] = find(left)
    pieces: dict[str, list[str]] = {}
    for node in nodes:
        pieces.setdefault(find(node), []).append(node)
    return sorted(pieces.values(), key=lambda piece: (-len(piece), piece))


def _settle(piece: Sequence[str], edges: Sequence[Pair], rounds: int) -> dict[str, Point]:
    """Springs between joined nodes, repulsion between all, smaller steps each round (Fruchterman, Reingold)."""
    count = len(piece)
    radius = sqrt(count) / 2 if count > 1 else 0.0
    index = {node: n for n, node in enumerate(piece)}
    xs = [radius * cos(2 * pi * n / count) for n in range(count)]
    ys = [radius * sin(2 * pi * n / count) for n in range(count)]
    springs = [(index[left], index[right]) for left, right in edges]
    for turn in range(rounds if count > 1 else 0):
        reach = 0.6 * (1 - turn / rounds) + 0.01
        pushes = _pushes(xs, ys)
        _pull(springs, (xs, ys), pushes)
        for n, (dx, dy) in enumerate(pushes):
            length = hypot(dx, dy) or 1.0
            xs[n] += dx / length * min(length, reach)
            ys[n] += dy / length * min(length, reach)
    return dict(zip(piece, _level(xs, ys), strict=True))


def _level(xs: Sequence[float], ys: Sequence[float]) -> list[Point]:
    """The points turned so that they stretch from left to right."""
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    steps = [(a - x, b - y) for a, b in zip(xs, ys, strict=True)]
    across, along = sum(a * a - b * b for a, b in steps), sum(a * b for a, b in steps)
    angle = atan2(2 * along, across) / 2 if hypot(across, along) > ROUND * len(steps) else 0.0
    return [(a * cos(angle) + b * sin(angle), b * cos(angle) - a * sin(angle)) for a, b in steps]


def _pushes(xs: Sequence[float], ys: Sequence[float]) -> list[list[float]]:
    pushes = [[0.0, 0.0] for _ in xs]
    for a in range(len(xs)):
        for b in range(a + 1, len(xs)):
            dx, dy = xs[a] - xs[b], ys[a] - ys[b]
            square = dx * dx + dy * dy or 1e-6
            fx, fy = dx / square, dy / square
            pushes[a][0] += fx
            pushes[a][1] += fy
            pushes[b][0] -= fx
            pushes[b][1] -= fy
    return pushes


def _pull(
    springs: Sequence[tuple[int, int]], points: tuple[list[float], list[float]], pushes: list[list[float]]
) -> None:
    xs, ys = points
    for a, b in springs:
        dx, dy = xs[b] - xs[a], ys[b] - ys[a]
        length = hypot(dx, dy)
        pushes[a][0] += dx * length
        pushes[a][1] += dy * length
        pushes[b][0] -= dx * length
        pushes[b][1] -= dy * length


def _in_rows(drawn: Sequence[dict[str, Point]]) -> dict[str, Point]:
    """Pieces side by side in rows about as wide together as one and a half times their height."""
    boxes = [_box(piece) for piece in drawn]
    area = sum((box[2] + PADDING) * (box[3] + PADDING) for box in boxes)
    across = max([1.25 * sqrt(area), *(box[2] for box in boxes)], default=0.0)
    placed: dict[str, Point] = {}
    x = y = tallest = 0.0
    for piece, (west, south, wide, high) in zip(drawn, boxes, strict=True):
        if x and x + wide > across:
            x, y, tallest = 0.0, y + tallest + PADDING, 0.0
        placed |= {node: (px - west + x, py - south + y) for node, (px, py) in piece.items()}
        x, tallest = x + wide + PADDING, max(tallest, high)
    return placed


def _box(piece: dict[str, Point]) -> tuple[float, float, float, float]:
    xs, ys = [point[0] for point in piece.values()], [point[1] for point in piece.values()]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    spare = max(0.0, LEAST_WIDTH - wide)
    return min(xs) - spare / 2, min(ys), wide + spare, max(high, LEAST_HEIGHT)
