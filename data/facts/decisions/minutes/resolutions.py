"""A line under a heading of resolutions → what it decides by itself; demands and work shared out by name are none."""

import re
from collections.abc import Iterator

from data.facts.decisions.matters import decision
from data.facts.decisions.minutes.sheet import Line
from data.facts.decisions.minutes.statements import stated
from data.facts.decisions.minutes.titles import OPEN
from data.facts.decisions.page import Page
from data.facts.decisions.verbs import read_head
from data.records import Decision

_AGREED_ON = re.compile(r"(?:大家|会议|与会\S{2})?[就对](?P<object>.{4,60}?)达成(?:了)?(?:一致|共识)")
_SHARED_OUT = re.compile(r"(?:详细|具体|明确|初步)*(?P<verb>分配|安排|布置|部署)了(?P<object>[^，,。；;]{3,})")
_DID = re.compile(
    r"(?:详细|具体|初步|基本)*(?P<verb>讨论|确定|制定|明确|决定)(?:并[\u4e00-\u9fff]{2})?了(?P<object>[^，,。；;]{3,})"
)
_TALKED_OVER = re.compile(r".*?经(?:讨论|研究|协商)[，,]?(?P<object>[^，,。；;]{8,})")
_SHARES = re.compile(r"(?:任务|分工|工作)$")
_DEMAND = re.compile(
    r".{0,12}(?:应该|应当|(?<!无)须(?!知)|(?<![供响适对相反感])应(?![急用对聘届邀收付变试力季援征]))"
    r"|尽快|建议|会议还|https?:|希望|欢迎大家|请"
)
_NOT_DECIDED = re.compile(
    r"\W*第\s*\d+\s*页|[^。]{0,60}召开[^。]{0,30}会议?[，,]|(?:此|该|这)|(?:分析|梳理|总结|整理|汇总|完成|学习|了解|回顾)(?:出|完)?了|(?!会议|决议|决定)[^，。：:（(]{1,12}(?:：|(?<!\d):|:(?!\d))|DDL|（完）"
)
_LEADS = re.compile(
    r"(?:(?:鉴于|由于|为了|为(?:解决|进一步|加强|保障|方便|提高|规范|确保|推动|落实|更好|做好)|根据|按照|考虑到|针对|结合)"
    r"[^，,。；]{2,60}[，,]\s*|(?:会议|大会|[\u4e00-\u9fff]{0,6}会)?(?:一致|原则)*(?:同意|决定|认为)[，,：:]\s*)+"
)
"""Why a resolution was made, and that it was, before what it says: 鉴于船少，理事会一致同意，…."""
_OPENING = re.compile(r"(?:会议|最终)?(?:决议|决定|结论|议定)[:：]\s*")
_WHOLE = re.compile(r"[^，,。；;]+")
_SHORTEST = 4  # characters
_TELLING = 6  # characters from which on words say what they point to: 同意该航标方案过审
_WHOSE_WORK = re.compile(r"\s*[（(](?:责任|负责|牵头|主责|主办|承办|经办|落实|完成|时限|截止|责成)[^（）()]{0,12}[:：]")
"""A note behind a resolution of who sees to it and until when: …（责任单位：工程部）."""


def read_resolution(page: Page, line: Line) -> Iterator[Decision]:
    """A line that decides by itself: 同意X, 决定X, 对X达成共识, or a plain resolution."""
    opening = _OPENING.match(line.text)
    at = opening.end() if opening else 0
    text, rest = page.report.text(line.para), line.text[at:].rstrip()
    if len(rest) < _SHORTEST or _NOT_DECIDED.match(rest):
        return
    start = _behind_reasons(rest)
    at, rest = at + start, rest[start:]
    own = list(stated(Line(line.para, line.start + at, rest, True)))
    if own:
        if own[0].start - line.start - at > _SHORTEST * 2 and "，" in rest[: own[0].start - line.start - at]:
            yield from _plain(text, line, at, rest)
        for one in own:
            start = one.start + (text.startswith("该", one.start) and one.end - one.start > _TELLING)
            yield decision(one.kind, one.verb, text, line.para, start, one.end, "resolution")
        return
    head = read_head(rest)
    if head and head.kind in ("adopted", "appointed") and head.done and (whole := _WHOLE.match(rest, head.end)):
        left, right = line.start + at + whole.start(), line.start + at + whole.end()
        yield decision(head.kind, head.verb, text, line.para, left, right, "resolution")
        return
    shaped = _AGREED_ON.match(rest) or _SHARED_OUT.match(rest) or _DID.match(rest) or _TALKED_OVER.match(rest)
    if shaped:
        verb = shaped.groupdict().get("verb") or "达成共识"
        shares = shaped.re is _SHARED_OUT or (verb == "制定" and _SHARES.search(shaped["object"]))
        kind = "arranged" if shares else "reviewed" if verb == "讨论" else "decided"
        left, right = (line.start + at + edge for edge in shaped.span("object"))
        yield decision(kind, verb, text, line.para, left, right, "resolution")  # type: ignore[arg-type]  # one of three
    elif not _DEMAND.match(rest):
        yield from _plain(text, line, at, rest)


def _behind_reasons(text: str) -> int:
    """Where a resolution begins behind why it was made; after several clauses of reasons, at the first that acts."""
    lead = _LEADS.match(text)
    if lead is None or len(text) - lead.end() < _SHORTEST:
        return 0
    acts = next((clause for clause in _WHOLE.finditer(text, lead.end()) if _DOES.search(clause[0])), None)
    return acts.start() if acts and "。" not in text[: acts.start()] else lead.end()


_DOES = re.compile(r"即?将(?=.{2})|予以|同意|决定|改为|调整为|暂停|取消|聘请|委托")


def _plain(text: str, line: Line, at: int, rest: str) -> Iterator[Decision]:
    """The first clause; 推动X is arranged, what is to be discussed again was only discussed."""
    match = _WHOLE.match(rest)
    if match is None:
        return
    end = match.end() if match.end() >= _SHORTEST * 2 else len(rest)
    whose = _WHOSE_WORK.search(rest, _SHORTEST, end)
    end = len(rest[: whose.start() if whose else end].rstrip("。；; "))
    left, head = line.start + at, read_head(rest)
    if rest.startswith("推动"):
        yield decision("arranged", "推动", text, line.para, left, left + end, "resolution")
    elif head and head.kind in ("heard", "reviewed", "studied", "arranged") and head.done:
        yield decision(head.kind, head.verb, text, line.para, left + head.end, left + end, "resolution")
    else:
        kind = "reviewed" if OPEN.search(rest) else "decided"
        yield decision(kind, "决议", text, line.para, left, left + end, "resolution")  # type: ignore[arg-type]  # one of two
