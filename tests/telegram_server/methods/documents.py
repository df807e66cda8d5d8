"""Files: sending them, finding them for download."""

import struct
from typing import Any

from telegram_server import rules
from telegram_server.errors import bad_request
from telegram_server.spec import Upload
from telegram_server.world import Message, World, unique_id

from .messages import send

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"


def send_document(world: World, given: dict[str, Any]) -> Message:
    content = rules.content(world, given, "caption")
    document = _stored(world, given["document"], UPLOAD_LIMIT)
    return send(world, given, {"document": document} | content)


def send_photo(world: World, given: dict[str, Any]) -> Message:
    content = rules.content(world, given, "caption")
    photo = given["photo"]
    if isinstance(photo, Upload) and not photo.data.startswith((PNG, JPEG)):
        raise bad_request("IMAGE_PROCESS_FAILED")
    stored = _stored(world, photo, PHOTO_LIMIT)
    width, height = _size(world.files[stored["file_id"]].data)
    if width + height > 10_000 or not 1 / 20 <= width / height <= 20:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    shown = {key: stored[key] for key in ("file_id", "file_unique_id", "file_size")}
    return send(world, given, {"photo": [shown | {"width": width, "height": height}]} | content)


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
