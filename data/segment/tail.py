"""What stands below the body and is no part of it: signature and date, leftovers of menus."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
_DATE_LINE = re.compile(r"[(（]?(?:[12]\d{3}|[二〇○零一]{4})\s?年.{1,10}[日]?[)）]?(?:印发)?")


def without_tail(lines: Sequence[T], key: Callable[[T], str]) -> list[T]:
    """`lines` up to the last one that says something: a signature (a body's name over a date) goes, or short leftovers."""
    end = len(lines)
    while end and _DATE_LINE.fullmatch(key(lines[end - 1])):
        end -= 1
    if end < len(lines):
        while end and _signs(key(lines[end - 1])):
            end -= 1
    return list(lines[:end])


def _signs(text: str) -> bool:
    return len(text) < 40 and not re.search(r"[。：:；;]", text)
