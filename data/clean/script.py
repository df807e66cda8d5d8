"""Traditional → simplified characters, one for one, so that positions stay; the only module that imports OpenCC."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import opencc

from config import lexicon
from data.clean.edits import Edit


def simplify(text: str) -> list[Edit]:
    """Edits that simplify `text`.

    Words shared by both scripts (乾坤, 著作, 於 as a surname) change only in a text whose tell-tale characters are
    mostly traditional; in a simplified text a stray traditional character is simplified unless names keep it (樑).
    """
    traditional = _only_traditional().findall(text)
    if not traditional:
        return []
    mixed = len(traditional) < len(_only_simplified().findall(text))
    allowed = _only_traditional().pattern if mixed else None
    return [
        Edit(at, at + 1, new)
        for at, (old, new) in enumerate(zip(text, _converted(text), strict=True))
        if old != new and (allowed is None or old in allowed)
    ]


def _converted(text: str) -> str:
    """OpenCC's conversion where it keeps lengths and stays in the characters that pages use, else the text itself."""
    new = "".join(_same_length(line) for line in text.splitlines(keepends=True))
    plain = "".join(old if ord(char) > 0xFFFF else char for old, char in zip(text, new, strict=True))
    return _particle().sub("着", plain).translate(_variants())


def _same_length(line: str) -> str:
    new = str(_converter().convert(line))
    return new if len(new) == len(line) else "".join(_single(char) for char in line)


def _single(char: str) -> str:
    new = str(_converter().convert(char)).translate(_variants())
    return new if len(new) == 1 else char


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _variants() -> dict[int, str]:
    return str.maketrans(lexicon.mapping("script", "variants"))


@cache
def _only_traditional() -> re.Pattern[str]:
    """Characters that OpenCC changes, that GB 2312 lacks and that names in simplified texts do not keep."""
    kept = set("".join(lexicon.words("script", "kept_in_simplified")))
    return _class(
        char for char in _han() if not _encodes(char, "gb2312") and char not in kept and _single(char) != char
    )


@cache
def _only_simplified() -> re.Pattern[str]:
    """Characters of GB 2312 that Big5 lacks: a traditional text does not use them."""
    return _class(char for char in _han() if _encodes(char, "gb2312") and not _encodes(char, "big5"))


def _han() -> Iterator[str]:
    return map(chr, range(0x4E00, 0xA000))


def _class(chars: Iterable[str]) -> re.Pattern[str]:
    return re.compile("[" + "".join(chars) + "]")


def _encodes(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _particle() -> re.Pattern[str]:
    """著 where it is the particle 着 (沿著, 看著) or its verb (著力), and not the word for writing or eminence."""
    verbs = "".join(lexicon.words("script", "particle_after"))
    after = "".join(lexicon.words("script", "written_after"))
    before = "".join(lexicon.words("script", "written_before"))
    return re.compile(rf"(?<=[{verbs}])著|(?<![{after}])著(?![{before}])")


def to_traditional(text: str) -> str:
    """`text` in traditional characters by OpenCC's phrase rules, for askers who write them; lengths may change."""
    return str(_traditional().convert(text))


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")
