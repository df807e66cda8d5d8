"""Where the goals of a clause begin and end: who is asked is skipped, a list of figures is cut at its commas."""

import re

from data.facts.goals.deadlines import find_deadline, find_period
from data.facts.goals.quantities import QUANTITY, find_quantity
from data.facts.goals.stretches import grows

_LEAD = re.compile(
    r"[^，、\d]{0,20}?(?<![重主需只次首纪概摘提])(?:要|必须|应当|务必|将|明确)(?!求|点|素|件|闻)"
    r"|会议(?:要求|强调|提出|指出)[^，、\d]{0,10}?(?=\d+[年月]|到|年内|年底|今年|全年|力争|确保)"
    r"|(?:并|还|同时|会议|大会|会上)*(?:要求|强调|指出|提出)(?![的了])"
    r"|[^，、]{0,10}(?:号召|动员|激励|勉励)[^，、]{2,14}?(?=为)"
)
_REACHES = re.compile(
    r"突破|达到|超过|增长|下降|降至|降到|提高到|提升到|控制在|保持在|稳定在|维持在|不低于|不少于|[由从](?=[^，]*\d)"
)
_AMONG = re.compile("其中[，,：:]?")
_BESIDE = 3  # characters beside the time: 在 and 要
_SHORT = 8  # characters; so few do not stand alone without what they are said of
_NAMES = re.compile(r"[\u4e00-\u9fff]{2}")  # a part of a list says what its figure is of
_AS_AIM = re.compile(r"^(?:实现|完成).*的[^，、]{0,6}目标(?:任务)?$")  # 实现产量2万吨、产值3亿元的目标 is one
_PUSH = re.compile(r"力争|确保|争取")


def skip_lead(text: str, masked: str) -> int:
    """Where a goal begins after who should reach it (各地要…); at 0 where what stands before 要 is part of it."""
    lead = _LEAD.match(masked)
    return lead.end() if lead and not _belongs(text, lead.end()) else 0


def _belongs(text: str, lead: int) -> bool:
    """Whether what stands before 要 is part of the goal: what reaches the figure, the time, or most of the clause."""
    return (
        _REACHES.match(text, lead) is not None
        or QUANTITY.match(text, lead) is not None
        or _dates(text[:lead])
        or len(text) - lead <= _SHORT
    )


def _dates(lead: str) -> bool:
    """Whether the words before the goal name a time, and somebody or 将 with it (试点五年内要…, 在四季度将…)."""
    time = find_deadline(lead) or find_period(lead)
    return time is not None and (lead.endswith("将") or len(lead) > len(time) + _BESIDE)


def list_parts(text: str, start: int) -> list[tuple[int, int]]:
    """Split at 、 where both sides have a figure or date of their own."""
    parts, left = [], (among.end() if (among := _AMONG.match(text, start)) else start)
    if _AS_AIM.search(text[start:]):
        return [(left, len(text))]
    for comma in re.finditer("、", text[start:]):
        here = start + comma.start()
        before, after = text[left:here], text[here + 1 :]
        by = find_deadline(before) or ""
        bound = find_quantity(before, before) or (by and len(before) - len(by) > len("完成建设"))
        if (
            bound
            and not grows(after.split("、")[0])
            and _NAMES.search(_PUSH.sub("", QUANTITY.sub("", after)))
            and (find_quantity(after, after) or find_deadline(after) or (by and find_period(after)))
        ):
            parts.append((left, here))
            left = here + 1
    return [*parts, (left, len(text))]
