"""Spaces inside dates and ordinals (第 32 次, 2020 年 1 月) closed up."""

import re

from data.clean.edits import Edit

_GAP = re.compile(r"(?<=\d) {1,2}(?=[年月日届次期号](?![A-Za-z\d]))|(?<=[第年月]) {1,2}(?=\d)")


def close_numbers(text: str) -> list[Edit]:
    """Edits that remove the spaces around the number of a date, a session or an issue."""
    if " " not in text:
        return []
    return [Edit(match.start(), match.end()) for match in _GAP.finditer(text)]
