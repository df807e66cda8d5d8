"""One item of a list of people: 顾城 · 副市长顾城 · 顾城副市长 · 顾城（院长） · 远帆-葛云 · 远帆 葛云 · greenfrog."""

import re
from collections.abc import Iterator
from dataclasses import replace

from config import lexicon
from data.facts.attendance import courtesies, members, proxies, signals
from data.facts.attendance.rows import LONGEST_NAME
from data.facts.people import Mention, mentions, names, offices, organ_name

_BRACKET = re.compile(r"[（(\[]+(?P<note>[^（）()\[\]]*)[）)\]]*")
_AWAY = re.compile(
    r"请假|缺席|委托|出差|公出|公差|[年病事产婚丧公调陪]假|调休|因[公病事故]|外出|未(?:能)?(?:参加|出席|到)|休假|出国"
)


def _tells_away(note: str) -> bool:
    """Whether a note behind a name says that they were away, and not that somebody else was."""
    away = _AWAY.search(note)
    return away is not None and not mentions(note[: away.start()] if _STANDS_IN.search(note) else note)


_OPENING = re.compile(r"\s*(?:其中|分别)?(?:包括|包含|[为是有即])\s*")  # 全体委员，包括顾城、林岚
_AND_MORE = re.compile(r"等(?:\d+余?[人名位][\u4e00-\u9fff]{0,6}|人)?$")  # the last one named of so many
_BECAUSE = re.compile(r"受|因|由于|身体|家中|工作|疫情")  # why one was away, before the word that says so
_WHILE = re.compile(
    r"\d\s*[时時:：点]|会议(?:开始|结束)|[迟早][到退]|离席|线上|视频|连线|云端|电话|远程|代为?签|^议[题程]|^第?[一二三四五六七八九十\d、至-]+[项个]?议[题程案]"
)  # when or how one was there
_STANDS_IN = re.compile(r"由([^，,由]{2,20}?)(?:代理|代为|代|临时)?主持")  # the one named before was away
_PROXY = re.compile(r"(?<=[\u4e00-\u9fff])(?:书面|已)?委托(?=[\u4e00-\u9fff]{2,4}$)")  # A委托B: A was away
_PARTS = re.compile(r"[^、，,；;/／\s]+")
_HANDLE = re.compile(r"(?![A-Z]\d*-\d+$)[A-Za-z][\w.-]{2,30}|[A-Z]{2}")
_NO_HANDLES = frozenset(lexicon.words("attendance", "minutes.no_handles"))
_FIRM = re.compile(r"(?P<a>[^-－—–_\s]{2,20})\s*(?:[-－—–_]|\s)\s*(?P<b>[^-－—–_\s]{2,20})")
_POLITE = re.compile(r"(?<=[\u4e00-\u9fffa-z])\s*(?:先生|女士|小姐|太太|同志)$")
_PADDED = re.compile(r"(?<=[\u4e00-\u9fff])[ 　]+(?=[\u4e00-\u9fff])")


_ORGAN = re.compile(r"(?:大学|学院|中学|小学|学校|公司|集团|银行|研究院|医院|协会|中心|街道|社区)$")


def listable(part: str) -> bool:
    """Whether a part of a list divided by blanks can be a person."""
    return (
        (names.whole_name(part) and len(part) > 1)
        or bool(mentions(part))
        or (names.loose_name(part) and not _ORGAN.search(part))
        or ((pair := _FIRM.fullmatch(part)) is not None and any(names.whole_name(pair[side]) for side in ("a", "b")))
    )


def parse(text: str, at: int, to: int) -> Iterator[tuple[Mention, bool]]:
    """The people of one item, each with whether they were away."""
    if (both := _handled(text, at, to)) is not None:
        yield both, False
        return
    if courtesies.residents(text, at, to):
        return
    if (courteous := courtesies.read(text, at, to)) is not None:
        yield courteous, False
        return
    if stood_in := proxies.stand_in(text, at, to):
        yield from stood_in
        return
    opening = _OPENING.match(text, at, to)
    at = opening.end() if opening and names.whole_name(text[opening.end() : to].strip()) else at
    brackets = list(_BRACKET.finditer(text, at, to))
    if brackets and (told := list(members.told(text, at, brackets[-1]))):
        yield from ((person, False) for person in told)
        return
    stop = brackets[0].start() if brackets else to
    if (more := _AND_MORE.search(text, at, stop)) and names.whole_name(text[at : more.start()].strip()):
        stop = more.start()
    for bracket in brackets:
        yield from _inside(text, bracket)
    notes = [bracket for bracket in brackets if bracket["note"].strip()]
    away = any(_tells_away(note["note"]) or proxies.note(note) for note in notes)
    if proxy := _PROXY.search(text, at, stop):
        stop, away = proxy.start(), True
    polite = _POLITE.search(text, at, stop)
    stop = polite.start() if polite else stop
    found = mentions(text[at:stop])
    if found:
        yield from ((_shift(person, at), away) for person in found)
    elif (person := _single(text, at, stop)) is not None:
        yield _noted(person, notes), away


