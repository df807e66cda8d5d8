"""`/forget`: in private everything of a person goes, in a group their talk there; nothing of anybody else."""

import pytest

from data.store.digests import digest_of
from data.store.follows import follows_of
from data.store.gaps import gaps_in
from data.store.memory import Memory

SPACES = ("context", "load", "words", "vote", "answer", "question", "outcome", "buttons", "passages", "preferences")


@pytest.fixture
def left(rig):
    """What the bot remembers that has a person's or a chat's id in it."""

    def found(number):
        rows = ((name, key, value) for name in SPACES for key, value in Memory(rig.store).items(name).items())
        return [row for row in rows if str(number) in row[1] + row[2]]

    return found


def used(telegram, person, room):
    """The bot was asked there, set up and rated."""
    answer = telegram.reply_to(person.says(room, "@huiwen_bot chaired"))
    person.presses(answer, "👍").answered()
    return answer


def test_in_private_everything_of_the_person_goes_and_nothing_of_others(rig, telegram, left):
    alice, bob = telegram.user("Alice"), telegram.user("Bob")
    group = telegram.group("群", alice, bob)
    used(telegram, alice, group)
    used(telegram, bob, bob.private)
    answer = used(telegram, alice, alice.private)
    alice.presses(telegram.reply_to(alice.tells("/settings")), "English").answered()
    for command in ("/follow 节水", "/digest weekly"):
        telegram.reply_to(alice.tells(command))
    telegram.wait_for(lambda: left(alice.id) and left(bob.id) and follows_of(rig.store, alice.id))
    assert "forgotten" in telegram.reply_to(alice.tells("/forget")).text
    assert left(alice.id) == []
    assert (follows_of(rig.store, alice.id), digest_of(rig.store, alice.id)) == ((), None)
    assert left(bob.id) != []
    assert "已经失效" in alice.presses(answer, "决定").answered()["text"]


def test_in_a_group_only_the_talk_there_goes(rig, telegram, left):
    alice = telegram.user("Alice")
    group = telegram.group("群", alice)
    answer = used(telegram, alice, group)
    used(telegram, alice, alice.private)
    telegram.wait_for(lambda: [row for row in left(alice.id) if row[0] == "context"][1:])
    assert "这个群里" in telegram.reply_to(alice.says(group, "/forget")).text
    assert [key for name, key, _ in left(alice.id) if name == "context"] == [f"{alice.id}:0:{alice.id}"]
    assert "节水工作规则" in telegram.reply_to(alice.says(group, "decided", reply_to=answer)).text


def test_a_question_without_an_answer_does_not_say_in_whose_chat_it_was_asked(rig, telegram):
    alice = telegram.user("Alice")
    telegram.reply_to(alice.tells("not_said"))
    telegram.wait_for(lambda: gaps_in(rig.store, None, 9))
    assert gaps_in(rig.store, alice.id, 9) == ()
