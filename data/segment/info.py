"""The line under a heading: publication date, source, reporter, and what the page adds to them."""

import re
from dataclasses import dataclass
from functools import cache

from config import lexicon
from data.segment.dates import DATE, TIME, iso_date
from data.segment.headings import is_label, is_organisation, is_site, says_meeting

_LONGEST = 200
_TITLE = 8
"""Fewest characters of a title before the fields that has no word for a meeting."""

_VALUE = r"[^\s|｜【】\[\]）)]{0,30}"
_ADDRESS = re.compile(r"www\.|://")
_LABELLED = re.compile(r"(?:[㐀-鿿]{2,5}\s*[:：]\s*[^\s:：]{0,12}[\s|｜/]*){1,6}")
"""Nothing but labels and short values."""

_WEEKDAY = re.compile(r"\s*(?:星期|周)[一二三四五六日天]")
"""A date with it at the head of a page mostly is the day of the visit."""

_SENTENCE = re.compile(r"[。；，]")
_ISSUED = re.compile(rf".{{2,20}}(?:[ 　]{{2,}}|　){DATE}(?:\s*印发)?")
"""Who issued the paper and when, apart in one line."""


@dataclass(frozen=True, slots=True)
class Info:
    """What one line says about its page; `title` is a heading that stands before the fields on the same line.

    `rank` says how far the date is one of publication: 0 without a date, 3 where it is labelled so; `fields` counts the
    fields of the line.
    """

    title: str = ""
    published: str | None = None
    source: str | None = None
    reporter: str | None = None
    rank: int = 0
    fields: int = 0


def read_info(line: str) -> Info | None:
    """The line as an info line, or None where it is none: no field in it, or a sentence around them."""
    if len(line) > _LONGEST:
        return None
    fields = {name: list(pattern.finditer(line)) for name, pattern in _fields().items()}
    found = [match for matches in fields.values() for match in matches]
    if not found or not _is_info(line, fields):
        return None
    dated = max(fields["date"], key=_rank, default=None)
    before = _without_tools(line[: min(match.start() for match in found)]).strip()
    return Info(
        title=before if _is_title(before) else "",
        published=iso_date(dated["date"]) if dated else None,
        source=_value(fields["source"]) or (before if is_site(before) else None),
        reporter=_value(fields["author"]),
        rank=_rank(dated) if dated else 0,
        fields=len(found),
    )


def _is_info(line: str, fields: dict[str, list[re.Match[str]]]) -> bool:
    """Whether nothing but tools stands around the fields, or the fields are such that they cannot be a sentence's."""
    left = line
    for matches in fields.values():
        for match in matches:
            left = left.replace(match[0], " ", 1)
    bare = _without_tools(left).strip()
    if not bare or is_site(bare) or _ISSUED.fullmatch(line) or _is_account(bare):
        return True
    if _SENTENCE.search(left):
        return False
    dates = fields["date"]
    if dates and _LABELLED.fullmatch(bare) and not is_label(line):
        return True
    timed = any(match["time"] for match in dates) and not says_meeting(line[dates[0].end() :])
    labelled = any(match["label"] for match in dates)
    return bool(
        fields["source"] or labelled or timed or (dates and (fields["counter"] or fields["author"] or fields["editor"]))
    )


def _is_account(text: str) -> bool:
    """Whether a text is only the name of the account that published: 云汀发布."""
    return len(text) <= _TITLE and text.endswith(lexicon.words("headings", "accounts")) and not says_meeting(text)


def _is_title(text: str) -> bool:
    if says_meeting(text):
        return True
    return len(text) >= _TITLE and not (is_organisation(text) or is_site(text) or _ADDRESS.search(text))


def _without_tools(text: str) -> str:
    bare = _tools().sub("", text)
    return "" if len(bare.strip()) < 2 else text.strip(" \t　|｜")


def _value(matches: list[re.Match[str]]) -> str | None:
    return next((match["value"] for match in matches if match["value"]), None)


def _rank(match: re.Match[str]) -> int:
    """3 for a date labelled as one of publication, 2 for a bare one, 1 for another label or a day of the week."""
    if not match["label"]:
        return 1 if _WEEKDAY.match(match.string, match.end()) else 2
    return 3 if match["label"] in lexicon.words("boilerplate", "info.publication") else 1


@cache
def _fields() -> dict[str, re.Pattern[str]]:
    """The fields by name, labels from boilerplate.toml; a value ends at a space, a bar or the next label."""
    labels = {
        name: "|".join(lexicon.words("boilerplate", f"info.{name}"))
        for name in ("source", "author", "editor", "counter")
    }
    kinds = "|".join(
        lexicon.words("boilerplate", "info.publication") + lexicon.words("boilerplate", "info.other_dates")
    )
    label = rf"(?P<label>{kinds})?(?:时间|日期|于)?\s*[:：]\s*|(?<=发表于)\s*|(?<![\d.])"
    others = "|".join(labels.values())
    end = rf"(?=[\s|｜【\[\]】）)]|$|(?:(?:{kinds})?(?:时间|日期)|{others}|字号|字体)\s*[:：])"
    count = r"[\d,.]*\s*(?:万\+?)?\s*(?:人?次)?"
    return {
        "date": re.compile(rf"(?:{label})(?P<date>{DATE})\s*(?P<time>{TIME})(?:\s*印发)?"),
        "source": re.compile(rf"(?:{labels['source']})\s*[:：][ 　]?(?P<value>{_VALUE}?){end}"),
        "author": re.compile(rf"(?:{labels['author']})\s*[:：][ 　]?(?P<value>{_VALUE}?){end}"),
        "editor": re.compile(rf"(?:{labels['editor']})\s*[:：][ 　]?{_VALUE}?{end}"),
        "counter": re.compile(
            rf"(?:[\d,]+\s*次)?(?:{labels['counter']})(?:次数|量|数|率)?\s*(?:[:：]\s*{count}|\d{count})|次(?:浏览|点击|阅读)"
        ),
    }


@cache
def _tools() -> re.Pattern[str]:
    words = "|".join(lexicon.words("boilerplate", "info.tools"))
    return re.compile(rf"[【\[(（]?(?:{words})[】\]）)]?|[-+\s\d:：|｜/·,，>＞【】\[\]()（）]")
