"""Reports set aside come back whole or are wiped; actions, aliases and gaps are kept in order."""

from dataclasses import replace

import pytest

from data.corrections import Correction
from data.errors import ReportRefused
from data.records import EVERYONE, PUBLIC, Reader, Saved
from data.store.aliases import drop_alias, put_alias
from data.store.audit import Audit
from data.store.corrections import correct, corrections_to
from data.store.gaps import Gap, gaps_in, note_gap, prune_gaps
from data.store.shelf import purge, shelve, supersede, unshelve, versions


def test_a_report_set_aside_is_nowhere_and_comes_back_equal(store, report, facts) -> None:
    store.save(report, facts)
    before, since = store.get(EVERYONE, 1), store.generation()
    assert shelve(store, EVERYONE, 1, 5.0) is True
    assert shelve(store, EVERYONE, 1, 5.0) is False
    assert store.get(EVERYONE, 1) is None
    assert (list(store.everything()), store.numbers(), store.collections()) == ([], frozenset(), frozenset())
    assert store.summaries(EVERYONE) == ([], 0)
    assert store.ids(PUBLIC) == frozenset()
    assert unshelve(store, 1) is True
    assert unshelve(store, 1) is False
    assert store.get(EVERYONE, 1) == before
    assert store.revised(since) == {1}


def test_nobody_sets_aside_what_they_cannot_read(store, report, facts) -> None:
    store.save(report, facts)
    assert shelve(store, Reader(), 1, 5.0) is False


def test_a_report_whose_place_is_taken_does_not_come_back(store, report, facts) -> None:
    store.save(report, facts)
    shelve(store, EVERYONE, 1, 5.0)
    assert store.save(report, facts) == Saved(2, created=True)
    with pytest.raises(ReportRefused, match="report 2 holds its place"):
        unshelve(store, 1)
    shelve(store, EVERYONE, 2, 6.0)
    assert unshelve(store, 1) is True


def test_only_what_was_deleted_long_enough_ago_is_wiped(store, another, facts) -> None:
    store.save_many([(another(n), facts) for n in (1, 2)])
    shelve(store, EVERYONE, 1, 5.0)
    shelve(store, EVERYONE, 2, 50.0)
    assert purge(store, 10.0) == 1
    assert unshelve(store, 1) is False
    assert unshelve(store, 2) is True


def test_a_report_taken_in_anew_supersedes_and_inherits_its_corrections(store, report, another, facts) -> None:
    store.save(report, facts)
    correct(store, EVERYONE, 1, Correction("remove", "乌兰", "", by=1, at=0.0))
    newer = replace(report, id="r2", paragraphs=(*report.paragraphs, report.paragraphs[0]))
    store.save(newer, facts)
    assert supersede(store, 2, 7.0) == 1
    assert store.numbers() == {2}
    assert [(one.number, one.title, one.since) for one in versions(store, EVERYONE, 2)] == [(1, report.title, 7.0)]
    assert [one.subject for one in corrections_to(store, EVERYONE, 2)] == ["乌兰"]
    assert [one.name for one in store.get(EVERYONE, 2).facts.attendance] == ["闻人澈"]
    assert versions(store, Reader(), 2) == ()
    assert purge(store, 100.0) == 0


@pytest.mark.parametrize("other", [{"title": "另一篇"}, {"source": "别报"}, {"published": "2023-03-09"}])
def test_another_report_on_the_same_meeting_supersedes_nothing(store, report, facts, other) -> None:
    store.save(report, facts)
    store.save(replace(report, id="r2", paragraphs=report.paragraphs[:1], **other), facts)
    assert supersede(store, 2, 7.0) is None
    assert store.numbers() == {1, 2}


def test_the_last_action_is_the_person_s_own_not_undone_and_not_too_old(store) -> None:
    audit = Audit(store)
    audit.note(7, 10.0, "load", PUBLIC, 1)
    audit.note(7, 20.0, "delete", PUBLIC, 1)
    audit.note(8, 30.0, "grant", "", 99)
    last = audit.last(7, 0.0)
    assert (last.action, last.subject, last.value) == ("delete", "1", "")
    assert audit.undone(last.row, 40.0) is True
    assert audit.undone(last.row, 41.0) is False
    assert audit.last(7, 0.0).action == "load"
    assert audit.last(7, 15.0) is None
    assert [(act.action, act.undone) for act in audit.recent(2)] == [("grant", None), ("delete", 40.0)]


def test_an_alias_belongs_to_its_collection_and_its_changes_are_told(store) -> None:
    assert put_alias(store, PUBLIC, "国常会", "国务院常务会") is None
    assert put_alias(store, PUBLIC, "国常会", "国务院常务会议") == "国务院常务会"
    put_alias(store, "chat:1", "常委会", "市委常委会会议")
    assert store.aliases() == {PUBLIC: {"国常会": "国务院常务会议"}, "chat:1": {"常委会": "市委常委会会议"}}
    since = store.generation()
    assert drop_alias(store, PUBLIC, "国常会") is True
    assert store.generation() > since
    assert drop_alias(store, PUBLIC, "国常会") is False


def test_gaps_are_grouped_most_frequent_first_and_kept_apart_by_chat(store) -> None:
    for at, (chat, question) in enumerate([(1, "谁来了？"), (1, "几点"), (2, "谁来了"), (1, "谁来了!")]):
        note_gap(store, chat, question.rstrip("？!"), question, "no_report", at)
    assert gaps_in(store, 1, 9) == (Gap("谁来了", "谁来了!", "no_report", 2), Gap("几点", "几点", "no_report", 1))
    assert gaps_in(store, None, 1)[0].times == 3
    assert gaps_in(store, 3, 9) == ()
    assert prune_gaps(store, 3) == 3
