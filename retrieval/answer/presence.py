"""Whether somebody was there, in the role asked about: by the record, by the text itself, else who was there."""

import re
from collections import Counter
from collections.abc import Iterable

from data.records import Attendance, Span
from retrieval.answer.bodies import UNIT
from retrieval.answer.forms import answered, refused
from retrieval.answer.listed import told_there
from retrieval.answer.persons import OFFICE
from retrieval.answer.proofs import Proofs
from retrieval.answer.who import has_role, person_entry
from retrieval.catalogue.sounds import name_key, skeleton
from retrieval.evidence.gather import Evidence
from retrieval.records import Answer, Entry, NoAnswer


def was_there(evidence: Evidence) -> Answer | NoAnswer:
    """Whether the people named took part, in the role asked about; no is said by the passage on who was there."""
    asked = asked_about(evidence)
    role = evidence.question.role
    there = [one for one in asked if has_role(one, role)]
    proofs = Proofs()
    wanted = max(1, len(evidence.question.subject))
    if there and len(there) >= wanted:
        entries = tuple(person_entry(evidence, proofs, one, told=False) for one in there)
        return answered(evidence, "did_attend", proofs, entries=entries, value=True)
    if not asked:
        told = [span for name in names_asked(evidence) for span in told_there(evidence, name)[:1]]
        if told and len(told) >= wanted:
            lines = tuple(Entry("passage", "", (proofs.cite(evidence.stored, span),)) for span in told)
            return answered(evidence, "did_attend", proofs, entries=lines, value=True)
    entries = tuple(_denial(evidence, proofs, asked))
    nobody = not asked and not names_asked(evidence) and not evidence.question.strangers
    if not entries or (nobody and _office_before(evidence)):
        return refused(evidence, "did_attend")
    return answered(evidence, "did_attend", proofs, entries=entries, value=False)


def names_asked(evidence: Evidence) -> tuple[str, ...]:
    """Who is asked about, as the question names them."""
    return evidence.question.subject or evidence.question.people


def asked_about(evidence: Evidence) -> list[Attendance]:
    """The recorded people whom the question names, wholly, in part (阿不都拉) or by sound."""
    names = evidence.question.subject or evidence.question.people
    found = [one for one in evidence.stored.facts.attendance if one.name in names]
    if found or names:
        return found
    text = evidence.question.text.replace("·", "")
    spelled = "".join(char for char in text.lower() if char.isascii() and char.isalpha())
    parts = [one for one in evidence.stored.facts.attendance if _in_part(one.name, text, spelled)]
    return parts or sounding(evidence) or _in_office(evidence) or _of_unit(evidence)


def _in_office(evidence: Evidence) -> list[Attendance]:
    """The recorded people who hold the office by which somebody is asked about: 社长讲话了没."""
    asked = set(OFFICE.findall(_office_before(evidence)))
    return [one for one in evidence.stored.facts.attendance if asked & set(OFFICE.findall(one.title))]


def _of_unit(evidence: Evidence) -> list[Attendance]:
    """The recorded people who came from the body that is asked about: 水务局来人了吗."""
    unit = _unit_before(evidence)
    written = [evidence.question.text, *(long for short, long in evidence.question.synonyms if short == unit)]
    names = {unit, *written[1:]} - {""}
    return [one for one in evidence.stored.facts.attendance if any(name in one.title for name in names)]


def _unit_before(evidence: Evidence) -> str:
    """The body right before the asking words; "" for none."""
    at = evidence.question.text.find(evidence.question.said.split(" ")[0])
    found = _UNIT.search(evidence.question.text[:at]) if at > 0 else None
    return found[1] if found else ""


_UNIT = re.compile(
    rf"(?:^|[^㐀-鿿]|会议?[上里]?)((?:(?!会)[㐀-鿿]){{1,12}}{UNIT})(?:的?(?:人|代表|领导|负责人))?[也都有]?$"
)


def _office_before(evidence: Evidence) -> str:
    """The office right before the asking words; "" for none (校长办公会某某来了没)."""
    said = re.escape(evidence.question.said.split(" ")[0])
    found = re.search(rf"{OFFICE.pattern}(?=[^，。\s]{{0,4}}{said})", evidence.question.text)
    return found[0] if found else ""


def sounding(evidence: Evidence) -> list[Attendance]:
    """The recorded people whose name sounds like a Latin word of the question: Lindna for 林德纳."""
    heard = {skeleton(word) for word in re.findall(r"[A-Za-z]{4,}", evidence.question.focus)}
    names = evidence.stored.facts.attendance
    return [one for one in names if {skeleton(part) for part in one.name.split("·")} & {h for h in heard if len(h) > 2}]


def _in_part(name: str, text: str, spelled: str) -> bool:
    parts = [part for part in (name.replace("·", ""), *name.split("·")) if len(part) > 1]
    return any(part in text for part in parts) or (len(name_key(name)) > 4 and name_key(name) in spelled)


def _denial(evidence: Evidence, proofs: Proofs, asked: Iterable[Attendance]) -> Iterable[Entry]:
    """What says no: that they were absent or had another part; where they are only mentioned; else who was there."""
    recorded = [person_entry(evidence, proofs, one, told=False) for one in asked]
    if recorded:
        return recorded
    mentioned = _mention(evidence)
    spans = [mentioned] if mentioned else _attendance_passages(evidence)
    return [Entry("passage", "", (proofs.cite(evidence.stored, span),)) for span in spans]


def _attendance_passages(evidence: Evidence) -> list[Span]:
    """Where most people are recorded; the opening when nobody is."""
    first: dict[int, Span] = {}
    counted = Counter(one.at.span.para for one in evidence.stored.facts.attendance)
    for one in evidence.stored.facts.attendance:
        first.setdefault(one.at.span.para, one.at.span)
    most = max(counted, key=lambda para: (counted[para], -para), default=None)
    if most is None:
        return [Span(0, 0, 1)] * bool(evidence.stored.report.paragraphs)
    return [first[most]]


def _mention(evidence: Evidence) -> Span | None:
    """Where somebody is spoken of who is recorded nowhere: in a sentence or a heading, not in a label (抄送：某某)."""
    for name in evidence.question.subject or evidence.question.people:
        for para, text in enumerate(evidence.stored.report.paras):
            if name in text and ("。" in text or not _LABEL.search(text[: text.index(name)])):
                return Span(para, text.index(name), text.index(name) + len(name))
    return None


_LABEL = re.compile("[：:]")
