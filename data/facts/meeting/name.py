"""The meeting's own name, cut out of the words around it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from config import lexicon
from data.facts.meeting import signals
from data.facts.people import mentions
from data.records import TITLE, Report

_QUOTED = re.compile(r"[“《][^”》]{1,80}[”》]")
_HIDDEN = str.maketrans("，。；：、 　", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006")
_ORDINAL = re.compile(
    r"(?:\d{4}年度?)?(?:第?[一二三四五六七八九十百\d]+[次届季]|[一二三四五六七八九十]+届|首[次届])|\d{4}年|(?:全体|扩大)"
)
_BARE = frozenset(lexicon.words("meeting", "bare_names"))
_LEFT = re.compile(
    rf"^(?:(?:记者)?从(?=.{{2,20}}$)|【[^】]*】|(?:\[[^\[\]]{{1,8}}\])+|.*?(?:讯|消息|(?<=[日专])电)[）)：:，]?\s*|[（(][^（）()]*[）)]\s*|{signals.WHEN}[，,]?|在[^，。]{{1,20}}?(?:之际|期间|后)[，,]|[^，。]{{0,12}}(?:获悉|了解到)[，,])+"
)
_WHO_END = re.compile(
    rf"(?:{signals.WHEN}|{signals.WHERE}|{signals.HOW}|日前|近日|共同|先后|分别|联合|专题|再次|立即|组织|会同[^，。]+)+$"
)
_OURS = re.compile(r"^(?:我[市县区省国校院]|本[市县区省校院]|学校|公司|集团)$")
_ACTS = re.compile(r"(?:召开|举行|举办|主持召开|主持|出席|参加)(?:了)?")
_HEARSAY = re.compile(
    r"^(?:会议|大会|会上)|传达|学习(?!中心组|会|教育)|贯彻|精神|决定|收听收看|此前|根据|通过|审议|提请|提交|听取|落实|建议"
)
_STARTS_ELSE = re.compile(r"会议|大会|会上|传达|总书记|习近平总书记|根据|此前|随后")
_SENTENCES = 3  # of a paragraph; later ones speak of other things


@dataclass(frozen=True, slots=True)
class Name:
    """A candidate: the name, where it stands (start -1: put together from two places), and the rule that found it."""

    text: str
    para: int
    start: int
    end: int
    rule: str


def candidates(report: Report) -> Iterator[Name]:
    """What may be the main meeting's name: labels first, then the title, then headings and the opening paragraphs."""
    yield from _labelled(report, signals.NAMED)
    yield from _labelled(report, signals.LABELLED)
    if not _FILE.match(report.title):
        yield from _in_title(report.title[:_LONGEST_TITLE])
    for para, text in enumerate(report.paras[:_HEADINGS]):
        yield from _recorded(para, text, report.paras[para - 1] if para else "")
    yield from _labelled(report, signals.THEME)
    for para, text in enumerate(report.paras[:_HEADINGS]):
        yield from _heading(para, text)
    for para, text in enumerate(report.paras[:_OPENING]):
        yield from in_paragraph(para, text)
    for para in (TITLE, *range(min(1, len(report.paras)))):
        if sheet := _SHEET.fullmatch(report.text(para)):
            yield Name(sheet["what"], para, *sheet.span("what"), "record")
    for para, text in enumerate(report.paras[:_LABEL_LINES]):
        if (theme := signals.THEME.match(text)) and (met := _MET_FOR.fullmatch(theme["what"].strip())):
            start = theme.start("what") + theme["what"].index(met["what"])
            yield Name(met["what"], para, start, start + len(met["what"]), "theme")


_SHEET = re.compile(
    r"[#\s]*(?:\d{8}[\s—-]*)?"
    r"(?P<what>[^。：:/]{4,40}?(?:评审|评议|讨论|碰头|沟通|交流|协商|对接|答辩|复盘|汇报|研讨))(?:记录|纪录|纪要)"
)
"""A title that says what people met for, and names no kind of meeting: X测试报告评审记录."""
_MET_FOR = re.compile(
    r"(?:[\[【][^\]】]*[\]】]\s*)?(?P<what>\S.{3,40}?(?:评审|评议|讨论|交流|沟通|对接|协商|汇报|复盘|研讨|答辩|启动|选举|培训))"
)
"""… and such a theme in the head."""


