"""Minutes by their items: a numbered heading, the lines under it, and those that say what it came to."""

import re

from data.records import Report

HEADING = re.compile(
    r"\s*(?:#{1,4}\s*|议题)?\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[、.．:：)）]|\s(?=[^\d\s]))|\s*议题"
)
"""How a line that opens an item begins: 3. ／ 议题2、 ／ （一） ／ ### 06."""
_CONCLUDES = re.compile(
    r"\W{0,6}(?:结论|决议|结果|会议决策|决策|会议(?:同意|决定|结论)|同意|意见|后续|责任|负责人|牵头|延期)"
)
_SHORT = 3
"""Lines of an item that are all told when there are no more."""
_LONGEST = 15
"""Lines that an item runs to at most."""
_MOST = 3


def section(report: Report, para: int) -> range:
    """The paragraphs under the item that `para` opens; empty when it opens none."""
    if para < 0 or not HEADING.match(report.text(para)):
        return range(0)
    stop = para + 1
    while stop < len(report.paragraphs) and stop <= para + _LONGEST and not _opens(report, stop, para):
        stop += 1
    return range(para + 1, stop)


def heading_of(report: Report, para: int) -> int | None:
    """The paragraph that opens the item in which `para` stands; None outside of items."""
    for before in range(para, max(-1, para - _LONGEST - 1), -1):
        if HEADING.match(report.text(before)) and (before == para or para in section(report, before)):
            return before
    return None


def conclusions(report: Report, para: int) -> list[int]:
    """Of the item that `para` opens, the lines that say what it came to; a label's own lines with it."""
    lines = section(report, para)
    if len(lines) <= _SHORT:
        return list(lines)
    found: list[int] = []
    for line in lines:
        text = report.text(line)
        led = bool(found) and found[-1] == line - 1 and report.text(found[0]).endswith(("：", ":"))
        if _CONCLUDES.match(text) or led:
            found.append(line)
    return found[: _MOST + 1]


def _opens(report: Report, para: int, opened: int) -> bool:
    """Whether `para` opens the next item: numbered in the way of the one that `opened`."""
    text = report.text(para)
    return bool(HEADING.match(text)) and _style(text) == _style(report.text(opened))


def _style(text: str) -> str:
    """The heading's mark with its number taken out: 3. and 4. are alike, 1） is another."""
    mark = HEADING.match(text)
    return re.sub(r"[\d一二三四五六七八九十\s]+", "", mark[0]) if mark else ""
