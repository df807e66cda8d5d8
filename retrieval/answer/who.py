"""Who chaired, attended, spoke, sat in or was absent; and whether somebody was there."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from data.records import Attendance, Role, Span
from retrieval.answer.forms import answered, refused
from retrieval.answer.narrowing import SENDER, best_mention, narrowed, sentence_at
from retrieval.answer.persons import OFFICE
from retrieval.answer.proofs import Proofs
from retrieval.answer.topic import topic
from retrieval.catalogue.grams import pairs
from retrieval.catalogue.sounds import name_key, skeleton
from retrieval.evidence.gather import NAME_WEIGHT, Evidence
from retrieval.records import Answer, Entry, Kind, NoAnswer

_BODY = re.compile(
    "(?:部门|部委|单位|地方|学校|公司|企业|国家?|机构|省份?|市|[区县]|地区|城市|街道|乡镇|社区|代表团|方面)$"
)
"""Nouns of bodies, not of people: which of them spoke is told by the passage."""
ROLES: dict[Kind, Role] = {"who_chaired": "chair", "who_spoke": "speak"}


def who(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    """The people asked for, each with the sentence that says so; groups where the report names only such."""
    question = evidence.question
    if _BODY.search(question.noun):
        return topic(_with_verb(evidence))
    if _ALONE.fullmatch(question.said) and evidence.aspect and not question.noun and not question.people:
        return topic(evidence)
    role = ROLES.get(kind) or question.role
    people = [one for one in evidence.stored.facts.attendance if _has(one, role)]
    if _NOT_CHAIR.search(question.text):
        people = [one for one in people if "chair" not in one.roles]
    if kind == "who_chaired":
        people = [one for one in people if _at_that_time(evidence, one)]
    if question.others:
        people = [one for one in people if one.name not in question.people]
    if kind != "who_chaired":
        people = narrowed(evidence, people, speaking=kind == "who_spoke")
    told = kind == "who_attended" and not SENDER.search(question.text)
    groups = [one for one in evidence.stored.facts.groups if told and _group_fits(one.role, role)]
    groups = [] if question.measure == "office" else groups
    if not people and not groups:
        return _bodies(evidence) if kind == "who_spoke" and question.noun else refused(evidence, kind)
    proofs = Proofs()
    entries = [_entry(evidence, proofs, one, told=kind == "who_spoke") for one in people]
    if not people or role == "observe":
        cited = ((group, proofs.cite(evidence.stored, group.at.span)) for group in groups)
        entries += [Entry("group", group.text, (n,), roles=(group.role,)) for group, n in cited]
    return answered(evidence, kind, proofs, entries=tuple(entries), names=tuple(one.name for one in people))


_ALONE = re.compile("是?(?:谁|哪位)")
"""Asking words that say of nobody that they attended: 指导老师是谁."""
_NOT_CHAIR = re.compile("除(?:了|去|开)?(?:会议)?主持")


def _at_that_time(evidence: Evidence, one: Attendance) -> bool:
    """Whether nothing says that somebody chaired at another time of the day than the one asked about."""
    asked = set(_TIME_OF_DAY.findall(evidence.question.text))
    told = set(_TIME_OF_DAY.findall(sentence_at(evidence.stored.report, one.at.span)))
    return not asked or not told or bool(asked & told)


_TIME_OF_DAY = re.compile("上午|下午|晚上")


def _bodies(evidence: Evidence) -> Answer | NoAnswer:
    """Where nobody of that kind is recorded by name: the sentence that lists them and says that they spoke."""
    spoke = None if _BY_NAME.search(evidence.question.said) else _SPOKEN.search(evidence.question.said)
    found = topic(_with_verb(evidence)) if spoke else None
    told = isinstance(found, Answer) and any(
        spoke[0] in one.quote and evidence.question.noun[-2:] in one.quote for one in found.citations if spoke
    )
    return found if told and found else refused(evidence, "who_spoke")


_BY_NAME = re.compile("谁|名字|叫")
_SPOKEN = re.compile("发言|讲话|致辞|汇报|报告|述职|表态")


def _with_verb(evidence: Evidence) -> Evidence:
    """The evidence with the verb asked with among the words that a passage should hold."""
    verbs = dict.fromkeys(pairs(" ".join(_SPOKEN.findall(evidence.question.said))).tolist(), NAME_WEIGHT)
    return replace(evidence, topic=evidence.topic | verbs)


def was_there(evidence: Evidence) -> Answer | NoAnswer:
    """Whether the people named took part, in the role asked about; no is said by the passage on who was there."""
    asked = asked_about(evidence)
    role = evidence.question.role
    there = [one for one in asked if _has(one, role)]
    proofs = Proofs()
    wanted = max(1, len(evidence.question.subject))
    if there and len(there) >= wanted:
        entries = tuple(_entry(evidence, proofs, one, told=False) for one in there)
        return answered(evidence, "did_attend", proofs, entries=entries, value=True)
    if not asked and role is None:
        told = [span for name in evidence.question.people for span in _told_there(evidence, name)[:1]]
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


def _told_there(evidence: Evidence, name: str) -> list[Span]:
    """Where a list of names with this one is said to have come, though nobody is recorded under it."""
    listed = re.compile(
        rf"(?<![㐀-鿿]){re.escape(name)}(?:[、和及与][㐀-鿿·]{{2,6}}){{0,12}}(?:等|同志|先生|女士|也|还|应邀|一同){{0,3}}{_CAME}"
        rf"|(?<=[、和及与]){re.escape(name)}(?:[、和及与][㐀-鿿·]{{2,6}}){{0,12}}(?:等|同志|先生|女士|也|还|应邀|一同){{0,3}}{_CAME}"
    )
    paras = enumerate(evidence.stored.report.paras)
    return [Span(para, found.start(), found.end()) for para, text in paras for found in listed.finditer(text)]


_CAME = "(?:出席|参加|列席|到会|与会|主持|致辞|讲话|发言)"


def asked_about(evidence: Evidence) -> list[Attendance]:
    """The recorded people whom the question names, wholly, in part (阿不都拉) or by sound."""
    names = evidence.question.subject or evidence.question.people
    found = [one for one in evidence.stored.facts.attendance if one.name in names]
    if found or names:
        return found
    text = evidence.question.text.replace("·", "")
    spelled = "".join(char for char in text.lower() if char.isascii() and char.isalpha())
    parts = [one for one in evidence.stored.facts.attendance if _in_part(one.name, text, spelled)]
    return parts or sounding(evidence) or _in_office(evidence)


def _in_office(evidence: Evidence) -> list[Attendance]:
    """The recorded people who hold the office by which somebody is asked about: 社长讲话了没."""
    asked = set(OFFICE.findall(_office_before(evidence)))
    return [one for one in evidence.stored.facts.attendance if asked & set(OFFICE.findall(one.title))]


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


def _has(one: Attendance, role: Role | None) -> bool:
    """No role asked about: everyone but the absent."""
    return role in one.roles if role else set(one.roles) != {"absent"}


def _group_fits(group: Role, asked: Role | None) -> bool:
    return group == asked if asked else group != "absent"


def _entry(evidence: Evidence, proofs: Proofs, one: Attendance, *, told: bool) -> Entry:
    """One person; `told` cites where they are told to do what is asked, not where they are first named."""
    span = best_mention(evidence, one) if told else one.at.span
    cites = (proofs.cite(evidence.stored, span),)
    return Entry("person", one.name, cites, one.title, one.roles, report=evidence.stored.report.id)


def _in_part(name: str, text: str, spelled: str) -> bool:
    parts = [part for part in (name.replace("·", ""), *name.split("·")) if len(part) > 1]
    return any(part in text for part in parts) or (len(name_key(name)) > 4 and name_key(name) in spelled)


def _denial(evidence: Evidence, proofs: Proofs, asked: Iterable[Attendance]) -> Iterable[Entry]:
    """What says no: that they were absent or had another part; where they are only mentioned; else who was there."""
    recorded = [_entry(evidence, proofs, one, told=False) for one in asked]
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
