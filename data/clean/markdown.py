"""Markdown's marks off the words they mark."""

import re
from collections.abc import Iterator

from data.clean.edits import Edit
from data.clean.page import lines_of

_MARKED = re.compile(r"^#{1,6} |\*\*[^*\n]{1,60}\*\*", re.MULTILINE)
_MARKS = re.compile(r"^(?:#{1,6} +|> +|[-*+] +(?=\*\*))|\*\*")
_RULE = re.compile(r"[|\s:-]{3,}|[*_]{3,}")
_EDGES = re.compile(r"^\| *|(?: *\|)+$")


def drop_markdown(text: str) -> list[Edit]:
    """Edits that remove heading signs, quote signs, stars around bold words, rules, and the bars around a table."""
    if not _MARKED.search(text):
        return []
    return [edit for at, line in lines_of(text) if line for edit in _in_line(line, at)]


def _in_line(line: str, at: int) -> Iterator[Edit]:
    if _RULE.fullmatch(line):
        yield Edit(at, at + len(line))
    elif line.startswith("|") and line.endswith("|"):
        yield from (Edit(at + match.start(), at + match.end()) for match in _EDGES.finditer(line))
    else:
        yield from (Edit(at + match.start(), at + match.end()) for match in _MARKS.finditer(line))
