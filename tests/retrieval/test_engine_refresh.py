"""The engine shows the store as it is: what came, went, came again and changed."""

from dataclasses import replace
from datetime import date

import pytest

from data.corrections import Correction
from data.facts.extract import extract
from data.ingest import to_report
from data.records import EVERYONE, PUBLIC
from data.store import Store
from data.store.aliases import put_alias
from data.store.corrections import correct
from retrieval.engine import Engine

TEXT = (
    "市水务委员会第二次会议召开\n2021-12-18 来源：青澜日报\n"
    "12月17日，市委书记罗远山主持召开市水务委员会第二次会议。市长祝青禾出席会议并讲话。\n"
)
ASKED = "市水务委员会第二次会议谁主持？"


@pytest.fixture
def store(tmp_path):
    with Store.open(f"sqlite:///{tmp_path}/huiwen.db") as opened:
        yield opened


@pytest.fixture
def engine(store, tmp_path):
    return Engine(store, tmp_path)


def names(engine: Engine) -> tuple[str, ...]:
    return getattr(engine.ask(EVERYONE, ASKED, date(2022, 1, 1)).answer, "names", ())


def test_facts_put_in_the_place_of_others_are_answered_from(store, engine) -> None:
    report = to_report("a.txt", TEXT.encode())
    facts = extract(report)
    store.save(report, facts)
    assert names(engine) == ("罗远山",)
    assert engine.search(EVERYONE, "水务", 3)
    chair = replace(facts.attendance[0], name="罗远川")
    store.replace_facts(1, replace(facts, attendance=(chair, *facts.attendance[1:])))
    assert names(engine) == ("罗远川",)
    assert {passage.number for passage in engine.search(EVERYONE, "水务", 3)} == {1}


def test_a_report_that_went_and_came_again_is_answered_from_as_it_is_now(store, engine) -> None:
    report = to_report("a.txt", TEXT.encode())
    store.save(report, extract(report))
    assert names(engine) == ("罗远山",)
    store.delete(EVERYONE, 1)
    again = replace(to_report("a.txt", TEXT.replace("罗远山", "罗远川").encode()), id=report.id)
    assert store.save(again, extract(again)).number == 2
    assert names(engine) == ("罗远川",)
    assert engine.ask(EVERYONE, ASKED, date(2022, 1, 1)).answer.meetings[0].number == 2
    store.delete(EVERYONE, 2)
    assert names(engine) == ()


def test_an_alias_is_read_in_full_by_those_whose_collection_has_it(store, engine) -> None:
    report = to_report("a.txt", TEXT.encode())
    store.save(report, extract(report))
    asked = ("甲子会谁主持？", date(2022, 1, 1))
    assert engine.ask(EVERYONE, *asked).answer.question.repairs == ()
    put_alias(store, "chat:1", "甲子会", "市水务委员会第二次会议")
    assert engine.ask(EVERYONE, *asked).answer.question.repairs == ()
    put_alias(store, PUBLIC, "甲子会", "市水务委员会第二次会议")
    answer = engine.ask(EVERYONE, *asked).answer
    assert answer.names == ("罗远山",)
    assert answer.question.repairs == (("甲子会", "市水务委员会第二次会议"),)
    traditional = engine.ask(EVERYONE, "甲子會誰主持？", date(2022, 1, 1)).answer
    assert (traditional.names, traditional.question.language) == (("罗远山",), "zh-hant")


def test_what_a_person_corrected_is_cited_as_such(store, engine) -> None:
    report = to_report("a.txt", TEXT.encode())
    store.save(report, extract(report))
    before = engine.ask(EVERYONE, ASKED, date(2022, 1, 1)).answer
    correct(store, EVERYONE, 1, Correction("rename", "罗远山", "罗远川", by=1, at=0.0))
    after = engine.ask(EVERYONE, ASKED, date(2022, 1, 1)).answer
    assert ([cite.manual for cite in before.citations], after.names) == ([False], ("罗远川",))
    assert [cite.manual for cite in after.citations] == [True]
    assert after.citations[0].quote == before.citations[0].quote
