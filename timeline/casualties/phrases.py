"""Phrases of harm: who was harmed, by which word.

A sentence's tokens go in, findings come out: a phrase about people, the word of harm that is said of them, and the name
of the phrase that joined the two. The phrases are in `casualties.toml`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from timeline.casualties.counts import Count, hedged
from timeline.casualties.lexicon import kind, table
from timeline.casualties.people import People, find_people, spell
from timeline.casualties.tokens import Token
from timeline.model import Harm, Qualifier, Unit

SINGLE = ("single", "name", "pronoun", "old", "another")
AGREEING = ("single", "name", "old")  # shapes of one person of whom a plural verb cannot be said
PLURAL_VERBS = ("were", "are ", "have ")
BODILY = 5  # words behind a name in which a part of a body tells that it is somebody's
PAIR = hedged("at_least", 2)
BORROWING = ("inherits", "elsewhere", "named")  # demands of phrases that borrow from the word of harm before them
HOUSEHOLD_HARMS = (Harm.AFFECTED, Harm.DISPLACED, Harm.EVACUATED, Harm.HOMELESS, Harm.RESCUED)
COUNTS = ("zero", "one", "own", "deed")  # demands of phrases that count without a phrase about people


@dataclass(frozen=True, slots=True)
class Chunk:
    """A token, or a phrase about people in place of its tokens; `first` and `last` count tokens."""

    letter: str
    first: int
    last: int
    people: People | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of the table, compiled; `demands` is what it asks of its phrase about people, or what it counts itself.

    "fresh": people of whom nothing was found yet, in no toll that may yet come; "bare": a number without a noun;
    "noun": anything but a pronoun; "hostages": people called so; "agreeing": such as the verb can be said of;
    "several": more than one; "bodily": no name but one with a part of a body behind it; "certain": no number before an
    unknown plural; "single": one person; "inherits": none, for that of the word of harm before it counts; "elsewhere":
    its own, for the harm told before it; "named": so too, before a proper name; "zero" and "one" count so many; "deed":
    at least one, where a deed follows; "own": the word of harm says how many.
    """

    id: str
    source: re.Pattern[str]
    demands: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Who is said to be harmed and by which token; `who` is None where a phrase says that nobody was."""

    rule: str
    harm: Token
    who: People | None
    at: int  # chunk of the word of harm
    whom: int  # chunk of those harmed
    count: Count | None = None  # where the phrase counts by itself
    whole: "Finding | None" = None  # the figure that contains this one


@cache
def patterns() -> tuple[Pattern, ...]:
    """The phrases, in the order in which they are tried."""
    return tuple(
        Pattern(row["id"], re.compile(marked(row["pattern"])), row.get("demands", "")) for row in table()["phrase"]
    )


def marked(pattern: str) -> str:
    """A pattern of the table as an expression over letters, with groups `who` for $ and `harm` for @."""
    named = re.sub(r"\$(PEOPLE|NONE)", r"(?P<who>\1)", pattern)
    named = re.sub(r"@(\(\?:[^()]*\)|[A-Z]+)", r"(?P<harm>\1)", named)
    return spell(named)


def chunks(words: Sequence[Token]) -> list[Chunk]:
    """The tokens of a sentence with its phrases about people drawn together."""
    found, position = [], 0
    for people in find_people(words):
        found += [Chunk(words[n].letter, n, n) for n in range(position, people.first)]
        if people.shape == "place":
            found += [Chunk(words[n].letter, n, n) for n in range(people.first, people.last + 1)]
        else:
            found.append(Chunk(_letter(people), people.first, people.last, people))
        position = people.last + 1
    return found + [Chunk(words[n].letter, n, n) for n in range(position, len(words))]


def _letter(people: People) -> str:
    if people.count is None:
        return kind("UNCOUNTED")
    return kind("NONE" if people.count.high == 0 else "PEOPLE")


def findings(words: Sequence[Token], parts: Sequence[Chunk]) -> dict[int, Finding]:
    """What the phrases with people of their own find in a sentence, by the chunk of the word of harm."""
    letters = spelling(parts)
    found: dict[int, Finding] = {}
    for pattern in patterns():
        for match in pattern.source.finditer(letters) if pattern.demands not in BORROWING else ():
            at = match.start("harm")
            if at in found:
                continue
            whom = at if pattern.demands in COUNTS else match.start("who")
            used = pattern.demands == "fresh" and (
                any(finding.whom == whom for finding in found.values()) or _is_feared(words, parts[at:whom])
            )
            if not used and _fits(pattern, words, parts, match):
                harm = _to_death(
                    word_of_harm(words, parts[at].first), words[parts[whom].last + 1 : parts[whom].last + 2]
                )
                who = _exceeded(_agreeing(parts[whom].people, words, parts[whom:at]), words)
                found[at] = Finding(pattern.id, harm, who, at, whom, _own_count(pattern, harm))
    return found


def _agreeing(who: People | None, words: Sequence[Token], parts: Sequence[Chunk]) -> People | None:
    """Those harmed; where a plural verb is said of one person, they are the last of a list that was not understood."""
    if who is None or who.shape not in AGREEING or any(part.letter == kind("WHO") for part in parts):
        return who
    verbs = [words[part.first].key for part in parts if part.letter == kind("BE")]
    return replace(who, count=PAIR) if verbs and verbs[-1].startswith(PLURAL_VERBS) else who


def _exceeded(who: People | None, words: Sequence[Token]) -> People | None:
    """Those harmed; more than their number where a toll is said to have passed it."""
    if who is None or who.count is None or who.count.qualifier is not Qualifier.EXACT or not who.first:
        return who
    above = words[who.first - 1].key in table()["exceeding"]["words"]
    return replace(who, count=hedged("more_than", who.count.best)) if above else who


def spelling(parts: Sequence[Chunk]) -> str:
    """The letters of a sentence's chunks, one for each."""
    return "".join(part.letter for part in parts)


