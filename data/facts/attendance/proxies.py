"""Those who came for another: 方远山（顾城代）, 方远山顾委员城南代, 方远山委托顾城代理."""

import re
from collections.abc import Iterator

from data.facts.attendance import courtesies
from data.facts.attendance.sightings import Sighting
from data.facts.people import Mention, names
from data.records import Evidence, Report, Role, Span

STAND_IN = "stand-in"
"""The rule of one who came for another; the other's office is not theirs."""

_FOR = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,9}?)代(?:理|表|出席|为?主持)?")
_BOTH = re.compile(r"\s*(?P<both>[\u4e00-\u9fff]{5,12})代(?:理|为?主持)?\s*")
_SIZES = (3, 2, 4)  # characters of a name, the usual length first
_SENT = re.compile(
    r"(?:因故|因公|因事|请假|书面|并|，)*委托(?P<by>[\u4e00-\u9fff]{2,3}?)(?:先生|女士|小姐)?"
    r"(?:代理|代为?出席|代表?(?:出席|参加)|出席|参加)(?=[，。；、）)]|会议|本次|$)"
)

_OFFICE = r"(?:独立|非独立|执行|非执行|职工)*(?:董事长?|监事|理事|委员|代表)"
_MEMBER_SENT = re.compile(
    rf"(?P<office>{_OFFICE})(?P<away>[\u4e00-\u9fff·]{{2,6}}?)(?:先生|女士)?因[^，。；]{{1,16}}[，,]?"
    r"(?:未能?(?:亲自)?(?:出席|参加|到会)|缺席|无法(?:出席|参加))[^，。；]{0,8}[，,]?(?:书面|已|并)?委托"
    rf"(?P<whose>{_OFFICE})?(?P<by>[\u4e00-\u9fff·]{{2,6}}?)(?:先生|女士)?代为?(?:表决|出席|行使|参加)"
)
"""独立董事顾城因出海，缺席本次会议，委托独立董事林岚代为表决."""


def note(bracket: re.Match[str]) -> Mention | None:
    """Who a note behind a name says came instead."""
    start = bracket.start("note")
    found = _FOR.fullmatch(bracket.string, *_trimmed(bracket.string, *bracket.span("note")))
    if found is None or start < 0:
        return None
    return _person(bracket.string, *found.span("name"))


def stand_in(text: str, at: int, to: int) -> tuple[tuple[Mention, bool], ...]:
    """The one who was away and the one who came, written as one item: 方远山顾委员城南代."""
    both = _BOTH.fullmatch(text, at, to)
    for size in _SIZES if both else ():
        start, end = both.span("both")  # type: ignore[union-attr]  # there are no sizes to try without it
        middle = start + size
        if names.whole_name(text[start:middle]) and (person := _person(text, middle, end)):
            return (Mention(text[start:middle], start, middle, rule="listed"), True), (person, False)
    return ()


def read(report: Report) -> Iterator[Sighting]:
    """Sentences that say who sent whom: 方远山委托顾城代理."""
    for para, text in enumerate(report.paras):
        for member in _MEMBER_SENT.finditer(text):
            for name, office, role in _ROLES:
                if names.whole_name(member[name]):
                    at = Evidence(Span(para, *member.span(name)), "proxy/member", "委托")
                    title = member[office] or ""
                    yield Sighting(member[name], role, at, title, member.start(office))
        for sent in _SENT.finditer(text):
            away = _name_before(text, sent.start())
            if away and names.whole_name(sent["by"]):
                yield _seen(para, text, *away, "absent")
                yield _seen(para, text, *sent.span("by"), "attend")


_ROLES: tuple[tuple[str, str, Role], ...] = (("away", "office", "absent"), ("by", "whose", "attend"))


def _name_before(text: str, end: int) -> tuple[int, int] | None:
    return next(((end - size, end) for size in _SIZES if names.whole_name(text[max(0, end - size) : end])), None)


def _seen(para: int, text: str, start: int, end: int, role: Role) -> Sighting:
    return Sighting(text[start:end], role, Evidence(Span(para, start, end), "proxy/sent", "委托"))


def _person(text: str, at: int, to: int) -> Mention | None:
    called = courtesies.read(text, at, to)
    if called is not None:
        return called
    return Mention(text[at:to], at, to, rule=STAND_IN) if names.whole_name(text[at:to]) else None


def _trimmed(text: str, at: int, to: int) -> tuple[int, int]:
    inside = text[at:to].strip()
    start = at + text[at:to].index(inside) if inside else at
    return start, start + len(inside)
