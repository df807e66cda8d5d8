"""Lists of people under the body that they are of: a plain line over rows like - 顾城先生."""

import re

from data.facts.attendance import roll
from data.facts.attendance.labels import is_exact
from data.facts.people import names, offices

Office = tuple[int, int, int]
"""The paragraph in which an office stands, and where; empty where there is none."""
NOBODYS: Office = (-1, 0, 0)

_BODY = re.compile(r"[\s*#]*(?P<body>[^，。；！？：:|]{2,24}(?:[：:][\s*]*[^，。；：:|]{2,24})?)[\s*：:]*")
_ROW = re.compile(
    r"\s*[-*•·]\s*[^，。；：:]{2,24}(?:先生|女士|小姐|太太|律师|议员)\s*(?:[（(][^（）()]{1,20}[）)])?\s*"
)
_LONGEST = 60  # characters of what is left of a list on the next line
_LABELLED = re.compile(r"[：:]")


def heads_rows(text: str, below: str) -> bool:
    """Whether `text` is a plain line and the next the row of somebody called 先生 or the like."""
    return _BODY.fullmatch(text) is not None and _ROW.fullmatch(below) is not None and _ROW.fullmatch(text) is None


def office(para: int, text: str, start: int, end: int) -> Office:
    """The office that text[start:end] is for those listed under it (民政署代表); none where it is only a body."""
    bare = text[start:end].strip(" 　*#：:。")
    at = text.index(bare, start) if bare else start
    fits = offices.ENDS_IN_HEAD.search(bare) and not _LABELLED.search(bare)
    return (para, at, at + len(bare)) if fits else NOBODYS


def only_names(text: str) -> bool:
    """Whether a line is nothing but names, be it with who came instead: what is left of a list above it."""
    if len(text) > _LONGEST or _LABELLED.search(text) or "|" in text:
        return False
    items = list(roll.stretches(text, 0, len(text)))
    people = list(roll.people(text, 0, len(text)))
    named = all(names.whole_name(entry.person.name) and not entry.person.title for entry in people)
    own = sum(entry.person.rule == "listed" for entry in people)
    return bool(items) and own == len(items) and named


def of_unit(text: str) -> bool:
    """Whether a line is a unit with its people, as they come below a list of those present: 区财政局：顾城、林岚."""
    unit = _UNIT.match(text)
    named = unit is not None and (offices.ends_in_organ(unit["unit"]) or unit["unit"].endswith(_PLACES))
    return unit is not None and named and not is_exact(unit["unit"]) and roll.is_list(text[unit.end() :])


_PLACES = ("街道", "社区", "公司", "镇", "乡", "村", "园区", "中心", "工作组")
_UNIT = re.compile(r"[\s*•·-]*(?P<unit>[\u4e00-\u9fff（）()]{2,20})[：:]\s*(?=\S)")


def beside_firms(text: str, above: str) -> bool:
    """Whether a line is one name and a firm set apart, as the line above begins: 林岚 苇湖公司."""
    if len(text) > _SHORT or "|" in text or _LABELLED.search(text) or any(map(is_exact, text.split())):
        return False
    return all(_beside_firm(line.split("：")[-1]) for line in (text, above))


def _beside_firm(text: str) -> bool:
    people = list(roll.people(text, 0, len(text)))
    return len(people) == 1 and people[0].person.rule == "listed-firm"


_SHORT = 24  # characters
