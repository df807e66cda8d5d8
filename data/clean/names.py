"""Names padded to three cells (王　强) closed up, so that a name is one word."""

import re
from collections.abc import Iterator
from functools import cache

from config import lexicon
from data.clean.edits import Edit

_AFTER = (
    r"[\s、，,：:；;。（()）]|\Z|等|主持|出席|参加|列席|讲话|作|指出|强调|汇报|通报|致辞|在|当选|同志|分别|先后|应邀"
)
_OFFICE = r"副?(?:[处科局部院所]长|主任|书记|主席|教授)"  # between an organ and an office: 科教科刘　峥科长
_PADDED = re.compile(
    r"(?P<before>(?<![^\s、，,：:；;。（(])|(?<=[㐀-鿿][长任记席员事理授师官总副选导士表])"
    r"|(?<=[了和由])(?=[㐀-鿿]　+[㐀-鿿](?:同志|副?[㐀-鿿]{2,3}[作主代]))"
    rf"|(?<=[处科局部院室办])(?=[㐀-鿿]　+[㐀-鿿]{_OFFICE}))"
    rf"(?P<first>[㐀-鿿])(?P<gap>　+| {{1,4}})(?=[㐀-鿿](?:(?P<edge>{_AFTER})|[㐀-鿿]))"
)
_GAP = re.compile(r"(?<=[㐀-鿿])(?:　[　 ]*| {2,})(?=[㐀-鿿])")
_COLONS = frozenset(":：")
_WHOLE_TITLES = frozenset({"主任", "主席", "书记", "委员", "代表", "教授", "院士", "理事", "董事", "监事"})
_SHORT_TITLE = re.compile(r"[省市县区镇乡州局处科部校院所站队团组厂行社村会室委][长任记员]$")


def close_names(text: str) -> list[Edit]:
    """Edits that remove the padding between a one-character surname and a one-character given name.

    Half-width spaces pad only where both characters stand alone; a wide space also before running text, and in labels
    (时　间：). In a list of names, some of them padded, the other gaps become one space.
    """
    if "　" not in text and " " not in text:
        return []
    edits = [edit for start, line in _lines(text) for edit in _in_line(line, start)]
    return sorted(edits, key=lambda edit: edit.start)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        if " " in line or "　" in line:
            yield at, line
        at += len(line) + 1


def _in_line(line: str, at: int) -> Iterator[Edit]:
    gaps: set[tuple[int, int]] = set()
    closed = 0
    for match in _PADDED.finditer(line):
        if match.start() >= closed and _is_padded(match):
            gaps.add(match.span("gap"))
            closed = match.end() + 1
    yield from (Edit(at + start, at + end) for start, end in gaps)
    if len(gaps) > 1:
        others = (match.span() for match in _GAP.finditer(line))
        yield from (Edit(at + start, at + end, " ") for start, end in others if (start, end) not in gaps)


def _is_padded(match: re.Match[str]) -> bool:
    wide, edge = "　" in match["gap"], match["edge"] is not None
    if edge and match["edge"] in _COLONS and (wide or _name(match) in lexicon.words("headings", "labels")):
        return True
    if match["first"] not in _surnames() or not (wide or edge):
        return False
    between = match.string[match.end() + 1 : match.end() + 4]
    return not _after_title(match) or bool(re.match(_OFFICE, between)) or _ends_in_title(match.string[: match.start()])


def _name(match: re.Match[str]) -> str:
    return match["first"] + match.string[match.end()]


def _after_title(match: re.Match[str]) -> bool:
    return match.start() > 0 and "㐀" <= match.string[match.start() - 1] <= "鿿"


def _ends_in_title(before: str) -> bool:
    """Whether the text ends in an office and not in a name that looks like one (周长 in 周长江)."""
    word = re.split(r"[\s、，,：:；;。（(]", before[-8:])[-1]
    return len(word) > 2 or bool(_SHORT_TITLE.search(word)) or word in _WHOLE_TITLES


@cache
def _surnames() -> frozenset[str]:
    return frozenset("".join("".join(lexicon.table("surnames")["single"]).split()))  # type: ignore[arg-type]  # TOML
