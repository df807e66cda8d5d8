"""The head of minutes: 主持人: 出席: 列席: 请假: with the people listed behind each label."""

import re
from collections.abc import Iterator
from dataclasses import replace

from config import lexicon
from data.facts.attendance import courtesies, lines, roll, rosters, rows, signals
from data.facts.attendance.merge import OF_ALL
from data.facts.attendance.sightings import GroupSighting, Sighting
from data.facts.people import names, offices
from data.records import Evidence, Report, Role, Span


def read(report: Report) -> Iterator[Sighting | GroupSighting]:
    """Everyone listed under a label of taking part; those noted as away are absent whatever the label says.

    申报人 and the like only lend the people behind them an office or a handle.
    """
    rows_ = {one.at.span.para for one in rosters.rostered(report)}
    labelled = tuple(line for line in lines.labelled(report) if line.para not in rows_)
    chair = next((line for line in labelled if line.role == "chair"), None)
    for line in labelled:
        if chair is None and line.label in _CALLING:
            line = replace(line, role="chair")
        if line.role is None and line.label not in _INTRODUCING:
            continue
        text = report.text(line.para)
        if line is chair and (called := list(alias(report, line, labelled))):
            yield from called
            continue
        firms = line.role == "speak" and not all(map(names.whole_name, text[line.start : line.end].split()))
        split = roll.pieces if firms else roll.stretches
        for entry in roll.people(text, line.start, line.end, split):
            if line.label.endswith("单位") and not entry.person.title and not names.whole_name(entry.person.name):
                continue
            yield (sighting := _sighting(report, line, text, entry))
            if (
                (entry.person.title in _CHAIRS or _noted_chair(text, entry.person.right))
                and line.role == "attend"
                and chair is None
                and entry.person.rule != "listed-row"
            ):
                yield replace(sighting, role="chair")
        if line.role is not None:
            yield from _groups(line, text)


def alias(report: Report, line: lines.Line, labelled: tuple[lines.Line, ...]) -> Iterator[Sighting]:
    """Whom a surname with a handle or an office names among those listed: 主持人：顾 [@gu], 汤会长秉儒."""
    text = report.text(line.para)
    written = _SURNAME.fullmatch(text, line.start, line.end) or _CALLED.fullmatch(text, line.start, line.end)
    if written is None:
        return
    listed = {
        entry.person.name
        for other in labelled
        if other.role in ("attend", "observe")
        for entry in roll.people(report.text(other.para), other.start, other.end)
    }
    given = written.groupdict().get("given") or ""
    fitting = [name for name in listed if name.startswith(written["surname"]) and name.endswith(given)]
    if len(fitting) == 1:
        at = Evidence(Span(line.para, *written.span()), "header/alias", line.label)
        yield Sighting(fitting[0], "chair", at, written["handle"] or "", written.start("handle"))


def _noted_chair(text: str, end: int) -> bool:
    """Whether a bracket behind the person says who chairs: 顾城议员（主席）."""
    notes = tuple(mark.format(chair) for chair in _CHAIRS for mark in ("（{}）", "({})"))
    return text.startswith(notes, end)


_CALLED = re.compile(
    r"\s*[\u4e00-\u9fff]{0,8}?(?P<surname>[\u4e00-\u9fff])"
    r"(?:(?P<handle>副?[\u4e00-\u9fff]{1,3}[长委事任员席])(?P<given>[\u4e00-\u9fff]{1,2})|老师|先生|女士|同学|同志)\s*"
)
"""汤会长秉儒, 班主任柏老师: by surname and office or what one is called."""
_SURNAME = re.compile(r"\s*(?P<surname>[\u4e00-\u9fff])[\w\s.@+-]{0,60}[\[（(]+(?P<handle>@[\w-]{2,30})[\]）)]*\s*")


def _sighting(report: Report, line: lines.Line, text: str, entry: roll.Entry) -> Sighting:
    role: Role | None = "absent" if entry.away and line.role else line.role
    person = entry.person
    left = person.start if person.title_start > person.start else person.left
    at = Evidence(Span(line.para, left, person.right), f"header/{person.rule}", line.label)
    title, start = ("", -1) if person.title in _WAYS_THERE else (person.title, person.title_start)
    elsewhere = line.title_para >= 0
    office = (report.text(line.title_para) if elsewhere else text)[slice(*line.title)]
    if not title and offices.ENDS_IN_HEAD.search(office):
        title, start = office, line.title[0]
        at = replace(at, rule=OF_ALL)
        return Sighting(person.name, role, at, title, start, line.title_para)
    return Sighting(person.name, role, at, title, start)


_CALLING = frozenset(lexicon.words("attendance", "labels.calling"))
_INTRODUCING = frozenset(lexicon.words("attendance", "labels.introducing"))
_WAYS_THERE = ("主持人", "主持", "会议主持", "会议主持人", "记录", "记录人", "纪录")  # a note of what one did there
_CHAIRS = lexicon.words("attendance", "minutes.chairs")  # in a list without a label for the chair: 出席：主席甘永康
_BESIDE = re.compile(
    r"(?<=[\u4e00-\u9fff）)])(?:以?及|和|与)(?P<who>(?:全体|各|有关|相关|部分|其他|其余|所有)[^、，；;]{2,24})$"
)
"""A group beside somebody in a list: 主席顾城及全体高级管理人员."""
_BEFORE_NOTE = re.compile(r"[^（()）]{2,20}\d+[人名位](?=[（(])")  # 家长代表32位（签到簿如附）
_COUNTED = re.compile(r"\d+(?:人|名|位)$")
_STANDS = re.compile(
    r"(?:相关人|干部|成员|负责人|负责同志|代表|人员|委员)(?:[（(](?:共|计)?\d+[人名位]?[)）])?$"
)  # a group whole before the next 、


def _groups(line: lines.Line, text: str) -> Iterator[GroupSighting]:
    if rows.row(text, line.start, line.end):
        return
    if called := courtesies.residents(text, line.start, line.end):
        at_once = Evidence(Span(line.para, *called.span("who")), "header/called", line.label)
        yield GroupSighting(called["who"], line.role or "attend", at_once)
        return
    for at, to in roll.stretches(text, line.start, line.end):
        if (beside := _BESIDE.search(text, at, to)) and signals.GROUP_END.search(beside["who"]):
            yield GroupSighting(
                beside["who"],
                line.role or "attend",
                Evidence(Span(line.para, *beside.span("who")), "header/group", line.label),
            )
            continue
        if counted := _BEFORE_NOTE.match(text, at, to):
            to = counted.end()
        alone = not signals.ONE_OFFICE.fullmatch(text, at, to) and not any(True for _ in roll.people(text, at, to))
        if (
            alone
            and signals.GROUP_END.search(text[at:to])
            and (text[to : to + 1] != "、" or _COUNTED.search(text, at, to) or _STANDS.search(text, at, to))
        ):
            at_all = Evidence(Span(line.para, at, to), "header/group", line.label)
            yield GroupSighting(text[at:to], line.role or "attend", at_all)