def _labelled(report: Report, label: re.Pattern[str]) -> Iterator[Name]:
    """What stands behind a label; behind 会议名称 it need not say what kind of meeting it was."""
    for para, text in enumerate(report.paras[:_LABEL_LINES]):
        match = label.match(text) if len(text) <= _LINE + _LINE else None
        if match and (label is signals.NAMED or re.search(signals.KIND, match["what"])):
            yield Name(match["what"].strip(), para, *match.span("what"), "label")


def _recorded(para: int, text: str, above: str) -> Iterator[Name]:
    """A heading in the text that says which meeting it is the record of: # 第九次会议纪要, whose body stands above."""
    marks = _MARKS.match(text)
    start = marks.end() if marks else 0
    short = len(text) <= _LINE + _LINE and not _TAGS.search(text)
    record = signals.RECORD.match(text[start:]) if short else None
    if record:
        name = _name(text, para, start + record.start("what"), start + record.end("what"), "record")
        body = (_BODY_LINE if _ORDINAL.match(name.text) else _MATTER_LINE).fullmatch(above)
        yield Name(body["who"] + name.text, para, -1, name.end, "body+record") if body else name


_BODY_LINE = re.compile(
    r"[\s#*]*(?P<who>[\u4e00-\u9fff（）()·]{3,28}(?:[会组部院校司局处室社团所]|学院|大学|中心|小组|支部))[\s*]*"
)
_MATTER_LINE = re.compile(r"[\s#*]*(?P<who>(?:关于|落实|研究|贯彻|推进|加快|解决|协调)[^，。：；！？\s]{4,40})[\s*]*")
"""The first half of a heading on two lines: 关于解决老城区停车难问题的 / 专题会议纪要."""
_COLUMN = re.compile(rf"【[^】]{{2,8}}】(?P<what>[^ 　：:，。]{{4,30}}?{signals.KIND})[ 　]")  # 【区议会】X首次会议 …
_BRACKETED = re.compile(r"【(?=[^】]{2,40}(?:纪要|记录|纪录|决议)】)")  # 【产品部周会纪要】
_FILED = re.compile(r".*(?: / |/)[\w.-]+\.(?:md|txt|html?|docx?)\s+(?=\S)")  # the path of the page's file before it
_TAGGED = re.compile(r"(?:\[[^\[\]]{1,8}\]\s*)+(?=\S)")  # [棋社][通告] of a board
_DATED = re.compile(r"(?:\d{8}|\d{4}-\d{2}-\d{2})[\s—-]*(?=\S)")
_TAGS = re.compile(r"[`。]")
_FILE = re.compile(r"[\w.-]+/")  # a title that is the path of a file names no meeting
_MARKS = re.compile(
    r"[\s#=*>-]*(?:【(?=[^】]{2,40}(?:纪要|记录|纪录|决议)】))?(?:title\s*:\s*[\"“])?(?:(?:\d{8}|\d{4}-\d{2}-\d{2})\s*[-—]?\s*)?"
)
_HEADINGS = 4  # paragraphs
_LABEL_LINES = 6
_OPENING = 4


def _in_title(title: str) -> Iterator[Name]:
    hidden = _hide(title)
    dated = _FILED.match(title) or _BRACKETED.match(title) or _DATED.match(title) or _TAGGED.match(title)
    start = dated.end() if dated else 0
    record = signals.RECORD.match(hidden[start:])
    notes = signals.NOTES.match(title)
    if notes:
        yield Name(notes["what"], TITLE, *notes.span("what"), "record")
    if record:
        yield _name(title, TITLE, start + record.start("what"), start + record.end("what"), "record")
    for segment in re.finditer(r"[^ 　\n]+", hidden):
        yield from _in_stretch(title, hidden, TITLE, segment.start(), segment.end())
    if (tagged := _COLUMN.match(title)) and not _ACTS.search(tagged["what"]):
        yield Name(tagged["what"], TITLE, *tagged.span("what"), "heading")
    yield from _heading(TITLE, title)


def _heading(para: int, text: str) -> Iterator[Name]:
    """A line that is nothing but a name, a date before it aside."""
    match = signals.HEADING.match(_DAY_BEHIND.sub("", text)) if len(text) <= _LINE else None
    if match and not _ACTS.search(text):
        yield _name(text, para, *match.span("what"), "heading")


