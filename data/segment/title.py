"""The title and the body of a page of lines."""

import re
from dataclasses import dataclass

from data.segment.candidates import above, bare, below, below_bar, in_stated, is_about, lead
from data.segment.headings import is_byline, is_document_number, is_organisation, is_site
from data.segment.joining import joined, without_column

_SHORT = 7
_BARS = "|｜"
_BAR = re.compile(r"[|｜][^|｜]*\Z")


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's title, its parts joined, and the numbers of the lines that are its body, in order."""

    title: str
    body: tuple[int, ...]


def find_title(page: list[str], stated: str | None = None) -> Layout:
    """The layout of a page of lines, blank ones among them; `stated` is what the format gives as the title."""
    bar = next((at for at, line in enumerate(page) if _BAR.match(line)), None)
    lines = [line.strip(_BARS + " 　") for line in page]
    stated = None if stated and (is_site(stated) or is_organisation(stated)) else stated
    chosen = _chosen(lines, bar, stated)
    title = joined([lines[at] for at in chosen]) or without_column(stated or "")
    first = lead(lines)
    out = {*chosen, *(at for at in range(first) if at < min(chosen, default=0) or _is_leftover(lines[at]))}
    copies = {bare(title), bare(stated or title), *(bare(lines[at]) for at in chosen)}
    body = (at for at, line in enumerate(lines) if line and at not in out and bare(line) not in copies)
    return Layout(title, tuple(body))


def _chosen(lines: list[str], bar: int | None, stated: str | None) -> list[int]:
    """The lines that make up the title; none where only the format states it."""
    found = (in_stated(lines, stated) if stated else []) or (below_bar(lines, bar) if bar is not None else [])
    if found:
        return found
    found = above(lines) or below(lines)
    return found if not stated or any(is_about(lines[at]) for at in found) else []


def _is_leftover(line: str) -> bool:
    """Whether a line between title and body is no body: who issued it, its number, its author, a menu's word."""
    if is_document_number(line) or is_byline(line) or is_organisation(line):
        return True
    return len(line) <= _SHORT and not line.endswith(("：", ":"))
