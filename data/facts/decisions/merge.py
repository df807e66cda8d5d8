"""Many statements of one matter → one record: the outcome stands over the agenda, the first over the repeated."""

import re
from collections.abc import Iterable

from data.facts.decisions.resolving import resolved
from data.facts.decisions.sameness import core, pairs, same
from data.records import OUTCOMES, TITLE, Decision

_GENERAL = re.compile(
    r"(?:(?!关于).{0,20}(?:有关|相关).{0,8}(?:精神|工作|事项|议题|文件|情况|议案)|(?:工作|实施)?方案|当前工作|重点工作)"
)
_WIDE = re.compile(r"有关(?:问题|事宜|事项)$")
_WINDOW = 80  # records back that a repeat is looked for; keeps very long inputs linear
_ENOUGH = 2  # records of the text, beside which a headline only sums up
_STRENGTH = {"adopted": 3, "appointed": 3, "decided": 2}


def merge(records: Iterable[Decision]) -> tuple[Decision, ...]:
    """One record a matter, in reading order (those of the title last)."""
    ordered = sorted(records, key=_place)
    kept: list[Decision] = []
    cores: list[str] = []
    for record in resolved(ordered):
        named = core(record.object)
        window = range(len(kept) - 1, max(-1, len(kept) - _WINDOW), -1)
        twin = next((i for i in window if same(kept[i], cores[i], record, named)), None)
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
    named = pairs(headline.object)
    told = [one for one in kept[:_WINDOW] if one.at.rule != "title" and one.kind == headline.kind]
    return any(3 * len(named & pairs(one.object)) >= 2 * len(named) for one in told)


def _opens(record: Decision, kept: list[Decision]) -> bool:
    """Whether the record only says in general (审定工作方案) what a later paragraph says in full."""
    later = [one for one in kept[:_WINDOW] if one.at.span.para > record.at.span.para]
    parts = [part for part in re.split("[、和]", record.object.removesuffix("等工作")) if len(part) > 3]
    if len(parts) > 2 and record.kind == "arranged":
        said = [pairs(one.object) for one in later]
        return 2 * sum(any(2 * len(pairs(part) & one) >= len(pairs(part)) for one in said) for part in parts) > len(
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
    named = pairs(record.object)
    return any(3 * len(named & pairs(one.object)) >= 2 * len(named) for one in outcomes[:_WINDOW])


def _place(record: Decision) -> tuple[bool, int, int]:
    return record.at.span.para == TITLE, record.at.span.para, record.at.span.start


def _strength(record: Decision) -> int:
    return 4 if record.at.rule.startswith("ballot") else _STRENGTH.get(record.kind, 0)
