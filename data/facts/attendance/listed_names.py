"""The names that minutes list, and whom of them a shorter form means: a given name, 胡总, a handle's beginning."""

import re
from dataclasses import dataclass

from data.facts.attendance import entries
from data.facts.attendance.marks import minutes_words
from data.facts.people import offices

_ALIAS = re.compile(rf"(?P<surname>[\u4e00-\u9fff])(?:{minutes_words('alias_ends')})?")
_OF_ORGAN = re.compile(
    rf"[\u4e00-\u9fff]{{1,8}}?[部处科组室局院]"
    rf"(?P<surname>[\u4e00-\u9fff])(?:{minutes_words('alias_ends')})"
)
"""Somebody of an organ by surname and what they are called: 工程部林主任."""
_SHORT = 2  # characters of a name that other words can end in
_ENOUGH = 3  # characters of a handle, or names listed, from which on they tell something
_SPEECH = re.compile(r"(?<=.)(?:致[词辞]|发言|补充|回应|答复|提问)$")
POLITE = re.compile(r"\s*(?:先生|女士|小姐|太太)$")


@dataclass(frozen=True, slots=True)
class Listed:
    """The names that the head of the minutes lists, or, without such a head, those of the speaker lines."""

    names: frozenset[str]

    @property
    def of_handles(self) -> bool:
        """Whether most of those listed go by handles."""
        return len(self.names) > _ENOUGH and sum(name.isascii() for name in self.names) * 2 > len(self.names)

    def known(self, who: str) -> str | None:
        """The listed name that `who` is: whole, by given name, by surname with an epithet (胡总); one must fit."""
        who = _SPEECH.sub("", who)
        if who in self.names:
            return who
        if (office := name_of(who)) in self.names:
            return office
        bare = POLITE.sub("", offices.without_heads(who))
        if bare in self.names:
            return bare
        ends = [name for name in self.names if len(name) > _SHORT and bare.endswith(name)]
        if len(ends) == 1:
            return ends[0]  # 运输署顾远山: behind whose he is
        alias = _ALIAS.fullmatch(who) or _OF_ORGAN.fullmatch(who)
        fitting = [
            name
            for name in self.names
            if (alias and name.startswith(alias["surname"])) or (len(bare) > 1 and _is_part(bare, name))
        ]
        return fitting[0] if len(fitting) == 1 else None


def _is_part(who: str, name: str) -> bool:
    """Whether `who` is the given name, a Latin name's first or last word, or a handle's beginning in any case."""
    handle = len(who) > _ENOUGH and name.isascii() and re.split(r"[_.-]|$", name.lower())[0] == who.lower()
    words = name.lower().split(" ")
    latin = len(who) > _ENOUGH and who.isascii() and who.lower() in (words[0], words[-1])
    return who in (name[1:], name.split(" ")[0], name.split(" ")[-1]) or handle or latin or who.lower() == name.lower()


def name_of(who: str) -> str | None:
    """祝青禾副镇长 → 祝青禾."""
    return next((person.name for person, _ in entries.parse(who, 0, len(who))), None)
