"""Items told whole in one line, title and what became of it; titles with a number above; what somebody raised."""

import re
from collections.abc import Callable

from data.facts.decisions.minutes.headings import number_of
from data.facts.decisions.minutes.lines import (
    CONCLUDES,
    CONCLUSION,
    EXECUTED,
    FORMAL,
    HEADER,
    MOVED,
    NAMED,
    NUMBERED,
    PROPOSED,
)
from data.facts.decisions.minutes.sheet import Item, Line
from data.facts.decisions.minutes.state import State
from data.facts.people import is_person

_ALONE = re.compile(r"\s*(?P<number>[IVX]{1,5}|[一二三四五六七八九十]{1,3}|\d{1,2})[.、．]?\s*")
_SENTENCE = re.compile(r"[^。]+。?")
_DASHED = re.compile(
    r"\s*(?:[-–—•]\s+|[（(][一二三四五六七八九十\d]{1,2}[）)]\s*)(?P<title>[^。：:，,；;]{4,40}?)(?:(?P<confirmed>确认)?[。；;]|(?<=[情形况告度果])\s*(?:[（(][^（）()]{2,20}[)）]\s*)?(?:$|[：:]))"
)
_REACH = 600  # characters of an item told in one line
_LONGEST = 160  # characters; a longer line is running text
_MOST_ITEMS = 60  # an agenda with more is none


def told_whole(at: State, para: int) -> Item | None:
    """The item that paragraph `para` tells whole, by the first way of telling that fits."""
    return next((item for way in _WAYS if (item := way(at, para))), None)


def _inline(at: State, para: int) -> Item | None:
    """An item that is told whole in one line: 案由一：X案。说明：… 决议：照案通过."""
    line = at.paras[para]
    if not CONCLUDES.search(line, 0, _REACH):
        return None
    named = NAMED.match(line, 0, _LONGEST)
    numbered = NUMBERED.match(line, 0, _LONGEST) if at.place in ("agenda", "items") else None
    match = named or numbered or _RAISED.match(line, 0, _LONGEST)
    first = _SENTENCE.match(line, match.start("title")) if match else None
    if match is None or first is None or first.end() >= len(line.rstrip()):
        return None
    at.style = "named" if named else "numbered" if numbered else at.style
    number = match.groupdict().get("number")
    item = Item(number_of(number), para, first.start(), first[0].rstrip("。 "), style=at.style, section=at.before)
    for sentence in _SENTENCE.finditer(line, first.end()):
        label = CONCLUSION.match(line, sentence.start(), sentence.end())
        start = label.start("rest") if label else sentence.start()
        item.lines.append(Line(para, start, line[start : sentence.end()].rstrip("。 "), label is not None))
    item.motion = MOVED.match(line) is not None
    return item


_RAISED = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,2}[、.]\s*)?(?:临时动议[:：]\s*)?[\u4e00-\u9fff]{1,4}(?:委员|理事|监事|代表|议员|先生|女士|小姐|老师|同学)?[:：]?\s*(?:提议|建议|提案|动议)[:：]?\s*(?P<title>[^。：:]{4,40})。"
)
"""What somebody raised, told whole with what became of it: 顾委员：建议延后垃圾清运。决议：同意."""


def _case(at: State, para: int) -> Item | None:
    """A case of a board told at length in one line: 第1案：某市函为「变更某计划」案。一、本案…."""
    line = at.paras[para]
    named = NAMED.match(line, 0, _LONGEST) if len(line) > _LONGEST else None
    first = _SENTENCE.match(line, named.start("title")) if named else None
    if named is None or first is None or len(first[0]) > _LONGEST or not first[0].rstrip("。").endswith("案"):
        return None
    at.style = "named"
    item = at.new_item(para, named.start("title"), number_of(named["number"]))
    item.title = first[0].rstrip("。 ")
    item.lines = [Line(para, rest.start(), rest[0].rstrip(), False) for rest in _SENTENCE.finditer(line, first.end())]
    return item


