"""Hard goals: clauses with a figure or a date that a predicate completes (达到3.2%, 10月底前完成)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from config.lexicon import words
from data.facts.goals.clauses import Clause
from data.facts.goals.deadlines import (
    STEP_ON_A_DAY,
    find_day,
    find_deadline,
    find_part_of_year,
    find_period,
    untitled,
)
from data.facts.goals.parts import list_parts, skip_lead
from data.facts.goals.quantities import find_quantity
from data.facts.goals.stretches import grown
from data.facts.patterns import any_of

_MEASURE = re.compile(
    any_of(words("goals", "reach.measures")) + r"|(?:保持|保证|稳定|率)\s?(?=\d)|(?<![通经超])过(?=[百千万\d])"
)
_STEP = re.compile(any_of((*words("goals", "reach.measures"), *words("goals", "reach.steps"))))
_STEP_LAST = re.compile(any_of(words("goals", "reach.steps")) + "$")
_DONE = re.compile("(?:全部|全面|基本)?(?:完成|结束|启动|提交|上线|交付|开通|投产)")
_ALL_YEAR = "全年"  # 全年目标 names a target of the year, it sets no date by itself
_PUSH = re.compile(
    r"锚定|力促|确保|力争|争取|努力|实施|实现|推动|打造|建设|创建|建立|做到|改造|招引|引进|新建|改建|扩建|栽植|种植|培训|招收|(?:围绕|瞄准|紧盯|聚焦|对标).*(?:目标|任务)$"
)
_SET = re.compile(r"务必|必须|确保|力促|力争|争取|计划|拟(?!态)|将|推动|尽量|预计|目标(?=在|于|为)")
_SECURES = re.compile("(?:确保|力争|务必|争取|保证)")
_STATE = re.compile(
    r"动态清零|清零$|全覆盖$|全部[脱退摘达消完入接改拆]\w$|基本消除|全面消除|全部消除|与经济(?:增长|发展)(?:基本)?同步$"
)  # complete without a number
_NOT_GOAL = re.compile(
    r"^截[至止](?!.*(?:完成|实现|力争|确保|达到|前))|才(?:结束|到期|开始)|预算\d|总投资(?!.*(?:开工|竣工|投产|建成))|票|赞成|反对|弃权|占地面积|报名|参选|享年|获悉|以下简称|出席|参加|列席|不超过(?=[^，]*元)|投票|召开|举行|建筑面积|位于|工龄|审议|听取"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A hard goal: characters of the paragraph, its quantity and its deadline."""

    start: int
    end: int
    quantity: str | None
    deadline: str | None


def read_figures(clause: Clause, follows: bool = False) -> Iterator[Figure]:
    """The figures or dates to meet in `clause`, a list of them one by one.

    `follows` says that the clause before it set a figure: 其中荞麦面积2万亩 after it needs no verb.
    """
    if _NOT_GOAL.search(clause.masked) or clause.masked.endswith(("的政策", "的措施", "的规定")):
        return
    parts = list_parts(clause.text, skip_lead(clause.text, clause.masked))
    for left, right in parts:
        figure = _figure(clause, left, right)
        text, bare = clause.text[left:right], clause.masked[left:right]
        if (
            _is_set(figure, text, bare, len(parts) > 1, clause.bound is not None)
            or (clause.listed and figure.quantity)
            or (follows and _goes_on(figure, bare))
            or _is_planned(clause, text, bare)
            or _is_reached(clause, bare, follows)
            or _is_secured(figure, text)
        ):
            yield figure


def _figure(clause: Clause, left: int, right: int) -> Figure:
    text, bare = clause.text[left:right], clause.masked[left:right]
    day = find_day(untitled(text)) if _SECURES.match(text) or STEP_ON_A_DAY.match(text) else None
    deadline = find_deadline(untitled(text)) or find_period(untitled(text)) or day or clause.period
    return Figure(clause.start + left, clause.start + right, find_quantity(grown(text), grown(bare)), deadline)


def _is_set(figure: Figure, text: str, bare: str, listed: bool, bound: bool) -> bool:
    """Whether a predicate completes the figure, or a step has its date, in its words or `bound` to one before it."""
    by = find_deadline(untitled(text))
    if bound and _DONE.match(bare):
        return True
    step = listed or _STEP.search(bare.replace(by or "", "")) is not None
    if figure.quantity and (_MEASURE.search(bare) or _PUSH.match(_behind_time(text)) or (step and figure.deadline)):
        return True
    if by and by != _ALL_YEAR and step and len(text) > len(by) + 1:
        return True
    return listed and find_period(untitled(text)) is not None and _STEP.search(bare) is not None


def _behind_time(text: str) -> str:
    """The words behind the time that they open with: 未来三年将|推动200家企业转型."""
    time = find_deadline(text) or find_period(text)
    return text[len(time) :].lstrip("将要会内，") if time and text.startswith(time) else text


def _is_planned(clause: Clause, text: str, bare: str) -> bool:
    """Whether a step is to be done in a part of the year (将于三季度投产, Q3完成清理)."""
    part = find_part_of_year(untitled(text))
    if STEP_ON_A_DAY.match(bare):
        return True
    if not part or not _STEP.search(bare):
        return False
    return _SET.search(clause.masked) is not None or (
        bare.startswith(part) and _DONE.match(bare, len(part)) is not None
    )


def _is_secured(figure: Figure, text: str) -> bool:
    """Whether something is to be so on a day (确保10月1日开馆)."""
    return _SECURES.match(text) is not None and figure.deadline is not None and figure.deadline == find_day(text)


def _is_reached(clause: Clause, bare: str, follows: bool) -> bool:
    """Whether the whole is covered or cleared by a time, or beside a figure."""
    bound = (clause.period or "").startswith(("到", "至")) or find_part_of_year(bare) is not None
    return (follows or bound) and _STATE.search(bare) is not None


def _goes_on(figure: Figure, bare: str) -> bool:
    """Whether a clause behind a figure ends in another one, or in a step with a date of its own."""
    if figure.quantity:
        return bare.endswith(figure.quantity)
    return find_part_of_year(bare) is not None and _STEP_LAST.search(bare) is not None
