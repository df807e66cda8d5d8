"""Who presents an item of minutes: behind its title, in brackets, before it, or by the name of the report alone."""

import re
from collections.abc import Iterator

from data.facts.attendance import roll
from data.facts.attendance.listed_names import Listed
from data.facts.attendance.marks import HEAD, ITEM_START, MARK
from data.facts.attendance.sightings import Sighting
from data.facts.people import Mention, names, offices
from data.records import Evidence, Span

_ITEM = re.compile(rf"^[\s*#>\-•·●]*(?:{ITEM_START}|[（(]?\d{{1,2}}\s*[）).、．]|#+ )|^\s*[*\-•]")
_OPENS = re.compile(MARK + r"(?P<who>[\u4e00-\u9fff]{2,4}(?:\s*[/、]\s*[\u4e00-\u9fff]{2,4})*)\s+(?=\S)")
_TAGGED = re.compile(MARK + r"[\[【](?![^\[\]【】]*(?:动议|提案|议案|事项|决议)[\]】])(?P<who>[^\[\]【】]{2,40})[\]】]")
_SIGNED = re.compile(
    r"(?:[-—–－]{2,}|\s[-—–－]|[-—–－](?=\s)|(?<=[^\x00-\x7f])[-—–－](?=[^\x00-\x7f]))\s*(?P<dash>[^-—–－。：:]{2,60})$"
    r"|(?:\s{2,}|(?<=[》”])\s*)(?P<far>[^\s。：:]{2,4}(?:[、，,/][^\s。：:]{2,4})*)$"
    r"|(?<=[\u4e00-\u9fff）)])\s?(?P<at>@[\w\u4e00-\u9fff.-]{2,20})$"
    r"|(?<=[^\s@])\s?(?P<all>@[\u4e00-\u9fff]{2,4}(?:\s*@[\u4e00-\u9fff]{2,4})*)$"
    r"|[：:]\s*(?P<colon>(?:\S{2,8}\s)?[\u4e00-\u9fff]{2,3})$"
)
_BRACKET = re.compile(
    r"[（(](?:(?:(?:汇报|报告|主讲|分享|陈述)[人者]|[Pp]resenter|[Ss]peaker)\s*[:：]\s*)?(?P<who>[^（）()。；：:]{2,30})[）)]\s*[。.;；]?$"
)
_TAIL = re.compile(
    r"[（(](?P<note>[^（）()]*)[）)]\s*$|[，,]?\s*https?://\S+$|<[^>]*>\s*$|[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9_.-]{1,64}\s*$|[，,]\s*$"
)
_TAIL_REACH = 240  # characters at the end of a line in which it can be signed
_LONG = 8  # characters before a colon: an item's title, not a label


_TOLD_BY = re.compile(
    rf"{MARK}(?:[（(]?[壹贰叁参肆伍陆柒捌玖拾]{{1,2}}[）).、．]\s*)?[\u4e00-\u9fff]{{0,8}}(?:报告|致[词辞]|汇报|说明)"
    r"\s*[：:]\s*(?P<who>[\u4e00-\u9fff·]{2,10}(?:[\s　]+[\u4e00-\u9fff]{2,8})?)\s*$"
)


def told_by(para: int, text: str) -> Iterator[Sighting]:
    """A part of the minutes by the name of who tells it, and nothing else: 校务报告：顾城 校长."""
    match = _TOLD_BY.match(text, 0, HEAD)
    people = list(roll.people(text, *match.span("who"))) if match else []
    if match and len(people) == 1 and names.whole_name(people[0].person.name):
        person = people[0].person
        at = Evidence(Span(para, *match.span("who")), "minutes/told-by", match["who"])
        yield Sighting(person.name, "speak", at, person.title, person.title_start)


_REPORTED = re.compile(
    rf"{MARK}(?:(?P<title>[\u4e00-\u9fff]{{2,8}}?)(?:报告|汇报)|动议)\s*[（(](?P<who>[^（）()。；：:]{{2,60}})[）)]"
)


def reported(para: int, text: str, known: Listed) -> Iterator[Sighting]:
    """主席报告（顾城）, 动议（林岚）：…: somebody listed, with the office that the report is of."""
    match = _REPORTED.match(text, 0, HEAD) or _OFFICER.match(text, 0, HEAD)
    if match is None:
        return
    office = match["title"] and offices.ENDS_IN_HEAD.search(match["title"])
    for part in _BOTH.finditer(match["who"]):
        if who := known.known(part[0].strip()):
            start = match.start("who") + part.start()
            at = Evidence(Span(para, start, start + len(part[0])), "minutes/reports", part[0])
            yield Sighting(who, "speak", at, match["title"] if office else "", match.start("title") if office else -1)


