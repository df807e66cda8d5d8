"""Numbers with units in a clause, as written: 3.2%、120家以上、千亿级、“双倍增”."""

import re

from config.lexicon import words
from data.facts.patterns import any_of

_BOUND = any_of(words("quantities", "units.bounds"))
_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?(?:[-—–~～至](?=\d)\d+(?:\.\d+)?)?"
_UNIT = any_of(words("quantities", "units.words"))
_COUNTED = rf"(?:余|多)?(?:百|千|万|亿|万亿)?(?:余|多)?(?:{_UNIT}|(?<=[万亿]))(?!会议|全会|届|年)"
_SLOGAN = any_of(words("quantities", "figures.slogans"))
QUANTITY = re.compile(
    rf"(?<![\d.第A-Za-z\-/“‘])(?:{_FIGURE}{_COUNTED}(?:{_BOUND})?"
    rf"|前[一二三四五六七八九十\d]+(?:位|名|强)|[ⅠⅡⅢⅣⅤI]+类|百分之[一二三四五六七八九十百点]+(?:{_BOUND})?|[一二两三四五六七八九十百千]+(?:倍|成)(?:{_BOUND})?"
    rf"|(?:{any_of(words('quantities', 'figures.magnitudes'))}))|“{_SLOGAN}”|{_SLOGAN}"
)


_QUOTED = re.compile(
    rf"“(?:{any_of((*words('quantities', 'figures.slogans'), *words('quantities', 'figures.quoted')))}|零[^“”]{{1,4}})”"
)
_MAY = re.compile(r"[\d零双倍百千万亿前翻三四两ⅠⅡⅢⅣⅤI成]")


def find_quantity(clause: str, masked: str) -> str | None:
    """The first number with a unit in `clause`, or None; in brackets and quotes (`masked`) only slogans count."""
    if not _MAY.search(clause):
        return None
    match = QUANTITY.search(masked) or _QUOTED.search(clause)
    return match[0] if match else None
