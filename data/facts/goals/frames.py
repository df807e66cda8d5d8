"""Soft goals: clauses whose verb and end name a state to reach, by frames from the lexicon."""

import re
from dataclasses import dataclass

from config.lexicon import table, words
from data.facts.goals.quantities import any_of

_ADVERBS = rf"(?:{any_of(words('goals', 'adverbs.words'))}|地)*"
_LEAD = (
    r"(?:[^，、]{0,24}?(?<![重主需只次首纪概摘提])(?:要|必须|应当|应该|应|将|务必|愿|可以|希望)(?!求|点|素|件|闻|急|邀|用)"
    r"(?:在[^，、]{1,12}?中|(?:同|与|和)[^，、]{1,12}?(?:一道|携手|一起))?)?"
)
_SHORTEST = 5  # characters; a shorter clause names no state


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to state a soft goal: `opens` matches the clause up to its verb, `closes` tells whether it names a state."""

    name: str
    opens: re.Pattern[str]
    ends: re.Pattern[str] | None
    holds: re.Pattern[str] | None
    refuses: re.Pattern[str] | None
    last: bool

    def match(self, clause: str, last: bool) -> re.Match[str] | None:
        """The opening (groups `goal`, `verb`) if `clause` fits; `last` says whether it closes its sentence."""
        if self.last and not last:
            return None
        opening = self.opens.match(clause)
        if opening is None or len(clause) - opening.start("goal") < _SHORTEST:
            return None
        if self.ends and not self.ends.search(clause, opening.end()):
            return None
        if self.holds and not self.holds.search(clause, opening.end()):
            return None
        return None if self.refuses and self.refuses.search(clause, opening.end()) else opening


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
        re.compile(rf"{_LEAD}(?P<goal>{_ADVERBS}(?P<verb>{group('verbs')}))"),
        re.compile(f"{ends}(?:等)?$") if ends else None,
        re.compile(holds) if holds else None,
        re.compile(f"{refuses}$") if refuses else None,
        entry.get("last") is True,
    )


FRAMES = _frames()
