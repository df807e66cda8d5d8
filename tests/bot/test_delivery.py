"""Sending when the way to Telegram fails: every answer arrives, and none arrives twice."""

import logging
import time

import pytest

from bot.outbox import Pace


@pytest.mark.parametrize("kind", ["flood", "error", "page", "reset", "lost", "half", "garbage"])
def test_an_answer_arrives_once_whatever_happens_on_the_way(rig, telegram, kind):
    alice = telegram.user("Alice")
    group = telegram.supergroup("群", alice)
    rooms = [alice.private, group]
    telegram.reply_to(alice.tells("goals"))
    telegram.faults.add(kind, "sendMessage", times=2, skip=0, seconds=1)
    questions = [alice.says(room, "@huiwen_bot chaired") for room in rooms]
    for question in questions:
        assert "罗远山" in telegram.reply_to(question, 20).text
    later = [alice.says(room, "@huiwen_bot decided") for room in rooms]
    for question in (*questions, *later):
        telegram.reply_to(question, 20)
        assert len(telegram.replies(question)) == 1


def test_a_slow_answer_of_telegram_is_not_taken_for_a_lost_one(rig, telegram):
    alice = telegram.user("Alice")
    telegram.faults.add("late", "sendMessage", seconds=2.0)
    question = alice.tells("chaired")
    telegram.reply_to(question)
    telegram.reply_to(alice.tells("decided"))
    assert len(telegram.replies(question)) == 1


def test_every_question_is_answered_through_a_fifth_of_faults(rig, telegram):
    kinds = ["flood", "error", "page", "reset", "lost", "half", "garbage"]
    telegram.faults.mix(kinds, "sendMessage", "sendChatAction", "getUpdates", probability=0.2, seconds=1)
    questions = [telegram.user(f"U{number}").tells("chaired") for number in range(60)]
    telegram.wait_for(lambda: not telegram.unanswered(questions), 60)
    telegram.faults.clear()
    rig.stop()
    assert [len(telegram.replies(question)) for question in questions] == [1] * 60


def test_a_chat_that_must_wait_holds_up_no_other(rig, telegram):
    alice, bob = telegram.user("Alice"), telegram.user("Bob")
    telegram.faults.add("flood", "sendMessage", chat=alice.private.id, seconds=2.0)
    slow = alice.tells("chaired")
    started = time.monotonic()
    telegram.reply_to(bob.tells("chaired"))
    assert time.monotonic() - started < 1.0
    telegram.reply_to(slow)


def test_within_telegrams_limits_the_bot_brings_no_429_upon_itself(make_rig, telegram):
    telegram.flood.on = True
    with make_rig(pace=Pace()):
        _ask_much(telegram)
    assert telegram.flood.refused == 0


def _ask_much(telegram):
    users = [telegram.user(f"U{number}") for number in range(20)]
    group = telegram.group("群", *users)
    questions = [user.tells("chaired") for user in users for _ in range(2)]
    questions += [user.says(group, "@huiwen_bot chaired") for user in users[:8]]
    telegram.wait_for(lambda: not telegram.unanswered(questions), 60)


def test_markup_that_telegram_cannot_parse_goes_out_as_text(rig, telegram, monkeypatch, caplog):
    monkeypatch.setattr("bot.render.html._FOLD", ("<blockquote>", "</b>"))
    answer = telegram.reply_to(telegram.user("Alice").tells("chaired"))
    assert "• 罗远山 — 市委书记 [1]\n出处" in answer.text
    assert answer.entities == []
    assert any(record.levelno == logging.ERROR for record in caplog.records)


def test_a_group_that_moved_is_answered_at_its_new_address(rig, telegram):
    alice = telegram.user("Alice")
    group = telegram.group("群", alice)
    telegram.faults.add("slow", "sendMessage", seconds=1.0)
    alice.says(group, "@huiwen_bot chaired")
    new = group.migrate()
    telegram.wait_for(lambda: new.sent)
    assert "罗远山" in new.sent[0].text


def test_a_chat_that_threw_the_bot_out_is_no_trouble_to_others(rig, telegram, caplog):
    alice = telegram.user("Alice")
    group = telegram.group("群", alice)
    telegram.faults.add("slow", "sendMessage", chat=group.id, seconds=0.5)
    alice.says(group, "@huiwen_bot chaired")
    group.kick_bot(alice)
    telegram.reply_to(alice.tells("chaired"))
    telegram.wait_for(lambda: [call for call in telegram.calls("sendMessage", group) if call.code == 403])
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
