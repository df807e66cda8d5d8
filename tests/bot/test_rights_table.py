"""Every kind of sender says every command in every kind of chat, and what happens is what the table says."""

import tomllib
from pathlib import Path

import pytest

from bot.texts import table
from data.store.inbox import Inbox

TABLE = tomllib.loads(Path(__file__).with_name("rights.toml").read_text(encoding="utf-8"))
NO = {
    table("zh-hans")[key]
    for key in (
        "load.refused",
        "load.refused_hidden",
        "admin.only_loaders",
        "rights.only_owners",
        "settings.only_admins",
    )
}
REPORT = "市水务委员会第{n}次会议召开\n12月17日，罗远山主持召开市水务委员会第{n}次会议。"


class Stage:
    """One chat with everybody in it."""

    def __init__(self, rig, telegram, owner, kind: str) -> None:
        self.rig, self.telegram, self.owner, self.kind = rig, telegram, owner, kind
        telegram.world.hears_bots = True
        self.users = {
            name: telegram.user(name) for name in ("loader", "former_loader", "member", "group_admin", "banned")
        }
        self.users |= {"owner": owner, "forwarded": owner, "edited": owner}
        self.bot = telegram.user("other", is_bot=True)
        for name in ("loader", "former_loader"):
            telegram.reply_to(owner.tells(f"/grant {self.users[name].id}"))
        telegram.reply_to(owner.tells(f"/revoke {self.users['former_loader'].id}"))
        self.room = None if kind == "private" else self._room()
        self.serial = 0

    def _room(self):
        everybody = [user for user in {*self.users.values(), self.bot} if user != self.owner]
        if self.kind == "group":
            room = self.telegram.group("群", self.owner, *everybody, bot="administrator")
        else:
            forum = self.kind == "forum"
            room = self.telegram.supergroup("群", self.owner, *everybody, bot="administrator", forum=forum)
        room.set_status(self.users["group_admin"], "administrator")
        room.set_status(self.users["banned"], "kicked")
        self.channel = self.telegram.channel("频道", self.owner)
        self.linked = self.telegram.channel("连接的频道", self.owner, linked=room)
        return room

    def say(self, sender: str, command: str):
        """The message as it stands in the chat; None where they cannot speak."""
        self.serial += 1
        text = command.replace("{report}", REPORT.replace("{n}", str(self.serial)))
        if sender == "anonymous_admin":
            return self.owner.anonymously(self.room).says(self.room, text)
        if sender == "channel":
            return self.owner.as_channel(self.channel).says(self.room, text)
        if sender == "linked_channel":
            self.linked.posts(text)
            return self.room.messages[-1]
        if sender == "other_bot":
            return self.bot.says(self.room, text)
        user = self.users[sender]
        room = self.room or user.private
        if sender == "banned":
            with pytest.raises(AssertionError, match="is not in"):
                user.says(room, text)
            return None
        if sender == "forwarded":
            return user.forwards(user.says(room, text), room)
        if sender == "edited":
            return user.edits(user.sends(room, text="/nothing@another_bot"), text)
        return user.says(room, text)

    def outcomes(self, said) -> dict:
        """What became of the messages, once all are dealt with."""
        inbox = Inbox(self.rig.store)
        self.telegram.wait_for(lambda: not self.telegram.pending and not inbox.pending(1), 60, "the last update")
        return {key: self._outcome(message) for key, message in said.items()}

    def _outcome(self, message) -> str:
        if message is None:
            return "away"
        replies = self.telegram.replies(message)
        if not replies:
            return "silent"
        return "refused" if replies[0].text in NO else "does"


def expected(kind: str) -> dict:
    """(sender, command) → what the table says."""
    moved = TABLE["private"] if kind == "private" else {}
    found = {}
    for sender, outcomes in TABLE["senders"].items():
        if kind == "private" and outcomes.get("private") == "away":
            continue
        for rank, commands in TABLE["commands"].items():
            for command in commands:
                held = next((other for other, those in moved.items() if command in those), rank)
                found[sender, command] = outcomes[held]
    return found


@pytest.mark.parametrize("kind", ["private", "group", "supergroup", "forum"])
def test_what_happens_is_what_the_table_says(rig, telegram, owner, kind):
    stage, wanted = Stage(rig, telegram, owner, kind), expected(kind)
    telegram.reply_to(owner.says(stage.room or owner.private, "/load " + REPORT.replace("{n}", "一")))
    said = {key: stage.say(*key) for key in wanted}
    found = stage.outcomes(said)
    assert {key: outcome for key, outcome in found.items() if outcome != wanted[key]} == {}


def test_the_table_knows_every_command():
    source = (Path(__file__).parents[2] / "bot" / "routes.py").read_text(encoding="utf-8")
    registered = {part.split('"')[1] for part in source.split("CommandHandler(")[1:] if part.startswith('"')}
    listed = {command[1:].split()[0] for commands in TABLE["commands"].values() for command in commands}
    assert listed == registered
