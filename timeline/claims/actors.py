"""Who did it, to whom, and who says so."""

import re
from collections.abc import Iterable

from timeline.claims import cues
from timeline.claims.happening import Happening
from timeline.claims.passages import Passage
from timeline.claims.telling import Telling
from timeline.model import Actor, Article, Mention, Part, PlaceKind, Span

MOST = 4
_GROUPS = (
    r"(?:forces?|troops|soldiers|army|navy|air force|militants?|rebels?|guerrillas?|insurgents?|gunm[ae]n|terrorists?|"
    r"police|officers?|separatists?|fighters?|militia(?:s|men)?|protesters?|demonstrators?|civilians?|extremists?)"
)
_DETERMINERS = r"(?:(?:an?|the|suspected|alleged|armed|masked|government|unknown)\s+)*"
_NAME = rf"{_DETERMINERS}(?:[A-Z][\w’'-]+\s+){{0,4}}(?:{_GROUPS}|[A-Z][\w’'-]+)"
_BY = re.compile(rf"\bby\s+(?P<actor>{_NAME})")
_AGAINST = re.compile(rf"^\s*(?:on|against|targeting)\s+(?P<actor>{_NAME})")


def actors_of(happening: Happening, article: Article) -> tuple[Actor, ...]:
    """Those who did it ("Russian strikes", "by suspected rebels") and those it was done to, each name once."""
    found: dict[tuple[str, Part], Actor] = {}
    for telling in happening.tellings:
        for actor in _in_telling(telling, article):
            found.setdefault((actor.mention.value, actor.part), actor)
    return tuple(found.values())[:MOST]


def speaker_of(telling: Telling, article: Article) -> Mention[str] | None:
    """The source that vouches for a telling, None where the article itself speaks."""
    for attribution in telling.passage.speakers:
        if attribution.value.scope.meets(telling.anchor):
            span = attribution.value.speaker
            return article.mention(span, attribution.rule, article.quote(span))
    return None


def _in_telling(telling: Telling, article: Article) -> Iterable[Actor]:
    passage, anchor = telling.passage, telling.anchor
    for place in passage.places:
        if place.value.kind is PlaceKind.ADJECTIVE and _leads(passage, place.span, anchor):
            yield Actor(article.mention(place.span, "adjective", place.surface), Part.BY)
    after = passage.after(anchor, cues.NEAR)
    for pattern, part in ((_BY, Part.BY), (_AGAINST, Part.AGAINST)):
        found = pattern.search(after)
        if found:
            start = anchor.end + found.start("actor")
            span = Span(anchor.field, start, start + len(found["actor"]))
            yield Actor(article.mention(span, part.value, found["actor"]), part)


def _leads(passage: Passage, adjective: Span, trigger: Span) -> bool:
    """Whether an adjective belongs to the trigger behind it, with at most two words between."""
    between = passage.between(adjective, trigger)
    return adjective.end <= trigger.start and len(between.split()) <= 2 and not re.search(r"[,.;:]", between)
