"""Items of minutes → one record each: decided where a conclusion says so, else what the title says was done."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.decisions.matters import decision
from data.facts.decisions.minutes.resolutions import read_resolution
from data.facts.decisions.minutes.sheet import Item, Line
from data.facts.decisions.minutes.statements import Stated, stated, voted
from data.facts.decisions.minutes.titles import HEARD, REPORTS_AND_ASKS, matter, only_tells
from data.facts.decisions.minutes.verdicts import PLAIN, verdict
from data.facts.decisions.page import Page
from data.facts.decisions.verbs import kind_of, read_head
from data.facts.patterns import any_of
from data.records import OUTCOMES, Decision, DecisionKind

_DEFERRED = re.compile(r"(?:延期|顺延|推迟|遗留)[到至]下|汇报人(?:不在|缺席)")
_NOTHING = re.compile(r"未提交|(?:没有|无)(?:报告|内容|事项|议题)?[。.]?$|^无[。.]?$|^略[。.]?$")
_APPLIED = re.compile(r"申请(?![单表书人])|.{2,8}申请(?!.*(?:汇报|介绍))")
_LONG_ENOUGH = 16  # characters; a shorter conclusion does not say by itself what was decided
_SHORTEST = 4  # characters of a matter
_LEAST = 8  # characters of what a conclusion agrees to
_WHOLE = re.compile(r"[^，,。；;]+")
_COUNTED = re.compile(
    r"(?P<object>[^：:，。]{2,40}?)(?<!重新)(?:的|案)?(?:表决|投票)(?:结果)?[:：]\s*(?:同意|赞成)\s*\d(?:[^，。；]|，(?!.{0,6}通过))*"
    r"(?:[，。；]\s*.{0,6}?(?P<refused>不通过|未通过|否决)|[，。；]\s*.{0,6}?(?P<passed>通过))?"
)
_VOTED = re.compile(
    r"(?P<object>[^：:，。]{4,60})[:：][^。]*?(?<!不)(?:同意|赞成)\s*\d+\s*[票人][^。]*?"
    r"(?:(?P<refused>未获?通过|不通过|否决)|(?P<passed>(?:表决|获得?)?通过))"
)
_APPOINTED = re.compile(
    r"(?:^\d{1,2}[、.．]\s*)?(?:同意|决定)?由?(?P<object>[^，,。；;由]{2,20}?(?:担任|接任)[^，,。；;]{2,20}|[^，,。；;]{2,12}由[^，,。；;]{2,30}?(?:担任|接任))"
)
_ONLY_TOLD = re.compile(r"同步|通报|知会")  # elected elsewhere, here only said
_ELECTED = re.compile(
    r"(?:选举|推选|表决|投票)[^，。]{0,6}，(?P<object>由[^，。；由]{2,12}(?:接任|担任|出任)[^，。；]{2,30})"
)
_BODY_ACT = re.compile(
    rf"{any_of((*words('minutes', 'titles.told'), '讨论', '说明'))}了?(?P<object>[^，,。；;]{{4,60}})"
)


def read_items(page: Page) -> Iterator[Decision]:
    """One record an item, and those of the loose resolutions."""
    items = page.minutes.items
    for item, following in zip(items, (*items[1:], None), strict=False):
        if not _only_heads(item, following):
            yield from _item(page, item)
    for line in page.minutes.resolutions:
        yield from read_resolution(page, line)


def _only_heads(item: Item, following: Item | None) -> bool:
    """Whether an item only stands over others: nothing under it, and the next begins a numbering of its own."""
    if following is None or item.lines or item.number is None or following.number is None:
        return False
    if item.section != following.section:
        return False
    return following.number != item.number + 1 and not HEARD.search(item.title)


def _item(page: Page, item: Item) -> Iterator[Decision]:
    if _VOTED.match(item.title):
        yield from _tally(page, Line(item.para, item.start, item.title, True))
        return
    head = read_head(item.title)
    silent = not any(True for line in item.lines for _ in stated(line))
    if head and head.kind == "adopted" and head.end < len(item.title) and not item.motion and silent:
        whole, start = _WHOLE.search(item.title, head.end), item.start
        if whole:
            at = start + whole.start(), start + whole.end()
            yield decision("adopted", head.verb, page.report.text(item.para), item.para, *at, "item")
        yield from _appointment(page, Line(item.para, start, item.title, True))
        return
    if head and head.verb in ("同意", "决定") and not item.motion:
        line = Line(item.para, item.start, item.title, True)
        yield from (*read_resolution(page, line), *_appointment(page, line))
        return
    for line in item.lines:
        yield from _appointment(page, line)
    if _put_off(item):
        return
    told = only_tells(item.title)
    own = [
        one for line in item.lines if told or not line.concludes or voted(line) for one in stated(line) if not one.back
    ]
    for one in own:
        yield decision(one.kind, one.verb, page.report.text(one.para), one.para, one.start, one.end, "resolution")
    counted = [found for line in item.lines if (found := _COUNTED.match(line.text) or _VOTED.match(line.text))]
    for line in item.lines:
        yield from _tally(page, line)
    settled = counted or item.settled or (_only_appoints(item) and not told) or (own and not HEARD.search(item.title))
    if not settled and not (item.headed and not item.lines):
        yield from _outcome(page, item)


def _put_off(item: Item) -> bool:
    """Whether the item was put off to another meeting, or holds nothing."""
    if _DEFERRED.search(item.title) or any(_DEFERRED.search(line.text) for line in item.lines[:2]):
        return True
    return bool(item.lines) and _NOTHING.match(item.lines[0].text) is not None


def _tally(page: Page, line: Line) -> Iterator[Decision]:
    """X表决：同意4 不同意0，通过: the vote on a part of the item is a record of its own."""
    found = _COUNTED.match(line.text) or _VOTED.match(line.text)
    if found:
        kind: DecisionKind = "decided" if found["refused"] or not found["passed"] else "adopted"
        text, verb = page.report.text(line.para), found["refused"] or found["passed"] or "表决"
        yield decision(kind, verb, text, line.para, line.start, line.start + found.end("object"), "tally")


def _only_appoints(item: Item) -> bool:
    """Whether all that was concluded is who takes an office (结论：由X担任Y), as the title may say (推举会长案)."""
    concluded = [line.text.strip("。 ") for line in item.lines if line.concludes]
    if kind_of(item.title[:2]) == "appointed" and any(map(_APPOINTED.search, concluded)):
        return True
    return bool(concluded) and all(_APPOINTED.fullmatch(text) for text in concluded)


def _outcome(page: Page, item: Item) -> Iterator[Decision]:
    """What became of the item as a whole; a title that reports on one thing and asks for another is two."""
    text = page.report.text(item.para)
    start, end = matter(item)
    if end - start < _SHORTEST and not any(line.concludes for line in item.lines):
        return
    kind, verb = verdict(item)
    both = REPORTS_AND_ASKS.match(text, start, end) if kind in OUTCOMES else None
    if both:
        yield decision("heard", both["report"], text, item.para, *both.span("heard"), "item")
        start, end = both.span("asked")
    found = _instead(item, text[start:end], verb) if kind == "decided" else _fuller(item, text[start:end], kind, verb)
    if found:
        yield decision(
            found.kind, found.verb, page.report.text(found.para), found.para, found.start, found.end, "conclusion"
        )
        return
    moved = read_head(text[start:end]) if item.motion else None
    if moved and moved.kind in OUTCOMES and kind in OUTCOMES:
        kind, verb, start = (moved.kind, moved.verb, start + moved.end) if kind == "adopted" else (kind, verb, start)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    yield decision(kind, verb, text, item.para, start, end, "item")


def _appointment(page: Page, line: Line) -> Iterator[Decision]:
    """由X担任Y in a conclusion, or in any line that says it was voted (经讨论选举，由X接任Y)."""
    for found in (_APPOINTED if line.concludes else _ELECTED).finditer(line.text):
        start, end = (line.start + edge for edge in found.span("object"))
        told = not line.concludes and _ONLY_TOLD.search(line.text) is not None
        yield decision(
            "heard" if told else "appointed",
            "同步" if told else "担任",
            page.report.text(line.para),
            line.para,
            start,
            end,
            "item",
        )


def _instead(item: Item, title: str, verb: str) -> Stated | None:
    """What a conclusion agrees to where the title does not say it, or puts in place of what was applied for."""
    concluding = [line for line in item.lines if line.concludes]
    alone = len(concluding) == 1
    for line in concluding:
        for one in (one for one in stated(line) if not one.back):
            agreed = line.text[one.start - line.start : one.end - line.start]
            appoints = kind_of(agreed[:2]) == "appointed"
            if len(agreed) >= _LEAST:
                return Stated("appointed" if appoints else "decided", verb, line.para, one.start, one.end)
        if (
            verb == PLAIN
            and alone
            and (says := _SAYS_IT.match(line.text))
            and says.end() >= _LEAST_SAID
            and _within(says[1], title)
        ):
            return Stated("decided", verb, line.para, line.start, line.start + says.end(1))
        if verb == PLAIN and alone and line.text.startswith("由") and (whole := _WHOLE.match(line.text)):
            return Stated("decided", verb, line.para, line.start, line.start + whole.end())
        if verb == PLAIN and item.style == "row" and len(title) <= _BRIEF < len(line.text):
            return Stated("decided", verb, line.para, line.start, line.start + len(line.text.rstrip("。 ")))
        instead = _WHOLE.match(line.text) if verb == PLAIN and _APPLIED.match(item.title) else None
        if instead and len(instead[0]) >= _LONG_ENOUGH and not any(True for _ in stated(line)):
            return Stated("decided", verb, line.para, line.start, line.start + instead.end())
    return None


def _bare(title: str) -> str:
    return HEARD.split(title)[0] or title


def _within(said: str, title: str) -> bool:
    return 2 * sum(char in title for char in said) >= len(said)


_SAYS_IT = re.compile(r"(?![\d一二三四])([^，,。；;：:]+)[。；;]")  # a whole sentence
_LEAST_SAID = 12  # characters of one that says what the title only asks


def _fuller(item: Item, title: str, kind: DecisionKind, verb: str) -> Stated | None:
    """The matter as a line under a short title has it in full: 基本情况介绍 / 顾城介绍X基本情况."""
    for line in item.lines[:_LINES] if kind in ("heard", "reviewed") and len(title) < _LONG_ENOUGH else ():
        found = _BODY_ACT.search(line.text, 0, _REACH)
        whole = found and (
            _bare(title) in found["object"] or (len(title) <= _SHORT and title[:2] == found["object"][:2])
        )
        if found and whole and len(found["object"]) >= len(title):
            start, end = (line.start + edge for edge in found.span("object"))
            return Stated(kind, verb, line.para, start, end)
    return None


_REACH = 120  # characters of a line
_SHORT = 6  # characters of a title that says little
_BRIEF = 4  # characters of a title that is only a catchword
_LINES = 4  # of an item in which its matter is told again
