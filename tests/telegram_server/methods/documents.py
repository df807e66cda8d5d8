"""Files: sending them alone or in albums, exchanging them, finding them for download."""

import struct
from typing import Any

from telegram_server import rules
from telegram_server.errors import bad_request
from telegram_server.records import Message
from telegram_server.spec import Upload
from telegram_server.world import World, unique_id

from . import editing
from .messages import send

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
LARGEST_ALBUM = 10
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"


def send_document(world: World, given: dict[str, Any]) -> Message:
    content = rules.content(world, given, "caption")
    return send(world, given, _document(world, given["document"]) | content)


def send_photo(world: World, given: dict[str, Any]) -> Message:
    content = rules.content(world, given, "caption")
    return send(world, given, _photo(world, given["photo"]) | content)


def send_media_group(world: World, given: dict[str, Any]) -> list[Message]:
    """An album of photos or of documents; no keyboards."""
    items = given["media"]
    if not 2 <= len(items) <= LARGEST_ALBUM:
        raise bad_request(f"media group must include 2-{LARGEST_ALBUM} items")
    if len({item["type"] for item in items}) > 1 and any(item["type"] == "document" for item in items):
        raise bad_request("document can't be mixed with other media types")
    album = {"media_group_id": str(13_000_000_000_000_000 + world.serial())}
    contents = [_medium(world, item) for item in items]
    return [send(world, given, content | album) for content in contents]


def edit_message_media(world: World, given: dict[str, Any]) -> Message | bool:
    """Another photo or document in the place of the message's, or of its text."""
    if "inline_message_id" in given:
        return True
    message = editing.editable(world, given)
    content = _medium(world, given["media"]) | rules.keyboard(world, given)
    return editing.edited(world, message, content, ("text", "entities", "caption", "caption_entities", *MEDIA))


def _medium(world: World, item: dict[str, Any]) -> dict[str, Any]:
    """The content of one InputMedia."""
    if item["type"] not in MEDIA:
        raise bad_request(f"the test server keeps no media of type {item['type']}")
    kept = MEDIA[item["type"]](world, item["media"])
    return kept | rules.content(world, item, "caption")


def _document(world: World, file: Upload | str) -> dict[str, Any]:
    return {"document": _stored(world, file, UPLOAD_LIMIT)}


def _photo(world: World, file: Upload | str) -> dict[str, Any]:
    if isinstance(file, Upload) and not file.data.startswith((PNG, JPEG)):
        raise bad_request("IMAGE_PROCESS_FAILED")
    stored = _stored(world, file, PHOTO_LIMIT)
    width, height = _size(world.files[stored["file_id"]].data)
    if width + height > 10_000 or not 1 / 20 <= width / height <= 20:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    shown = {key: stored[key] for key in ("file_id", "file_unique_id", "file_size")}
    return {"photo": [shown | {"width": width, "height": height}]}


MEDIA = {"document": _document, "photo": _photo}


def _stored(world: World, file: Upload | str, limit: int) -> dict[str, Any]:
    if isinstance(file, str):
        if file not in world.files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        file = world.files[file]
    if not file.data:
        raise bad_request("file must be non-empty")
    if len(file.data) > limit:
        raise bad_request("file is too big")
    return world.keep_file(file)


def _size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels; of a PNG as its header says, of others a usual size."""
    if data.startswith(PNG) and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return 1280, 960


def get_file(world: World, given: dict[str, Any]) -> dict[str, Any]:
    """The path lies behind /file/bot<token>/ on this server."""
    file = world.files.get(given["file_id"])
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.data) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {
        "file_id": given["file_id"],
        "file_unique_id": unique_id(file),
        "file_size": len(file.data),
        "file_path": f"documents/{given['file_id']}",
    }
