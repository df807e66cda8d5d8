"""Whether a report tells of a meeting that took place: previews, letters, obituaries and explanations do not."""

import re

from data.facts.meeting import signals
from data.facts.meeting.name import Name
from data.records import TITLE, Report

_NOT_TITLE = re.compile(signals.any_of("not_titles"))
_AHEAD = re.compile(rf"(?<!决(?=定于))(?<!商(?=定于))(?:{signals.any_of('ahead')})")  # 决定于: another meeting's day
_HELD = re.compile(
    rf"{signals.any_of('holds')}|{signals.any_of('held')}|上(?:强调|指出|讲话)|座谈|纪要|决议|会议记录|会议纪录|例会|(?:会议?|论坛|座谈)(?:侧记|掠影|速写|见闻|花絮|剪影|特写)"
)


_RECORD = re.compile(
    r"(?:会议|例会|组会|周会|会|/)(?:记录|纪录|纪要)(?:[\s（(〔\[—_-]*[\d年月日./第次期号—_-]+[\s）)〕\]]*)?$"
)  # a title that is a record's
_NOTICE = re.compile(r"关于(?:组织)?(?:召开|举办|举行)[^。]*(?:通知|邀请函|预告|的函)$")
_RULES = re.compile(r"(?:议事规则|工作规则|管理办法|章程|制度|细则|须知)(?:[（(][^（）()]{1,10}[）)])?$")
_PASSED = re.compile(r"通过|审议|讨论|修订|修改|表决|会议(?:纪要|记录|纪录)")
"""A title that is a paper's own name, on which no meeting is told to have acted."""
_PROGRAMME = re.compile(r"(?:会议?|大会|典礼|仪式)(?:的)?(?:流程|程序表|须知)$|(?:模板|范本)$")
_FAILED = re.compile(
    r"(?:本次|本月|本期|本周|此次|原定)[^。，]{0,12}(?:例会|会议|大会|组会)[^。]{0,60}(?:未(?:能)?(?:展开|召开|举行|开成)|流会)"
)
"""What is said of a meeting that did not come about."""
_SUMMONED = re.compile(r"(?:兹|谨)(?:定|订)于[^。]{4,80}(?:召开|举行|举办)")
"""How a notice calls a meeting: 兹定于…召开第二次业主大会，议程如下."""
_SUMMONS = 8  # paragraphs, a heading and whom it is for among them
_HELD_SO = re.compile(r"纪要|记录|纪录|决议|侧记|(?:召开|举行|闭幕)$")
_CHAIRED = re.compile(r"(?:^|[。；，\s])(?:本次|此次|这次)?(?:会议|大会|座谈会?|评审会?|论坛)由[^，。；]{2,30}主持")
"""What is told only of a meeting, be it without a name."""
_AND_HELD = re.compile(r"(?<!将)(?:会谈|会见)[^，。]{0,12}并共同主持")  # a talk, and a meeting besides
_LETTER = re.compile(signals.any_of("letters"))
_THEN_HELD = re.compile(signals.any_of("held"))


def took_place(report: Report, name: Name | None, first_day: str | None, minutes: bool) -> bool:
    """False for a notice, true for minutes; else title or opening must hold one, and nothing put it in the future."""
    title = report.title
    if _NOTICE.search(title):
        return False
    if _RULES.search(title) and not _PASSED.search(title):
        return False
    if _PROGRAMME.search(title) or any(map(_FAILED.search, report.paras[:_FIRST])):
        return False
    if any(_SUMMONED.search(text) for text in report.paras[:_SUMMONS]) and not _HELD_SO.search(title):
        return False
    if minutes or _RECORD.search(title):
        return True
    if name is None:
        return any(_CHAIRED.search(text) for text in report.paras[:_FIRST])
    if first_day and report.published and first_day > report.published:
        return False
    if announces_another(report):
        return name.para != TITLE
    if _NOT_TITLE.search(title):
        named = name.para == TITLE or _AND_HELD.search(title)
        in_title = named and _HELD.search(title) and not _AHEAD.search(title)
        return bool(in_title and not _LETTER.search(title)) or bool(_LETTER.search(title) and name.para == 0)
    return not _announced(report, name)


def announces_another(report: Report) -> bool:
    """Whether the title says that a meeting will be held, and the text tells of one that took place and decided so."""
    lead = report.paras[0] if report.paras else ""
    lead = lead[: lead.find("。") + 1 or len(lead)]
    if not _AHEAD.search(report.title) or _AHEAD.search(lead) or not _WAS_HELD.search(lead):
        return False
    return any(_ACTED.search(para) for para in report.paras[:_FIRST])


_WAS_HELD = re.compile(r"\d日[^。]{0,40}(?:召开|举行)")
_ACTED = re.compile(
    r"(?:会议|常委会)[^。]{0,8}(?:决定|审议|听取|通过|指出|强调|要求)|与会[^。]{0,12}(?:同意|决定|通过)|会议由[^。，]{2,20}主持|主持(?:会议)?并|出席(?:会议)?并"
)
_FIRST = 4  # paragraphs


def _announced(report: Report, name: Name) -> bool:
    """Whether the first sentence says that the meeting will be held; after the meeting's name it speaks of another."""
    opening = report.paras[0] if report.paras else ""
    lead = opening[: opening.find("。") + 1 or len(opening)]
    ahead = _AHEAD.search(lead)
    if ahead is None or (name.para == 0 and 0 <= name.end < ahead.start() - _NEAR):
        return False
    return bool(_THEN_HELD.search(lead, ahead.end()))


_NEAR = 6  # characters between a name and 将于…举行
