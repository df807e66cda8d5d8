"""Many statements of one matter → one record: the outcome stands over the agenda, the first over the repeated."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from data.records import OUTCOMES, TITLE, Decision

_BACK = re.compile(
    r"(?:将|把|对|按照?)?(?P<many>上述|以上|(?P<all>各项|所有|全部)(?:议案|议题|提案|决议|草案|文件|议程|报告)(?:草案)?$)|(?:将|把|对|按照?)?(?P<one>该|此|这(?!次|些)|(?=提请|提交)|(?=修改(?:完善)?后(?:再)?(?:执行|实施|施行|印发|发布)$)|本(?:案|议案|项|议题|次(?!会议|大会|全会))|(?:修订|修改|修正|决议|决定|名单)*草案|(?:报告|名单)(?:[和、及](?:报告|草案|名单))*(?=提请|提交))"
)
_FORWARD = re.compile(r"(?:提请|提交)|(?:将|把).{0,200}(?:提请|提交|报请|报)")
_CARRIED_OUT = re.compile(
    r"(?:将|把)(?:该|(?:决议|名单|决定|上述)+草案).{0,20}(?:印发|公布|发布|实施)"
)  # a step of what was just decided
_STATUS = re.compile(
    r"[（(][^（）()]*(?:草案|稿|试行|修订|修正)[^（）()]*[)）]|[（(]\d{4}年?[^（）()\d]{1,3}\d{4}年[）)]"
)
_DROP = re.compile(r"^关于|(?:情况)?(?:的)?(?:情况)?(?:汇报|报告|说明)$")
_MAKER = re.compile(r"^[^《]{1,12}(?=关于)")
_WITH = re.compile(r"[和及](?!关于)[^、，]{0,8}(?:审查|审议|调研|调查|检查)[^、，]{0,6}(?:报告|汇报|意见)$")
_GENERAL = re.compile(
    r"(?:(?!关于).{0,20}(?:有关|相关).{0,8}(?:精神|工作|事项|议题|文件|情况|议案)|(?:工作|实施)?方案|当前工作|重点工作)"
)
_WIDE = re.compile(r"有关(?:问题|事宜|事项)$")
_LEAST_TITLE = 0.6  # the same where one of them is only a headline
_LEAST = 0.75  # share of the longer text that a contained one must make up to be the same matter
_WINDOW = 80  # records back that a repeat is looked for; keeps very long inputs linear
_ENOUGH = 2  # records of the text, beside which a headline only sums up
_STRENGTH = {"adopted": 3, "appointed": 3, "decided": 2}


def merge(records: Iterable[Decision]) -> tuple[Decision, ...]:
    """One record a matter, in reading order (those of the title last)."""
    ordered = sorted(records, key=_place)
    kept: list[Decision] = []
    cores: list[str] = []
    for record in _resolved(ordered):
        named = core(record.object)
        window = range(len(kept) - 1, max(-1, len(kept) - _WINDOW), -1)
        twin = next((i for i in window if _same(kept[i], cores[i], record, named)), None)
        if twin is None:
            kept.append(record)
            cores.append(named)
        elif _strength(record) > _strength(kept[twin]):
            kept[twin], cores[twin] = record, named
    if sum(record.at.rule != "title" for record in kept) >= _ENOUGH:
        kept = [record for record in kept if record.at.rule != "title"]
    else:
        kept = [record for record in kept if record.at.rule != "title" or not _restates(record, kept)]
    kept = [record for record in kept if not _opens(record, kept)]
    outcomes = [record for record in kept if record.kind in OUTCOMES]
    return tuple(
        record for record in sorted(kept, key=_place) if not (record.kind == "studied" and _summed_up(record, outcomes))
    )


def _restates(headline: Decision, kept: list[Decision]) -> bool:
    """Whether a headline's words are mostly those of a record of the text of its kind."""
    named = _pairs(headline.object)
    told = [one for one in kept[:_WINDOW] if one.at.rule != "title" and one.kind == headline.kind]
    return any(3 * len(named & _pairs(one.object)) >= 2 * len(named) for one in told)


