"""What the charts draw: where marks stand, what they carry, that nothing of an article reaches a browser unescaped."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations, pairwise
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made_workspace import HOSTILE, make_articles, make_events, make_links, make_readings
from tests.making import make_article, make_claim, make_event, make_place, make_when
from timeline.charts import (
    Lanes,
    draw_graph,
    draw_map,
    draw_passage,
    draw_text,
    draw_timeline,
    event_rows,
    marks_of,
    outside,
    shown_in_graph,
    when_words,
    whole_of,
    window_of,
)
from timeline.charts.land import WORLD, frame_of, read_land, rings_in
from timeline.charts.lanes import lanes_of
from timeline.charts.layout import spread
from timeline.charts.map import spots_of
from timeline.charts.packing import clear, pack
from timeline.charts.text import Kind, Mark
from timeline.model import Event, Grain, Harm, Interval, Place, PlaceKind, Span, Status, Sum, When


def make_dated(first: str, last: str | None = None, place: Place | None = None, id: str = "a") -> Event:
    article = make_article("It burned.", id=id)
    return make_event([make_claim(article, "It burned.", make_when(first, last), place)], f"Fire {id}")


def make_many(count: int) -> list[Event]:
    return [make_dated(f"2026-01-{1 + n % 28:02}", id=f"a{n}") for n in range(count)]


def traces(figure: Any, kind: str) -> list[Any]:
    return [trace for trace in figure.data if trace.type == kind and trace.customdata is not None]


def carried(figure: Any) -> set[str]:
    return {str(name) for trace in figure.data if trace.customdata is not None for name in trace.customdata}


# The timeline


def test_a_day_is_a_point_and_a_longer_time_a_bar_of_its_width() -> None:
    day, week = make_dated("2026-01-24"), make_dated("2026-01-10", "2026-01-16", id="b")
    figure = draw_timeline([day, week])
    (bar,) = traces(figure, "bar")
    assert list(bar.customdata) == [week.id]
    assert bar.base[0] == datetime(2026, 1, 10)
    assert bar.x[0] == 7 * 24 * 3600 * 1000
    point = traces(figure, "scatter")[0]
    assert list(point.customdata) == [day.id]
    assert point.x[0] == datetime(2026, 1, 24, 12)


def test_planned_is_hollow_and_denied_is_crossed_out() -> None:
    statuses = (Status.HAPPENED, Status.PLANNED, Status.POSSIBLE, Status.DENIED)
    events = [replace(make_dated(f"2026-01-0{n}", id=f"{n}"), status=status) for n, status in enumerate(statuses, 1)]
    point = traces(draw_timeline(events), "scatter")[0]
    shapes = dict(zip(point.customdata, point.marker.symbol, strict=True))
    assert [shapes[event.id] for event in events] == ["circle", "circle-open", "circle-open", "x"]


def test_a_bar_is_full_only_where_it_lasted() -> None:
    somewhere = make_dated("2026-01-03", "2026-01-05")
    first, last = make_when("2026-01-03").start, make_when("2026-01-05").end
    lasted = replace(make_dated("2026-01-03", id="b"), when=When(first, last, Grain.DAY, "sentence"))
    (bar,) = traces(draw_timeline([somewhere, lasted]), "bar")
    fills = dict(zip(bar.customdata, bar.marker.color, strict=True))
    assert int(fills[somewhere.id][-2:], 16) < 0x60 < int(fills[lasted.id][-2:], 16)


def test_undated_events_are_left_to_the_tray() -> None:
    assert carried(draw_timeline(make_events())) == {event.id for event in make_events() if event.when}
    assert len(draw_timeline([make_events()[2]]).data) == 0


def test_open_ends_are_drawn_as_a_day() -> None:
    later = Interval(datetime(2026, 1, 3), datetime.max)
    event = replace(make_dated("2026-01-03"), when=When(later, later, Grain.DAY, "after"))
    assert carried(draw_timeline([event, make_dated("2026-01-09", id="b")])) >= {event.id}
    assert when_words(event.when) == "some time from 3 January 2026 or later"


def test_marks_of_one_row_do_not_touch_nor_do_their_labels() -> None:
    figure = draw_timeline(make_many(60))
    labels = next(trace for trace in figure.data if trace.text is not None)
    assert len(labels.text) == 60
    assert len(set(zip(labels.x, labels.y, strict=True))) == 60


def test_five_thousand_events_are_drawn_in_seconds_and_in_a_page_of_bounded_height() -> None:
    events = make_many(5000)
    begun = perf_counter()
    figure = draw_timeline(events)
    assert perf_counter() - begun < 5
    assert figure.layout.height < 4500
    assert len(carried(figure)) == 5000
    assert all(trace.text is None for trace in figure.data)


def test_a_few_far_off_events_do_not_squeeze_the_rest() -> None:
    near, far = make_many(40), make_dated("1986-04-26", id="far")
    window, whole = window_of([*near, far]), whole_of([*near, far])
    assert window is not None
    assert whole is not None
    assert outside([*near, far], window) == (far,)
    assert outside([*near, far], whole) == ()
    assert window.days < 60
    assert window_of([]) is whole_of([]) is None


@given(st.lists(st.tuples(st.floats(0, 99), st.floats(0.1, 30)), max_size=40))
def test_rows_hold_stretches_apart(starts: list[tuple[float, float]]) -> None:
    extents = [(left, left + width) for left, width in starts]
    rows = pack(extents, most_rows=99)
    for (a, row_a), (b, row_b) in combinations(zip(extents, rows, strict=True), 2):
        assert row_a != row_b or a[1] <= b[0] or b[1] <= a[0]


def test_full_lanes_overlap_rather_than_grow() -> None:
    assert set(pack([(0, 9)] * 9, most_rows=3)) == {0, 1, 2}


# Lanes


def test_lanes_by_source_repeat_an_event_of_several() -> None:
    lanes = dict(lanes_of(make_events(), Lanes.SOURCE))
    assert [event.id for event in lanes["River Times"]] == [make_events()[0].id]
    assert set(lanes) == {"Harbour Post", "River Times", "The Example"}


def test_lanes_by_place_are_towns_where_all_is_in_one_country() -> None:
    assert {name for name, _ in lanes_of(make_events(), Lanes.PLACE)} == {"Kyiv", "Odesa", "No place"}


def test_many_places_share_a_last_lane() -> None:
    events = [
        make_dated("2026-01-01", place=replace(make_place(f"Town {n}"), country=f"Land {n:02}"), id=f"{n}")
        for n in range(30)
    ]
    lanes = lanes_of(events, Lanes.PLACE)
    assert len(lanes) == 16
    assert lanes[-1][0] == "Everything else"
    assert sum(len(members) for _, members in lanes) == 30


# The map


def test_the_map_fetches_nothing_and_has_land() -> None:
    figure = draw_map(make_events())
    assert figure.layout.geo.visible is False
    assert figure.data[0].fill == "toself"
    assert len(figure.data[0].lon) > 1000


def test_events_of_one_place_share_a_disc_and_the_dead_make_it_large() -> None:
    kyiv, odesa = make_place(), make_place("Odesa", 46.48, 30.73)
    events = [make_dated("2026-01-01", place=kyiv, id="a"), make_dated("2026-01-02", place=kyiv, id="b")]
    deadly = replace(make_dated("2026-01-03", place=odesa, id="c"), tolls={Harm.KILLED: Sum(30, 30, 30, "made")})
    spots = {spot.place.name: spot for spot in spots_of([*events, deadly])}
    assert len(spots["Kyiv"].events) == 2
    assert spots["Odesa"].size > spots["Kyiv"].size
    assert " ".join(event.id for event in spots["Kyiv"].events) in carried(draw_map([*events, deadly]))


def test_a_place_without_coordinates_is_not_put_at_zero() -> None:
    assert spots_of([make_dated("2026-01-01", place=make_place("Somewhere", None, None))]) == []


@pytest.mark.parametrize("points", [[], [(-170.0, -40.0), (175.0, 60.0)]])
def test_what_is_far_apart_is_shown_on_the_whole_earth(points: list[tuple[float, float]]) -> None:
    assert frame_of(points) == WORLD


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-80, 80)), min_size=1, max_size=9))
def test_a_frame_holds_its_points(points: list[tuple[float, float]]) -> None:
    frame = frame_of(points)
    if frame != WORLD:
        assert all(frame.west <= x <= frame.east and frame.south <= y <= frame.north for x, y in points)


def test_the_compiled_land_is_whole() -> None:
    land = read_land()
    assert {scale: len(rings) > 200 for scale, rings in land.items()} == {"coarse": True, "fine": True}
    assert all(abs(ring.frame.west) <= 180 and abs(ring.frame.north) <= 90 for ring in land["fine"])
    kyiv = frame_of([(30.5, 50.4)])
    assert 3 <= len(rings_in(kyiv)) <= 40


# The network


def test_the_network_joins_an_event_to_its_articles() -> None:
    figure = draw_graph(make_events(), make_links())
    assert {"article one.txt", "article two.txt", f"event {make_events()[0].id}"} <= carried(figure)
    linked = next(trace for trace in figure.data if trace.name == "linked")
    assert len([x for x in linked.x if x is not None]) == 2


def test_the_network_is_the_same_in_any_order() -> None:
    nodes, pairs = [*"abcdefg"], [("a", "b"), ("b", "c"), ("d", "e"), ("c", "a")]
    assert spread(nodes, pairs) == spread(reversed(nodes), [(b, a) for a, b in reversed(pairs)])


def test_nodes_stand_apart() -> None:
    points = spread("abcdefghij", pairwise("abcdefghij"))
    for left, right in combinations(points.values(), 2):
        assert abs(left[0] - right[0]) + abs(left[1] - right[1]) > 0.2


def test_a_large_network_shows_the_most_told_events_and_stays_quick() -> None:
    hub = [f"n{n}" for n in range(900)]
    begun = perf_counter()
    spread(hub, [(hub[0], name) for name in hub[1:]])
    assert perf_counter() - begun < 10
    shown = shown_in_graph([*make_many(300), *make_events()])
    assert len(shown) == 100
    assert shown[0].id == make_events()[0].id


def test_no_label_covers_another() -> None:
    assert clear([(0, 2, 0, 2), (1, 3, 1, 3), (2, 4, 0, 2)]) == [True, False, True]


# Marked texts


def test_overlapping_marks_keep_every_character_once() -> None:
    article = make_article("Three died in Kyiv on Friday.\n\nMore <later>.")
    marks = [Mark(Span("text", a, b), kind, "x") for a, b, kind in _overlapping()]
    assert _plain(draw_text(article, marks)) == "Three died in Kyiv on Friday.More &lt;later&gt;."


def _overlapping() -> Sequence[tuple[int, int, Kind]]:
    return [
        (0, 29, Kind.CLAIM),
        (0, 10, Kind.TOLL),
        (6, 18, Kind.PLACE),
        (25, 40, Kind.TIME),
        (0, 29, Kind.BOILERPLATE),
    ]


def _plain(html: str) -> str:
    kept, inside = "", False
    for character in html:
        inside = character == "<" or (inside and character != ">")
        kept += "" if inside or character == ">" else character
    return kept


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12), st.sampled_from(Kind)), max_size=9))
def test_any_marks_leave_the_text_as_it_is(found: list[tuple[int, int, Kind]]) -> None:
    article = make_article("Two people <died> & three were hurt in Lviv.")
    marks = [Mark(Span("text", start, start + length), kind, '"><script>') for start, length, kind in found]
    html = draw_text(article, marks)
    assert _plain(html) == "Two people &lt;died&gt; &amp; three were hurt in Lviv."
    assert "<script" not in html


def test_a_passage_is_the_paragraph_with_its_sentence_marked() -> None:
    article, claim = make_articles()[0], make_readings()[0].claims[0]
    html = draw_passage(article, claim)
    assert 'class="claim toll"' in html
    assert "sirens" not in html


def test_a_mark_says_what_was_read() -> None:
    details = [mark.detail for mark in marks_of(make_readings()[0])]
    assert "3 killed (rule made)" in details


# What an article may do


def test_nothing_of_an_article_is_run_by_a_chart() -> None:
    events = [replace(event, title=HOSTILE, sources=(HOSTILE,)) for event in make_events()]
    hostile = [replace(event, where=make_place("<b onclick=1>")) for event in events]
    for figure in (draw_timeline(hostile, Lanes.SOURCE), draw_map(hostile), draw_graph(hostile, make_links())):
        written = figure.to_json().replace("\\u003c", "<")
        assert "<img" not in written
        assert "<b onclick" not in written


def test_unknown_figures_are_empty_in_a_table_not_zero() -> None:
    (row,) = event_rows([make_dated("2026-01-24")])
    assert row["Killed"] is None
    assert row["When"] == "24 January 2026"


def test_a_window_leaves_other_times_out() -> None:
    near, far = make_dated("2026-01-24"), make_dated("1986-04-26", id="far")
    assert carried(draw_timeline([near, far], window=window_of([near]))) == {near.id}
    assert carried(draw_timeline([near, far], window=whole_of([near, far]))) == {near.id, far.id}


def test_many_discs_shrink_together() -> None:
    def spread(count: int) -> list[Event]:
        article = make_article("A drone strike killed three people in Kyiv.")
        claim = make_claim(article, article.text, make_when("2026-01-24"))
        return [
            replace(make_event([claim], killed=40), id=f"{n}", where=make_place(f"Town {n}", n / 50 - 50, n / 25 - 100))
            for n in range(count)
        ]

    few, many = spots_of(spread(3)), spots_of(spread(3000))
    assert few[0].size > 3 * many[0].size
    assert sum(spot.size**2 for spot in many) < 140_000


def test_a_country_does_not_widen_the_map() -> None:
    town = make_dated("2026-01-24", place=make_place())
    land = Place("Brazil", PlaceKind.COUNTRY, -10.0, -53.0, country="Brazil")
    figure = draw_map([town, make_dated("2026-01-24", place=land, id="b")])
    assert figure.layout.geo.lonaxis.range[0] > 0
    assert len(carried(figure)) == 2
