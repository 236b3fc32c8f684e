"""The JSON object that `extract` writes for one article (contract 1).

A reading goes in, a JSON-ready dictionary comes out in which claims point at times, places and figures by their index.
"""

import json

from timeline.export.figures import speakers_of, wholes_of
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
        "casualties": _casualties(reading, shelf),
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
        "inexact": place.inexact,
        "rule": mention.rule,
        "reason": place.reason,
    }


def _casualties(reading: Reading, shelf: Shelf) -> list[Record]:
    wholes, speakers, quote = wholes_of(shelf.tolls), speakers_of(reading, shelf.tolls), reading.article.quote
    records = []
    for index, mention in enumerate(shelf.tolls):
        speaker = speakers.get(mention.span)
        said = {**span_record(speaker), "text": quote(speaker)} if speaker else None
        records.append({**_toll(mention), "part_of": wholes.get(index), "speaker": said})
    return records


def _toll(mention: Mention[Toll]) -> Record:
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
        "rule": mention.rule,
    }


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
