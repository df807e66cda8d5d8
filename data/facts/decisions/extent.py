"""What belongs to an act: whether a verb is one of this meeting, and whether a clause goes on with its object."""

import re
from dataclasses import dataclass

from config.lexicon import words
from data.facts.decisions.clauses import Clause
from data.facts.decisions.vague import is_fault
from data.facts.decisions.verbs import Head
from data.facts.patterns import any_of
from data.records import OUTCOMES

OFFICE = re.compile(r"[^，,；;]*?(?:\d+[名人位](?=$|[，,；;])|不再担任|辞去|为(?!了)|担任|兼任|职务|当选)")
"""A stretch that says who takes or leaves which office, or how many are elected."""

_FUTURE = re.compile(any_of(words("decisions", "future.words")))
_LIST_GOES_ON = re.compile(
    r"(?:以及|和)[^，。；]{2,60}等[^，。；]{0,4}(?:事项|问题|议题|工作|内容)$|以及[^，。；]{2,40}(?:精神|情况|报告|汇报|要求|批示|讲话|工作|意见)$|(?:以及|和|及)?(?:关于|《|[^，。；了《]{2,16}?(?:局|委|办|站|所|院|部|处|[镇乡村区县]|街道|公司|中心|[作做]的|送审的|提交的|报送的|提请的|上报的)《|修订后的|修改后的|[^，。；]{0,30}?关于[^，。；]{2,}的(?:报告|决定|决议|汇报|议案|说明))"
)
_NAMED_THEN = re.compile(r"(?:主要)?(?:包括|分别[是为])(?=[^，。；]{0,30}《)")  # 12项议案，分别为《A》《B》
_DOCUMENT = any_of(words("decisions", "heads.documents"))
_ENDS_IN_DOCUMENT = re.compile(
    rf".{{2,}}(?:{_DOCUMENT}(?:[（(][^（）()]{{0,12}}[)）])*|[（(][^（）()]{{2,8}}[)）])等?$"
)
_ABOUT_ENDS = re.compile(r"(?:的|情况|工作)[^的，]{0,10}(?:报告|汇报|说明|意见|决定|决议|议案)(?:[、和及与]|$)")
_OPENING_ONLY = re.compile(
    r"(?:(?:从|自|经|在|今年|明年|根据|按照|鉴于|为了|(?<=，)对)[^，。；]*(?:起|开始|后|精神|要求|规定|期间|内|意见|程序)，?|[^，。；]{2,12}(?:当天|当日)，?)+"
)
_NOT_IN_LIST = re.compile(
    r"(?<!工)作(?!用|法|风|的《)|因|未(?=[获通予能达形])|分别|由|^将|汇报了|通报了|发表了|提出了|列席了|出席了|参加了|要求|对此|进行了|^表决(?!结果|通过)|^(?:最后|随后|接着|同时|受[^，]{2,30}委托)|向[^，]{2,10}(?:汇报|报告|通报)"
)
_CARRIED_OUT = re.compile(r"(?:以[^，]{2,20}名义|由[^，]{2,20}|按程序|尽快)?(?:印发|公布|发布|颁布)[^，]{0,6}$")
_ANNOUNCED = re.compile(r"(?:事项|班子|成员|名单|人员|如下|机构|负责人|领导)$")
_NO_PASSING = re.compile(
    rf"{any_of(words('decisions', 'means.words'))}|[^，]{{0,20}}{any_of(words('decisions', 'means.ends'))}"
)
_COUNT = re.compile(r"[、，\s]*[\d,.]+\s*[万亿]?(?:(?:[票户人股名]|)(?=$|[，、\s]|不?同意|赞成|反对|弃)|[票%])")
_DOCUMENTED = re.compile(
    rf"《|□|[案]$|人选|为[^，]{{2,20}}(?:主席|主任|委员|代表|书记|会长|人)|{_DOCUMENT}"
)  # what can be passed
_AIMS = re.compile(r"力争|确保|争取|务必|必须|要(?!求)")  # a demand, not what was decided
_BY_THEN = re.compile(r"[到至](?:20\d\d年|今年|明年|“十.五”)[^，]{0,3}")  # what is to be so by then is a goal
_POINT = re.compile(r"[一二三四五六]是")
_TALK = re.compile(r"大家|代表|委员|与会|各抒己见|踊跃|气氛|现场")  # how it was discussed, not what
_ELECTS = re.compile(r"主席团|委员|代表|理事|主席|会长|书记|班子|人选|组成|[名位]$")
_THEN = re.compile(
    r"并?(?:由|按|报(?!告)|上报)[^，]{2,}(?:执行|实施|上报|落实|办理)|并(?:由|报)"
)  # what is done with it then
_RESIGNED = re.compile(r"辞去|辞职|辞呈|请求|捐赠|捐款")
_ASSIGNS = re.compile(r"由[^，]{2,20}?(?:牵头|负责|组织实施)(?!成立|组建)")  # who does it, not what was decided
_TO_BE = re.compile(r"[为作].{2,}(?:人选|候选人|代表|单位|集体|个人)$")
_PROPOSED = re.compile(r"了?[^，]{0,60}(?:议程|日程|人选|名单|建议名单)")
_SPIRIT = re.compile(
    r"(?:以及)?(?:习近平|党的|中央|中共|国务院|最高|全国|全省|全市|政府|人大|政协|[省市县区州]|[一二三四五六七八九十]+[届大])(?!.*(?:学|传达|讨论|研究|就|(?<!应)对))[^，]{3,80}(?:精神|讲话|批示)"
)  # one more that was studied
_TAKES_OFFICE = re.compile(r"(?!由)[^，的]{2,40}(?:为|担任|兼任)[^，]{2,30}$")
_ANALYSED = ("分析", "剖析")  # by whoever spoke in the clause before
_LONGEST = 1500  # characters; no object is longer
_ELECTED = re.compile(r"当选|不再担任")


