"""Whether everything that a reading's claims state can be traced to its characters, its rule and its speaker.

A reading goes in, what cannot be traced comes out, in words. Tests hold it to nothing; anyone may hold it against
articles of their own.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from timeline.model import Claim, Mention, Reading, Sum

Stated = Mention[object]


def untraced(reading: Reading) -> list[str]:
    """What of a reading cannot be traced, a line each; empty where all can."""
    mentions = [*reading.times, *reading.places, *reading.tolls, *reading.speakers]
    known = set(map(_key, mentions))
    found = chain(
        _unquoted(reading, mentions),
        *(_of_claim(reading, claim, known) for claim in reading.claims),
        *(_of_sum(reading, total) for total in reading.main_tolls.values()),
    )
    return list(found)


def _key(mention: Stated) -> tuple[object, str]:
    return mention.span, mention.rule


def _unquoted(reading: Reading, mentions: Iterable[Stated]) -> Iterator[str]:
    """Mentions whose words do not stand where they say, or that name no rule."""
    for mention in mentions:
        if mention.article != reading.article.id or reading.article.quote(mention.span) != mention.surface:
            yield f"{mention.surface!r} does not stand at {mention.span}"
        if not mention.rule:
            yield f"{mention.surface!r} names no rule"


def _of_claim(reading: Reading, claim: Claim, known: set[tuple[object, str]]) -> Iterator[str]:
    """What a claim states without a mention of the reading, a rule, or a sentence that it names as its evidence."""
    times = claim.when.times if claim.when else ()
    stated: list[Stated] = [*claim.tolls, *times, *(where.place for where in claim.where)]
    stated += [claim.speaker] if claim.speaker else []
    yield from _unquoted(reading, [claim.trigger, *(actor.mention for actor in claim.actors)])
    yield from (f"{m.surface!r} is no mention of the reading" for m in stated if _key(m) not in known)
    if claim.when and not claim.when.rule:
        yield "a time was chosen by no rule"
    yield from (f"{where.place.surface!r} was chosen by no rule" for where in claim.where if not where.rule)
    evidence = (claim.sentence, *claim.evidence)
    for mention in (claim.trigger, *claim.tolls, *times):
        if not any(span.holds(mention.span) for span in evidence):
            yield f"{mention.surface!r} stands outside the claim's evidence"


def _of_sum(reading: Reading, total: Sum) -> Iterator[str]:
    """A sum that rests on nothing, on figures of another claim, or that leaves its own bounds."""
    main = next((claim for claim in reading.claims if claim.id == reading.main), None)
    own = set(map(_key, main.tolls)) if main else set()
    if not total.rule or not total.mentions or any(_key(mention) not in own for mention in total.mentions):
        yield f"the sum {total.best} ({total.rule}) does not rest on the main claim's figures"
    if total.low > total.best or (total.high is not None and total.high < total.best):
        yield f"the sum {total.best} lies outside its bounds"
