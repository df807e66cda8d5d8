"""Names padded to three cells (王　强) closed up, so that a name is one word."""

import re
from collections.abc import Iterator

from data.clean.edits import Edit

_PADDED = re.compile(
    r"(?:(?<=[\s、，,：:；;。（(])|(?<![^\n])|(?<=[长任记席员事理授师官总副]))"
    r"(?![的和与及])[㐀-鿿](?P<gap>　+| {1,4})[㐀-鿿](?=(?P<edge>[\s、，,：:；;。（()）]|\Z)|[㐀-鿿])"
)
_GAP = re.compile(r"(?<=[㐀-鿿])(?:　[　 ]*| {2,})(?=[㐀-鿿])")


def close_names(text: str) -> list[Edit]:
    """Edits that remove the padding between a one-character surname and a one-character given name.

    Half-width spaces pad only where both characters stand alone; a wide space also before running text.
    In a list of names, some of them padded, the other gaps become one space.
    """
    if "　" not in text and " " not in text:
        return []
    edits = [edit for start, line in _lines(text) for edit in _in_line(line, start)]
    return sorted(edits, key=lambda edit: edit.start)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _in_line(line: str, at: int) -> Iterator[Edit]:
    closed = [match for match in _PADDED.finditer(line) if match["edge"] is not None or "　" in match["gap"]]
    gaps = {match.span("gap") for match in closed}
    yield from (Edit(at + start, at + end) for start, end in gaps)
    if len(gaps) > 1:
        others = (match.span() for match in _GAP.finditer(line))
        yield from (Edit(at + start, at + end, " ") for start, end in others if (start, end) not in gaps)
