"""What was decided, what was on the agenda, what goals were set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from data.facts.sentences import Stretch, clauses
from data.records import OUTCOMES, DecisionKind, Span
from data.records import Evidence as Proof
from retrieval.answer.forms import answered, refused
from retrieval.answer.persons import OFFICE
from retrieval.answer.proofs import Proofs
from retrieval.answer.topic import passages
from retrieval.evidence.expected import Need
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import keys_in, sentences_of, share_in
from retrieval.evidence.sections import conclusions
from retrieval.numerals import ordinals
from retrieval.question.dates import moments
from retrieval.records import Answer, Entry, Kind, NoAnswer

LEAST = 0.35
"""Share of the words asking within a meeting that a matter must hold to be the one asked about."""
NEARLY_BEST = 0.6
NEAR_DECISION, NEAR_GOAL = 0.25, 0.9
"""Of a word's weight, what a matter earns when only its paragraph holds the word; goals are told of by paragraphs."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A decision, agenda item or goal as it may be answered."""

    text: str
    at: Proof
    kind: str
    verb: str = ""
    detail: str = ""
    owner: str = ""


def matters(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    """The matters asked for; only those that the question's further words single out, when they do."""
    found = of_kind(evidence, kind)
    if kind != "what_goals":
        found = by_people(evidence, found)
    chosen = _narrowed(evidence, kind, found) if found else None
    if chosen is None:
        return in_passages(evidence, kind)
    told = _listed(evidence, kind, chosen)
    agenda = [one for one in of_kind(evidence, "what_agenda") if one.kind not in OUTCOMES]
    if not agenda or not _broad_decisions(evidence, kind):
        return told
    return replace(told, further=(_listed(evidence, "what_agenda", agenda),))


def _listed(evidence: Evidence, kind: Kind, chosen: Sequence[Matter]) -> Answer:
    proofs = Proofs()
    entries = tuple(entry(evidence, proofs, one) for one in chosen)
    return answered(evidence, kind, proofs, entries=entries)


def _broad_decisions(evidence: Evidence, kind: Kind) -> bool:
    """Whether all that was decided is asked for: then what was heard and studied is told after it, set apart."""
    question = evidence.question
    specific = evidence.aspect or question.people or question.measure or question.negated
    return kind == "what_decided" and question.kinds == (kind,) and not specific and question.verbs in _PLAIN


_PLAIN: tuple[tuple[DecisionKind, ...], ...] = ((), ("adopted",))


def entry(evidence: Evidence, proofs: Proofs, one: Matter) -> Entry:
    """A matter as a line of the answer."""
    cites = [proofs.cite(evidence.stored, one.at.span)]
    if one.kind in OUTCOMES:
        lines = conclusions(evidence.stored.report, one.at.span.para)
        cites += [proofs.cite(evidence.stored, Span(line, 0, 1)) for line in lines[:1]]
    return Entry("item", one.text, tuple(cites), one.detail, kind=one.kind, verb=one.verb)


def of_kind(evidence: Evidence, kind: Kind) -> list[Matter]:
    """The report's goals, outcomes or agenda; of the other side those under a kind of verb that is asked about."""
    if kind == "what_goals":
        return [
            Matter(goal.text, goal.at, goal.hardness, detail=goal.deadline or goal.quantity or "")
            for goal in evidence.stored.facts.goals
        ]
    side = kind == "what_decided"
    verbs = ALL if evidence.question.measure == "whether" else () if side else evidence.question.verbs
    return [
        Matter(one.object, one.at, one.kind, one.verb, one.vote or one.deadline or "", one.owner or "")
        for one in evidence.stored.facts.decisions
        if (one.kind in OUTCOMES) == side or one.kind in verbs
    ]


_UNDECIDED = frozenset({"heard", "studied", "arranged"})
ALL: tuple[DecisionKind, ...] = ("adopted", "decided", "appointed", "reviewed", "heard", "studied", "arranged")


def by_people(evidence: Evidence, found: list[Matter]) -> list[Matter]:
    """Only what the people named reported, when the text says who reported what."""
    names = evidence.question.people
    if not names:
        return found
    told = told_by(evidence, found)
    strict = bool(_SAID.search(evidence.question.said)) and _not_chair(evidence)
    return told if told or strict else found


_SAID = re.compile("讲|说|谈|发言|汇报|提")


def _not_chair(evidence: Evidence) -> bool:
    """Whether none of the people named chaired: what the chair said is told as the meeting's."""
    chairs = {one.name for one in evidence.stored.facts.attendance if "chair" in one.roles}
    return not chairs & set(evidence.question.people)


def told_by(evidence: Evidence, found: list[Matter]) -> list[Matter]:
    """Those of which the text names one of the question's people as the reporter."""
    tellers = _tellers(evidence, found)
    return [one for one, teller in zip(found, tellers, strict=True) if teller in evidence.question.people]


def _tellers(evidence: Evidence, found: Sequence[Matter]) -> list[str]:
    """For each matter the person last named before it in its paragraph: 听取了A作的关于…的汇报、关于…的汇报."""
    people = {one.name for one in evidence.stored.facts.attendance} | set(evidence.question.people)
    tellers = []
    for one in found:
        before = evidence.stored.report.text(one.at.span.para)[: one.at.span.start]
        sentence = before[before.rfind("。") + 1 :]
        placed = max(((sentence.rfind(name), name) for name in people), default=(-1, ""))
        alone = sum(other.at.span.para == one.at.span.para for other in found) == 1
        after = _teller_after(evidence, one, people) if alone else ""
        tellers.append(one.owner or (placed[1] if placed[0] >= 0 else after))
    return tellers


def _teller_after(evidence: Evidence, one: Matter, people: set[str]) -> str:
    """Who is named behind the only matter of a paragraph, as in a sentence of its own (某某作了说明)."""
    rest = evidence.stored.report.text(one.at.span.para)[one.at.span.end :]
    placed = [(rest.find(name), name) for name in people if name in rest]
    return min(placed)[1] if placed else ""


def _narrowed(evidence: Evidence, kind: Kind, found: list[Matter]) -> list[Matter] | None:
    """What the question singles out by its words, or by its verb; None where it asks for one thing and none fits."""
    question = evidence.question
    by_verb, literal = _by_verb(evidence, found)
    offices = set(OFFICE.findall(evidence.focus)) if question.verbs == ("appointed",) else set()
    if offices:
        held = [one for one in by_verb or found if offices & set(OFFICE.findall(one.text))]
        given = [one for one in held if one.kind == "appointed"]
        return [one for one in given if _GIVEN.search(one.text)] or None
    singled = _singled(evidence, kind, by_verb or found)
    if not singled and not (by_verb and literal):
        others = [one for one in found if _GIVEN.search(one.text)] if question.verbs == ("appointed",) else found
        singled = _singled(evidence, kind, others)
    if question.measure == "whether" and singled and all(one.kind in _UNDECIDED for one in singled):
        return None
    if singled:
        return singled
    specific = question.measure in {"target", "whether"} or question.negated
    return None if specific and evidence.aspect else by_verb or found


def _singled(evidence: Evidence, kind: Kind, found: list[Matter]) -> list[Matter]:
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
        rejected = [one for one in found if _REJECTED.search(one.verb)]
        return rejected or [one for one in found if _REJECTED.search(_after(evidence, one))], bool(rejected)
    same = [one for one in found if any(part in said and part not in GENERIC for part in _pairs(one.verb))]
    told = {one.kind for one in same}
    fit = [one for one in found if one in same or (one.kind in evidence.question.verbs and one.kind not in told)]
    return fit, bool(same)


def _after(evidence: Evidence, one: Matter) -> str:
    text = evidence.stored.report.text(one.at.span.para)
    stop = re.compile("[。；;]").search(text, one.at.span.end)
    return text[one.at.span.end : stop.start() if stop else len(text)][:_CLAUSE]


GENERIC = frozenset({"决定", "议定", "商定", "确定", "研究", "会议", "原则"})
"""Parts of verbs that say no more than that something was decided."""
_REJECTED = re.compile("未获|未能?通过|不予|没有通过|否决|不通过|暂缓|未通过")
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


def in_passages(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    """The clause that says it, where no fact was extracted from it."""
    specific = (
        evidence.question.measure in {"target", "whether"}
        or kind == "what_agenda"
        or "where" in evidence.question.kinds
    )
    if "appointed" in evidence.question.verbs:
        found = passages(evidence, partial(_appoints, frozenset(OFFICE.findall(evidence.focus))))
    elif evidence.aspect and specific:
        found = passages(evidence, _needed(evidence, kind))
    else:
        found = []
    if not found:
        return refused(evidence, kind)
    proofs = Proofs()
    first = found[0]
    cites = (proofs.cite_piece(evidence.stored, first),)
    entries = (
        Entry("item", _clause(evidence, first.text), cites, kind="soft" if kind == "what_goals" else "reviewed"),
    )
    return answered(evidence, kind, proofs, entries=entries)


def _needed(evidence: Evidence, kind: Kind) -> Need | None:
    """What the passage must hold: the state reached, a figure, an outcome, the speaker's words."""
    question = evidence.question
    if question.measure == "target":
        wanted = _STATE if _MANNER.search(question.said) else _FIGURE
        return lambda passage: bool(wanted.search(passage))
    if question.measure == "whether":
        return lambda passage: bool(_OUTCOME.search(passage))
    if kind == "what_agenda" and question.people and _SAID.search(question.said):
        names = "|".join(map(re.escape, question.people))
        return lambda passage: bool(
            re.search(rf"(?:{names}).{{0,12}}(?:指出|表示|强调|说|提|介绍|汇报|认为|建议|：)", passage)
        )
    return None


_MANNER = re.compile("什么样|啥样")
_STATE = re.compile("建成|成为|形成|打造")
_OUTCOME = re.compile("通过|批准|表决|同意|否决|再议|暂缓|修改后|不予|未获|延期")


def _clause(evidence: Evidence, sentence: str) -> str:
    """Of a long sentence the clause that holds most of what is asked, the whole of a short one."""
    if len(sentence) <= _LONG:
        return sentence
    pieces = [one.text.strip("，,；;。：: ") for one in clauses(Stretch(sentence, 0))]
    return max(pieces, key=lambda text: share_in(text, evidence.topic))


_LONG = 60


def _appoints(offices: frozenset[str], passage: str) -> bool:
    """Whether the passage gives somebody one of the offices; with none asked for, none does."""
    return bool(offices & set(OFFICE.findall(passage))) and bool(_GIVEN.search(passage))


_GIVEN = re.compile("为(?!.{0,3}的)|当选|出任|担任")
_FIGURE = re.compile(r"\d|[一二三四五六七八九十百千万亿]+[个座处家项条年月日%]|建成|成为|实现")


def dated_matters(evidence: Evidence) -> Answer | None:
    """The matter whose day or deadline is asked for, rather than the meeting's own day; None where none is meant."""
    options = [one for kind in _INNER for one in of_kind(evidence, kind)]
    numbered = _numbered(evidence, options)
    total = sum(evidence.aspect.values())
    if numbered is None and total < LEAST_ASPECT:
        return None
    options += _dated_sentences(evidence)
    dated = [one for one in options if _DAY.search(f"{one.text} {one.detail}")]
    shares = [share_in(one.text, evidence.aspect) for one in dated]
    top = max(shares, default=0.0)
    if numbered is None and top < LEAST_INNER:
        return None
    one = numbered or dated[shares.index(top)]
    proofs = Proofs()
    line = entry(evidence, proofs, one)
    told = answered(evidence, "what_goals" if one.kind in _GOALS else "what_decided", proofs, entries=(line,))
    day = day_of(evidence, f"{one.detail} {one.text}")
    if day is None:
        return told
    fact = Entry("fact", day, line.cites)
    return replace(answered(evidence, "when", proofs, date=day, entries=(fact,)), further=(told,))


def _dated_sentences(evidence: Evidence) -> list[Matter]:
    """Sentences that name a day, as matters: a day may be told beside the matter itself."""
    return [
        Matter(piece.text, Proof(Span(piece.para, piece.start, piece.end), "sentence"), "soft")
        for piece in sentences_of(evidence.stored.report)
        if _DAY.search(piece.text) and not _TOLD_AT.match(piece.text)
    ]


_TOLD_AT = re.compile(r"央视网消息|本报讯|.{0,12}[（(](?:记者|通讯员)|\d{1,2}月\d{1,2}日|近日")


def _numbered(evidence: Evidence, options: Sequence[Matter]) -> Matter | None:
    """The matter about another meeting, by whose ordinal (第八次会议定在哪天) the question asks."""
    other = evidence.question.counts - ordinals(evidence.card.name)
    fit = (one for one in options if other and evidence.question.counts <= ordinals(one.text) and _DAY.search(one.text))
    return next(fit, None)


def day_of(evidence: Evidence, text: str) -> str | None:
    """The first full day in `text`, in the year that suits the meeting's; None where it names none."""
    held = evidence.card.day or evidence.card.published or evidence.today
    exact = [moment for moment in moments(_SLASHED.sub(r"\1月\2日", text), held) if moment.exact]
    if not exact:
        return None
    day = exact[0].period.start
    if exact[0].bare and (held - day).days > _LOOKS_BACK:
        day = day.replace(year=day.year + 1)
    return day.isoformat()


_GOALS = frozenset({"hard", "named", "soft"})
_INNER: tuple[Kind, ...] = ("what_decided", "what_goals")
_DAY = re.compile(r"\d\s*[月日号]|[年季月周]?底?前|\d/\d|汛前")
_SLASHED = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])/([0-3]?\d)(?!\d)")
_LOOKS_BACK = 60
"""Days: a meeting that names a day further back than this means the one to come."""
LEAST_INNER = 0.55
LEAST_ASPECT = 5.0


def figure(evidence: Evidence) -> Answer | NoAnswer:
    """The decision or goal that gives the figure asked for without a noun (下泄流量定了多少)."""
    options = [one for kind in _INNER for one in of_kind(evidence, kind) if _FIGURE.search(f"{one.text} {one.detail}")]
    singled = _singled(evidence, "what_decided", options) if options and evidence.aspect else []
    if not singled:
        return in_passages(replace(evidence, question=replace(evidence.question, measure="target")), "what_decided")
    proofs = Proofs()
    return answered(evidence, "what_decided", proofs, entries=tuple(entry(evidence, proofs, one) for one in singled))
