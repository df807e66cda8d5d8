"""Hard goals: clauses with a figure or a date that a predicate completes (达到3.2%, 10月底前完成)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from config.lexicon import words
from data.facts.goals.clauses import Clause
from data.facts.goals.deadlines import find_deadline, find_part_of_year, find_period, untitled
from data.facts.goals.quantities import QUANTITY, find_quantity
from data.facts.patterns import any_of

_MEASURE = re.compile(any_of(words("goals", "reach.measures")) + r"|(?:保持|保证|稳定|率)\s?(?=\d)")
_STEP = re.compile(any_of((*words("goals", "reach.measures"), *words("goals", "reach.steps"))))
_ALL_YEAR = "全年"  # 全年目标 names a target of the year, it sets no date by itself
_PUSH = re.compile(r"锚定|力促|确保|力争|争取|努力|实施|实现|推动")
_LEAD = re.compile(
    r"[^，、\d]{0,20}?(?<![重主需只次首纪概摘提])(?:要|必须|应当|务必|将|明确)(?!求|点|素|件|闻)"
    r"|会议(?:要求|强调|提出|指出)[^，、\d]{0,10}?(?=\d|到|年内|年底|今年|全年|力争|确保)"
    r"|(?:并|还|同时|会议|大会|会上)*(?:要求|强调|指出)(?!的)"
)
_REACHES = re.compile(r"突破|达到|超过|增长|下降|降至|降到|提高到|提升到|控制在|保持在|稳定在|不低于|不少于")
_SET = re.compile(r"务必|必须|确保|力促|力争|争取|计划|拟(?!态)|将")
_STATE = re.compile(r"动态清零|清零$|全覆盖$|基本消除|全面消除|全部消除")  # complete without a number
_NOT_GOAL = re.compile(
    r"预算\d|总投资(?!.*(?:开工|竣工|投产|建成))|票|赞成|反对|弃权|占地面积|报名|参选|享年|获悉|以下简称|出席|参加|列席|不超过(?=[^，]*元)|投票|召开|举行|建筑面积|位于|工龄|审议|听取"
)

_NAMES = re.compile(r"[\u4e00-\u9fff]{2}")  # a part of a list says what its figure is of


@dataclass(frozen=True, slots=True)
class Figure:
    """A hard goal: characters of the paragraph, its quantity and its deadline."""

    start: int
    end: int
    quantity: str | None
    deadline: str | None


def read_figures(clause: Clause) -> Iterator[Figure]:
    """The figures or dates to meet in `clause`, a list of them one by one."""
    if _NOT_GOAL.search(clause.masked) or clause.masked.endswith(("的政策", "的措施", "的规定")):
        return
    lead = _LEAD.match(clause.masked)
    if lead and _REACHES.match(clause.masked, lead.end()):
        lead = None  # 集体收入要突破…: what stands before 要 is what reaches the figure
    parts = _parts(clause.text, lead.end() if lead else 0)
    for left, right in parts:
        text = clause.text[left:right]
        quantity, by = find_quantity(text, clause.masked[left:right]), find_deadline(untitled(text))
        deadline = by or find_period(untitled(text)) or clause.period
        bare = clause.masked[left:right]
        step = _STEP.search(bare.replace(by or "", "")) is not None or len(parts) > 1
        planned = step and _SET.search(clause.masked) and find_part_of_year(untitled(text))
        measured = _MEASURE.search(bare) or _PUSH.match(text) or (step and deadline)
        reached = clause.period and clause.period.startswith(("到", "至")) and _STATE.search(bare)
        listed = len(parts) > 1 and find_period(untitled(text)) and _STEP.search(bare)
        if (
            planned
            or listed
            or reached
            or (quantity and measured)
            or (by and by != _ALL_YEAR and step and len(text) > len(by) + 1)
        ):
            yield Figure(clause.start + left, clause.start + right, quantity, deadline)


def _parts(text: str, start: int) -> list[tuple[int, int]]:
    """Split at 、 where both sides have a figure or date of their own."""
    parts, left = [], start
    for comma in re.finditer("、", text[start:]):
        here = start + comma.start()
        before, after = text[left:here], text[here + 1 :]
        by = find_deadline(before) or ""
        bound = find_quantity(before, before) or (by and len(before) - len(by) > len("完成建设"))
        if (
            bound
            and _NAMES.search(QUANTITY.sub("", after))
            and (find_quantity(after, after) or find_deadline(after) or (by and find_period(after)))
        ):
            parts.append((left, here))
            left = here + 1
    return [*parts, (left, len(text))]
