"""Reading one run of tokens: which rules compete at a token, and what the winner means.

Only this module knows that the longest rule which makes sense wins, how "early" or "the end of" is put before a time,
and how a time of day and its day become one mention.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from timeline.model import Grain, Timex, TimexType
from timeline.times import almanac, dayparts, hours
from timeline.times.ancient import ANCIENT
from timeline.times.grammar import Rule
from timeline.times.lexer import Run
from timeline.times.matching import Match, is_idle, kinds_of, matches_at
from timeline.times.parts import Parts
from timeline.times.productions import PRODUCTIONS
from timeline.times.scene import Scene

PREFIX, NOTHING = "prefix", "nothing"
OUTSIDE = ("weekday",)  # "Earlier Friday" narrows the day, and is no part of its name; nor is "about Friday"
PARTS_ALONE = frozenset({"other_part", "overnight"})
DAYS = frozenset({"month_day", "full_date", "numeric_day", "iso_day"})  # one mention with their time of day
WITHOUT_YEAR = frozenset({"month_day", "month", "season", "part_of_date"})
WITH_YEAR = frozenset({"full_date", "month_year", "season_year"})
PARTNERS = frozenset({"-", "/", "to", "and", "or", "through", "until"})
ASIDES = frozenset({"unit_shifted", "the_unit", "decade", "century", "told_period"})  # a narrative stays where it is


@dataclass(frozen=True, slots=True)
class Page:
    """A string as given, and in small letters."""

    text: str
    low: str


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens [first, last) of a run that a rule read; without a meaning where they must not be read as a time."""

    first: int
    last: int
    rule: Rule
    timex: Timex | None


def read_run(run: Run, page: Page, scene: Scene) -> tuple[list[Found], Scene]:
    """What a run's expressions mean, and the scene after them."""
    kinds = kinds_of(run)
    return ([], scene) if is_idle(kinds) else RunReader(run, kinds, page).read(scene)


