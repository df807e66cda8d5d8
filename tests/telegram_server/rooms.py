"""The chats as tests hold them: members, topics, and what happens to the bot in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .members import ADMINS
from .records import TELEGRAM, Chat, Message, Topic, newest, typed_text
from .world import World

if TYPE_CHECKING:
    from .actors import User


@dataclass(frozen=True)
class Room:
    """One chat of the server."""

    world: World
    id: int

    @property
    def chat(self) -> Chat:
        return self.world.chats[self.id]

    @property
    def messages(self) -> list[Message]:
        """Everything that stands in the chat, oldest first."""
        with self.world.lock:
            return newest(self.chat.messages.values())

    @property
    def sent(self) -> list[Message]:
        """What the bot has standing in the chat, oldest first."""
        with self.world.lock:
            return newest(item for item in self.chat.messages.values() if item.sender == self.world.bot["id"])

    def message(self, number: int) -> Message | None:
        """A message as it stands now; None when it is gone."""
        with self.world.lock:
            found = self.chat.messages.get(number)
            return newest([found])[0] if found is not None else None

    def reactions(self, message: Message) -> list[str]:
        """The emoji that the bot put on a message."""
        return [item["emoji"] for item in self.chat.reactions.get(message.id, [])]

    def topic(self, name: str) -> Topic:
        """Opens a topic in a forum."""
        with self.world.lock:
            owner = next(user for user, status in self.chat.members.items() if status in ADMINS)
            content = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
            message = self.world.post(self.chat, self.world.users[owner], **content)
            message |= {"message_thread_id": message.id, "is_topic_message": True}
            topic = self.chat.topics[message.id] = Topic(message.id, name)
            self.world.deliver("message", self.chat, message)
            return topic

    def close_topic(self, topic: Topic) -> None:
        """Nobody but admins can write there until it is reopened."""
        self._set_closed(topic, closed=True)

    def reopen_topic(self, topic: Topic) -> None:
        self._set_closed(topic, closed=False)

    def _set_closed(self, topic: Topic, *, closed: bool) -> None:
        with self.world.lock:
            topic.closed = closed
            service: dict[str, Any] = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
            owner = next(user for user, status in self.chat.members.items() if status in ADMINS)
            fields = {"message_thread_id": topic.id, "is_topic_message": True}
            message = self.world.post(self.chat, self.world.users[owner], **service, **fields)
            self.world.deliver("message", self.chat, message)

    def add(self, user: User, *, status: str = "member") -> None:
        """A user joins; everybody sees the service message."""
        with self.world.lock:
            before = self.world.member(self.chat, user.id)
            self.chat.members[user.id] = status
            message = self.world.post(self.chat, user.shown, new_chat_members=[user.shown])
            self.world.deliver("message", self.chat, message)
            self._tell_member(user, before)

    def remove(self, user: User) -> None:
        """A user leaves."""
        with self.world.lock:
            before = self.world.member(self.chat, user.id)
            self.chat.members[user.id] = "left"
            message = self.world.post(self.chat, user.shown, left_chat_member=user.shown)
            self.world.deliver("message", self.chat, message)
            self._tell_member(user, before)

    def set_status(self, user: User, status: str) -> None:
        """Promotes, demotes, restricts or bans a user."""
        with self.world.lock:
            before = self.world.member(self.chat, user.id)
            self.chat.members[user.id] = status
            self._tell_member(user, before)

    def add_bot(self, by: User) -> None:
        """The bot is added: my_chat_member, then the service message."""
        self.change_bot("member", by)
        with self.world.lock:
            me = self.world.bot
            message = self.world.post(self.chat, by.shown, new_chat_members=[me])
            self.world.deliver("message", self.chat, message)

    def kick_bot(self, by: User) -> None:
        self.change_bot("kicked", by)

    def promote_bot(self, by: User) -> None:
        """As an admin the bot sees every message."""
        self.change_bot("administrator", by)

    def demote_bot(self, by: User) -> None:
        self.change_bot("member", by)

    def change_bot(self, status: str, by: User) -> None:
        """The bot's own status changes; it gets my_chat_member wherever it was or is."""
        with self.world.lock:
            before = self.world.member(self.chat, self.world.bot["id"])
            self.chat.members[self.world.bot["id"]] = status
            self.chat.blocked = self.chat.kind == "private" and status == "kicked"
            self.world.put("my_chat_member", self._change(by.shown, before, self.world.bot["id"]))

    def migrate(self) -> Room:
        """The basic group becomes a supergroup with a new id; the old id answers 400 from now on."""
        with self.world.lock:
            assert self.chat.kind == "group", "only basic groups migrate"
            old = self.chat
            new = Chat(-1_000_000_000_000 - self.world.serial() - 1_900_000_000, "supergroup", old.title)
            new.members = dict(old.members)
            self.world.chats[new.id] = new
            owner = next(self.world.users[user] for user, status in old.members.items() if status in ADMINS)
            leaving = self.world.post(old, owner, migrate_to_chat_id=new.id)
            self.world.deliver("message", old, leaving)
            old.migrated_to = new.id
            arrived = self.world.post(new, owner, migrate_from_chat_id=old.id)
            self.world.deliver("message", new, arrived)
            return Room(self.world, new.id)

    def posts(self, text: str) -> Message:
        """A post in a channel; a linked group gets it forwarded by Telegram itself."""
        with self.world.lock:
            assert self.chat.kind == "channel", "only channels have posts"
            message = self.world.post(self.chat, None, sender_chat=self.chat.shown(), **typed_text(text))
            self.world.deliver("channel_post", self.chat, message)
            if self.chat.linked is not None:
                self._forward_to_group(message)
            return newest([message])[0]

    def _forward_to_group(self, post: Message) -> None:
        group = self.world.chats[self.chat.linked or 0]
        origin = {"type": "channel", "date": post["date"], "chat": self.chat.shown(), "message_id": post.id}
        content = {key: post[key] for key in ("text", "entities") if key in post}
        marks = {"sender_chat": self.chat.shown(), "is_automatic_forward": True, "forward_origin": origin}
        self.world.deliver("message", group, self.world.post(group, TELEGRAM, **content, **marks))

    def _tell_member(self, user: User, before: dict[str, Any]) -> None:
        """Only admin bots hear of other members, and only if they asked."""
        if self.chat.members.get(self.world.bot["id"]) in ADMINS:
            self.world.put("chat_member", self._change(user.shown, before, user.id))

    def _change(self, by: dict[str, Any], before: dict[str, Any], user_id: int) -> dict[str, Any]:
        return {
            "chat": self.chat.shown(),
            "from": by,
            "date": int(self.world.now()),
            "old_chat_member": before,
            "new_chat_member": self.world.member(self.chat, user_id),
        }
