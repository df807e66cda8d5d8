"""What the bot promises, promise by promise, with the real process and engine, in polling and in webhook mode."""

from itertools import cycle

import pytest
from telegram_server import BotProcess, TelegramServer

REPORT = (
    "霁岚湾灯塔管理委员会召开第{n}次会议\n2021-0{month}-11 来源：霁岚简报\n"
    "{month}月10日，市委书记麦小满主持召开霁岚湾灯塔管理委员会第{n}次会议。市长苗青屿出席会议并讲话，副市长{guest}出席。\n"
    "会议审议通过了《灯塔值守第{n}号办法》，听取了航标修缮情况汇报。\n"
    "会议强调，要推动灯塔{word}，到2030年建成航标站{n}座。\n"
)
QUOTA = 8


def report(n, month, guest="柏听澜", word="节能"):
    return REPORT.format(n=n, month=month, guest=guest, word=word)


class Town:
    """The server, the bot's owners, and what tests do again and again."""

    def __init__(self, telegram, owner, clerks):
        self.telegram, self.owner = telegram, owner
        self.clerks = cycle(clerks)

    def ask(self, user, text, room=None, **more):
        return self.telegram.reply_to(user.says(room or user.private, text, **more), 60)

    def tells(self, text):
        """What one of the other owners hears in private; they take turns, for a chat takes a message a second."""
        return self.ask(next(self.clerks), text).text

    def under(self, user, message, label):
        """What the bot sends when a button is pressed."""
        before = len(self.telegram.replies(message))
        user.presses(message, label).answered()
        return self.telegram.wait_for(lambda: self.telegram.replies(message)[before:], 30, label)[0]

    def became(self, room, message, words):
        def now():
            found = room.message(message.id)
            return found if found is not None and words in found.text else None

        return self.telegram.wait_for(now, 20, words)


def labels(message):
    return [button["text"] for button in message.buttons]


def links(message):
    return [entity["url"] for entity in message.entities if entity["type"] == "text_link"]


@pytest.fixture(scope="module")
def town(mode, tmp_path_factory):
    """The bot with two meetings of one body, a person's quota small; no request may be outside the Bot API."""
    folder = tmp_path_factory.mktemp("town")
    environment = {**mode.get("environment", {}), "HUIWEN_QUESTIONS_PER_USER": str(QUOTA)}
    with TelegramServer() as telegram:
        owner, *clerks = (telegram.user(name) for name in ("Owner", "Clerk", "Scribe", "Keeper"))
        with BotProcess(
            telegram,
            folder / "var",
            owners=[one.id for one in (owner, *clerks)],
            **{**mode, "environment": environment},
        ):
            town = Town(telegram, owner, clerks)
            for n, month in (("一", 3), ("二", 6)):
                town.tells("/load " + report(n, month))
            yield town
        assert telegram.violations == []


def test_an_answer_is_short_on_top_with_folded_sources_buttons_and_a_link(town):
    alice = town.telegram.user("Alice")
    unsure = town.ask(alice, "霁岚湾灯塔管理委员会会议谁主持的？")
    first = town.ask(alice, "霁岚湾灯塔管理委员会第一次会议谁出席了？")
    assert first.text.startswith("霁岚湾灯塔管理委员会第一次会议 · 2021年3月10日\n主持\n• 麦小满 — 市委书记")
    assert "“" in first.parts("expandable_blockquote")[0]
    assert labels(first)[:3] == ["决定", "目标", "看原文"]
    assert "下次会议 2021年6月10日 ▶" in labels(first)
    assert "第二次会议" in town.under(alice, first, "下次会议 2021年6月10日 ▶").text
    assert "灯塔值守第一号办法" in town.under(alice, first, "决定").text
    passage = town.under(alice, first, "看原文")
    assert passage.buttons[-1]["copy_text"]["text"].endswith("— 霁岚湾灯塔管理委员会召开第一次会议")
    assert "引文在这里" in town.telegram.reply_to(alice.follows(links(first)[0])).text
    assert "麦小满" in unsure.text


