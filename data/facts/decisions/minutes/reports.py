"""Items among what was reported or raised: its points with what was said of them, earlier resolutions, proposals."""

import re

from data.facts.decisions.minutes.headings import number_of
from data.facts.decisions.minutes.lines import CONCLUSION, EXECUTED, PROPOSED
from data.facts.decisions.minutes.sheet import Item, Line
from data.facts.decisions.minutes.state import State

_SENTENCE = re.compile(r"[^。]+。?")
_REACH = 600  # characters of an item told in one line
_LONGEST = 160  # characters; a longer line is running text


_DASHED = re.compile(
    r"\s*(?:[-–—•]\s+|[（(][一二三四五六七八九十\d]{1,2}[）)]\s*)(?P<title>[^。：:，,；;]{4,40}?)(?:(?P<confirmed>确认)?[。；;]|(?<=[情形况告度果])\s*(?:[（(][^（）()]{2,20}[)）]\s*)?(?:$|[：:]))"
)


def reported(at: State, para: int) -> Item | None:
    """A point of what was reported, with what became of it behind: - 前次纪录。确认."""
    dashed = _DASHED.match(at.paras[para])
    if (
        dashed is None
        or not at.reports
        or at.place not in ("agenda", "items")
        or at.style not in ("", "dashed", "settled")
    ):
        return None
    at.style = "dashed"
    item = at.new_item(para, dashed.start("title"), None)
    item.title = dashed["title"]
    if dashed["confirmed"]:
        item.lines = [Line(para, dashed.start("confirmed"), dashed["confirmed"], False)]
        return item
    line = at.paras[para]
    item.lines = [Line(para, rest.start(), rest[0].rstrip(), False) for rest in _SENTENCE.finditer(line, dashed.end())]
    return item


def tracked(at: State, para: int) -> Item | None:
    """A matter decided before, with what is said of it now: 一、服装规定修正案：已公告实施，同意备查."""
    found = _TRACKED.fullmatch(at.paras[para], 0, _REACH) if at.place in ("other", "agenda", "items") else None
    if found is None or at.section is None or EXECUTED.search(at.section.text) is None:
        return None
    item = at.new_item(para, found.start("title"), number_of(found["number"]))
    item.title, item.style = found["title"], "tracked"
    item.lines = [Line(para, found.start("verdict"), found["verdict"], True)]
    return item


_TRACKED = re.compile(
    r"\s*(?:[（(]?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|[-•])\s*(?:案由[^：:]{0,3}[：:])?(?P<title>[^：:。；;]{4,60})[：:](?:.*[，。；,])?"
    r"(?P<verdict>(?:同意|准予|准)备查|(?:同意|予以)?(?:解除|持续|继续|免予)列管|(?:同意|予以|准予)?结案|洽悉)[。]?\s*"
)


def proposed(at: State, para: int) -> Item | None:
    """A matter that somebody raised, with its conclusion below: 理事顾城提：加装航标灯。 / 决议：同意."""
    raised = PROPOSED.match(at.paras[para], 0, _LONGEST)
    below = (line for line in at.paras[para + 1 : para + 1 + _LOOK_AHEAD] if not _EXPLAINS.match(line))
    if raised is None or CONCLUSION.match(next(below, "")) is None:
        return None
    item = at.new_item(para, raised.start("title"), None)
    item.title = raised["title"].rstrip("。 ")
    return item


_EXPLAINS = re.compile(r"\s*(?:说\s*明|办\s*法|理\s*由|附议人?)\s*[:：]")

_LOOK_AHEAD = 3  # lines
