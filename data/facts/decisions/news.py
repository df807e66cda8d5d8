"""Formal verbs in running text: 会议审议通过了…，听取了…；"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from config.lexicon import words
from data.facts.brackets import mask
from data.facts.decisions.matters import split_matters
from data.facts.decisions.verbs import ANY_VERB, Head, any_of, read_head
from data.records import Decision, DecisionKind, Evidence, Report, Span

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_CLAUSE = re.compile(r"(?:[^，,；;：:]|(?<=\d)[,:：](?=\d))+")
_HELD = re.compile(any_of(words("decisions", "held.words")))
_SPEECH_WORDS = any_of(words("decisions", "speech.verbs"))
_SPEECH = re.compile(
    rf"(?:.*(?:(?<!会议){_SPEECH_WORDS}|会议{_SPEECH_WORDS})$)|(?:会议|大会|全会|他|她)?(?:还|并|同时)?(?:强调|指出|要求|认为|号召|希望|表示)|(?:一是|二是|三是|四是)?(?:要|必须|应当|应|务必|坚持|各级)"
)
_ELSEWHERE = re.compile(any_of(words("decisions", "elsewhere.starts")))
_FUTURE = re.compile(r"[^，]{0,20}(?:将|拟|即将)")
_LIST_GOES_ON = re.compile(
    r"\s*(?:以及|和|及)?(?:关于|《|修订后的|修改后的|[^，。；]{0,30}?关于[^，。；]{2,}的(?:报告|决定|决议|汇报|议案|说明))"
)
_ENDS_IN_DOCUMENT = re.compile(rf".{{3,}}{any_of(words('decisions', 'heads.documents'))}(?:[（(]□*[)）])*等?$")
_STEP = re.compile(r"(?:启动|成立|设立|组建|印发|实施|授予|撤销|取消|新增|增设|开展|举办|召开)")
_BACK = re.compile(r"(?:该|此|上述|以上|这)(?!次|届)")
_NUMBERED = re.compile(r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．)）])\s*")
_NOT_PASSED = re.compile(
    r"(?:视频|网络|电话|线上|现场|电视|微信|多种|各种|实地|座谈|查阅|以下|邮件|邮箱|PR)|.{0,20}(?:方式|形式|渠道|平台|途径|手段)"
)


@dataclass(slots=True)
class _Act:
    """A verb whose object is still growing; positions are characters of the paragraph."""

    head: Head
    start: int
    end: int
    clauses: int = 0


def read_news(report: Report) -> Iterator[Decision]:
    """Decisions told in running text, in reading order."""
    for number, text in enumerate(report.paras):
        if ANY_VERB.search(text):
            yield from _paragraph(text, number)


def _paragraph(text: str, number: int) -> Iterator[Decision]:
    masked = mask(text)
    for sentence in _SENTENCE.finditer(masked):
        if _ELSEWHERE.match(sentence[0].lstrip()):
            if sentence[0].lstrip().startswith(("又讯", "另据")):
                return
            continue
        for act in _acts(masked, sentence.start(), sentence.end()):
            yield from _records(text, number, act)


def _acts(masked: str, start: int, end: int) -> Iterator[_Act]:
    """The formal verbs of one sentence with the extent of their objects; what is only said ends the search."""
    act: _Act | None = None
    held = False
    for clause in _CLAUSE.finditer(masked, start, end):
        words_ = clause[0].strip()
        at = clause.start() + len(clause[0]) - len(clause[0].lstrip())
        head = read_head(words_)
        if (
            head
            and (head.subject or head.numbered or held)
            and not _FUTURE.match(head.subject)
            and _formal(words_, head)
        ):
            if act:
                yield act
            act = _Act(head, at + head.end, at + len(words_), int(head.end < len(words_)))
            held = True
        elif _SPEECH.match(words_) and not (act and act.clauses == 0):
            break
        elif act and _grows(act, masked, words_):
            act.end = at + len(words_)
            act.start = at if act.clauses == 0 else act.start
            act.clauses += 1
        else:
            if act:
                yield act
            act = _next_step(act, words_, at)
            held = held or _HELD.search(words_) is not None
    if act:
        yield act


def _formal(clause: str, head: Head) -> bool:
    if head.verb.endswith("通过"):
        return _NOT_PASSED.match(clause, head.end) is None
    return True


def _grows(act: _Act, masked: str, clause: str) -> bool:
    """Whether `clause` goes on with the list of the open object."""
    if act.clauses == 0:
        return True
    if act.head.kind in ("decided", "arranged"):
        return False
    if act.head.kind == "appointed":
        return "为" in clause and clause[0] != "为"
    if _LIST_GOES_ON.match(clause):
        return True
    return bool(_ENDS_IN_DOCUMENT.match(clause) and _ENDS_IN_DOCUMENT.match(masked[act.start : act.end]))


def _next_step(act: _Act | None, clause: str, at: int) -> _Act | None:
    """A further step decided under the same verb (同意A，启动B)."""
    if act is None or act.head.kind != "decided":
        return None
    number = _NUMBERED.match(clause)
    if number:
        return _Act(act.head, at + number.end(), at + len(clause), 1)
    if _STEP.match(clause):
        return _Act(act.head, at, at + len(clause), 1)
    return None


def _records(text: str, number: int, act: _Act) -> Iterator[Decision]:
    kind = act.head.kind
    for left, right in split_matters(text, act.start, act.end, kind):
        yield decision(kind, act.head.verb, text, number, left, right, "news")


def decision(kind: DecisionKind, verb: str, text: str, para: int, left: int, right: int, rule: str) -> Decision:
    """A record whose object is `text[left:right]`."""
    return Decision(kind, verb, text[left:right], Evidence(Span(para, left, right), rule, verb))
