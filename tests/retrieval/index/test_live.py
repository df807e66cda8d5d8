import time
from datetime import date

import pytest

from data.records import EVERYONE, PUBLIC, Reader
from retrieval.index import Entry, Hit, Index
from retrieval.index.filters import MOST_NARROW
from retrieval.index.formula import Formula
from retrieval.records import Period


def report(number: int, *paragraphs: str, collection: str = PUBLIC, day: date | None = None) -> Entry:
    return Entry(number, collection, [(i, text.split()) for i, text in enumerate(paragraphs)], day)


def found(hits: list[Hit]) -> list[tuple[int, int]]:
    return [(number, para) for number, para, _ in hits]


def index_of(*entries: Entry) -> Index:
    index = Index()
    for entry in entries:
        index.add(entry)
    return index


def test_an_empty_index_finds_nothing() -> None:
    assert Index().search(EVERYONE, ["湿地"], 10) == []


def test_a_single_report_is_found_and_no_other_paragraph_of_it() -> None:
    index = index_of(report(1, "湿地 保护", "稀土 管理"))
    assert found(index.search(EVERYONE, ["湿地"], 10)) == [(1, 0)]


def test_a_word_in_every_paragraph_still_counts() -> None:
    assert all(score > 0 for _, _, score in index_of(report(1, "会议", "会议 湿地")).search(EVERYONE, ["会议"], 10))


def test_scores_are_those_of_rank_bm25() -> None:
    texts = ["湿地 保护 湿地 条例", "稀土 管理 条例", "条例", "会议 强调 保护 稀土"]
    query = ["湿地", "条例", "条例", "没有这个词"]
    oracle = Formula([text.split() for text in texts]).get_scores(query)
    scores = {para: score for _, para, score in index_of(report(1, *texts)).search(EVERYONE, query, 10)}
    assert [scores.get(i, 0.0) for i in range(4)] == pytest.approx(list(oracle), rel=1e-6)


def test_equal_scores_are_ordered_by_report_and_paragraph() -> None:
    index = index_of(report(9, "甲", "甲"), report(3, "甲", "甲"))
    assert found(index.search(EVERYONE, ["甲"], 3)) == [(3, 0), (3, 1), (9, 0)]


def test_adding_the_same_number_replaces() -> None:
    index = index_of(report(1, "湿地"), report(1, "稀土", "稀土 管理"))
    assert index.search(EVERYONE, ["湿地"], 10) == []
    assert len(index) == 2


def test_a_removed_report_is_gone_from_results_and_statistics() -> None:
    index = index_of(report(1, "湿地 保护"), report(2, "湿地", "稀土"))
    assert index.remove(2)
    assert index.search(EVERYONE, ["湿地"], 10) == index_of(report(1, "湿地 保护")).search(EVERYONE, ["湿地"], 10)
    assert not index.remove(2)


def test_only_what_the_reader_may_read_is_found() -> None:
    index = index_of(report(1, "湿地"), report(2, "湿地", collection="chat:5"))
    assert found(index.search(Reader(frozenset({"chat:5"})), ["湿地"], 10)) == [(2, 0)]
    assert index.search(Reader(), ["湿地"], 10) == []


def test_filters_narrow_to_reports_and_period() -> None:
    index = index_of(
        report(1, "湿地", day=date(2023, 1, 5)), report(2, "湿地", day=date(2024, 1, 5)), report(3, "湿地")
    )
    year = Period(date(2023, 1, 1), date(2023, 12, 31))
    assert found(index.search(EVERYONE, ["湿地"], 10, period=year)) == [(1, 0)]
    assert found(index.search(EVERYONE, ["湿地"], 10, reports={2, 3})) == [(2, 0), (3, 0)]
    assert index.search(EVERYONE, ["湿地"], 10, reports=set()) == []


def test_a_filter_asked_often_gets_lists_of_its_own_and_the_same_answers_and_what_is_taken_out_is_gone() -> None:
    def paragraphs(number: int) -> list[tuple[int, list[str]]]:
        return [(para, ["湿地", str(number), str(para)]) for para in range(50)]

    index, few = Index(), frozenset({3, 77})
    index.add(*(Entry(number, PUBLIC, paragraphs(number)) for number in range(100)))

    def ask() -> list[Hit]:
        return index.search(EVERYONE, ["湿地", "77", "9"], 60, reports=few)

    def own() -> bool:
        (segment,) = index._snapshot.segments
        return any(way.lists is not segment.row for way in segment.let_through.values())

    first, deadline = ask(), time.monotonic() + 60
    assert not own()
    while not own() and time.monotonic() < deadline:
        assert ask() == first
    assert own()
    assert ask() == first
    index.remove(77)
    assert {number for number, _, _ in ask()} == {3}


def test_only_the_last_few_filters_keep_lists_of_their_own() -> None:
    index = Index()
    index.add(*(Entry(n, PUBLIC, [(para, ["湿地"]) for para in range(50)]) for n in range(100)))
    for number in range(MOST_NARROW + 3):
        index.narrow((None, frozenset({number}), None))
    (segment,) = index._snapshot.segments
    assert len(segment.let_through) == MOST_NARROW
    assert found(index.search(EVERYONE, ["湿地"], 1, reports=frozenset({1}))) == [(1, 0)]
