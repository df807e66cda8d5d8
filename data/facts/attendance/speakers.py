"""Who speaks in minutes: lines `NAME：words`, presenters behind an item of the agenda, remarks signed with a dash."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from config import lexicon
from data.facts.attendance import courtesies, entries, labels, lines, presiding, roll
from data.facts.attendance.sightings import Sighting
from data.facts.attendance.signals import any_of
from data.facts.people import Mention, names, offices
from data.records import Evidence, Report, Span


def _words(section: str) -> str:
    return any_of(lexicon.words("attendance", f"minutes.{section}"))


_MARK = r"^[\s*#>|\-•·●/—–]*(?:[（(]?[\d一二三四五六七八九十]{1,2}[）).、．]\s*)?"
_ITEM_START = rf"(?:{_words('item_words')})\s*[一二三四五六七八九十\d]*\s*[:：、.]?"
_ITEM = re.compile(rf"^[\s*#>\-•·●]*(?:{_ITEM_START}|[（(]?\d{{1,2}}\s*[）).、．]|#+ )|^\s*[*\-•]")
_TOPIC = re.compile(rf"^[\s*#>\-•·●]*{_ITEM_START}")
_SAY_TOGETHER = re.compile(_MARK + r"(?P<who>[\w.-]{2,24}(?:\s?[/／、&]\s?[\w.-]{2,24}){1,5})\s*[：:](?!//)\s*(?=\S)")
_SAYS = re.compile(_MARK + r"@?(?P<who>[^：:，。、\s]{1,12}(?:\s[A-Z][a-z]+)?)[ 　]*[：:](?!//)[ 　]*(?=\S)")
_SUGGESTS = re.compile(
    rf"(?:{_MARK}|[：:。；;]\s*)@?(?P<who>[^：:，。；;、\s@]{{2,14}}?(?:\s[A-Z][a-z]+)?(?:\s?(?:先生|女士))?)\s?(?:{_words('said')})"
)
_OPENS = re.compile(_MARK + r"(?P<who>[\u4e00-\u9fff]{2,4}(?:\s*[/、]\s*[\u4e00-\u9fff]{2,4})*)\s+(?=\S)")
_TAGGED = re.compile(
    _MARK + r"[\[【](?![^\[\]【】]*(?:动议|提案|议案|事项|决议)[\]】])(?P<who>[^\[\]【】]{2,40})[\]】]"
)
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
_NUMBER = r"(?:[一二三四五六七八九十\d]+[、.．)）]\s*)?"


def _heading(section: str) -> re.Pattern[str]:
    """A line that is nothing but a heading with one of the section's words."""
    return re.compile(
        rf"\W*{_NUMBER}[A-Za-z ]*[\u4e00-\u9fff]{{0,4}}(?:{_words(section)})"
        r"[\u4e00-\u9fffA-Za-z ]{0,6}(?:[（(].*[）)])?[】\]]?\s*[:：]?\s*$"
    )


_SECTIONS = tuple((section, _heading(section)) for section in ("owed", "concluded", "agenda"))
_LATER = re.compile(_words("later"))
_ALIAS = re.compile(rf"(?P<surname>[\u4e00-\u9fff])(?:{_words('alias_ends')})?")
_TALK = 3  # speaker lines without a list of people; fewer could be anything


def _name_of(who: str) -> str | None:
    """祝青禾副镇长 → 祝青禾."""
    return next((person.name for person, _ in entries.parse(who, 0, len(who))), None)


@dataclass(frozen=True, slots=True)
class _Roll:
    """The names that the head of the minutes lists, or, without such a head, those of the speaker lines."""

    names: frozenset[str]

    @property
    def of_handles(self) -> bool:
        """Whether most of those listed go by handles."""
        return len(self.names) > _TALK and sum(name.isascii() for name in self.names) * 2 > len(self.names)

    def known(self, who: str) -> str | None:
        """The listed name that `who` is: whole, by given name, by surname with an epithet (胡总); one must fit."""
        who = _SPEECH.sub("", who)
        if who in self.names:
            return who
        if (office := _name_of(who)) in self.names:
            return office
        bare = _POLITE.sub("", offices.without_heads(who))
        if bare in self.names:
            return bare
        alias = _ALIAS.fullmatch(who)
        fitting = [
            name
            for name in self.names
            if (alias and name.startswith(alias["surname"])) or (len(bare) > 1 and _is_part(bare, name))
        ]
        return fitting[0] if len(fitting) == 1 else None


