"""An object as written → the separate matters in it, each able to stand alone."""

import re

from config.lexicon import words
from data.facts.brackets import mask
from data.facts.decisions.alone import DOCUMENT, STATUS, holds, stands_alone
from data.facts.decisions.trims import NAMELY, skip_maker, trim
from data.facts.decisions.vague import is_vague
from data.facts.patterns import any_of
from data.records import OUTCOMES, Decision, DecisionKind, Evidence, Span

Cut = tuple[int, int]

_ENDS_IN_BODY = re.compile(rf".{{2,}}{any_of(words('decisions', 'heads.bodies'))}$")
_WHOLE_ACT = re.compile(r"将|把|对|提请|提交")
_TOLD = "报告|汇报|通报|说明"
_ONE_ABOUT = re.compile(
    r"关于(?!.*(?:关于|》|的(?:决议|决定|说明).)).*(?:报告|方案).*(?:、|和).*的(?:决议|决定|说明)[。；]?"
)
_ONE_REPORT = re.compile(
    rf"(?:[^，、关《]{{2,20}})?关于(?!.*(?:关于|[》□、]|的(?:{_TOLD})[和及与])).*[和及与].*的(?:{_TOLD})[。；]?"
)
"""One report on two things: 关于上年工作总结和今年工作计划的报告."""
_SHARED = re.compile(r"等(?:工作|问题|事项|方面)")
ITEMS = re.compile(
    r"(?=[^《]*、)(?P<list>[^《]+?)等(?:(?:相关|有关|重要|多项|其他)|[一二两三四五六七八九十\d]+[个项])*(?:问题|事项|议题|内容)[，。；]?$"
)
"""A list of matters that are named one by one: A、B以及C等事项."""
_SO_MANY = re.compile(r"\d+[人名位项个家件].{5,}")  # 6人博士生导师资格、35人…
_BETWEEN_ITEMS = re.compile(r"[、，,](?:以及)?|以及")
_SEPARATOR = re.compile(r"[、，,；;]\s*(?:以及|并|和|及)?|以及|和|及(?!时|其)|与(?!会)|(?<=》)(?=《)|(?<=[）)])(?=《)")
_QUOTED = re.compile(rf"“□{{4,}}”{STATUS}")
_QUOTED_LIST = re.compile(
    rf"(?!.{{0,12}}\d[件项个条]“)(?:(?!关于)[^“]){{0,12}}(?P<list>{_QUOTED.pattern}(?:(?:[、，]|和|及|以及)?{_QUOTED.pattern})*)(?:的?(?:相关|有关)?(?:情况|专题|工作)?(?:说明|报告|汇报))?[，。；]?"
)
_ONLY_HEAD = re.compile(rf"{DOCUMENT}{STATUS}$")
_BY_COMMA = re.compile(r"[^，,]+")
_SPIRIT = re.compile(r"(?:精神|要求|讲话|批示|指示|》)$")  # what was studied, each over a comma
_SHORTEST = 4  # characters; a shorter last part shares the head of the part before it (议程、日程)
_WHOLE_ITEM = 6  # characters from which on an item of such a list says by itself what it is
_SHORTEST_SHARED = 6  # the same after 及, which joins more closely (分组办法及召集人名单)


def split_matters(text: str, start: int, end: int, kind: DecisionKind) -> list[Cut]:
    """The stretches of `text[start:end]` that are matters of their own, in order; vague ones are left out."""
    start += skip_maker(mask(text[start:end]))
    cuts = [trim(text, start + left, start + right, kind) for left, right in _parts(mask(text[start:end]), kind)]
    named = [(left, right) for left, right in cuts if right - left > 1 and not is_vague(text[left:right], kind)]
    counted = len(named) > 1 and re.search(NAMELY, text[named[0][1] : named[1][0] + 1])
    return named[1:] if counted else named


def decision(kind: DecisionKind, verb: str, text: str, para: int, left: int, right: int, rule: str) -> Decision:
    """A record whose object is `text[left:right]`."""
    return Decision(kind, verb, text[left:right], Evidence(Span(para, left, right), rule, verb))


