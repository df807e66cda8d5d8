"""People of a list as courtesy calls them: an office inside the name (顾理事长远山), a surname and then the name."""

import re

from data.facts.people import Mention, names, offices

RULE = "listed-courteous"
"""The rule of a name around its office."""

_COURTEOUS = re.compile(
    r"[\s　]*(?P<surname>[\u4e00-\u9fff])(?P<title>[\u4e00-\u9fff]{2,6})(?P<given>[\u4e00-\u9fff]{2})[\s　]*"
    r"(?:先生|女士|小姐)?[\s　]*"
)
_ORGAN = re.compile(r"[\s　]*[\u4e00-\u9fff]{1,7}[局处室科部院校署所](?=[\u4e00-\u9fff]{5,}[\s　]*$)")  # 水利处|…
_CALLED = re.compile(
    r"(?P<title>[\u4e00-\u9fff]{0,10}?)(?P<surname>[\u4e00-\u9fff])(?:老师|总|工|女士|先生)"
    r"[（(]\s*(?P<name>(?P=surname)[\u4e00-\u9fff]{1,2})\s*[)）]"
)


def read(text: str, at: int, to: int) -> Mention | None:
    """The person that text[at:to] calls so; None where it calls nobody."""
    return _around_office(text, at, to) or _by_surname(text, at, to)


def _around_office(text: str, at: int, to: int) -> Mention | None:
    """顾理事长远山 is 顾远山, as in Taiwan; an organ may stand before."""
    organ = _ORGAN.match(text, at, to)
    found = _COURTEOUS.fullmatch(text, organ.end() if organ else at, to)
    if found is None or offices.without_heads(found["title"]) or names.holds_word(found["given"]):
        return None
    name, before = found["surname"] + found["given"], found["surname"] + found["title"]
    if not names.whole_name(name) or not offices.without_heads(before):  # 班主任 begins with a surname too
        return None
    return Mention(name, found.start("surname"), found.end("given"), found["title"], *found.span("title"), RULE)


def _by_surname(text: str, at: int, to: int) -> Mention | None:
    """班主任顾老师（顾城） is 顾城."""
    called = _CALLED.fullmatch(text, at, to)
    if called is None or not names.whole_name(called["name"]):
        return None
    place = called.span("title") if called["title"] else (-1, -1)
    return Mention(called["name"], *called.span("name"), called["title"], *place, "listed-called")


_RESIDENT = r"(?:[A-Z]?\d{0,2}[\u4e00-\u9fff]{0,6}[栋楼座户店面号室])\s?[\u4e00-\u9fff](?:先生|小姐|女士|太太)"
_RESIDENTS = re.compile(
    rf"\s*(?P<who>{_RESIDENT}(?:[、，,]\s*(?:{_RESIDENT}|[\u4e00-\u9fff](?:先生|小姐|女士|太太)))*)\s*"
)


def residents(text: str, at: int, to: int) -> re.Match[str] | None:
    """text[at:to] as people told by where they live and surname alone (东座顾先生、七号室林小姐), who are a group."""
    return _RESIDENTS.fullmatch(text, at, to)
