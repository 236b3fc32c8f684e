"""Clusters to events: claims, linking and accounts in, a timeline out; the order of input does not matter."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from timeline.events.contradictions import find_contradictions
from timeline.events.dating import date_event, is_dated
from timeline.events.members import Account, Member
from timeline.events.placing import place_event
from timeline.events.titles import title_event
from timeline.events.tolls import DEFAULT_RULE, count_tolls
from timeline.linking import Linking
from timeline.model import ArticleAccount, Claim, Event, LeftOut, Scope, Status, Timeline

SECOND_TYPE = 0.3  # weight of a type that a claim does not name first
AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})
BARE = "no time, place or figure, and no article is about it"


def build_timeline(
    claims: Iterable[Claim], linking: Linking, accounts: Iterable[Account], toll_rule: str = DEFAULT_RULE
) -> Timeline:
    """The events of some claims by date, undated ones last, and what became of each article.

    A claim that linking does not know is an event of its own. `toll_rule` is a name of `TOLL_RULES`.
    """
    known = {account.id: account for account in accounts}
    groups = _groups(claims, linking, known)
    events = [merge(members, toll_rule) for members in groups]
    kept = [event for event, members in zip(events, groups, strict=True) if not _is_bare(event, members)]
    home = {claim.id: event.id for event in kept for claim in event.claims}
    left_out = [LeftOut(claim.id, BARE) for event in events for claim in event.claims if claim.id not in home]
    return Timeline(
        events=tuple(sorted((_with_effects(event, home) for event in kept), key=_position)),
        links=tuple(link for link in linking.links if link.left in home and link.right in home),
        articles=tuple(_account(known[name], home, linking) for name in sorted(known)),
        left_out=tuple(sorted(left_out, key=lambda item: item.claim)),
    )


def merge(members: Sequence[Member], toll_rule: str = DEFAULT_RULE) -> Event:
    """One event of claims that tell of it, in order of their ids."""
    claims = tuple(member.claim for member in members)
    when, places, types = date_event(members), place_event(members), _types(members)
    where = places[0] if places else None
    return Event(
        id=claims[0].id,
        title=title_event(members, types, when, where),
        types=types,
        status=_status(members),
        scope=Scope.AGGREGATE if all(claim.scope is Scope.AGGREGATE for claim in claims) else Scope.INCIDENT,
        claims=claims,
        articles=tuple(sorted({claim.article for claim in claims})),
        sources=tuple(sorted({member.account.source for member in members if member.account.source})),
        origins=len({member.origin for member in members}),
        when=when,
        where=where,
        places=places,
        tolls=count_tolls(members, toll_rule),
        contradictions=find_contradictions(members),
    )


def _groups(claims: Iterable[Claim], linking: Linking, known: Mapping[str, Account]) -> list[list[Member]]:
    label = {claim: group[0] for group in linking.clusters for claim in group}
    groups: defaultdict[str, list[Member]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        account = known.get(claim.article, Account(claim.article))
        copied = claim.article in linking.copies.copy_of
        member = Member(claim, account, linking.copies.origin(claim.article), copied)
        groups[label.get(claim.id, claim.id)].append(member)
    return list(groups.values())


def _is_bare(event: Event, members: Sequence[Member]) -> bool:
    """Whether one sentence alone hints at it; what is plainly said to be coming or possible needs no time or place."""
    placed = event.where is not None or is_dated(event.when) or event.tolls
    if placed or len(members) > 1 or any(member.is_main for member in members):
        return False
    return event.status not in AHEAD or members[0].claim.trigger.value.weak


def _types(members: Iterable[Member]) -> tuple[str, ...]:
    votes: Counter[str] = Counter()
    for member in members:
        for n, kind in enumerate(member.claim.types):
            votes[kind] += round(10 * member.weight * (SECOND_TYPE if n else 1.0))
    return tuple(sorted(votes, key=lambda kind: (-votes[kind], kind)))


def _status(members: Iterable[Member]) -> Status:
    """The status that most claims give, the surest among equals."""
    votes = Counter(member.claim.status for member in members)
    return min(votes, key=lambda status: (-votes[status], list(Status).index(status)))


def _with_effects(event: Event, home: Mapping[str, str]) -> Event:
    effects = {home[claim] for told in event.claims for claim in told.led_to if claim in home} - {event.id}
    return replace(event, led_to=tuple(sorted(effects)))


def _position(event: Event) -> tuple[datetime, str]:
    return (event.when.outer.start if event.when else datetime.max, event.id)


def _account(account: Account, home: Mapping[str, str], linking: Linking) -> ArticleAccount:
    return ArticleAccount(
        id=account.id,
        main_event=home.get(account.main) if account.main else None,
        tolls=account.tolls,
        copy_of=linking.copies.copy_of.get(account.id),
        version_of=linking.copies.version_of.get(account.id),
    )
