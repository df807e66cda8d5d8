"""Who speaks in minutes: lines `NAME：words`, presenters behind an item of the agenda, remarks signed with a dash."""

import re
from collections import Counter
from collections.abc import Iterator

from config import lexicon
from data.facts.attendance import courtesies, entries, labels, lines, presenters, presiding, roll, rosters
from data.facts.attendance.listed_names import POLITE, Listed, name_of
from data.facts.attendance.marks import HEAD, ITEM_START, MARK, minutes_words
from data.facts.attendance.sightings import Sighting
from data.facts.people import Mention, names, offices
from data.records import Evidence, Report, Span

_TOPIC = re.compile(rf"^[\s*#>\-•·●]*{ITEM_START}")
_SAY_TOGETHER = re.compile(MARK + r"(?P<who>[\w.-]{2,24}(?:\s?[/／、&]\s?[\w.-]{2,24}){1,5})\s*[：:](?!//)\s*(?=\S)")
_SAYS = re.compile(MARK + r"@?(?P<who>[^：:，。、\s]{1,12}(?:\s[A-Z][a-z]+)?)[ 　]*[：:](?!//)[ 　]*(?=\S)")
_SUGGESTS = re.compile(
    rf"(?:{MARK}|[：:。；;]\s*)@?(?P<who>[^：:，。；;、\s@]{{2,14}}?(?:\s[A-Z][a-z]+)?(?:\s?(?:先生|女士))?)\s?(?:{minutes_words('said')})"
)
_NUMBER = r"(?:[一二三四五六七八九十\d]+[、.．)）]\s*)?"


def _heading(section: str) -> re.Pattern[str]:
    """A line that is nothing but a heading with one of the section's words."""
    return re.compile(
        rf"\W*{_NUMBER}[A-Za-z ]*[\u4e00-\u9fff]{{0,4}}(?:{minutes_words(section)})"
        r"[\u4e00-\u9fffA-Za-z ]{0,6}(?:[（(].*[）)])?[】\]]?\s*[:：]?\s*$"
    )


_SECTIONS = tuple((section, _heading(section)) for section in ("owed", "concluded", "agenda"))
_LATER = re.compile(minutes_words("later"))
_TALK = 3  # speaker lines without a list of people; fewer could be anything
_TALK_REACH = 400  # characters of a line in which several people can be quoted
_HEADING = 60  # characters of a heading


def read(report: Report) -> Iterator[Sighting]:
    """Speakers and presenters; nothing in reports that are not minutes."""
    heads = lines.labelled(report)
    listed = frozenset(
        entry.person.name
        for line in heads
        if line.role is not None or line.label.startswith(_KEEPERS)
        for entry in roll.people(report.text(line.para), line.start, line.end)
    )
    listed |= {one.name for one in rosters.rostered(report)}
    if listed:
        listed |= _talking(report)
    else:
        yield from _shared(report)
        said = [match["who"] for text in report.paras if (match := _SAYS.match(text, 0, HEAD))]
        plain = {who for who in said if names.whole_name(who) and labels.role_of(who) is None}
        listed = frozenset(plain | {name for who in said if (name := name_of(who)) and name != who})
        if len(listed) < _TALK:
            yield from _points(report)
            return
    rows = {one.at.span.para for one in rosters.rostered(report)}
    yield from _speakers(report, Listed(listed), {line.para: line for line in heads}, rows)


_KEEPERS = ("记录", "纪录")  # who keep the minutes may present as well


def _talking(report: Report) -> frozenset[str]:
    """Those whose words a talk gives line by line, NAME：words, whether or not the head lists them."""
    said: Counter[str] = Counter()
    for text, section in zip(report.paras, _sections(report), strict=True):
        match = _SAYS.match(text, 0, HEAD) if section != "owed" else None
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


def _points(report: Report) -> Iterator[Sighting]:
    """Who tells the points of a page that lists nobody, each in a bracket behind the point; two at least do."""
    told = [one for para, text in enumerate(report.paras) for one in presenters.tells_point(para, text)]
    yield from told if len(told) > 1 else ()


