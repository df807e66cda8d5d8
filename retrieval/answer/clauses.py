"""The clause of a passage that says it, where no fact was extracted from it."""

import re
from functools import partial

from data.facts.sentences import Stretch, clauses
from retrieval.answer.forms import answered, refused
from retrieval.answer.persons import OFFICE
from retrieval.answer.proofs import Proofs
from retrieval.answer.singling import GIVEN
from retrieval.answer.tellers import SAID
from retrieval.answer.topic import LEAST_SHARE, passages
from retrieval.evidence.expected import Need
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, best, sentences_of, share_in, weighed
from retrieval.evidence.sections import section
from retrieval.records import Answer, Entry, Kind, NoAnswer, Question


def in_passages(evidence: Evidence, kind: Kind) -> Answer | NoAnswer:
    """The clause that says it, where no fact was extracted from it."""
    specific = (
        evidence.question.measure in {"target", "whether"}
        or kind == "what_agenda"
        or "where" in evidence.question.kinds
    )
    if evidence.question.measure in OUTCOME_ASKED and evidence.aspect:
        return outcome(evidence, kind)
    if "appointed" in evidence.question.verbs:
        offices = frozenset(OFFICE.findall(evidence.focus))
        found = passages(
            evidence, partial(_appoints, offices) if offices or not _TO_WHAT.search(evidence.question.said) else _gives
        )
    elif kind == "what_agenda" and not evidence.stored.facts.meeting.is_meeting:
        found = passages(evidence, lambda passage: bool(_TAKES_UP.search(passage))) or passages(
            evidence, lambda passage: bool(_TO_COME.search(passage))
        )
    elif (evidence.aspect or _words_of_people(evidence, kind)) and specific:
        found = passages(evidence, _needed(evidence, kind))
    else:
        found = []
    if not found:
        return refused(evidence, kind)
    proofs = Proofs()
    first = found[0]
    cites = (proofs.cite_piece(evidence.stored, first),)
    words = _words_of_people(evidence, kind)
    sort = "appointed" if "appointed" in evidence.question.verbs else "soft" if kind == "what_goals" else "reviewed"
    line = Entry("item", _told(evidence, kind, first.text), cites, kind=sort, verb="讲话" if words else "")
    return answered(evidence, kind, proofs, entries=(line,))


_TAKES_UP = re.compile("(?:审议|审查|听取|讨论|表决)(?!通过)[^，。；]{3,}")
_TO_COME = re.compile("议程|议题|议案|提案")
"""What the notice of a meeting says of its agenda."""


def _told(evidence: Evidence, kind: Kind, sentence: str) -> str:
    """Somebody's words from behind the verb that leads them in, where these are asked for; else the clause."""
    said = _spoke(evidence.question).search(sentence) if _words_of_people(evidence, kind) else None
    words = sentence[said.end() :].strip("，,：:。“” ") if said else ""
    return words if len(words) >= _LEAST_WORDS else _clause(evidence, sentence)


def _spoke(question: Question) -> re.Pattern[str]:
    """The name with a verb of speaking near behind it, or behind a pronoun after it."""
    names = "|".join(map(re.escape, question.people))
    says = "指出|表示|强调|要求|说(?!明)|提出|介绍说?|认为|建议"
    return re.compile(rf"(?:{names})[^。；]{{0,12}}?(?:[，,][他她]?)?(?:{says})[，,：:“]")


_LEAST_WORDS = 6


def outcome(evidence: Evidence, kind: Kind, least: float = LEAST_SHARE) -> Answer | NoAnswer:
    """What became of the matter asked about: in its sentence, behind it in the paragraph, or under its heading."""
    for piece in best(weighed(evidence.stored.report, evidence.aspect))[:_LOOKED_AT]:
        came = _came_to(evidence, piece) if piece.share >= least else None
        if came is not None:
            proofs = Proofs()
            cites = tuple(dict.fromkeys(proofs.cite_piece(evidence.stored, one) for one in (piece, came)))
            kept = (came.para, came.start) == (piece.para, piece.start)
            done = _PASSED.search(came.text) and not _STOPPED.search(came.text)
            kind_of = "adopted" if done and (not kept or _passes(evidence, piece)) else "reviewed"
            told = "" if kept else came.text
            clause = _clause(evidence, piece.text)
            text = piece.text if kept and not _OUTCOME.search(clause) else clause
            entry = Entry("item", text, cites, detail=told, kind=kind_of)
            return answered(evidence, kind, proofs, entries=(entry,))
    return refused(evidence, kind)


def _passes(evidence: Evidence, piece: Piece) -> bool:
    """Whether the clause about the matter, or one behind it that names nothing else, is what says that it passed."""
    parts = [one.text for one in clauses(Stretch(piece.text, 0))]
    shares = [share_in(one, evidence.aspect) for one in parts]
    at = shares.index(max(shares))
    behind = (one for one in parts[at + 1 :] if not _NAMES_OTHER.search(one))
    return bool(_PASSED.search(parts[at])) or any(map(_PASSED.search, behind))


_NAMES_OTHER = re.compile("[《“]|关于")
OUTCOME_ASKED = frozenset({"whether", "outcome"})
_LOOKED_AT = 4
_PASSED = re.compile("通过|批准|同意")
_STOPPED = re.compile("未|不|暂缓|否决|再议|退回|反对")