def _is_part(who: str, name: str) -> bool:
    """Whether `who` is the given name, a Latin name's first or last word, or a handle's beginning in any case."""
    handle = len(who) > _TALK and name.isascii() and re.split(r"[_.-]|$", name.lower())[0] == who.lower()
    words = name.lower().split(" ")
    latin = len(who) > _TALK and who.isascii() and who.lower() in (words[0], words[-1])
    return who in (name[1:], name.split(" ")[0], name.split(" ")[-1]) or handle or latin or who.lower() == name.lower()


_SPEECH = re.compile(r"(?<=.)(?:致[词辞]|发言|补充|回应|答复|提问)$")
_POLITE = re.compile(r"\s*(?:先生|女士|小姐|太太)$")


def read(report: Report) -> Iterator[Sighting]:
    """Speakers and presenters; nothing in reports that are not minutes."""
    heads = lines.labelled(report)
    listed = frozenset(
        entry.person.name
        for line in heads
        if line.role is not None or line.label.startswith(_KEEPERS)
        for entry in roll.people(report.text(line.para), line.start, line.end)
    )
    if listed:
        listed |= _talking(report)
    else:
        yield from _shared(report)
        said = [match["who"] for text in report.paras if (match := _SAYS.match(text, 0, _HEAD))]
        plain = {who for who in said if names.whole_name(who) and labels.role_of(who) is None}
        listed = frozenset(plain | {name for who in said if (name := _name_of(who)) and name != who})
        if len(listed) < _TALK:
            return
    yield from _speakers(report, _Roll(listed), {line.para: line for line in heads})


_KEEPERS = ("记录", "纪录")  # who keep the minutes may present as well


def _talking(report: Report) -> frozenset[str]:
    """Those whose words a talk gives line by line, NAME：words, whether or not the head lists them."""
    said: Counter[str] = Counter()
    for text, section in zip(report.paras, _sections(report), strict=True):
        match = _SAYS.match(text, 0, _HEAD) if section != "owed" else None
        if match and names.whole_name(match["who"]) and labels.role_of(match["who"]) is None:
            said[match["who"]] += 1
    if len(said) < _FEW or said.total() < _TALK:
        return frozenset()
    return frozenset(who for who, lines_ in said.items() if len(who) > _SHORT or lines_ > 1)


_FEW = 2  # who talk with each other
_SHORT = 2  # characters of a name that a label can look like


def _shared(report: Report) -> Iterator[Sighting]:
    """Those whom a mark names that told something: @suhe 分享了…."""
    for para, text in enumerate(report.paras):
        for found in _AT_TOLD.finditer(text, 0, _TALK_REACH):
            yield Sighting(found["who"], "speak", Evidence(Span(para, *found.span("who")), "minutes/shares", "@"))


_AT_TOLD = re.compile(
    r"@(?P<who>[\w\u4e00-\u9fff.-]{2,20})\s*(?:分享|介绍|汇报|讲解|演示|主讲|指出|提出|补充|表示|认为|建议|反馈|讨论了)"
)


def _speakers(report: Report, known: _Roll, heads: dict[int, lines.Line]) -> Iterator[Sighting]:
    chair = presiding.chair(report)
    for (para, text), section in zip(enumerate(report.paras), _sections(report), strict=True):
        if section == "owed" or para in heads:
            continue
        yield from _said(para, text, known)
        yield from _said_together(para, text, known)
        yield from _reported(para, text, known)
        yield from _told_by(para, text)
        yield from _signed_by_tag(para, text, known)
        if section == "agenda":
            yield from _handle_says(para, text, known)
            yield from _tells_point(para, text)
        if chair:
            yield from presiding.says(report, para, chair)
        if section == "agenda" and not _put_off(report, para) and not _named_below(heads, para):
            yield from _presented(para, text, known)


def _sections(report: Report) -> Iterator[str]:
    """For each line: agenda (names present), concluded (names own decisions) or owed (names own work left over)."""
    section, next_number = "agenda", ""
    for text in report.paras:
        head = text[:_HEADING]
        numbered = _NUMBERED.match(head)
        if _TOPIC.match(text, 0, _HEAD) or (numbered and numbered["n"] == next_number):
            section, next_number = "agenda", ""
        elif kind := next((name for name, pattern in _SECTIONS if pattern.match(head)), ""):
            section = kind
            next_number = str(int(numbered["n"]) + 1) if numbered else ""
        yield section


