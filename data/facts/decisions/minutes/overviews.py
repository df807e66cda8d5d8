"""Lists in one line (议题：1、A 2、B, 决议：1.C 2.D), and votes that name an item by its number (议题2：同意38票)."""

import re

from data.facts.decisions.minutes.headings import number_of
from data.facts.decisions.minutes.lines import CONCLUSION, NAMED
from data.facts.decisions.minutes.sheet import Item, Line
from data.facts.decisions.minutes.state import State

_AGENDA = re.compile(r"\W*(?:会议)?(?:主要)?(?:议题|议程|议案|内容)\s*[:：]\s*(?=[1一][、.．)）])")
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．)）]"
_LISTED = re.compile(
    rf"(?P<number>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[、.．)）]\s*(?P<title>[^；;。]{{2,60}}?)(?=[；;。，\s]+{_NUMBER}|[。；;\s]*$)"
)
_VOTE = re.compile(
    r"(?:表决结果\s*[:：]\s*)?(?:(?:不?同意|不?赞成|反对|弃权)(?:票数?)?\s*[:：]?\s*\d+\s*[票人户]?[，,、；;。\s]*){0,4}"
    r"(?:(?:全票|一致|表决|获得?|原则){0,3}(?:不?通过|未通过|不?同意))?[。；;]?"
)
"""What became of an item, and nothing besides."""
OVERVIEW = "overview"  # the style of items that were only listed
_LONGEST = 400  # characters of a line
_MOST_ITEMS = 60  # an agenda with more is none


def takes_in(at: State, para: int) -> bool:
    """Take a line that lists the agenda or resolutions, or votes on an item by its number; False for another."""
    if _lists(at, para):
        at.place, at.section = "agenda", None
        return True
    if _resolves(at, para):
        at.place, at.announced = "other", False
        return True
    if _votes(at, para):
        at.place, at.concluding = "items", False
        return True
    return False


def _lists(at: State, para: int) -> bool:
    """Take a line that lists the whole agenda as an overview of what comes."""
    line = at.paras[para]
    opening = _AGENDA.match(line) if len(line) <= _LONGEST and not at.items else None
    listed = list(_LISTED.finditer(line, opening.end())) if opening else []
    if len(listed) <= 1:
        return False
    at.overview = [
        Item(number_of(one["number"]), para, one.start("title"), one["title"].rstrip(), style=OVERVIEW)
        for one in listed
    ]
    return True


def _resolves(at: State, para: int) -> bool:
    """Take the resolutions that one line lists (会议决议：1. A。2. B。), each by itself."""
    line = at.paras[para]
    label = CONCLUSION.match(line) if len(line) <= _LONGEST and not at.items else None
    listed = list(_LISTED.finditer(line, label.start("rest"))) if label and _FIRST.match(label["rest"]) else []
    if label and not listed and "；" not in line and _OWN.match(line) and len(label["rest"]) >= _TELLS:
        at.resolutions.append(Line(para, label.start("rest"), label["rest"].rstrip(), True))
        return True
    if len(listed) <= 1 or "。" not in line[listed[0].start() : listed[1].start()]:  # in one sentence they are read so
        return False
    at.resolutions += [Line(para, one.start("title"), one["title"], True) for one in listed]
    return True


_OWN = re.compile(r"\W{0,4}会议(?:最终)?(?:结果|决定|决议|议定|结论)\s*[:：]\s*(?!同意\s*\d|赞成|通过|如下)")
"""The label of what the meeting as a whole came to, outside an item: 会议结果：一致推荐顾城为优秀党员."""
_TELLS = 8  # characters of what it says
_FIRST = re.compile(r"[（(]?[1一][、.．)）]")


def _votes(at: State, para: int) -> bool:
    """Take the vote on an item that only its number names as the conclusion of that item."""
    named = NAMED.match(at.paras[para], 0, _LONGEST)
    number = number_of(named["number"]) if named and _VOTE.fullmatch(named["title"]) else None
    known = at.items or at.overview
    item = next((item for item in known[:_MOST_ITEMS] if number and item.number == number), None)
    if named is None or item is None:
        return False
    at.items = known
    item.lines.append(Line(para, named.start("title"), named["title"].rstrip("。；; "), True))
    return True
