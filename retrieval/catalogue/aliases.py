"""Other names that administrators gave: put in full in a question before it is understood."""

from collections.abc import Mapping

from data.clean import clean_text
from data.records import Reader

Aliases = Mapping[str, Mapping[str, str]]
"""Collection → other name → what it stands for."""


def in_full(text: str, aliases: Aliases, reader: Reader) -> tuple[str, tuple[tuple[str, str], ...]]:
    """`text` with the aliases of the reader's collections written out, and the (as typed, as read) pairs.

    Longer aliases go first, each once; what the text already says in full is left, and its script is kept.
    """
    text = text.strip()
    known = {alias: full for name in sorted(reader.collections) for alias, full in aliases.get(name, {}).items()}
    made = []
    for alias in sorted(known, key=len, reverse=True):
        read, full = _simplified(text), known[alias]
        if alias in read and full not in read:
            at = read.index(alias)
            text = text[:at] + full + text[at + len(alias) :]
            made.append((alias, full))
    return text, tuple(made)


def _simplified(text: str) -> str:
    """As aliases are kept, character for character; as it stands where cleaning moves the characters."""
    cleaned = clean_text(text)
    return cleaned if len(cleaned) == len(text) else text
