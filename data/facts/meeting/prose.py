"""What running text calls the meeting: X召开, 召开X, 在X上强调, 同X座谈."""

import re
from collections.abc import Callable, Iterator

from data.facts.meeting import signals
from data.facts.meeting.name import Name, cut
from data.facts.meeting.own import own_start
from data.facts.meeting.whose import LEFT, with_owner

Kinds = list[re.Match[str]]
Span3 = tuple[int, int, int]

_QUOTED = re.compile(r"[“《][^”》]{1,80}[”》]")
_HIDDEN = str.maketrans("，。；：、 　", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006")
_NARROW = re.compile(r"(?<=[^\x00-\x7f])[,;:!?](?=[^\x00-\x7f]|\s|$)|(?<=\d)[,;!?](?=[^\x00-\x7f])")
_WIDE = str.maketrans(",;:!?", "，；：！？")
_HEARSAY = re.compile(
    r"^(?:会议|大会|会上)|传达|学习(?!中心组|会|教育)|贯彻|精神|决定|收听收看|此前|根据|通过|审议|提请|提交|听取|落实|建议"
)
_STARTS_ELSE = re.compile(r"会议|大会|会上|传达|总书记|习近平总书记|根据|此前|随后")
_SENTENCE = re.compile(r"[^。！？\n]+")
_SENTENCES = 3  # of a paragraph; later ones speak of other things
_MAYBE = re.compile("[会谈]")
_NEAR = 12  # characters
_SEPARATORS = re.compile(r"[，。；：！？\n \u3000]|——+|[)）](?=\d{1,4}[年月日])")
_ACTS = re.compile(r"(?:召开|举行|举办|主持召开|主持|出席|参加)(?:了)?")
_VISITS = re.compile(signals.any_of("visits"))  # those who go to a meeting are not the body that meets


def in_paragraph(para: int, text: str) -> Iterator[Name]:
    """The names that a paragraph's first sentences give, best first."""
    hidden = hide(text[:600])
    sentences = list(_SENTENCE.finditer(hidden, own_start(hidden)))[:_SENTENCES]
    for sentence in sentences:
        yield from in_stretch(text, hidden, para, sentence.start(), sentence.end())


def hide(text: str) -> str:
    """Separators inside quotation marks made invisible, so that a quoted theme stays one piece of the name.

    A half-width mark beside Chinese counts as the full-width one.
    """
    wide = _NARROW.sub(lambda match: match[0].translate(_WIDE), text)
    return _QUOTED.sub(lambda match: match[0].translate(_HIDDEN), wide)


def in_stretch(text: str, hidden: str, para: int, start: int, end: int) -> Iterator[Name]:
    """The names that the rules find in text[start:end], best first; `hidden` is the text as `hide` gives it."""
    kinds = list(signals.KINDS.finditer(hidden, start, end))
    if not kinds and not _MAYBE.search(hidden, start, end):
        return
    for rule, find in _RULES:
        span = find(hidden, kinds, start, end)
        if span and not _HEARSAY.search(hidden, max(start, span[0] - _NEAR), span[0]):
            found = _whole(text, hidden, para, start, span, rule)
            if found:
                yield found


def _left_edge(hidden: str, start: int, at: int) -> int:
    edges = [edge.end() for edge in _SEPARATORS.finditer(hidden, max(start, at - _REACH), at)]
    return edges[-1] if edges else max(start, at - _REACH)


_REACH = 70


def _passive(hidden: str, kinds: Kinds, start: int, end: int) -> Span3 | None:
    """X会议…召开: (start of the verb's stretch, start of the name, end of the name)."""
    for kind in kinds:
        held = signals.THEN_HELD.match(hidden, kind.end(), end)
        if held and not (signals.BODY.search(kind[0]) and signals.OBJECT.match(hidden, held.end(), end)):
            left = _left_edge(hidden, start, kind.start())
            return left, left, kind.end()
    return None


def _active(hidden: str, kinds: Kinds, start: int, end: int) -> Span3 | None:
    """召开X会议."""
    del kinds
    match = signals.ACTIVE.search(hidden, start, end)
    return (match.start(), *match.span("what" if match["what"] else "visited")) if match else None


def _said_at(hidden: str, kinds: Kinds, start: int, end: int) -> Span3 | None:
    """在X会议上强调."""
    for kind in kinds:
        if signals.THEN_SAID.match(hidden, kind.end(), end):
            left = hidden.find("在", _left_edge(hidden, start, kind.start()), kind.start()) + 1
            return (left - 1, left, kind.end()) if left else None
    return None


def _talks(hidden: str, kinds: Kinds, start: int, end: int) -> Span3 | None:
    """同X座谈."""
    match = signals.TALKS.search(hidden, start, end)
    return (
        (match.start(), *match.span("what"))
        if match and (kinds or hidden.startswith("。", end) or end - match.end() <= _LAST)
        else None
    )


def _apposed(hidden: str, kinds: Kinds, start: int, end: int) -> Span3 | None:
    """迎来了一场盛会——X会议: told behind a dash."""
    del kinds
    match = _DASHED.search(hidden, start, end)
    return (match.start(), *match.span("what")) if match else None


_DASHED = re.compile(rf"(?:会议|大会|盛会|活动)——(?P<what>[^，。；：—\s]{{4,40}}?{signals.KIND})(?=[，。；]|$)")
_LAST = 12  # characters; what the talk was about may follow
_RULES: tuple[tuple[str, Callable[[str, Kinds, int, int], Span3 | None]], ...] = (
    ("passive", _passive),
    ("active", _active),
    ("said-at", _said_at),
    ("talks", _talks),
    ("apposed", _apposed),
)


def _whole(text: str, hidden: str, para: int, start: int, span: Span3, rule: str) -> Name | None:
    verb, at, to = span
    if rule == "passive":
        if _ACTS.search(hidden, at, to):
            return None
        left = LEFT.match(hidden[at:to])
        at += left.end() if left else 0
    if rule != "active" and _STARTS_ELSE.match(hidden, at, to):
        return None
    name = cut(text, para, at, to, rule)
    if rule == "active" and not _VISITS.match(hidden, verb):
        described = name.start > at  # 甲昨日召开的第二次会议: whose it was stands far away
        name = with_owner(text, hidden, para, start, verb, name, described)
    return name if len(name.text) > 1 and not _NO_NAME.match(name.text) else None


_NO_NAME = re.compile(
    r"这(?:是|样|些|个)|[今去]年是|是因为|正(?:值|赶上|逢)|自[^，。]{2,10}(?:起|以来)|[^，。]{0,6}已经"
)  # 这是党的…全会: told of a meeting, beside what happened
