"""One article's way through all recognisers, in one process and in several, whatever its text holds."""

import itertools
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import make_article
from timeline.articles import Found
from timeline.export import to_contract
from timeline.model import Article, Problem, Reading
from timeline.pipeline import Boundary, extract, extract_all, read_inputs, reading

NEWS = """Russian missiles killed 12 people and wounded 30 in Kharkiv on Friday, police said.

Rescuers searched for survivors. In March 2022, at least 20 people were killed in the same district.
Talks are planned in Abu Dhabi on February 1."""
RULE_WORDS = """killed died wounded injured people 12 five dozens at least no one police said Friday overnight yesterday
last week June 3 2023 2 a.m. in Kyiv Paris, Texas Russian strike explosion flood talks will could denied the a of , . "
( ) \n\n - and - man 35 house on Main St. Mr. his was were shot""".split(" ")


def check_contract(line: dict[str, Any]) -> None:
    """Offsets give the text, indices point at mentions, bounds stand in order."""
    strings = {"text": line["text"], "title": line["title"] or ""}
    for mention in itertools.chain(line["times"], line["places"], line["casualties"], line["rejected"]):
        assert strings[mention["in"]][mention["start"] : mention["end"]] == mention["text"] != ""
    for time in line["times"]:
        assert (time["earliest"] or "") <= (time["latest"] or "")
    for toll in line["casualties"]:
        assert 0 <= toll["low"] <= toll["best"] <= (toll["best"] if toll["high"] is None else toll["high"])
        assert toll["part_of"] is None or toll["part_of"] < len(line["casualties"])
    for claim in line["claims"]:
        assert 0 <= claim["start"] < claim["end"] <= len(strings[claim["in"]])
        assert claim["types"]
        assert all(where["place"] < len(line["places"]) for where in claim["where"])
        assert all(toll < len(line["casualties"]) for toll in claim["tolls"])
        assert all(time < len(line["times"]) for time in (claim["when"] or {"times": []})["times"])
    assert len({claim["id"] for claim in line["claims"]}) == len(line["claims"])


def test_an_article_is_read_to_claims() -> None:
    line = to_contract(extract(make_article(NEWS)))
    check_contract(line)
    strike = next(claim for claim in line["claims"] if claim["id"] == line["main"])
    assert strike["types"][0] in {"strike", "attack"}
    assert (strike["when"]["earliest"], strike["when"]["latest"]) == ("2026-01-23", "2026-01-23")
    assert line["places"][strike["where"][0]["place"]]["name"] == "Kharkiv"
    figures = {line["casualties"][i]["harm"]: line["casualties"][i]["best"] for i in strike["tolls"]}
    assert (figures["killed"], figures["injured"]) == (12, 30)


def test_an_article_in_another_language_is_marked_and_not_read() -> None:
    article = Article(**{f: getattr(make_article(NEWS), f) for f in Article.__slots__} | {"language": "de"})
    assert extract(article) == Reading(article)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "1", "🙂", "\x00", "(" * 50, "killed killed killed"])
def test_odd_texts_are_no_errors(text: str) -> None:
    check_contract(to_contract(extract(make_article(text, published=None))))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(RULE_WORDS), max_size=60), st.sampled_from([None, "2026-01-24"]))
def test_any_order_of_rule_words_keeps_the_contract(words: list[str], published: str | None) -> None:
    half = len(words) // 3
    article = make_article(" ".join(words[half:]), published, title=" ".join(words[:half]) or None)
    check_contract(to_contract(extract(article)))


@pytest.mark.parametrize("jobs", [1, 2])
def test_readings_come_in_order_and_problems_pass(jobs: int) -> None:
    broken = Problem("b.txt", "holds no text")
    items = [make_article(NEWS, id=str(n)) for n in range(40)]
    found = list(extract_all([*items[:20], broken, *items[20:]], jobs))
    assert found[20] == broken
    assert [r.article.id for r in found if isinstance(r, Reading)] == [str(n) for n in range(40)]
    assert len({len(r.claims) for r in found if isinstance(r, Reading)}) == 1


def test_articles_are_taken_as_they_come() -> None:
    taken = []

    def stream() -> Iterator[Article]:
        for n in range(1000):
            taken.append(n)
            yield make_article("Nothing.", id=str(n))

    readings = extract_all(stream())
    next(readings)
    assert taken == [0]


def test_an_error_of_the_program_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "find_times", _fail)
    articles = [make_article("Nothing.", id=id) for id in "abc"]
    first, broken, last = extract_all(articles, boundary=Boundary.RECORD)
    assert isinstance(first, Reading)
    assert isinstance(last, Reading)
    assert isinstance(broken, Problem)
    assert "article 'b' could not be read: ZeroDivisionError" in broken.reason
    assert "test_pipeline.py, line " in broken.reason
    assert broken.trace is not None
    assert "Traceback" in broken.trace


def test_an_error_of_the_program_stops_a_test_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "find_times", _fail)
    with pytest.raises(ZeroDivisionError):
        list(extract_all([make_article("Nothing.", id="b")], boundary=Boundary.RAISE))


def test_a_bad_lexicon_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "find_times", lambda article: tomllib.loads("bad"))
    with pytest.raises(tomllib.TOMLDecodeError):
        list(extract_all([make_article("Nothing.")]))


def test_a_file_that_breaks_its_reader_costs_that_file_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("Nothing.")
    real = reading.read_file

    def read(found: Found, stdin: object) -> Iterator[Article | Problem]:
        if found.id == "b.txt":
            raise ZeroDivisionError("no page")
        return real(found, None)

    monkeypatch.setattr(reading, "read_file", read)
    first, broken, last = read_inputs([str(tmp_path)])
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(broken, Problem)
    assert "this file could not be read to its end: ZeroDivisionError: no page" in broken.reason
    with pytest.raises(ZeroDivisionError):
        list(read_inputs([str(tmp_path)], boundary=Boundary.RAISE))


def _fail(article: Article) -> list[object]:
    return [1 / (article.id != "b")][:0]