_DAY_BEHIND = re.compile(r"[，,]\s*\d{4}\s*年.*$")
_LINE = 60  # characters of a line that is nothing but a name
_LONGEST_TITLE = 300


def in_paragraph(para: int, text: str) -> Iterator[Name]:
    """The names that a paragraph's first sentences give, best first."""
    hidden = _hide(text[:600])
    sentences = list(re.finditer(r"[^。！？\n]+", hidden))[:_SENTENCES]
    for sentence in sentences:
        yield from _in_stretch(text, hidden, para, sentence.start(), sentence.end())


def _hide(text: str) -> str:
    """Separators inside quotation marks made invisible, so that a quoted theme stays one piece of the name.

    A half-width mark beside Chinese counts as the full-width one.
    """
    wide = _NARROW.sub(lambda match: match[0].translate(_WIDE), text)
    return _QUOTED.sub(lambda match: match[0].translate(_HIDDEN), wide)


_NARROW = re.compile(r"(?<=[^\x00-\x7f])[,;:!?](?=[^\x00-\x7f]|\s|$)|(?<=\d)[,;!?](?=[^\x00-\x7f])")
_WIDE = str.maketrans(",;:!?", "，；：！？")


def _in_stretch(text: str, hidden: str, para: int, start: int, end: int) -> Iterator[Name]:
    kinds = list(signals.KINDS.finditer(hidden, start, end))
    if not kinds and not _MAYBE.search(hidden, start, end):
        return
    for rule, find in _RULES:
        span = find(hidden, kinds, start, end)
        if span and not _HEARSAY.search(hidden, max(start, span[0] - _NEAR), span[0]):
            found = _whole(text, hidden, para, start, span, rule)
            if found:
                yield found


_MAYBE = re.compile("[会谈]")
_NEAR = 12  # characters
_SEPARATORS = re.compile(r"[，。；：！？\n \u3000]|——+")
Kinds = list[re.Match[str]]
Span3 = tuple[int, int, int]


def _left_edge(hidden: str, start: int, at: int) -> int:
    edges = [edge.end() for edge in _SEPARATORS.finditer(hidden, max(start, at - _REACH), at)]
    return edges[-1] if edges else max(start, at - _REACH)


_REACH = 70


def _passive(hidden: str, kinds: Kinds, start: int, end: int) -> Span3 | None:
    """X会议…召开: (start of the verb's stretch, start of the name, end of the name)."""
    for kind in kinds:
        held = signals.THEN_HELD.match(hidden, kind.end(), end)
        if held and not (signals.BODY.search(kind[0]) and signals.OBJECT.match(hidden, held.end(), end)):
            left = _left_edge(hidden, start, kind.start())
            return left, left, kind.end()
    return None


def _active(hidden: str, kinds: Kinds, start: int, end: int) -> Span3 | None:
    """召开X会议."""
    del kinds
    match = signals.ACTIVE.search(hidden, start, end)
    return (match.start(), *match.span("what" if match["what"] else "visited")) if match else None


def _said_at(hidden: str, kinds: Kinds, start: int, end: int) -> Span3 | None:
    """在X会议上强调."""
    for kind in kinds:
        if signals.THEN_SAID.match(hidden, kind.end(), end):
            left = hidden.find("在", _left_edge(hidden, start, kind.start()), kind.start()) + 1
            return (left - 1, left, kind.end()) if left else None
    return None


def _talks(hidden: str, kinds: Kinds, start: int, end: int) -> Span3 | None:
    """同X座谈."""
    match = signals.TALKS.search(hidden, start, end)
    return (
        (match.start(), *match.span("what"))
        if match and (kinds or hidden.startswith("。", end) or end - match.end() <= _LAST)
        else None
    )


_LAST = 12  # characters; what the talk was about may follow
_RULES: tuple[tuple[str, Callable[[str, Kinds, int, int], Span3 | None]], ...] = (
    ("passive", _passive),
    ("active", _active),
    ("said-at", _said_at),
    ("talks", _talks),
)


