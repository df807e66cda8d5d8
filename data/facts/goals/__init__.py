"""The states that the meeting says should be reached: rules in order over the clauses of each paragraph."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.brackets import mask
from data.facts.goals.deadlines import find_deadline, find_period
from data.facts.goals.quantities import any_of, find_quantity
from data.records import Evidence, Goal, Meeting, Report, Span

_SENTENCE = re.compile(r"[^。！？!?\n]+")
_CLAUSE = re.compile(r"(?:[^，,；;：:]|(?<=\d)[,:](?=\d))+")
_STRONG = any_of(words("goals", "verbs.strong"))
_WEAK = any_of(words("goals", "verbs.weak"))
_ADVERBS = any_of(words("goals", "adverbs.words"))
_PAST = re.compile(any_of(words("goals", "past.words")))
_MODAL = re.compile(any_of(words("goals", "modal.words")))
_LEAD = re.compile(r"[^，]{0,20}?(?:要|必须|应当|应该|应|将|务必|愿|可以)(?!求|点|素|件|闻|素)(?:在[^，]{1,12}中)?")
_START = re.compile(rf"(?P<adverbs>(?:{_ADVERBS}|地)*)(?P<verb>{_STRONG}|{_WEAK})")
_REACH = re.compile(
    r"达到|突破|增长|下降|不低于|不少于|控制在|保持在|稳定在|以上|以内|新增|建成|完成|实现|培育|进入|降至|降到|提高到|提升到|清零|全覆盖|落实|新建|改建|全部|转移|通车|运行|投产|挂牌|整改|修复|消除|开工|竣工|硬化|补齐|通过|达|零|新签|招引|引进|增收|翻番|倍增|发展到|超过"
)
_END = re.compile(
    r"(?:水平|能力|质量|竞争力|影响力|效益|获得感|幸福感|安全感|体系|格局|环境|生态|高地|中心|强国|强省|强市|强县|城市|队伍|乡村|氛围|模式|基地|样板|示范区|先行区|先行市|商|大学|家园|共同体|地区|架构|铁军|道路|路子|局面|篇章|成效|台阶|发展|向好|稳定|安全|安宁|畅通|需求|突破|任务|目标|态势|趋势|奠定\S*|提供\S*|支撑|保障|贡献|力量|基础|新\S{1,3}|会|成功|人心|产业|化|轨道|大业|建设|振兴|服务)$"
)
_SPLIT = re.compile(r"、")


def find_goals(report: Report, meeting: Meeting) -> tuple[Goal, ...]:
    """The goals that the report's main meeting states, in reading order; none where no meeting took place."""
    if not meeting.is_meeting:
        return ()
    return tuple(goal for number, text in enumerate(report.paras) for goal in _paragraph(text, number))


def _paragraph(text: str, number: int) -> Iterator[Goal]:
    masked = mask(text)
    asked = False
    for sentence in _SENTENCE.finditer(masked):
        past = _PAST.search(sentence[0]) is not None
        deadline: str | None = None
        for clause in _CLAUSE.finditer(masked, sentence.start(), sentence.end()):
            words_ = clause[0]
            asked = asked or _MODAL.search(words_) is not None
            deadline = find_deadline(words_) or find_period(words_) or deadline
            if past and (not asked or _PAST.search(words_)):
                continue
            yield from _goals(text, masked, clause.start(), clause.end(), number, deadline, asked)


def _goals(
    text: str, masked: str, start: int, end: int, number: int, deadline: str | None, asked: bool
) -> Iterator[Goal]:
    clause = masked[start:end]
    lead = _LEAD.match(clause)
    at = start + (lead.end() if lead else len(clause) - len(clause.lstrip()))
    for left, right in _parts(text, at, end):
        quantity, by = find_quantity(text[left:right]), find_deadline(text[left:right])
        if (quantity and asked and _REACH.search(masked[left:right])) or (by and _REACH.search(masked[left:right])):
            yield _goal(text, number, left, right, quantity, by or deadline, "figure")
        elif asked and _soft(masked[left:right]):
            yield _goal(text, number, left, right, None, by, "state")


def _goal(text: str, number: int, left: int, right: int, quantity: str | None, deadline: str | None, rule: str) -> Goal:
    return Goal(
        text[left:right],
        Evidence(Span(number, left, right), rule),
        quantity,
        deadline,
        "hard" if quantity or deadline else "soft",
    )


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts, left = [], start
    for comma in re.finditer("、", text[start:end]):
        here = start + comma.start()
        before, after = text[left:here], text[here + 1 : end]
        by = find_deadline(before) or ""
        if (find_quantity(before) or (by and len(before) - len(by) > 4)) and (
            find_quantity(after) or find_deadline(after)
        ):
            parts.append((left, here))
            left = here + 1
    return [*parts, (left, end)]


def _soft(clause: str) -> bool:
    match = _START.match(clause)
    if not match or len(clause) < 6:
        return False
    return match["verb"] in words("goals", "verbs.strong") or _END.search(clause) is not None
