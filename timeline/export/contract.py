"""The JSON object that `extract` writes for one article (contract 1).

A reading goes in, a JSON-ready dictionary comes out in which claims point at times, places and figures by their index.
"""

import json
from collections.abc import Sequence

from timeline.export.shapes import Record, bounds, mention_record, span_record, when_record
from timeline.model import Article, Claim, Mention, Place, Reading, Timex, Toll, When
from timeline.model.shelf import Shelf, shelve

CONTRACT = 1


def to_contract(reading: Reading) -> Record:
    """What one article says, as `extract` writes it; `text` is the text as given, offsets are code points."""
    article, shelf = reading.article, shelve(reading)
    return {
        "contract": CONTRACT,
        **_custody(article),
        "boilerplate": [{"start": b.span.start, "end": b.span.end, "rule": b.rule} for b in article.boilerplate],
        "times": [_time(mention) for mention in shelf.times],
        "places": [_place(mention) for mention in shelf.places],
        "casualties": [_toll(mention, shelf, reading) for mention in shelf.tolls],
        "claims": [_claim(claim, shelf) for claim in reading.claims],
        "rejected": [{**mention_record(m), "kind": m.value.kind, "reason": m.value.reason} for m in reading.rejected],
        "main": reading.main,
    }


def to_line(record: Record) -> bytes:
    """A record as one line of UTF-8 JSON; characters that UTF-8 has no bytes for stay escaped.

    >>> to_line({"text": "né"})
    b'{"text": "n\\xc3\\xa9"}\\n'
    """
    try:
        return (json.dumps(record, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:
        return (json.dumps(record) + "\n").encode()


def _custody(article: Article) -> Record:
    published = article.published
    return {
        "id": article.id,
        "sha256": article.origin.sha256,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "text": article.text,
        "published": {"date": published.day and published.day.isoformat(), "basis": published.basis.value},
        "updated": article.updated and article.updated.isoformat(),
    }


def _time(mention: Mention[Timex]) -> Record:
    timex = mention.value
    edges = bounds(timex.interval) if timex.interval else {"earliest": None, "latest": None}
    named = {"type": timex.type.value, "value": timex.value, **edges, "zone": timex.zone, "rule": mention.rule}
    return {**mention_record(mention), **named}


def _place(mention: Mention[Place]) -> Record:
    place = mention.value
    return {
        **mention_record(mention),
        "name": place.name,
        "kind": place.kind.value,
        "geonameid": place.geonameid,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "admin1": place.admin1,
        "metonym": place.metonym,
        "rule": mention.rule,
        "reason": place.reason,
    }


def _toll(mention: Mention[Toll], shelf: Shelf, reading: Reading) -> Record:
    toll = mention.value
    return {
        **mention_record(mention),
        "harm": toll.harm.value,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "qualifier": toll.qualifier and toll.qualifier.value,
        "unit": toll.unit.value,
        "who": toll.who,
        "side": toll.side.value,
        "cumulative": toll.cumulative,
        "part_of": _whole(mention, shelf.tolls),
        "speaker": _speaker(mention, reading),
        "rule": mention.rule,
    }


def _whole(part: Mention[Toll], tolls: Sequence[Mention[Toll]]) -> int | None:
    """Index of the figure that contains this one, one of the same harm where several stand there."""
    if part.value.part_of is None:
        return None
    standing = [i for i, toll in enumerate(tolls) if toll.span == part.value.part_of and toll is not part]
    return min(standing, key=lambda i: tolls[i].value.harm != part.value.harm, default=None)


def _speaker(toll: Mention[Toll], reading: Reading) -> Record | None:
    """Who vouches for a figure: the speaker of the narrowest attribution whose scope holds it."""
    vouching = [said.value for said in reading.speakers if said.value.scope.holds(toll.span)]
    if not vouching:
        return None
    speaker = min(vouching, key=lambda said: said.scope.end - said.scope.start).speaker
    return {**span_record(speaker), "text": reading.article.quote(speaker)}


def _claim(claim: Claim, shelf: Shelf) -> Record:
    return {
        "id": claim.id,
        **span_record(claim.sentence),
        "types": list(claim.types),
        "status": claim.status.value,
        "role": claim.role.value,
        "scope": claim.scope.value,
        "trigger": mention_record(claim.trigger),
        "when": _when(claim.when, shelf) if claim.when else None,
        "where": [{"place": shelf.of(where.place), "rule": where.rule} for where in claim.where],
        "tolls": [shelf.of(toll) for toll in claim.tolls],
        "actors": [{**mention_record(actor.mention), "part": actor.part.value} for actor in claim.actors],
        "speaker": mention_record(claim.speaker) if claim.speaker else None,
        "evidence": [span_record(span) for span in claim.evidence],
        "led_to": list(claim.led_to),
    }


def _when(when: When, shelf: Shelf) -> Record:
    return {**when_record(when), "times": [shelf.of(mention) for mention in when.times]}
