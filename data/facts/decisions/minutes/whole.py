"""Items told whole in one line, title and what became of it, and titles whose number stands on the line above."""

import re
from collections.abc import Callable

from data.facts.decisions.minutes import reports
from data.facts.decisions.minutes.headings import number_of
from data.facts.decisions.minutes.lines import (
    CONCLUDES,
    CONCLUSION,
    FORMAL,
    HEADER,
    MOVED,
    NAMED,
    NUMBERED,
)
from data.facts.decisions.minutes.sheet import Item, Line
from data.facts.decisions.minutes.state import State
from data.facts.people import is_person

_ALONE = re.compile(r"\s*(?P<number>[IVX]{1,5}|[一二三四五六七八九十]{1,3}|\d{1,2})[.、．]?\s*")
_SENTENCE = re.compile(r"[^。]+。?")
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
    reported = _REPORTED.match(line, 0, _LONGEST)
    match = named or numbered or _RAISED.match(line, 0, _LONGEST) or reported
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
    item.reported = item.reported or match is reported
    return item


_REPORTED = re.compile(
    r"\s*[（(]?[一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾]{1,2}[）)、.．]\s*(?P<title>[^。：:]{0,12}报告[：:][^。]{4,80})。"
)
"""A report told whole with what was said of it: 贰、专题报告：处长顾城报告“X”。裁示：洽悉."""
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
    r"\s*(?:[（(](?P<bracketed>[一二三四五六七八九十\d]{1,2})[)）]|(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3}|[壹贰叁参肆伍陆柒捌玖拾]{1,2}|[IVX]{1,4}(?=[.、．])|[甲乙丙丁戊己庚辛](?=[.、．]))[.、．)）]|[①-⑳]|[-*•])\s*"
    r"(?P<title>[^。：:；→]{4,90}?)\s*(?:[：:]|→|-+>|—+)\s*"
    r"(?P<rest>(?:会议|委员会|理事会|大会|经[^，。；]{0,12}?[，,]?)?(?:研究|讨论|审议|表决|投票)*后?[，,]?(?:原则上?|一致|全票|均|无异议|照案|全体)*"
    r"(?:(?:同意|通过|不同意|不通过|未通过|否决|批准|缓议|暂缓|确定|确认|认可|洽悉|备悉|(?:同意|准予|准)备查|撤回|撤案)(?=[，。；,（(]|\s*$).*"
    r"|(?:赞成|同意)(?:票数?)?\s*\d+[^。；]*?(?:通过|否决)[。]?"
    r"|(?<=[会])(?:一致)?通过(?:上次|前次|第[^，。]{1,6}次)[^，。]{0,8}(?:纪录|记录|纪要)[^。]{0,12}[。]?))"
)
"""A title with the verdict right behind it: 1. 护礁办法：同意, （二）秋游 → 通过."""


def _settled(at: State, para: int) -> Item | None:
    """An item told whole as a title and its verdict, in a list of such; who says yes is none."""
    line = at.paras[para]
    found = _SETTLED.fullmatch(line, 0, _REACH) if at.style in ("", "settled", "dashed") and not at.concluding else None
    if found is None or at.place in ("skipped", "people") or is_person(found["title"]):
        return None
    at.style = "settled"
    item = at.new_item(para, found.start("title"), number_of(found["bracketed"] or found["number"]))
    item.title = found["title"]
    item.lines = [Line(para, found.start("rest"), found["rest"].rstrip("。； "), True)]
    return item


_WAYS: tuple[Callable[[State, int], Item | None], ...] = (
    _settled,
    _inline,
    _one_line,
    _case,
    _numbered_above,
    reports.reported,
    reports.tracked,
    reports.proposed,
)
