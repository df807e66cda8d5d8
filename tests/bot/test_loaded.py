"""After a load: taking it back, giving it to a group, and several files at once."""

from data.corrections import Correction
from data.records import EVERYONE, Reader
from data.store.corrections import correct, corrections_to

REPORT = "市水务委员会第{n}次会议召开\n12月17日，罗远山主持召开市水务委员会第{n}次会议。"


def report(n):
    return REPORT.format(n=n).encode()


def labels(message):
    return [button["text"] for button in message.buttons]


def test_a_load_is_taken_back_by_its_button_and_undo_brings_it_again(rig, telegram, owner):
    card = telegram.reply_to(owner.sends_file(owner.private, "a.txt", report("二"), "/load"))
    owner.presses(card, "撤回").answered()
    telegram.wait_for(lambda: "已删除" in owner.private.message(card.id).text)
    assert rig.store.summaries(EVERYONE)[1] == 0
    assert "已撤回" in telegram.reply_to(owner.tells("/undo")).text
    assert rig.store.summaries(EVERYONE)[1] == 1


def test_only_who_may_load_takes_back(rig, telegram, owner):
    alice = telegram.user("Alice")
    group = telegram.group("群", owner, alice)
    card = telegram.reply_to(owner.says(group, "/load " + REPORT.format(n="二")))
    assert alice.presses(card, "撤回").answered()["text"] == "这一步只有管理员能做。"
    assert len(rig.store.summaries(Reader(rig.store.collections()))[0]) == 1


def test_a_report_for_everybody_is_given_to_one_group(rig, telegram, owner):
    group = telegram.group("水务群", owner)
    telegram.reply_to(owner.says(group, "/reports"))
    card = telegram.reply_to(owner.sends_file(owner.private, "a.txt", report("二"), "/load"))
    correct(rig.store, EVERYONE, 1, Correction("meeting", "", "水务委二次会", by=owner.id, at=1.0))
    owner.presses(card, "只给某个群").answered()
    choice = telegram.next_sent(owner.private, card)
    owner.presses(choice, "水务群").answered()
    telegram.wait_for(lambda: "已移给“水务群”" in owner.private.message(choice.id).text)
    (summary,) = rig.store.summaries(Reader(frozenset({f"chat:{group.id}"})))[0]
    assert (summary.title, summary.meeting) == ("市水务委员会第二次会议召开", "水务委二次会")
    kept = corrections_to(rig.store, Reader(frozenset({f"chat:{group.id}"})), summary.number)
    assert [correction.kind for correction in kept] == ["meeting"]
    assert rig.store.summaries(Reader(frozenset({"public"})))[1] == 0


def test_whoever_left_the_group_cannot_give_it_a_report(rig, telegram, owner):
    group = telegram.supergroup("水务群", telegram.user("Founder"), owner)
    telegram.reply_to(owner.says(group, "/reports"))
    card = telegram.reply_to(owner.sends_file(owner.private, "a.txt", report("二"), "/load"))
    owner.presses(card, "只给某个群").answered()
    choice = telegram.next_sent(owner.private, card)
    group.set_status(owner, "left")
    assert "您不在那个群里" in owner.presses(choice, "水务群").answered()["text"]
    assert rig.store.summaries(Reader(frozenset({"public"})))[1] == 1


def test_an_album_is_one_batch_with_one_message(rig, telegram, owner):
    files = [("a.txt", report("二")), ("b.bin", b"\x00\x01\xff" * 99), ("c.txt", report("三")), ("d.txt", report("二"))]
    first = owner.sends_album(owner.private, files, "/load")[0]
    batch = telegram.wait_for(
        lambda: [m for m in owner.private.sent if m.reply_to == first.id and "（4 份）" in m.text], 20
    )[0]
    lines = batch.text.splitlines()[1:]
    assert [line[0] for line in lines] == ["✓", "✗", "✓", "✓"]
    assert "第 1 号" in lines[0]
    assert "b.bin" in lines[1]
    assert "早已收录（第 1 号）" in lines[3]
    assert len(owner.private.sent) == 1


def test_an_album_of_somebody_else_is_no_load(rig, telegram, owner):
    alice = telegram.user("Alice")
    first, second = alice.sends_album(alice.private, [("a.txt", report("二")), ("b.txt", report("三"))], "/load")
    assert "只有机器人的管理员" in telegram.reply_to(first).text
    assert "只读文字" in telegram.reply_to(second).text
    assert rig.store.summaries(EVERYONE)[1] == 0
