"""Minutes by their items: a numbered heading, the lines under it, and those that say what it came to."""

import re

from data.records import Report
from retrieval.numerals import number

HEADING = re.compile(
    r"\s*(?:#{1,4}\s*|议题|案由|提案|议案|讨论|动议)?\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[、.．:：)）]|\s(?=[^\d\s]))|\s*议题"
)
"""How a line that opens an item begins: 3. ／ 议题2、 ／ （一） ／ ### 06."""
_CONCLUDES = re.compile(
    r"\W{0,6}(?:结论|决议|结果|会议决策|决策|会议(?:同意|决定|结论)|同意|意见|后续|责任|负责人|牵头|延期)"
)
_ATTACHED = re.compile(r"\W*(?:https?://|(?:汇报|申报|申请|报告|主讲)人|PR\s*[：:]|链接|附件|材料[：:])")
_SHORT = 3
"""Lines of an item that are all told when there are no more."""
_LONGEST = 15
"""Lines that an item runs to at most."""
_MOST = 3


def section(report: Report, para: int) -> range:
    """The paragraphs under the item that `para` opens, a list of its own among them; empty when it opens none."""
    if para < 0 or not HEADING.match(report.text(para)):
        return range(0)
    style, own, inner = _style(report.text(para)), _number(report.text(para)), 0
    for line in range(para + 1, min(para + 1 + _LONGEST, len(report.paragraphs))):
        text = report.text(line)
        if HEADING.match(text) and _style(text) == style:
            counted = _number(text)
            if own is None or counted is None or (counted > own and counted != inner + 1):
                return range(para + 1, line)
            inner = counted
    return range(para + 1, min(para + 1 + _LONGEST, len(report.paragraphs)))


def heading_of(report: Report, para: int) -> int | None:
    """The paragraph that opens the item in which `para` stands; None outside of items."""
    for before in range(para, max(-1, para - _LONGEST - 1), -1):
        if HEADING.match(report.text(before)) and (before == para or para in section(report, before)):
            return before
    return None


def conclusions(report: Report, para: int) -> list[int]:
    """Of the item that `para` opens, the lines that say what it came to, a label's own lines with it."""
    lines = section(report, para)
    found: list[int] = []
    for line in lines:
        text = report.text(line)
        led = bool(found) and found[-1] == line - 1 and report.text(found[0]).endswith(("：", ":"))
        if _CONCLUDES.match(text) or led:
            found.append(line)
    if not found and len(lines) <= _SHORT:
        return [line for line in lines if not _ATTACHED.match(report.text(line))]
    return found[: _MOST + 1]


def concludes(report: Report, para: int, head: int) -> bool:
    """Whether `para` says what the item came to that `head` opens."""
    return para in conclusions(report, head)


def _style(text: str) -> str:
    """The heading's mark with its number taken out: 3. and 4. are alike, 1） is another."""
    mark = HEADING.match(text)
    return re.sub(r"[\d一二三四五六七八九十\s]+", "", mark[0]) if mark else ""


def _number(text: str) -> int | None:
    mark = HEADING.match(text)
    figure = re.search(r"\d+|[一二三四五六七八九十]+", mark[0]) if mark else None
    return number(figure[0]) if figure else None
