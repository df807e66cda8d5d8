"""The parts of a title put together, without what a page's <title> adds."""

import re

from config import lexicon
from data.segment.headings import is_organisation, is_subheading, says_meeting

_FOLLOWS = re.compile(r"第|关于|\d{4}年")
_OWN_SUBJECT = re.compile(r"(?:(?!第\S{1,4}[次届]).)*?(?:召开|举行|举办)")
"""Somebody holds a meeting; in 第三次会议召开 the meeting itself is the subject."""

_COLUMN = re.compile(r"^(.*\S)\s*(?:--|[-_|｜])\s*([^-_|｜]{2,20})$")
_LEAST = 7
"""Fewest characters of a title that something was added to."""


def joined(parts: list[str]) -> str:
    """Title and sub-headings in one line: a space between, none where the first part is only half of a phrase."""
    title = ""
    for part in (without_column(" ".join(part.split())) for part in parts):
        if part not in title:
            title += ("" if not title or goes_on(title, part) else " ") + part
    return title


def goes_on(first: str, second: str) -> bool:
    """Whether `second` is the rest of a title that `first` only begins: a body's name, or a phrase without its end."""
    if is_subheading(second):
        return False
    if first.endswith(lexicon.words("headings", "verbs")):
        return says_meeting(second)
    if first.endswith(lexicon.words("headings", "unfinished")):
        return True
    if not is_organisation(first) or says_meeting(first):
        return False
    return bool(_FOLLOWS.match(second)) or (says_meeting(second) and not _OWN_SUBJECT.match(second))


def without_column(title: str) -> str:
    """The title without the columns and the site that a page's <title> adds behind - _ or |."""
    match = _COLUMN.match(title)
    if not match or len(match[1]) < _LEAST or says_meeting(match[2]):
        return title
    return without_column(match[1]) if match[2].endswith(lexicon.words("headings", "columns")) else title
