"""Where the meeting was held."""

import re

from config import lexicon
from data.facts.meeting import signals
from data.facts.meeting.labels import labelled_place
from data.facts.meeting.openings import opening
from data.facts.meeting.own import own_start
from data.records import TITLE, Report

_CITY = lexicon.mapping("abbreviations", "cities")
_SHORT = "".join(_CITY)
_HELD_AT = re.compile(
    rf"(?:(?<!现)在|(?<=[\u4e00-\u9fff])假(?=[^，。]{{2,16}}(?:举行|举办|召开)))(?P<place>[{_SHORT}]|[^，。；：、在]{{2,30}}?)(?={signals.HOW}*(?:(?<!共)[同与][^，。]{{2,24}}?)?(?:共同)?(?:主持召开|召开|举行|举办|开幕|(?<!中)(?:拉开[帷序]幕|落下?帷?幕)|闭幕|闭会|开议|结业|开班|启动|主持|组织召开|隆重))"
)
_WENT_TO = re.compile(
    r"(?:日(?:上午|下午|晚)?|[\u4e00-\u9fff])在(?P<place>京|[\u4e00-\u9fff]{2,8}?)(?=(?:以[^，。]{2,8}方式)?出席|同[^，。]{2,20}(?:共同)?(?:出席|主持)|亲切会见|会见|召开)"
)

_NOT = re.compile(
    r"(?<!大)同|与|^野|声中|^线[上下]|云端|网上|随后|此后|之后|同期|^家|^[我本](?:[市县区镇乡省州旗]$|[校院司会](?!.*(?:室|厅|楼|堂|中心|礼堂|广场)))|这里|此间|当地|时期|时刻|节点|关头|背景|阶段|之际|框架|氛围|形势|会上|会议(?!室|中心|厅)|大会(?!堂)|日|月|讲话|指导|领导下|基础|大力|期间|过程|方面|主持|论坛|参加|出席|工作|其中|推动|座谈|委会(?!.*(?:室|厅|楼|堂|中心|大院|广场))|的$|视频|\d年"
)
_MEETING = re.compile(rf"{signals.KIND}$")
_INLINE = re.compile(
    r"\s*(?:会议)?(?:时间|日期)[：:\s].*?\s(?:会议)?地点\s*[：:\s]\s*(?P<place>\S{2,40})"
)  # 日期：… 地点：… in one line
_PLANNED = re.compile(
    r"(?:决定|建议|拟|将|定于|商定|议定)[^，。；]{0,16}$|(?:会议|大会)(?:决定|建议|商定|议定)[^。；]{0,60}$"
)  # 决定于9月在省城举办
_LINE = 120  # characters of a line that gives a place
_OPENING = 7  # paragraphs


def find_place(report: Report) -> tuple[str, int, int, int, str] | None:
    """The place as (name, para, start, end, rule), or None when the opening and the labels do not say."""
    for para, text in enumerate(report.paras):
        match = signals.PLACE_LABEL.match(text) if len(text) <= _LINE else None
        match = match or (_INLINE.match(text) if len(text) <= _LINE else None)
        if match:
            return match["place"], para, *match.span("place"), "label"
    if found := labelled_place(report):
        return *found, "label"
    for para in (*opening(report, _OPENING), TITLE):
        for rule, pattern in (("held-at", _HELD_AT), ("went-to", _WENT_TO)):
            for match in pattern.finditer(report.text(para)[:400], own_start(report.text(para))):
                planned = _PLANNED.search(report.text(para), 0, match.start())
                if not planned and not _NOT.search(match["place"]) and not _MEETING.search(match["place"]):
                    return _CITY.get(match["place"], match["place"]), para, *match.span("place"), rule
    return None
