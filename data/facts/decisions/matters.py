"""An object as written → the separate matters in it, each able to stand alone."""

import re

from config.lexicon import words
from data.facts.brackets import mask
from data.facts.decisions.verbs import any_of
from data.records import DecisionKind

_DOCUMENT = any_of(words("decisions", "heads.documents"))
_MATTER = any_of(words("decisions", "heads.matters"))
_VAGUE = frozenset(words("decisions", "vague.words"))
_BRACKET_TAIL = r"(?:[（(]□*[)）])*"
_ENDS_IN_DOCUMENT = re.compile(rf"(?:.{{2,}}{_DOCUMENT}|.*》){_BRACKET_TAIL}(?:及其摘要)?$")
_ENDS_IN_MATTER = re.compile(rf"(?:.{{2,}}(?:{_DOCUMENT}|{_MATTER})|.*[》”]){_BRACKET_TAIL}$")
_ABOUT = re.compile(r"[^《]{0,30}关于")
_SEPARATOR = re.compile(r"[、，,；;]\s*(?:以及|并|和|及)?|以及|和|及(?!时|其)|与(?!会)|(?<=》)(?=《)|(?<=》）)(?=《)")
_CONNECTIVE = re.compile(r"以及|和|及|与")
_SHARED_TAIL = re.compile(r"(?:的)?(?:汇报|报告|情况汇报)$")
_MAKER = re.compile(
    r"^.{0,60}?(?:所?作的|提交的|所做的|提出的|提请的|报送的|起草的|做的)(?=《|关于|.{4,}(?:报告|汇报|说明|总结)$)"
)
_SPEAKER = re.compile(r"^[^《]{1,60}?(?=关于)")
_LEAD = re.compile(r"^[了：:，,、\s]+|^(?:并|及|和|等)(?=《|关于)")
_TAIL = re.compile(
    r"(?:等(?:\d+|[一二三四五六七八九十]+)?(?:个|项|份|部|件)?(?:文件|议题|事项|议案|条例草案|材料)?|有关文件|[，,、；;。：:\s]+)$"
)

Cut = tuple[int, int]


def split_matters(text: str, start: int, end: int, kind: DecisionKind) -> list[Cut]:
    """The stretches of `text[start:end]` that are matters of their own, in order; vague ones are left out."""
    masked = mask(text[start:end])
    cuts = [(start + left, start + right) for left, right in _parts(masked, kind)]
    trimmed = [_trim(text, left, right, kind) for left, right in cuts]
    return [(left, right) for left, right in trimmed if right - left > 1 and not is_vague(text[left:right])]


def is_vague(matter: str) -> bool:
    """Whether the words name no matter (其他事项, 上述报告)."""
    return (
        matter.strip("，,。；; 的等了") in _VAGUE
        or re.match(r"上述|以上|各项|其他|其它|了?有关议题|相关议题|一些", matter) is not None
    )


def _parts(masked: str, kind: DecisionKind) -> list[Cut]:
    if kind in ("decided", "appointed") and "》" not in masked:
        return [(0, len(masked))]
    pieces = _pieces(masked)
    if len(pieces) == 1:
        return pieces
    merged: list[Cut] = []
    start = pieces[0][0]
    for index, (_, right) in enumerate(pieces):
        if index + 1 == len(pieces) or _stands_alone(masked[start:right], masked[pieces[index + 1][0] :], kind):
            merged.append((start, right))
            start = pieces[index + 1][0] if index + 1 < len(pieces) else right
    return _rejoin(masked, merged, kind)


def _pieces(masked: str) -> list[Cut]:
    pieces, start = [], 0
    for separator in _SEPARATOR.finditer(masked):
        if separator.start() > start:
            pieces.append((start, separator.start()))
        start = separator.end()
    if start < len(masked):
        pieces.append((start, len(masked)))
    return pieces or [(0, len(masked))]


def _stands_alone(part: str, rest: str, kind: DecisionKind) -> bool:
    about = _ABOUT.match(part)
    if about:
        return re.search(rf"(?:的|情况|工作|》){_DOCUMENT}{_BRACKET_TAIL}$", part) is not None
    if part.endswith("》") and not re.match(r"《|[^，、；]*[》]|关于|[^，、；和]{0,20}" + _DOCUMENT, rest):
        return False
    ends = _ENDS_IN_MATTER if kind in ("heard", "arranged", "studied") else _ENDS_IN_DOCUMENT
    return ends.match(part) is not None


def _rejoin(masked: str, parts: list[Cut], kind: DecisionKind) -> list[Cut]:
    """Undo the split where the last part alone would not stand (日程（草案）, or 等工作 for the whole list)."""
    tail = masked[parts[-1][0] : parts[-1][1]]
    if re.search(r"等(?:工作|问题|事项|方面)", tail) and "》" not in masked:
        return [(parts[0][0], parts[-1][1])]
    kept = [parts[0]]
    for left, right in parts[1:]:
        bare = re.sub(_BRACKET_TAIL + r"$", "", masked[left:right])
        if len(bare) < 4 and "》" not in bare and not bare.endswith("法"):
            kept[-1] = (kept[-1][0], right)
        else:
            kept.append((left, right))
    if (
        kind in ("studied", "arranged", "heard")
        and "》" not in masked
        and len(kept) > 1
        and not _balanced(masked, kept, kind)
    ):
        return [(kept[0][0], kept[-1][1])]
    return kept


def _balanced(masked: str, parts: list[Cut], kind: DecisionKind) -> bool:
    """Whether every part ends in a head of its own; heard lists need every part to be a report or a matter of length."""
    ends = _ENDS_IN_MATTER
    return all(ends.match(masked[left:right]) is not None and right - left >= 5 for left, right in parts)


def _trim(text: str, left: int, right: int, kind: DecisionKind) -> Cut:
    lead = _LEAD.match(text[left:right])
    while lead and lead.end():
        left += lead.end()
        lead = _LEAD.match(text[left:right])
    tail = _TAIL.search(mask(text[left:right]))
    while tail and tail.end() > tail.start() and right > left:
        right = left + tail.start()
        tail = _TAIL.search(mask(text[left:right]))
    masked = mask(text[left:right])
    maker = _MAKER.match(masked)
    if maker:
        left += maker.end()
        masked = masked[maker.end() :]
    if kind == "heard":
        speaker = _SPEAKER.match(masked)
        if speaker:
            left += speaker.end()
    return left, right
