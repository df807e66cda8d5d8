"""Links from a source to its passage: they open in private, for whoever may read it there or in the answer's group."""

import pytest

from data.ingest import ingest
from data.records import EVERYONE
from retrieval.records import Citation

REPORT = (
    "市水务委员会第二次会议召开\n12月17日，罗远山主持会议。\n会议审议通过了《节水工作规则》。\n会议还研究了别的事。"
)


@pytest.fixture
def cite(rig):
    """Makes the answer "topic" cite a real report of a collection."""

    def cited(collection):
        loaded = ingest(rig.store, "a.txt", REPORT.encode(), collection)
        para = next(number for number, text in enumerate(loaded.report.paras) if "节水" in text)
        text = loaded.report.paras[para]
        spots = [(text.index(quote), quote) for quote in ("审议通过", "节水工作规则")]
        citations = tuple(
            Citation(n, loaded.report.id, para, start, start + len(quote), quote, text, loaded.report.title)
            for n, (start, quote) in enumerate(spots, 1)
        )
        topic = rig.engine.answers["topic"]
        rig.engine.answers["topic"] = type(topic)(topic.question, "topic", "answered", (), citations=citations)
        return loaded

    return cited


def links(message):
    return [entity["url"] for entity in message.entities if entity["type"] == "text_link"]


def test_each_source_links_to_its_passage_with_neighbours(rig, telegram, cite):
    cite("public")
    alice, bob = telegram.user("Alice"), telegram.user("Bob")
    group = telegram.group("群", alice)
    first, second = links(telegram.reply_to(alice.says(group, "@huiwen_bot topic")))
    shown = telegram.reply_to(bob.follows(second))
    assert shown.parts("bold")[-1] != ""
    assert "节水工作规则" in shown.parts("bold")
    assert "研究了别的事" in shown.text
    assert "出处 2/2" in shown.text
    bob.presses(shown, "◀ 上一页").answered()
    telegram.wait_for(lambda: "审议通过" in bob.private.message(shown.id).parts("bold"))
    assert first != second


def test_a_groups_own_report_opens_for_its_members_only(rig, telegram, cite):
    alice, bob, eve = telegram.user("Alice"), telegram.user("Bob"), telegram.user("Eve")
    group = telegram.supergroup("群", alice, bob)
    cite(f"chat:{group.id}")
    (link, _) = links(telegram.reply_to(alice.says(group, "@huiwen_bot topic")))
    shown = telegram.reply_to(bob.follows(link))
    assert "审议通过" in shown.parts("bold")
    assert telegram.reply_to(eve.follows(link)).text.startswith("这个链接指向的原文已经不在")
    group.set_status(bob, "left")
    assert bob.presses(shown, "下一页 ▶").answered()["text"] == "这份报告已经不在了。"


def test_links_that_lead_nowhere_say_so(rig, telegram, cite):
    loaded = cite("public")
    alice = telegram.user("Alice")
    link = links(telegram.reply_to(alice.tells("topic")))[0]
    rig.store.delete(EVERYONE, loaded.saved.number)
    for text in (link.partition("start=")[2], "x-1", "-", "src_٣", link.partition("start=")[2] + "9"):
        assert telegram.reply_to(alice.tells(f"/start {text}")).text.startswith("这个链接指向的原文已经不在"), text
    assert telegram.reply_to(alice.tells("/start")).text.startswith("您好")
