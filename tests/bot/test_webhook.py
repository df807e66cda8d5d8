"""Webhook mode: only Telegram is let in, and what it was told 200 for is not lost."""

import http.client
import json
import socket

import pytest

from bot.app import hooked, polling
from bot.webhook import MOST_BYTES
from config.settings import SettingsError, load

HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@pytest.fixture
def hook(make_rig, port):
    """The bot behind a webhook, not yet started."""
    place = {"webhook_url": f"http://127.0.0.1:{port}/hook", "webhook_listen": f"127.0.0.1:{port}"}
    return lambda **more: make_rig(**({"feed": hooked, "webhook_secret": "s3cret"} | place | more))


def posted(port, body, headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("POST", "/hook", body, headers)
        return connection.getresponse().status
    finally:
        connection.close()


def test_a_question_comes_in_by_webhook_and_is_answered(hook, telegram):
    with hook():
        alice = telegram.user("Alice")
        assert "罗远山" in telegram.reply_to(alice.tells("chaired")).text
        telegram.wait_for(lambda: not telegram.pending)
        assert [status for _, status in telegram.deliveries] == [200]
        assert telegram.polls == 0
        (call,) = telegram.calls("setWebhook")
        assert "callback_query" in call.given["allowed_updates"]


def test_only_who_knows_the_secret_is_let_in(hook, telegram, port, caplog):
    with hook() as rig:
        update = json.dumps({"update_id": 1, "message": {}})
        refused = [posted(port, update, headers) for headers in ({}, {HEADER: "guess"}, {HEADER: "s3crét"})]
        assert refused == [403, 403, 403]
        assert posted(port, "no json", {HEADER: "s3cret"}) == 400
        assert posted(port, "[1]", {HEADER: "s3cret"}) == 400
        telegram.reply_to(telegram.user("Alice").tells("chaired"))
        assert len(rig.engine.asked) == 1
    assert "s3cret" not in caplog.text


def test_a_body_that_is_too_large_is_refused(hook, port):
    with hook():
        assert posted(port, b" " * (MOST_BYTES + 1), {HEADER: "s3cret"}) == 400


def test_without_a_secret_set_each_start_makes_one_of_its_own(hook, telegram):
    for _ in range(2):
        with hook(webhook_secret=None):
            telegram.reply_to(telegram.user("Alice").tells("chaired"))
    secrets = {call.given["secret_token"] for call in telegram.calls("setWebhook")}
    assert len(secrets) == 2
    assert min(map(len, secrets)) >= 20


def test_what_was_asked_while_the_bot_was_away_is_answered_in_either_mode(hook, telegram):
    alice = telegram.user("Alice")
    with hook():
        telegram.reply_to(alice.tells("chaired"))
    waiting = alice.tells("decided")
    with hook(feed=polling):
        telegram.reply_to(waiting)
    waiting = alice.tells("goals")
    with hook():
        telegram.reply_to(waiting)


def test_a_place_that_is_taken_ends_the_bot_with_a_reason(hook, telegram, port, caplog):
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        rig = hook()
        with rig:
            rig.wait_until_ended()
    assert rig.code == 1
    assert "HUIWEN_WEBHOOK_LISTEN" in caplog.text


@pytest.mark.parametrize(
    ("key", "value"), [("webhook_secret", "zwei Wörter"), ("webhook_listen", "localhost"), ("webhook_url", "bot")]
)
def test_settings_that_cannot_work_are_named(key, value):
    with pytest.raises(SettingsError, match=key.upper()):
        load(**{key: value})


def test_a_port_alone_is_for_this_machine_only():
    assert load(webhook_listen="8443").webhook_place == ("127.0.0.1", 8443)
    assert load(webhook_listen="[::1]:80").webhook_place == ("::1", 80)