_NUMBERED = re.compile(r"\s*(?P<n>\d{1,2})\s*[、.．]")


def _put_off(report: Report, para: int) -> bool:
    """Whether the item, or the line below it, says that it was put off."""
    below = report.text(para + 1)[:_HEADING] if para + 1 < len(report.paragraphs) else ""
    return bool(_LATER.search(report.text(para)) or _LATER.search(below))


def _named_below(heads: dict[int, lines.Line], para: int) -> bool:
    """Whether the next line names the presenter under a label of its own."""
    below = heads.get(para + 1)
    return below is not None and below.role == "speak"


_TOLD_BY = re.compile(
    rf"{_MARK}(?:[（(]?[壹贰叁参肆伍陆柒捌玖拾]{{1,2}}[）).、．]\s*)?[\u4e00-\u9fff]{{0,8}}(?:报告|致[词辞]|汇报|说明)"
    r"\s*[：:]\s*(?P<who>[\u4e00-\u9fff·]{2,10}(?:[\s　]+[\u4e00-\u9fff]{2,8})?)\s*$"
)


def _told_by(para: int, text: str) -> Iterator[Sighting]:
    """A part of the minutes by the name of who tells it, and nothing else: 校务报告：顾城 校长."""
    match = _TOLD_BY.match(text, 0, _HEAD)
    people = list(roll.people(text, *match.span("who"))) if match else []
    if match and len(people) == 1 and names.whole_name(people[0].person.name):
        person = people[0].person
        at = Evidence(Span(para, *match.span("who")), "minutes/told-by", match["who"])
        yield Sighting(person.name, "speak", at, person.title, person.title_start)


_REPORTED = re.compile(
    rf"{_MARK}(?:(?P<title>[\u4e00-\u9fff]{{2,8}}?)(?:报告|汇报)|动议)\s*[（(](?P<who>[^（）()。；：:]{{2,60}})[）)]"
)


def _reported(para: int, text: str, known: _Roll) -> Iterator[Sighting]:
    """主席报告（顾城）, 动议（林岚）：…: somebody listed, with the office that the report is of."""
    match = _REPORTED.match(text, 0, _HEAD) or _OFFICER.match(text, 0, _HEAD)
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


def _signed_by_tag(para: int, text: str, known: _Roll) -> Iterator[Sighting]:
    """Remarks that a shared notebook signs: … [name=顾城]."""
    for tag in _TAG.finditer(text):
        if who := known.known(tag["who"].strip()):
            yield Sighting(who, "speak", Evidence(Span(para, *tag.span()), "minutes/tag", tag["who"]))


_TAG = re.compile(r"\[name=(?P<who>[^\]\n]{2,24})\]")


def _tells_point(para: int, text: str) -> Iterator[Sighting]:
    """A point with who tells it in brackets: - 图优化分享（greenfrog）：…."""
    told = _POINT.match(text, 0, _HEAD)
    if told and (told["who"].isascii() or names.whole_name(told["who"])):
        yield Sighting(
            told["who"], "speak", Evidence(Span(para, *told.span("who")), "minutes/tells-point", told["verb"])
        )


_POINT = re.compile(
    r"\s*[-*•]\s+[^（(：:。]{4,30}?(?P<verb>分享|介绍|汇报|讲解|演示|报告)\s*[（(]\s*(?P<who>[A-Za-z][\w.-]{2,30}|[\u4e00-\u9fff]{2,4})\s*[)）]\s*[：:]"
)


def _handle_says(para: int, text: str, known: _Roll) -> Iterator[Sighting]:
    """A handle that nobody listed, where those listed are handles: greenfrog：可以."""
    said = _HANDLE_SAYS.match(text, 0, _HEAD)
    if said and known.of_handles and said["who"] not in _NO_HANDLES and not known.known(said["who"]):
        yield Sighting(said["who"], "speak", Evidence(Span(para, *said.span("who")), "minutes/handle", said["who"]))


