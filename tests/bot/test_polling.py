"""Starting, polling and stopping: nothing is lost, nobody is left guessing."""

import contextlib
import json
import logging
import time
from urllib.request import urlopen

import pytest

from data.store.inbox import Inbox


def poll_once(telegram):
    """Another process with the same token."""
    with contextlib.suppress(OSError), urlopen(f"{telegram.url}/bot{telegram.token}/getUpdates", timeout=5) as answer:
        answer.read()


def test_an_update_is_stored_before_it_is_acknowledged(rig, telegram, monkeypatch):
    seen = []
    put = Inbox.put

    def watched(inbox, updates):
        seen.extend((key, {update["update_id"] for update in telegram.pending}) for key, _ in updates)
        return put(inbox, updates)

    monkeypatch.setattr(Inbox, "put", watched)
    telegram.reply_to(telegram.user("Alice").tells("chaired"))
    assert seen
    assert all(key in pending for key, pending in seen)


def test_what_waited_in_the_store_is_answered_at_the_next_start(make_rig, telegram):
    alice = telegram.user("Alice")
    question = alice.tells("chaired")
    rig = make_rig()
    Inbox(rig.store).put([(update["update_id"], json.dumps(update)) for update in telegram.pending])
    with rig:
        telegram.reply_to(question)
        telegram.wait_until_read()
    assert len(telegram.replies(question)) == 1


def test_an_update_that_makes_no_sense_harms_no_other(make_rig, telegram, caplog):
    rig = make_rig()
    Inbox(rig.store).put([(1, '{"update_id": 1, "message": {"chat": 5}}'), (2, '{"update_id": 2, "message": []}')])
    with rig:
        telegram.reply_to(telegram.user("Alice").tells("chaired"))
    assert Inbox(rig.reopened()).pending() == []


def test_questions_of_one_person_are_answered_in_order_and_others_do_not_wait(rig, telegram):
    alice, bob = telegram.user("Alice"), telegram.user("Bob")
    telegram.faults.add("slow", "sendMessage", chat=alice.private.id, seconds=1.0)
    first = alice.tells("chaired")
    second = alice.tells("decided")
    other = bob.tells("goals")
    telegram.reply_to(other)
    assert telegram.replies(first) == []
    telegram.reply_to(second)
    assert [message.reply_to for message in alice.private.sent] == [first.id, second.id]


def test_a_refused_token_ends_the_bot_with_a_clear_line(make_rig, telegram, caplog):
    telegram.token = "700000001:another-token"
    with make_rig(token="700000001:wrong") as rig:
        assert rig.code == 1
    assert any("HUIWEN_TELEGRAM_TOKEN" in record.getMessage() for record in caplog.records)


def test_another_poller_ends_the_bot_after_a_while(make_rig, telegram, monkeypatch, caplog):
    monkeypatch.setattr("bot.poll._CONFLICT_SECONDS", 2.5)
    with make_rig() as rig:
        deadline = time.monotonic() + 20
        while rig.running and time.monotonic() < deadline:
            time.sleep(0.1)
            poll_once(telegram)
        assert rig.code == 1
    assert any("another process is polling" in record.getMessage() for record in caplog.records)


def test_a_stop_lets_the_answer_under_way_be_sent(rig, telegram):
    alice = telegram.user("Alice")
    telegram.faults.add("slow", "sendMessage", seconds=1.0)
    question = alice.tells("chaired")
    telegram.wait_for(lambda: rig.engine.asked)
    rig.stop()
    assert rig.code == 0
    assert len(telegram.replies(question)) == 1


def test_the_store_away_for_a_moment_loses_nothing(rig, telegram, monkeypatch):
    from data.errors import StoreError

    put, faults = Inbox.put, iter([True, True])

    def failing(inbox, updates):
        if next(faults, False):
            raise StoreError("scripted")
        return put(inbox, updates)

    monkeypatch.setattr(Inbox, "put", failing)
    telegram.reply_to(telegram.user("Alice").tells("chaired"))


def test_the_token_stands_in_no_log_line(rig, telegram, caplog):
    from bot.logs import Redacting

    caplog.set_level(logging.DEBUG)
    telegram.faults.add("reset", "sendMessage")
    telegram.reply_to(telegram.user("Alice").tells("fail"))
    telegram.reply_to(telegram.user("Alice").tells("chaired"))
    written = "\n".join(Redacting([telegram.token]).format(record) for record in caplog.records)
    assert len(written) > 1000
    assert telegram.token not in written
    assert "<secret>" in written


def test_command_lists_differ_by_place_and_language(rig, telegram):
    telegram.wait_for(lambda: len(telegram.calls("setMyShortDescription")) == 3)
    calls = telegram.calls("setMyCommands")
    scopes = {(call.given.get("scope", {}).get("type"), call.given.get("language_code")) for call in calls}
    assert len(scopes) == len(calls) == 12
    private = next(
        c for c in calls if c.given["scope"]["type"] == "all_private_chats" and c.given.get("language_code") == "zh"
    )
    assert {"command": "load", "description": "收录报告（管理员）"} in private.given["commands"]


@pytest.mark.parametrize("status", ["member"])
def test_a_group_is_greeted_once(rig, telegram, status):
    alice = telegram.user("Alice")
    group = telegram.supergroup("群", alice, bot="left")
    group.add_bot(alice)
    telegram.wait_for(lambda: group.sent)
    group.kick_bot(alice)
    group.add_bot(alice)
    telegram.reply_to(alice.says(group, "@huiwen_bot chaired"))
    assert ["@huiwen_bot" in message.text for message in group.sent] == [True, False]
