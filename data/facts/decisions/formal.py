"""The meeting's own formal acts in running text (会议审议通过了…，听取了…；决定，…)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from config.lexicon import words
from data.facts.decisions.matters import decision, split_matters
from data.facts.decisions.page import Clause, Page, Sentence
from data.facts.decisions.verbs import ANY_VERB, NUMBER, Head, read_head
from data.facts.patterns import any_of
from data.records import OUTCOMES, Decision

_HELD = re.compile(any_of(words("decisions", "held.words")))
_FUTURE = re.compile(any_of(words("decisions", "future.words")))
_LIST_GOES_ON = re.compile(
    r"(?:以及|和|及)?(?:关于|《|修订后的|修改后的|[^，。；]{0,30}?关于[^，。；]{2,}的(?:报告|决定|决议|汇报|议案|说明))"
)
_DOCUMENT = any_of(words("decisions", "heads.documents"))
_ENDS_IN_DOCUMENT = re.compile(
    rf".{{2,}}(?:{_DOCUMENT}(?:[（(][^（）()]{{0,12}}[)）])*|[（(][^（）()]{{2,8}}[)）])等?$"
)
_ABOUT_ENDS = re.compile(r"(?:的|情况|工作)[^的，]{0,10}(?:报告|汇报|说明|意见|决定|决议|议案)(?:[、和及与]|$)")
_OPENING_ONLY = re.compile(
    r"(?:从|自|经|在|今年|明年|根据|按照|鉴于|为了)[^，。；]*(?:起|开始|后|精神|要求|规定|期间|内)"
)
_NOT_IN_LIST = re.compile(r"(?<!工)作(?!用|法|风)|因|未(?=[获通予能达])|分别|由|^将|汇报了|通报了|要求|对此")
_PERSON_ONLY = re.compile(r"(?!.*(?:关于|就))[^，《》]{2,24}的(?:汇报|报告|说明)")
_POINTS_BACK = re.compile(r"(?:该|本次?|此次?|这一|上述|以上)[^，]{0,6}")
_CARRIED_OUT = re.compile(r"(?:以[^，]{2,20}名义|由[^，]{2,20}|按程序|尽快)?(?:印发|公布|发布|颁布)[^，]{0,6}$")
_ANNOUNCED = re.compile(r"(?:事项|班子|成员|名单|人员|如下|机构|负责人|领导)$")
_STEP = re.compile(any_of(words("decisions", "steps.verbs")))
_NUMBERED = re.compile(NUMBER)
_RESOLVED = re.compile(rf"(?:会议|本次会议)?{any_of(words('decisions', 'labels.resolutions'))}(?:如下)?$")
_NO_PASSING = re.compile(
    rf"{any_of(words('decisions', 'means.words'))}|[^，]{{0,20}}{any_of(words('decisions', 'means.ends'))}"
)
_COUNT = re.compile(r"[、，\s]*[\d,.]+\s*(?:票|户|人|股|名|%|$|[，、\s　]|不同意|反对|弃)")
_AIMS = re.compile(r"力争|确保|争取|务必|必须|要(?!求)")  # a demand, not what was decided
_ELECTS = re.compile(r"主席团|委员|代表|理事|主席|会长|书记|班子|人选|组成|[名位]$")
_AHEAD = re.compile(rf"[^，]{{0,30}}?(?:会议?|大会|全会)[^，]{{0,12}}?将{ANY_VERB.pattern}")
_THEN = re.compile(
    r"并?(?:由|按|报|上报)[^，]{2,}(?:执行|实施|上报|落实|办理)|并(?:由|报)"
)  # what is done with it then
_RESIGNED = re.compile(r"辞去|辞职|辞呈|请求|捐赠|捐款")
_ASSIGNS = re.compile(r"由[^，]{2,20}?(?:牵头|负责|组织实施)")  # who does it, not what was decided
_AGENDA = re.compile(r"(?:会议|主任会议)?建议(?:[^，]{0,12}议程|[^，]{4,40}会议?[^，]{0,4}于[^，]{2,20}(?:召开|举行))")
_OPEN_QUESTION = re.compile(r"关于[^，]{2,30}(?:问题|事宜|事项)$")
_PROPOSED = re.compile(r"了?[^，]{0,30}(?:议程|日程|人选|名单|建议名单)")
_OFFICE = re.compile(r"[^，,；;]*?(?:\d+[名人位](?=$|[，,；;])|不再担任|辞去|为(?!了)|担任|职务|当选)")
_LONGEST = 1500  # characters; no object is longer
_ELECTED = re.compile(r"当选|不再担任")
_OFFICES = re.compile(r"[^，,；;]+?(?:[，,；;]|、(?=任命|免去|选举)|$)")


@dataclass(slots=True)
class _Act:
    """A verb whose object may still grow; positions are characters of the paragraph."""

    head: Head
    start: int
    end: int
    after_comma: bool = False


def read_formal(page: Page) -> Iterator[Decision]:
    """What the text says the meeting did, in reading order."""
    acted = -1  # the paragraph of the last act
    for sentence in page.sentences:
        text, masked = page.report.text(sentence.para), page.masked[sentence.para]
        for act in _acts(sentence, masked, sentence.para == acted):
            acted = sentence.para
            for verb, left, right in _matters(text, masked, act):
                para, left, right = _place(page, sentence.para, act, left, right)
                yield decision(act.head.kind, verb, page.report.text(para), para, left, right, "formal")


def _place(page: Page, para: int, act: _Act, left: int, right: int) -> tuple[int, int, int]:
    """Where the matter is named: in the heading, where the sentence only points back to it (听取了报告, 同意采购)."""
    topic = page.topics.get(para)
    if topic is None:
        return para, left, right
    masked, named = page.masked[para], page.masked[topic[0]][topic[1] : topic[2]]
    only_who = act.head.kind == "heard" and _PERSON_ONLY.fullmatch(masked, left, right)
    points = _POINTS_BACK.fullmatch(masked, left, right) or masked[left:right] in named
    return topic if only_who or points else (para, left, right)


def _acts(sentence: Sentence, masked: str, acted: bool) -> Iterator[_Act]:
    """The acts of a sentence; after one in its paragraph (`acted`), a bare outcome (同意…) is the meeting's too."""
    act: _Act | None = None
    deciding: _Act | None
    held, deciding, ahead = sentence.resumed, None, False
    for clause in sentence.clauses:
        ahead = _AHEAD.match(clause.text) is not None or (ahead and not (clause.head and clause.head.subject))
        head = None if ahead else clause.head
        if _AGENDA.match(clause.text):
            agenda = Head("建议", "decided", "", False, False, clause.text.index("建议") + len("建议"))
            yield from (*([act] if act else ()), _Act(agenda, clause.start + agenda.end, sentence.end))
            return
        if head and _counts(head, clause, held or (acted and head.kind in OUTCOMES), act):
            if act and not _announces(act, masked, head, clause):
                yield act
            act, held = _Act(head, clause.start + head.end, clause.end), True
            deciding = act if head.kind == "decided" else None
        elif act and _grows(act, masked, clause):
            act.after_comma = act.start >= act.end
            act.start = clause.start if act.after_comma else act.start
            act.end = clause.end
        else:
            if act:
                yield act
            act = _next_step(deciding, clause) or _label(clause)
            held = held or _HELD.search(clause.text) is not None
    if act:
        yield act


