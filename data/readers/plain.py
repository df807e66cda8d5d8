"""Plain text → Source: its lines."""

import re

from data.records import Source

_BREAK = re.compile(r"<br\s{0,3}/?>(?:\r?\n)?", re.IGNORECASE)


def read_plain(name: str, text: str, encoding: str) -> Source:
    """Every line of `text`, blank ones too: they part paragraphs; a <br> ends a line as well."""
    return Source(name=name, format="text", encoding=encoding, lines=tuple(_BREAK.sub("\n", text).splitlines()))
