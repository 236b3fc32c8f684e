"""Every format and encoding gives the text as it stands, and what cannot be read is a problem of its own."""

import io
from pathlib import Path

import pytest

from timeline.articles import READERS, Found, Record, article_of, find_files, read_articles
from timeline.model import Article, Basis, Problem, Severity

FILES = Path(__file__).parent / "files"
SEEDS = Path(__file__).parent.parent / "seeds"
MAYOR = (
    "The mayor’s office said that six people died when a lorry hit a café near the bridge on Monday evening.\r\n"
    "Two more were hurt.\n"
)


def read(name: str) -> list[Article | Problem]:
    return list(read_articles([str(FILES / name)]))


def one(name: str) -> Article:
    (found,) = read(name)
    assert isinstance(found, Article)
    return found


def problem(name: str) -> Problem:
    (found,) = read(name)
    assert isinstance(found, Problem)
    return found


@pytest.mark.parametrize("name", ["utf8.txt", "utf8-mark.txt", "utf16.txt", "windows-1252.txt"])
def test_encodings_give_one_text(name: str) -> None:
    article = one(name)
    assert article.text == MAYOR
    assert (article.id, article.title, article.language) == (name, None, "en")


def test_other_alphabets_are_detected_and_marked() -> None:
    article = one("windows-1251.txt")
    assert article.text.startswith("В понедельник")
    assert article.language == "ru"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("empty.txt", "is empty"), ("picture.txt", "binary"), ("broken.md", "no YAML"), ("notes.pdf", "format")],
)
def test_unreadable_files_are_problems(name: str, reason: str) -> None:
    assert reason in problem(name).reason
    assert problem(name).path.endswith(name)


def test_pages_keep_captions_and_leak_no_scripts() -> None:
    article = one("page.html")
    assert "SECRET" not in article.text
    assert "café near the bridge on Saturday, the mayor’s office said, & two" in article.text
    assert article.text.count("A lorry lies on its side") == 1
    assert (article.title, article.source) == ("Six die at bridge", "The Example")
    assert str(article.published.day) == "2026-01-24"
    assert article.published.basis is Basis.METADATA


def test_front_matter_is_no_text() -> None:
    article = one("front.md")
    assert article.text == "Six people died.\n"
    assert (article.title, article.source, str(article.published.day)) == (
        "Six die at bridge",
        "The Example",
        "2026-01-24",
    )


def test_broken_lines_cost_only_themselves() -> None:
    found = read("lines.jsonl")
    articles = {item.id: item for item in found if isinstance(item, Article)}
    errors = [item for item in found if isinstance(item, Problem) and item.severity is Severity.ERROR]
    warnings = [item for item in found if isinstance(item, Problem) and item.severity is Severity.WARNING]
    assert list(articles) == ["one", "four"]
    assert articles["one"].text == " Six died. "
    assert str(articles["one"].published.day) == "2026-01-24"
    assert [item.path.rsplit(":", 1)[1] for item in errors] == ["2", "4", "7", "8"]
    assert [item.path.rsplit(":", 1)[1] for item in warnings] == ["5"]
    assert articles["four"].published.day is None


def test_json_objects_and_lists() -> None:
    assert one("one.json").id == "one.json"
    first, second = read("many.json")
    assert isinstance(first, Article)
    assert isinstance(second, Problem)
    assert "holds no text" in second.reason


def test_standard_input_is_json_lines() -> None:
    stream = io.BytesIO(b'{"id": "a", "text": "Six died."}\n' * 2)
    assert [item.id for item in read_articles(["-"], stream) if isinstance(item, Article)] == ["a"]


def test_a_line_beyond_the_limit_is_left_out() -> None:
    stream = io.BytesIO(b'{"id": "a", "text": "' + b"x" * 21_000_000 + b'"}\n{"id": "b", "text": "Six died."}\n')
    long, short = read_articles(["-"], stream)
    assert isinstance(long, Problem)
    assert "20 MB" in long.reason
    assert isinstance(short, Article)
    assert short.id == "b"


def test_folders_are_read_in_order_and_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/two.txt", "a.txt", ".hidden.txt", "ABOUT", "x.pdf"):
        (tmp_path / name).write_text("Six died.")
    found = list(find_files([str(tmp_path), str(tmp_path / "a.txt"), "missing.txt"]))
    assert [item.id for item in found if isinstance(item, Found)] == ["a.txt", "b/two.txt"]
    warning, missing = (item for item in found if isinstance(item, Problem))
    assert (warning.severity, "1 .pdf" in warning.reason) == (Severity.WARNING, True)
    assert missing.path == "missing.txt"


def test_hash_follows_the_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    hashes = set()
    for text in ("Six died.", "Seven died.", "Six died."):
        file.write_text(text)
        hashes |= {item.sha256 for item in find_files([str(file)]) if isinstance(item, Found)}
    assert len(hashes) == 2


@pytest.mark.parametrize(
    ("text", "url", "day", "basis"),
    [
        ("Six died.", "https://a.example/2016/02/09/six-die", "2016-02-09", Basis.METADATA),
        ("KYIV, Jan 24 (Wire) - Six died. It was 24 January 2026.", None, "2026-01-24", Basis.DATELINE),
        ("SAN PEDRO, 3 March 1990 - Six died.", None, "1990-03-03", Basis.DATELINE),
        ("Six die\nPublished: March 3, 2021\nSix people died.", None, "2021-03-03", Basis.DATELINE),
        ("Jane Doe, The Example March 31, 2018 2:36 pm. Six died.", None, "2018-03-31", Basis.DATELINE),
        ("Six died on 3 May 2020. The trial will open on June 9, 2021.", None, "2020-05-03", Basis.INFERRED),
        ("The law was passed on 3 May 1987. In 2015 it was changed.", None, None, Basis.NONE),
        ("Six died on Monday.", None, None, Basis.NONE),
    ],
)
def test_publication_days(text: str, url: str | None, day: str | None, basis: Basis) -> None:
    published = article_of(Record("a", text, url=url)).published
    assert (published.day and str(published.day), published.basis) == (day, basis)


def test_what_is_given_comes_first() -> None:
    article = article_of(
        Record("a", "Published: March 3, 2021", url="https://a.example/2016/02/09/b", published="2020-01-01")
    )
    assert (str(article.published.day), article.published.basis) == ("2020-01-01", Basis.GIVEN)


def test_updated_lines() -> None:
    article = article_of(Record("a", "Six died.\nLast updated: 4 March 2021", published="2021-03-03"))
    assert str(article.updated) == "2021-03-04"


@pytest.mark.parametrize(
    "piece", ["a", "1 ", " ", "\n", "[", "(", "A ", ". ", "Share ", "By A ", "2020 ", "Jan 1 ", "1:11 "]
)
def test_hostile_texts_take_no_time(piece: str) -> None:
    import time

    article_of(Record("warm", "xyz " * 50))  # loads the language model
    start = time.process_time()
    article_of(Record("a", piece * (200_000 // len(piece)) + "x"))
    assert time.process_time() - start < 4


def test_seeds_are_read_whole() -> None:
    found = list(read_articles([str(SEEDS)]))
    articles = [item for item in found if isinstance(item, Article)]
    assert len(articles) == len(found) >= 12
    assert {Path(article.origin.path.split(":")[0]).suffix for article in articles} == set(READERS) - {".htm"}
    assert [article.language for article in articles if article.language != "en"] == ["de"]
    assert all(article.published.day for article in articles)
