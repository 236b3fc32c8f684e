"""Readings to profiles: what of a claim and its article is kept for comparison."""

from collections.abc import Iterable

from timeline.linking.profile import Counts, Figure, Profile, Site, Telling, Wording
from timeline.linking.sketches import sketch
from timeline.linking.wording import NO_WORDS, words_of
from timeline.model import Article, Claim, Place, Reading, Role, Side, Span

REPORTED = "reported"  # the rule of a time that was taken from the publication date
LONGEST_TEXT = 6_000  # characters of an article that are compared: what comes later is seldom its news
LONGEST_PASSAGE = 3_000
LEAD = 600  # characters that open it
GAP = "\n\n"  # stands for what is left out


def profiles(reading: Reading) -> tuple[Profile, ...]:
    """One profile per claim, in the order of the claims; no claims, no profiles."""
    if not reading.claims:
        return ()
    known = {claim.id for claim in reading.claims}
    teller = reading.main if reading.main in known else reading.claims[0].id
    telling = _telling(reading)
    return tuple(_profile(reading, claim, telling if claim.id == teller else None) for claim in reading.claims)


def _profile(reading: Reading, claim: Claim, telling: Telling | None) -> Profile:
    article = reading.article
    when = claim.when
    return Profile(
        claim=claim.id,
        article=article.id,
        source=article.source,
        published=article.published.day,
        types=claim.types,
        status=claim.status,
        role=claim.role,
        scope=claim.scope,
        is_main=claim.id == reading.main,
        wording=words_of(_passage(article, claim)),
        telling=telling,
        when=when.outer if when else None,
        grain=when.grain if when else None,
        dated=when is not None and when.rule != REPORTED,
        sites=tuple(dict.fromkeys(_site(where.place.value) for where in claim.where)),
        figures=_figures(claim),
    )


def _passage(article: Article, claim: Claim) -> str:
    """The claim's own sentences and what else fed it, once each."""
    spans = sorted({claim.sentence, *(span for span in claim.evidence if not claim.sentence.holds(span))})
    return "\n".join(article.quote(span) for span in spans)[:LONGEST_PASSAGE]


def _site(place: Place) -> Site:
    return Site(place.name, place.kind, place.latitude, place.longitude, place.iso3, place.admin1)


def _figures(claim: Claim) -> tuple[Figure, ...]:
    found = [
        Figure(toll.harm, toll.low, toll.high)
        for toll in (mention.value for mention in claim.tolls)
        if toll.side is not Side.PERPETRATOR and not toll.cumulative and toll.part_of is None
    ]
    return tuple(sorted(set(found), key=lambda figure: (figure.harm, -figure.low, figure.high or 0)))


def _telling(reading: Reading) -> Telling:
    """The article's words; what it retells of older events is left out, but not from the sketch."""
    article = reading.article
    title = words_of(article.title) if article.title else NO_WORDS
    marked = [part.span for part in article.boilerplate]
    retold = [claim.sentence for claim in reading.claims if claim.role is Role.BACKGROUND and claim.id != reading.main]
    news = _without(article, [*marked, *retold])
    lead, text = words_of(news[:LEAD]), words_of(news[:LONGEST_TEXT])
    return Telling(title, _joined(title, lead), _joined(title, text), sketch(_without(article, marked)))


def _joined(left: Wording, right: Wording) -> Wording:
    terms: Counts = dict(right.terms)
    for term, count in left.terms.items():
        terms[term] = terms.get(term, 0) + count
    return Wording(
        dict(sorted(terms.items())),
        left.names | right.names,
        left.people | right.people,
        left.numbers | right.numbers,
    )


def _without(article: Article, spans: Iterable[Span]) -> str:
    """The text without some spans."""
    kept, start = [], 0
    for span in sorted(span for span in spans if span.field == "text"):
        kept.append(article.text[start : max(start, span.start)])
        start = max(start, span.end)
    return GAP.join([*kept, article.text[start:]])
