"""How questions reach the bot and how answers come back."""

from dataclasses import replace

from data.ingest import ingest
from data.records import SHIPPED


def test_in_private_any_text_is_a_question(rig, telegram):
    alice = telegram.user("Alice")
    answer = telegram.reply_to(alice.tells("attended"))
    assert "主持\n• 罗远山 — 市委书记 [1]" in answer.text
    assert answer.parts("expandable_blockquote")[0].startswith("出处\n[1] 罗远山主持召开市水务委员会第二次会议")
    assert answer["link_preview_options"] == {"is_disabled": True}
    assert [button["text"] for button in answer.buttons] == ["决定", "目标", "看原文", "👍", "👎"]


def test_a_group_asks_by_mention_command_and_reply(rig, telegram):
    alice = telegram.user("Alice")
    group = telegram.group("群", alice)
    by_mention = telegram.reply_to(alice.says(group, "@Huiwen_Bot chaired"))
    by_command = telegram.reply_to(alice.says(group, "/ask@huiwen_bot decided"))
    by_reply = telegram.reply_to(alice.says(group, "goals", reply_to=by_mention))
    assert [text for text, *_ in rig.engine.asked] == ["chaired", "decided", "goals"]
    assert "审议通过" in by_command.text
    assert "实现供水全覆盖" in by_reply.text


def test_a_group_hears_nothing_when_it_is_not_the_bots_turn(rig, telegram):
    telegram.privacy(on=False)
    alice, robot = telegram.user("Alice"), telegram.user("Robot", is_bot=True)
    group = telegram.supergroup("群", alice, robot)
    alice.says(group, "chaired 大家好")
    alice.says(group, "/ask@other_bot chaired")
    alice.says(group, "/nothing")
    alice.says(group, "@someone chaired")
    robot.says(group, "@huiwen_bot chaired")
    question = alice.says(group, "@huiwen_bot goals")
    telegram.reply_to(question)
    assert [message.reply_to for message in group.sent] == [question.id]


def test_a_reply_to_an_answer_goes_on_about_it(rig, telegram):
    alice, bob = telegram.user("Alice"), telegram.user("Bob")
    group = telegram.group("群", alice, bob)
    answer = telegram.reply_to(alice.says(group, "@huiwen_bot chaired"))
    telegram.reply_to(bob.says(group, "goals", reply_to=answer))
    telegram.reply_to(bob.says(group, "@huiwen_bot decided"))
    telegram.reply_to(telegram.user("Eve").tells("when"))
    assert [reports for _, reports, _ in rig.engine.asked] == [(), ("r1",), ("r1",), ()]


def test_an_answer_stays_in_its_topic(rig, telegram):
    alice = telegram.user("Alice")
    forum = telegram.supergroup("论坛", alice, forum=True)
    topic = forum.topic("水务")
    answer = telegram.reply_to(alice.says(forum, "@huiwen_bot chaired", topic=topic))
    assert answer.topic == topic.id


def test_a_mention_alone_takes_the_message_it_replies_to(rig, telegram):
    telegram.privacy(on=False)
    alice, bob = telegram.user("Alice"), telegram.user("Bob")
    group = telegram.group("群", alice, bob)
    question = alice.says(group, "chaired")
    telegram.reply_to(bob.says(group, "@huiwen_bot", reply_to=question))
    assert rig.engine.asked[0][0] == "chaired"


def test_a_deleted_question_is_answered_all_the_same(rig, telegram):
    alice = telegram.user("Alice")
    group = telegram.group("群", alice)
    telegram.faults.add("slow", "sendMessage", seconds=1.0)
    question = alice.says(group, "@huiwen_bot chaired")
    alice.deletes(question)
    assert telegram.next_sent(group, question).reply_to is None


def test_a_chat_reads_the_public_reports_and_its_own(rig, telegram):
    alice = telegram.user("Alice")
    group, other = telegram.group("群", alice), telegram.group("别的群", alice)
    for collection in ("public", f"chat:{group.id}", f"chat:{other.id}"):
        ingest(rig.store, "a.txt", f"{collection}会议召开\n12月17日，罗远山主持{collection}会议。".encode(), collection)
    telegram.reply_to(alice.says(group, "@huiwen_bot chaired"))
    assert rig.engine.asked[0][2].collections == {"public", f"chat:{group.id}"}


