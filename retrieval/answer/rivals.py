"""Which of the meetings that a question names did what it asks: tested by people, day, election or words."""

import re
from collections.abc import Callable, Sequence

from data.records import Role, Span
from retrieval.answer.forms import ref, refused
from retrieval.answer.proofs import Proofs
from retrieval.catalogue.ranking import word_weights
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import best, weighed
from retrieval.records import Answer, Entry, NoAnswer, Question

Test = Callable[[Evidence, Question], Span | None]
"""Where the report of a meeting shows that it did what is claimed."""

LEAST_SHARE, NEARLY_BEST = 0.45, 0.6
"""Of the words of the claim, what a sentence must hold, and its share beside that of the best meeting's."""
_ROLES: tuple[tuple[str, Role], ...] = (
    ("主持|主席", "chair"),
    ("列席", "observe"),
    ("请假|缺席|没来|没到", "absent"),
    ("讲话|发言|致辞|汇报|作报告", "speak"),
)
_OFFICE = re.compile("(?P<office>[㐀-鿿]{2,10}?)(?:亲自|来)?(?P<role>主持|列席|请假|缺席|讲话|发言|致辞|参加|出席)")
_ORDER = re.compile("(?P<first>先|最早|更?早(?:一?[点些])?)[开召举]|(?:后|最晚|更?晚(?:一?[点些])?)[开召举]")
_ELECTS = re.compile("选举|选了|换届|当选|补选|任命|人事任免")


def of_rivals(question: Question, each: Sequence[Evidence]) -> Answer | NoAnswer | None:
    """Those that did it, by day, each with its proof; None where not all of the meetings are found."""
    claim = question.claim
    if claim is None or len({one.card.report for one in each if one.reports}) < len(each):
        return None
    held = _held(each, claim)
    if not held:
        return refused(each[0], "which_meetings", "not_said")
    proofs = Proofs()
    ordered = sorted(held, key=lambda pair: (pair[0].card.day is None, pair[0].card.day or pair[0].today))
    entries = tuple(
        Entry(
            "meeting",
            one.card.label,
            (proofs.cite(one.stored, at),),
            one.card.day.isoformat() if one.card.day else "",
            report=one.card.report,
        )
        for one, at in ordered
    )
    return Answer(
        question=question,
        kind="which_meetings",
        status="answered",
        meetings=tuple(ref(one.card) for one, _ in ordered),
        entries=entries,
        citations=proofs.citations,
        rests_on=len(each),
    )


def _held(each: Sequence[Evidence], claim: Question) -> list[tuple[Evidence, Span]]:
    if order := _ORDER.search(claim.text):
        return _first_or_last(each, first=order["first"] is not None)
    test = _test_of(claim)
    if test is not None:
        return [(one, at) for one in each if (at := test(one, claim)) is not None]
    found = []
    for one in each:
        top = best(weighed(one.stored.report, word_weights(one.catalogue, claim.focus), title=True))[:1]
        found += [(one, Span(piece.para, piece.start, piece.end), piece.share) for piece in top]
    most = max((share for _, _, share in found), default=0.0)
    return [(one, at) for one, at, share in found if share >= max(LEAST_SHARE, NEARLY_BEST * most)]


def _first_or_last(each: Sequence[Evidence], *, first: bool) -> list[tuple[Evidence, Span]]:
    dated = sorted((str(one.card.day), at) for at, one in enumerate(each) if one.card.day is not None)
    if len(dated) < len(each):
        return []
    one = each[dated[0 if first else -1][1]]
    at = one.stored.facts.meeting.date_at
    return [(one, at.span if at else Span(0, 0, 1))]


def _test_of(claim: Question) -> Test | None:
    """What decides; None where only the words can."""
    if claim.people:
        return _by_person
    if _OFFICE.search(claim.text):
        return _by_office
    if claim.period is not None:
        return _by_day
    return _by_election if _ELECTS.search(claim.text) else None


def _by_person(evidence: Evidence, claim: Question) -> Span | None:
    role = next((role for pattern, role in _ROLES if re.search(pattern, claim.text)), None)
    there = (one for one in evidence.stored.facts.attendance if one.name in claim.people)
    return next((one.at.span for one in there if _took_part(one.roles, role)), None)


def _by_office(evidence: Evidence, claim: Question) -> Span | None:
    asked = _OFFICE.search(claim.text)
    role = next((role for pattern, role in _ROLES if asked and re.search(pattern, asked["role"])), None)
    there = (one for one in evidence.stored.facts.attendance if asked and asked["office"] in one.title)
    return next((one.at.span for one in there if _took_part(one.roles, role)), None)


def _took_part(roles: Sequence[Role], role: Role | None) -> bool:
    return role in roles if role else set(roles) != {"absent"}


def _by_day(evidence: Evidence, claim: Question) -> Span | None:
    """By the day itself; where only its month and day are known, whatever year the question took."""
    card, period = evidence.card, claim.period
    if period is None:
        return None
    within = card.day is not None and period.holds(card.day)
    months = {f"{day.month:02d}" for day in (period.start, period.end)}
    known = card.month_day[:2] or (f"{card.day.month:02d}" if card.day is not None and claim.bare else "")
    if not within and known not in months:
        return None
    at = evidence.stored.facts.meeting.date_at
    return at.span if at else Span(0, 0, 1)


def _by_election(evidence: Evidence, _: Question) -> Span | None:
    chosen = (one for one in evidence.stored.facts.decisions if one.kind == "appointed")
    return next((one.at.span for one in chosen), None)
