"""The meetings of one person, told from others of the same name by office, city and company."""

import re
from collections.abc import Sequence

from data.records import Role
from retrieval.catalogue.cards import Card, Person
from retrieval.evidence.gather import Evidence

OFFICE = re.compile(
    "(?:常务|第一)?副?(?:总书记|书记|省长|市长|县长|区长|镇长|乡长|村长|州长|部长|厅长|局长|处长|科长|院长|校长|行长|主席|主任(?!会)|"
    "秘书长|总理|委员长|委员(?!会|长)|总经理|经理|董事长|董事(?!会|长)|监事(?!会)|会长|理事长|理事(?!会|长)|司令|所长|总裁|站长|组长|检察长)"
)
_SAME_CIRCLE, _ACQUAINTED = 3, 2
"""People in common, the one asked about among them, that make two meetings of one body likely; and those that do where
no other city is named."""


def cards_of(evidence: Evidence, role: Role | None) -> list[Card]:
    """The past meetings at which all the people of the question were, each of them where they are asked about apart."""
    names = evidence.question.subject or evidence.question.people
    found = [_cards_of_one(evidence, role, name) for name in names]
    if _APART.search(evidence.question.text):
        return list(dict.fromkeys(card for cards in found for card in cards))
    return [card for card in found[0] if all(card in cards for cards in found[1:])]


_APART = re.compile("各|分别")


def _cards_of_one(evidence: Evidence, role: Role | None, name: str) -> list[Card]:
    """Those of one person, in `role` when given, by position."""
    question = evidence.question
    readable = evidence.catalogue.readable(evidence.reader)
    cards = [evidence.catalogue.cards[at] for at in evidence.catalogue.holding(name) if readable[at]]
    known = [(card, person) for card in cards if (person := card.person(name)) is not None and _past(evidence, card)]
    held = _by_office(question.focus, known)
    meant = _by_place(question.focus, held, trusting=held != known)
    return [card for card, person in meant if _has(person, role)]


def _past(evidence: Evidence, card: Card) -> bool:
    day = card.day or card.published
    if day is None or day > evidence.today:
        return False
    return evidence.question.period is None or evidence.question.period.holds(day)


def _has(person: Person, role: Role | None) -> bool:
    return role in person.roles if role else person.roles != {"absent"}


def _by_office(focus: str, known: list[tuple[Card, Person]]) -> list[tuple[Card, Person]]:
    """Those with the office that the question names (副市长 is not 市长), if any has it."""
    asked = OFFICE.findall(focus)
    if not asked:
        return known
    same = [
        (card, person)
        for card, person in known
        if not person.title or any(one in OFFICE.findall(person.title) for one in asked)
    ]
    circle = same or known
    return [pair for pair in known if pair in circle or _shares_circle(pair[0], [card for card, _ in circle])]


def _by_place(focus: str, known: list[tuple[Card, Person]], *, trusting: bool) -> list[tuple[Card, Person]]:
    """Those of the cities and bodies that the question names, and those with the same people around.

    `trusting`, for people chosen by office already, keeps reports that name no city.
    """
    words = re.findall("[㐀-鿿]{2,}", OFFICE.sub(" ", focus))
    stems = [word for word in words if any(word in _said_of(card, person) for card, person in known)]
    stems += [word[:2] for word in words if word not in stems and any(word[:2] in card.places for card, _ in known)]
    if not stems:
        return known
    meant = [(card, person) for card, person in known if any(stem in _said_of(card, person) for stem in stems)]
    circle = [card for card, _ in meant]
    return [
        pair
        for pair in known
        if pair in meant
        or _shares_circle(pair[0], circle)
        or ((trusting or _shares_circle(pair[0], circle, least=_ACQUAINTED)) and not _other(pair, circle))
    ]


def _other(pair: tuple[Card, Person], circle: Sequence[Card]) -> bool:
    """Whether the card names a city as its own, in its name or before the person's office, other than the circle's."""
    card, person = pair
    mine = {place for place in card.places if place in card.name or place in person.title}
    return bool(mine - {place for other in circle for place in other.places})


def _said_of(card: Card, person: Person) -> str:
    return "\n".join((card.naming, person.title, *(f"{place}市县" for place in card.places)))


def _shares_circle(card: Card, circle: Sequence[Card], least: int = _SAME_CIRCLE) -> bool:
    people = {person.name for person in card.people}
    return any(len(people & {person.name for person in other.people}) >= least for other in circle)
