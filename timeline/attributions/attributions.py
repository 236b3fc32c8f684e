"""Attributions: which source a sentence is credited to.

An article goes in, mentions come out whose span is the speaker's words and whose value holds the span that the speaker
vouches for: the sentence, and the quotation that ends in it where it began earlier in the paragraph.
"""

import re
from functools import cache
from typing import Any

from timeline.model import Article, Attribution, Mention, Span
from timeline.spans import Range, alternation, holding, paragraphs, read_table, sentences

BEFORE, AFTER = 160, 110  # characters that are searched for a speaker on either side of a verb
_NAME = r"(?-i:[A-ZÀ-Ž][\w.’'-]*(?:\s+(?:de|del|la|al|bin|van|von|el)(?=\s))?(?:\s+[A-ZÀ-Ž][\w.’'-]*){0,4})"
_PRONOUN = r"\b(?:he|she|they)"
_OPENING, _CLOSING = "“", "”"


@cache
def table() -> dict[str, Any]:
    """The words of this package."""
    return read_table("timeline.attributions", "attributions.toml")


@cache
def _cue() -> re.Pattern[str]:
    phrases, verbs = alternation(table()["phrases"]), alternation(table()["verbs"])
    return re.compile(rf"\b(?:(?P<phrase>{phrases})|(?P<verb>{verbs}))\b", re.IGNORECASE)


@cache
def _speaker() -> str:
    sources = alternation(table()["sources"])
    article = r"(?:(?:the|a|an|his|her|their|its|one|two|some|local|state|several)\s+)"
    words = r"(?:[\w.’'-]+\s+){0,4}?"
    capital = r"(?-i:[A-ZÀ-Ž][\w.’'-]*)"
    where = rf"(?:\s+(?:for|of|at|from|with|in)\s+(?:the\s+)?(?:{capital}|\w+)(?:\s+{capital}){{0,3}})?"
    named = rf"(?:,?\s+{_NAME})?"
    role = rf"\b(?:{article}{words})?(?:(?-i:[A-Z])[\w.’'-]*\s+|\w+\s+)?{sources}\b(?:\s+{sources}\b)?{where}{named}"
    return rf"(?:{role}|{_NAME}|{_PRONOUN})"


@cache
def _speaker_before() -> re.Pattern[str]:
    helpers = alternation(table()["auxiliaries"])
    aside = r"(?:,\s[^,.;“”\"]{1,70},|,)?"
    return re.compile(rf"(?P<who>{_speaker()}{aside})\s+(?:{helpers}\s+){{0,2}}$", re.IGNORECASE)


@cache
def _speaker_after() -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<who>{_speaker()})", re.IGNORECASE)


def find_attributions(article: Article) -> list[Mention[Attribution]]:
    """The speakers of an article's title and text, by position; the rule is "said" or "according to".

    Pronouns are speakers as they stand; who they are is not looked for.
    """
    found = []
    for field, string in article.fields():
        ranges, blocks = sentences(string), paragraphs(string)
        seen: set[Range] = set()
        for cue in _cue().finditer(string):
            index = holding(ranges, cue.start())
            who = None if index is None else _who(string, ranges[index], cue)
            if index is None or who is None or who in seen:
                continue
            seen.add(who)
            scope = Span(field, *_scope(string, ranges[index], blocks))
            rule = "according to" if cue["phrase"] else "said"
            found.append(article.mention(Span(field, *who), rule, Attribution(Span(field, *who), scope)))
    return sorted(found, key=lambda mention: mention.span)


def _who(string: str, reach: Range, cue: re.Match[str]) -> Range | None:
    """The speaker's words: behind "according to"; before a verb of saying, else behind it."""
    if cue["phrase"]:
        behind = _speaker_after().match(string, cue.end(), min(reach[1], cue.end() + AFTER))
        return behind.span("who") if behind else None
    start = max(reach[0], cue.start() - BEFORE)
    before = _speaker_before().search(string[start : cue.start()])
    if before:
        return start + before.start("who"), start + before.end("who")
    if string[cue.start() - 2 : cue.start() - 1] not in (",", _CLOSING, '"', "?", "!"):
        return None
    behind = _speaker_after().match(string, cue.end(), min(reach[1], cue.end() + AFTER))
    return behind.span("who") if behind else None


def _scope(string: str, reach: Range, blocks: tuple[Range, ...]) -> Range:
    """The sentence; where a quotation ends in it that began in an earlier sentence of the paragraph, from there on."""
    block = holding(blocks, reach[0])
    if block is None:
        return reach
    sentence = string[slice(*reach)]
    closing = sentence.find(_CLOSING)
    if closing >= 0 and _OPENING not in sentence[:closing]:
        opening = string.rfind(_OPENING, blocks[block][0], reach[0])
        return (opening, reach[1]) if opening >= 0 else reach
    if sentence.count('"') % 2 and string.count('"', blocks[block][0], reach[0]) % 2:
        return string.rfind('"', blocks[block][0], reach[0]), reach[1]
    return reach
