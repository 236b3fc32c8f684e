"""Which rules match at a token: kinds of tokens go in, one character each, the rules that begin there come out.

Most runs are a word or two that no rule begins with; those are known as a whole and cost no more than a look.
"""

from functools import lru_cache

from timeline.times.grammar import Rule, grammar
from timeline.times.lexer import Run

LONGEST_RULE = 18  # tokens
SHORT = 4  # tokens of a run that is known as a whole
Ranges = tuple[tuple[int, int], ...]
Match = tuple[Rule, int, Ranges]


def kinds_of(run: Run) -> str:
    """A character for the kind of each token."""
    characters = grammar().characters
    return "".join([characters[token.kind] for token in run])


def matches_at(kinds: str, at: int) -> tuple[Match, ...]:
    """The rules that match at a token, the longest first: each with its length and its mentions' ranges, in tokens."""
    return _matches(kinds[at : at + LONGEST_RULE])


@lru_cache(maxsize=8192)
def is_idle(kinds: str) -> bool:
    """Whether the run is short and no rule matches anywhere in it."""
    return len(kinds) <= SHORT and not any(_matches(kinds[at:]) for at in range(len(kinds)))


@lru_cache(maxsize=32768)
def _matches(kinds: str) -> tuple[Match, ...]:
    found: list[Match] = []
    for rule in grammar().beginning.get(kinds[:1], ()):
        match = rule.pattern.match(kinds)
        if match is not None:
            count = rule.pattern.groups
            spans = tuple(match.span(n) for n in range(1, count + 1))
            ranges = tuple(span for span in spans if span[0] >= 0) or (match.span(),)
            found.append((rule, match.end(), ranges))
    return tuple(sorted(found, key=lambda item: -item[1]))
