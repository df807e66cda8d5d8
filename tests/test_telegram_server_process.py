"""A real process on the other side: started, killed, started again, its log searched for the token."""

import sys
from pathlib import Path

import pytest
from telegram_server import BotProcess, TelegramServer

ECHO = """
import json, os, sys, time, urllib.parse, urllib.request

root = f"{os.environ['HUIWEN_TELEGRAM_URL']}/bot{os.environ['HUIWEN_TELEGRAM_TOKEN']}"
say = sys.argv[1]
if say == "token":
    print(root)
if say == "end":
    sys.exit(3)

def call(method, **given):
    data = urllib.parse.urlencode(given).encode()
    return json.load(urllib.request.urlopen(f"{root}/{method}", data))["result"]

offset = 0
while True:
    for update in call("getUpdates", offset=offset, timeout=20):
        message = update["message"]
        reply = json.dumps({"message_id": message["message_id"]})
        call("sendMessage", chat_id=message["chat"]["id"], text=say, reply_parameters=reply)
        offset = update["update_id"] + 1
"""


def echo(server: TelegramServer, folder: Path, say: str) -> BotProcess:
    """A tiny bot that answers everything with one word."""
    script = folder / "echo.py"
    script.write_text(ECHO, "utf-8")
    return BotProcess(server, folder / "data", program=(sys.executable, str(script)), arguments=(say,))


def test_what_waits_while_the_bot_is_dead_is_answered_when_it_is_back(tmp_path: Path) -> None:
    with TelegramServer() as server, echo(server, tmp_path, "好") as bot:
        alice = server.user("Alice")
        assert server.reply_to(alice.tells("一")).text == "好"
        server.wait_until_read()
        bot.kill()
        assert (bot.running, bot.exit_code) == (False, -9)
        waiting = [alice.tells(text) for text in ("二", "三")]
        assert server.unanswered(waiting) == waiting
        bot.start()
        server.wait_for(lambda: not server.unanswered(waiting))
        assert bot.terminate() < 5
        assert server.violations == []


def test_a_token_in_the_log_fails_the_test(tmp_path: Path) -> None:
    with TelegramServer() as server:
        bot = echo(server, tmp_path, "token").start()
        with pytest.raises(AssertionError, match="the token stands in the log"):
            bot.kill()


def test_a_bot_that_ends_by_itself_fails_the_test(tmp_path: Path) -> None:
    with TelegramServer() as server:
        bot = echo(server, tmp_path, "end")
        with pytest.raises(AssertionError, match="exit code 3"):
            bot.start()
        bot = echo(server, tmp_path, "end").start(wait=False)
        assert bot.wait_until_ended() == 3


def test_a_second_process_ends_the_polls_of_the_first(tmp_path: Path) -> None:
    with TelegramServer() as server:
        first = echo(server, tmp_path, "甲").start()
        second = echo(server, tmp_path, "乙").start()
        assert first.wait_until_ended() != 0
        assert any(call.code == 409 for call in server.calls("getUpdates"))
        second.kill()
