"""Many groups asking at once, Telegram enforcing its limits: nobody is lost, nobody waits for another group's pause.

With `-s` the figures are shown; the release bar is CROWD=200.
"""

import os
import time
from pathlib import Path

import pytest
from telegram_server import BotProcess, TelegramServer

GROUPS = int(os.environ.get("CROWD", "12"))
QUESTIONS = ("谁主持的？", "谁出席了？", "通过了什么？", "定了哪些目标？", "什么时候开的？")
OVERALL = 30
"""Messages a second that Telegram takes from one bot."""
AT_REST = 4
"""Seconds after which a chat may be written to in a burst again."""
REPORT = (Path(__file__).parent / "journey" / "report.txt").read_bytes()


@pytest.fixture
def crowd(tmp_path):
    """Groups of five, a bot that has read a report, and limits in force."""
    with TelegramServer() as telegram:
        owner = telegram.user("Owner")
        people = [[telegram.user(f"U{g}-{n}") for n in range(len(QUESTIONS))] for g in range(GROUPS)]
        groups = [telegram.supergroup(f"群{g}", owner, *members) for g, members in enumerate(people)]
        with BotProcess(telegram, tmp_path / "var", owners=[owner.id]):
            telegram.reply_to(owner.sends_file(owner.private, "report.txt", REPORT, "/load"), 60)
            telegram.flood.on = True
            yield telegram, list(zip(groups, people, strict=True))
        assert telegram.violations == []


def waits(telegram, asked):
    """Seconds from a question to its first answer, by chat and question, for those that were answered."""
    found = {}
    for call in telegram.calls("sendMessage"):
        if call.result:  # a refused call was not read, so its fields are still as they came
            key = (call.chat_id, call.given["reply_parameters"]["message_id"])
            if key in asked:
                found.setdefault(key, call.time - asked[key])
    return found


def ask_all(telegram, crowd):
    """Everybody asks at once; when, by the chat and number of the question."""
    asked = {}
    for number, question in enumerate(QUESTIONS):
        for group, people in crowd:
            message = people[number].says(group, f"@huiwen_bot {question}")
            asked[message.chat_id, message.id] = time.monotonic()
    return asked


def percentile(values, share):
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(len(ranked) * share))]


def answers_to(telegram, asked):
    """The waits once everybody is answered."""
    patience = 30 + len(asked) / 5
    return telegram.wait_for(
        lambda: len(found := waits(telegram, asked)) == len(asked) and found, patience, f"{len(asked)} answers"
    )


@pytest.mark.timeout(600)
def test_everybody_in_every_group_is_answered_as_fast_as_telegram_allows(crowd):
    telegram, groups = crowd
    found = answers_to(telegram, ask_all(telegram, groups))
    firsts = [min(wait for (chat, _), wait in found.items() if chat == group.id) for group, _ in groups]
    late = max(wait - place / OVERALL for place, wait in enumerate(sorted(firsts)))
    print(f"\n{len(found)} answered, last first answer {max(firsts):.1f} s, at most {late:.1f} s beyond the limits")
    assert telegram.flood.refused == 0
    assert late <= 10


@pytest.mark.timeout(600)
def test_the_pause_of_one_group_holds_nobody_else_up(crowd):
    telegram, groups = crowd
    paused, _ = groups[0]
    quiet = percentile(answers_to(telegram, ask_all(telegram, groups[1:])).values(), 0.99)
    time.sleep(AT_REST)  # else the second round pays for the first
    telegram.faults.add("flood", "sendMessage", chat=paused.id, seconds=60.0)
    asked = ask_all(telegram, groups)
    others = {key: when for key, when in asked.items() if key[0] != paused.id}
    beside = percentile(answers_to(telegram, others).values(), 0.99)
    print(f"\np99 of the others {quiet:.2f} s without the pause, {beside:.2f} s with it")
    assert telegram.flood.refused == 0
    assert beside < quiet * 1.1 + 1.0  # a second for the noise of a busy machine, in a small crowd more than a tenth
