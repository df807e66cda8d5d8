"""Quotas: one clear sentence when they are used up, room again after a while, one running question a person."""

import asyncio

import pytest

from bot.quota import Quota


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_a_person_is_told_once_and_has_room_again_after_the_while(clock):
    quota = Quota(10, 2, 0, clock)
    assert [quota.take(1, 1), quota.take(1, 1)] == [None, None]
    clock.now = 60.0
    first, second = quota.take(1, 1), quota.take(1, 1)
    assert (first.whose, first.most, first.minutes, first.is_told, second.is_told) == ("user", 2, 9, False, True)
    assert quota.take(2, 2) is None
    clock.now = 601.0
    assert quota.take(1, 1) is None


def test_a_refused_question_does_not_count_for_the_group(clock):
    quota = Quota(10, 1, 2, clock)
    assert quota.take(-5, 1) is None
    assert quota.take(-5, 1).whose == "user"
    assert quota.take(-5, 2) is None
    assert quota.take(-5, 3).whose == "group"
    assert quota.take(3, 3) is None


def test_many_askers_are_forgotten_when_they_are_quiet(clock):
    quota = Quota(1, 1, 1, clock)
    for user in range(3000):
        clock.now += 1.0
        quota.take(user, user)
    assert len(quota._askers) <= 1000


def test_two_questions_of_a_person_do_not_run_at_once_and_those_of_two_do():
    async def main():
        quota, running, most = Quota(1, 0, 0), [], {}

        async def question(user):
            async with quota.alone(user):
                running.append(user)
                most[user] = max(most.get(user, 0), running.count(user))
                most["all"] = max(most.get("all", 0), len(running))
                await asyncio.sleep(0)
                running.remove(user)

        await asyncio.gather(*(question(user) for user in (1, 1, 1, 2, 2)))
        return most

    assert asyncio.run(main()) == {1: 1, 2: 1, "all": 2}


def test_the_question_too_many_gets_one_sentence_the_next_none_and_a_button_a_box(make_rig, telegram):
    with make_rig(questions_per_user=2) as rig:
        alice = telegram.user("Alice")
        answer = telegram.reply_to(alice.tells("chaired"))
        telegram.reply_to(alice.tells("goals"))
        refused = telegram.reply_to(alice.tells("decided"))
        assert refused.text == "您这段时间已经问了 2 个问题，到了上限。请过 10 分钟再问。"
        silent = alice.tells("decided")
        assert "2 个问题" in alice.presses(answer, "决定").answered()["text"]
        assert telegram.replies(silent) == []
        assert [text for text, *_ in rig.engine.asked] == ["chaired", "goals"]


def test_a_group_has_a_quota_of_its_own(make_rig, telegram):
    with make_rig(questions_per_group=1):
        alice, bob = telegram.user("Alice"), telegram.user("Bob")
        group = telegram.group("群", alice, bob)
        telegram.reply_to(alice.says(group, "@huiwen_bot chaired"))
        assert telegram.reply_to(bob.says(group, "@huiwen_bot goals")).text.startswith("这个群")
        assert "供水" in telegram.reply_to(bob.tells("goals")).text