_AT_TOLD = re.compile(
    r"@(?P<who>[\w\u4e00-\u9fff.-]{2,20})\s*(?:分享|介绍|汇报|讲解|演示|主讲|指出|提出|补充|表示|认为|建议|反馈|讨论了)"
)


def _speakers(report: Report, known: Listed, heads: dict[int, lines.Line], rows: set[int]) -> Iterator[Sighting]:
    chair = presiding.chair(report)
    for (para, text), section in zip(enumerate(report.paras), _sections(report), strict=True):
        if section == "owed" or para in heads or para in rows:
            continue
        yield from _said(para, text, known)
        yield from _said_together(para, text, known)
        yield from _unit_says(para, text)
        yield from presenters.reported(para, text, known)
        yield from presenters.told_by(para, text)
        yield from presenters.signed_by_tag(para, text, known)
        if section == "agenda":
            yield from _handle_says(para, text, known)
            yield from presenters.tells_point(para, text)
        if chair:
            yield from presiding.says(report, para, chair)
        if section == "agenda" and not _put_off(report, para) and not _named_below(heads, para):
            yield from presenters.presented(para, text, known)


def _sections(report: Report) -> Iterator[str]:
    """For each line: agenda (names present), concluded (names own decisions) or owed (names own work left over)."""
    section, next_number = "agenda", ""
    for text in report.paras:
        head = text[:_HEADING]
        numbered = _NUMBERED.match(head)
        if _TOPIC.match(text, 0, HEAD) or (numbered and numbered["n"] == next_number):
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


def _handle_says(para: int, text: str, known: Listed) -> Iterator[Sighting]:
    """A handle that nobody listed, where those listed are handles: greenfrog：可以."""
    said = _HANDLE_SAYS.match(text, 0, HEAD)
    if said and known.of_handles and said["who"] not in _NO_HANDLES and not known.known(said["who"]):
        yield Sighting(said["who"], "speak", Evidence(Span(para, *said.span("who")), "minutes/handle", said["who"]))


_HANDLE_SAYS = re.compile(
    r"\s*(?P<who>[a-z][a-z0-9_-]{3,20})\s*[：:](?!//)\s*(?=(?:[A-Za-z0-9_. -]{1,16})?[\u4e00-\u9fff])"
)
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
    name = POLITE.sub("", who)
    if name != who and names.whole_name(name):
        return Mention(name, 0, len(name))
    person = next((person for person, _ in entries.parse(who, 0, len(who))), None)
    polite = name != who or who.endswith("老师")
    says = "，" in words and "。" in words
    if person is None or not (polite or says or person.rule in ("office-after-name", courtesies.RULE)):
        return None
    stands = offices.ENDS_IN_HEAD.search(person.title) or offices.ends_in_organ(person.title)
    return person if stands and names.whole_name(person.name) else None


def _said(para: int, text: str, known: Listed) -> Iterator[Sighting]:
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


def _unit_says(para: int, text: str) -> Iterator[Sighting]:
    """Who reports for a unit, in a bracket behind it: 一、教务处（教务主任　顾城）：…."""
    unit = _UNIT_SAYS.match(text, 0, HEAD)
    if unit is None or not offices.ends_in_organ(unit["unit"]):
        return
    at = Evidence(Span(para, *unit.span("who")), "minutes/unit", unit["unit"])
    for person, away in entries.parse(text, *unit.span("who")):
        if not away and names.whole_name(person.name) and offices.ENDS_IN_HEAD.search(person.title):
            yield Sighting(person.name, "speak", at, person.title, person.title_start)


_UNIT_SAYS = re.compile(MARK + r"(?P<unit>[\u4e00-\u9fff]{2,14})[（(](?P<who>[^（）()：:]{4,24})[)）]\s*[：:]\s*(?=\S)")


def _said_together(para: int, text: str, known: Listed) -> Iterator[Sighting]:
    """Those listed who said the same: 顾城/林岚：可行."""
    if (together := _SAY_TOGETHER.match(text, 0, HEAD)) is None:
        return
    for part in _EACH.finditer(text, *together.span("who")):
        if who := known.known(part[0]):
            yield Sighting(who, "speak", Evidence(Span(para, *part.span()), "minutes/says", part[0]))


_EACH = re.compile(r"[\w.-]+")
