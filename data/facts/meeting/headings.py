"""What a title, or a line that is nothing but a name, calls the meeting."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.facts.meeting import signals
from data.facts.meeting.name import Name, cut
from data.facts.meeting.prose import hide, in_stretch
from data.facts.meeting.whose import ORDINAL
from data.records import TITLE

_BODY_LINE = re.compile(
    r"[\s#*]*(?P<who>[\u4e00-\u9fff（）()·]{3,28}(?:[会组部院校司局处室社团所]|学院|大学|中心|小组|支部))[\s*]*"
)
_MATTER_LINE = re.compile(r"[\s#*]*(?P<who>(?:关于|落实|研究|贯彻|推进|加快|解决|协调)[^，。：；！？\s]{4,40})[\s*]*")
"""The first half of a heading on two lines: 关于解决老城区停车难问题的 / 专题会议纪要."""
_COLUMN = re.compile(rf"【[^】]{{2,8}}】(?P<what>[^ 　：:，。]{{4,30}}?{signals.KIND})[ 　]")  # 【区议会】X首次会议 …
_BRACKETED = re.compile(r"【(?=[^】]{2,40}(?:纪要|记录|纪录|决议)】)")  # 【产品部周会纪要】
_FILED = re.compile(r".*(?: / |/)[\w.-]+\.(?:md|txt|html?|docx?)\s+(?=\S)")  # the path of the page's file before it
_TAGGED = re.compile(r"(?:标题\s*[:：]?\s*)?(?:\[[^\[\]]{1,8}\]\s*)+(?=\S)")  # [棋社][通告] of a board
_SHARE = re.compile(r"[\w*]{2,10}[:：]\s*(?=[^：:]*第[^：:]*(?:决议|公告)$)")  # 云汀股份：第五届…决议公告
_DATED = re.compile(r"(?:\d{8}|\d{4}-\d{2}-\d{2})[\s—-]*(?=\S)")
_COLUMN_LEAD = re.compile(r"【[^】]{2,10}】\s*(?=\S)")  # 【社区共治】 of a column
_CRUMBS = re.compile(r".*\s[>＞»]\s*(?:会议(?:纪录|记录|纪要)[ 　]+)?(?=\S)")  # where the page stands on its site
_PUBLIC = re.compile(r"[\u4e00-\u9fff]{2,4}(?:公开|公示|动态|简讯|要闻|之窗)[：:]\s*(?=\S)")  # 村务公开：X会议
_LEADS = (_PUBLIC, _CRUMBS, _FILED, _BRACKETED, _COLUMN_LEAD, _DATED, _TAGGED, _SHARE)
_TAGS = re.compile(r"[`。]")
_MARKS = re.compile(
    r"[\s#=*>-]*(?:【(?=[^】]{2,40}(?:纪要|记录|纪录|决议)】))?(?:title\s*:\s*[\"“])?(?:(?:\d{8}|\d{4}-\d{2}-\d{2})\s*[-—]?\s*)?"
)
_DAY_BEHIND = re.compile(r"[，,]\s*\d{4}\s*年.*$")
_WHEN_BEHIND = re.compile(
    r"\s+\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}[:：]\d{2}[\s\d:：~—–-]*(?:[（(](?:UTC|GMT)[^（）()]*[)）]\s*\w*)?\s*$"
)
"""The day and the hours behind a name: 构建组例会 2031-09-26 10:00-12:00(UTC+08:00)."""
_LINE = 60  # characters of a line that is nothing but a name
_RECORD_LINE = 120
_ACTS = re.compile(r"(?:召开|举行|举办|主持召开|主持|出席|参加)(?:了)?")


def in_title(title: str) -> Iterator[Name]:
    """The names that a title gives, best first: as a record's, in its words, as nothing but a name."""
    hidden = hide(title)
    lead = next((found for pattern in _LEADS if (found := pattern.match(title))), None)
    start = lead.end() if lead else 0
    record = signals.RECORD.match(hidden[start:])
    notes = signals.NOTES.match(title)
    if notes:
        yield Name(notes["what"], TITLE, *notes.span("what"), "record")
    if record:
        yield cut(title, TITLE, start + record.start("what"), start + record.end("what"), "record")
    for segment in re.finditer(r"[^ 　\n]+", hidden):
        yield from in_stretch(title, hidden, TITLE, segment.start(), segment.end())
    if (tagged := _COLUMN.match(title)) and not _ACTS.search(tagged["what"]):
        yield Name(tagged["what"], TITLE, *tagged.span("what"), "heading")
    yield from heading(TITLE, title)
    if lead:
        yield from (
            replace(name, start=name.start + start, end=name.end + start) for name in heading(TITLE, title[start:])
        )


def heading(para: int, text: str) -> Iterator[Name]:
    """A line that is nothing but a name, a date before it aside."""
    when = _WHEN_BEHIND.search(text, 0, _RECORD_LINE)
    line = text[: when.start()] if when else text
    if when and (met := signals.MET_FOR.fullmatch(line.strip(" #*"))):
        start = line.index(met["what"])
        yield Name(met["what"], para, start, start + len(met["what"]), "heading")
    match = signals.HEADING.match(_DAY_BEHIND.sub("", line)) if len(line) <= _LINE else None
    if match and not _ACTS.search(text):
        yield cut(text, para, *match.span("what"), "heading")


def recorded(para: int, text: str, above: str) -> Iterator[Name]:
    """A heading in the text that says which meeting it is the record of: # 第九次会议纪要, whose body stands above."""
    marks = _MARKS.match(text)
    start = marks.end() if marks else 0
    short = len(text) <= _RECORD_LINE and not _TAGS.search(text)
    record = signals.RECORD.match(text[start:]) if short else None
    if record:
        name = cut(text, para, start + record.start("what"), start + record.end("what"), "record")
        body = (_BODY_LINE if ORDINAL.match(name.text) else _MATTER_LINE).fullmatch(above)
        yield Name(body["who"] + name.text, para, -1, name.end, "body+record") if body else name
