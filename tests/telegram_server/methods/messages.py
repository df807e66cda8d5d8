"""Messages: sending, copying, forwarding, reacting, pinning."""

from typing import Any

from telegram.constants import ReactionEmoji

from telegram_server import rules
from telegram_server.errors import bad_request
from telegram_server.members import ADMINS
from telegram_server.records import Chat, Message, newest
from telegram_server.world import World

REACTIONS = frozenset(str(emoji.value) for emoji in ReactionEmoji)


def send_message(world: World, given: dict[str, Any]) -> Message:
    return send(world, given, rules.content(world, given))


def send(world: World, given: dict[str, Any], content: dict[str, Any]) -> Message:
    """Posts `content` as the bot with the reply, topic and keyboard that the request asks for."""
    chat = rules.writable(world, given["chat_id"])
    target, fields = rules.reply(world, chat, given)
    fields |= rules.thread(chat, given, target)
    fields |= rules.keyboard(world, given)
    if "link_preview_options" in given and "text" in content:
        fields["link_preview_options"] = given["link_preview_options"]
    return world.post(chat, me(world), **content, **fields)


def send_message_draft(world: World, given: dict[str, Any]) -> bool:
    """A preview while the answer is made; private chats only, nothing stays of it."""
    chat = rules.writable(world, given["chat_id"])
    if chat.kind != "private":
        raise bad_request("message drafts can be sent only to private chats")
    if given["draft_id"] == 0:
        raise bad_request("draft identifier must be non-zero")
    if given.get("text"):
        rules.content(world, given)
    return True


def me(world: World) -> dict[str, Any]:
    """The bot as the sender of a message."""
    return {key: world.bot[key] for key in ("id", "is_bot", "first_name", "username")}


def copy_message(world: World, given: dict[str, Any]) -> dict[str, int]:
    source = _source(world, given, "copy")
    kept = ("text", "entities", "caption", "caption_entities", "document", "photo")
    content = {key: source[key] for key in kept if key in source}
    if given.get("caption") is not None:
        content = {key: content[key] for key in ("document", "photo") if key in content}
        content |= rules.content(world, given, "caption")
    return {"message_id": send(world, given, content).id}


def forward_message(world: World, given: dict[str, Any]) -> Message:
    source = _source(world, given, "forward")
    kept = ("text", "entities", "caption", "caption_entities", "document", "photo")
    origin = {"type": "user", "date": source["date"], "sender_user": source.get("from")}
    return send(world, given, {key: source[key] for key in kept if key in source} | {"forward_origin": origin})


def _source(world: World, given: dict[str, Any], verb: str) -> Message:
    message = world.chat(given["from_chat_id"]).messages.get(given["message_id"])
    if message is None:
        raise bad_request(f"message to {verb} not found")
    return message


def set_message_reaction(world: World, given: dict[str, Any]) -> bool:
    chat = rules.writable(world, given["chat_id"])
    if given["message_id"] not in chat.messages:
        raise bad_request("message to react not found")
    wanted = given.get("reaction") or []
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(item.get("emoji") not in REACTIONS for item in wanted):
        raise bad_request("REACTION_INVALID")
    chat.reactions[given["message_id"]] = wanted
    world.announce()
    return True


def pin_chat_message(world: World, given: dict[str, Any]) -> bool:
    chat = _manageable(world, given)
    if given["message_id"] not in chat.messages:
        raise bad_request("message to pin not found")
    chat.pinned = given["message_id"]
    service = world.post(chat, me(world), pinned_message=world.reference(chat, given["message_id"]))
    world.put("channel_post" if chat.kind == "channel" else "message", newest([service])[0])
    return True


def unpin_chat_message(world: World, given: dict[str, Any]) -> bool:
    chat = _manageable(world, given)
    if chat.pinned is None:
        raise bad_request("message to unpin not found")
    chat.pinned = None
    return True


def _manageable(world: World, given: dict[str, Any]) -> Chat:
    chat = rules.writable(world, given["chat_id"])
    if chat.kind != "private" and chat.members.get(world.bot["id"]) not in ADMINS:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat
