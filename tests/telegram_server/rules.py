"""What Telegram lets a bot send: where, how long, with which markup and buttons."""

from typing import Any

from . import entities, html, utf16
from .errors import ApiError, bad_request, forbidden
from .members import PRESENT
from .records import Chat, Message
from .world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_DATA = 64
LONGEST_COPY = 256
MOST_BUTTONS = 100
MIGRATED = "group chat was upgraded to a supergroup chat"


def writable(world: World, reference: int | str) -> Chat:
    """The chat, if the bot may write there.

    Raises:
        ApiError: not found, blocked, kicked, not a member, migrated, no rights.
    """
    chat = world.chat(reference)
    if chat.migrated_to is not None:
        raise bad_request(MIGRATED, migrate_to_chat_id=chat.migrated_to)
    if chat.kind == "private":
        _check_private(world, chat)
        return chat
    status = chat.members.get(world.bot["id"], "left")
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {_noun(chat)} chat")
    if status not in PRESENT:
        raise forbidden(f"bot is not a member of the {_noun(chat)} chat")
    if chat.kind == "channel" and status != "administrator":
        raise bad_request("need administrator rights in the channel chat")
    if chat.muted:
        raise bad_request("not enough rights to send text messages to the chat")
    return chat


def _check_private(world: World, chat: Chat) -> None:
    if chat.deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if chat.user and chat.user.get("is_bot"):
        raise forbidden("bots can't send messages to bots")
    if not chat.messages:
        raise forbidden("bot can't initiate conversation with a user")


def _noun(chat: Chat) -> str:
    return "group" if chat.kind == "group" else chat.kind


def thread(chat: Chat, given: dict[str, Any], target: Message | None) -> dict[str, Any]:
    """The fields of a message that belongs to a topic, named or taken from the message that it replies to.

    Raises:
        ApiError: 400, there is no such topic (the root of a chain of replies is none), or it is closed.
    """
    number = given.get("message_thread_id")
    if not number and target is not None and target.get("is_topic_message"):
        number = target["message_thread_id"]
    if not number:
        return reply_thread(chat, target)
    if number not in chat.topics:
        raise bad_request("message thread not found")
    if chat.topics[number].closed:
        raise bad_request("TOPIC_CLOSED")
    return in_topic(chat, number, target)


def in_topic(chat: Chat, number: int, target: Message | None) -> dict[str, Any]:
    """What is said in a topic without replying is a reply to the message that opened the topic."""
    fields: dict[str, Any] = {"message_thread_id": number, "is_topic_message": True}
    return fields if target is not None else fields | {"reply_to_message": chat.messages[number]}


def reply_thread(chat: Chat, target: Message | None) -> dict[str, Any]:
    """Outside of topics, replies in a supergroup carry the id of the first message of their chain."""
    if chat.kind != "supergroup" or target is None:
        return {}
    return {"message_thread_id": target.get("message_thread_id", target.id)}


def reply(world: World, chat: Chat, given: dict[str, Any]) -> tuple[Message | None, dict[str, Any]]:
    """The message that is replied to and the fields that say so; none if it is gone and that is allowed.

    Raises:
        ApiError: 400, it is gone, or the quote is not part of it.
    """
    wanted = given.get("reply_parameters") or {}
    number = wanted.get("message_id", given.get("reply_to_message_id"))
    if number is None:
        return None, {}
    elsewhere = world.chat(wanted["chat_id"]) if "chat_id" in wanted else chat
    target = world.reference(elsewhere, number)
    if target is None:
        if wanted.get("allow_sending_without_reply") or given.get("allow_sending_without_reply"):
            return None, {}
        raise bad_request("message to be replied not found")
    fields: dict[str, Any] = {"reply_to_message": target} if elsewhere is chat else {"external_reply": target}
    return target, fields | _quote(wanted, target)


def _quote(wanted: dict[str, Any], target: Message) -> dict[str, Any]:
    if not wanted.get("quote"):
        return {}
    quoted = (html.parse(wanted["quote"]).text if _is_html(wanted.get("quote_parse_mode")) else wanted["quote"]).strip()
    if quoted not in target.text or utf16.length(quoted) > LONGEST_CAPTION:
        raise bad_request("QUOTE_TEXT_INVALID")
    position = utf16.length(target.text[: target.text.index(quoted)])
    return {"quote": {"text": quoted, "position": position}}


def _is_html(mode: str | None) -> bool:
    if mode and mode.lower() in {"markdown", "markdownv2"}:
        raise bad_request("can't parse entities: the test server reads HTML only")
    if mode and mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    return bool(mode)


def content(
    world: World, given: dict[str, Any], name: str = "text", too_long: str = "message is too long"
) -> dict[str, Any]:
    """Text or caption after parsing, with its entities: within the limits, trimmed as Telegram trims.

    Raises:
        ApiError: 400, markup, length or emptiness.
    """
    raw = given.get(name) or ""
    written = given.get("entities" if name == "text" else "caption_entities") or []
    parsed = html.parse(raw) if _is_html(given.get("parse_mode")) else html.Parsed(raw, list(written))
    world.violations += parsed.oddities
    parsed = _trimmed(parsed)
    if name == "text" and not parsed.text:
        raise bad_request("message text is empty" if not raw.strip() else "text must be non-empty")
    if len(parsed.text) > (LONGEST_TEXT if name == "text" else LONGEST_CAPTION):
        raise bad_request(too_long if name == "text" else "message caption is too long")
    kept = _kept(world, parsed)
    names = (name, "entities" if name == "text" else "caption_entities")
    return ({names[0]: parsed.text} if parsed.text else {}) | ({names[1]: kept} if kept else {})


def _trimmed(parsed: html.Parsed) -> html.Parsed:
    """Without white space around the text; entities move and shrink with it."""
    text = parsed.text.replace("\r", "")
    lead = utf16.length(text) - utf16.length(text.lstrip())
    text = text.strip()
    size = utf16.length(text)
    moved = []
    for entity in parsed.entities:
        start = max(0, int(str(entity["offset"])) - lead)
        end = min(size, int(str(entity["offset"])) + int(str(entity["length"])) - lead)
        if end > start:
            moved.append(entity | {"offset": start, "length": end - start})
    return html.Parsed(text, moved)


def _kept(world: World, parsed: html.Parsed) -> list[dict[str, object]]:
    """The written entities and those found in the plain rest; beyond 100 Telegram drops the rest silently."""
    taken = [
        (int(str(item["offset"])), int(str(item["offset"])) + int(str(item["length"]))) for item in parsed.entities
    ]
    free = [
        item
        for item in entities.found(parsed.text)
        if not any(start < item["offset"] + item["length"] and item["offset"] < end for start, end in taken)  # type: ignore[operator] # both are int
    ]
    if len(parsed.entities) > entities.KEPT:
        world.violations.append(
            f"{len(parsed.entities)} entities, Telegram keeps {entities.KEPT}: {parsed.text[:40]!r}"
        )
    everything = sorted(parsed.entities + free, key=lambda item: (item["offset"], -int(str(item["length"]))))
    return everything[: entities.KEPT]


def keyboard(world: World, given: dict[str, Any]) -> dict[str, Any]:
    """The inline keyboard under a message; other kinds of markup leave no trace on it.

    Raises:
        ApiError: 400, a button that Telegram would refuse.
    """
    rows = (given.get("reply_markup") or {}).get("inline_keyboard")
    if not rows:
        return {}
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in buttons:
        _check_button(world, button)
    return {"reply_markup": {"inline_keyboard": [row for row in rows if row]}}


def _check_button(world: World, button: dict[str, Any]) -> None:
    """Of several kinds in one button Telegram silently takes one; that is recorded."""
    kinds = button.keys() - {"text", "style", "icon_custom_emoji_id"}
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: Button text must be non-empty")
    if not kinds or button.get("callback_data") == "":
        raise _button("Text buttons are unallowed in the inline keyboard")
    if len(kinds) > 1:
        world.violations.append(f"a button of several kinds: {sorted(kinds)}")
    if len(button.get("callback_data", "").encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not button["url"].lower().startswith(("https://", "http://", "tg://")):
        raise bad_request("BUTTON_URL_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _button(reason: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {reason}")
