"""Lines of minutes under no item that say what was done: - 讨论了X, 3. 顾城通报Y, 确定下次会议于Z举行."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.decisions.matters import decision
from data.facts.decisions.minutes.sheet import Line
from data.facts.decisions.minutes.statements import stated
from data.facts.decisions.minutes.verdicts import DECLINED
from data.facts.decisions.page import Page
from data.facts.decisions.vague import is_vague
from data.facts.patterns import any_of
from data.facts.people import names
from data.records import Decision, DecisionKind

_KINDS: tuple[DecisionKind, ...] = ("heard", "reviewed", "decided", "arranged", "appointed")
_KIND_OF: dict[str, DecisionKind] = {verb: kind for kind in _KINDS for verb in words("minutes", f"acts.{kind}")}
_POINT = r"[\s|]*(?:[-*•+]\s*|[（(]?\d{1,2}[.、．)）]\s*)"
_VERB = any_of(tuple(_KIND_OF))
_ACT = re.compile(
    rf"{_POINT}(?P<who>@[\w\u4e00-\u9fff.-]{{2,20}}\s*|[\u4e00-\u9fff·]{{2,4}}?)?(?:共同|一起|初步|详细|具体|基本|简单|重点)?(?P<verb>{_VERB})(?P<done>了)?(?:一下)?(?![并和与及]|通过)"
    r"(?P<object>[^，,。；;：:|]{4,80})"
)
_WE = re.compile(
    r"[^，。：:]{0,4}?(?:我们|大家|与会(?:人员|委员|代表|者)|会议)(?:在[^，。]{1,12}?[上中里])?[^，。]{0,4}?"
    r"(?P<verb>讨论|商讨|探讨|交流|商议)了(?:一下)?(?P<object>[^，,。；;]{4,60})(?:[，,]以及(?:对)?(?P<also>[^，,。；;]{4,60}))?"
)
_TELLS = re.compile(
    r"(?:^|[，。；])[^，。；：:]{0,16}?(?P<who>[\u4e00-\u9fff]{2,3})(?:向[^，。；]{2,8})?(?P<verb>介绍|汇报|通报|说明)了(?P<object>[^，,。；;]{4,40})"
)
_TELLS_SO = re.compile(
    r"(?:同志)?(?P<who>[\u4e00-\u9fff]{2,3})(?:同志)?(?P<verb>汇报|通报|介绍|说明)了?"
    r"(?P<object>[^，,。；;：:]{2,40}(?:情况|进展|进度|方案|工作))(?=[：:。，])"
)
_SET = re.compile(
    r"(?P<object>下[次期](?:会议|例会|组会|常会)[^，。；：:]{0,6}(?P<verb>定于|订于|定为|改为|改到|改至)[^，。；]{2,30})"
)
_FIXED = re.compile(
    rf"{_POINT}(?P<object>(?!下[次期])[^，。；：:]{{2,20}}(?P<verb>定为|定于|定在|订于|安排在|改为|改到|改至)\s*[^，。；]{{2,30}})"
)
"""What a point of minutes fixes: 5. 招新面试安排在9月20日."""
_TAUGHT = re.compile(
    r"会议由[^，。；]{2,20}?(?P<verb>传达学习|领学|传达|组织学习)了?(?P<object>[^，。；]{6,120}?(?:精神|内容|》|讲话))(?=[，。；]|$)"
)
_LISTENED = re.compile(r"[，；]\s*(?P<verb>听取)了(?P<object>[^，。；]{6,80})")
_TOLD = re.compile(
    rf"(?:{_POINT}|\s*(?:[一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾]{{1,2}}[、.．]|\d{{1,2}}\.\d{{1,2}})\s*)(?!主席|专题|主题|大会|书面)(?P<object>[\u4e00-\u9fff]{{2,12}}(?P<verb>报告))[:：]\s*\S"
)
_PROMOTED = re.compile(
    r"(?:^|[，。])(?P<object>[^，。]{2,30}?(?:正式)?(?P<verb>晋升|当选|聘任|任命)为[^，。；]{2,30})(?=[，。；]|$)"
)
_CARRIED = re.compile(
    rf"(?:{_POINT})?(?P<object>[^，。：:；]{{4,40}}?)(?:获得?|已|经)?(?:全票|一致|表决)*(?:照案|无异议)?(?P<verb>通过)[。]?\s*$"
)
_TAKES = re.compile(
    rf"(?:{_POINT})?(?P<object>(?P<who>[\u4e00-\u9fff]{{2,3}})(?P<verb>出任|担任|接任|当选)为?[\u4e00-\u9fff]{{2,16}}?)(?=[，,。；]|$)"
)
_VOTED_IN = re.compile(
    rf"(?:{_POINT})?(?P<verb>改选|选举|补选|推选)(?!结果)(?P<object>[^：:，。]{{2,14}}[：:]\s*[^。；]{{2,40}}?)(?:等[^。，]{{0,6}})?(?:高票|全票)?当选"
)
_NEXT = re.compile(
    r"(?:^[\s|*-]*|[。；，]\s*)并?(?P<verb>确定|决定|暂定)(?P<object>下[次期一](?![^，,。；;]{0,6}再)[^，,。；;]{4,60})"
)


def read_acts(page: Page) -> Iterator[Decision]:
    """One record a line; someone's name may stand before the verb."""
    for para in sorted(page.minutes.loose or ()):
        text = page.report.text(para)
        acts = [act for act in _acts(text) if not (act[1].re is _TELLS and _decides(text))]
        for kind, found, group in acts:
            if is_vague(found[group], kind) or found[group].startswith("发表"):
                continue
            yield decision(kind, found["verb"], text, para, *found.span(group), "act")
        if not acts:
            yield from _agreed(page, para, text)


