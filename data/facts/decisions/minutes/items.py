"""Items of minutes → one record each: decided where a conclusion says so, else what the title says was done."""

import re
from collections.abc import Iterator

from data.facts.decisions.matters import decision
from data.facts.decisions.minutes.conclusions import fuller, instead
from data.facts.decisions.minutes.inside import APPOINTED, appointment, counted, counts, moved, points, tally
from data.facts.decisions.minutes.overviews import OVERVIEW
from data.facts.decisions.minutes.resolutions import read_resolution
from data.facts.decisions.minutes.sheet import Item, Line
from data.facts.decisions.minutes.statements import stated, voted
from data.facts.decisions.minutes.titles import HEARD, REPORTS_AND_ASKS, matter, only_tells
from data.facts.decisions.minutes.verdicts import verdict
from data.facts.decisions.page import Page
from data.facts.decisions.verbs import kind_of, read_head
from data.records import OUTCOMES, Decision

_DEFERRED = re.compile(r"(?:延期|顺延|推迟|遗留)[到至]下|汇报人(?:不在|缺席)")
_FILLS = re.compile(r"(?:推派|推举|推选|改选|遴选|选举|聘任)")  # a bill whose lines say who takes which office
_NOTHING = re.compile(r"未提交|(?:没有|无)(?:报告|内容|事项|议题)?[。.]?$|^无[。.]?$|^略[。.]?$")
_SHORTEST = 4  # characters of a matter
_WHOLE = re.compile(r"[^，,。；;]+")


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
    if counts(item.title):
        yield from tally(page, Line(item.para, item.start, item.title, True))
        return
    head = read_head(item.title)
    silent = not any(True for line in item.lines for _ in stated(line))
    if head and head.kind == "adopted" and head.end < len(item.title) and not item.motion and silent:
        whole, start = _WHOLE.search(item.title, head.end), item.start
        if whole:
            at = start + whole.start(), start + whole.end()
            yield decision("adopted", head.verb, page.report.text(item.para), item.para, *at, "item")
        yield from appointment(page, Line(item.para, start, item.title, True))
        return
    if head and head.verb in ("同意", "决定") and not item.motion:
        line = Line(item.para, item.start, item.title, True)
        yield from (*read_resolution(page, line), *appointment(page, line))
        return
    fills = _FILLS.match(item.title) is not None and verdict(item)[0] == "adopted"
    for line in item.lines:
        yield from appointment(page, line, told=fills)
    if _put_off(item):
        return
    if told_points := points(page, item):
        yield from told_points
        return
    told = only_tells(item.title)
    apart = told or _decide_apart(item)
    own = [
        one for line in item.lines if apart or not line.concludes or voted(line) for one in stated(line) if not one.back
    ]
    for one in own:
        yield decision(one.kind, one.verb, page.report.text(one.para), one.para, one.start, one.end, "resolution")
    motions = tuple(moved(page, item))
    yield from motions
    voted_on = bool(motions) or any(map(counted, item.lines))
    for line in item.lines:
        yield from tally(page, line)
    settled = (
        voted_on
        or item.settled
        or (_only_appoints(item) and not told)
        or (own and not HEARD.search(item.title) and not _passed_too(item))
    )
    if not settled and not (item.headed and not item.lines):
        yield from _outcome(page, item)


def _decide_apart(item: Item) -> bool:
    """Whether the conclusion is a list of which several points decide something of their own."""
    points = [line for line in item.lines if line.concludes and _POINT.match(line.text)]
    return sum(any(not one.back for one in stated(line)) for line in points) > 1


_POINT = re.compile(r"(?:[（(]?\d{1,2}[）)、.．]\s*)?(?:原则上?)?(?:同意|批准|通过|决定)(?!.{0,4}申请)")


def _passed_too(item: Item) -> bool:
    """Whether a paper was passed besides what a line says was agreed to in it."""
    return "《" in item.title and verdict(item)[0] == "adopted"


def _put_off(item: Item) -> bool:
    """Whether the item was put off to another meeting, or holds nothing."""
    if _DEFERRED.search(item.title) or any(_DEFERRED.search(line.text) for line in item.lines[:2]):
        return True
    return bool(item.lines) and _NOTHING.match(item.lines[0].text) is not None


def _only_appoints(item: Item) -> bool:
    """Whether all that was concluded is who takes an office (结论：由X担任Y), as the title may say (推举会长案)."""
    concluded = [line.text.strip("。 ") for line in item.lines if line.concludes]
    if kind_of(item.title[:2]) == "appointed" and any(map(APPOINTED.search, concluded)):
        return True
    return bool(concluded) and all(APPOINTED.fullmatch(text) for text in concluded)


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
    found = instead(item, text[start:end], verb) if kind == "decided" else fuller(item, text[start:end], kind, verb)
    if found:
        yield decision(
            found.kind, found.verb, page.report.text(found.para), found.para, found.start, found.end, "conclusion"
        )
        return
    moved = read_head(text[start:end]) if item.motion else None
    if moved and moved.kind in OUTCOMES and kind in OUTCOMES:
        kind, verb, start = (moved.kind, moved.verb, start + moved.end) if kind == "adopted" else (kind, verb, start)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    rule = "item" if item.lines or item.style != OVERVIEW else OVERVIEW
    yield decision(kind, verb, text, item.para, start, end, rule)
