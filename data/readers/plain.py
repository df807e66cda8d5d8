"""Plain text → Source: its lines."""

from data.records import Source


def read_plain(name: str, text: str, encoding: str) -> Source:
    """Every line of `text`, blank ones too: they part paragraphs."""
    return Source(name=name, format="text", encoding=encoding, lines=tuple(text.splitlines()))
