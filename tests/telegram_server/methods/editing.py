"""Messages that change or go: editing and deleting."""

from typing import Any

from telegram_server import rules
from telegram_server.errors import bad_request
from telegram_server.members import ADMINS
from telegram_server.records import Message
from telegram_server.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TWO_DAYS = 48 * 3600


def edit_message_text(world: World, given: dict[str, Any]) -> Message | bool:
    if "inline_message_id" in given:
        return True
    message = editable(world, given)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return edited(
        world,
        message,
        rules.content(world, given, too_long="MESSAGE_TOO_LONG") | rules.keyboard(world, given),
        ("text", "entities"),
    )


def edit_message_caption(world: World, given: dict[str, Any]) -> Message | bool:
    message = editable(world, given)
    if not {"document", "photo"} & message.keys():
        raise bad_request("there is no caption in the message to edit")
    content = rules.content(world, given, "caption") | rules.keyboard(world, given)
    return edited(world, message, content, ("caption", "caption_entities"))


def edit_message_reply_markup(world: World, given: dict[str, Any]) -> Message | bool:
    if "inline_message_id" in given:
        return True
    return edited(world, editable(world, given), rules.keyboard(world, given), ())


def editable(world: World, given: dict[str, Any]) -> Message:
    """The message that the request wants to change, if the bot may.

    Raises:
        ApiError: 400 or 403, it is gone, somebody else's, or out of reach.
    """
    if "chat_id" not in given or "message_id" not in given:
        raise bad_request("message identifier is not specified")
    chat = rules.writable(world, given["chat_id"])
    message = chat.messages.get(given["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender != world.bot["id"] and chat.kind != "channel":
        raise bad_request("message can't be edited")
    return message


def edited(world: World, message: Message, content: dict[str, Any], replaced: tuple[str, ...]) -> Message:
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
