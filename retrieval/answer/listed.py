"""Where the text itself says that somebody came or spoke who is recorded under no such name."""

import re
from collections.abc import Iterator

from data.facts.sentences import sentences
from data.records import Role, Span
from retrieval.evidence.gather import Evidence

_CAME = "出席|参加|列席|到会|与会|参会|到场|主持|指导|陪同"
_DOES: dict[Role | None, str] = {
    None: f"{_CAME}|致辞|讲话|发言|汇报",
    "speak": "讲话|发言|致辞|致词|汇报|指出|强调|表示|介绍|说明|提问|作[^，。]{0,12}报告",
    "observe": "列席|旁听",
    "chair": "主持",
}
_NAMES_THEM = (
    "(?:参会|出席|到会|与会|列席)(?:人员?|领导|嘉宾)?[：:]|成员(?:分别)?(?:是|有|为|[：:])|邀请"
    "|(?:出席|参加|到会)[^。；]{0,12}(?:有|是)[：:]?"
)
_OTHERWISE = re.compile(
    "会前|会后|前一[日天]|前夕|委托|缺席|请假|未能|未出席|没有(?:参加|出席)|不在|因事|记者|通讯员|摄影|供稿|下次"
    "|将(?:出席|参加)|此前|曾|去世|逝世|会见了|讲话精神|上的讲话|学习了|指示精神|批示"
)
_FAR = 60
"""Characters between a name in a list and the verb behind the list."""


def told_there(evidence: Evidence, name: str) -> list[Span]:
    """The places that say so; for somebody whom other reports record only a bare list with the verb right behind."""
    if name in evidence.question.people:
        return list(_in_list(evidence, name)) if evidence.question.role is None else []
    return list(_places(evidence, name, evidence.question.role))


def _in_list(evidence: Evidence, name: str) -> Iterator[Span]:
    named = rf"{re.escape(name)}(?:[、和及与][㐀-鿿·]{{2,6}}){{0,12}}(?:等|同志|先生|女士|也|还|应邀|一同){{0,3}}"
    listed = re.compile(rf"(?:(?<![㐀-鿿])|(?<=[、和及与])){named}(?:出席|参加|列席|到会|与会|主持|致辞|讲话|发言)")
    for para, text in enumerate(evidence.stored.report.paras):
        yield from (Span(para, found.start(), found.end()) for found in listed.finditer(text))


def _places(evidence: Evidence, name: str, role: Role | None) -> Iterator[Span]:
    if role not in _DOES:
        return
    behind = re.compile(rf"{re.escape(name)}(?:[^。；！？]{{0,{_FAR}}}?)(?:{_DOES[role]})")
    led = re.compile(rf"(?:{_NAMES_THEM})[^。；]{{0,200}}?{re.escape(name)}") if role is None else None
    for para, text in enumerate(evidence.stored.report.paras):
        for one in sentences(text):
            if name not in one.text or _OTHERWISE.search(one.text):
                continue
            found = behind.search(one.text) or (led.search(one.text) if led else None)
            if found and not _second_subject(one.text, name, found.end()):
                at = one.start + one.text.index(name)
                yield Span(para, at, at + len(name))


def _second_subject(text: str, name: str, end: int) -> bool:
    """Whether a comma between the name and the verb begins a clause told of somebody else."""
    between = text[text.index(name) + len(name) : end]
    return bool(re.search("[，,][^、]*(?:要|应|将|让|请|由|对)", between)) or bool(
        re.search("指示|批示|重要(?:讲话|论述)", between)
    )
