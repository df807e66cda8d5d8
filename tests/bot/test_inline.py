"""Inline mode: what is offered to whom, page by page, and what is sent."""

from contextlib import closing

import pytest

from data.ingest import ingest
from retrieval.engine import Engine

REPORT = "市水务委员会第{n}次会议召开\n12月17日，罗远山主持会议。\n会议审议通过了《节水工作规则》，要求供水与节水<5%。"


@pytest.fixture
def searching(rig, tmp_path):
    """The rig with the real engine's search."""
    with closing(Engine(rig.store, tmp_path)) as engine:
        rig.engine.search = engine.search
        yield rig


def titles(press):
    return [result["title"] for result in press.answered()["results"]]


def test_words_offer_cited_paragraphs_and_the_chosen_one_is_sent(searching, telegram):
    loaded = ingest(searching.store, "a.txt", REPORT.format(n="二").encode())
    alice = telegram.user("Alice")
    group = telegram.group("群", alice)
    offered = alice.queries("节水规则")
    assert offered.answered()["is_personal"] is True
    assert loaded.report.title in titles(offered)
    place = next(n for n, result in enumerate(offered.answer["results"]) if "节水" in result["description"])
    sent = alice.picks(offered, place, group)
    assert "《节水工作规则》，要求供水与节水<5%。" in sent.text
    assert loaded.report.title in sent.text
    (link,) = [entity["url"] for entity in sent.entities if entity["type"] == "text_link"]
    assert "节水工作规则" in telegram.reply_to(alice.follows(link)).text
    assert group.sent == []


def test_what_is_offered_is_what_the_person_may_read(searching, telegram):
    alice = telegram.user("Alice")
    group = telegram.group("群", alice)
    ingest(searching.store, "a.txt", REPORT.format(n="二").encode(), f"chat:{group.id}")
    ingest(searching.store, "b.txt", REPORT.format(n="三").encode())
    assert {"二" in title for title in titles(alice.queries("节水"))} == {False}


def test_more_than_a_page_comes_by_offset_and_fifty_is_the_end(rig, telegram):
    rig.engine.found = 90
    alice = telegram.user("Alice")
    offset, pages = "", []
    while True:
        answer = alice.queries("节水", offset=offset).answered()
        pages.append([result["id"] for result in answer["results"]])
        offset = answer.get("next_offset", "")
        if not offset:
            break
    assert [len(page) for page in pages] == [10] * 5
    assert len({one for page in pages for one in page}) == 50


def test_no_words_and_a_forged_offset_are_harmless(rig, telegram):
    rig.engine.found = 3
    alice = telegram.user("Alice")
    assert alice.queries("  ").answered()["results"] == []
    assert len(alice.queries("节水", offset="x").answered()["results"]) == 3
    assert alice.queries("节水", offset="999").answered()["results"] == []


def test_a_query_that_grew_old_is_no_error(rig, telegram, caplog):
    rig.engine.ready.clear()
    alice = telegram.user("Alice")
    alice.tells("chaired")
    alice.queries("节水")
    telegram.wait_for(lambda: not telegram.pending)
    telegram.pass_time(60)
    rig.engine.ready.set()
    telegram.wait_for(lambda: telegram.calls("answerInlineQuery"))
    telegram.reply_to(alice.tells("goals"))
    assert "Traceback" not in caplog.text