def _counts(head: Head, clause: Clause, held: bool, act: _Act | None) -> bool:
    """Whether the verb is an act of this meeting: not planned, not a means, not part of what was just decided."""
    rest = clause.text[head.end :]
    if _FUTURE.search(head.subject) or _THEN.match(rest) or (head.verb == "明确" and _AIMS.match(rest)):
        return False
    if head.verb.endswith("通过") and not head.done and _NO_PASSING.match(rest):
        return False
    if head.verb in ("产生", "选出") and not _ELECTS.search(rest):
        return False
    if (
        (_COUNT.match(rest) and head.kind != "appointed")
        or _ASSIGNS.match(rest)
        or (head.verb == "提出" and not _PROPOSED.match(rest))
    ):
        return False
    if act and act.head.kind in OUTCOMES and head.kind == "decided" and _CARRIED_OUT.match(rest):
        return False
    if "接受" in head.verb and not _RESIGNED.search(rest):
        return False
    if head.subject or head.numbered or (head.done and head.verb.endswith("通过") and head.verb != "通过"):
        return True
    if act and act.after_comma and clause.mark in "，," and not head.done:
        return False
    return held


def _announces(act: _Act, masked: str, head: Head, clause: Clause) -> bool:
    """Whether the open act only announces the appointments after its colon (选举产生了领导班子：选举X为…)."""
    announced = head.kind == "appointed" and clause.mark in ("：", ":")
    return announced and _ANNOUNCED.search(masked, act.start, act.end) is not None


