"""With the real process: a report waits for its yes, who follows hears of it once, a group has its ways."""

import time
from dataclasses import replace
from datetime import date, timedelta

from telegram_server import BotProcess

from data.store import Store
from data.store.digests import digest_of, subscribe, unsubscribe
from data.store.posts import waiting

REPORT = (
    "市水务委员会第{n}次会议召开\n{day} 来源：青澜日报\n"
    "{day:%Y年}{day.month}月{day.day}日，罗远山主持召开市水务委员会第{n}次会议。市长祝青禾出席会议。\n"
    "会议审议通过了《节水工作规则》。会议强调，要推动科技创新，到2035年实现供水全覆盖。\n"
)


def report(n):
    return REPORT.format(n=n, day=date.today() - timedelta(days=3)).encode()


def load(telegram, owner, n, command="/load"):
    return telegram.reply_to(owner.sends_file(owner.private, f"{n}.txt", report(n), command), 60)


def became(telegram, room, message, words):
    return telegram.wait_for(lambda: (now := room.message(message.id)) and words in now.text and now, 20, words)


def unasked(room):
    return [message for message in room.sent if message.reply_to is None]


def test_a_report_waits_for_its_yes_and_then_who_follows_hears_of_it_as_the_group_wants(mode, telegram, tmp_path):
    owner, alice = telegram.user("Owner"), telegram.user("Alice")
    group = telegram.supergroup("群", alice, owner)
    question = "@huiwen_bot 水务委员会第二次会议谁主持的？"
    with BotProcess(telegram, tmp_path / "var", owners=[owner.id], **mode):
        telegram.reply_to(alice.says(group, "/follow 科技创新"), 20)
        settings = telegram.reply_to(alice.says(group, "/settings"))
        alice.presses(settings, "English").answered()
        became(telegram, group, settings, "Language: English")
        card = load(telegram, owner, "二", "/load ?")
        assert "No report fits" in telegram.reply_to(alice.says(group, question)).text
        owner.presses(card, "✓ 收录").answered()
        became(telegram, owner.private, card, "已收录")
        answer = telegram.reply_to(alice.says(group, question))
        assert "Chaired by\n• 罗远山" in answer.text
        (news,) = telegram.wait_for(lambda: unasked(group), 20, "the news")
    assert news.text.startswith("New reports on what is followed here: 1")
    assert "要推动科技创新" in news.text


def test_news_and_digests_come_once_though_the_process_is_killed(telegram, tmp_path):
    owner, alice = telegram.user("Owner"), telegram.user("Alice")
    with BotProcess(telegram, tmp_path / "var", owners=[owner.id]) as bot:
        telegram.reply_to(alice.tells("/follow 科技创新"), 20)
        telegram.reply_to(alice.tells("/digest weekly"))
        load(telegram, owner, "二")
        bot.kill()
        with Store.open(f"sqlite:///{tmp_path / 'var' / 'huiwen.db'}") as store:
            _a_week_passes(store, alice.id)
            bot.start()
            telegram.wait_for(lambda: len(unasked(alice.private)) == 2 and not waiting(store), 20, "news and digest")
            assert digest_of(store, alice.id).due > time.time()
        telegram.reply_to(alice.tells("水务委员会第二次会议谁主持的？"), 20)
    digest, news = sorted(message.text for message in unasked(alice.private))
    assert digest.startswith("一周会议（自 ")
    assert news.startswith("关注的内容有 1 份新报告：")


def _a_week_passes(store, chat):
    """The chat's digest is due."""
    was = digest_of(store, chat)
    unsubscribe(store, chat)
    subscribe(store, replace(was, due=1.0, since=(date.today() - timedelta(days=7)).isoformat()))
