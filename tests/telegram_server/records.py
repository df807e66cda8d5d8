"""What the world is made of: messages, topics, chats, and the senders that are Telegram's own."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from . import utf16
from .entities import found

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
CHANNEL_BOT = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}


class Message(dict[str, Any]):
    """A message as the Bot API shows it, with short names for what tests ask about."""

    @property
    def id(self) -> int:
        return int(self["message_id"])

    @property
    def chat_id(self) -> int:
        return int(self["chat"]["id"])

    @property
    def text(self) -> str:
        """The text or the caption; empty for none."""
        return str(self.get("text", self.get("caption", "")))

    @property
    def entities(self) -> list[dict[str, Any]]:
        return list(self.get("entities", self.get("caption_entities", [])))

    @property
    def sender(self) -> int:
        """The id of `from`; 0 for a channel post."""
        return int(self.get("from", {}).get("id", 0))

    @property
    def reply_to(self) -> int | None:
        """The id of the message that this one replies to."""
        return self["reply_to_message"]["message_id"] if "reply_to_message" in self else None

    @property
    def topic(self) -> int | None:
        return self.get("message_thread_id") if self.get("is_topic_message") else None

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """The inline buttons, row after row."""
        return [button for row in self.get("reply_markup", {}).get("inline_keyboard", []) for button in row]

    def parts(self, kind: str) -> list[str]:
        """The texts under the entities of one kind."""
        return [
            utf16.part(self.text, entity["offset"], entity["length"])
            for entity in self.entities
            if entity["type"] == kind
        ]


@dataclass
class Topic:
    """A topic of a forum; its id is the id of the message that opened it."""

    id: int
    name: str
    closed: bool = False


@dataclass
class Chat:
    """A conversation; `members` maps user ids to their status."""

    id: int
    kind: str
    title: str = ""
    user: dict[str, Any] | None = None
    username: str | None = None
    is_forum: bool = False
    linked: int | None = None
    members: dict[int, str] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    replies: dict[int, list[int]] = field(default_factory=dict)
    reactions: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    actions: list[tuple[float, str, int | None]] = field(default_factory=list)
    pinned: int | None = None
    migrated_to: int | None = None
    blocked: bool = False
    deactivated: bool = False
    muted: bool = False
    next_id: int = 1

    def shown(self) -> dict[str, Any]:
        """The Chat object inside messages."""
        if self.user is not None:
            names = {key: self.user[key] for key in ("first_name", "last_name", "username") if key in self.user}
            return {"id": self.id, "type": "private"} | names
        shown: dict[str, Any] = {"id": self.id, "type": self.kind, "title": self.title}
        if self.username:
            shown["username"] = self.username
        return shown | ({"is_forum": True} if self.is_forum else {})


def typed_text(text: str, caption: bool = False) -> dict[str, Any]:
    """Text as a person types it, with the entities that Telegram finds in it."""
    entities = found(text)
    names = ("caption", "caption_entities") if caption else ("text", "entities")
    return {names[0]: text} | ({names[1]: entities} if entities else {})


def newest(messages: Iterable[Message]) -> list[Message]:
    """Copies in order of their ids, so that later edits do not change what a test holds."""
    return [Message(frozen(message)) for message in sorted(messages, key=lambda message: message.id)]


def frozen(value: Any) -> Any:
    """A copy that later changes do not reach."""
    if isinstance(value, dict):
        return {key: frozen(item) for key, item in value.items()}
    return [frozen(item) for item in value] if isinstance(value, list) else value