_OFFICER = re.compile(r"\s*(?:[A-H][.、]\s*)?(?P<title>[\u4e00-\u9fff]{2,8})\s*\[(?P<who>[^\[\]]{2,60})\]\s*$")
_BOTH = re.compile(r"[^和、，,&]+")


def signed_by_tag(para: int, text: str, known: Listed) -> Iterator[Sighting]:
    """Remarks that a shared notebook signs: … [name=顾城]."""
    for tag in _TAG.finditer(text):
        if who := known.known(tag["who"].strip()):
            yield Sighting(who, "speak", Evidence(Span(para, *tag.span()), "minutes/tag", tag["who"]))


_TAG = re.compile(r"\[name=(?P<who>[^\]\n]{2,24})\]")


def tells_point(para: int, text: str) -> Iterator[Sighting]:
    """A point with who tells it in brackets: - 图优化分享（greenfrog）：…."""
    told = _POINT.match(text, 0, HEAD)
    if told and (told["who"].isascii() or names.whole_name(told["who"])):
        yield Sighting(
            told["who"], "speak", Evidence(Span(para, *told.span("who")), "minutes/tells-point", told["verb"])
        )


_POINT = re.compile(
    r"\s*[-*•]\s+[^（(：:。]{4,30}?(?P<verb>分享|介绍|汇报|讲解|演示|报告)\s*[（(]\s*(?P<who>[A-Za-z][\w.-]{2,30}|[\u4e00-\u9fff]{2,4})\s*[)）]\s*[：:]"
)


def presented(para: int, text: str, known: Listed) -> Iterator[Sighting]:
    """Those whom an item's title names: in brackets or behind a dash, or before it."""
    end = len(text.rstrip())
    near = max(0, end - _TAIL_REACH)
    bracket = _BRACKET.search(text, near, end)
    item = _ITEM.match(text, 0, HEAD)
    if bracket and item:
        yield from _people(para, text, *bracket.span("who"), known)
    tagged = _TAGGED.match(text, 0, HEAD)
    if tagged:
        yield from _people(para, text, *tagged.span("who"), known)
    opening = _OPENS.match(text, 0, HEAD)
    if opening and item and not text.startswith((" ", "　")):
        yield from _people(para, text, *opening.span("who"), known)
    while tail := _TAIL.search(text, near, end):
        end = len(text[: tail.start()].rstrip())
    signed = _SIGNED.search(text, near, end)
    if (
        signed
        and signed.lastgroup
        and text[: signed.start()].strip()
        and (signed.lastgroup != "colon" or (item and signed.start() >= _LONG))
    ):
        for part in _HANDLES.finditer(text, *signed.span(signed.lastgroup)):
            yield from _people(para, text, *part.span(), known)


_HANDLES = re.compile(r"@[^\s@]+|[^@]+")  # several names with a mark each


def _people(para: int, text: str, start: int, end: int, known: Listed) -> Iterator[Sighting]:
    """Only a stretch that is all people counts; a firm may stand beside a name."""
    found = [entry for entry in roll.people(text, start, end, roll.pieces) if _person_like(entry.person, known)]
    pieces = list(roll.pieces(text, start, end))
    alias = known.known(text[start:end].strip())
    if alias and not found:
        yield Sighting(alias, "speak", Evidence(Span(para, start, end), "minutes/presents", text[start:end]))
    if not found or len(pieces) - len(found) > 1:
        return
    for entry in found:
        person = entry.person
        if not entry.away:
            at = Evidence(Span(para, person.start, person.end), "minutes/presents", "")
            title, place = (
                _firm_beside(text, pieces, person) if len(pieces) > len(found) else (person.title, person.title_start)
            )
            yield Sighting(known.known(person.name) or person.name, "speak", at, title, place)


def _firm_beside(text: str, pieces: list[tuple[int, int]], person: Mention) -> tuple[str, int]:
    """（葛云，远帆）: the piece that is no person stands for where they come from."""
    other = next((at, to) for at, to in pieces if not at <= person.start < to)
    return text[slice(*other)], other[0]


def _person_like(person: Mention, known: Listed) -> bool:
    """Presenters may be new names; a bare word without a surname counts only when listed or written like a handle."""
    handle = person.name.isascii() and person.name.islower() and len(person.name) > _LONG
    return bool(known.known(person.name)) or names.whole_name(person.name) or handle