def _came_to(evidence: Evidence, piece: Piece) -> Piece | None:
    """The first sentence from `piece` on that tells an outcome, within its paragraph or the lines under it."""
    below = set(section(evidence.stored.report, piece.para))
    for one in sentences_of(evidence.stored.report):
        behind = one.para == piece.para and one.start >= piece.start
        if (behind or one.para in below) and _OUTCOME.search(one.text):
            return one
    return None


def _needed(evidence: Evidence, kind: Kind) -> Need | None:
    """What the passage must hold: the state reached, a figure, an outcome, the speaker's words."""
    question = evidence.question
    if UNIT.search(question.said):
        return lambda passage: in_unit(question, passage)
    if "议题" in question.said or "主题" in question.said:
        return lambda passage: bool(re.search("议题|主题", passage))
    if question.measure == "target":
        verb = _BRINGS_ABOUT.search(question.said)
        state = re.compile(verb[0]) if verb else _STATE
        wanted = state if verb or _MANNER.search(question.said) else _figure_asked(question, kind)
        day = _DAY_ASKED.search(question.said)
        held = evidence.stored.facts.meeting.date_at
        own = evidence.stored.report.text(held.span.para)[held.span.start : held.span.end] if held else ""
        return lambda passage: bool(
            wanted.search(passage) and (not day or (_A_DAY.search(passage) and not (own and own in passage)))
        )
    if _words_of_people(evidence, kind):
        names = "|".join(map(re.escape, question.people))
        return lambda passage: bool(
            re.search(rf"(?:{names}).{{0,12}}(?:指出|表示|强调|要求|说|提|介绍|汇报|认为|建议|：)", passage)
        )
    return None


_DAY_ASKED = re.compile("时[候间]|几[月号点日]|哪[天日年]|何时|几时")
_A_DAY = re.compile(r"\d\s*(?:年|月|日|号|季)|[年季月周]?[底末初]|[上中下]旬|季度|[一二三四]季|元月|明年|次年|前")


def _words_of_people(evidence: Evidence, kind: Kind) -> bool:
    """Whether it is asked what somebody said."""
    question = evidence.question
    return kind == "what_agenda" and bool(question.people) and bool(SAID.search(question.said))


def _figure_asked(question: Question, kind: Kind) -> re.Pattern[str]:
    """多少 asks for an amount, which the day or the year of a meeting is not."""
    if re.search("多少|几", question.said):
        return _AMOUNT
    return STATED if kind == "what_decided" else FIGURE


_AMOUNT = re.compile(r"\d(?!\d*\s*[年月日号届次])|[一二三四五六七八九十百千万亿]+[个座处家项条%]|翻番|倍增")
UNIT = re.compile("(?:多少|几)个?(亿|万|%|百分点|公里|吨|亩|平方米|千瓦|人次|美元)|(百分之)(?:几|多少)")
"""A unit asked for must stand in the passage: 多少亿."""
_BRINGS_ABOUT = re.compile("培养|建设|构建|营造|塑造|走出|推进|取得|建立|达到|做到")
_MANNER = re.compile("什么样|啥样")
_STATE = re.compile("建成|成为|形成|打造")
_OUTCOME = re.compile("通过|批准|表决|同意|否决|再议|暂缓|修改后|不予|未获|延期|退回|撤回|驳回|缓议|搁置")


def _clause(evidence: Evidence, sentence: str) -> str:
    """Of a long sentence the clause that holds most of what is asked, the whole of a short one."""
    if len(sentence) <= _LONG:
        return sentence
    pieces = [one.text.strip("，,；;。：: ") for one in clauses(Stretch(sentence, 0))]
    return max(pieces, key=lambda text: share_in(text, evidence.topic))


_LONG = 60


def _gives(passage: str) -> bool:
    """Whether the passage gives anybody any office: 某某被任命为啥 asks which."""
    return bool(GIVEN.search(passage) and OFFICE.search(passage))


_TO_WHAT = re.compile("[为成任当]了?(?:什么|啥|何)")


def _appoints(offices: frozenset[str], passage: str) -> bool:
    """Whether the passage gives somebody one of the offices; with none asked for, none does."""
    return bool(offices & set(OFFICE.findall(passage))) and bool(GIVEN.search(passage))


def in_unit(question: Question, text: str) -> bool:
    """Whether a figure stands in `text` in the unit asked for (多少亿, 百分之几); True where none is."""
    unit = UNIT.search(question.said)
    if unit is None:
        return True
    percent = unit[2] or unit[1] == "百分点"
    return bool(
        re.search(
            r"\d\s*(?:%|个?百分点)|百分之" if percent else rf"\d\s*(?:多|余)?[百千万亿]*{re.escape(unit[1])}", text
        )
    )


STATED = re.compile(r"\d(?!\d*\s*年)|[一二三四五六七八九十百千万亿]+[个座处家项条日%]")
"""A figure that is no year."""
FIGURE = re.compile(r"\d|[一二三四五六七八九十百千万亿]+[个座处家项条年月日%]|建成|成为|实现")