def test_the_shipped_samples_answer_until_a_real_report_is_there(rig, telegram):
    alice = telegram.user("Alice")
    ingest(rig.store, "a.txt", "样例会议召开\n12月17日，罗远山主持样例会议。".encode(), SHIPPED)
    telegram.reply_to(alice.tells("chaired"))
    ingest(rig.store, "b.txt", "真会议召开\n12月18日，祝青禾主持真会议。".encode())
    telegram.reply_to(alice.tells("chaired"))
    assert [reader.collections for *_, reader in rig.engine.asked] == [{SHIPPED}, {"public"}]


def test_a_failure_is_one_calm_sentence_with_a_reference(rig, telegram, caplog):
    answer = telegram.reply_to(telegram.user("Alice").tells("fail"))
    reference = answer.text.partition("编号 ")[2].partition("）")[0]
    assert len(reference) == 6
    assert "scripted" not in answer.text
    assert any(reference in record.getMessage() for record in caplog.records)


def test_owners_hear_once_where_in_the_program_it_failed_and_nothing_of_what_was_asked(rig, telegram, owner):
    telegram.reply_to(owner.tells("chaired"))
    alice = telegram.user("Alice")
    reference = telegram.reply_to(alice.tells("fail")).text.partition("编号 ")[2][:6]
    (told,) = telegram.wait_for(lambda: [message for message in owner.private.sent if message.reply_to is None])
    assert told.text.startswith(f"程序出错（编号 {reference}）")
    assert "RuntimeError\n" in told.text
    assert "bot/desk.py:" in told.text
    assert "scripted" not in told.text
    telegram.reply_to(alice.tells("fail"))
    telegram.reply_to(owner.tells("chaired"))
    assert [message for message in owner.private.sent if message.reply_to is None] == [told]


def test_a_sticker_in_private_gets_a_hint_and_in_a_group_nothing(rig, telegram):
    telegram.privacy(on=False)
    alice = telegram.user("Alice", language="en")
    sticker = {"file_id": "x", "file_unique_id": "y", "type": "regular", "width": 1, "height": 1}
    sticker |= {"is_animated": False, "is_video": False}
    group = telegram.group("群", alice)
    alice.sends(group, sticker=sticker)
    hint = telegram.reply_to(alice.sends(alice.private, sticker=sticker))
    assert hint.text.startswith("I only read text")
    assert group.sent == []


def test_which_meeting_is_chosen_by_a_button(rig, telegram):
    alice = telegram.user("Alice")
    answer = telegram.reply_to(alice.tells("which_one"))
    assert [button["text"] for button in answer.buttons] == [
        "2021年12月17日 市水务委员会第二次会议",
        "2021年3月2日 市水务委员会第一次会议",
    ]
    press = alice.presses(answer, "2021年3月2日 市水务委员会第一次会议")
    press.answered()
    telegram.next_sent(alice.private, answer)
    assert rig.engine.asked[-1][:2] == ("谁主持的？", ("r2",))


def test_an_edited_question_has_its_answer_edited_and_other_edits_are_no_event(rig, telegram):
    alice = telegram.user("Alice")
    group = telegram.group("群", alice)
    question = alice.says(group, "@huiwen_bot chaired")
    answer = telegram.reply_to(question)
    chatter = alice.says(group, "/nothing")
    alice.edits(chatter, "@huiwen_bot goals")
    alice.edits(question, "@huiwen_bot decided")
    telegram.wait_for(lambda: "审议通过" in group.message(answer.id).text)
    assert [message.id for message in group.sent] == [answer.id]


def test_an_edit_that_makes_the_answer_longer_or_shorter_keeps_it_whole(rig, telegram):
    long = rig.engine.answers["topic"]
    rig.engine.answers["long"] = replace(long, entries=(replace(long.entries[0], text="水库加固，" * 1000),))
    alice = telegram.user("Alice")
    question = alice.tells("chaired")
    answer = telegram.reply_to(question)
    alice.edits(question, "long")
    telegram.wait_for(lambda: len(alice.private.sent) == 2)
    assert alice.private.sent[0].id == answer.id
    alice.edits(question, "chaired")
    telegram.wait_for(lambda: len(alice.private.sent) == 1)
    assert "罗远山" in alice.private.sent[0].text
