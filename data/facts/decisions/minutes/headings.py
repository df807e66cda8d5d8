"""Headings of minutes: in which style of numbering they stand, and which part of the minutes they open."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from config.lexicon import words
from data.facts.patterns import any_of

Part = Literal["agenda", "resolutions", "skipped", "people", "other"]

_HAN = "一二三四五六七八九十"
_CAPITAL = "壹贰叁参肆伍陆柒捌玖拾"
_LINE = re.compile(
    r"[\s>|]*(?:[-*•]\s+(?=\*\*))?(?:[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s*)?(?P<hash>#{1,6})?\s*(?P<bold>\*\*)?\s*(?:[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s*)?"
    rf"(?:(?P<capital>[{_CAPITAL}]{{1,2}})[、.．]|(?P<han>[{_HAN}]{{1,3}})[、.．]"
    rf"|(?P<roman>[IVX]{{1,4}}(?=[.、．)])|[Ⅰ-Ⅻ])[.、．)]?\s+|(?P<latin>[A-H])[.、)]\s|[（(](?P<paren>[{_HAN}\d]{{1,2}})[)）]|(?P<arabic>\d{{1,2}})(?:\.\d{{1,2}})*(?:[、.．)]|\ufe0f?\u20e3|(?=\s))\s*(?=\D))?\s*"
    r"(?:【(?P<bracket>[^【】]{2,20})】[\s:：*|]*$|(?P<text>\S.*?)[\s:：*|]*$)"
)
_ORDINALS = ("capital", "han", "paren", "arabic", "roman", "latin")
_MINUTES = ("会议记录", "会议纪录")  # alone they head the minutes; with a name behind, it is who took them
_LONGEST = 120  # characters of a heading
_LONGEST_PART = 60  # … that opens a part
_PARTS: tuple[Part, ...] = ("people", "skipped", "other", "resolutions", "agenda")
_PRESENCE = ("chair", "attend", "observe", "absent", "none")
_AROUND = re.compile(r"[（(][^（）()]*[）)]|[\s*#]")
_INSIDE = re.compile(r"[:：`，,]")  # what no name of a part holds
_FOREIGN = re.compile(r"^[A-Za-z]+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[A-Za-z]+$")


def _words(name: Part) -> tuple[str, ...]:
    if name == "people":
        listed = (word for label in _PRESENCE for word in words("attendance", f"labels.{label}"))
        others = (*words("minutes", "labels.other"), *words("minutes", "sections.agenda"))
        return tuple({word.replace(" ", "").lower() for word in listed if word.lower() not in others})
    return tuple(word.replace(" ", "") for word in words("minutes", f"sections.{name}"))


def _part(name: Part) -> re.Pattern[str]:
    prefix, suffix = (any_of(words("minutes", f"affixes.{side}")) for side in ("before", "after"))
    word = any_of(_words(name))
    every = any_of(tuple(one for part in _PARTS for one in _words(part)))
    return re.compile(rf"(?:{prefix})*(?:{word})(?:[及和与、/&]+(?:{every}))?(?:{suffix})*")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that can head others; positions as in the line, `depth` of a Markdown heading, else 0."""

    style: str
    depth: int
    number: int | None
    start: int
    text: str

    @property
    def number_after(self) -> int:
        """The number that the heading beside it has."""
        return (self.number or 0) + 1

    def beside(self, other: "Heading") -> bool:
        """Whether the two stand on one level, or this one above."""
        if self.style == "hash" == other.style:
            return self.depth <= other.depth
        return self.style == other.style and self.style != "plain" and self.number is not None


def read_heading(line: str) -> Heading | None:
    """The heading that `line` can be; None for running text."""
    match = _LINE.match(line) if len(line) <= _LONGEST and "。" not in line.rstrip("。 |") else None
    if match is None:
        return None
    found = match.groupdict()
    ordinal = next((style for style in _ORDINALS if found[style]), None)
    style = "hash" if match["hash"] else ordinal or ("bold" if match["bold"] else "plain")
    number = number_of(found[ordinal]) if ordinal else None
    if match["bracket"] and style == "plain":
        style, number = "bracket", 0
    words_ = "bracket" if match["bracket"] else "text"
    return Heading(style, len(match["hash"] or ""), number, match.start(words_), match[words_])


@lru_cache(maxsize=256)
def part_of(text: str) -> Part | None:
    """Which part of the minutes a heading with these words opens: 本次议题 → agenda; None where it opens none."""
    if len(text) > _LONGEST_PART or _INSIDE.search(text):
        return None
    bare = _FOREIGN.sub("", _AROUND.sub("", text)).lower()
    if bare in _MINUTES:
        return "agenda"
    return next((name for name in _PARTS if _PATTERNS[name].fullmatch(bare)), None)


_PATTERNS = {name: _part(name) for name in _PARTS}


def number_of(written: str | None) -> int | None:
    """The number written in digits or in Chinese up to ninety-nine, the capitals of accounts included."""
    if not written:
        return None
    if written.isdigit():
        return int(written)
    if set(written) <= set(_ROMAN):
        return _roman(written)
    if written.isascii():
        return ord(written) - ord("A") + 1
    plain = written.translate(_PLAIN)
    tens, ten, ones = plain.rpartition("十")
    if not ten:
        return _HAN.find(plain[-1]) + 1
    return 10 * (_HAN.find(tens) + 1 if tens else 1) + (_HAN.find(ones) + 1 if ones else 0)


_ROMAN = {"I": 1, "V": 5, "X": 10} | {chr(0x2160 + n): n + 1 for n in range(12)}


def _roman(written: str) -> int:
    """IX → 9: a smaller numeral before a greater one is taken away."""
    values = [_ROMAN[one] for one in written]
    return sum(-one if one < after else one for one, after in zip(values, (*values[1:], 0), strict=True))


_PLAIN = str.maketrans(_CAPITAL, "一二三三四五六七八九十")
