"""Rows for the tables beside the charts: events, figures, differences, evidence, articles.

Model values go in, lists of dicts come out whose keys are the columns' headings; texts are plain, not escaped.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from timeline.charts.lanes import type_label
from timeline.charts.words import day_words, days_words, place_words, when_words
from timeline.model import Claim, Event, Harm, Link, Mention, Reading, Toll

Row = dict[str, Any]
COUNTED = (Harm.KILLED, Harm.INJURED)


def event_rows(events: Iterable[Event]) -> list[Row]:
    """A row per event, in their order; unknown figures are None, never 0."""
    return [
        {
            "When": days_words(event.when.outer) if event.when else None,
            "Event": event.title,
            "Type": type_label(event.types[0]),
            "Where": place_words(event.where) if event.where else None,
            **{harm.capitalize(): event.tolls[harm].best if harm in event.tolls else None for harm in COUNTED},
            "Sources": len(event.sources),
            "Status": str(event.status),
        }
        for event in events
    ]


def figure_rows(event: Event, readings: Mapping[str, Reading]) -> list[Row]:
    """Every figure that a claim of the event states: what, how many, in which words, and who says so."""
    return [
        {
            "Harm": str(mention.value.harm),
            "Figure": _counted(mention.value),
            "Words": mention.surface,
            "Who": mention.value.who or None,
            "Said by": speaker_of(mention, claim, readings.get(claim.article)),
            "Source": _source(readings.get(claim.article), claim.article),
            "Side": None if mention.value.side == "unknown" else str(mention.value.side),
            "Rule": mention.rule,
        }
        for harm in Harm
        for claim in event.claims
        for mention in claim.tolls
        if mention.value.harm == harm
    ]


def speaker_of(mention: Mention[Toll], claim: Claim, reading: Reading | None) -> str | None:
    """The words that name who vouches for a figure: of the nearest attribution around it, else of its claim."""
    around = [said for said in (reading.speakers if reading else ()) if said.value.scope.holds(mention.span)]
    if around:
        return min(around, key=lambda said: said.value.scope.end - said.value.scope.start).surface
    return claim.speaker.surface if claim.speaker else None


def difference_rows(event: Event) -> list[Row]:
    """A row per value of each field of which the event's claims say different things."""
    articles = {claim.id: claim.article for claim in event.claims}
    return [
        {"Of": difference.field, "Value": value, "Articles": ", ".join(sorted({articles.get(c, c) for c in claims}))}
        for difference in event.contradictions
        for value, claims in zip(difference.values, difference.claims, strict=True)
    ]


def evidence_rows(event: Event, links: Iterable[Link]) -> list[Row]:
    """A row per reason for which two claims of the event were joined, the weightiest pairs first."""
    articles = {claim.id: claim.article for claim in event.claims}
    joined = sorted((ln for ln in links if ln.left in articles and ln.right in articles), key=lambda ln: -ln.bits)
    return [
        {
            "Between": f"{articles[link.left]} and {articles[link.right]}",
            "In all (bits)": round(link.bits, 1),
            "Because of": reason.feature.replace("_", " "),
            "Bits": round(reason.bits, 1),
            "Detail": reason.detail,
        }
        for link in joined
        for reason in sorted(link.evidence, key=lambda reason: -abs(reason.bits))
    ]


def rule_rows(event: Event, readings: Mapping[str, Reading]) -> list[Row]:
    """A row per claim: when and where it puts the event, in which words, by which rules."""
    return [
        {
            "Source": _source(readings.get(claim.article), claim.article),
            "When": when_words(claim.when),
            "In the words": _surfaces(claim.when.times if claim.when else ()),
            "By the rule": claim.when.rule if claim.when else None,
            "Where": place_words(claim.where[0].place.value) if claim.where else "no place",
            "In these words": _surfaces([where.place for where in claim.where]),
            "By this rule": claim.where[0].rule if claim.where else None,
        }
        for claim in event.claims
    ]


def rejected_rows(reading: Reading) -> list[Row]:
    """A row per wording that looked like something and was not taken: the words, what they looked like, why not."""
    return [
        {
            "Words": " ".join(mention.surface.split()),
            "Looks like": mention.value.kind.replace("_", " "),
            "Not taken": mention.value.reason,
        }
        for mention in reading.rejected
    ]


def problem_rows(problems: Iterable[Any]) -> list[Row]:
    """A row per file or article that could not be read."""
    return [{"File": problem.path, "Reason": problem.reason} for problem in problems]


def published_words(reading: Reading) -> str:
    """The publication date of an article and how it is known."""
    published = reading.article.published
    return f"{day_words(published.day)} ({published.basis})" if published.day else "date of publication not known"


def _counted(toll: Toll) -> str:
    if toll.high is None:
        return f"{toll.low:,} or more"
    return f"{toll.best:,}" if toll.low == toll.high else f"{toll.best:,} ({toll.low:,} to {toll.high:,})"


def _source(reading: Reading | None, article: str) -> str:
    return (reading.article.source if reading else None) or article


def _surfaces(mentions: Sequence[Mention[Any]]) -> str | None:
    return "; ".join(dict.fromkeys(" ".join(mention.surface.split()) for mention in mentions)) or None
