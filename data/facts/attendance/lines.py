"""Lines of minutes: `label：value`, with list marks and Markdown around them taken off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from config import lexicon
from data.records import Report, Role

_LABEL = re.compile(
    r"^[\s*#>|\-•·●○■◆▪—–]*(?:[（(]?[\d一二三四五六七八九十]{1,2}[）).、．]\s*)?(?P<label>[^：:|]{1,30}?)[\s*|]*[：:|][\s*]*"
)
_NOTE = re.compile(r"[（(][^（）()]*[）)]|[\s*#]")
_ROLES: tuple[Role, ...] = ("absent", "observe", "chair", "attend", "speak")
_BY_LABEL: dict[str, Role | None] = {
    re.sub(r"\s", "", label).lower(): role for role in _ROLES for label in lexicon.words("attendance", f"labels.{role}")
}
_BY_LABEL |= {re.sub(r"\s", "", label).lower(): None for label in lexicon.words("attendance", "labels.none")}
_NEXT = tuple(lexicon.words("attendance", "labels.next"))
_LENGTHS = tuple(sorted({len(label) for label in _BY_LABEL}, reverse=True))


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line: its value is `text[start:end]` of paragraph `para`; `role` is None for labels of no attendance."""

    label: str
    role: Role | None
    para: int
    start: int
    end: int


def labelled(report: Report) -> Iterator[Line]:
    """The lines with a known label; an empty value is sought in the paragraph below."""
    waiting: tuple[str, Role | None] | None = None
    for para, text in enumerate(report.paras):
        match = _LABEL.match(text)
        known = role_of(match["label"]) if match else None
        if match and known:
            waiting = known if match.end() >= len(text.rstrip(" |*")) else None
            if waiting is None:
                yield Line(known[0], known[1], para, match.end(), len(text))
        elif waiting and text.strip():
            yield Line(waiting[0], waiting[1], para, 0, len(text))
            waiting = None


def role_of(label: str) -> tuple[str, Role | None] | None:
    """The known label that `label` is or ends in and its role, or None for an unknown one: Participants 与会人 → attend."""
    bare = _NOTE.sub("", label).lower()
    if bare.startswith(_NEXT):
        return bare, None
    for length in _LENGTHS:
        if length <= len(bare) and bare[-length:] in _BY_LABEL and len(bare) - length <= _SLACK:
            return bare[-length:], _BY_LABEL[bare[-length:]]
    return None


_SLACK = 14  # characters of other words before a known label (another language's label, the body's name)
