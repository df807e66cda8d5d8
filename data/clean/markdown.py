"""Markdown's marks off the words they mark."""

import re

from data.clean.edits import Edit

_MARKED = re.compile(r"^#{1,6} |\*\*[^*\n]{1,60}\*\*", re.MULTILINE)
_MARKS = re.compile(r"^(?:#{1,6} +|[-*+] +(?=\*\*))|\*\*", re.MULTILINE)


def drop_markdown(text: str) -> list[Edit]:
    """Edits that remove heading signs, stars around bold words and the bullet before a bold word."""
    if not _MARKED.search(text):
        return []
    return [Edit(match.start(), match.end()) for match in _MARKS.finditer(text)]
