"""The frames of questions: which words ask, and what they ask for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from config import lexicon
from data.records import DecisionKind, Role
from retrieval.records import Kind


@dataclass(frozen=True, slots=True)
class Frame:
    """A way of asking: the pattern of its words, and what it asks for."""

    kind: Kind
    pattern: re.Pattern[str]
    role: Role | None = None
    verbs: tuple[DecisionKind, ...] = ()
    measure: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A frame found in a question, with its place; `part` is the noun inside it (哪几个*副主席*发言)."""

    frame: Frame
    start: int
    end: int
    part: str = ""


@cache
def frames() -> tuple[Frame, ...]:
    """Every frame of the lexicon, in its order."""
    return _of_section("frame")


@cache
def resorts() -> tuple[Frame, ...]:
    """Those of last resort, which bind two words that stand somewhat apart."""
    return _of_section("resort")


def _of_section(name: str) -> tuple[Frame, ...]:
    table = lexicon.table("question")
    parts = cast("dict[str, str]", table["parts"])
    return tuple(_frame(entry, parts) for entry in cast("list[dict[str, Any]]", table[name]))


def asked(text: str) -> tuple[Asked, ...]:
    """The frames in `text` by place; those of last resort only where no other is found."""
    return _found(text, frames()) or _found(text, resorts())


def _found(text: str, options: Sequence[Frame]) -> tuple[Asked, ...]:
    """Where two overlap, the one earlier in the lexicon stands."""
    found: list[Asked] = []
    for frame in options:
        for match in frame.pattern.finditer(text):
            if match.end() > match.start() and not any(a.start < match.end() and match.start() < a.end for a in found):
                part, skipped = _part(match, frame.kind)
                found.append(Asked(frame, match.start() + skipped, match.end(), part))
    return tuple(sorted(found, key=lambda one: one.start))


def _frame(entry: dict[str, Any], parts: dict[str, str]) -> Frame:
    pattern = str(entry["pattern"])
    for _ in range(2):  # parts may name parts
        for name, alternatives in parts.items():
            pattern = pattern.replace("{" + name + "}", alternatives)
    return Frame(
        kind=entry["kind"],
        pattern=re.compile(pattern),
        role=entry.get("role"),
        verbs=tuple(entry.get("verbs", ())),
        measure=entry.get("measure", ""),
        negated=entry.get("negated", False),
    )


def _part(match: re.Match[str], kind: Kind) -> tuple[str, int]:
    """The noun inside, and how many characters before it name the meeting: 专题会副市长叫什么 asks for a 副市长.

    就议题 in 哪几位就议题作了说明 leads to what was told and is none.
    """
    name, part = next(((name, value) for name, value in match.groupdict().items() if value), ("", ""))
    if part.startswith(_LEADS):
        return "", 0
    if kind not in _OF_PEOPLE or match[0].startswith("哪"):  # 哪些协会来了 asks for bodies
        return part, 0
    meeting = _NAMES_MEETING.match(part)
    told = part[meeting.end() :] if meeting else part
    return told, len(part) - len(told) if name and match.start(name) == match.start() else 0


_OF_PEOPLE: frozenset[Kind] = frozenset({"who_attended", "who_spoke", "who_chaired"})
_LEADS = ("就", "对", "围绕", "向")
_NAMES_MEETING = re.compile(
    "^.*会议?[上的]?$|^议(?=[一-龥]{2})"
    "|^[^的]*(?:会议|(?<![委协学工合总商事])会)[上的]?(?=[一-龥]{2,})(?![长员计议])"
    "|^[^的]*会(?=[省市县区镇村校院党团][一-龥]{2,})(?![长员计议])"
)
"""What of a noun names the meeting; the 会 of a body (工会主席) does not."""
