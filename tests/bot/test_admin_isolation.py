"""What is one group's own shows in no other chat, whatever administrators say there; and buttons are theirs alone."""

import tomllib
from pathlib import Path

import pytest

COMMANDS = tomllib.loads(Path(__file__).with_name("rights.toml").read_text(encoding="utf-8"))["commands"]
CANARIES = ("凤凰木", "凤凰树", "凤凰别名", "凤凰问题", "凤凰会")
REPORT = (
    "凤凰会第二次会议召开\n2021-12-18 来源：青澜日报\n"
    "12月17日，市委书记凤凰木主持召开凤凰会第二次会议。市长祝青禾出席会议并讲话。\n"
    "会议审议通过了《凤凰树工作规则》。\n"
)


@pytest.fixture
def groups(rig, telegram, owner):
    """Two groups; in the first everything that can be done was done, in its own words."""
    alice = telegram.user("Alice")
    one, other = telegram.supergroup("甲群", owner, alice), telegram.supergroup("乙群", owner, alice)
    for said in (
        "/load " + REPORT,
        "/load " + REPORT + "会议强调，抓好落实。\n",
        "/alias 凤凰别名 = 凤凰会",
        "/ask no_report",
        "/delete 2",
    ):
        telegram.reply_to(owner.says(one, said))
    telegram.reply_to(alice.says(one, "@huiwen_bot 凤凰问题"))
    return one, other, alice


def test_no_command_tells_a_group_what_is_another_s(groups, telegram, owner):
    _, other, alice = groups
    said = []
    for user in (owner, alice):
        for command in (command for commands in COMMANDS.values() for command in commands):
            if command.startswith("/load"):
                continue
            said.append(telegram.reply_to(user.says(other, command)))
            said.append(telegram.reply_to(user.says(other, command.replace("1", "2"))))
    for user in (owner, alice):
        said.append(telegram.reply_to(user.says(other, "/reports 凤凰木")))
    heading = "没有与“凤凰木”有关的报告。"
    shown = "\n".join(f"{m.text}\n{[b['text'] for b in m.buttons]}" for m in other.sent if m.text != heading)
    assert [canary for canary in CANARIES if canary in shown] == []
    assert len(said) > 80


def test_a_member_in_private_is_told_nothing_either(groups, telegram):
    *_, alice = groups
    for command in (command for commands in COMMANDS.values() for command in commands if "load" not in command):
        telegram.reply_to(alice.tells(command.replace("1", "2")))
    assert not [message.text for message in alice.private.sent if any(canary in message.text for canary in CANARIES)]


@pytest.mark.parametrize("who", ["member", "loader", "former_loader"])
def test_the_buttons_of_one_administrator_do_nothing_for_another(rig, telegram, owner, who):
    person = telegram.user(who)
    group = telegram.supergroup("群", owner, person)
    telegram.reply_to(owner.says(group, "/load " + REPORT))
    telegram.reply_to(owner.says(group, "/ask no_report"))
    shown = telegram.reply_to(owner.says(group, "/report 1"))
    owner.presses(shown, "✏️ 更正").answered()
    menu = telegram.wait_for(lambda: telegram.replies(shown) and telegram.replies(shown)[-1])
    asked = telegram.reply_to(owner.says(group, "/delete 1"))
    gaps = telegram.reply_to(owner.says(group, "/gaps"))
    if who != "member":
        telegram.reply_to(owner.tells(f"/grant {person.id}"))
    if who == "former_loader":
        telegram.reply_to(owner.tells(f"/revoke {person.id}"))
    for message, button in ((menu, "此人没有参加"), (asked, "删除"), (gaps, "＋ 别名 1")):
        assert person.presses(message, button).answered()["text"] == "这个按钮已经失效，请重新提问。"
    begun = person.presses(shown, "✏️ 更正").answered()
    assert begun["text"] == ("" if who == "loader" else "这一步只有管理员能做。")
    assert rig.store.numbers() == {1}
