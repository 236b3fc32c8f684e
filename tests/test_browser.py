"""The dashboard in a real browser: an event is chosen on the chart, its sentences are read, the CSV is saved."""

import csv
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.made_workspace import SECOND, STRIKE, make_events, write_workspace

ROOT = Path(__file__).parents[1]
CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
QUIET = """--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync
--no-first-run"""
PATIENCE = 60_000  # milliseconds

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: the dashboard was not clicked through"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard over the made workspace, on a free port."""
    workspace = tmp_path_factory.mktemp("browser") / "made.sqlite"
    write_workspace(workspace)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = f"--server.port {port} --server.address 127.0.0.1 --server.headless true".split()
    command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", *options]
    log = workspace.with_name("log")
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(workspace.parent), "TIMELINE_WORKSPACE": str(workspace)}
    with log.open("wb") as file:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=file, stderr=file)
        try:
            wait_for(port, server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def wait_for(port: int, server: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(200):
        assert server.poll() is None, log.read_text()
        try:
            socket.create_connection(("127.0.0.1", port), 0.5).close()
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the dashboard did not start: {log.read_text()}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    yield page
    page.close()


def test_the_first_visitor_of_a_deep_link_finds_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}/map")  # stays the first test: the server has drawn nothing yet
    page.locator(".js-plotly-plot .scattergeo .point").first.wait_for()
    assert page.get_by_test_id("stSidebarNavLink").count() == 5, "the page is shown without its menu"
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_click_on_the_chart_opens_the_event(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".js-plotly-plot .scatterlayer .point").first.wait_for()
    mark = page.locator(".js-plotly-plot .textpoint", has_text="Strike in Kyiv")
    mark.first.wait_for()
    box = page.locator(".js-plotly-plot .scatterlayer .trace.scatter .point").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/event?id=*", timeout=PATIENCE)
    for sentence in (STRIKE, SECOND):
        expect(page.locator(".article.passage", has_text=sentence)).to_be_visible(timeout=PATIENCE)


def test_filters_come_back_from_an_event(page: Page, address: str) -> None:
    page.goto(f"{address}/?type=Strike&lanes=Source")
    expect(page.get_by_text("1 of 3 events shown")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".js-plotly-plot .annotation-text", has_text="River Times")).to_be_visible(timeout=PATIENCE)
    page.locator(".js-plotly-plot .scatterlayer .point").first.wait_for()
    box = page.locator(".js-plotly-plot .scatterlayer .point").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(300)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/event?id=*", timeout=PATIENCE)
    page.get_by_text("Back to the timeline").click()
    expect(page.get_by_text("1 of 3 events shown")).to_be_visible(timeout=PATIENCE)


def test_the_csv_holds_exactly_the_events_shown(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/?type=Strike")
    expect(page.get_by_text("1 of 3 events shown")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("tab", name="Download").click()
    with page.expect_download(timeout=PATIENCE) as download:
        page.get_by_role("button", name="csv", exact=True).click()
    assert download.value.suggested_filename == "events.csv"
    download.value.save_as(tmp_path / "events.csv")
    with (tmp_path / "events.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [(row["event_id"], row["date_start"], row["killed_best"]) for row in rows] == [
        (make_events()[0].id, "2026-01-24", "4")
    ]


def test_the_map_is_drawn_and_nothing_else_is_asked_for(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/map")
    page.locator(".js-plotly-plot .scattergeo .point").first.wait_for()
    outline = page.locator(".js-plotly-plot .scattergeo .js-line").first.get_attribute("d") or ""
    assert len(outline) > 1000
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_a_narrow_page_does_not_scroll_sideways(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for path in ("", "map", "graph", f"event?id={make_events()[0].id}", "articles?article=one.txt"):
        page.goto(f"{address}/{path}")
        page.locator("h1").first.wait_for()
        page.wait_for_timeout(500)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path
