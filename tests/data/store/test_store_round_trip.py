"""What goes into the store comes out equal, once, for those who may read it."""

import dataclasses

import pytest

from data.errors import ReportRefused
from data.records import EVERYONE, PUBLIC, Facts, Meeting, Reader, Saved, Stored

NOBODY = Reader()
INSIDERS = Reader(frozenset({PUBLIC, "-100"}))


def test_a_report_comes_back_equal(store, report, facts) -> None:
    assert store.save(report, facts) == Saved(1, created=True)
    assert store.get(EVERYONE, 1) == Stored(1, PUBLIC, report, facts)
    assert store.by_id(EVERYONE, "r1") == Stored(1, PUBLIC, report, facts)
    assert list(store.everything()) == [Stored(1, PUBLIC, report, facts)]


def test_a_report_of_which_nothing_is_known_comes_back_equal(store, report) -> None:
    bare = dataclasses.replace(report, published=None, source=None, paragraphs=(), cleaning=(), damage=(), title="")
    facts = Facts(Meeting(name=None, date=None, is_meeting=False))
    store.save(bare, facts)
    assert store.get(EVERYONE, 1) == Stored(1, PUBLIC, bare, facts)


def test_loading_the_same_words_again_changes_nothing(store, report, facts) -> None:
    store.save(report, facts)
    generation = store.generation()
    same_words = dataclasses.replace(report, id="other", encoding="utf-8", title=report.title + " ")
    assert store.save(same_words, facts) == Saved(1, created=False)
    assert store.generation() == generation
    assert store.by_id(EVERYONE, "other") is None


def test_each_collection_may_hold_the_same_words(store, report, facts) -> None:
    assert store.save(report, facts) == Saved(1, created=True)
    assert store.save(report, facts, "-100") == Saved(2, created=True)
    assert store.collections() == {PUBLIC, "-100"}


def test_outcomes_of_many_come_in_their_order_and_repeats_are_seen(store, another, facts) -> None:
    store.save(another(2), facts)
    items = [(another(n), facts) for n in (1, 2, 3, 1)]
    assert store.save_many(items) == [Saved(2, True), Saved(1, False), Saved(3, True), Saved(2, False)]


def test_an_id_taken_by_other_words_is_refused_and_nothing_of_the_batch_stays(store, another, facts) -> None:
    store.save(another(1), facts)
    generation = store.generation()
    clash = dataclasses.replace(another(3), id="r1")
    with pytest.raises(ReportRefused, match=r"r1 .* number 1"):
        store.save_many([(another(2), facts), (clash, facts)])
    assert [stored.report.id for stored in store.everything()] == ["r1"]
    assert store.generation() == generation


def test_nobody_reads_what_is_not_theirs(store, another, facts) -> None:
    store.save(another(1), facts)
    store.save(another(2), facts, "-100")
    assert store.get(EVERYONE, 2) is None
    assert store.by_id(EVERYONE, "r2") is None
    assert store.get(INSIDERS, 2) is not None
    assert [row.id for row in store.summaries(EVERYONE)[0]] == ["r1"]
    assert store.summaries(EVERYONE)[1] == 1
    assert store.summaries(NOBODY) == ([], 0)
    assert store.delete(EVERYONE, 2) is False
    assert store.delete(NOBODY, 1) is False
    assert store.delete(INSIDERS, 2) is True


def test_deleting_leaves_nothing_and_frees_neither_number_nor_words(store, another, facts) -> None:
    store.save_many([(another(1), facts), (another(2), facts)])
    before = store.generation()
    assert store.delete(EVERYONE, 2) is True
    assert store.generation() > before
    assert store.get(EVERYONE, 2) is None
    assert store.delete(EVERYONE, 2) is False
    assert store.save(another(2), facts) == Saved(3, created=True)


def test_everything_streams_in_order_from_a_number_on(store, another, facts) -> None:
    store.save_many([(another(n), facts) for n in range(450)])
    assert [stored.number for stored in store.everything()] == list(range(1, 451))
    assert [stored.number for stored in store.everything(after=448)] == [449, 450]
    assert list(store.everything(after=450)) == []


def test_summaries_count_and_page_and_match_literally(store, another, facts) -> None:
    store.save_many([(another(n), facts) for n in range(1, 6)])
    page, total = store.summaries(EVERYONE, offset=1, limit=2)
    assert ([row.number for row in page], total) == ([4, 3], 5)
    first = store.summaries(EVERYONE, matching="第3号")[0][0]
    assert (first.people, first.decisions, first.goals, first.paragraphs) == (2, 2, 2, 2)
    assert (first.meeting, first.date) == ("市政府第12次常务会议", "2023-03-05")
    assert store.summaries(EVERYONE, matching="常务会")[1] == 5
    assert store.summaries(EVERYONE, matching="%")[1] == 0
    assert store.summaries(EVERYONE, matching="_")[1] == 0


def test_half_a_character_is_refused_in_plain_words(store, report, facts) -> None:
    with pytest.raises(ReportRefused, match="surrogate"):
        store.save(dataclasses.replace(report, id="\ud800"), facts)
    assert list(store.everything()) == []


def test_the_same_words_a_year_later_are_another_report(store, report, facts) -> None:
    store.save(report, facts)
    a_year_later = dataclasses.replace(report, id="r2", published="2024-03-06")
    assert store.save(a_year_later, facts) == Saved(2, created=True)
