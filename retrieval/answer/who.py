"""Who chaired, attended, spoke, sat in or was absent."""

import re
from dataclasses import replace

from data.records import Attendance, Role
from retrieval.answer.bodies import bodies
from retrieval.answer.forms import answered, refused
from retrieval.answer.mentioned import best_mention, sentence_at
from retrieval.answer.narrowing import SENDER, SENT, narrowed
from retrieval.answer.persons import OFFICE
from retrieval.answer.proofs import Proofs
from retrieval.answer.sittings import of_sitting
from retrieval.answer.topic import topic
from retrieval.catalogue.grams import pairs
from retrieval.evidence.gather import NAME_WEIGHT, Evidence
from retrieval.evidence.pieces import sentences_of
from retrieval.records import Answer, Entry, Kind, NoAnswer

_BODY = re.compile(
    "(?:部门|部委|单位|地方|学校|公司|企业|国家?|机构|省份?|市|[区县]|地区|城市|街道|乡镇|社区|代表团|方面)$"
)
"""Nouns of bodies, not of people: which of them spoke is told by the passage."""
_PERSONS = re.compile("人|谁|哪[几两三些]?位")
ROLES: dict[Kind, Role] = {"who_chaired": "chair", "who_spoke": "speak"}


def who(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    """The people asked for, each with the sentence that says so; groups where the report names only such."""
    question = evidence.question
    if _BODY.search(question.noun) and not _PERSONS.search(question.said):
        came = bodies(evidence) if kind == "who_attended" else None
        return came or topic(_with_verb(evidence))
    if _ALONE.fullmatch(question.said) and not question.noun and not question.people:
        return topic(evidence) if evidence.aspect else refused(evidence, kind)
    role = ROLES.get(kind) or question.role
    people = [one for one in evidence.stored.facts.attendance if has_role(one, role)]
    if _NOT_CHAIR.search(question.text):
        people = [one for one in people if "chair" not in one.roles]
    if kind == "who_chaired":
        people = of_sitting(evidence, [one for one in people if _at_that_time(evidence, one)])
    if question.others:
        people = [one for one in people if one.name not in question.people]
    if kind != "who_chaired":
        people = narrowed(evidence, people, speaking=kind == "who_spoke")
    told = kind == "who_attended" and not (SENDER.search(question.text) or SENT.search(question.text))
    groups = [one for one in evidence.stored.facts.groups if told and _group_fits(one.role, role)]
    groups = [] if question.measure == "office" or _AN_OFFICE.search(question.noun) else groups
    if not people and not groups and role in _SAID_SO and (said_so := _in_so_many_words(evidence, role)) is not None:
        return said_so
    if not people and not groups:
        return _bodies(evidence) if kind == "who_spoke" and question.noun else refused(evidence, kind)
    proofs = Proofs()
    entries = [person_entry(evidence, proofs, one, told=kind == "who_spoke") for one in people]
    if not people or role == "observe":
        cited = ((group, proofs.cite(evidence.stored, group.at.span)) for group in groups)
        entries += [Entry("group", group.text, (n,), roles=(group.role,)) for group, n in cited]
    return answered(evidence, kind, proofs, entries=tuple(entries), names=tuple(one.name for one in people))


_AN_OFFICE = re.compile(f"(?:{OFFICE.pattern})$")
_ALONE = re.compile("是?(?:谁|哪位)")
"""Asking words that say of nobody that they attended: 指导老师是谁."""
_NOT_CHAIR = re.compile("除(?:了|去|开)?(?:会议)?主持")


def _at_that_time(evidence: Evidence, one: Attendance) -> bool:
    """Whether nothing says that somebody chaired at another time of the day than the one asked about."""
    asked = set(_TIME_OF_DAY.findall(evidence.question.text))
    told = set(_TIME_OF_DAY.findall(sentence_at(evidence.stored.report, one.at.span)))
    return not asked or not told or bool(asked & told)


_TIME_OF_DAY = re.compile("上午|下午|晚上")


def _in_so_many_words(evidence: Evidence, role: Role) -> Answer | None:
    """The sentences that say who was not there, or sat in, where nobody is recorded so."""
    proofs = Proofs()
    found = [one for one in sentences_of(evidence.stored.report) if _SAID_SO[role].search(one.text)]
    entries = tuple(Entry("passage", one.text, (proofs.cite_piece(evidence.stored, one),)) for one in found[:_MOST])
    return answered(evidence, "topic", proofs, entries=entries, text=found[0].text) if found else None


_SAID_SO: dict[Role, re.Pattern[str]] = {
    "absent": re.compile("缺席|请假|告假|(?:未能?|没有?)(?:亲自)?(?:出席|参加|到会|与会|列席)|代为(?:表决|出席)"),
    "observe": re.compile("列席|旁听"),
}
_MOST = 3


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


def has_role(one: Attendance, role: Role | None) -> bool:
    """No role asked about: everyone but the absent."""
    return role in one.roles if role else set(one.roles) != {"absent"}


def _group_fits(group: Role, asked: Role | None) -> bool:
    return group == asked if asked else group != "absent"


def person_entry(evidence: Evidence, proofs: Proofs, one: Attendance, *, told: bool) -> Entry:
    """One person; `told` cites where they are told to do what is asked, not where they are first named."""
    span = best_mention(evidence, one) if told else one.at.span
    cites = (proofs.cite(evidence.stored, span),)
    return Entry("person", one.name, cites, one.title, one.roles, report=evidence.stored.report.id)
