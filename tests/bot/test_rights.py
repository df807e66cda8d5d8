"""Who may do what: owners, loaders whom they name, and everybody else, in every kind of chat."""

import pytest

REPORT = "市水务委员会第二次会议召开\n12月17日，罗远山主持召开市水务委员会第二次会议。"


def test_an_owner_lets_somebody_load_and_takes_it_back(rig, telegram, owner):
    alice = telegram.user("Alice")
    assert "只有机器人的管理员" in telegram.reply_to(alice.tells("/load " + REPORT)).text
    assert telegram.reply_to(owner.tells(f"/grant {alice.id}")).text == f"{alice.id} 现在可以收录和删除报告了。"
    assert "第 1 号" in telegram.reply_to(alice.tells("/load " + REPORT)).text
    assert str(alice.id) in telegram.reply_to(owner.tells("/who")).text
    asked = telegram.reply_to(alice.tells("/delete 1"))
    telegram.reply_to(owner.tells(f"/revoke {alice.id}"))
    assert alice.presses(asked, "删除").answered()["text"] == "这一步只有管理员能做。"
    assert "只有机器人的管理员" in telegram.reply_to(alice.tells("/load " + REPORT)).text


def test_granting_works_by_reply_and_needs_a_person(rig, telegram, owner):
    alice = telegram.user("Alice")
    group = telegram.supergroup("群", owner, alice)
    said = alice.says(group, "@huiwen_bot chaired")
    telegram.reply_to(said)
    assert str(alice.id) in telegram.reply_to(owner.says(group, "/grant", reply_to=said)).text
    for argument in ("", "@alice", "9" * 20):
        assert "数字编号" in telegram.reply_to(owner.tells(f"/grant {argument}")).text


@pytest.mark.parametrize("command", ["/grant 5", "/revoke 5", "/who", "/status"])
def test_what_is_the_owners_is_refused_to_others_and_to_loaders(rig, telegram, owner, command):
    alice = telegram.user("Alice")
    group = telegram.supergroup("群", owner, alice)
    telegram.reply_to(owner.tells(f"/grant {alice.id}"))
    asked = [alice.tells(command), alice.says(group, command), owner.anonymously(group).says(group, command)]
    for message in asked:
        assert telegram.reply_to(message).text == "只有机器人的主人能做这件事。"


def test_the_status_says_how_it_runs(rig, telegram, owner):
    said = telegram.reply_to(owner.tells("/status")).text
    assert "版本 0." in said
    assert "等待处理：0" in said
    assert "隐私模式开着" in said


def test_a_group_keeps_its_reports_when_its_id_changes(rig, telegram, owner):
    group = telegram.group("群", owner)
    telegram.reply_to(owner.says(group, "/load " + REPORT))
    moved = group.migrate()
    assert "1. 市水务委员会第二次会议召开" in telegram.reply_to(owner.says(moved, "/reports")).text
