"""`/follow`: whoever follows hears of new reports that they may read, once, in one message a batch."""

import random
from datetime import date, timedelta

import pytest

from bot.news.matching import names
from bot.outbox import Pace
from data.ingest import ingest
from data.records import EVERYONE, PUBLIC
from data.store.digests import Digest, subscribe
from data.store.follows import Follow, follow, follows_of
from data.store.posts import publish, told, waiting
from data.store.shelf import shelve

REPORT = (
    "市水务委员会第{n}次会议召开\n2021-12-18 来源：青澜日报\n"
    "12月17日，市委书记罗远山主持召开市水务委员会第{n}次会议。市长祝青禾出席会议并讲话。\n"
    "会议审议通过了《节水工作规则》。会议强调，要推动科技创新，到2025年实现供水全覆盖。\n"
)


@pytest.fixture(autouse=True)
def hurried(monkeypatch):
    """News are looked for often, so that tests need not wait."""
    monkeypatch.setattr("bot.news.courier._TICK", 0.05)
    monkeypatch.setattr("bot.news.courier._QUIET", 0.3)


def report(n="二"):
    return REPORT.format(n=n)


def labels(message):
    return [button["text"] for button in message.buttons]


def news(telegram, room, count=1):
    """What the bot said there unasked, once there are so many of it."""
    return telegram.wait_for(lambda: (found := said_unasked(room)) and len(found) >= count and found, what="news")


def said_unasked(room):
    return [message for message in room.sent if message.reply_to is None]


def settled(telegram, rig, number):
    """Until the reports up to that number were looked at and all posts are sent."""
    telegram.wait_for(lambda: told(rig.store) == number and not waiting(rig.store), what="the news to be told")


@pytest.mark.parametrize(
    ("words", "kind", "snippet"),
    [
        ("科技创新", "话题", "要推动科技创新"),
        ("节水 规则", "话题", "《节水工作规则》"),
    ],
)
def test_a_topic_is_found_by_its_words_and_cited_with_a_link(rig, telegram, owner, words, kind, snippet):
    alice = telegram.user("Alice")
    begun = telegram.reply_to(alice.tells(f"/follow {words}"))
    assert begun.text == f"好的，关注“{words}”（{kind}）。有新报告讲到，我会在这里说。"
    telegram.reply_to(owner.tells("/load " + report()))
    (said,) = news(telegram, alice.private)
    assert said.text.startswith(f"关注的内容有 1 份新报告：\n\n🔔 {words}\n市水务委员会第二次会议 · 2021年12月17日\n")
    assert snippet in said.text
    assert labels(said) == [f"🔕 {words}", f"✗ {words}"]
    (link,) = [entity["url"] for entity in said.entities if entity["type"] == "text_link"]
    assert snippet in telegram.reply_to(alice.follows(link)).text


@pytest.mark.parametrize(
    ("words", "label", "named"),
    [
        ("水务委员会", "青澜市水务委员会", True),
        ("市水务委员会会议", "市水务委员会第二次会议", True),
        ("市政府常务会议", "青澜市政府第12次常务会议", True),
        ("人大常委会", "青澜市第九届人民代表大会常务委员会", True),
        ("水务", "青澜市水务委员会", False),
        ("青澜市政府", "青澜市政府党组会议", False),
    ],
)
def test_words_name_a_body_and_not_what_it_is_about(words, label, named):
    assert names(words, label) is named


def test_a_person_is_followed_by_where_they_are_recorded_and_a_body_by_its_meetings(rig, telegram, owner):
    alice = telegram.user("Alice")
    telegram.reply_to(owner.tells("/load " + report("一")))
    assert "（人）" in telegram.reply_to(alice.tells("/follow 祝青禾")).text
    assert "（机构）" in telegram.reply_to(alice.tells("/follow 水务委员会")).text
    mentions = (
        "市林业委员会第一次会议召开\n12月20日，欧阳岚主持召开市林业委员会第一次会议。"
        "会议指出，祝青禾同志的批示要落实，水务委员会要配合。"
    )
    telegram.reply_to(owner.tells("/load " + mentions))
    telegram.reply_to(owner.tells("/load " + report("二")))
    settled(telegram, rig, 3)
    said = "\n".join(message.text for message in said_unasked(alice.private))
    assert said.count("市水务委员会第二次会议 · ") == 2
    assert "林业" not in said