def _whole(text: str, hidden: str, para: int, start: int, span: Span3, rule: str) -> Name | None:
    verb, at, to = span
    if rule == "passive":
        if _ACTS.search(hidden, at, to):
            return None
        left = _LEFT.match(hidden[at:to])
        at += left.end() if left else 0
    if rule != "active" and _STARTS_ELSE.match(hidden, at, to):
        return None
    name = _name(text, para, at, to, rule)
    visited = _VISITS.match(hidden, verb) is not None
    described = name.start > at  # 甲昨日召开的第二次会议: whose it was stands far away
    if rule == "active" and not visited:
        if _NOTED.sub("", name.text) in _BARE or (_ORDINAL.match(name.text) and not described):
            return _with_body(text, hidden, para, start, verb, name)
        if len(name.text) <= _LITTLE and not described and not _WHOSE.match(name.text):
            bodied = _with_body(text, hidden, para, start, verb, name)
            body = bodied.text.removesuffix(name.text)
            return bodied if len(body) > _MUCH * len(name.text) and _ORGAN.search(body) else name
    return name if len(name.text) > 1 else None


_NOTED = re.compile(r"[（(][^（）()]{1,6}[）)]")  # （扩大）会议
_LITTLE = 8  # characters of a name that says little beside a long body: 防汛工作会
_MUCH = 2.0  # times its length from which on the body tells more than it
_ORGAN = re.compile(r"^(?!.*[同与就对]).*[委会部局院党府协大学校园团组室站所司社村处联]$")
_WHOSE = re.compile(r"[全各]|.{0,6}[省市县区镇乡校院司局]")  # whose it is, is said already
_VISITS = re.compile(signals.any_of("visits"))  # those who go to a meeting are not the body that meets


def _with_body(text: str, hidden: str, para: int, start: int, verb: int, name: Name) -> Name:
    """市政协召开十三届三十五次主席会议: the body before the verb belongs to the name."""
    comma = max(hidden.rfind(mark, start, verb) for mark in "，,：:）)") + 1
    who = text[max(start, comma) : verb]
    who = _HAS_DONE.split(_WHO_END.sub("", _LEFT.sub("", who)))[0]
    if not who or _OURS.match(who) or mentions(who) or len(who) > _BODY or _person(who):
        return name
    inside = text.find(who, start)
    return Name(who + name.text, para, inside if inside + len(who) == name.start else -1, name.end, "body+" + name.rule)


def _person(who: str) -> bool:
    """顾城|主持召开: a bare name before the verb is nobody's body."""
    return len(who) <= _SHORT and not who.endswith(
        ("委", "会", "部", "局", "院", "党", "府", "协", "大", "校", "区", "市", "县", "团", "组")
    )


_HAS_DONE = re.compile(r"组织(?=[^，。]{0,6}(?:代表|委员|党员|干部|人员))|视察|赴")  # what the body did before it met
_BODY = 30
_SHORT = 3


_NO_START = re.compile(
    r"(?:(?:\[[^\[\]]{1,8}\]\s*)+|的|是(?=第|[^，。]{2,20}届)|以及|在[^，。的]{2,16}(?:举行|举办|召开)的|在(?=[^，。]{4})"
    r"|为期[一二三四五六七八九十两\d]+天的|一年一度的|(?:这|此|本)次|[他她](?:所在)?的|当天(?:开幕|举行|召开)?的?"
    r"|由[^，。的]{2,40}(?:主办|举办|制作|承建|承办|研制|建造|发起)的|会谈并共同主持(?:召开)?|并?共同主持(?:召开)?|隆重(?:举行)?的?|诚挚?祝贺|并预祝)+"
)
_OWN = re.compile(r"在(?:野|京|线|职|校|建)")  # words that begin like one of these


def _name(text: str, para: int, start: int, end: int, rule: str) -> Name:
    """The name at that place without what of the sentence still stands before it."""
    kept = rule == "talks" or _OWN.match(text, start)  # 同在苍高校负责人座谈: they are who talks
    lead = None if kept else _NO_START.match(text, start, end)
    if lead and end - lead.end() > 1:
        start = lead.end()
    ceremony = signals.CEREMONY.search(text[start:end])
    if ceremony and ceremony.start() > _SHORT and not text[start:end].endswith("预备会议"):
        end = start + ceremony.start()
    both = re.search(rf"{signals.KIND}(?=[和与及])", text[start:end])
    if both and re.search(signals.KIND, text[start + both.end() : end]):
        end = start + both.end()
    bare = _SHORT_FOR.sub("", text[start:end])
    return Name(bare, para, start if len(bare) == end - start else -1, end, rule)


_SHORT_FOR = re.compile(r"[（(]以下(?:统称|简称|称)[^（）()]*[）)]")
