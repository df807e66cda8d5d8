"""A quoted passage says what a question is about: of an answer on several meetings, or of a report anybody pasted."""

import pytest

from bot.quoting import words_of
from data.ingest import ingest
from retrieval.engine import Engine

REPORT = (
    "梧影镇渡口管理委员会第{n}次会议召开\n2020-0{month}-11 来源：梧影简报\n"
    "{month}月10日，{chair}主持召开梧影镇渡口管理委员会第{n}次会议。\n会议审议通过了《{paper}》。\n"
)


@pytest.fixture
def asking(make_rig):
    """The bot with the real engine and two meetings of one body."""
    with make_rig() as rig:
        for n, month, chair, paper in (("一", 3, "封竹青", "渡船夜航办法"), ("二", 6, "练秋池", "渡口灯塔章程")):
            text = REPORT.format(n=n, month=month, chair=chair, paper=paper)
            ingest(rig.store, "a.txt", text.encode(), "public")
        real = Engine(rig.store, rig.settings.data_dir)
        rig.engine.ask, rig.engine.search = real.ask, real.search
        yield rig
        real.close()


@pytest.mark.parametrize(("number", "chair"), [("一", "封竹青"), ("二", "练秋池")])
def test_the_quoted_one_of_several_meetings_is_meant(asking, telegram, number, chair):
    alice = telegram.user("Alice")
    group = telegram.supergroup("群", alice)
    several = telegram.reply_to(alice.says(group, "@huiwen_bot 梧影镇渡口管理委员会开过哪些会议？"))
    line = next(line for line in several.text.splitlines() if line.startswith("• ") and f"第{number}次" in line)
    question = alice.says(group, "谁主持的？", reply_to=several, quote=line)
    assert chair in telegram.reply_to(question).text


def test_a_passage_that_somebody_pasted_is_what_is_asked_about(asking, telegram):
    telegram.privacy(on=False)
    alice, bob = telegram.user("Alice"), telegram.user("Bob")
    group = telegram.supergroup("群", alice, bob)
    pasted = bob.says(group, "看到没有？\n会议审议通过了《渡船夜航办法》。")
    question = alice.says(group, "@huiwen_bot 这次会议谁主持的？", reply_to=pasted)
    assert "封竹青" in telegram.reply_to(question).text


def test_a_quote_of_a_report_that_the_chat_may_not_read_tells_nothing(asking, telegram):
    alice = telegram.user("Alice")
    group = telegram.supergroup("群", alice)
    secret = REPORT.format(n="三", month=9, chair="温墨白", paper="浮桥章程")
    ingest(asking.store, "b.txt", secret.encode(), "chat:5")
    pasted = alice.says(group, "会议审议通过了《浮桥章程》。")
    question = alice.says(group, "@huiwen_bot 这次会议谁主持的？", reply_to=pasted)
    assert "温墨白" not in telegram.reply_to(question).text


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("• 渡口灯塔章程 [1][2]", "渡口灯塔章程"),
        ("“会议审议通过了章程。”", "会议审议通过了章程。"),
        ("• 管委会第二次会议 · 2020年6月10日 [2]", "管委会第二次会议"),
        ("[1] 短\n「渡口燈塔章程」", "渡口灯塔章程"),
        ("", ""),
    ],
)
def test_what_our_messages_put_around_words_is_no_part_of_them(quote, words):
    assert words_of(quote) == words