def _shift(person: Mention, by: int) -> Mention:
    return replace(
        person,
        start=person.start + by,
        end=person.end + by,
        title_start=person.title_start + by if person.title else -1,
        title_end=person.title_end + by if person.title else -1,
    )


def _inside(text: str, bracket: re.Match[str]) -> Iterator[tuple[Mention, bool]]:
    """（葛云、林岚请假）, （董事长闻人澈因公出差，…）: people inside a note who were away."""
    away = _AWAY.search(bracket["note"])
    start = bracket.start("note")
    if (stand_in := proxies.note(bracket)) is not None:
        yield stand_in, False
    if stands_in := _STANDS_IN.search(bracket["note"]):
        yield from ((_shift(person, start + stands_in.start(1)), False) for person in mentions(stands_in[1]))
    if away and not _BECAUSE.match(bracket["note"]):
        for item in _PARTS.finditer(text, start, start + away.start()):
            found = mentions(item[0])
            person = _shift(found[0], item.start()) if found else _single(text, item.start(), item.end())
            if person is not None:
                yield person, True


_CONTACT = re.compile(r"\s*(?:<|[\w.+-]{1,64}@[\w.-]{1,64}|https?://)", re.ASCII)


def _single(text: str, at: int, to: int) -> Mention | None:
    contact = _CONTACT.search(text, at, to)
    to = contact.start() if contact else to
    if (padded := _PADDED_OFFICE.fullmatch(text, at, to)) and _is_padded(padded):
        return Mention(
            padded["name"], *padded.span("name"), padded["title"], *padded.span("title"), "office-before-name"
        )
    while at < to and text[at] in " 　*-—–.@":
        at += 1
    while to > at and text[to - 1] in " 　*。.":
        to -= 1
    item = _PADDED.sub("", text[at:to])
    if not names.whole_name(item) and (person := _of_organ(text, at, to)) is not None:
        return person
    if (chief := _CHIEF.fullmatch(text, at, to)) and names.whole_name(chief["name"]) and not names.whole_name(item):
        return Mention(chief["name"], *chief.span("name"), chief["title"], *chief.span("title"), "office-before-name")
    if _name(item) and not offices.holds_head(item) and (item == text[at:to] or names.whole_name(item)):
        return Mention(item, at, to, rule="listed")
    return _name_then_office(text, at, to) or _office_then_name(text, at, to) or _with_firm(text, at, to)


_PADDED_OFFICE = re.compile(r"(?P<title>[\u4e00-\u9fff][ 　]+[\u4e00-\u9fff])[ 　]+(?P<name>[\u4e00-\u9fff·]{2,6})")
"""An office of two characters set apart: 议　长 顾城."""


def _is_padded(found: re.Match[str]) -> bool:
    return bool(offices.ENDS_IN_HEAD.match(_PADDED.sub("", found["title"]))) and names.whole_name(found["name"])


def padded(text: str, at: int, to: int) -> bool:
    """Whether text[at:to] is one person behind an office set apart."""
    found = _PADDED_OFFICE.fullmatch(text, at, to)
    return found is not None and _is_padded(found)


def _of_organ(text: str, at: int, to: int) -> Mention | None:
    """财务部王强, also behind other words and a blank: 议题一 财务部王强."""
    blank = max(text.rfind(" ", at, to), text.rfind("　", at, to))
    return organ_name(text, at, to) or (organ_name(text, blank + 1, to) if blank >= 0 else None)


def _office_then_name(text: str, at: int, to: int) -> Mention | None:
    """技术负责人苏合: a list vouches for a name without a Chinese surname behind an office."""
    head = max(offices.heads(text[at:to]), key=lambda one: one.end(), default=None)
    if head is None or not names.loose_name(name := text[at + head.end() : to]):
        return None
    if names.holds_word(name) or offices.ends_in_organ(name) or signals.GROUP_END.search(name):
        return None
    return Mention(name, at + head.end(), to, text[at : at + head.end()], at, at + head.end(), "office-before-loose")


