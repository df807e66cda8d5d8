"""Bytes → text, strictly: a byte order mark, else UTF-8, else GB18030 or Big5 by evidence; never silently wrong."""

import codecs
import re
from functools import cache

from config import lexicon
from data.errors import NotText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_STRANGE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_TOLERATED = 0.001
_EVIDENCE = 4_000
"""Characters looked at to tell two encodings apart; more would not change the verdict."""


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and the name of its encoding; NUL bytes are left out.

    Raises:
        NotText: no encoding fits strictly, or over 0.1 % of the characters are replacement, private or control ones.
    """
    text, encoding = _marked(data) or _unmarked(data)
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    strange = len(_STRANGE.findall(text)) + len(_CONTROL.findall(text))
    if strange > len(text) * _TOLERATED:
        raise NotText(
            f"{strange} of {len(text)} characters are not text in {encoding}: save the file as UTF-8 and try again"
        )
    return text, encoding


def _marked(data: bytes) -> tuple[str, str] | None:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            text = _try(data[len(mark) :], codec)
            if text is None:
                raise NotText(f"the file says it is {name} but is not: save it as UTF-8 and try again")
            return text, name
    return None


def _unmarked(data: bytes) -> tuple[str, str]:
    text = _try(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    found = [(text, name) for name in ("gb18030", "big5", "big5hkscs") if (text := _try(data, name)) is not None]
    if not found:
        raise NotText(
            "the bytes are no text in UTF-8, GB18030, Big5 or marked UTF-16: save the file as UTF-8 and try again"
        )
    text, name = max(found, key=lambda pair: _common_share(pair[0]))
    if _common_share(text) < _LEAST_SHARE:
        raise NotText(f"read as {name} the file makes no Chinese sense: save it as UTF-8 and try again")
    return text, name


_LEAST_SHARE = 0.3
"""Least share of common characters among a text's non-ASCII ones; right readings have 0.6 and more, wrong ones 0.15."""


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _common_share(text: str) -> float:
    """The share of everyday characters and punctuation among the non-ASCII characters; 0.0 where there are none."""
    told = [char for char in text if char > "\x7f"][:_EVIDENCE]
    return sum(char in _common() for char in told) / len(told) if told else 0.0


@cache
def _common() -> frozenset[str]:
    return frozenset("".join(lexicon.words("encoding", "common")))