@dataclass(slots=True)
class Act:
    """A verb whose object may still grow; positions are characters of the paragraph."""

    head: Head
    start: int
    end: int
    after_comma: bool = False
    whole: bool = False
    """Whether the object is one clause, such as another meeting's agenda."""


def counts(head: Head, clause: Clause, held: bool, act: Act | None) -> bool:
    """Whether the verb is an act of this meeting: not planned, not a means, not part of what was just decided."""
    rest = clause.text[head.end :]
    if _FUTURE.search(head.subject) or _THEN.match(rest) or (head.verb == "明确" and _AIMS.match(rest)):
        return False
    if head.verb == "通过" and not head.done and not _DOCUMENTED.search(rest) and clause.mark not in "，；;":
        return False
    if head.verb.endswith("通过") and not head.done and _NO_PASSING.match(rest):
        return False
    if _POINT.match(clause.text) and not head.done and not head.numbered:
        return False
    if head.kind == "appointed" and not _fills_offices(head.verb, rest):
        return False
    if (
        (_COUNT.match(rest) and head.kind != "appointed")
        or _ASSIGNS.match(rest)
        or (head.verb == "提出" and not _PROPOSED.match(rest))
        or (head.verb == "推荐" and not _TO_BE.search(rest))
    ):
        return False
    if act and act.head.kind in OUTCOMES and head.kind == "decided" and _CARRIED_OUT.match(rest):
        return False
    if not head.subject and _only_thought(head.verb, rest, clause):
        return False
    if "接受" in head.verb and not _RESIGNED.search(rest):
        return False
    passed = head.done and head.verb == "通过" and rest.startswith("《")
    if passed or head.subject or head.numbered or (head.done and head.verb.endswith("通过") and head.verb != "通过"):
        return True
    if act and act.after_comma and clause.mark in "，," and not head.done:
        return False
    return held


def _only_thought(verb: str, rest: str, clause: Clause) -> bool:
    """Whether the verb is what somebody thinks, without a subject: 分析了存在的问题, 并赞同修改章程."""
    return verb == "赞同" or (verb in _ANALYSED and clause.mark in "，、" and is_fault(rest))


def _fills_offices(verb: str, rest: str) -> bool:
    """Whether somebody takes an office by it; 推选若干人 only says how that is done."""
    elects = _ELECTS.search(rest) and not rest.endswith(("后", "前"))
    return "若干" not in rest and (verb not in ("产生", "选出") or bool(elects))


def announces(act: Act, masked: str, head: Head, clause: Clause) -> bool:
    """Whether the open act only announces the appointments after its colon (选举产生了领导班子：选举X为…)."""
    announced = head.kind == "appointed" and clause.mark in ("：", ":")
    return announced and _ANNOUNCED.search(masked, act.start, act.end) is not None


def grows(act: Act, masked: str, clause: Clause) -> bool:
    """Whether `clause` goes on with the list of the open object, or is its first part."""
    if clause.end - act.start > _LONGEST:
        return False
    if act.start >= act.end:
        return _begins(act, clause)
    if _OPENING_ONLY.fullmatch(masked, act.start, act.end):
        return True
    if act.head.kind in ("heard", "reviewed", "adopted") and _about_goes_on(masked[act.start : act.end], clause.text):
        return True
    if act.head.kind in ("decided", "arranged"):
        return False
    if act.head.kind == "appointed":
        if clause.mark not in "：:" and _ELECTED.search(clause.text):
            return False
        return OFFICE.match(clause.text) is not None and not clause.text.startswith(("为", "由"))
    if act.head.kind == "studied" and clause.head is None and _SPIRIT.fullmatch(clause.text):
        return True
    if act.head.kind != "studied" and _NAMED_THEN.match(clause.text):
        return True
    if _NOT_IN_LIST.search(clause.text):
        return False
    if _LIST_GOES_ON.match(clause.text):
        return True
    return bool(_ENDS_IN_DOCUMENT.match(clause.text) and _ENDS_IN_DOCUMENT.match(masked[act.start : act.end]))


def _begins(act: Act, clause: Clause) -> bool:
    """Whether the object of a verb that stands alone (会议决定，…) begins with `clause`."""
    if (
        _AIMS.match(clause.text)
        or (act.head.verb == "明确" and _BY_THEN.fullmatch(clause.text))
        or (clause.text.startswith("由") and "作为" not in clause.text)
    ):
        return False
    if act.head.kind in OUTCOMES and act.head.kind != "decided":
        takes_office = act.head.kind == "appointed" and _TAKES_OFFICE.match(clause.text)
        return bool(clause.mark in "：:" or "《" in clause.text or takes_office or _ENDS_IN_DOCUMENT.match(clause.text))
    talks = clause.mark in "，," and act.head.kind in ("reviewed", "studied")
    return not (talks and _TALK.match(clause.text))


def _about_goes_on(matter: str, following: str) -> bool:
    """Whether 关于… is still without its 的报告, and the next clause brings it."""
    at = matter.rfind("关于")
    if at < 0 or "《" in matter[at:] or _ABOUT_ENDS.search(matter, at):
        return False
    return _ABOUT_ENDS.search(following) is not None
