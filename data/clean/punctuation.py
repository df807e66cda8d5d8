"""Punctuation doubled on purpose or by a crawler: 下午,,市 → 下午,市; 工作,。 → 工作。 - one mark stays."""

import re

from data.clean.edits import Edit

_RUN = re.compile(r"(?<![,，、。；;])(?!。{3})[,，、。；;]{2,4}(?![,，、。；;])")
"""Longer runs, and 。。。, are leader lines or dots of omission."""

_COMMAS = ",，"


def undouble(text: str) -> list[Edit]:
    """Edits that leave one mark of a run; an injected comma gives way to the mark beside it."""
    return [Edit(match.start(), match.end(), _one(match[0])) for match in _RUN.finditer(text)]


def _one(run: str) -> str:
    others = run.strip(_COMMAS)
    return others[0] if others else run[0]
