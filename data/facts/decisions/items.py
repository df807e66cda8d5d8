"""Items of minutes → one record each: decided where a conclusion says so, else what the title says was done."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.decisions.matters import decision
from data.facts.decisions.minutes import Item, Line
from data.facts.decisions.page import Page
from data.facts.decisions.verbs import kind_of, read_head
from data.facts.patterns import any_of
from data.records import OUTCOMES, Decision, DecisionKind

_OPEN = re.compile(any_of(words("minutes", "verdicts.open")))
_AGREED = re.compile(any_of(words("minutes", "verdicts.agreed")))
_PASSED = re.compile(
    r"(?:^|审议|评审|提案|决议|动议|议案|全票|照案|修正|原案|表决|申请|一致|[，,]\s*|[:：]\s*)通过(?:[，,。；;）)（(]|$|成立|该)"
)
_REFUSED = re.compile(
    r"不(?:建议|同意|通过|接受)|未通过|未获通过|否决|暂缓|搁置|缓议|保留|退回|deferred|rejected|暂不(?!决定|做决定|决策)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"(?:本次|会上|[\u4e00-\u9fff]{{2,4}}\s?)?{any_of(words('minutes', 'titles.told'))}(?!内容|人|材料)"
)
_BLESSED = ("approved", "批准")
_HEARD = re.compile(any_of(words("minutes", "titles.heard")) + r"(?=[（(:：\-—\s》和及]|$)")
_TAG = r"(?:[\[【（(][^\]】）)]*[\]】）)]\s*[:：]?\s*)?"
_OPENER = re.compile(rf"{_TAG}(?:{any_of(words('minutes', 'titles.openers'))}\s*(?:[（(][A-Za-z]+[)）])?\s*[:：]?\s*)?")
_NAMES = r"@?[A-Za-z\u4e00-\u9fff·]{1,12}(?:\s?[、/，,& ]\s?@?[A-Za-z\u4e00-\u9fff·]{1,12}){0,5}(?:\s*<[^<>]*>)?"
_ONE = r"@?(?:[\u4e00-\u9fff·]{2,6}|[A-Z]\w*(?: [A-Z]\w*){0,2})(?:\s*<[^<>]*>)?"
_PRESENTERS = tuple(
    re.compile(tail + r"[。：:；;，,\s]*$")
    for tail in (
        r"\s*[，,]?\s*https?://\S+",
        r"\s*[（(]延期[^（）()]*[)）]",
        r"\s+汇报人[:：].*",
        rf"\s*[（(][\u4e00-\u9fff]{{1,4}}人[:：]\s*{_NAMES}[)）]",
        rf"\s*[（(](?=[^（）()]*[\u4e00-\u9fff]){_NAMES}[)）]",
        rf"\s*(?:--+|[—–－]+)\s*{_NAMES}",
        rf"(?:\s-|-\s)\s*{_NAMES}",
        r"-[\u4e00-\u9fff]{2,3}",
        rf"[:：]\s*{_ONE}(?:[、/，,& ]{{1,2}}{_ONE}){{0,4}}",
        rf"\s{{2,}}{_NAMES}",
        r"(?<=[。：:；;，,\s])",
    )
)
_DEFERRED = re.compile(r"(?:延期|顺延|推迟|遗留)到下")
_DEMAND = re.compile(r".{0,12}应(?:该|当|尽快)?|尽快|建议|会议还|https?:|希望|欢迎大家")
_FOREIGN = re.compile(r"(?:[A-Za-z]+\s+){3,}(?=[\u4e00-\u9fff])")
_SPEAKER = re.compile(
    r"[A-Za-z][A-Za-z0-9_.\-]{1,24}[:：]\s*|[\u4e00-\u9fff]{2,3}(?:\s*/\s*[\u4e00-\u9fff]{2,3})*(?:[:：]\s*|\s+(?=\S{4}))"
)
_ACT = re.compile(rf"的?{any_of((*words('minutes', 'titles.reviewed'), *words('minutes', 'titles.heard')))}$")
_OWN_AGREEMENT = re.compile(
    r"(?:会议)?(?:一致)?(?:决定|同意|认可|通过(?=成立|《|关于|了))(?P<object>[^，,。；;]{5,})|.*经讨论(?P<outcome>[^，,。；;]{8,})"
)
_CONCLUDED_ON = re.compile(
    r"(?:一致)?(?:同意|决定)(?!\s*\d+\s*(?:$|[，、\s票人位]|不同意|反对|弃))(?P<object>[^，,。；;]{8,})"
)
_POINTS_BACK = re.compile(r".{0,12}的(?:提议|方案|流程方案|建议|意见|请求|申请)")
_FOUNDED = re.compile(r"(?:成立|建立)[^，,]{2,30}(?=[，,])")
_TITLE_ACTS: tuple[tuple[DecisionKind, re.Pattern[str]], ...] = (
    ("reviewed", re.compile(r"(?:讨论|研讨|评审)(?=[（(\s—–-]|$)")),
    ("heard", _HEARD),
    ("arranged", re.compile(r"征集(?=[（(\s—–-]|$)")),
)
_REPORTS_AND_ASKS = re.compile(
    rf"(?P<heard>.{{4,}}?)(?P<report>{any_of(words('minutes', 'titles.heard'))})[及和与](?P<asked>.{{4,}})"
)
_APPLIED = re.compile(r"申请(?![单表书人])|.{2,8}申请(?!.*(?:汇报|介绍))")
_PLAIN = "结论"  # the verb of a conclusion that neither agrees nor refuses
_LONG_ENOUGH = 16  # characters; a shorter conclusion does not say by itself what was decided
_SHORTEST = 4  # characters
_SHARED_OUT = re.compile(r"(?:详细|具体|明确)?(?P<verb>分配|安排|布置|部署)了")
_COUNTED = re.compile(
    r"(?P<object>[^：:，。]{2,40}?)(?<!重新)(?:的|案)?(?:表决|投票)(?:结果)?[:：]\s*(?:同意|赞成)\s*\d(?:[^，。；]|，(?!.{0,6}通过))*"
    r"(?:[，。；]\s*.{0,6}?(?P<refused>不通过|未通过|否决)|[，。；]\s*.{0,6}?(?P<passed>通过))?"
)
_WHOLE = re.compile(r"[^，,。；;]+")
_APPOINTED = re.compile(
    r"由?(?P<object>[^，,。；;由]{2,20}?(?:担任|接任)[^，,。；;]{2,20}|[^，,。；;]{2,12}由[^，,。；;]{2,30}?(?:担任|接任))"
)

_ONLY_TOLD = re.compile(r"同步|通报|知会")  # elected elsewhere, here only said
_ELECTED = re.compile(
    r"(?:选举|推选|表决|投票)[^，。]{0,6}，(?P<object>由[^，。；由]{2,12}(?:接任|担任|出任)[^，。；]{2,30})"
)


def read_items(page: Page) -> Iterator[Decision]:
    """One record an item, and those of the loose resolutions."""
    items = page.minutes.items
    for item, following in zip(items, (*items[1:], None), strict=False):
        if not _only_heads(item, following):
            yield from _item(page, item)
    for line in page.minutes.resolutions:
        yield from _resolution(page, line)


def _only_heads(item: Item, following: Item | None) -> bool:
    """Whether an item only stands over others: nothing under it, and the next begins a numbering of its own."""
    if following is None or item.lines or item.number is None or following.number is None:
        return False
    return following.number != item.number + 1 and not _HEARD.search(item.title)


def _item(page: Page, item: Item) -> Iterator[Decision]:
    head = read_head(item.title)
    if head and head.verb in ("同意", "通过", "决定"):
        line = Line(item.para, item.start, item.title, True)
        yield from (*_resolution(page, line), *_appointment(page, line))
        return
    for line in item.lines:
        yield from _appointment(page, line)
    if _DEFERRED.search(item.title) or any(_DEFERRED.search(line.text) for line in item.lines[:2]):
        return
    own = [line for line in item.lines if not line.concludes and _OWN_AGREEMENT.match(line.text)]
    for line in own:
        yield from _resolution(page, line)
    counted = [found for line in item.lines if (found := _COUNTED.match(line.text)) and found["object"]]
    for line in item.lines:
        yield from _tally(page, line)
    settled = counted or _only_appoints(item) or (own and item.title.rstrip().endswith("决策"))
    if not settled and not (item.headed and not item.lines):
        yield from _outcome(page, item)


def _tally(page: Page, line: Line) -> Iterator[Decision]:
    """X表决：同意4 不同意0，通过: the vote on a part of the item is a record of its own."""
    found = _COUNTED.match(line.text)
    if found and found["object"]:
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
    start, end = _matter(item)
    if start >= end:
        return
    kind, verb = _kind(item, "；".join(line.text for line in item.lines if line.concludes))
    both = _REPORTS_AND_ASKS.match(text, start, end) if kind in OUTCOMES else None
    if both:
        yield decision("heard", both["report"], text, item.para, *both.span("heard"), "item")
        start, end = both.span("asked")
    stated = _stated(item, text[start:end], verb) if kind == "decided" else None
    if stated:
        line, left, right = stated
        kind = "appointed" if kind_of(line.text[left - line.start :][:2]) == "appointed" else kind
        yield decision(kind, verb, page.report.text(line.para), line.para, left, right, "conclusion")
    else:
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


def _matter(item: Item) -> tuple[int, int]:
    """The title without who presents it and what is done with it."""
    title = item.title
    before = _SPEAKER.match(title) or _FOREIGN.match(title)
    start, end = before.end() if before else 0, len(title)
    for tail in _PRESENTERS:
        presenter = tail.search(title, start, end)
        end = presenter.start() if presenter and presenter.start() - start > _SHORTEST else end
    opener = _OPENER.match(title, start, end)
    start = opener.end() if opener and end - opener.end() > 3 else start
    act = _ACT.search(title[:end])
    if act and act.start() - start > 3:
        end = act.start()
    if _OPEN.search(title):
        end = min(end, len(re.split("[，,]", title)[0]))
    founded = _FOUNDED.match(title, start, end)
    end = founded.end() if founded else end
    end = len(title[:end].rstrip("。 "))
    return item.start + start, item.start + end


def _stated(item: Item, title: str, verb: str) -> tuple[Line, int, int] | None:
    """What a conclusion agrees to where the title does not say it, or puts in place of what was applied for."""
    for line in item.lines:
        match = _CONCLUDED_ON.search(line.text) if line.concludes else None
        if match and not _POINTS_BACK.fullmatch(match["object"]):
            appoints = kind_of(match["object"][:2]) == "appointed"
            if appoints or 2 * sum(char in title for char in match["object"]) < len(match["object"]):
                return line, line.start + match.start("object"), line.start + match.end("object")
        elif line.concludes and verb == _PLAIN and _APPLIED.match(item.title):
            instead = _WHOLE.match(line.text)
            if instead and len(instead[0]) >= _LONG_ENOUGH:
                return line, line.start, line.start + instead.end()
    return None


def _kind(item: Item, concluded: str) -> tuple[DecisionKind, str]:
    for line in item.lines:
        if _PASSED.search(line.text) and (line.concludes or line.text.strip().endswith(("通过", "通过）"))):
            return "adopted", "通过"
    if concluded:
        agreed = _AGREED.search(concluded)
        if agreed and not _OPEN.search(concluded[: agreed.start()]):
            return "adopted" if agreed[0] in _BLESSED else "decided", agreed[0]
        refused = _REFUSED.search(concluded)
        if refused:
            return "decided", refused[0]
        if _OPEN.search(concluded):
            return "reviewed", "讨论"
    if concluded and not _HEARD.search(item.title):
        return "decided", _PLAIN
    for kind, act in _TITLE_ACTS:
        if found := act.search(item.title):
            return kind, found[0]
    if any(_TOLD.match(line.text) for line in item.lines):
        return "heard", "介绍"
    return "reviewed", "讨论"


def _resolution(page: Page, line: Line) -> Iterator[Decision]:
    """A line that decides by itself: 同意X, 决定X, or a plain resolution; demands are none."""
    text = page.report.text(line.para)
    own = _OWN_AGREEMENT.match(line.text)
    if shared := _SHARED_OUT.match(line.text):
        yield decision("arranged", shared["verb"], text, line.para, line.start + shared.end(), line.end, "resolution")
        return
    match = own or _WHOLE.match(line.text)
    if match is None or len(line.text) < _SHORTEST or (own is None and _DEMAND.match(line.text)):
        return
    group = (own.lastgroup or 0) if own else 0
    end = match.end(group) if match.end(group) >= _SHORTEST * 2 else len(line.text)
    verb = line.text[: match.start(group)] if own and group == "object" else "决议"
    kind = kind_of(verb) if own and group == "object" else "decided"
    if own is None and line.text.startswith("推动"):
        kind, verb = "arranged", "推动"
    elif own is None and _OPEN.search(line.text):
        kind, verb = "reviewed", "讨论"
    yield decision(kind, verb, text, line.para, line.start + match.start(group), line.start + end, "resolution")