def test_pictures_come_with_sources_and_their_numbers(town):
    alice = town.telegram.user("Alice")
    for command, words in (
        ("/matrix", "2 次会议"),
        ("/timeline 灯塔", "决定和目标"),
        ("/attendance 麦小满", "主持 2 次"),
    ):
        drawn = town.ask(alice, command)
        assert drawn["photo"]
        assert words in drawn["caption"]
        assert "霁岚湾灯塔管理委员会召开第二次会议" in drawn["caption"]
        town.telegram.wait_until_read()
        alice.presses(drawn, "表格 .xlsx").answered()
        sheet = town.telegram.next_sent(alice.private, drawn, 30)
        assert sheet["document"]["file_name"].endswith(".xlsx")


def test_a_group_is_greeted_asks_in_its_topics_edits_moves_and_is_left_alone(town):
    telegram, alice = town.telegram, town.telegram.user("Alice")
    forum = telegram.supergroup("论坛", town.owner, alice, forum=True, bot="left")
    forum.add_bot(alice)
    telegram.wait_for(lambda: forum.sent and forum.sent[0].text.startswith("大家好，我是会问"), 20, "the greeting")
    topic = forum.topic("灯塔")
    question = alice.says(forum, "@huiwen_bot 灯塔管理委员会第二次会议谁主持的？", topic=topic)
    answer = telegram.reply_to(question, 30)
    assert answer.topic == topic.id
    assert "灯塔值守第二号办法" in town.ask(alice, "通过了什么？", forum, topic=topic, reply_to=answer).text
    alice.edits(question, "@huiwen_bot 灯塔管理委员会第一次会议谁主持的？")
    town.became(forum, answer, "第一次会议")
    for silent in ("今天风大", "/ask@another_bot 谁主持的？", "/weather"):
        alice.says(forum, silent, topic=topic)
    group = telegram.group("小群", town.owner, alice)
    assert "麦小满" in town.ask(alice, "/ask 灯塔管理委员会第二次会议谁主持的？", group).text
    moved = group.migrate()
    town.ask(town.owner, "/reports", moved)  # whoever moved it is heard in order, so the move is known by now
    assert "麦小满" in town.ask(alice, "@huiwen_bot 谁主持的？", moved).text
    assert len(forum.sent) == 3
    forum.kick_bot(alice)
    alice.blocks_bot()
    alice.unblocks_bot()
    assert "麦小满" in town.ask(alice, "灯塔管理委员会第二次会议谁主持的？").text


def test_a_loader_loads_for_their_group_alone_until_the_right_is_taken_back(town):
    telegram, alice, bob = town.telegram, town.telegram.user("Alice"), town.telegram.user("Bob")
    ours, theirs = telegram.supergroup("甲", town.owner, alice), telegram.supergroup("乙", bob)
    secret = report("三", 8, guest="温墨白")
    assert "只有机器人的管理员" in town.ask(alice, "/load " + secret, ours).text
    chatter = alice.says(ours, "/reports")
    telegram.reply_to(chatter)
    assert "现在可以收录" in town.ask(town.owner, "/grant", ours, reply_to=chatter).text
    card = town.ask(alice, "/load " + secret, ours)
    assert "已收录" in card.text
    asked = "@huiwen_bot 灯塔管理委员会第三次会议谁出席了？"
    assert "温墨白" in town.ask(alice, asked, ours).text
    assert "温墨白" not in town.ask(bob, asked, theirs).text
    assert str(alice.id) in town.tells("/who")
    take_back = next(button["callback_data"] for button in card.buttons if button["text"] == "撤回")
    assert bob.sends_callback(telegram.next_sent(theirs, theirs.messages[0]), take_back).answered()["show_alert"]
    town.tells(f"/revoke {alice.id}")
    assert alice.presses(card, "撤回").answered()["text"] == "这一步只有管理员能做。"


