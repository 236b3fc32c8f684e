"""Claims: what one article says of each event, made of the mentions found in it.

`find_claims` takes a reading that holds an article's mentions and gives it back with the claims, the main one, its
tolls, and what was not taken and why.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.claims.causes import with_causes
from timeline.claims.composing import Context, claim_of
from timeline.claims.happening import Happening
from timeline.claims.joining import join
from timeline.claims.leading import Drafted, main_of, tolls_of
from timeline.claims.names import names_of
from timeline.claims.passages import Passage, passages
from timeline.claims.rejecting import rejected
from timeline.claims.sites import part_dateline
from timeline.claims.standing import setting_of
from timeline.claims.tellings import tellings
from timeline.claims.totals import with_totals
from timeline.claims.tracing import untraced
from timeline.model import Mention, Reading, Trigger, Where

__all__ = ["find_claims", "happenings_of", "tolls_of", "untraced"]

OPENING = 5  # sentences of a text, a headline and a byline among them, of which one can open with a dateline


def find_claims(reading: Reading, triggers: Sequence[Mention[Trigger]]) -> Reading:
    """The reading with its claims, in the order of their sentences, and with what was left out of them."""
    context, happenings = happenings_of(reading, triggers)
    drafts = _distinct([Drafted(claim_of(happening, context), happening) for happening in happenings])
    main = main_of(drafts)
    claims = with_causes(drafts)
    return replace(
        reading,
        claims=tuple(sorted(claims, key=lambda claim: (claim.sentence, claim.id))),
        main=main.claim.id if main else None,
        main_tolls=with_totals(tolls_of(main.claim), main.happening) if main else {},
        rejected=rejected(reading, claims),
    )


def happenings_of(reading: Reading, triggers: Sequence[Mention[Trigger]]) -> tuple[Context, list[Happening]]:
    """What an article tells of, in the order in which it is first told, and what those happenings have in common."""
    read = passages(reading, triggers)
    known = names_of(read)
    if known:  # a storm's name is no place
        places = tuple(place for place in reading.places if place.surface not in known)
        read = passages(replace(reading, places=places), triggers)
    read, opening = _without_dateline(read)
    context = Context(reading.article, read, setting_of(read, opening), {(p.span.field, p.index): p for p in read})
    return context, join(telling for passage in read for telling in tellings(passage, context.published, known))


def _without_dateline(read: tuple[Passage, ...]) -> tuple[tuple[Passage, ...], Where | None]:
    """The sentences, the dateline taken out of the one that opens with it, and the dateline's place."""
    body = [n for n, passage in enumerate(read) if not passage.in_title]
    for n in body[:OPENING]:
        parted, opening = part_dateline(read[n])
        if opening:
            return (*read[:n], parted, *read[n + 1 :]), opening
    return read, None


def _distinct(drafts: Sequence[Drafted]) -> list[Drafted]:
    """The first of the drafts of each id: the same words told twice make one claim."""
    return list({draft.claim.id: draft for draft in reversed(drafts)}.values())[::-1]
