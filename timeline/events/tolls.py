"""An event's figures: one report per independent origin, and the named rule that chooses among them.

A rule takes the reports of one harm and gives low, best and high. Nothing is averaged. To add a rule: a function and
its name in `TOLL_RULES`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from timeline.claims import tolls_of
from timeline.events.members import Member
from timeline.model import Harm, Qualifier, Sum

DEFAULT_RULE = "settled"
FEW = 10  # people: below it, reports differ because some tell of a part, and not because more were found
FRESH = timedelta(days=1)  # reports that are no older than this beside the newest count as the newest
CONSERVATIVE = {10: 10, 20: 10, 24: 12, 40: 20, 200: 100}  # ACLED reads "tens" as 10, "dozens" as 12, "hundreds" as 100


@dataclass(frozen=True, slots=True)
class Report:
    """What one claim says of one harm."""

    figure: Sum
    member: Member

    @property
    def published(self) -> date:
        """When it was published."""
        return self.member.published


TollRule = Callable[[Sequence[Report]], Sum]


def latest(reports: Sequence[Report]) -> Sum:
    """The figure of the newest reports; of those, the one that most origins give, then the highest.

    A figure that grew from day to day says so: "latest, revised from 12".
    """
    known = [report.published for report in reports if report.published != date.max]
    newest = max(known, default=date.max)
    fresh = [report for report in reports if report.published == date.max or newest - report.published <= FRESH]
    rule = f"latest, revised from {_first(reports)}" if is_revised(reports) else "latest"
    return _ranging(_commonest(fresh), fresh, rule)


def settled(reports: Sequence[Report]) -> Sum:
    """The commonest figure where few are concerned and the reports do not grow from day to day, else the latest."""
    few = all(report.figure.best < FEW for report in reports)
    differ = len({report.figure.best for report in reports}) > 1
    return commonest(reports) if few and differ and not is_revised(reports) else latest(reports)


def highest(reports: Sequence[Report]) -> Sum:
    """The highest figure."""
    return _ranging(max(reports, key=lambda report: (report.figure.best, report.member.claim.id)), reports, "highest")


def lowest(reports: Sequence[Report]) -> Sum:
    """The lowest figure."""
    return _ranging(min(reports, key=lambda report: (report.figure.best, report.member.claim.id)), reports, "lowest")


def commonest(reports: Sequence[Report]) -> Sum:
    """The figure that most independent origins give, the highest among equals."""
    return _ranging(_commonest(reports), reports, "commonest")


def conservative(reports: Sequence[Report]) -> Sum:
    """ACLED's: the lowest where reports differ, "tens" as 10, "dozens" as 12, "hundreds" as 100."""
    cautious = [replace(report, figure=_cautious(report.figure)) for report in reports]
    return replace(lowest(cautious), rule="conservative")


TOLL_RULES: dict[str, TollRule] = {
    "settled": settled,
    "latest": latest,
    "commonest": commonest,
    "highest": highest,
    "lowest": lowest,
    "conservative": conservative,
}


def reports_of(members: Iterable[Member]) -> dict[Harm, tuple[Report, ...]]:
    """By harm, the report of each origin that gives a figure; copies of one text speak once, by the latest version."""
    found: dict[Harm, dict[str, Report]] = {harm: {} for harm in Harm}
    for member in sorted(members, key=_precedence):
        for harm, figure in figures_of(member).items():
            found[harm].setdefault(member.origin, Report(figure, member))
    return {harm: tuple(reports.values()) for harm, reports in found.items() if reports}


def figures_of(member: Member) -> dict[Harm, Sum]:
    """What one claim says: the article's own figures where it is about the event."""
    return member.account.tolls if member.is_main else tolls_of(member.claim)


def count_tolls(members: Iterable[Member], rule: str = DEFAULT_RULE) -> dict[Harm, Sum]:
    """The event's figures by a rule of `TOLL_RULES`; raises `KeyError` for another name."""
    choose = TOLL_RULES[rule]
    return {harm: choose(reports) for harm, reports in reports_of(members).items()}


def is_revised(reports: Iterable[Report]) -> bool:
    """Whether the figures differ and grow from one day of publication to the next."""
    by_day: dict[date, set[int]] = {}
    for report in reports:
        by_day.setdefault(report.published, set()).add(report.figure.best)
    days = sorted(by_day)
    grows = all(max(by_day[a]) <= min(by_day[b]) for a, b in pairwise(days))
    return grows and len(days) > 1 and min(by_day[days[0]]) < max(by_day[days[-1]])


def _first(reports: Iterable[Report]) -> int:
    return min(reports, key=lambda report: (report.published, report.figure.best)).figure.best


def _precedence(member: Member) -> tuple[bool, bool, int, str]:
    return not member.is_main, member.copied, -member.published.toordinal(), member.claim.id


def _commonest(reports: Sequence[Report]) -> Report:
    weights: Counter[int] = Counter()
    for report in reports:
        weights[report.figure.best] += int(2 * report.member.weight)
    return max(reports, key=lambda report: (weights[report.figure.best], report.figure.best, report.member.claim.id))


def _ranging(chosen: Report, reports: Sequence[Report], rule: str) -> Sum:
    """The chosen figure between the lowest and the highest of the reports; no ceiling where one of them has none."""
    highs = [report.figure.high for report in reports]
    high = None if None in highs else max(value for value in highs if value is not None)
    mentions = tuple(dict.fromkeys(mention for report in reports for mention in report.figure.mentions))
    return Sum(min(report.figure.low for report in reports), chosen.figure.best, high, rule, mentions)


def _cautious(figure: Sum) -> Sum:
    vague = any(mention.value.qualifier is Qualifier.VAGUE for mention in figure.mentions)
    best = CONSERVATIVE.get(figure.best, figure.best) if vague else figure.low
    return replace(figure, low=min(best, figure.low), best=best)
