"""Markup nested deeper than libxml2 reads, made shallow: its text stays, the tags beyond the limit go."""

import re

from data.readers.weights import tags

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)[^<>]*?(/?)>")
_DEEPEST = 500
_VOID = frozenset(
    {"br", "img", "hr", "input", "meta", "link", "col", "area", "base", "wbr", "source", "param", "embed"}
)


def shallow(text: str) -> str:
    """`text` with every tag that would nest beyond the limit replaced by a line break, by nothing if it is inline."""
    depth = 0

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        closing, name, closed = match[1], match[2].lower(), match[3]
        if name in _VOID or closed:
            return match[0]
        inside = depth - bool(closing)
        depth = max(0, depth - 1 if closing else depth + 1)
        return match[0] if inside < _DEEPEST else "<br>" if name in tags("blocks") else ""

    return _TAG.sub(kept, text)
