"""Chinese names: a surname with one to three characters, ended by what stands on both sides."""

import re

from config import lexicon
from data.facts.people.names.foreign import foreign_end
from data.facts.people.names.slot import AFTER, SUREST, THAT_DAY, follower, titled
from data.facts.people.names.surnames import KIN, given, han, is_word, surname_length

_LONG_AFTER = frozenset(word for word in AFTER if len(word) > 1)  # 于发言, 向代表
_JOINING = frozenset("和")
_CONJUNCTIONS = frozenset("和同与及向对以任受率代将为被让给由从未均因")  # none stands before a mark: 卫思同、 is whole
_AND = frozenset("和及与")
_ENDS = frozenset("、，。；）\n") | _AND | {""}  # 闻秋和、: the last character, not the word
_SAYING = frozenset("说讲称答等就在作同与向对以因为受任将和及率")
_FUNCTION_ENDS = frozenset(str(lexicon.table("attendance")["function_ends"]))
_ORGAN_ENDS = frozenset(str(lexicon.table("offices")["organ_ends"]))
_UNIT = frozenset("区")  # a surname that names a unit more often: 区法院
_ORGAN = 3  # characters, from which on a word that ends like an organ is one
_TAKES_PART = re.compile(
    r"(?:作(?=题为|了|关于|《|.{0,8}报告)|致辞|主持|出席|列席|参加|在会上|讲话|致辞|关于(?!进一步|加强|做好))"
)
_DOES = re.compile(r"作(?:了|关于|《|题)|主持|出席|列席|宣读|宣布|汇报|介绍")
_ACTS = re.compile("主持|致辞|强调|指出|表示")
"""No preposition stands before these: 顾城以强调 is 顾城以."""
_WORDLIKE = (2, 3)  # characters


def name_end(text: str, at: int) -> int:
    """Where the Chinese or foreign name that starts at `at` ends, or -1 when none stands there."""
    foreign = foreign_end(text, at)
    if foreign > 0:
        return foreign
    surname = surname_length(text, at)
    if not surname or is_word(text, at):
        return -1
    if surname > 1 and _goes_on(text, at + surname):
        surname = 1
    short, long, longest = (_sure_end(text, at, surname + length) for length in (1, 2, 3))
    swallowed = text[longest[0] - 2 : longest[0]] in _LONG_AFTER or short[1] > 1  # 林溪|邀请
    if surname == 1 and longest[1] == SUREST and long[1] == 1 and text[long[0]] not in _SAYING and not swallowed:
        return longest[0]
    if long[1] and not (short[1] and (_runs_on(text, long) or short[1] > long[1])):
        return long[0]
    if short[1]:
        return short[0]
    return longest[0] if longest[1] and surname == 1 and text[longest[0] - 1] not in _FUNCTION_ENDS else -1


def _goes_on(text: str, at: int) -> bool:
    """Whether the sentence goes on behind a surname of two characters, so that it is a whole name: 贺兰|应邀出席."""
    length = follower(text, at)
    return length > 1 or (length == 1 and not follower(text, at + 1))


def wordlike_end(text: str, at: int) -> int:
    """The end of a name that is also a word (阳光, 高原), if punctuation or a deed stands right behind; else -1."""
    for end in (at + 2, at + 3):
        closed = text[end : end + 1] in tuple("、，,（(") or _TAKES_PART.match(text, end)
        named = surname_length(text, at) and text[at:end] not in AFTER
        if closed and named and given(text, at + 1, end):
            return end
    return -1


def _runs_on(text: str, long: tuple[int, int]) -> bool:
    """Whether the longer name has swallowed a word of the sentence: 顾城在|会上; but 罗信和|先后 is whole."""
    last = text[long[0] - 1]
    if THAT_DAY.match(text, long[0] - 1):
        return True
    if last == "时" and (_DOES.match(text, long[0]) or text.startswith("、", long[0])):
        return False  # 顾适时|作了说明; 顾适时、林岚
    if last in _CONJUNCTIONS and (text[long[0] : long[0] + 1] in _ENDS - {last} or _ACTS.match(text, long[0])):
        return False
    return last in _FUNCTION_ENDS and not (last in _JOINING and 1 < long[1] < SUREST)


def _sure_end(text: str, at: int, length: int) -> tuple[int, int]:
    """The end of a name of `length` characters, and how surely it ends there (0: not)."""
    end = at + length
    fits = given(text, at + 1, end) and not KIN.search(text[at:end]) and text[at + 1 : end] not in _LONG_AFTER
    return end, (follower(text, end) or titled(text, end)) if fits else 0


def whole_name(text: str) -> bool:
    """Whether all of `text` can be one name, foreign and minority names without a known surname included."""
    if foreign_end(text, 0) == len(text):
        return True
    surname = surname_length(text, 0)
    if len(text) >= _ORGAN + (text[:1] not in _UNIT) and surname == 1 and text[-1] in _ORGAN_ENDS:
        return False
    if surname and 1 <= len(text) - surname <= (3 if surname == 1 else 2):
        return han(text) and not is_word(text, 0) and not KIN.search(text)
    return False


def wordlike_name(text: str) -> bool:
    """Whether `text` is or begins with a word with a surname (和平, 高新竹): true names beside it must vouch for it."""
    return len(text) in _WORDLIKE and han(text) and surname_length(text, 0) == 1 and is_word(text, 0)


def runs_on(text: str) -> bool:
    """Whether a name of usual length in `text` is followed by a word of the sentence: 顾远山为."""
    return len(text) > _ORGAN and surname_length(text, 0) == 1 and text[-1] in _FUNCTION_ENDS
