"""Marking boilerplate: an article's title and text in, spans with the rules that found them out.

Lists of other articles come first, for their lines look like an article's own; then single lines, then sentences in
paragraphs, then what is said twice. No two marks overlap.
"""

from timeline.articles.boilerplate.lines import rule_of_line, rule_of_sentence
from timeline.articles.boilerplate.lists import find_lists
from timeline.articles.boilerplate.repeats import find_repeats, plain
from timeline.model import Boilerplate, Span
from timeline.spans import Range, holding, paragraphs, sentences

HEAD_LINES = 3  # among which a text repeats its title


def find_boilerplate(text: str, title: str | None = None) -> tuple[Boilerplate, ...]:
    """The parts of a text that are not its own prose, in order of position; the first of two copies is kept.

    >>> [mark.rule for mark in find_boilerplate("By Jane Doe\\nSix died.\\nMost popular\\nBridge shut")]
    ['byline', 'related articles']
    """
    marks = _of_lines(text, paragraphs(text), title)
    marked = tuple(sorted(marks))
    passages = [passage for passage in sentences(text) if holding(marked, passage[0]) is None]
    marks |= {span: rule for span in passages if (rule := rule_of_sentence(text[slice(*span)]))}
    own = [passage for passage in passages if passage not in marks]
    marks |= dict.fromkeys(find_repeats(text, own), "repeated passage")
    return tuple(Boilerplate(Span("text", *span), marks[span]) for span in sorted(marks))


def _of_lines(text: str, lines: tuple[Range, ...], title: str | None) -> dict[Range, str]:
    words = [text[start:end] for start, end in lines]
    marks: dict[Range, str] = {}
    listed: set[int] = set()
    for (first, end), name in find_lists(words):
        marks[lines[first][0], lines[end - 1][1]] = name
        listed.update(range(first, end))
    for at, line in enumerate(words):
        if at not in listed and (rule := _rule(line, at, title)):
            marks[lines[at]] = rule
    return marks


def _rule(line: str, at: int, title: str | None) -> str | None:
    if title and at < HEAD_LINES and plain(line) == plain(title):
        return "repeated title"
    return rule_of_line(line)