def _parts(masked: str, kind: DecisionKind) -> list[Cut]:
    clauses = list(_BY_COMMA.finditer(masked)) if kind == "studied" else []
    if len(clauses) > 1 and all(_SPIRIT.search(clause[0]) for clause in clauses):
        return [
            (clause.start() + left, clause.start() + right)
            for clause in clauses
            for left, right in _listed(clause[0], kind)
        ]
    return _listed(masked, kind)


def _listed(masked: str, kind: DecisionKind) -> list[Cut]:
    if kind in ("adopted", "reviewed", "heard") and (quoted := _QUOTED_LIST.fullmatch(masked)):
        return [one.span() for one in _QUOTED.finditer(masked, quoted.start("list"))]
    pieces = _pieces(masked)
    if kind in ("decided", "appointed") and ("》" not in masked or _WHOLE_ACT.match(masked)):
        bodies = kind == "decided" and all(_ENDS_IN_BODY.match(masked[left:right]) for left, right in pieces)
        return pieces if bodies else [(0, len(masked))]
    if _ONE_ABOUT.fullmatch(masked) or _ONE_REPORT.fullmatch(masked):
        return [(0, len(masked))]
    if all(_SO_MANY.fullmatch(masked[start:end]) for start, end in pieces):
        return pieces
    if kind not in OUTCOMES and (items := _items(masked)):
        return items
    return _rejoin(masked, _joined(masked, pieces, kind), kind)


def _items(masked: str) -> list[Cut]:
    """The items of a list of matters, 以及 before the last; one too short to say what it is keeps the list together."""
    items = ITEMS.fullmatch(masked)
    if items is None:
        return []
    last = masked.find("以及")
    marks = list(_BETWEEN_ITEMS.finditer(masked, 0, last + len("以及") if last >= 0 else items.end("list")))
    starts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), items.end("list")]
    cuts = list(zip(starts, ends, strict=True))
    return cuts if all(end - start >= _WHOLE_ITEM for start, end in cuts) else []


def _pieces(masked: str) -> list[Cut]:
    pieces, start = [], 0
    for separator in _SEPARATOR.finditer(masked):
        if separator.start() > start:
            pieces.append((start, separator.start()))
        start = separator.end()
    if start < len(masked):
        pieces.append((start, len(masked)))
    return pieces or [(0, len(masked))]


def _joined(masked: str, pieces: list[Cut], kind: DecisionKind) -> list[Cut]:
    """Pieces put together until each stands alone; one too short to (日程) goes with the one before."""
    joined: list[Cut] = []
    start = pieces[0][0]
    for (left, right), following in zip(pieces, [*pieces[1:], None], strict=True):
        part = masked[start:right]
        short = len(part) < _SHORTEST and (following is None or _ONLY_HEAD.search(part))
        if joined and left == start and short and not part.endswith(("法", "》")):
            joined[-1] = (joined[-1][0], right)
        elif following is None or stands_alone(part, masked[following[0] : following[1]], masked[following[0] :], kind):
            joined.append((start, right))
        else:
            continue
        start = following[0] if following else right
    return joined


def _rejoin(masked: str, parts: list[Cut], kind: DecisionKind) -> list[Cut]:
    """Undo a split where the last part would not stand alone, or one head is meant for the whole list."""
    whole = (parts[0][0], parts[-1][1])
    if "》" not in masked and _SHARED.search(masked, parts[-1][0]):
        return [whole]
    kept = [parts[0]]
    for left, right in parts[1:]:
        bare = re.sub(STATUS + "$", "", masked[left:right])
        shortest = _SHORTEST_SHARED if masked[left - 1] == "及" else _SHORTEST
        if (
            len(bare) < shortest
            and "》" not in bare
            and (bare == "办法" or not bare.endswith("法"))
            and not bare.startswith(("各项", "全部"))
        ):
            kept[-1] = (kept[-1][0], right)
        else:
            kept.append((left, right))
    loose = kind in ("studied", "arranged", "heard") and "》" not in masked
    if loose and not all(holds(masked, cut, kind) for cut in kept):
        return [whole]
    return kept
