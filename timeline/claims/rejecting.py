"""What was found in an article and not taken into a claim, and why."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from timeline.claims.passages import names_place
from timeline.model import Boilerplate, Claim, Mention, Place, Reading, Rejection, Span


def rejected(reading: Reading, claims: Sequence[Claim]) -> tuple[Mention[Rejection], ...]:
    """What the recognisers turned down, and figures that no claim took, by position."""
    found = [*reading.rejected, *_tolls(reading, claims)]
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.value.kind)))


def _tolls(reading: Reading, claims: Sequence[Claim]) -> Iterable[Mention[Rejection]]:
    places = sorted(reading.places, key=lambda place: (place.span.field, place.span.start))
    starts = [(place.span.field, place.span.start) for place in places]
    taken = {toll.span for claim in claims for toll in claim.tolls}
    for toll in reading.tolls:
        if toll.span in taken:
            continue
        if names_place(toll, _inside(toll.span, places, starts)):
            reason = "the name is a place's"
            yield Mention(toll.article, toll.span, toll.surface, "claims", Rejection(toll.value.harm.value, reason))
            continue
        mark = next((mark for mark in reading.article.boilerplate if mark.span.meets(toll.span)), None)
        yield Mention(toll.article, toll.span, toll.surface, "claims", Rejection(toll.value.harm.value, _reason(mark)))


def _inside(
    span: Span, places: Sequence[Mention[Place]], starts: Sequence[tuple[str, int]]
) -> Sequence[Mention[Place]]:
    """The places that begin inside a span."""
    return places[bisect_left(starts, (span.field, span.start)) : bisect_left(starts, (span.field, span.end))]


def _reason(mark: Boilerplate | None) -> str:
    if mark is None:
        return "no event of the article was found that it belongs to"
    return f"it stands in a part that is not the article's own prose ({mark.rule})"