def test_many_reports_at_once_are_one_message(rig, telegram, owner):
    alice = telegram.user("Alice")
    telegram.reply_to(alice.tells("/follow 科技创新"))
    owner.sends_album(owner.private, [(f"{n}.txt", report(n).encode()) for n in "二三四五"], "/load")
    (said,) = news(telegram, alice.private)
    assert said.text.startswith("关注的内容有 4 份新报告：")
    settled(telegram, rig, 4)
    assert len(said_unasked(alice.private)) == 1


def test_nobody_hears_of_what_they_may_not_read(rig, telegram, owner):
    alice = telegram.user("Alice")
    one, other = telegram.supergroup("甲群", owner, alice), telegram.supergroup("乙群", owner, alice)
    for room in (one, other, alice.private):
        telegram.reply_to(alice.says(room, "/follow 科技创新"))
    telegram.reply_to(owner.says(one, "/load " + report()))
    assert "科技创新" in news(telegram, one)[0].text
    settled(telegram, rig, 1)
    assert said_unasked(other) == said_unasked(alice.private) == []


def test_what_is_taken_back_before_it_is_sent_is_not_told(rig, telegram, owner):
    alice = telegram.user("Alice")
    telegram.reply_to(alice.tells("/follow 科技创新"))
    telegram.faults.add("flood", "sendMessage", chat=alice.private.id, seconds=1)
    telegram.reply_to(owner.tells("/load " + report()))
    telegram.wait_for(lambda: waiting(rig.store))
    assert shelve(rig.store, EVERYONE, 1, 1.0)
    telegram.reply_to(owner.tells("/load " + report("三")))
    settled(telegram, rig, 2)
    last = said_unasked(alice.private)[-1]
    assert "第三次会议" in last.text
    assert "第二次会议" not in last.text


def test_it_is_muted_heard_again_and_ended_by_buttons(rig, telegram, owner):
    alice = telegram.user("Alice")
    telegram.reply_to(alice.tells("/follow 科技创新"))
    listed = telegram.reply_to(alice.tells("/follow"))
    assert listed.text.startswith("这里关注着：\n🔔 科技创新（话题）")
    assert alice.presses(listed, "🔕 科技创新").answered()["text"] == "“科技创新”已静音。"
    muted = telegram.wait_for(lambda: "🔕" in (now := alice.private.message(listed.id)).text and now)
    telegram.reply_to(owner.tells("/load " + report()))
    settled(telegram, rig, 1)
    assert said_unasked(alice.private) == []
    alice.presses(muted, "🔔 科技创新").answered()
    telegram.reply_to(owner.tells("/load " + report("三")))
    (said,) = news(telegram, alice.private)
    alice.presses(said, "✗ 科技创新").answered()
    telegram.wait_for(lambda: labels(alice.private.message(said.id)) == [])
    assert telegram.reply_to(alice.tells("/follow")).text.startswith("这里还没有关注什么。")


def test_in_a_group_only_who_follows_and_its_admins_end_it(rig, telegram, owner):
    alice, bob = telegram.user("Alice"), telegram.user("Bob")
    group = telegram.supergroup("群", telegram.user("Founder"), alice, bob)
    begun = telegram.reply_to(alice.says(group, "/follow 科技创新"))
    assert "不是您关注的" in bob.presses(begun, "✗ 科技创新").answered()["text"]
    group.set_status(bob, "administrator")
    assert bob.presses(begun, "✗ 科技创新").answered()["text"] == "不再关注“科技创新”。"
    assert follows_of(rig.store, group.id) == ()


def test_the_same_again_and_too_much_is_said(rig, telegram):
    alice = telegram.user("Alice")
    telegram.reply_to(alice.tells("/follow 科技创新"))
    assert telegram.reply_to(alice.tells("/follow 科技創新")).text == "这里已经关注“科技创新”（话题）了。"
    assert "用法" in telegram.reply_to(alice.tells("/follow 水")).text
    for number in range(19):
        telegram.reply_to(alice.tells(f"/follow 话题{number:02}"))
    assert "最多关注 20 项" in telegram.reply_to(alice.tells("/follow 再来一项")).text