_CHIEF = re.compile(r"(?P<title>[\u4e00-\u9fff]{2,5}长|[\u4e00-\u9fff]{1,3}委)(?P<name>[\u4e00-\u9fff]{2,3})")
"""财务长狄诗涵: in a list, whatever one is the chief of."""
HANDLED = re.compile(
    r"(?P<handle>@[A-Za-z0-9_.-]{2,30})\s*(?:[（(]\s*)?"
    r"(?P<name>[\u4e00-\u9fff·]{2,6}|[A-Z][a-z]+(?: [A-Z][a-z]+)*)\s*[）)]?"
    r"|(?P<before>[\u4e00-\u9fff·]{2,6})\s+(?P<after>@[\w.-]{2,30})"
)
"""A handle beside the name of the same person: @lining 李宁, @sunjian（孙坚）, 李宁 @lining."""


def _handled(text: str, at: int, to: int) -> Mention | None:
    pair = HANDLED.fullmatch(text, at, to)
    name, handle = ("name", "handle") if pair and pair["name"] else ("before", "after")
    if pair is None or (not names.whole_name(pair[name]) and not names.loose_name(pair[name])):
        return None
    return Mention(pair[name], *pair.span(name), pair[handle], *pair.span(handle), "listed-handle")


def _name(item: str) -> bool:
    if names.loose_name(item) and not names.whole_name(item):
        others = signals.GROUP_END.search(item) or _ORGAN.search(item)
        return not others and not offices.holds_head(item) and not names.holds_word(item)
    return names.whole_name(item) or bool(_HANDLE.fullmatch(item) and item.lower() not in _NO_HANDLES)


_OF_PLACE = re.compile(r"[\u4e00-\u9fff]{1,6}[里村校会区镇乡](?P<name>[\u4e00-\u9fff]{3})")  # 大湖里顾远山|里长


def _name_then_office(text: str, at: int, to: int) -> Mention | None:
    """祝青禾理事长; Anna Green理事."""
    head = next(offices.heads(text[at:to]), None)
    if head is None or at + head.end() != to:
        return None
    stop = offices.with_ranks(text, at + head.start())
    name = text[at:stop].strip()
    if (
        not names.whole_name(name)
        and (place := _OF_PLACE.fullmatch(text, at, stop))
        and names.whole_name(place["name"])
    ):
        name, at = place["name"], place.start("name")
    if not names.whole_name(name):
        return None
    return Mention(name, at, at + len(name), text[stop:to], stop, to, "office-after-name", head[0])


def _with_firm(text: str, at: int, to: int) -> Mention | None:
    """远帆-葛云, 林岚-远帆软件, 远帆 顾城: the part that is a name, the other as what stands beside it."""
    pair = _FIRM.fullmatch(text, at, to)
    if pair is None:
        return None
    a, b = (names.whole_name(pair[part]) and not _NO_MORE.fullmatch(pair[part]) for part in ("a", "b"))
    if not a and not b:
        return None
    second = b and (not a or len(pair["a"]) > LONGEST_NAME or (len(pair["b"]) <= LONGEST_NAME and "-" not in pair[0]))
    name, firm = ("b", "a") if second else ("a", "b")
    return Mention(pair[name], *pair.span(name), pair[firm], *pair.span(firm), "listed-firm")


_NO_MORE = re.compile(r"[\u4e00-\u9fff](?:老师|经理|主任|总|工|处|先生|女士|书记|主席|会长)")  # 余经理: no name


_UNIT_FIRST = re.compile(r"(?P<unit>[\u4e00-\u9fff]{1,10}(?:部|处|局|室|科|班|社|组|中心|学院))[，,]")
"""（体育部，比赛）: whose somebody is, and why they were away."""


def _noted(person: Mention, notes: list[re.Match[str]]) -> Mention:
    """The bracket after a name as their office, firm or handle, when it is one."""
    fitting = [
        note
        for note in notes
        if not _AWAY.search(note["note"])
        and not _WHILE.search(note["note"])
        and proxies.note(note) is None
        and not names.foreign_end(note["note"], 0) > 0
    ]
    if person.title or not fitting:
        return person
    note = fitting[0]
    title = note["note"].strip()
    unit = _UNIT_FIRST.match(title)
    title = unit["unit"] if unit else title
    start = note.start("note") + note["note"].index(title)
    return replace(person, title=title, title_start=start, title_end=start + len(title), rule="listed-note")
