"""When a sentence goes on about an event told before and when it opens another: points for and against.

A happening and a telling go in, points come out. The features are here, what each is worth is in `claims.toml`.
"""

from collections.abc import Callable

from timeline.claims.cues import table
from timeline.claims.days import is_held, is_next_day, other_day, shares_day
from timeline.claims.happening import Happening, stated_days, stated_places
from timeline.claims.kinds import (
    are_compatible,
    gap_days,
    hints_at_harm,
    is_brought,
    is_harmful,
    tells_brought,
)
from timeline.claims.names import words_of
from timeline.claims.sites import apart, same_place
from timeline.claims.telling import Telling
from timeline.claims.totals import goes_on_in_sum
from timeline.model import Place, Status

NAME = "name:"
REACH = 6  # sentences that count as near
FACTS = frozenset({Status.HAPPENED, Status.ONGOING})
MADE = frozenset({Status.PLANNED, Status.POSSIBLE})


def affinity(happening: Happening, telling: Telling) -> float:
    """Points for (above 0) or against one happening, before it is joined; the features and their points are a table."""
    if not _may_join(happening, telling):
        return float("-inf")
    points = table()["joining"]
    needed = points["needed_harmful" if happening.harms else "needed_other"]
    return float(sum(points[name] * feature(happening, telling) for name, feature in FEATURES.items()) - needed)


def _may_join(happening: Happening, telling: Telling) -> bool:
    """Whether type, status and scope allow it at all."""
    if not (are_compatible(happening.known_types, telling.types) or _hints_at(happening, telling)):
        return False
    if happening.last.passage.span == telling.passage.span:
        return False  # one sentence keeps apart what it tells apart
    statuses = {told.status for told in happening.known} | {telling.status}
    scopes = {told.scope for told in happening.known} | {telling.scope}
    if len(scopes) > 1 and not (telling.definite and telling.tolls == ()):
        return False
    return statuses <= FACTS or statuses <= MADE or len(statuses) == 1


def _hints_at(happening: Happening, telling: Telling) -> bool:
    """Whether only words such as "struck" and "killed" tell of it: they may speak of whatever harms."""
    hints = hints_at_harm(telling.types) or (telling.weak and is_harmful(telling.types))
    return (hints or _is_brought(telling)) and happening.harms


def _is_brought(telling: Telling) -> bool:
    """Whether it tells of nothing but how many an event displaced or how many were rescued from it."""
    brought = telling.weak and is_brought(telling.types)
    return brought and any(map(tells_brought, telling.tolls))


def _same_type(happening: Happening, telling: Telling) -> bool:
    return happening.types[0] == telling.types[0]


def _points_back(_: Happening, telling: Telling) -> bool:
    return telling.definite


def _needs_company(_: Happening, telling: Telling) -> bool:
    return telling.weak


def _is_bare(_: Happening, telling: Telling) -> bool:
    return not telling.places and not any(stated_days(telling))


def _is_near(happening: Happening, telling: Telling) -> bool:
    return telling.passage.index - happening.last.passage.index <= REACH or happening.last.passage.in_title


def _is_lead(happening: Happening, _: Telling) -> bool:
    return _opens(happening)


def _opens(happening: Happening) -> bool:
    first = happening.tellings[0].passage
    return first.in_title or first.paragraph == 0


def _shares_place(happening: Happening, telling: Telling) -> bool:
    return any(same_place(place, where.place.value) for where in telling.places for place in happening.places())


def _other_site(happening: Happening, telling: Telling) -> bool:
    """Both stand behind prepositions of place, and neither can be the other; what lasts may move on."""
    if gap_days(happening.types) > 1:
        return False
    return _all_apart(list(happening.places("stands")), list(stated_places(telling, "stands")))


def _other_name(happening: Happening, telling: Telling) -> bool:
    if _other_site(happening, telling):
        return False
    return _all_apart(list(happening.places()), list(stated_places(telling)))


def _all_apart(places: list[Place], own: list[Place]) -> bool:
    return bool(places and own) and all(apart(place, other) for place in places for other in own)


def _shares_person(happening: Happening, telling: Telling) -> bool:
    known = {key for told in happening.known for toll in told.tolls for key in toll.value.keys if ":" in key}
    return any(key in known for toll in telling.tolls for key in toll.value.keys)


def _names_victim(happening: Happening, telling: Telling) -> bool:
    """The sentence names a victim of the happening, and counts nobody itself."""
    if telling.tolls or not is_harmful(happening.types):
        return False
    victims = {key for told in happening.known for toll in told.tolls for key in toll.value.keys}
    named = words_of(telling.passage.text)
    return any(key.startswith(NAME) and key.removeprefix(NAME) in named for key in victims)


def _is_unnamed(happening: Happening, telling: Telling) -> bool:
    """It "happened", "was reported": no word says what, and what happens harms."""
    return telling.types == ("other",) and happening.harms


def _is_novel(_: Happening, telling: Telling) -> bool:
    return telling.novel


def _goes_on(happening: Happening, telling: Telling) -> bool:
    """It names no time or place, and the sentence before it in its paragraph set the happening apart from others."""
    return happening.last.novel and telling.passage.follows(happening.last.passage) and _is_bare(happening, telling)


def _other_past(happening: Happening, telling: Telling) -> bool:
    """One is told as an older event and the other is not; where an old deed leads, what states no time may be of it."""
    old = _leads_with_past(happening)
    if _is_open(telling) or (old and _is_undated(telling)) or is_held(happening, telling):
        return False
    told_when = [told for told in happening.known if not (_is_open(told) or (old and _is_undated(told)))]
    return bool(told_when) and all(told.past != telling.past for told in told_when)


def _beside_past(happening: Happening, telling: Telling) -> bool:
    """It states no time, and the article leads with an old deed."""
    return _leads_with_past(happening) and _is_undated(telling) and not _is_open(telling)


def _leads_with_past(happening: Happening) -> bool:
    return _opens(happening) and any(told.past and told.times for told in happening.known)


def _is_open(telling: Telling) -> bool:
    """Whether it leaves open when the deed was that somebody is arrested or tried for."""
    return telling.retold and not telling.times


def _is_undated(telling: Telling) -> bool:
    return not telling.past and not telling.times


def _shares_name(happening: Happening, telling: Telling) -> bool:
    return bool(happening.names & telling.names)


def _other_name_borne(happening: Happening, telling: Telling) -> bool:
    return bool(happening.names and telling.names) and not _shares_name(happening, telling)


FEATURES: dict[str, Callable[[Happening, Telling], bool]] = {
    "same_type": _same_type,
    "points_back": _points_back,
    "needs_company": _needs_company,
    "is_bare": _is_bare,
    "is_near": _is_near,
    "is_lead": _is_lead,
    "shares_day": shares_day,
    "is_next_day": is_next_day,
    "other_day": other_day,
    "shares_place": _shares_place,
    "other_site": _other_site,
    "other_name": _other_name,
    "shares_person": _shares_person,
    "names_victim": _names_victim,
    "is_unnamed": _is_unnamed,
    "is_novel": _is_novel,
    "goes_on": _goes_on,
    "other_past": _other_past,
    "beside_past": _beside_past,
    "shares_name": _shares_name,
    "other_name_borne": _other_name_borne,
    "sums_up": goes_on_in_sum,
}
