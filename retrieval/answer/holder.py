"""Who holds an office of a place, asked without a meeting: as the latest report that records it has it."""

import re

from data.records import Attendance
from retrieval.answer.forms import ref, refused
from retrieval.answer.persons import OFFICE
from retrieval.answer.proofs import Proofs
from retrieval.catalogue.cards import Card, Person
from retrieval.evidence.gather import Evidence
from retrieval.records import Answer, Entry, NoAnswer

_AT_MEETING = re.compile("会议|会[上的]|(?<![委协学工合总商事])会(?!长)")
_ASKED = re.compile(
    rf"^(?:谁是|(?:现在|目前|如今)?)(?:现任|现在的?|目前的?|当前的?)?(?P<body>[㐀-鿿]{{2,12}}?)的?(?P<office>{OFFICE.pattern})"
    r"(?:现在|目前|如今)?(?:是谁|是哪位|叫什么(?:名字)?|叫啥|谁当)?[呀啊呢？?]*$"
)


def holder(evidence: Evidence) -> Answer | NoAnswer | None:
    """The person, with the sentence that gives the office, or that no report says; None where it is not so asked."""
    asked = _ASKED.match(evidence.question.text)
    if asked is None or not re.search("谁|哪位|叫", evidence.question.text):
        return None
    body, office = asked["body"], asked["office"]
    if _AT_MEETING.search(body):
        return None
    held = [(card, person) for card in _past(evidence) for person in card.people if _holds(card, person, body, office)]
    for card, person in sorted(held, key=lambda pair: str(pair[0].day or pair[0].published), reverse=True):
        stored = evidence.fetch(card.number)
        recorded = stored and next((one for one in stored.facts.attendance if one.name == person.name), None)
        if stored is not None and recorded:
            proofs = Proofs()
            return _told(
                evidence, card, recorded, proofs, (proofs.cite(stored, recorded.title_at or recorded.at.span),)
            )
    of_place = any(place in body for place in evidence.question.places)
    return refused(evidence, "who_attended", "no_report") if of_place else None


def _past(evidence: Evidence) -> list[Card]:
    """Readable, dated and not to come."""
    readable = evidence.catalogue.readable(evidence.reader)
    cards = [card for card, may in zip(evidence.catalogue.cards, readable, strict=True) if may]
    return [card for card in cards if (day := card.day or card.published) is not None and day <= evidence.today]


def _holds(card: Card, person: Person, body: str, office: str) -> bool:
    """青澜市市长 is written so, or as 市长 alone where the report is at home there; 市长 is no 副市长."""
    home = any(body.startswith(place) for place in card.places)
    whole = {f"{before}{body}{office}" for before in ("", *_OF_THE_COUNTRY)}
    return any(title in whole or (home and title == office) for title in re.split("[、，,]", person.title))


_OF_THE_COUNTRY = ("中共", "中国", "国家")
"""What may stand before a body of ours; 以色列国防部长 is none of 国防部长."""


def _told(evidence: Evidence, card: Card, one: Attendance, proofs: Proofs, cites: tuple[int, ...]) -> Answer:
    entry = Entry("person", one.name, cites, one.title, one.roles, report=card.report)
    return Answer(
        question=evidence.question,
        kind="who_attended",
        status="answered",
        meetings=(ref(card),),
        entries=(entry,),
        citations=proofs.citations,
        names=(one.name,),
    )