def _grows(act: _Act, masked: str, clause: Clause) -> bool:
    """Whether `clause` goes on with the list of the open object."""
    if clause.end - act.start > _LONGEST:
        return False
    if act.start >= act.end and _AIMS.match(clause.text):
        return False
    if act.start >= act.end and clause.text.startswith("由") and "作为" not in clause.text:
        return False
    if act.start >= act.end and act.head.kind in OUTCOMES and act.head.kind != "decided":
        return clause.mark in "：:" or "《" in clause.text or _ENDS_IN_DOCUMENT.match(clause.text) is not None
    if act.start >= act.end or _OPENING_ONLY.fullmatch(masked, act.start, act.end):
        return True
    if act.head.kind in ("heard", "reviewed", "adopted") and _about_goes_on(masked[act.start : act.end], clause.text):
        return True
    if act.head.kind in ("decided", "arranged"):
        return False
    if act.head.kind == "appointed":
        if clause.mark not in "：:" and _ELECTED.search(clause.text):
            return False
        return _OFFICE.match(clause.text) is not None and not clause.text.startswith(("为", "由"))
    if _NOT_IN_LIST.search(clause.text):
        return False
    if _LIST_GOES_ON.match(clause.text):
        return True
    return bool(_ENDS_IN_DOCUMENT.match(clause.text) and _ENDS_IN_DOCUMENT.match(masked[act.start : act.end]))


def _about_goes_on(matter: str, following: str) -> bool:
    """Whether 关于… is still without its 的报告, and the next clause brings it."""
    at = matter.rfind("关于")
    if at < 0 or "《" in matter[at:] or _ABOUT_ENDS.search(matter, at):
        return False
    return _ABOUT_ENDS.search(following) is not None


def _next_step(act: _Act | None, clause: Clause) -> _Act | None:
    """A further step decided under the same verb (同意A，启动B；（二）C)."""
    if act is None:
        return None
    number = _NUMBERED.match(clause.text)
    if number and _OPEN_QUESTION.match(clause.text, number.end()):
        return None
    if number:
        return _Act(act.head, clause.start + number.end(), clause.end)
    return _Act(act.head, clause.start, clause.end, act.after_comma) if _STEP.match(clause.text) else None


def _label(clause: Clause) -> _Act | None:
    """A heading that makes what follows decided (会议决议：)."""
    if not _RESOLVED.match(clause.text):
        return None
    return _Act(Head(clause.text, "decided", "", False, False, len(clause.text)), clause.end, clause.end)


def _matters(text: str, masked: str, act: _Act) -> Iterator[tuple[str, int, int]]:
    """The verb and extent of each matter; appointments are taken apart by office."""
    if act.head.kind != "appointed":
        for left, right in split_matters(text, act.start, act.end, act.head.kind):
            yield act.head.verb, left, right
        return
    start, verb = act.start, act.head.verb
    for office in _OFFICES.finditer(masked, act.start, act.end):
        following = masked[office.end() : act.end]
        if not following or _OFFICE.match(following):
            own = read_head(masked[start : office.end()])
            if own and own.kind == "appointed" and not own.subject:
                start, verb = start + own.end, own.verb
            for left, right in split_matters(text, start, office.end(), "appointed"):
                yield verb, left, right
            start = office.end()
