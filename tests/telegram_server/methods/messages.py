"""Messages: sending, editing, deleting, copying, reacting, pinning."""

from typing import Any

from telegram_server import rules
from telegram_server.errors import bad_request
from telegram_server.world import ADMINS, Chat, Message, World, newest

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TWO_DAYS = 48 * 3600
REACTIONS = frozenset(
    [
        "👍",
        "👎",
        "❤",
        "🔥",
        "🥰",
        "👏",
        "😁",
        "🤔",
        "🤯",
        "😱",
        "🤬",
        "😢",
        "🎉",
        "🤩",
        "🤮",
        "💩",
        "🙏",
        "👌",
        "🕊",
        "🤡",
        "🥱",
        "🥴",
        "😍",
        "🐳",
        "❤\u200d🔥",
        "🌚",
        "🌭",
        "💯",
        "🤣",
        "⚡",
        "🍌",
        "🏆",
        "💔",
        "🤨",
        "😐",
        "🍓",
        "🍾",
        "💋",
        "🖕",
        "😈",
        "😴",
        "😭",
        "🤓",
        "👻",
        "👨\u200d💻",
        "👀",
        "🎃",
        "🙈",
        "😇",
        "😨",
        "🤝",
        "✍",
        "🤗",
        "🫡",
        "🎅",
        "🎄",
        "☃",
        "💅",
        "🤪",
        "🗿",
        "🆒",
        "💘",
        "🙉",
        "🦄",
        "😘",
        "💊",
        "🙊",
        "😎",
        "👾",
        "🤷\u200d♂",
        "🤷",
        "🤷\u200d♀",
        "😡",
    ]
)


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


def edit_message_text(world: World, given: dict[str, Any]) -> Message | bool:
    if "inline_message_id" in given:
        return True
    message = _editable(world, given)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _edited(
        world,
        message,
        rules.content(world, given, too_long="MESSAGE_TOO_LONG") | rules.keyboard(world, given),
        ("text", "entities"),
    )


def edit_message_caption(world: World, given: dict[str, Any]) -> Message | bool:
    message = _editable(world, given)
    content = rules.content(world, given, "caption") | rules.keyboard(world, given)
    return _edited(world, message, content, ("caption", "caption_entities"))


def edit_message_reply_markup(world: World, given: dict[str, Any]) -> Message | bool:
    if "inline_message_id" in given:
        return True
    return _edited(world, _editable(world, given), rules.keyboard(world, given), ())


def _editable(world: World, given: dict[str, Any]) -> Message:
    if "chat_id" not in given or "message_id" not in given:
        raise bad_request("message identifier is not specified")
    chat = rules.writable(world, given["chat_id"])
    message = chat.messages.get(given["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender != world.bot["id"] and chat.kind != "channel":
        raise bad_request("message can't be edited")
    return message


def _edited(world: World, message: Message, content: dict[str, Any], replaced: tuple[str, ...]) -> Message:
    """The message with `content` in the place of `replaced` and of its keyboard."""
    before = {key: message[key] for key in (*replaced, "reply_markup") if key in message}
    if before == content:
        raise bad_request(NOT_MODIFIED)
    for key in before:
        del message[key]
    message |= content
    message["edit_date"] = int(world.now())
    world.announce()
    return message


def delete_message(world: World, given: dict[str, Any]) -> bool:
    chat = rules.writable(world, given["chat_id"])
    message = chat.messages.get(given["message_id"])
    if message is None:
        raise bad_request("message to delete not found")
    own = message.sender == world.bot["id"] or chat.kind == "private"
    if not own and chat.members.get(world.bot["id"]) not in ADMINS:
        raise bad_request("message can't be deleted")
    if own and world.now() - message["date"] > TWO_DAYS and chat.members.get(world.bot["id"]) not in ADMINS:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[message.id]
    world.announce()
    return True


def delete_messages(world: World, given: dict[str, Any]) -> bool:
    chat = rules.writable(world, given["chat_id"])
    for number in given["message_ids"]:
        if number in chat.messages:
            delete_message(world, {"chat_id": chat.id, "message_id": number})
    return True


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
