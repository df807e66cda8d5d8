"""Evidence → Answer or NoAnswer: each thing asked by its own rule, in the order asked."""

import re
from collections.abc import Callable
from dataclasses import replace

from retrieval.answer.ballots import ballots
from retrieval.answer.beyond import beyond
from retrieval.answer.chosen import chosen
from retrieval.answer.counting import count
from retrieval.answer.due import due
from retrieval.answer.figures import checked
from retrieval.answer.forms import refused
from retrieval.answer.holder import holder
from retrieval.answer.labelled import labelled
from retrieval.answer.listing import meetings, most_present
from retrieval.answer.matters import matters
from retrieval.answer.offices import office
from retrieval.answer.particulars import when, where
from retrieval.answer.presence import was_there
from retrieval.answer.topic import topic
from retrieval.answer.who import who
from retrieval.answer.whose import teller, told_by_another, unheard_of
from retrieval.evidence.gather import Evidence
from retrieval.evidence.naming import naming
from retrieval.records import Answer, Kind, NoAnswer

Rule = Callable[[Evidence], Answer | NoAnswer]


def compose(evidence: Evidence) -> Answer | NoAnswer:
    """The answer to the first thing asked, with the further ones in it."""
    first, *rest = (_one(evidence, kind) for kind in evidence.question.kinds)
    return replace(first, further=(*first.further, *rest)) if rest else first


def _one(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    if evidence.question.idle:
        return NoAnswer(evidence.question, kind, "no_report")
    if _unread(evidence):
        named = evidence.reports and naming(evidence.question.focus)
        return refused(evidence, kind, "not_said" if named else "no_report")
    if kind == "who_attended" and (held := holder(evidence)) is not None:
        return held
    if kind != "did_attend" and _nobody(evidence):
        return refused(evidence, kind, "no_report")
    if evidence.question.measure == "difference":
        return refused(evidence, kind, "not_said" if evidence.reports else "no_report")
    if evidence.question.measure == "most":
        return most_present(evidence) if _CAME.search(evidence.question.text) else refused(evidence, kind)
    if over_many(evidence, kind):
        return meetings(evidence, kind)
    if beyond(evidence, kind):
        return refused(evidence, kind)
    if not evidence.reports and kind != "title_of":
        return refused(evidence, kind, "no_report")
    if evidence.choice.tied:
        return refused(evidence, kind, "which_one")
    return checked(evidence, kind, chosen(evidence, _RULES[kind](evidence)))


def _nobody(evidence: Evidence) -> bool:
    """Whether somebody is asked about whom no report mentions."""
    return any(not evidence.catalogue.mentions(name) for name in evidence.question.strangers)


_CAME = re.compile("参加|出席|参会|到会|露面|列席|主持|开会|次数|[来去到](?:了|过|得|的次)|谁[来去]")


def _unread(evidence: Evidence) -> bool:
    """Whether a word of an English question is neither understood nor found as it is in the report."""
    texts = (text for stored in evidence.reports for text in (stored.report.title, *stored.report.paras))
    written = set(re.findall("[a-z]+", " ".join(texts).lower())) if evidence.question.unread else set()
    return not written.issuperset(evidence.question.unread)


def over_many(evidence: Evidence, kind: Kind) -> bool:
    """Whether the answer ranges over meetings instead of looking into one."""
    return kind == "which_meetings" or (kind == "count" and evidence.question.measure == "meetings")


def _of_a_person(evidence: Evidence) -> bool:
    """Whether it is asked who somebody is who is named: 某某是谁."""
    question = evidence.question
    return question.said == "是谁" and any(f"{name}是谁" in question.text for name in question.people)


def _noted(evidence: Evidence) -> Answer | None:
    """What minutes note beside their matters: who kept them, how it was voted."""
    rule = {"service": labelled, "ballots": ballots}.get(evidence.question.measure)
    return rule(evidence) if rule else None


_SILENT = re.compile(
    "谁(?:都)?没有?(?:发言|讲话|汇报|表态|说话)|没有?(?:发言|讲话|汇报|表态)的(?:人)?(?:都)?(?:是|有)谁"
)


def _speakers(evidence: Evidence) -> Answer | NoAnswer:
    """Who spoke; nobody of several where it is asked who reported on one matter, told of nobody by name."""
    found = refused(evidence, "who_spoke") if _SILENT.search(evidence.question.text) else who(evidence, "who_spoke")
    if told_by_another(evidence, found.names if isinstance(found, Answer) else ()):
        return topic(evidence)
    several = isinstance(found, Answer) and len(found.names) > 1
    return refused(evidence, "who_spoke") if several and unheard_of(evidence) else found


_RULES: dict[Kind, Rule] = {
    "who_chaired": lambda evidence: who(evidence, "who_chaired"),
    "who_attended": lambda evidence: office(evidence) if _of_a_person(evidence) else who(evidence, "who_attended"),
    "who_spoke": lambda evidence: teller(evidence) or _speakers(evidence),
    "did_attend": was_there,
    "what_decided": lambda evidence: matters(evidence, "what_decided"),
    "what_agenda": lambda evidence: matters(evidence, "what_agenda"),
    "what_goals": lambda evidence: due(evidence) or matters(evidence, "what_goals"),
    "when": when,
    "where": where,
    "title_of": office,
    "count": count,
    "topic": lambda evidence: _noted(evidence) or topic(evidence),
}
