"""The formal verbs of meetings: what they look like in a clause and what kind of act they are."""

import re
from dataclasses import dataclass

from config.lexicon import words
from data.records import DecisionKind

_PRIORITY: tuple[tuple[str, DecisionKind], ...] = (
    ("refused", "decided"),
    ("appointed", "appointed"),
    ("adopted", "adopted"),
    ("decided", "decided"),
    ("arranged", "arranged"),
    ("reviewed", "reviewed"),
    ("heard", "heard"),
    ("studied", "studied"),
)


def any_of(entries: tuple[str, ...]) -> str:
    """A regular expression group for any of `entries`, the longest first."""
    return "(?:" + "|".join(re.escape(entry) for entry in sorted(set(entries), key=len, reverse=True)) + ")"


_ATOMS: dict[str, tuple[str, ...]] = {name: words("decisions", f"verbs.{name}") for name, _ in _PRIORITY}
ATOM = any_of(tuple(atom for atoms in _ATOMS.values() for atom in atoms))
ADVERB = any_of(words("decisions", "adverbs.words"))
SUBJECT = rf"(?:[^，,。；;：:、]{{0,28}}?{any_of(words('decisions', 'subjects.ends'))}|{any_of(words('decisions', 'subjects.words'))})"
MANNER = r"(?:以[^，,。；;]{1,30}?(?:票|方式|形式|同意|赞成|反对|弃权)|经[^，,。；;]{0,12}?(?:表决|讨论|审议|研究|协商|投票)|全票|\d+票)"
_JOINT = rf"(?:(?:并|和|、|了|并且|后|与)?{ADVERB}?)"
VERB = rf"{ATOM}(?:{_JOINT}{ATOM}){{0,3}}"
_NUMBER = r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十\d]{1,3}[、.．)）]|[-*•]+)\s*"

HEAD = re.compile(
    rf"(?P<number>{_NUMBER})?(?P<subject>{SUBJECT})?(?P<lead>(?:{MANNER}|{ADVERB})*)(?P<verb>{VERB})(?P<tail>了|过)?"
)
ANY_VERB = re.compile(ATOM)
_PIECE = re.compile(ATOM)
_NOT_FORMAL = re.compile(r"的(?!《)|书|稿|会|院|所|生|员|权|人|者|力|性|率|教育|贯彻|习")


@dataclass(frozen=True, slots=True)
class Head:
    """A formal verb at the start of a clause: positions are characters of the clause."""

    verb: str
    kind: DecisionKind
    subject: str
    numbered: bool
    end: int


def read_head(clause: str) -> Head | None:
    """The formal verb that opens `clause` after an optional number, subject and adverbs; None if there is none."""
    match = HEAD.match(clause)
    if match is None or _NOT_FORMAL.match(clause, match.end("verb")):
        return None
    verb = match["verb"]
    return Head(verb, kind_of(verb), match["subject"] or "", match["number"] is not None, match.end())


def kind_of(verb: str) -> DecisionKind:
    """The kind of act that a (compound) verb names: the most final of its parts decides."""
    parts = _PIECE.findall(verb)
    for name, kind in _PRIORITY:
        if any(part in _ATOMS[name] for part in parts):
            return "decided" if name == "adopted" and "决定" in parts else kind
    return "studied"
