"""Who chaired, attended, spoke, sat in or was absent; and whether somebody was there."""

from collections.abc import Callable, Iterable, Sequence

from data.records import Attendance, Role, Span
from retrieval.answer.forms import answered, refused
from retrieval.answer.proofs import Proofs
from retrieval.catalogue.sounds import name_key
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import share_in
from retrieval.records import Answer, Entry, Kind, NoAnswer

PART_OF_TITLE = 0.5
"""Share of the words asking within a meeting that a person's office must hold for 哪些X to mean X."""
PART_OF_CLAUSE = 0.45
"""The same for the words around the name (谁汇报的X)."""
NEARLY_BEST = 0.75
ROLES: dict[Kind, Role] = {"who_chaired": "chair", "who_spoke": "speak"}


def who(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    """The people asked for, each with the sentence that says so; groups where the report names only such."""
    question = evidence.question
    role = ROLES.get(kind) or question.role
    people = [one for one in evidence.stored.facts.attendance if _has(one, role)]
    if question.others:
        people = [one for one in people if one.name not in question.people]
    people = _narrowed(evidence, people, by_clause=kind != "who_attended")
    groups = [
        group for group in evidence.stored.facts.groups if kind == "who_attended" and _group_fits(group.role, role)
    ]
    if not people and not groups:
        return refused(evidence, kind)
    proofs = Proofs()
    entries = [_entry(evidence, proofs, one) for one in people]
    if not people or question.role == "observe" or not question.noun:
        entries += [
            Entry("group", group.text, (proofs.cite(evidence.stored, group.at.span),), roles=(group.role,))
            for group in groups
        ]
    return answered(evidence, kind, proofs, entries=tuple(entries), names=tuple(one.name for one in people))


def was_there(evidence: Evidence) -> Answer | NoAnswer:
    """Whether the people named took part, in the role asked about; no is said by the passage on who was there."""
    asked = _asked_about(evidence)
    role = evidence.question.role
    there = [one for one in asked if _has(one, role)]
    proofs = Proofs()
    wanted = max(1, len(evidence.question.people))
    if there and len(there) >= min(wanted, len(asked) or 1) and len(asked) >= wanted:
        entries = tuple(_entry(evidence, proofs, one) for one in there)
        return answered(evidence, "did_attend", proofs, entries=entries, value=True)
    entries = tuple(_denial(evidence, proofs, asked))
    if not entries:
        return refused(evidence, "did_attend")
    return answered(evidence, "did_attend", proofs, entries=entries, value=False)


def _has(one: Attendance, role: Role | None) -> bool:
    """No role asked about: everyone but the absent."""
    return role in one.roles if role else set(one.roles) != {"absent"}


def _group_fits(group: Role, asked: Role | None) -> bool:
    return group == asked if asked else group != "absent"


def _entry(evidence: Evidence, proofs: Proofs, one: Attendance) -> Entry:
    cites = [proofs.cite(evidence.stored, one.at.span)]
    if one.title_at and one.title_at.para != one.at.span.para:
        cites.append(proofs.cite(evidence.stored, one.title_at))
    return Entry("person", one.name, tuple(cites), one.title, one.roles, report=evidence.stored.report.id)


def _narrowed(evidence: Evidence, people: list[Attendance], *, by_clause: bool) -> list[Attendance]:
    """Only those whose office, or the clause that names them, holds what the question adds to the meeting's name."""
    if not evidence.aspect or len(people) < 2:
        return people
    by_title = _best(people, lambda one: share_in(one.title, evidence.aspect), PART_OF_TITLE)
    if by_title or not by_clause:
        return by_title or people
    return _best(people, lambda one: share_in(_around(evidence, one), evidence.aspect), PART_OF_CLAUSE) or people


def _best(people: Sequence[Attendance], share: Callable[[Attendance], float], least: float) -> list[Attendance]:
    shares = [share(one) for one in people]
    top = max(shares)
    return [one for one, s in zip(people, shares, strict=True) if s >= NEARLY_BEST * top] if top >= least else []


def _around(evidence: Evidence, one: Attendance) -> str:
    """The words by which a person's parts are told: from each place that names them to the next person's."""
    spans = [one.at.span, *(more.span for more in one.also_at)]
    return " ".join(_stretch(evidence, span) for span in spans)


def _stretch(evidence: Evidence, span: Span) -> str:
    text = evidence.stored.report.text(span.para)
    others = [
        other.at.span.start
        for other in evidence.stored.facts.attendance
        if other.at.span.para == span.para and other.at.span.start > span.start
    ]
    stop = min(others, default=len(text))
    end = text.find("。", span.end)
    return text[span.start : min(stop, end if end >= 0 else len(text))]


def _asked_about(evidence: Evidence) -> list[Attendance]:
    """The recorded people whom the question names, wholly, in part (阿不都拉) or by sound."""
    text = evidence.question.text.replace("·", "")
    spelled = "".join(char for char in text.lower() if char.isascii() and char.isalpha())
    names = evidence.question.people
    found = [one for one in evidence.stored.facts.attendance if one.name in names]
    return found or [one for one in evidence.stored.facts.attendance if _in_part(one.name, text, spelled)]


def _in_part(name: str, text: str, spelled: str) -> bool:
    parts = [part for part in (name.replace("·", ""), *name.split("·")) if len(part) > 1]
    return any(part in text for part in parts) or (len(name_key(name)) > 4 and name_key(name) in spelled)


def _denial(evidence: Evidence, proofs: Proofs, asked: Iterable[Attendance]) -> Iterable[Entry]:
    """What says no: that they were absent or had another part; where they are only mentioned; else who was there."""
    asked = list(asked)
    if asked:
        return [_entry(evidence, proofs, one) for one in asked]
    mentioned = _mention(evidence)
    if mentioned is not None:
        return [Entry("passage", "", (proofs.cite(evidence.stored, mentioned),))]
    spans = dict.fromkeys(one.at.span.para for one in evidence.stored.facts.attendance)
    firsts = [next(o.at.span for o in evidence.stored.facts.attendance if o.at.span.para == para) for para in spans]
    return [Entry("passage", "", (proofs.cite(evidence.stored, span),)) for span in firsts[:2]] or [
        Entry("passage", "", (proofs.cite(evidence.stored, Span(0, 0, 1)),)) for _ in evidence.stored.report.paras[:1]
    ]


def _mention(evidence: Evidence) -> Span | None:
    for name in evidence.question.people:
        for para, text in enumerate(evidence.stored.report.paras):
            if name in text:
                return Span(para, text.index(name), text.index(name) + len(name))
    return None
