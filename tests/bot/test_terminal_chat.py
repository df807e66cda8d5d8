"""The chat in the terminal: the engine of the bot, its words, and how to go on Telegram."""

import io
from datetime import date

import pytest
from rich.console import Console

from bot.chat import run
from data.records import EVERYONE


def chat(engine, monkeypatch, *lines):
    """What the screen shows after these lines and the end of the input."""
    typed = iter(lines)

    def answer(*_):
        line = next(typed, None)
        if line is None:
            raise EOFError
        return line

    monkeypatch.setattr("builtins.input", answer)
    screen = io.StringIO()
    run(engine, EVERYONE, lambda: date(2024, 5, 1), Console(file=screen, width=80))
    return screen.getvalue()


def test_answers_come_with_their_sources_and_the_talk_goes_on(scripted, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    shown = chat(scripted, monkeypatch, "chaired", "goals")
    assert "HUIWEN_TELEGRAM_TOKEN" in shown
    assert "• 罗远山 — 市委书记 [1]\n出处\n[1] 罗远山主持召开市水务委员会第二次会议，2021年12月18日，第 1 段" in shown
    assert [(text, reports) for text, reports, _ in scripted.asked] == [("chaired", ()), ("goals", ("r1",))]


@pytest.mark.parametrize(("code", "word"), [("C", "会问"), ("zh_TW.UTF-8", "會問"), ("en_US.UTF-8", "Huiwen")])
def test_it_greets_in_the_terminals_language(scripted, monkeypatch, code, word):
    monkeypatch.setenv("LC_ALL", code)
    assert chat(scripted, monkeypatch, "").startswith(word)
