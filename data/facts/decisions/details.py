"""What the text around a decision adds: the vote, who is responsible, and by when."""

import re
from dataclasses import replace

from data.facts.goals.deadlines import find_deadline, untitled
from data.facts.goals.quantities import find_quantity
from data.records import OUTCOMES, TITLE, Decision, Report

_REACH = 160  # characters after the object that may still speak of it
_SENTENCE_END = re.compile(r"[。！？!?\n]")
_COUNT = r"\d[\d,]*\s?(?:票|股|户|人)?"
_SIDE = r"(?:赞成|同意|反对|弃权)(?:股数|票数)?"
_VOTE = re.compile(
    rf"(?:{_COUNT}票{_SIDE}|{_SIDE}(?:票)?\s?{_COUNT})(?:\s*[，,、；;]\s*(?:{_COUNT}票{_SIDE}|{_SIDE}(?:票)?\s?{_COUNT}|占[^，,。；;]{{2,40}}?%))*"
)
_MANNER = re.compile(r"全票|一致(?=通过|同意|赞成)|无记名投票|举手表决")
_VOTE_LINE = re.compile(r"\s*(?:本议案|该议案)?(?:(?:表决|投票)(?:结果|情况)|(?:同意|赞成)(?:股数|票数|票)?\s?\d)")
_DEMANDED = re.compile(
    r"[，,；;：:](?:会议|大会|并|同时|还)*(?:要求|强调|指出|提出|认为|希望|力争|确保|争取|要|必须|应当?|目标)"
)
_OWNER = re.compile(
    r"由(?P<owner>[^，,。；;由]{2,40}?)"
    r"(?=共同|牵头|负责|会同|组织(?![部委处科])|具体|统筹|抓紧|进一步|落实|实施|承办|办理|分别|按|根据|修改|尽快|跟进|担任|汇报|再|重新|征求)"
    r"|(?:责任单位|责任部门|责任人|责任团队|牵头单位|跟进人|owner)\s*[:：]\s*(?P<named>[^，,。；;]{2,40})",
    re.IGNORECASE,
)


def with_details(report: Report, records: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The records, each outcome with the vote, owner and deadline that stand beside it."""
    out = []
    for before, record, after in zip((None, *records), records, (*records[1:], None), strict=False):
        stated = record.kind in OUTCOMES and record.at.span.para != TITLE
        out.append(_detailed(report, record, before, after) if stated else record)
    return tuple(out)


def _next_vote(report: Report, para: int) -> str:
    """The next paragraph if it is the vote on this one (表决结果：…)."""
    following = report.text(para + 1) if para + 1 < len(report.paragraphs) else ""
    return "。" + following[:_REACH] if _VOTE_LINE.match(following) else ""


def _due(sentence: str) -> str | None:
    """The deadline that the rest of the sentence gives the decision: none that is demanded or part of a target."""
    for clause in re.split("[，,；;]", _DEMANDED.split(sentence)[0]):
        by = find_deadline(clause)
        if by:
            return None if find_quantity(clause.replace(by, ""), clause.replace(by, "")) else by
    return None


def _detailed(report: Report, record: Decision, before: Decision | None, after: Decision | None) -> Decision:
    span, text = record.at.span, report.text(record.at.span.para)
    limit = min(len(text), span.end + _REACH)
    if after and after.at.span.para == span.para and after.at.span.start >= span.end:
        limit = min(limit, after.at.span.start)
    floor = max(0, span.start - _REACH)
    if before and before.at.span.para == span.para:
        floor = max(floor, min(before.at.span.end, span.start))
    leading = _SENTENCE_END.split(text[floor : span.start])[-1]
    trailing = text[span.end : limit] + (_next_vote(report, span.para) if limit == len(text) else "")
    sentence = _SENTENCE_END.split(trailing)[0]
    around = (trailing, leading) if record.at.rule.startswith("ballot") else (leading, trailing)
    vote = next((found for pattern in (_VOTE, _MANNER) for part in around if (found := pattern.search(part))), None)
    owner = _OWNER.search(re.split("[；;]", sentence)[0])
    return replace(
        record,
        vote=vote[0] if vote else None,
        owner=(owner["owner"] or owner["named"]).strip() if owner else None,
        deadline=find_deadline(untitled(record.object)) or _due(sentence),
    )
