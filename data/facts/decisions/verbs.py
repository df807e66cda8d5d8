"""The formal verbs of meetings: what they look like in a clause and what kind of act they are."""

import re
from dataclasses import dataclass

from config.lexicon import words
from data.facts.patterns import any_of
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


_ATOMS = {name: frozenset(words("decisions", f"verbs.{name}")) for name, _ in _PRIORITY}
_THING = (
    r"选举(?:办法|委员会|工作|规则|方案|法|事宜|结果)|任命(?:书|名单)|议决(?=议)|表决(?:办法|器)"
    r"|(?:选聘|聘任|聘请|增补|补选|推选|推举|推荐)[^，。；、《》为了]{0,14}(?:事宜|事项|工作|方案|办法|程序)(?=[，。；、]|$)"
)  # no verb
_FIRST = rf"(?:(?!{_THING}){any_of(tuple(atom for atoms in _ATOMS.values() for atom in atoms))})"
_FOLLOW = rf"(?:(?<=学习)|(?<=贯彻)|(?<=传达)|(?<=领会)){any_of(words('decisions', 'verbs.follow'))}"
_NEXT = rf"(?:{_FIRST}|{_FOLLOW})"
_ADVERB = any_of(words("decisions", "adverbs.words"))
_SUBJECT = (
    rf"(?:[^，,。；;：:、]{{0,28}}?{any_of(words('decisions', 'subjects.ends'))}"
    rf"|[^，,。；;：:、]{{0,8}}{any_of(words('decisions', 'subjects.words'))}"
    rf"|(?:全体|\d+[名位])[^，,。；;：:、]{{0,8}}?{any_of(words('decisions', 'subjects.all'))})"
)
_MANNER = (
    r"(?:以?(?:\d+票(?:赞成|同意|反对|弃权)、?)+"
    r"|以[^，,。；;]{1,20}?(?:票|方式|形式)"
    r"|经[^，,。；;]{0,12}?(?:表决|讨论|审议|研究|协商|投票)"
    r"|全票|结合[^，,。；;了]{2,20}?(?:实际|情况))"
)
_VERB = rf"{_FIRST}(?:(?:了?并|和|、|并且|后|与)?(?:{_MANNER}|{_ADVERB})?{_NEXT}){{0,3}}"
_NUMERAL = r"[一二三四五六七八九十\d]"
NUMBER = rf"\s*(?:[（(]{_NUMERAL}{{1,2}}[)）]|{_NUMERAL}{{1,3}}[、.．)）]|议题{_NUMERAL}+[:：、.]?|[-*•]+)\s*"
"""What numbers an item: （一）, 1., 议题二："""

_ACT = rf"(?P<lead>(?:{_MANNER}|{_ADVERB})*)(?P<verb>{_VERB})(?P<tail>了|过)?"
_BARE = re.compile(rf"(?P<number>{NUMBER})?{_ACT}")
_WITH_SUBJECT = re.compile(rf"(?P<number>{NUMBER})?(?P<subject>{_SUBJECT}){_ACT}")
_PIECE = re.compile(_NEXT)
_NO_SUBJECT = re.compile(
    r".*获|经(?=.{0,8}会)|且?由|根据|按照|依据|对|为|受|在(?!.{0,12}会上)|将|关于|通过|让|把|如果|凡"
)
_ON_BEHALF = re.compile(r"[\u4e00-\u9fff]为(?!期|主)")  # who does it for the meeting
_NOUN_TAIL = re.compile(
    rf"的|(?<=研究)生(?![产态活源猪物育命效])|会议(?!将?[于在定])|{any_of(words('decisions', 'nouns.tails'))}"
)

ANY_VERB = re.compile(_FIRST)


@dataclass(frozen=True, slots=True)
class Head:
    """A formal verb at the start of a clause; `end` is where its object may begin, in characters of the clause."""

    verb: str
    kind: DecisionKind
    subject: str
    numbered: bool
    done: bool
    end: int


def read_head(clause: str) -> Head | None:
    """The formal verb that opens `clause` after an optional number, subject and adverbs; None if there is none."""
    match = _BARE.match(clause) or _WITH_SUBJECT.match(clause)
    if match is None or _NOUN_TAIL.match(clause, match.end("verb")):
        return None
    subject = match.groupdict().get("subject") or ""
    if (
        _NO_SUBJECT.match(subject)
        or _ON_BEHALF.search(subject)
        or "了" in subject
        or "根据" in subject
        or "按照" in subject
    ):
        return None
    verb = match["verb"]
    if verb == "同意" and clause[: match.start("verb")].endswith("票"):
        return None  # a count: 以8票同意，0票反对
    if match.end() == len(clause) and any(verb.endswith(refusal) for refusal in _ATOMS["refused"]):
        return None  # a verdict on what stands before it, see ballots
    return Head(verb, kind_of(verb), subject, match["number"] is not None, match["tail"] is not None, match.end())


def kind_of(verb: str) -> DecisionKind:
    """The kind of act that a (compound) verb names: its most final part decides, but what 决定 opens is decided."""
    parts = _PIECE.findall(verb)
    for name, kind in _PRIORITY:
        if any(part in _ATOMS[name] for part in parts):
            return "decided" if kind == "adopted" and parts[0] in ("决定", "同意") else kind
    return "studied"
