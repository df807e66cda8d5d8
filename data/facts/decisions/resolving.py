"""What an outcome points back to (该计划, 上述两项议题) has that outcome."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.facts.decisions.sameness import FORWARD
from data.records import OUTCOMES, Decision

_BACK = re.compile(
    r"(?:将|把|对|按照?)?(?P<many>上述|以上|(?P<all>各项|所有|全部)(?:议案|议题|提案|决议|草案|文件|议程|报告)(?:草案)?$)|(?:将|把|对|按照?)?(?P<one>该|此|这(?!次|些)|(?=提请|提交)|(?=(?:公示|印发|实施|执行|试行|发布|公布|上报|备案|归档)(?:执行|实施|试行|办理|备案)?$)|(?=修改(?:完善)?后(?:再)?(?:执行|实施|施行|印发|发布)$)|本(?:案|议案|项|议题|次(?!会议|大会|全会))|(?:修订|修改|修正)(?:稿|案)$|(?:修订|修改|修正|决议|决定|名单)*草案|(?:报告|名单)(?:[和、及](?:报告|草案|名单))*(?=提请|提交))"
)
_CARRIED_OUT = re.compile(
    r"(?:将|把)(?:该|(?:决议|名单|决定|上述)+草案).{0,20}(?:印发|公布|发布|实施)"
)  # a step of what was just decided
_SHOWN = "介绍"  # what somebody only showed is not what was decided on
_WINDOW = 80  # records back that are looked at; keeps very long inputs linear


def resolved(records: list[Decision]) -> Iterator[Decision]:
    """Records whose object points back (该计划, 上述两项议题) become outcomes of what they point to."""
    done: list[Decision] = []
    for record in records:
        back = _BACK.match(record.object)
        if back is None or record.kind not in OUTCOMES:
            done.append(record)
            continue
        near = _near(done, record.at.span.para) or _near(done, record.at.span.para - 1)
        if back["all"]:
            near = _all_of(done, "报告" if record.object.endswith("报告") else "")
        if near and done[near[-1]].kind in OUTCOMES and _CARRIED_OUT.match(record.object):
            continue
        here = [i for i in near if done[i].at.span.para == record.at.span.para and done[i].kind not in OUTCOMES]
        if here and record.object.startswith(("将", "把")) and back["one"]:
            done[here[-1]] = replace(done[here[-1]], kind=record.kind, verb=record.verb)
            continue
        if FORWARD.match(record.object):
            if not any(old.kind == "adopted" for old in done):
                done.append(record)
            continue
        for i in near if back["many"] else near[-1:]:
            if done[i].kind not in OUTCOMES and done[i].verb != _SHOWN:
                done[i] = replace(done[i], kind=record.kind, verb=record.verb)
    return iter(done)


def _near(records: list[Decision], para: int) -> list[int]:
    """The last records, by index, that stand in paragraph `para`."""
    return [i for i in range(max(0, len(records) - _WINDOW), len(records)) if records[i].at.span.para == para]


def _all_of(records: list[Decision], head: str) -> list[int]:
    """The records, by index, that 各项议案 means, or 各项报告 with the reports that were heard."""
    late = range(max(0, len(records) - _WINDOW), len(records))
    if head:
        return [i for i in late if records[i].kind in ("heard", "reviewed") and head in records[i].object]
    return [i for i in late if records[i].kind == "reviewed"]
