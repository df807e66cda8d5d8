"""What Telegram knows: users, chats, messages, files, and what is on its way to the bot."""

import hashlib
import threading
import time
from collections.abc import Callable
from typing import Any

from .errors import bad_request
from .members import ADMINS, MEMBER_FIELDS, PRESENT
from .records import ANONYMOUS, CHANNEL_BOT, Chat, Message, frozen
from .spec import Spec, Upload
from .updates import Updates

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
        self.guests: dict[str, dict[str, Any]] = {}
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
        number = self.updates.put(kind, frozen(payload))
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


def unique_id(upload: Upload) -> str:
    """The same for the same bytes, whoever sends them."""
    return "U" + hashlib.sha256(upload.data).hexdigest()[:12]
