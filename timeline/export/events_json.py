"""`events.json`: events, and what became of each article (contract 1)."""

import json

from timeline.events import date_prec, time_precision, where_prec
from timeline.export.contract import CONTRACT
from timeline.export.dossier import Dossier, Export, omissions
from timeline.export.shapes import Record, mention_record, place_record, sum_record, sums_record, when_record
from timeline.model import ArticleAccount, Event, Harm, Place, When


def to_json(dossier: Dossier) -> Export:
    """All that is known of the events; nothing is left out."""
    shown = {event.id for event in dossier.events}
    record = {
        "contract": CONTRACT,
        "events": [_event(event) for event in dossier.events],
        "articles": [_article(account, dossier, shown) for _, account in sorted(dossier.accounts.items())],
        "left_out": [{"claim": left.claim, "reason": left.reason} for left in dossier.left_out],
        "problems": [{"path": problem.path, "reason": problem.reason} for problem in dossier.problems],
    }
    return Export(to_json_bytes(record), omissions(dossier))


def to_json_bytes(record: object) -> bytes:
    """Indented UTF-8 JSON; characters that UTF-8 has no bytes for become question marks."""
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _event(event: Event) -> Record:
    return {
        "id": event.id,
        "title": event.title,
        "types": list(event.types),
        "status": event.status.value,
        "scope": event.scope.value,
        "when": _when(event.when) if event.when else None,
        "where": _place(event.where) if event.where else None,
        "places": [_place(place) for place in event.places],
        "tolls": sums_record(event.tolls),
        "claims": [claim.id for claim in event.claims],
        "articles": list(event.articles),
        "sources": list(event.sources),
        "origins": event.origins,
        "contradictions": [
            {"field": c.field, "values": list(c.values), "claims": [list(claims) for claims in c.claims]}
            for c in event.contradictions
        ],
        "led_to": list(event.led_to),
    }


def _when(when: When) -> Record:
    """`times` name the article too, for an event's time may rest on several."""
    return {
        **when_record(when),
        "times": [{"article": mention.article, **mention_record(mention)} for mention in when.times],
        "date_prec": date_prec(when),
        "time_precision": time_precision(when),
    }


def _place(place: Place) -> Record:
    return {**place_record(place), "where_prec": where_prec(place)}


def _article(account: ArticleAccount, dossier: Dossier, shown: set[str]) -> Record:
    """An article's main event is null where the filters hold it back."""
    rests_on = dossier.casualties.get(account.id, {})
    return {
        "id": account.id,
        "main_event": account.main_event if account.main_event in shown else None,
        "tolls": {
            harm.value: {**sum_record(account.tolls[harm]), "casualties": list(rests_on.get(harm, ()))}
            for harm in Harm
            if harm in account.tolls
        },
        "copy_of": account.copy_of,
        "version_of": account.version_of,
    }
