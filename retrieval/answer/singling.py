"""Which of several matters the question singles out: by office, by its verb, by its words."""

import re

from data.records import DecisionKind
from retrieval.answer.items import Matter
from retrieval.answer.persons import OFFICE
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import keys_in
from retrieval.records import Kind

LEAST = 0.35
"""Share of the words asking within a meeting that a matter must hold to be the one asked about."""
NEARLY_BEST = 0.6
NEAR_DECISION, NEAR_GOAL = 0.25, 0.9
"""Of a word's weight, what a matter earns when only its paragraph holds the word; goals are told of by paragraphs."""

_UNDECIDED = frozenset({"heard", "studied", "arranged"})
GIVEN = re.compile("为(?!.{0,3}的)|当选|出任|担任")


def narrowed(evidence: Evidence, kind: Kind, found: list[Matter]) -> list[Matter] | None:
    """What the question singles out by its words, or by its verb; None where it asks for one thing and none fits."""
    question = evidence.question
    by_verb, literal = _by_verb(evidence, found)
    if question.negated and not by_verb:
        return None
    offices = set(OFFICE.findall(evidence.focus)) if question.verbs == ("appointed",) else set()
    if offices:
        held = [one for one in by_verb or found if offices & set(OFFICE.findall(one.text))]
        given = [one for one in held if one.kind == "appointed"]
        return [one for one in given if GIVEN.search(one.text)] or None
    own = _of_its_kind(evidence, by_verb or found)
    if own:
        return own
    act = _HONOURS.search(question.said)
    if act and not any(act[0] in f"{one.verb}{one.text}" for one in found):
        return None
    singled = singled_out(evidence, kind, by_verb or found)
    if not singled and not (by_verb and literal):
        others = [one for one in found if GIVEN.search(one.text)] if question.verbs == ("appointed",) else found
        singled = singled_out(evidence, kind, others)
    if question.measure == "whether" and singled and all(one.kind in _UNDECIDED for one in singled):
        return None
    if singled:
        return singled
    specific = question.measure in {"target", "whether", "choice"} or question.negated
    if question.verbs == ("appointed",) and not by_verb:
        return None
    return None if specific and evidence.aspect else by_verb or found


def _of_its_kind(evidence: Evidence, found: list[Matter]) -> list[Matter]:
    """Those that are what the question calls them (哪些规定, 哪几部法), do what it says (免), or name whom it names."""
    said = evidence.question.said
    noun = _NOUN.search(said)
    kinds = [
        (lambda text: _is_a(noun[1], _BARE.sub("", text))) if noun else None,
        (lambda text: act[0] in text) if (act := _ACT.search(said)) else None,
        (lambda text: any(name in text for name in evidence.question.people)) if evidence.question.people else None,
    ]
    for fits in kinds:
        chosen = [one for one in found if fits is not None and fits(f"{one.text}")]
        if chosen and len(chosen) < len(found):
            return chosen
    return []


def _is_a(noun: str, text: str) -> bool:
    """Whether a matter is what a noun says; a decision that changes a law is law."""
    return text.endswith(noun) or (noun == "法" and _CHANGES.search(text) is not None)


_CHANGES = re.compile("修改.*法.*的决定|法修正案")
_NOUN = re.compile(
    "(?:哪些|哪几[个部项条份件]|什么|啥|哪[部个项条份件])(法|条例|规定|办法|规则|规划|细则|决议|名单|纲要|章程)(?!规|办|条|决|名|方|细)"
)
_ACT = re.compile("免|罢|撤|取消|表彰|授予|奖励")
_HONOURS = re.compile("表彰|授予|奖励")
_BARE = re.compile(r"[》〉）)”]+|[（(][^（）()]*$")
"""What stands behind the noun in a name: 《…条例（草案）》."""


def singled_out(evidence: Evidence, kind: Kind, found: list[Matter]) -> list[Matter]:
    """Those that hold most of the words asking; goals of a whole paragraph when no single one does."""
    if not found:
        return []
    for near in (NEAR_DECISION, NEAR_GOAL) if _broad(evidence, kind) else (NEAR_DECISION,):
        shares = [_share(evidence, one, near) for one in found]
        top = max(shares)
        if top >= LEAST:
            return [one for one, share in zip(found, shares, strict=True) if share >= NEARLY_BEST * top]
    return []


def _broad(evidence: Evidence, kind: Kind) -> bool:
    """Goals asked for by their subject (新型城镇化的目标), not by one figure."""
    return kind == "what_goals" and evidence.question.measure != "target"


def _by_verb(evidence: Evidence, found: list[Matter]) -> tuple[list[Matter], bool]:
    """Those under the verb that is asked with (增补, 核准), else under one of its kind; whether by the very verb."""
    said = evidence.question.said
    if evidence.question.negated:
        rejected = [one for one in found if REJECTED.search(one.verb)]
        return rejected or [one for one in found if REJECTED.search(_after(evidence, one))], bool(rejected)
    same = [one for one in found if any(part in said and part not in GENERIC for part in _pairs(one.verb))]
    told = {one.kind for one in same} if len(evidence.question.verbs) == 1 else set()
    stems = [stem for kind, stem in _STEMS.items() if kind in evidence.question.verbs and kind not in told]
    fit = [
        one
        for one in found
        if one in same
        or (one.kind in evidence.question.verbs and one.kind not in told)
        or any(stem in one.verb for stem in stems)
    ]
    return fit, bool(same)


_STEMS: dict[DecisionKind, str] = {"heard": "听", "reviewed": "审", "adopted": "通过", "arranged": "部署"}
"""What a verb holds that does two things at once: 听取审议 is heard and reviewed."""


def _after(evidence: Evidence, one: Matter) -> str:
    text = evidence.stored.report.text(one.at.span.para)
    stop = re.compile("[。；;]").search(text, one.at.span.end)
    return text[one.at.span.end : stop.start() if stop else len(text)][:_CLAUSE]


GENERIC = frozenset({"决定", "议定", "商定", "确定", "研究", "会议", "原则"})
"""Parts of verbs that say no more than that something was decided."""
REJECTED = re.compile("未获|未能?通过|不予|没有通过|否决|不通过|暂缓|未通过|缓议|搁置|撤回|退回|驳回")
_CLAUSE = 30


def _pairs(verb: str) -> list[str]:
    return [verb[at : at + 2] for at in range(len(verb) - 1)]


def _share(evidence: Evidence, one: Matter, near: float) -> float:
    """The share of the words asking that the matter holds; what only its paragraph holds counts `near` as much."""
    own = keys_in(f"{one.text} {one.detail} {one.verb}", evidence.aspect)
    around = keys_in(evidence.stored.report.text(one.at.span.para), evidence.aspect) - own
    weigh = evidence.aspect
    return sum(weigh[key] for key in own) / (sum(weigh.values()) or 1) + near * sum(weigh[key] for key in around) / (
        sum(weigh.values()) or 1
    )