def _opens(record: Decision, kept: list[Decision]) -> bool:
    """Whether the record only says in general (审定工作方案) what a later paragraph says in full."""
    later = [one for one in kept[:_WINDOW] if one.at.span.para > record.at.span.para]
    parts = [part for part in re.split("[、和]", record.object.removesuffix("等工作")) if len(part) > 3]
    if len(parts) > 2 and record.kind == "arranged":
        said = [_pairs(one.object) for one in later]
        return 2 * sum(any(2 * len(_pairs(part) & one) >= len(_pairs(part)) for one in said) for part in parts) > len(
            parts
        )
    if not _GENERAL.fullmatch(record.object):
        return False
    return any(one.kind == record.kind and one.at.span.para > record.at.span.para for one in kept[:_WINDOW])


def _summed_up(record: Decision, outcomes: list[Decision]) -> bool:
    """Whether 研究X有关事项 only says that an outcome on X of this page follows."""
    if not _WIDE.search(record.object):
        return False
    if any(one.kind == "decided" and one.at.span.para == record.at.span.para for one in outcomes):
        return True
    named = _pairs(record.object)
    return any(3 * len(named & _pairs(one.object)) >= 2 * len(named) for one in outcomes[:_WINDOW])


def _pairs(matter: str) -> set[str]:
    named = core(matter)
    return {named[at : at + 2] for at in range(len(named) - 1)}


def _place(record: Decision) -> tuple[bool, int, int]:
    return record.at.span.para == TITLE, record.at.span.para, record.at.span.start


def _strength(record: Decision) -> int:
    return 4 if record.at.rule.startswith("ballot") else _STRENGTH.get(record.kind, 0)


def _resolved(records: list[Decision]) -> Iterator[Decision]:
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
        if _FORWARD.match(record.object):
            if not any(old.kind == "adopted" for old in done):
                done.append(record)
            continue
        for i in near if back["many"] else near[-1:]:
            if done[i].kind not in OUTCOMES:
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


def _same(a: Decision, x: str, b: Decision, y: str) -> bool:
    """Whether `a` with core `x` and `b` with core `y` are about one matter."""
    if a.at.span == b.at.span or _inside(a, b):
        return True
    if not x or not y:
        return False
    if x == y and _told_of(a, b):
        return False
    if x == y or (len(x) == len(y) and sorted(x) == sorted(y)):
        return True
    if _forwards(a, x, y) or _forwards(b, y, x):
        return True
    short, long = sorted((x, y), key=len)
    if a.kind != b.kind and a.kind not in OUTCOMES and b.kind not in OUTCOMES:
        return False
    least = _LEAST_TITLE if a.at.span.para == TITLE or b.at.span.para == TITLE else _LEAST
    if len(short) < least * len(long) or short not in long:
        return False
    return x.endswith(("决议", "决定")) == y.endswith(("决议", "决定"))


def _told_of(a: Decision, b: Decision) -> bool:
    """Whether the meeting studied a matter and, as a paragraph below says, heard a report on it: both are told."""
    headline = TITLE in (a.at.span.para, b.at.span.para)
    return {a.kind, b.kind} == {"studied", "heard"} and "关于" in a.object + b.object and not headline


def _forwards(record: Decision, named: str, matter: str) -> bool:
    """Whether the record sends that very matter on (将《…》提请…审议)."""
    return record.kind == "decided" and _FORWARD.match(record.object) is not None and matter in named


def _inside(a: Decision, b: Decision) -> bool:
    """Whether one is told as a whole what the other names in parts."""
    if {a.at.rule, b.at.rule} != {"spoken", "formal"} or a.at.span.para != b.at.span.para or a.kind != b.kind:
        return False
    return max(a.at.span.start, b.at.span.start) < min(a.at.span.end, b.at.span.end)


def core(matter: str) -> str:
    """The words that name the matter, without marks, status in brackets, and 关于…的汇报 around them."""
    bare = _STATUS.sub("", matter)
    bare = "".join(char for char in bare if unicodedata.category(char)[0] not in "PSZC")
    return _DROP.sub("", _WITH.sub("", _MAKER.sub("", bare))).replace("的", "").replace("全体会议", "全会")
