"""Pinyin noise off: 报(bào) → 报 where the bracket spells the character's own reading (by pypinyin, only here)."""

import re
import unicodedata
from functools import cache
from importlib import import_module
from types import ModuleType

from config import lexicon
from data.clean.edits import Edit

_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_TONED = re.compile(f"[{_TONES}]")
_BRACKETED = re.compile(r"(?<=[㐀-鿿])[(（] ?([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿɡ]{1,7}) ?[)）]")


def strip_pinyin(text: str) -> list[Edit]:
    """Edits that remove brackets which only repeat the reading of the character before them.

    A reading without a tone mark (们(men)) counts only beside toned ones in the same text; any other bracket stays.
    """
    if not _TONED.search(text):
        return []
    return [
        Edit(match.start(), match.end())
        for match in _BRACKETED.finditer(text)
        if match[1].replace("ɡ", "g") in readings(text[match.start() - 1])
    ]


@cache
def readings(char: str) -> frozenset[str]:
    """Every reading of a Han character, with tone marks; its neutral form where it has one."""
    return frozenset(unicodedata.normalize("NFC", sound) for sound in _pypinyin().pinyin(char, heteronym=True)[0])


@cache
def _pypinyin() -> ModuleType:
    """The library, loaded at the first need: its tables take a fifth of a second, and few texts have pinyin."""
    return import_module("pypinyin")


@cache
def sound(char: str) -> str:
    """The commonest reading of a Han character, without its tone (ü as v); any other character as it is."""
    return str(_pypinyin().lazy_pinyin(char)[0])


def romanize(name: str) -> str:
    """A person's name as English readers write it: 祝青禾 → Zhu Qinghe, 欧阳明 → Ouyang Ming; "" unless 2-4 Han."""
    if not _HAN_NAME.fullmatch(name):
        return ""
    compound = lexicon.words("romanize", "compound_surnames")
    family = 2 if name[:2] in compound and len(name) > 2 else 1
    if len(name) - family > _LONGEST_GIVEN:
        return ""
    own = lexicon.mapping("romanize", "surname_readings").get(name[:family])
    surname = own or "".join(_pypinyin().lazy_pinyin(name[:family]))
    given = "".join(_pypinyin().lazy_pinyin(name[family:]))
    return f"{surname.capitalize()} {given.capitalize()}".replace("v", "ü")


_LONGEST_GIVEN = 2
"""Longer ones (麦尔旦江) are names of other languages in Chinese characters."""
_HAN_NAME = re.compile("[㐀-鿿]{2,4}")