def test_who_blocks_the_bot_or_throws_it_out_hears_nothing_more(rig, telegram, owner):
    alice = telegram.user("Alice")
    group = telegram.supergroup("群", alice)
    for room in (alice.private, group):
        telegram.reply_to(alice.says(room, "/follow 科技创新"))
    group.kick_bot(alice)
    alice.blocks_bot()
    telegram.reply_to(owner.tells("/load " + report()))
    settled(telegram, rig, 1)
    telegram.wait_for(lambda: not follows_of(rig.store, alice.id) and not follows_of(rig.store, group.id))
    assert [call for call in telegram.calls("sendMessage") if call.code == 403] == []


def test_news_follow_a_group_to_its_new_id(rig, telegram, owner):
    alice = telegram.user("Alice")
    group = telegram.group("群", alice)
    telegram.reply_to(alice.says(group, "/follow 科技创新"))
    moved = group.migrate()
    telegram.wait_for(lambda: follows_of(rig.store, moved.id))
    telegram.reply_to(owner.tells("/load " + report()))
    assert "科技创新" in news(telegram, moved)[0].text


def test_what_was_loaded_before_is_no_news_and_what_came_while_the_bot_was_down_is(make_rig, telegram, owner):
    alice = telegram.user("Alice")
    with make_rig() as rig:
        telegram.reply_to(owner.tells("/load " + report("一")))
        telegram.reply_to(alice.tells("/follow 科技创新"))
        settled(telegram, rig, 1)
    rig = make_rig()
    ingest(rig.store, "a.txt", report("二").encode())
    with rig:
        (said,) = news(telegram, alice.private)
        settled(telegram, rig, 2)
    assert "第二次会议" in said.text
    assert len(said_unasked(alice.private)) == 1


def test_an_answer_does_not_stand_behind_a_crowd_of_news(make_rig, telegram, owner):
    rooms = [telegram.supergroup(f"群{number}", owner) for number in range(24)]
    with make_rig(pace=Pace(overall=12, between=0.0)) as rig:
        for room in rooms:
            follow(rig.store, Follow(0, room.id, 0, owner.id, "topic", "科技创新", "zh-hans", muted=False, since=0))
        telegram.reply_to(owner.tells("/load " + report()))
        telegram.wait_for(lambda: any(map(said_unasked, rooms)), what="the first news")
        telegram.reply_to(owner.tells("chaired"))
        assert sum(map(bool, map(said_unasked, rooms))) < 20
        telegram.wait_for(lambda: all(map(said_unasked, rooms)), what="news for everybody")


def test_no_word_of_a_report_is_said_unasked_where_it_may_not_be_read(make_rig, telegram, owner):
    rooms = [*(telegram.supergroup(f"群{number}", owner) for number in range(4)), owner.private]
    owner.tells("/start")
    chance, marks = random.Random(5), [one + other for one in "松柏桐槐" for other in "溪岭湖湾洲"]
    rig, day = make_rig(), date.today() - timedelta(days=2)
    where = {mark: chance.choice([PUBLIC, *(f"chat:{room.id}" for room in rooms)]) for mark in marks}
    for room in rooms:
        for words in ("供水全覆盖", "罗远山", "委员会"):
            follow(rig.store, Follow(0, room.id, 0, owner.id, "topic", words, "zh-hans", muted=False, since=0))
        subscribe(rig.store, Digest(room.id, 0, "zh-hans", 1.0, f"{day}", 0))
    publish(rig.store, None, 0, ())
    for mark, collection in where.items():
        text = report().replace("水务", mark).replace("2021-12-18", f"{day}").replace("12月17日", f"{day:%-m月%-d日}")
        ingest(rig.store, "a.txt", text.encode(), collection)
    with rig:
        settled(telegram, rig, len(marks))
    for room in rooms:
        said = "\n".join(message.text for message in said_unasked(room))
        shown = {mark for mark in marks if mark in said}
        assert shown <= {mark for mark in marks if where[mark] in {PUBLIC, f"chat:{room.id}"}}
        assert shown
        assert "一周会议" in said
