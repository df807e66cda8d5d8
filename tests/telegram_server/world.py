"""What Telegram knows: users, chats, messages, files, and what is on its way to the bot."""

import hashlib
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from . import utf16
from .entities import found
from .errors import bad_request
from .spec import Spec, Upload
from .updates import Updates

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
CHANNEL_BOT = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
ADMINS = frozenset({"creator", "administrator"})
PRESENT = ADMINS | {"member", "restricted"}


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


class World:
    """The state behind the server; every change happens under `lock` and is announced on `changed`."""

    def __init__(self, bot: dict[str, Any], spec: Spec, seed: int = 1) -> None:
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self.spec = spec
        self.bot = bot
        self.shift = 0.0
        self.users: dict[int, dict[str, Any]] = {bot["id"]: bot}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, Upload] = {}
        self.callbacks: dict[str, dict[str, Any]] = {}
        self.inline: dict[str, dict[str, Any]] = {}
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.violations: list[str] = []
        self.hears_bots = False
        self.listeners: list[Callable[[], None]] = []
        self.updates = Updates(self.now, seed)
        self._account_message_id = 1000 * seed
        self._serial = 0

    def now(self) -> float:
        """Seconds since 1970 on the server's clock, which tests may advance."""
        return time.time() + self.shift

    def announce(self) -> None:
        """Wakes whoever waits for a change."""
        self.changed.notify_all()
        for listener in self.listeners:
            listener()

    def serial(self) -> int:
        """A number never given before."""
        self._serial += 1
        return self._serial

    def chat(self, reference: int | str) -> Chat:
        """The chat with this id or @username.

        Raises:
            ApiError: 400, there is none.
        """
        if isinstance(reference, str) and reference.startswith("@"):
            for chat in self.chats.values():
                if (chat.username or "").lower() == reference[1:].lower():
                    return chat
        try:
            return self.chats[int(reference)]
        except (KeyError, ValueError):
            raise bad_request("chat not found") from None

    def message_id(self, chat: Chat) -> int:
        """Supergroups and channels count for themselves; private chats and basic groups share the bot's counter."""
        if chat.kind in {"supergroup", "channel"}:
            chat.next_id += 1
            return chat.next_id
        self._account_message_id += 1
        return self._account_message_id

    def post(self, chat: Chat, sender: dict[str, Any] | None, **content: Any) -> Message:
        """A new message in `chat`, kept and announced, not yet delivered."""
        message = Message(message_id=self.message_id(chat), date=int(self.now()), chat=chat.shown())
        if sender is not None:
            message["from"] = sender
        message |= {key: value for key, value in content.items() if value is not None}
        chat.messages[message.id] = message
        if sender is not None and sender["id"] == self.bot["id"] and message.reply_to is not None:
            chat.replies.setdefault(message.reply_to, []).append(message.id)
        self.announce()
        return message

    def put(self, kind: str, payload: dict[str, Any]) -> int | None:
        """An update for the bot, as the payload is now."""
        number = self.updates.put(kind, _frozen(payload))
        self.announce()
        return number

    def deliver(self, kind: str, chat: Chat, message: Message) -> int | None:
        """The message as an update, if Telegram would show it to the bot."""
        return self.put(kind, message) if self.visible(chat, message) else None

    def visible(self, chat: Chat, message: Message) -> bool:
        """Whether the bot gets this message: membership, other bots, privacy mode."""
        if chat.kind == "private":
            return not chat.blocked
        if chat.members.get(self.bot["id"]) not in PRESENT:
            return False
        if chat.kind == "channel" or SERVICE & message.keys():
            return True
        sender = message.get("from", {})
        if sender.get("is_bot") and sender["id"] not in {ANONYMOUS["id"], CHANNEL_BOT["id"]} and not self.hears_bots:
            return False
        if self.bot["can_read_all_group_messages"] or chat.members[self.bot["id"]] in ADMINS:
            return True
        return self._addressed(message)

    def _addressed(self, message: Message) -> bool:
        """Privacy mode: commands that are not another bot's, mentions, replies to the bot, messages via the bot."""
        if message.get("reply_to_message", {}).get("from", {}).get("id") == self.bot["id"]:
            return True
        if message.get("via_bot", {}).get("id") == self.bot["id"]:
            return True
        me = self.bot["username"].lower()
        commands = [part.partition("@")[2].lower() for part in message.parts("bot_command")]
        return any(name in {"", me} for name in commands) or f"@{me}" in map(str.lower, message.parts("mention"))

    def reference(self, chat: Chat, message_id: int) -> Message | None:
        """A message as it stands inside a reply: without its own reply."""
        message = chat.messages.get(message_id)
        if message is None:
            return None
        return Message({key: value for key, value in message.items() if key != "reply_to_message"})

    def member(self, chat: Chat, user_id: int) -> dict[str, Any]:
        """The ChatMember object."""
        status = chat.members.get(user_id, "left")
        member: dict[str, Any] = {"status": status, "user": self.users[user_id]}
        return member | MEMBER_FIELDS.get(status, {})

    def keep_file(self, upload: Upload) -> dict[str, Any]:
        """Stores a file; the fields of a Document without thumbnail."""
        number = self.serial()
        file_id = f"FILE{number:08d}"
        self.files[file_id] = upload
        return {
            "file_id": file_id,
            "file_unique_id": unique_id(upload),
            "file_name": upload.name,
            "mime_type": upload.mime,
            "file_size": len(upload.data),
        }


SERVICE = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "group_chat_created",
        "supergroup_chat_created",
        "forum_topic_created",
        "forum_topic_closed",
        "forum_topic_reopened",
        "pinned_message",
        "new_chat_title",
    }
)
RIGHTS = [
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]
PERMISSIONS = [
    "is_member",
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
]
MEMBER_FIELDS: dict[str, dict[str, Any]] = {
    "creator": {"is_anonymous": False},
    "administrator": dict.fromkeys(RIGHTS, False) | {"can_manage_chat": True, "can_delete_messages": True},
    "restricted": dict.fromkeys(PERMISSIONS, False) | {"is_member": True, "until_date": 0},
    "kicked": {"until_date": 0},
}


def unique_id(upload: Upload) -> str:
    """The same for the same bytes, whoever sends them."""
    return "U" + hashlib.sha256(upload.data).hexdigest()[:12]


def typed_text(text: str, caption: bool = False) -> dict[str, Any]:
    """Text as a person types it, with the entities that Telegram finds in it."""
    entities = found(text)
    names = ("caption", "caption_entities") if caption else ("text", "entities")
    return {names[0]: text} | ({names[1]: entities} if entities else {})


def newest(messages: Iterable[Message]) -> list[Message]:
    """Copies in order of their ids, so that later edits do not change what a test holds."""
    return [Message(_frozen(message)) for message in sorted(messages, key=lambda message: message.id)]


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return [_frozen(item) for item in value] if isinstance(value, list) else value
