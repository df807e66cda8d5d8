"""Single characters: what cannot be seen is dropped, compatibility forms become plain ones."""

import re
import unicodedata

from data.clean.edits import Edit

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ufffe\uffff]+"
)
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\t]")
_COMPATIBLE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ufb00-\ufb06｜]")
_SPLIT = re.compile("[A-Za-zÀ-ɏ][\u0300-\u030c]+")
_RADICALS = str.maketrans(
    "⺟⻅⻆⻉⻋⻔⻘⻙⻚⻛⻜⻢⻥⻦⻩⻬⻮⻰⻄⻁⺠⺝", "母见角贝车门青韦页风飞马鱼鸟黄齐齿龙西虎民月"
)


def drop_invisible(text: str) -> list[Edit]:
    """Edits that remove control, zero-width, direction and unpaired surrogate characters."""
    return [Edit(match.start(), match.end()) for match in _INVISIBLE.finditer(text)]


def plain_characters(text: str) -> list[Edit]:
    """Edits that make compatibility characters plain: full-width letters and digits, radicals, ligatures, odd spaces.

    Punctuation keeps its width, and ①, Ⅲ, ㎡ and … stay: they are what the page says. A bar parts the cells of a table
    in either width.
    """
    found = [*_COMPATIBLE.finditer(text), *_SPLIT.finditer(text), *_SPACE.finditer(text)]
    edits = (Edit(match.start(), match.end(), _plain(match[0])) for match in found)
    return sorted((edit for edit in edits if edit.new != text[edit.start : edit.end]), key=lambda edit: edit.start)


def _plain(chars: str) -> str:
    if _SPACE.fullmatch(chars):
        return " "
    return unicodedata.normalize("NFKC", chars).translate(_RADICALS)