_HANDLE_SAYS = re.compile(r"\s*(?P<who>[a-z][a-z0-9_-]{3,20})\s*[：:](?!//)\s*(?=[\u4e00-\u9fff])")
_NO_HANDLES = frozenset(lexicon.words("attendance", "minutes.no_handles"))


def _courteous(para: int, text: str) -> Iterator[Sighting]:
    """Those who speak within a line, each named with the office inside the name (…。顾常务理事远山：赞成)."""
    for match in _COURTEOUS.finditer(text, 0, _TALK_REACH):
        person = next((person for person, _ in entries.parse(text, *match.span("who"))), None)
        if person is not None and person.rule == courtesies.RULE:
            at = Evidence(Span(para, *match.span("who")), "minutes/says", match["who"])
            yield Sighting(person.name, "speak", at, person.title, person.title_start)


_COURTEOUS = re.compile(r"(?:^|[。；;）)])\s*(?P<who>[\u4e00-\u9fff]{5,9}?)(?:说明|表示|报告|补充|建议|回应)?\s*[：:]")


def _called(who: str, words: str) -> Mention | None:
    """A name whom minutes call 先生 or 女士, or by an office behind or inside it: no label is called so.

    An office before the name may be a label's; there `words` must be a sentence.
    """
    name = _POLITE.sub("", who)
    if name != who and names.whole_name(name):
        return Mention(name, 0, len(name))
    person = next((person for person, _ in entries.parse(who, 0, len(who))), None)
    polite = name != who or who.endswith("老师")
    says = "，" in words and "。" in words
    if person is None or not (polite or says or person.rule in ("office-after-name", courtesies.RULE)):
        return None
    stands = offices.ENDS_IN_HEAD.search(person.title) or offices.ends_in_organ(person.title)
    return person if stands and names.whole_name(person.name) else None


def _said(para: int, text: str, known: _Roll) -> Iterator[Sighting]:
    for pattern, rule in ((_SAYS, "minutes/says"), (_SUGGESTS, "minutes/suggests")):
        found = pattern is _SAYS and bool(saying := list(_courteous(para, text)))
        yield from saying if found else ()
        for match in pattern.finditer(text, 0, _TALK_REACH):
            at = Evidence(Span(para, match.start("who"), match.end()), rule, match["who"])
            if who := known.known(match["who"]):
                yield Sighting(who, "speak", at)
                found = True
            elif pattern is _SAYS and (person := _called(match["who"], text[match.end() :])):
                start = match.start("who") + person.title_start if person.title else -1
                yield Sighting(person.name, "speak", at, person.title, start)
                found = True
        if found:
            return


def _said_together(para: int, text: str, known: _Roll) -> Iterator[Sighting]:
    """Those listed who said the same: 顾城/林岚：可行."""
    if (together := _SAY_TOGETHER.match(text, 0, _HEAD)) is None:
        return
    for part in _EACH.finditer(text, *together.span("who")):
        if who := known.known(part[0]):
            yield Sighting(who, "speak", Evidence(Span(para, *part.span()), "minutes/says", part[0]))


_EACH = re.compile(r"[\w.-]+")


def _presented(para: int, text: str, known: _Roll) -> Iterator[Sighting]:
    end = len(text.rstrip())
    near = max(0, end - _TAIL_REACH)
    bracket = _BRACKET.search(text, near, end)
    item = _ITEM.match(text, 0, _HEAD)
    if bracket and item:
        yield from _people(para, text, *bracket.span("who"), known)
    tagged = _TAGGED.match(text, 0, _HEAD)
    if tagged:
        yield from _people(para, text, *tagged.span("who"), known)
    opening = _OPENS.match(text, 0, _HEAD)
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
_TALK_REACH = 400  # characters of a line in which several people can be quoted
_HEAD = 120  # characters in which a line's marks and speaker stand
_HEADING = 60  # characters of a heading
_TAIL_REACH = 240  # characters at the end of a line in which it can be signed
_LONG = 8  # characters before a colon: an item's title, not a label


def _people(para: int, text: str, start: int, end: int, known: _Roll) -> Iterator[Sighting]:
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


def _person_like(person: Mention, known: _Roll) -> bool:
    """Presenters may be new names; a bare word without a surname counts only when listed or written like a handle."""
    handle = person.name.isascii() and person.name.islower() and len(person.name) > _LONG
    return bool(known.known(person.name)) or names.whole_name(person.name) or handle
