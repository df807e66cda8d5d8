"""Chinese numerals → numbers, and the ordinals by which meetings are counted (第三次, 十五届)."""

import re

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = r"(?:\d+|[零〇一二两三四五六七八九十百千]+)"
COUNTED = "次届轮批季"
"""What meetings are counted by without 第, too; 一期 alone is a stage of building, 第一期 a course."""
_ORDINAL = re.compile(rf"(?<![下上每新换这那近后前有头])第?({NUMERAL})\s*([{COUNTED}])(?!性|元)(?:(?<=季)度)?")
_COURSE = re.compile(rf"第({NUMERAL})\s*(期)")
_FIRST_OF = re.compile(r"首(次|届)")


def number(text: str) -> int | None:
    """The number that `text` writes in Arabic or Chinese digits (二〇二四 digit by digit); None if it is none."""
    if text.isdecimal():
        return int(text)
    if not text or any(char not in _DIGITS and char not in _STEPS for char in text):
        return None
    if not any(char in _STEPS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    return _with_steps(text)


def _with_steps(text: str) -> int:
    total, digit = 0, 0
    for char in text:
        if char in _STEPS:
            total += (digit or 1) * _STEPS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def ordinals(text: str) -> frozenset[str]:
    """The counts in `text` in one form: 第三次 and 3次 are both `3次`, 首届 is `1届`."""
    found = (match for pattern in (_ORDINAL, _COURSE) for match in pattern.finditer(text))
    counted = {f"{number(match[1])}{match[2]}" for match in found if number(match[1]) is not None}
    return frozenset(counted | {f"1{match[1]}" for match in _FIRST_OF.finditer(text)})


def congresses(text: str) -> frozenset[str]:
    """十七大 as the count of a congress, 17次, where a meeting is meant and not what it taught (二十大精神)."""
    return frozenset(f"{number(match[1])}次" for match in _CONGRESS.finditer(text))


_CONGRESS = re.compile(
    "(?<![一二三四五六七八九十百])([二三]?十[一二三四五六七八九]?)大(?=[开闭通选召谁有什都上]|[^一-龥]|$)"
)


def ordinal_spans(text: str) -> list[tuple[int, int]]:
    """Where the counts stand, as (start, end)."""
    return [match.span() for pattern in (_ORDINAL, _COURSE, _FIRST_OF) for match in pattern.finditer(text)]


def without_ordinals(text: str) -> str:
    """`text` with its counts cut out, a space in their place."""
    return _FIRST_OF.sub(" ", _COURSE.sub(" ", _ORDINAL.sub(" ", text)))