class RunReader:
    """Reads a run, whose kinds stand as characters, from left to right."""

    def __init__(self, run: Run, kinds: str, page: Page) -> None:
        self._run = run
        self._kinds = kinds
        self._page = page

    def read(self, scene: Scene) -> tuple[list[Found], Scene]:
        """What the run's expressions mean, and the scene after them."""
        found: list[Found] = []
        at = 0
        while at < len(self._run):
            if not matches_at(self._kinds, at):
                at += 1
                continue
            scene = scene if scene.course is None else scene.standing(self._run[at].start)
            here = self._read_at(at, scene)
            for item in here:
                if item.timex is not None:
                    scene = scene if self._is_aside(item, scene) else scene.after(item.timex)
            found += here
            at = here[-1].last if here else at + 1
        return found, scene

    def _is_aside(self, item: Found, scene: Scene) -> bool:
        """Whether a narrative stays where it is."""
        if not scene.narrative:
            return False
        if scene.course is not None and self._run[item.first].start in scene.course.asides:
            return True
        onward = any(token.kind == "next" for token in self._run[item.first : item.last])
        return item.rule.makes in ASIDES and not onward

    def _read_at(self, at: int, scene: Scene) -> list[Found]:
        here = self._best(at, scene)
        if here and here[0].rule.makes == "clock_range":
            return self._range_with_day(here, scene)
        if len(here) != 1 or here[0].timex is None:
            return here
        if here[0].rule.makes == "clock":
            return self._range(here[0], scene) or self._with_day(here[0], scene)
        if here[0].rule.makes in PARTS_ALONE:
            return self._part_with_day(here[0], scene)
        if here[0].rule.makes in DAYS:
            here = self._with_clock(here[0], scene)
        return self._with_year(here, at, scene) if here[0].rule.makes in WITHOUT_YEAR else here

    def _best(self, at: int, scene: Scene) -> list[Found]:
        matches = matches_at(self._kinds, at)
        longest: Found | None = None
        for match in matches:
            prefixed = self._prefixed(match, at, scene) if match[0].makes == PREFIX else None
            if prefixed is not None and (longest is None or prefixed.last > longest.last):
                longest = prefixed
        for match in matches:
            if longest is not None and at + match[1] < longest.last:
                return [longest]
            made = self._make(match, at, scene)
            if made:
                return made
        return [longest] if longest is not None else []

    def _make(self, match: Match, at: int, scene: Scene) -> list[Found]:
        rule, length, ranges = match
        if rule.makes == PREFIX:
            return []
        if rule.makes == NOTHING:
            return [Found(at, at + length, rule, None)]
        tokens = tuple(self._run[at : at + length])
        parts = Parts(tokens, rule, self._page.text, self._page.low)
        long_ago = ANCIENT[rule.makes](parts, scene) if scene.ancient and rule.makes in ANCIENT else None
        made = PRODUCTIONS[rule.makes](parts, scene) if long_ago is None else long_ago
        if made is None:
            return []
        if made == ():
            return [Found(at, at + length, rule, None)]
        if isinstance(made, Timex):
            return [Found(at, at + length, rule, made)]
        pairs = zip(ranges, made, strict=True)
        return [Found(at + first, at + last, rule, timex) for (first, last), timex in pairs]

    def _prefixed(self, match: Match, at: int, scene: Scene) -> Found | None:
        """The time after a prefix, narrowed to the part that the prefix names."""
        _, length, _ = match
        inner = self._plain(at + length, scene)
        if inner is None or inner.timex is None or not _can_be_narrowed(inner.timex):
            return None
        token = next((t for t in self._run[at : at + length] if t.kind in ("early", "edge", "later", "latter")), None)
        timex = inner.timex
        if token is not None:
            late = token.value in ("later", "late", "latter")
            timex = hours.third(timex, "mid" if token.value == "mid" else "late" if late else "early")
        outside = self._run[at].kind in ("later", "circa") and self._run[at + length].kind in OUTSIDE
        return Found(at + length if outside else at, inner.last, inner.rule, timex)

    def _plain(self, at: int, scene: Scene) -> Found | None:
        for match in matches_at(self._kinds, at) if at < len(self._run) else ():
            made = self._make(match, at, scene)
            if made:
                return made[0] if len(made) == 1 else None
        return None

    def _with_year(self, here: list[Found], at: int, scene: Scene) -> list[Found]:
        """A date without a year takes the year of its partner: "June to August 2019", "26 June - 4 August 1952"."""
        after = here[0].last
        if after + 1 >= len(self._run) or self._run[after].kind not in PARTNERS:
            return here
        partner = self._best(after + 1, scene)
        if len(partner) != 1 or partner[0].rule.makes not in WITH_YEAR or partner[0].timex is None:
            return here
        days = partner[0].timex.interval
        for year in (days.first.year, days.first.year - 1) if days else ():
            dated = self._best(at, replace(scene, narrative=True, told=almanac.year(year)))
            if dated and dated[0].timex and dated[0].timex.interval and days and dated[0].timex.interval <= days:
                return dated
        return here

    def _with_day(self, found: Found, scene: Scene) -> list[Found]:
        """A time of day takes the day after it: as one mention, but for a weekday after "on" and any after "of"."""
        at = self._past(found.last, ",", "on")
        of = at == found.last < len(self._run) and self._run[at].kind == "of"
        day = self._plain(at + of, scene)
        if day is None or not _is_day(day.timex) or found.timex is None or day.timex is None:
            return [found]
        timex = hours.on_day(found.timex, day.timex)
        if not of and (at == found.last or day.rule.makes in DAYS):
            return [replace(found, timex=timex, last=day.last)]
        return [replace(found, timex=timex), day]

    def _part_with_day(self, found: Found, scene: Scene) -> list[Found]:
        """A part of a day takes the day after it, and the word "hours": "the early morning hours of Sunday"."""
        hours_at = found.last < len(self._run) and self._run[found.last].value == "hour"
        end = found.last + hours_at
        at = self._past(end, ",", "on")
        of = at == end < len(self._run) and self._run[at].kind == "of"
        day = self._plain(at + of, scene)
        if day is None or day.timex is None or day.timex.interval is None or day.timex.grain is not Grain.DAY:
            return [replace(found, last=end)]
        timex = dayparts.of_day(found.timex, day.timex) if found.timex else None
        if of or at == end:
            return [replace(found, timex=timex, last=day.last)]
        return [replace(found, timex=timex, last=end), day]

    def _range(self, found: Found, scene: Scene) -> list[Found]:
        """Two times of day, both of the day after the second: "between 3 a.m. and 9 a.m. on 5 June"; else nothing.

        The first is of the evening before where it is later.
        """
        if found.last + 1 >= len(self._run) or self._run[found.last].kind not in PARTNERS or found.timex is None:
            return []
        second = self._best(found.last + 1, scene)
        last = self._with_day(second[0], scene) if len(second) == 1 and second[0].rule.makes == "clock" else []
        if not last or last == second or last[0].timex is None or last[0].timex.interval is None:
            return []
        first = hours.on_day(found.timex, almanac.day(last[0].timex.interval.first))
        if first.interval and first.interval > last[0].timex.interval:
            first = hours.on_day(first, almanac.day(first.interval.first - timedelta(days=1)))
        return [replace(found, timex=first), *last]

    def _with_clock(self, day: Found, scene: Scene) -> list[Found]:
        """A day of a month takes the time of day after it, as one mention."""
        clock = self._best(self._past(day.last, ",", "at"), scene)
        if len(clock) != 1 or clock[0].rule.makes != "clock" or not _is_day(day.timex):
            return [day]
        timex = hours.on_day(clock[0].timex, day.timex) if clock[0].timex and day.timex else None
        return [replace(clock[0], first=day.first, timex=timex)]

    def _range_with_day(self, here: list[Found], scene: Scene) -> list[Found]:
        """Two times of day are both of the day after the second."""
        first, (last, *day) = here[0], self._with_day(here[1], scene)
        if first.timex is None or last.timex is None or last == here[1]:
            return here
        return [replace(first, timex=hours.on_day(first.timex, last.timex)), last, *day]

    def _past(self, at: int, *kinds: str) -> int:
        """The place after one token each of some kinds, where they stand."""
        for kind in kinds:
            at += at < len(self._run) and self._run[at].kind == kind
        return at


def _is_day(timex: Timex | None) -> bool:
    """Whether a time of day can be told of it."""
    return timex is not None and timex.interval is not None and timex.grain in (Grain.DAY, Grain.PART)


def _can_be_narrowed(timex: Timex) -> bool:
    """Dates and times are; lengths, sets and references like "now" are not."""
    return timex.type in (TimexType.DATE, TimexType.TIME) and not str(timex.value).endswith("_REF")
