"""`claims.csv`: one row per claim; `docs/csv.md` describes the columns."""

from collections.abc import Iterator

from timeline.claims import tolls_of
from timeline.export.columns import HARM_COLUMNS, day_cells, harm_cells, homeless_left_out, rules
from timeline.export.dossier import Dossier, Export, omissions
from timeline.export.sheets import Row, joined, to_sheet
from timeline.model import Claim

COLUMNS = (
    "claim_id",
    "event_id",
    "article_id",
    "source",
    "url",
    "published",
    "published_basis",
    "copy_of",
    "article_sha256",
    "event_type",
    "status",
    "role",
    "scope",
    "date_start",
    "date_end",
    "date_text",
    "date_rule",
    "location",
    "latitude",
    "longitude",
    "place_text",
    "place_rule",
    *HARM_COLUMNS,
    "toll_text",
    "toll_rule",
    "speaker",
    "actors",
    "sentence",
    "in",
    "start",
    "end",
)


def to_claims_csv(dossier: Dossier) -> Export:
    """One row per claim, by event; then the claims of no event, with an empty `event_id`."""
    rows, tolls = [], []
    for claim, event in _claims(dossier):
        figures = tolls_of(claim)
        tolls.append(figures)
        row = {"event_id": event, **_custody(claim, dossier), **_telling(claim), **_site(claim)}
        words = {"toll_text": joined(toll.surface for toll in claim.tolls), "toll_rule": rules(figures)}
        rows.append({**row, **harm_cells(figures), **words, "sentence": dossier.quotes.get(claim.id)})
    return Export(to_sheet(COLUMNS, rows), omissions(dossier) + homeless_left_out(tolls))


def _claims(dossier: Dossier) -> Iterator[tuple[Claim, str | None]]:
    for event in dossier.events:
        for claim in event.claims:
            yield claim, event.id
    for claim in dossier.others:
        yield claim, None


def _custody(claim: Claim, dossier: Dossier) -> Row:
    article, account = dossier.articles.get(claim.article), dossier.accounts.get(claim.article)
    if article is None:
        return {}
    return {
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "published_basis": article.basis.value,
        "copy_of": account.copy_of if account else None,
        "article_sha256": article.sha256,
    }


def _telling(claim: Claim) -> Row:
    when = claim.when
    times = {"date_text": joined(time.surface for time in when.times), "date_rule": when.rule} if when else {}
    return {
        "claim_id": claim.id,
        "article_id": claim.article,
        "event_type": joined(claim.types),
        "status": claim.status.value,
        "role": claim.role.value,
        "scope": claim.scope.value,
        **day_cells(when),
        **times,
        "speaker": claim.speaker.surface if claim.speaker else None,
        "actors": joined(f"{actor.mention.value} ({actor.part.value})" for actor in claim.actors),
        "in": claim.sentence.field,
        "start": claim.sentence.start,
        "end": claim.sentence.end,
    }


def _site(claim: Claim) -> Row:
    if not claim.where:
        return {}
    first = claim.where[0].place.value
    return {
        "location": first.name,
        "latitude": first.latitude,
        "longitude": first.longitude,
        "place_text": joined(where.place.surface for where in claim.where),
        "place_rule": joined(dict.fromkeys(where.rule for where in claim.where)),
    }