def _numbered_above(at: State, para: int) -> Item | None:
    """A title whose number stands alone on the line above, as tables come apart: IV. / 有关加设渡轮班次的动议."""
    line, above = at.paras[para], at.paras[para - 1] if para else ""
    if not at.apart or not _ALONE.fullmatch(above) or len(line) > _LONGEST or at.style not in ("", "alone"):
        return None
    number = number_of(_ALONE.fullmatch(above)["number"])  # type: ignore[index]  # matched above
    if number is None or not at.follows(number) or HEADER.match(line) or _ALONE.fullmatch(line):
        return None
    at.style = "alone"
    return at.new_item(para, 0, number)


def _reported(at: State, para: int) -> Item | None:
    """A point of what was reported, with what became of it behind: - 前次纪录。确认."""
    dashed = _DASHED.match(at.paras[para])
    if dashed is None or not at.reports or at.place not in ("agenda", "items") or at.style not in ("", "dashed"):
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


def _one_line(at: State, para: int) -> Item | None:
    """An item told whole in its numbered line, in a list of such: 2、讨论秋游。大家同意去湿地, 3. 会费：决议不变."""
    line = at.paras[para]
    numbered = NUMBERED.match(line, 0, _LONGEST)
    bare = at.place == "agenda" or (at.place == "items" and not _told_below(at))
    if numbered is None or not bare or at.style not in ("", "numbered") or FORMAL.match(line) or len(line) > _REACH:
        return None
    titled = _TITLED.match(line, numbered.start("title"))
    if titled is None or not at.follows(int(numbered["number"])) or not at.lists_topics or CONCLUSION.match(line):
        return None
    at.style = "numbered"
    item = at.new_item(para, titled.start("title"), int(numbered["number"]))
    item.title = titled["title"]
    item.lines = [Line(para, rest.start(), rest[0].rstrip(), False) for rest in _SENTENCE.finditer(line, titled.end())]
    return item


_TITLED = re.compile(
    r"(?![\u4e00-\u9fff]{2,3}[:：])(?P<title>[^。：:；]{4,40})(?:[。：:；]\s*(?=\S.{3})"
    r"|(?:(?<=通过)|(?<=问题)|(?<=事宜)|(?<=方案)|(?<=提议)|(?<=安排))[。；]?$)"
)


def _told_below(at: State) -> bool:
    """Whether the item so far has lines of its own below its title."""
    return bool(at.items) and any(line.para != at.items[-1].para for line in at.items[-1].lines[:_MOST_ITEMS])


_SETTLED = re.compile(
    r"\s*(?:[（(](?P<bracketed>[一二三四五六七八九十\d]{1,2})[)）]|(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})[.、．)）]|[①-⑳]|[-*•])\s*"
    r"(?P<title>[^。：:；→]{4,60}?)\s*(?:[：:]|→|-+>|—+)\s*"
    r"(?P<rest>(?:会议|经[^，。；]{0,12}?[，,]?)?(?:研究|讨论|审议|表决|投票)*后?[，,]?(?:原则上?|一致|全票|均|无异议|照案|全体)*"
    r"(?:同意|通过|不同意|不通过|未通过|否决|批准|缓议|暂缓)(?=[，。；,（(]|\s*$).*)"
)
"""A title with the verdict right behind it: 1. 护礁办法：同意, （二）秋游 → 通过."""


def _settled(at: State, para: int) -> Item | None:
    """An item told whole as a title and its verdict, in a list of such; who says yes is none."""
    line = at.paras[para]
    found = _SETTLED.fullmatch(line, 0, _REACH) if at.style in ("", "settled") and not at.concluding else None
    if found is None or at.place in ("skipped", "people") or is_person(found["title"]):
        return None
    at.style = "settled"
    item = at.new_item(para, found.start("title"), number_of(found["bracketed"] or found["number"]))
    item.title = found["title"]
    item.lines = [Line(para, found.start("rest"), found["rest"].rstrip("。； "), True)]
    return item


def _tracked(at: State, para: int) -> Item | None:
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


def _proposed(at: State, para: int) -> Item | None:
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

_WAYS: tuple[Callable[[State, int], Item | None], ...] = (
    _settled,
    _inline,
    _one_line,
    _case,
    _numbered_above,
    _reported,
    _tracked,
    _proposed,
)