def test_everything_is_run_from_the_chat(town):
    owner, telegram = town.owner, town.telegram
    card = town.ask(owner, "/load ? " + report("五", 9))
    assert card.text.startswith("还没有收录")
    owner.presses(card, "✓ 收录").answered()
    number = town.became(owner.private, card, "已收录").text.partition("第 ")[2].partition(" 号")[0]
    files = [(f"{n}.txt", report(n, month).encode()) for n, month in (("六", 7), ("七", 8))]
    album = owner.sends_album(owner.private, files, "/load")
    telegram.wait_for(lambda: any("（2 份）" in one.text for one in telegram.replies(album[0])), 30, "the batch")
    assert "霁岚湾灯塔管理委员会召开第七次会议" in town.tells("/reports 第七次")
    fixing = town.under(owner, town.ask(owner, f"/report {number}"), "✏️ 更正")
    asked = town.under(owner, town.under(owner, fixing, "姓名写错"), "柏听澜")
    assert "已改为“柏听岚”" in town.ask(owner, "柏听岚", reply_to=asked).text
    corrected = town.tells("霁岚湾灯塔管理委员会第五次会议谁出席了？")
    assert "柏听岚" in corrected
    assert "经人工更正" in corrected
    assert town.ask(owner, "/undo").text == f"已撤回：更正第 {number} 号报告"
    assert "没有旧版本" in town.tells(f"/versions {number}")
    assert "好的" in town.tells("/alias 塔委 = 霁岚湾灯塔管理委员会")
    assert "麦小满" in town.tells("塔委第一次会议谁主持的？")
    town.tells("沙丘骆驼理事会谁主持的？")
    assert "沙丘骆驼理事会谁主持的？" in town.tells("/gaps")
    assert "人工更正：0" in town.tells("/stats")
    for what in ("facts xlsx", "facts csv", "reports json", "questions csv"):
        sent = town.ask(next(town.clerks), f"/export {what}")
        assert sent["document"]["file_name"].endswith(what.partition(" ")[2])
    owner.presses(town.ask(owner, f"/delete {number}"), "删除").answered()
    telegram.wait_for(lambda: f"第 {number} 号报告已删除" in owner.private.sent[-1].text, 20, "the deletion")
    assert f"删除第 {number} 号报告" in town.tells("/audit")
    assert "隐私模式" in town.tells("/status")


def test_who_types_its_name_anywhere_or_follows_or_votes_is_served(town):
    telegram, alice = town.telegram, town.telegram.user("Alice")
    offered = alice.queries("值守办法").answered(30)
    assert offered["is_personal"] is True
    assert any("灯塔值守第" in result["description"] for result in offered["results"])
    assert "（话题）" in town.ask(alice, "/follow 航标无人机").text
    assert "（人）" in town.ask(alice, "/follow 麦小满").text
    assert "每周摘要开着" in town.ask(alice, "/digest weekly").text
    answer = town.ask(alice, "灯塔管理委员会第一次会议谁主持的？")
    assert alice.presses(answer, "👎").answered()["text"].startswith("谢谢")
    town.tells("/load " + report("八", 9, word="航标无人机"))
    news = telegram.next_sent(alice.private, answer, 30)
    assert "航标无人机" in news.text
    alice.presses(news, "🔕 航标无人机").answered()
    assert "🔕 航标无人机" in town.ask(alice, "/follow").text
    assert "灯塔管理委员会第一次会议谁主持的？" in town.tells("/gaps")


def test_a_crowd_is_served_within_telegrams_limits_and_too_much_is_said_once(town):
    telegram = town.telegram
    people = [telegram.user(f"U{number}") for number in range(5)]
    group = telegram.supergroup("热闹的群", town.owner, *people)
    telegram.flood.on = True
    asked = [one.says(group, "@huiwen_bot 灯塔管理委员会第一次会议谁主持的？") for one in people]
    much = [people[0].tells("灯塔管理委员会第一次会议谁主持的？") for _ in range(QUOTA + 1)]
    telegram.wait_for(lambda: not telegram.unanswered([*asked, *much[:QUOTA]]), 60, "every answer")
    telegram.flood.on = False
    assert telegram.flood.refused == 0
    said = [one.text for one in people[0].private.sent if "到了上限" in one.text]
    assert len(said) == 1
    assert all("麦小满" in telegram.replies(one)[0].text for one in asked)


@pytest.mark.parametrize(
    ("language", "question", "words"),
    [
        ("zh-hans", "谁主持了灯塔管理委员会第二次会议？", ("提问：", "主持\n", "出处")),
        ("zh-hant", "誰主持了燈塔管理委員會第二次會議？", ("提問：", "主持\n", "出處")),
        ("en", "Who chaired the second meeting of 灯塔管理委员会?", ("Asking:", "Chaired by\n", "Sources")),
    ],
)
def test_everybody_is_spoken_to_in_their_language(town, language, question, words):
    someone = town.telegram.user("Someone", language=language)
    assert town.ask(someone, "/help").text.startswith(words[0])
    answer = town.ask(someone, question)
    assert [word for word in words[1:] if word not in answer.text] == []
    assert "麦小满" in answer.text or "麥小滿" in answer.text
