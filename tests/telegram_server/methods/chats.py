"""Chats: who is there, what is going on, leaving."""

from typing import Any

from telegram_server import rules
from telegram_server.errors import bad_request
from telegram_server.members import ADMINS, PRESENT
from telegram_server.records import Chat
from telegram_server.world import World

ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
ACCENT = {"accent_color_id": 0, "max_reaction_count": 11}
GENERAL = 1  # typing in the General topic takes its number, messages there must leave it out
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def send_chat_action(world: World, given: dict[str, Any]) -> bool:
    chat = rules.writable(world, given["chat_id"])
    if not (chat.is_forum and given.get("message_thread_id") == GENERAL):
        rules.thread(chat, given, None)
    if given["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.actions.append((world.now(), given["action"], given.get("message_thread_id")))
    return True


def get_chat(world: World, given: dict[str, Any]) -> dict[str, Any]:
    chat = _readable(world, given)
    full = chat.shown() | ACCENT | {"accepted_gift_types": dict.fromkeys(GIFTS, False)}
    if chat.linked is not None:
        full["linked_chat_id"] = chat.linked
    if chat.pinned is not None:
        full["pinned_message"] = world.reference(chat, chat.pinned)
    return full


def get_chat_member(world: World, given: dict[str, Any]) -> dict[str, Any]:
    chat = _readable(world, given)
    if given["user_id"] not in world.users:
        raise bad_request("invalid user_id specified")
    return world.member(chat, given["user_id"])


def get_chat_member_count(world: World, given: dict[str, Any]) -> int:
    chat = _readable(world, given)
    return 2 if chat.kind == "private" else sum(status in PRESENT for status in chat.members.values())


def get_chat_administrators(world: World, given: dict[str, Any]) -> list[dict[str, Any]]:
    """Other bots are left out, as the documentation says."""
    chat = _readable(world, given)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    admins = [user for user, status in chat.members.items() if status in ADMINS]
    me = world.bot["id"]
    return [world.member(chat, user) for user in admins if user == me or not world.users[user]["is_bot"]]


def leave_chat(world: World, given: dict[str, Any]) -> bool:
    chat = rules.writable(world, given["chat_id"])
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    before = world.member(chat, world.bot["id"])
    chat.members[world.bot["id"]] = "left"
    world.put("my_chat_member", _change(world, chat, before))
    return True


def _change(world: World, chat: Chat, before: dict[str, Any]) -> dict[str, Any]:
    return {
        "chat": chat.shown(),
        "from": world.bot,
        "date": int(world.now()),
        "old_chat_member": before,
        "new_chat_member": world.member(chat, world.bot["id"]),
    }


def _readable(world: World, given: dict[str, Any]) -> Chat:
    """A chat that the bot may look at: like writing, but a muted or private one is fine."""
    chat = world.chat(given["chat_id"])
    return chat if chat.kind == "private" or chat.muted else rules.writable(world, chat.id)
