"""What stands behind an article's figures: the figure that each is a part of, and who vouches for it.

Both take time in proportion to the text, for a text may hold thousands of figures.
"""

from collections import deque
from collections.abc import Sequence

from timeline.model import Attribution, Mention, Reading, Span, Toll


def wholes_of(tolls: Sequence[Mention[Toll]]) -> dict[int, int]:
    """By each part's index, the index of the figure that contains it, of the same harm where several stand there."""
    standing: dict[Span, list[int]] = {}
    for index, toll in enumerate(tolls):
        standing.setdefault(toll.span, []).append(index)
    found = {}
    for index, part in enumerate(tolls):
        wholes = standing.get(part.value.part_of, []) if part.value.part_of else []
        others = [n for n in wholes if n != index]
        if others:
            found[index] = min(others, key=lambda n: tolls[n].value.harm != part.value.harm)
    return found


def speakers_of(reading: Reading, tolls: Sequence[Mention[Toll]]) -> dict[Span, Span]:
    """By each figure's span, the speaker of the narrowest attribution whose scope holds it."""
    coming = deque(sorted((said.value for said in reading.speakers), key=lambda said: said.scope))
    found: dict[Span, Span] = {}
    begun: list[Attribution] = []
    for span in sorted({toll.span for toll in tolls}):
        while coming and _start(coming[0].scope) <= _start(span):
            begun.append(coming.popleft())
        begun = [said for said in begun if said.scope.field == span.field and said.scope.end > span.start]
        holding = [said for said in begun if said.scope.holds(span)]
        if holding:
            found[span] = min(holding, key=lambda said: said.scope.end - said.scope.start).speaker
    return found


def _start(span: Span) -> tuple[str, int]:
    return span.field, span.start
