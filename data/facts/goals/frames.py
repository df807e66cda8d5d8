"""Soft goals: clauses whose verb and end name a state to reach, by frames from the lexicon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from config.lexicon import table, words
from data.facts.patterns import any_of

_ADVERBS = re.compile(rf"(?:{any_of(words('goals', 'adverbs.words'))}|地)*")
_LEAD = re.compile(
    r"[^，、]{0,24}?(?<![重主需只次首纪概摘提])(?:要|必须|应当|应该|应|将|务必|愿|可以|希望|建议|有信心|有能力)(?!求|点|素|件|闻|急|邀|用)"
    r"(?:在[^，、]{1,12}?中|(?:同|与|和)[^，、]{1,12}?(?:一道|携手|一起)|紧紧围绕|围绕|锚定|按照)?"
    r"|(?:同|与|和)[^，、]{1,12}?(?:一道|携手|一起)"
    r"|[一二三四五六七八九十]+[是要]|(?:会议|大会|会上)?(?:强调|要求|指出|提出)(?=[\u4e00-\u9fff])"
)
_WHERE = re.compile(
    r"在[^，、]{2,12}?(?=打响|叫响|形成|率先|实现|建成|取得新|迈出新)|为[^，、]{1,10}?(?=打造|构建|创建)|以[^，]{2,24}?(?=推动[^，]*(?:台阶|局面|突破|成效|水平)$|开创|谱写|(?:奋力|全力)?(?:冲刺|夺取))"
)
_SUBJECT = re.compile(r"[^，、]{2,14}?(?=力争|争取)")  # who strives is part of the goal: LTS版本争取做到每日构建
_PURPOSE = re.compile("为(?=打赢|打好|实现|建成|夺取)(?!.*(?:贡献|提供|奠定|奋斗|努力))")  # 为打赢…，全馆…
_AIM = re.compile(r"[^，、]{0,20}旨在")
_SOMEBODY = any_of(words("goals", "asked.words"))
_WHO = re.compile(rf"[^，、]{{0,16}}?(?:希望|要求|号召|勉励|呼吁)[^，、]{{0,10}}?{_SOMEBODY}们?")
_TIME = re.compile(r"(?:全年|年内|今年|明年|20\d\d年)要?")
_SHORTEST = 5  # characters; a shorter clause names no state


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to state a soft goal: a verb that opens the clause, and what the clause must hold and end in."""

    name: str
    verbs: re.Pattern[str]
    ends: re.Pattern[str] | None
    holds: re.Pattern[str] | None
    refuses: re.Pattern[str] | None
    last: bool
    inherits: bool
    """Whether the time that the sentence named before bounds this goal too."""
    shortest: int
    """Characters that follow the verb at least: 推动X高质量发展 names what is to develop, 推动高质量发展 does not."""

    def verb(self, clause: str, at: int, last: bool) -> str | None:
        """The verb at `at` if the clause fits from there on; `last` says whether it closes its sentence."""
        if self.last and not last:
            return None
        opening = self.verbs.match(clause, at)
        if opening is None or clause.startswith(("的", "了", "握"), opening.end()):
            return None
        if len(clause) - opening.end() < self.shortest:
            return None
        if self.ends and not self.ends.search(clause, opening.end()):
            return None
        if self.holds and not self.holds.search(clause, opening.end()):
            return None
        return None if self.refuses and self.refuses.search(clause, opening.end()) else opening[0]


def openings(clause: str) -> Iterator[tuple[int, int]]:
    """Where a goal may start in `clause` and where its verb would: at once, or after who should do it (各地要…)."""
    leads = (0, lead.end()) if (lead := _LEAD.match(clause)) else (0,)
    for start in leads:
        at = _behind_adverbs(clause, start)
        at = _behind_adverbs(clause, where.end()) if (where := _WHERE.match(clause, at)) else at
        if len(clause) - start >= _SHORTEST and at < len(clause):
            yield start, at
    if who := _WHO.match(clause):
        yield who.end(), _behind_adverbs(clause, who.end())
    if aim := _AIM.match(clause):
        yield aim.end(), aim.end()
    if purpose := _PURPOSE.match(clause):
        yield purpose.end(), purpose.end()
    if time := _TIME.match(clause):
        yield 0, time.end()
    if subject := _SUBJECT.match(clause):
        yield 0, subject.end()


def _behind_adverbs(clause: str, start: int) -> int:
    adverbs = _ADVERBS.match(clause, start)
    return adverbs.end() if adverbs else start


def _frames() -> tuple[Frame, ...]:
    entries = table("goals")["frames"]
    if not isinstance(entries, list):
        raise TypeError("lexicon goals.toml: frames is not a list of tables")
    return tuple(_frame(entry) for entry in entries)


def _frame(entry: dict[str, object]) -> Frame:
    def group(key: str) -> str | None:
        found = entry.get(key)
        return any_of(tuple(str(word) for word in found)) if isinstance(found, list) else None

    ends, holds, refuses = group("ends"), group("holds"), group("refuses")
    return Frame(
        str(entry["name"]),
        re.compile(group("verbs") or ""),
        re.compile(f"{ends}”?(?:等)?$") if ends else None,
        re.compile(holds) if holds else None,
        re.compile(f"{refuses}$") if refuses else None,
        entry.get("last") is True,
        entry.get("inherits") is True,
        int(str(entry.get("shortest", 0))),
    )


FRAMES = _frames()
