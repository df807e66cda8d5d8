"""The main job with the real process: a report goes in by command, a group asks, the cited answer comes back."""

import os
import random
import time
import tomllib
from pathlib import Path

import pytest
from telegram_server import BotProcess, TelegramServer

HERE = Path(__file__).parent / "journey"
SEED = Path(__file__).parents[2] / ".." / "shared" / "seed" / "report.txt"
WORDS = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))
REPORTS = {"seed": SEED, "shipped": HERE / "report.txt"}
WAITING = 50
KILLS = int(os.environ.get("KILLS", "2"))
"""How often the process is killed with questions waiting; the release bar is 20, which takes a minute."""


@pytest.fixture(params=["shipped", "seed"])
def told(request):
    """The words of a journey and its report; the seed lies beside the project, where there is one."""
    path = REPORTS[request.param]
    if not path.exists():
        pytest.skip(f"no {path.name} beside the checkout")
    return WORDS[request.param], path.read_bytes()


@pytest.fixture
def telegram():
    with TelegramServer() as server:
        yield server
        assert server.violations == []


def loaded(telegram, owner, data, patience=60.0):
    return telegram.reply_to(owner.sends_file(owner.private, "report.txt", data, "/load"), patience)


def test_a_report_goes_in_a_group_asks_and_the_cited_answer_comes_back(told, mode, telegram, tmp_path):
    words, data = told
    owner, alice = telegram.user("Owner"), telegram.user("Alice")
    group = telegram.supergroup("群", owner, alice)

    def ask(text, reply_to=None):
        return telegram.reply_to(alice.says(group, text, reply_to=reply_to))

    with BotProcess(telegram, tmp_path / "var", owners=[owner.id], **mode):
        card = loaded(telegram, owner, data)
        assert [word for word in words["loaded"] if word not in card.text] == []

        attended = ask(words["who"])
        assert [word for word in words["attended"] if word not in attended.text] == []
        (sources,) = attended.parts("expandable_blockquote")
        assert [word for word in words["proof"] if word not in sources] == []
        assert [button["text"] for button in attended.buttons] == ["决定", "目标", "看原文", "👍", "👎"]

        decided = ask("会上通过了什么？", attended)
        assert [word for word in words["decided"] if word not in decided.text] == []
        goals = ask("定了哪些目标？", decided)
        assert [word for word in words["goals"] if word not in goals.text] == []

        where = ask("在哪儿开的？", attended)
        assert "没有说" in where.text

        alice.presses(attended, "看原文").answered()
        passage = telegram.next_sent(group, where)
        assert "引文在这里" in passage.text


@pytest.mark.timeout(280)
def test_no_question_is_lost_whenever_the_process_is_killed(telegram, tmp_path):
    words, data = WORDS["shipped"], REPORTS["shipped"].read_bytes()
    owner = telegram.user("Owner")
    dice = random.Random(7)
    with BotProcess(telegram, tmp_path / "var", owners=[owner.id]) as bot:
        loaded(telegram, owner, data)
        bot.kill()
        questions = []
        for _ in range(KILLS):
            missing = WAITING - len(telegram.unanswered(questions))
            questions += [telegram.user("Asker").tells(words["asked"]) for _ in range(missing)]
            bot.start()
            time.sleep(dice.uniform(0.0, 1.5))
            bot.kill()
        bot.start()
        telegram.wait_for(lambda: not telegram.unanswered(questions), 60, "every question's answer")
        answers = [telegram.replies(question) for question in questions]
        assert all(words["named"] in replies[0].text for replies in answers)
        twice = sum(map(len, answers)) - len(questions)
        print(f"{len(questions)} questions, {KILLS} kills, none lost, {twice} answered twice")
        assert twice <= 8 * KILLS
