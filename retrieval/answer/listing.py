"""Over many meetings: which ones, and how many; each with the sentence that proves it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from data.records import OUTCOMES, Role, Span
from retrieval.answer.forms import ref
from retrieval.answer.found import Found, on_topic
from retrieval.answer.persons import cards_of
from retrieval.answer.proofs import Proofs
from retrieval.catalogue.cards import Card
from retrieval.catalogue.circles import home_share
from retrieval.catalogue.grams import pairs
from retrieval.catalogue.ranking import on_names, on_words
from retrieval.evidence.gather import Evidence
from retrieval.evidence.naming import naming, strange_to_name
from retrieval.evidence.organs import met, other_organ
from retrieval.evidence.pieces import share_in
from retrieval.numerals import without_ordinals
from retrieval.records import Answer, Entry, Kind, NoAnswer

MOST_READ, MOST_COUNTED = 25, 200
"""Reports read to find a matter in them, and those of one body that are listed."""
LEAST_SHARE = 0.45
NEARLY_BEST = 0.75
_APPOINTING = re.compile("任命|选举|当选|增补|补选|免去|罢免|聘")
_REVIEWING = re.compile("审议|讨论|上过|研究|审过|上会")
_VOTED_ON = re.compile("审议|审过")
_ADOPTING = re.compile("通过|批准")
_DECIDING = re.compile("决定|通过|批准|定过|同意")


def meetings(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    """The meetings that fit, by day; for `count` their number."""
    found = sorted(_found(evidence), key=lambda one: (one.card.day is None, one.card.day or evidence.today))
    if kind != "count" and evidence.question.ordinal and evidence.question.people:
        found = found[-1:] if evidence.question.ordinal == "last" else found[:1]
    if not found:
        return NoAnswer(evidence.question, kind, "no_report")
    proofs = Proofs()
    entries = [
        Entry(
            "meeting",
            one.card.label,
            (proofs.cite(one.stored, one.at),),
            one.card.day.isoformat() if one.card.day else "",
            report=one.card.report,
        )
        for one in found
    ]
    return Answer(
        question=evidence.question,
        kind=kind,
        status="answered",
        meetings=tuple(ref(one.card) for one in found),
        entries=tuple(entries),
        citations=proofs.citations,
        value=evidence.aggregates.meetings([one.card.number for one in found]) if kind == "count" else None,
        rests_on=len(found),
    )


def most_present(evidence: Evidence) -> Answer | NoAnswer:
    """Who took part in most of the meetings asked about, how often, and in which; counted by the facts of the store."""
    held = list(_by_name(evidence))
    most = evidence.aggregates.most_present([one.card.number for one in held])
    if not most:
        return NoAnswer(evidence.question, "who_attended", "no_report")
    names = tuple(one.name for one in most if one.meetings == most[0].meetings)
    proofs = Proofs()
    there = [(found, one) for found in held for one in found.stored.facts.attendance if one.name == names[0]]
    lines = [
        Entry("meeting", found.card.label, (proofs.cite(found.stored, one.at.span),), str(found.card.day or ""))
        for found, one in sorted(there, key=lambda pair: str(pair[0].card.day or ""))
        if one.roles != ("absent",)
    ]
    people = [Entry("person", name, (1,)) for name in names]
    return Answer(
        question=replace(evidence.question, measure="meetings"),
        kind="count",
        status="answered",
        meetings=tuple(ref(found.card) for found, _ in there),
        entries=(*people, *lines),
        citations=proofs.citations,
        names=names,
        value=most[0].meetings,
        rests_on=len(held),
    )


def _found(evidence: Evidence) -> list[Found]:
    question = evidence.question
    if question.people and not _APPOINTING.search(question.text):
        return list(_with_person(evidence))
    if not _WORDLESS.sub("", question.focus).strip() and not question.counts:
        return list(_latest(evidence))
    of_matter = any(pattern.search(question.text) for pattern in (_APPOINTING, _REVIEWING, _DECIDING))
    found = (list(_with_matter(evidence)) if of_matter else []) or list(_by_name(evidence))
    return [one for one in found if _mentions_place(evidence, one.card)] or found


def _latest(evidence: Evidence) -> Iterator[Found]:
    """Where no words are given the meetings of the time asked about, else those held last."""
    period, readable = evidence.question.period, evidence.catalogue.readable(evidence.reader)
    held = [
        card
        for card, may in zip(evidence.catalogue.cards, readable, strict=True)
        if may and card.is_meeting and card.day is not None and card.day <= evidence.today
        if period is None or period.holds(card.day)
    ]
    held.sort(key=lambda card: str(card.day))
    for card in held[-MOST_LATEST:]:
        stored = evidence.fetch(card.number)
        if stored is not None:
            at = stored.facts.meeting.name_at
            yield Found(card, stored, at.span if at else Span(0, 0, 1))


_WORDLESS = re.compile("最近|近期|近来|会议|[会开有过几次都了]")
MOST_LATEST = 10


def _with_person(evidence: Evidence) -> Iterator[Found]:
    role, kind = _role(evidence), evidence.question.noun
    cards = cards_of(evidence, role)
    of_kind = [card for card in cards if kind in f"{card.name}{card.title}"] if len(kind) > 2 else []
    for card in of_kind or _of_name(evidence, cards) or cards:
        stored = evidence.fetch(card.number)
        if stored is not None:
            one = next(one for one in stored.facts.attendance if one.name in evidence.question.people)
            yield Found(card, stored, one.at.span)


def _of_name(evidence: Evidence, cards: list[Card]) -> list[Card]:
    """Those called as the question calls the meeting, but for ordinals: 市政府常务会议 is 市政府第52次常务会议."""
    names = [name for name in naming(evidence.question.focus) if len(name) > _BARE]
    called = {card.number: re.sub(r"\s", "", without_ordinals(card.naming)).lower() for card in cards}
    return [card for card in cards if names and all(_called(name, called[card.number]) for name in names)]


def _called(name: str, so: str) -> bool:
    """Whether a meeting is called so, or by a longer form of it: 双周协商会, 双周协商座谈会."""
    return name in so or re.search("[㐀-鿿]{0,4}?".join(map(re.escape, name)), so) is not None


def _role(evidence: Evidence) -> Role | None:
    """主持过 chair, 请假的 absent, 列席 observe, 讲过话 speak: the first that the question says."""
    text = re.sub("(?:请假|列席|缺席)的?(?:也|都|不)?(?:不算|算)", "", evidence.question.text)
    said: tuple[tuple[str, Role], ...] = (
        ("主持", "chair"),
        ("请假|缺席", "absent"),
        ("列席", "observe"),
        ("讲话|发言|致辞", "speak"),
    )
    return next((role for pattern, role in said if re.search(pattern, text)), None)


def _with_matter(evidence: Evidence) -> Iterator[Found]:
    """Meetings of which a decision or agenda item holds the words asked for."""
    question = evidence.question
    words = question.people or ()
    options = []
    for card in _likely(evidence)[:MOST_READ]:
        stored = evidence.fetch(card.number)
        if stored is None:
            continue
        for one in stored.facts.decisions:
            if not _side_fits(question.text, one.kind) or not all(name in one.object for name in words):
                continue
            share = share_in(f"{one.object}\n{card.naming}", evidence.words)
            options.append((share_in(one.object, evidence.words), share, Found(card, stored, one.at.span)))
    least = 0.0 if words else LEAST_SHARE
    top = max((both for own, both, _ in options), default=0.0)
    seen: dict[int, Found] = {}
    for own, both, found in options:
        if both >= NEARLY_BEST * top and (own >= least or words):
            seen.setdefault(found.card.number, found)
    yield from seen.values()


def _side_fits(text: str, kind: str) -> bool:
    if _APPOINTING.search(text):
        return kind == "appointed"
    if _ADOPTING.search(text):
        return kind == "adopted"
    if _VOTED_ON.search(text):
        return kind == "reviewed" or kind in OUTCOMES
    return kind in OUTCOMES if _DECIDING.search(text) else True


def _by_name(evidence: Evidence) -> Iterator[Found]:
    """Meetings called so, or of the day and the words asked for; where only a topic is named, those that took it up."""
    named = any(len(name) > _BARE for name in naming(evidence.question.focus))
    if not named and not evidence.question.exact:
        yield from on_topic(evidence, _likely(evidence)[:MOST_READ])
        return
    for card in _called_so(evidence, _likely(evidence))[:MOST_COUNTED]:
        stored = evidence.fetch(card.number)
        if stored is not None and card.is_meeting:
            at = stored.facts.meeting.name_at
            yield Found(card, stored, at.span if at else Span(0, 0, 1))


def _called_so(evidence: Evidence, likely: Sequence[Card]) -> Sequence[Card]:
    """Where a body or meeting is named, only those whose name holds all of its words; in its place, where some are."""
    question, catalogue = evidence.question, evidence.catalogue
    counting = question.measure == "most" or _COUNTING.search(question.said)
    if not counting or not any(len(name) > _BARE for name in naming(question.focus)):
        return likely
    on_name = on_names(catalogue, evidence.reader, question, evidence.words, evidence.today)
    at = [spot for card in on_name if (spot := catalogue.position(card.report, evidence.reader)) is not None]
    lacking = strange_to_name(catalogue, at, question)
    so = [card for card, chars in zip(on_name, lacking, strict=True) if not chars and not other_organ(card, question)]
    local = [card for card in so if _mentions_place(evidence, card)]
    return local or so or likely


def _mentions_place(evidence: Evidence, card: Card) -> bool:
    """Whether the report has the places that the question names, or is at home in one without naming it."""
    if home_share(evidence.catalogue, card, evidence.question.focus):
        return True
    spot = evidence.catalogue.position(card.report, evidence.reader)
    keys = [key for place in evidence.question.places for key in pairs(place[:2]).tolist()]
    at = np.array([spot or 0], dtype=np.int64)
    return bool(keys) and all(evidence.catalogue.texts.held_by(key, at)[0] for key in keys)


_COUNTING = re.compile("次|场|回|几个会|多少个?会|哪些会|什么会")
_BARE = 4
"""Characters: a name of no more says nothing of the body."""


def _likely(evidence: Evidence) -> Sequence[Card]:
    """Readable past meetings in the time asked about that hold nearly as many of the words as the best."""
    found = on_words(evidence.catalogue, evidence.reader, evidence.question, evidence.words, evidence.today)
    question = evidence.question
    return [card for card in found if not other_organ(card, question) and met(card, question)]
