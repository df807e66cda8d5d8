"""Other names that administrators gave: put in full in a question before it is understood."""

from collections.abc import Mapping

from data.records import Reader

Aliases = Mapping[str, Mapping[str, str]]
"""Collection → other name → what it stands for."""


def in_full(text: str, aliases: Aliases, reader: Reader) -> tuple[str, tuple[tuple[str, str], ...]]:
    """`text` with the aliases of the reader's collections written out, and the (as typed, as read) pairs.

    Longer aliases go first; what the text already says in full is left.
    """
    known = {alias: full for name in sorted(reader.collections) for alias, full in aliases.get(name, {}).items()}
    made = []
    for alias in sorted(known, key=len, reverse=True):
        if alias in text and known[alias] not in text:
            text = text.replace(alias, known[alias])
            made.append((alias, known[alias]))
    return text, tuple(made)
