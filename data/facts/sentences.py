"""Paragraph text → sentences and clauses with their positions."""

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[。！？!?；;]+[”’」』）)]*|\n+")
_CLAUSE_END = re.compile(r"[，,。！？!?；;：:]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a paragraph: its text and where it starts (characters)."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.start + len(self.text)


def sentences(text: str) -> tuple[Stretch, ...]:
    """The sentences of `text`, ends kept, blank ones left out. Brackets and quotes do not hold a sentence together."""
    return _split(text, 0, _SENTENCE_END)


def clauses(sentence: Stretch) -> tuple[Stretch, ...]:
    """The comma-separated clauses of a sentence, ends kept."""
    return _split(sentence.text, sentence.start, _CLAUSE_END)


def _split(text: str, offset: int, ends: re.Pattern[str]) -> tuple[Stretch, ...]:
    pieces, start = [], 0
    for end in [match.end() for match in ends.finditer(text)] + [len(text)]:
        piece = text[start:end]
        left = len(piece) - len(piece.lstrip())
        if piece.strip():
            pieces.append(Stretch(piece.strip(), offset + start + left))
        start = end
    return tuple(pieces)