def _decides(text: str) -> bool:
    """Whether a line that tells what was said tells what was decided then, as all of it is about one matter."""
    return any(one.verb in _SETTLES for one in stated(Line(0, 0, text, False)))


def _agreed(page: Page, para: int, text: str) -> Iterator[Decision]:
    """What a sentence says was agreed to (经讨论，一致同意X), or that the matter of the heading above was."""
    topic = page.topics.get(para)
    if topic and topic[0] != para and (agrees := _AGREES.match(text)):
        yield decision("decided", agrees["verb"], page.report.text(topic[0]), *topic, "act")
        return
    if topic and topic[0] != para and (declined := DECLINED.search(text)):
        yield decision("decided", declined["verb"], page.report.text(topic[0]), *topic, "act")
        return
    for one in stated(Line(para, 0, text[:_REACH], False)):
        settles = one.verb in _SETTLES or (one.kind == "appointed" and _IN_OFFICE.search(text[one.start : one.end]))
        if settles and not one.back and not _names_none(text[one.start : one.end], one.kind):
            yield decision(one.kind, one.verb, text, para, one.start, one.end, "act")


_IN_OFFICE = re.compile(r"[\u4e00-\u9fff](?:为|担任)[^，。；]{2,}")
_SETTLES = frozenset(words("minutes", "acts.settles"))


def _names_none(object_: str, kind: DecisionKind) -> bool:
    """Whether words behind a verb name no matter: 并报学校, 如下事项：, 暂缓实施."""
    return _NO_MATTER.match(object_) is not None or is_vague(object_, kind)


_NO_MATTER = re.compile(r"并|后|暂不|(?:如下|以下|下列)|.*[:：]$")
_AGREES = re.compile(
    r"(?:会议|大会|与会[^，。]{2,4}|经[^，。]{0,14}[，,]?(?:会议)?)?(?:研究|讨论)?(?:一致|原则上?)*(?P<verb>同意|通过)(?=[，。；])"
)


_Act = tuple[DecisionKind, re.Match[str], str]


def _acts(text: str) -> Iterator[_Act]:
    """What a line says was done: its kind, the match with its verb, and the group of its object."""
    if told := _WE.match(text):
        yield from (("reviewed", told, group) for group in ("object", "also") if told[group])
        return
    yield from (("decided", set_, "object") for set_ in _NEXT.finditer(text))
    if (passed := _passed(text)) is not None:
        yield passed
        return
    if promoted := _PROMOTED.search(text, 0, _REACH):
        yield "appointed", promoted, "object"
    if taught := _TAUGHT.match(text):
        yield "studied", taught, "object"
        if listened := _LISTENED.search(text, taught.end(), taught.end() + _REACH):
            yield "heard", listened, "object"
        return
    found = (
        _TOLD.match(text)
        or _FIXED.match(text)
        or _ACT.match(text)
        or _TELLS_SO.match(text)
        or _SET.search(text, 0, _REACH)
        or _TELLS.search(text, 0, _REACH)
    )
    if found and _stands(found.groupdict().get("who")):
        yield "heard" if found.re is _TOLD else _KIND_OF.get(found["verb"], "decided"), found, "object"


def _passed(text: str) -> _Act | None:
    """What passed a vote, or who was voted in, as all that a line says."""
    if (carried := _CARRIED.match(text)) and not _UNNAMED.match(carried["object"]):
        return "adopted", carried, "object"
    if voted_in := _VOTED_IN.match(text):
        return "appointed", voted_in, "object"
    if (takes := _TAKES.match(text)) and names.whole_name(takes["who"]):
        return "appointed", takes, "object"
    return None


_UNNAMED = re.compile(
    r".{0,4}(?:会议|大会|大家|全体|一致|全票|表决|审议|无异议|以下|如下)|.*(?:测试|用例|[Tt]ests?\b|不|未|为|将|可|能|要|应)"
)
"""What passed without a name (大会审议通过), or did not pass a vote (用例全部通过)."""
_REACH = 300  # characters of a line


def _stands(who: str | None) -> bool:
    return who is None or who.startswith("@") or names.whole_name(who)
