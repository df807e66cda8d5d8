"""Entities that Telegram finds by itself in what people type: commands, mentions, hashtags, links."""

import re

from .utf16 import length

PATTERNS = {
    "bot_command": re.compile(r"(?<![\w/<>])/([A-Za-z0-9_]{1,64})(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"),
    "mention": re.compile(r"(?<![\w@])@[A-Za-z0-9_]{3,32}(?!\w)", re.ASCII),
    "hashtag": re.compile(r"(?<![\w#])#\w{1,256}"),
    "url": re.compile(r"(?:https?://|www\.)[^\s<>\"，。；：、）】》]+"),
}
KEPT = 100


def found(text: str) -> list[dict[str, object]]:
    """The entities of plain `text` in order, offsets in UTF-16 units; an overlapped later one is dropped."""
    spans = sorted((m.start(), m.end(), kind) for kind, pattern in PATTERNS.items() for m in pattern.finditer(text))
    entities: list[dict[str, object]] = []
    last = 0
    for start, end, kind in spans:
        if start >= last:
            entities.append({"type": kind, "offset": length(text[:start]), "length": length(text[start:end])})
            last = end
    return entities
