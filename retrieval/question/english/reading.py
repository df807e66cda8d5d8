"""English question → its Chinese reading, in an ordered pipeline: dates, names of bodies and matters, frames, words."""

import re
from datetime import date

from retrieval.question.english.counts import with_counts
from retrieval.question.english.days import with_chinese_days
from retrieval.question.english.glossary import in_glossary
from retrieval.question.english.grammar import in_frames, without_glue
from retrieval.question.english.plain import plain

_TWICE = re.compile(r"(?<=会)\s*会议(?=\s*开)|(?<=会议)\s*会议(?=\s*开)")
_LOOSE = re.compile(r"(?<=[㐀-鿿])(?<![省市县区]) (?=会议 开)")


def to_chinese(text: str, today: date) -> str:
    """`text` as a Chinese question: its dates first, then what it asks with the words of its object in place."""
    days, rest = with_chinese_days(plain(text), today)
    named = re.sub(r"\s+", " ", with_counts(in_glossary(rest, "phrases"))).strip()
    asked = re.sub(r"\s+", " ", f"{days} {without_glue(in_frames(named))}")
    return _LOOSE.sub("", _TWICE.sub("", asked)).strip()
