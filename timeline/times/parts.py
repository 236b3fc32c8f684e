"""What a rule matched: the tokens, and the text around them."""

import re
from dataclasses import dataclass, replace

from timeline.times.grammar import Rule
from timeline.times.lexer import Token
from timeline.times.tense import Tense, is_planned, is_told, looks_back, tense_around

UNIT_KINDS = frozenset(
    """day_unit week_unit month_unit quarter_unit year_unit century_unit weekend unit units night nights
    unit_word""".split()
)

_NAMED = re.compile(  # what is called by a time
    r"'?\s(?:War|Wars|Battle|Rising|Rebellion|Palace|Island|Islands|Agreement|Accords?|Massacre|Olympics|Games|Park|Street"
    r"|Line|Hours|Magazine|Times|Post|News|Club)\b"
)
_GOES_ON = re.compile(r"\s(?:when|had|was|were|and|but|as|at|on|in|near|outside|inside)\b")


@dataclass(frozen=True, slots=True)
class Parts:
    """The tokens of one mention, the rule, and the article's string as given and in small letters."""

    tokens: tuple[Token, ...]
    rule: Rule
    text: str
    low: str

    def of(self, tokens: tuple[Token, ...]) -> "Parts":
        """The same rule and text with some of the tokens."""
        return replace(self, tokens=tokens)

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.tokens[-1].end

    def find(self, *kinds: str) -> Token | None:
        """The first token of one of some kinds."""
        for token in self.tokens:
            if token.kind in kinds:
                return token
        return None

    def number(self, *kinds: str) -> int | None:
        """The whole number of the first token of one of some kinds."""
        token = self.find(*kinds)
        return token.value if token is not None and isinstance(token.value, int) else None

    def word(self, *kinds: str) -> str:
        """The word of the first token of one of some kinds, empty where there is none."""
        token = self.find(*kinds)
        return self.low[token.start : token.end] if token is not None else ""

    def says(self, *kinds: str) -> str:
        """The value of the first token of one of some kinds as a string, empty where there is none."""
        token = self.find(*kinds)
        return str(token.value) if token is not None else ""

    def has(self, *kinds: str) -> bool:
        """Whether there is a token of one of some kinds."""
        return self.find(*kinds) is not None

    @property
    def unit(self) -> str:
        """The name of the last unit: "week"; empty where there is none."""
        token = next((token for token in reversed(self.tokens) if token.kind in UNIT_KINDS), None)
        if token is None:
            return ""
        return {"night": "night", "nights": "night", "weekend": "weekend"}.get(token.kind, str(token.value))

    @property
    def shift(self) -> int:
        """How many units away: last and past -1, this 0, next and coming 1."""
        if self.has("past"):
            return -1
        return next((self.number(kind) or 0 for kind in ("last", "next", "coming") if self.has(kind)), 0)

    @property
    def tense(self) -> Tense:
        """The tense of the clause."""
        return tense_around(self.low, self.start, self.end)

    @property
    def is_told(self) -> bool:
        """Whether the clause tells what happened then."""
        return is_told(self.low, self.start, self.end)

    def in_name(self, *kinds: str) -> bool:
        """Whether a word has a capital right after another word with one."""
        token = self.find(*kinds)
        if token is None or not self.capital(*kinds) or self.text[token.start : token.end].isupper():
            return False
        words = self.text[max(0, token.start - 20) : token.start].split()
        return bool(words) and words[-1][0].isupper() and words[-1].isalpha()

    @property
    def names_something(self) -> bool:
        """Whether it is part of a name: "the Seven Years' War", "the Winter Palace", "the Easter Rising"."""
        last = self.tokens[-1]
        return self.text[last.start].isupper() and bool(_NAMED.match(self.text, self.end))

    @property
    def is_planned(self) -> bool:
        """Whether the clause surely speaks of what is to come."""
        return is_planned(self.low, self.start, self.end)

    @property
    def after_following(self) -> bool:
        """Whether it opens with "following" as a preposition: "following Friday's storm"."""
        return self.low.startswith("following", self.start) and not self.before(5).endswith("the ")

    @property
    def looks_back(self) -> bool:
        """Whether the verb before it goes back behind what is told: "who had arrived in May"."""
        return looks_back(self.low, self.start, self.end)

    @property
    def ends_clause(self) -> bool:
        """Whether a clause ends after the mention."""
        rest = self.low[self.end : self.end + 2].strip()
        return not rest or rest[0] in ".,;:!?)\"'"

    @property
    def ends_phrase(self) -> bool:
        """Whether nothing after the mention is its complement: a clause ends, or goes on with other words."""
        return self.ends_clause or bool(_GOES_ON.match(self.low, self.end))

    def before(self, count: int) -> str:
        """So many characters before the mention, in small letters."""
        return self.low[max(0, self.start - count) : self.start]

    def after(self, count: int) -> str:
        """So many characters after the mention, in small letters."""
        return self.low[self.end : self.end + count]

    def capital(self, *kinds: str) -> bool:
        """Whether the first token of one of some kinds is written with a capital."""
        token = self.find(*kinds)
        return token is not None and self.text[token.start].isupper()
