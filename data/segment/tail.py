"""What stands below the body and is no part of it: signature and date, byline, leftovers of the page."""

import re
from collections.abc import Sequence

from data.segment.headings import is_byline, is_heading, is_item, is_label, is_organisation, says_meeting

_DATE_LINE = re.compile(r"[（(]?(?:[12]\d{3}|[二〇○零一]{4})\s?年.{1,10}日?[）)]?(?:印发)?")
_NOTICE = re.compile(r"[（(](?:公示|联系|附|印章|公章|盖章|签字|此页|本页)[^。]{0,40}[）)]")


def body_end(lines: Sequence[str]) -> int:
    """How many of the lines are body: what follows the last one that says something is signature or leftover."""
    end = _attachments(lines)
    while end > 1 and _is_leftover(lines[end - 1]) and not _is_row(lines[end - 2], lines[end - 1]):
        end -= 1
    return end


def _attachments(lines: Sequence[str]) -> int:
    """Where a list of attached files starts: nothing below it is a sentence. Without one, the end."""
    for at in range(len(lines) - 1, 0, -1):
        if "。" in lines[at] or len(lines[at]) > _LONGEST_FILE_NAME:
            break
        if _ATTACHED.match(lines[at]):
            return at
    return len(lines)


_ATTACHED = re.compile(r"附件\s*\d?\s*[:：]")
_LONGEST_FILE_NAME = 60


def _is_row(above: str, line: str) -> bool:
    """Whether a line goes on with a table."""
    if "|" in line:
        return above.count("|") == line.count("|")
    return len(line.split()) == len(above.split()) >= _COLUMNS


_COLUMNS = 3  # from which on blanks part cells


def _is_leftover(line: str) -> bool:
    if is_item(line) or is_label(line):
        return False
    if _DATE_LINE.fullmatch(line) or _NOTICE.fullmatch(line) or is_byline(line) or is_organisation(line):
        return True
    return is_heading(line) and len(line) <= _SHORT and not says_meeting(line) and not re.search(r"[，,（(]", line)


_SHORT = 20