def _fits(pattern: Pattern, words: Sequence[Token], parts: Sequence[Chunk], match: re.Match[str]) -> bool:
    """Whether a phrase about people is such as the pattern demands."""
    at = match.start("harm")
    if pattern.demands in COUNTS:
        return pattern.demands != "deed" or _names_deed(words, parts[at].first)
    whom = match.start("who")
    who = parts[whom].people
    if who is None or _disagrees(who, words, parts[whom:at]):
        return False
    if who.unit is Unit.HOUSEHOLDS and words[parts[at].first].word.harm not in HOUSEHOLD_HARMS:
        return False
    if pattern.demands == "gunning":
        return words[parts[at].first].key in table()["gunning"]["words"] and _are_many(who)
    return _meets(pattern.demands, who, words, parts[whom:at])


def _meets(demands: str, who: People, words: Sequence[Token], parts: Sequence[Chunk]) -> bool:
    """Whether those harmed, and what stands between them and the word of harm, are such as is demanded."""
    if demands == "hostages":
        return bool(who.keys & {"hostage", "captive", "prisoner"})
    if demands in ("several", "many"):
        return _are_many(who) and (demands == "many" or who.shape in ("counted", "bare", "unknown"))
    if demands == "agreeing":
        return _agrees(who, words, parts)
    if demands == "bodily":
        behind = words[who.last + 1 : who.last + 1 + BODILY]
        return who.shape != "name" or any(token.key in table()["struck"]["parts"] for token in behind)
    if demands == "certain":
        return who.shape != "bare" or not _counts_things(words[who.last + 1 : who.last + 2])
    shapes = {"noun": who.shape != "pronoun", "bare": who.shape == "bare", "single": who.shape in SINGLE}
    return shapes.get(demands, True)


def _are_many(who: People) -> bool:
    return who.count is not None and who.count.best > 1


def _to_death(harm: Token, behind: Sequence[Token]) -> Token:
    """The word of harm; it tells of a death where "to death" stands behind those harmed."""
    if harm.word.harm is not Harm.INJURED or not any(token.key in table()["fatal"]["endings"] for token in behind):
        return harm
    return replace(harm, word=replace(harm.word, harm=Harm.KILLED, shot=False))


def _names_deed(words: Sequence[Token], at: int) -> bool:
    """Whether a deed follows the adjective at a token soon."""
    deadly = table()["deadly"]
    return any(token.key in deadly["deeds"] for token in words[at + 1 : at + 1 + deadly["reach"]])


def _is_feared(words: Sequence[Token], parts: Sequence[Chunk]) -> bool:
    """Whether a toll is one that may yet come ("could reach 20,000")."""
    return any(words[part.first].key in table()["fears"]["words"] for part in parts)


def _disagrees(who: People, words: Sequence[Token], parts: Sequence[Chunk]) -> bool:
    """Whether several are counted and a verb farther on is in the singular ("who shot 4, a boy too, is dead")."""
    if who.shape not in ("counted", "bare") or who.count is None or who.count.best < 2:
        return False
    verbs = [words[part.first].key for part in parts if part.letter == kind("BE")]
    beside = all(part.letter in (kind("BE"), kind("HAVE"), kind("ADVERB")) for part in parts[1:])
    return bool(verbs) and not beside and verbs[-1].split()[0] in ("was", "is")


def _agrees(who: People, words: Sequence[Token], parts: Sequence[Chunk]) -> bool:
    """Whether the verb is in the number of those of whom it is said."""
    plural = any(words[part.first].key.split()[0] in ("were", "are", "have") for part in parts)
    return plural != (who.shape in SINGLE)


def _counts_things(following: Sequence[Token]) -> bool:
    """Whether a number stands before an unknown plural."""
    return any(token.letter == kind("WORD") and token.key.endswith("s") for token in following)


def _own_count(pattern: Pattern, harm: Token) -> Count | None:
    if pattern.demands == "own":
        number = int(harm.word.base.rstrip("+"))
        return hedged("at_least" if harm.word.base.endswith("+") else "", number)
    return {"zero": hedged("", 0), "one": hedged("", 1), "deed": hedged("at_least", 1)}.get(pattern.demands)


def word_of_harm(words: Sequence[Token], at: int) -> Token:
    """The token; behind or before "fatally" it tells of a death."""
    token, beside = words[at], [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
    if token.key in table()["gunning"]["words"]:
        return replace(token, word=replace(token.word, harm=Harm.INJURED, shot=True))
    if token.word.harm is Harm.INJURED and any(word.key in table()["fatal"]["adverbs"] for word in beside):
        return replace(token, word=replace(token.word, harm=Harm.KILLED, shot=False))
    return token
