"""Numbers with units in a clause, as written: 3.2%、120家以上、千亿级、“双倍增”."""

import re

from config.lexicon import words
from data.facts.patterns import any_of

_BOUND = any_of(words("quantities", "units.bounds"))
_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?(?:[-—–~～至](?=\d)\d+(?:\.\d+)?)?"
_UNIT = any_of(words("quantities", "units.words"))
_COUNTED = rf"(?:余|多)?(?:百|千|万|亿|万亿)?(?:余|多)?(?:{_UNIT}|(?<=[万亿]))(?!会议|全会|届|年|月|工作日|交易日|星期)"
_SLOGAN = any_of(words("quantities", "figures.slogans"))
_DIGIT = "[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]"
_TENS = "[一二两三四五六七八九十百千万亿零〇点几壹贰叁肆伍陆柒捌玖拾佰仟]"
_MEASURED = any_of(words("quantities", "units.measured"))
_LAST = rf"{_UNIT}(?=$|[、，。；])"
_WRITTEN = (
    rf"(?<![一二三四五六七八九十第])(?:(?:{_DIGIT}|十){_TENS}+{_UNIT}(?:{_BOUND})?"
    rf"|(?!一)(?:{_DIGIT}|十)(?:{_MEASURED}(?:{_BOUND})?|{_LAST})|一个百分点)"
)
_AGE = r"\d+周?岁以[上下内]的?[^，。]{0,4}[儿孩人者女生员民]"  # whom a goal is for: 3岁以下幼儿
QUANTITY = re.compile(
    rf"(?<![\d.第A-Za-z\-/“‘])(?!{_AGE})(?:各|最少|至少)?(?:{_FIGURE}\s?{_COUNTED}(?:{_BOUND})?"
    r"|(?:(?<=[缩短减快][至到])|(?<=控制在))\d+(?:\.\d+)?个(?:工作日|月)(?:之内|以内|内)?"
    rf"|(?<![点时]){_FIGURE}分(?:{_BOUND}|(?=$|[，、；。]))"  # marks, not minutes
    rf"|(?<=达到)\d+[:：]\d+(?![\d:：])|{_WRITTEN}|前?[百千万]分之{_TENS}+(?:{_BOUND})?|前[一二三四五六七八九十\d]+(?:位|名|强)|[ⅠⅡⅢⅣⅤI]+类|[一二两三四五六七八九十百千]+(?:倍|成)(?:{_BOUND})?"
    rf"|(?<![一二三四五六七八九十第])[两三四五六七八九十]百?(?:{any_of(words('quantities', 'units.countable'))})"
    r"|(?<=实现)零(?![售部星碳的])[\u4e00-\u9fff]{2}"
    rf"|(?:{any_of(words('quantities', 'figures.magnitudes'))}))|“{_SLOGAN}”|{_SLOGAN}"
)


_QUOTED = re.compile(
    rf"“(?:{any_of((*words('quantities', 'figures.slogans'), *words('quantities', 'figures.quoted')))}|零[^“”]{{1,4}})”"
)
_CADENCE = re.compile(any_of(words("quantities", "units.cadences")))
_REACHED = re.compile(r"(?:达到?|至|到|突破|超过|低于|少于|高于)\s?(?=[\d一二两三四五六七八九十])")
_MAY = re.compile(r"[\d零双倍百千万亿前翻一二三四五六七八九十两壹贰叁肆伍陆柒捌玖ⅠⅡⅢⅣⅤI成]")


def find_quantity(clause: str, masked: str) -> str | None:
    """The number with a unit that `clause` reaches (占比达到60%), else its first one, or None.

    In brackets and quotes (blanked in `masked`) only slogans count.
    """
    if not _MAY.search(clause):
        return None
    reached = _REACHED.search(masked)
    match = (reached and QUANTITY.match(masked, reached.end())) or QUANTITY.search(masked) or _QUOTED.search(clause)
    return match[0] if match else None


def find_cadence(clause: str) -> str | None:
    """How often something is to be done (daily, 双周), or None."""
    match = _CADENCE.search(clause)
    return match[0] if match else None
