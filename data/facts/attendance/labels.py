"""Labels of minutes and the role of those listed behind them: 出席, 请假人员, Attendees, 出席董事."""

import re

from config import lexicon
from data.records import Role

NOTE = re.compile(r"[（(][^（）()]*[）)]|[\s*#]")
_ROLES: tuple[Role, ...] = ("absent", "observe", "chair", "attend", "speak")
_BY_LABEL: dict[str, Role | None] = {
    re.sub(r"\s", "", label).lower(): role for role in _ROLES for label in lexicon.words("attendance", f"labels.{role}")
}
_BY_LABEL |= {re.sub(r"\s", "", label).lower(): None for label in lexicon.words("attendance", "labels.none")}
_NEXT = tuple(lexicon.words("attendance", "labels.next"))
_LENGTHS = tuple(sorted({len(label) for label in _BY_LABEL}, reverse=True))
SLACK = 14  # characters of other words before a known label: another language's label, the body's name
WAYS: dict[str, Role] = {"列席": "observe", "请假": "absent", "缺席": "absent"}  # the others attend
WAY_OF = re.compile(r"(?P<way>出席|列席|请假|缺席|参会|参加|到会|与会)(?P<title>[\u4e00-\u9fff]{2,4})")
_COUNT = re.compile(r"\d{1,3}[人名位]$")  # 应到委员9人，实到委员7人：
_DEPUTY = "副"  # 副主席：lists the vice-chairs
_SORTS = lexicon.words("attendance", "minutes.sorts")


_SHEET = re.compile(r"(?<=.{2})(?:名单|名册|一览表?)$")  # 参会人员名单


def known_heading(label: str) -> tuple[str, Role | None] | None:
    """The known label that a heading is, or 出席董事 with whatever office of those who came."""
    if is_exact(label):
        return role_of(label)
    way = WAY_OF.fullmatch(NOTE.sub("", label))
    return (way["way"], WAYS.get(way["way"], "attend")) if way and way["title"].endswith(_SORTS) else None


def is_exact(label: str) -> bool:
    """Whether a known label stands at the end of `label`, with little before it."""
    bare = _SHEET.sub("", NOTE.sub("", label).lower())
    near = (length for length in _LENGTHS if 0 <= len(bare) - length <= SLACK)
    return any(bare[-length:] in _BY_LABEL for length in near)


def role_of(label: str) -> tuple[str, Role | None] | None:
    """The known label that `label` is or ends in, and its role; None for an unknown one."""
    bare = _COUNT.sub("", _SHEET.sub("", NOTE.sub("", label).lower()))
    if bare.startswith(_NEXT):
        return bare, None
    for length in _LENGTHS:
        if length <= len(bare) and bare[-length:] in _BY_LABEL and len(bare) - length <= SLACK:
            if bare[:-length].endswith(_DEPUTY):
                return None
            return bare[-length:], _BY_LABEL[bare[-length:]]
    return None
