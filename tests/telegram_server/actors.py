"""The people: what users do in chats, as Telegram would tell the bot."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from . import rules, utf16
from .members import PRESENT
from .records import ANONYMOUS, CHANNEL_BOT, Chat, Message, Topic, newest, typed_text
from .rooms import Room
from .spec import Upload
from .world import World

if TYPE_CHECKING:
    from .server import TelegramServer

START_LINK = re.compile(r"https?://t\.me/(\w+)\?start(?:group)?=([A-Za-z0-9_-]{1,64})")


@dataclass
class Press:
    """A pressed button; `answer` is what the bot said to it, None before it did."""

    server: TelegramServer
    query: dict[str, Any]

    @property
    def answer(self) -> dict[str, Any] | None:
        answer: dict[str, Any] | None = self.query["answer"]
        return answer

    def answered(self, timeout: float = 10.0) -> dict[str, Any]:
        """Waits for the answer of the bot."""
        return self.server.wait_for(lambda: self.answer, timeout, "an answer to the pressed button")


@dataclass(frozen=True)
class User:
    """One account; `as_chat` is set where it speaks as a group (anonymous admin) or as a channel."""

    server: TelegramServer
    shown: dict[str, Any] = field(hash=False)
    as_chat: int | None = None

    @property
    def id(self) -> int:
        return int(self.shown["id"])

    @property
    def private(self) -> Room:
        """The private chat with the bot, opened by the first message."""
        return self.server.private(self)

    def says(
        self,
        room: Room,
        text: str,
        *,
        reply_to: Message | None = None,
        quote: str | None = None,
        topic: Topic | None = None,
    ) -> Message:
        """Sends a text, as typed: commands, mentions and links become entities."""
        return self._send(room, typed_text(text), reply_to, quote, topic)

    def tells(self, text: str, *, reply_to: Message | None = None, quote: str | None = None) -> Message:
        """Sends a text to the bot in private."""
        return self.says(self.private, text, reply_to=reply_to, quote=quote)

    def sends_file(
        self,
        room: Room,
        name: str,
        data: bytes,
        caption: str = "",
        *,
        mime: str | None = None,
        reply_to: Message | None = None,
        topic: Topic | None = None,
        album: str | None = None,
    ) -> Message:
        """Sends a document; files with one `album` are a media group."""
        upload = Upload(name, data, mime or mimetypes.guess_type(name)[0] or "application/octet-stream")
        with self.world.lock:
            content = {"document": self.world.keep_file(upload)} | (typed_text(caption, True) if caption else {})
        return self._send(room, content | ({"media_group_id": album} if album else {}), reply_to, None, topic)

    def sends_album(self, room: Room, files: Iterable[tuple[str, bytes]], caption: str = "") -> list[Message]:
        """Sends documents together; the caption stands on the first."""
        album = str(13_000_000_000_000_000 + self.world.serial())
        return [
            self.sends_file(room, name, data, caption if number == 0 else "", album=album)
            for number, (name, data) in enumerate(files)
        ]

    def sends(self, room: Room, *, topic: Topic | None = None, **content: Any) -> Message:
        """Sends anything else, given as the fields of the message: `sticker={...}`, `voice={...}`, `contact={...}`."""
        return self._send(room, content, None, None, topic)

    def forwards(self, message: Message, room: Room, *, topic: Topic | None = None) -> Message:
        """Forwards a message; its text and file go along, its reply and buttons do not."""
        kept = ("text", "entities", "caption", "caption_entities", "document", "photo")
        origin = {"type": "user", "date": message["date"], "sender_user": message.get("from", self.shown)}
        content = {key: message[key] for key in kept if key in message}
        return self._send(room, content | {"forward_origin": origin}, None, None, topic)

    def edits(self, message: Message, text: str) -> Message:
        """Changes an own text or caption; the bot gets an edited_message."""
        with self.world.lock:
            chat = self.world.chats[message.chat_id]
            current = chat.messages[message.id]
            content = typed_text(text, caption="text" not in current)
            for key in ("entities", "caption_entities"):
                current.pop(key, None)
            current |= content | {"edit_date": int(self.world.now())}
            self.world.deliver("edited_message", chat, current)
            return newest([current])[0]

    def deletes(self, message: Message) -> None:
        """Deletes a message; Telegram does not tell the bot."""
        with self.world.lock:
            self.world.chats[message.chat_id].messages.pop(message.id, None)
            self.world.announce()

    def presses(self, message: Message, button: str) -> Press:
        """Presses the button with this label or callback data on the message as the caller sees it, old or new.

        A message that is gone reaches the bot as inaccessible, as on Telegram.
        """
        wanted = [item for item in message.buttons if button in {item["text"], item.get("callback_data")}]
        assert wanted, f"no button {button!r}, only {[item['text'] for item in message.buttons]}"
        assert "callback_data" in wanted[0], f"the button {button!r} does not call the bot: {wanted[0]}"
        return self.sends_callback(message, wanted[0]["callback_data"])

    def sends_callback(self, message: Message, data: str) -> Press:
        """Sends callback data of any content, as a modified client can."""
        with self.world.lock:
            chat = self.world.chats[message.chat_id]
            gone = {"chat": chat.shown(), "message_id": message.id, "date": 0}
            shown: dict[str, Any] = {
                "id": str(4_000_000_000_000 + self.world.serial()),
                "from": self.shown,
                "message": chat.messages.get(message.id, gone),
                "chat_instance": str(chat.id * 7919),
                "data": data,
            }
            query = self.world.callbacks[shown["id"]] = {"date": self.world.now(), "answer": None}
            if chat.members.get(self.world.bot["id"]) in PRESENT:
                self.world.put("callback_query", shown)
            return Press(self.server, query)

    def follows(self, link: str) -> Message:
        """Opens a deep link to the bot and starts it with the parameter."""
        match = START_LINK.fullmatch(link)
        assert match, f"not a deep link: {link}"
        assert match[1].lower() == self.world.bot["username"].lower(), f"leads to another bot: {link}"
        return self.tells(f"/start {match[2]}")

    def queries(self, text: str, *, offset: str = "", chat_type: str = "group") -> Press:
        """Types `@bot text` in some chat; `answered()["results"]` is what the bot offers."""
        with self.world.lock:
            number = str(5_000_000_000_000 + self.world.serial())
            query = self.world.inline[number] = {"date": self.world.now(), "answer": None}
            shown = {"id": number, "from": self.shown, "query": text, "offset": offset, "chat_type": chat_type}
            self.world.put("inline_query", shown)
            return Press(self.server, query)

    def summons(self, text: str, *, reply_to: Message | None = None) -> Press:
        """Mentions the bot in a chat that it is not in; `answered()` is the message that it leaves there."""
        with self.world.lock:
            number = str(6_000_000_000_000 + self.world.serial())
            query = self.world.guests[number] = {"date": self.world.now(), "answer": None}
            chat = {"id": -1_001_800_000_000, "type": "supergroup", "title": "别处"}
            shown = {"message_id": self.world.serial(), "date": int(self.world.now()), "chat": chat, "from": self.shown}
            shown |= typed_text(text) | {"guest_query_id": number}
            self.world.put("guest_message", shown | ({"reply_to_message": reply_to} if reply_to else {}))
            return Press(self.server, query)

    def picks(self, offered: Press, number: int, room: Room) -> Message:
        """Sends the inline result of that position into a chat."""
        with self.world.lock:
            result = offered.answered()["results"][number]
            text = result["input_message_content"]
            content = rules.content(self.world, text | {"text": text["message_text"]})
            content |= rules.keyboard(self.world, result)
            via = {key: self.world.bot[key] for key in ("id", "is_bot", "first_name", "username")}
            return self._send(room, content | {"via_bot": via}, None, None, None)

    def reacts(self, message: Message, emoji: str) -> None:
        """Reacts to a message; bots hear of it if they are admins and asked for it."""
        with self.world.lock:
            chat = self.world.chats[message.chat_id]
            status = chat.members.get(self.world.bot["id"])
            if chat.kind == "private" or status in {"administrator", "creator"}:
                change = {
                    "chat": chat.shown(),
                    "message_id": message.id,
                    "user": self.shown,
                    "date": int(self.world.now()),
                }
                reaction = [{"type": "emoji", "emoji": emoji}]
                self.world.put("message_reaction", change | {"old_reaction": [], "new_reaction": reaction})

    def blocks_bot(self) -> None:
        """Blocks the bot in private; sending to it is a 403 from now on."""
        self.private.change_bot("kicked", self)

    def unblocks_bot(self) -> None:
        self.private.change_bot("member", self)

    def deletes_account(self) -> None:
        """The account is gone; Telegram does not tell the bot, writing to it is a 403."""
        self.private.chat.deactivated = True

    def anonymously(self, group: Room) -> User:
        """The same person as an anonymous admin of the group; pressed buttons still show who it is."""
        return replace(self, as_chat=group.id)

    def as_channel(self, channel: Room) -> User:
        """The same person speaking in groups as a channel."""
        return replace(self, as_chat=channel.id)

    @property
    def world(self) -> World:
        return self.server.world

    def _send(
        self,
        room: Room,
        content: dict[str, Any],
        reply_to: Message | None,
        quote: str | None,
        topic: Topic | None,
    ) -> Message:
        with self.world.lock:
            chat = room.chat
            self._check_presence(chat)
            fields = _reply(self.world, chat, reply_to, quote)
            target = fields.get("reply_to_message")
            wanted = {"message_thread_id": topic.id} if topic is not None else {}
            fields = rules.thread(chat, wanted, target) | fields
            message = self.world.post(chat, None, **self._identity(chat), **content, **fields)
            self.world.deliver("message", chat, message)
            return newest([message])[0]

    def _identity(self, chat: Chat) -> dict[str, Any]:
        if self.as_chat is None or chat.kind == "private":
            return {"from": self.shown}
        spoken = self.world.chats[self.as_chat]
        return {"from": ANONYMOUS if spoken is chat else CHANNEL_BOT, "sender_chat": spoken.shown()}

    def _check_presence(self, chat: Chat) -> None:
        present = chat.kind == "private" or chat.members.get(self.id) in PRESENT
        assert present, f"{self.shown['first_name']} is not in {chat.title}"
        assert not (chat.kind == "private" and chat.id != self.id), "private chats are for two"
        assert chat.migrated_to is None, f"{chat.title} has moved to {chat.migrated_to}"


def _reply(world: World, chat: Chat, reply_to: Message | None, quote: str | None) -> dict[str, Any]:
    if reply_to is None:
        return {}
    target = world.reference(chat, reply_to.id)
    if target is None:
        return {}
    fields: dict[str, Any] = {"reply_to_message": target}
    if quote is not None:
        assert quote in target.text, f"the quote {quote!r} is not in the message"
        position = utf16.length(target.text[: target.text.index(quote)])
        fields["quote"] = {"text": quote, "position": position, "is_manual": True}
    return fields
