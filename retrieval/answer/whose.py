"""Who told a matter: the names beside the words that the question gives of it, in its sentence or under its heading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.records import Attendance, Span
from retrieval.answer.forms import answered
from retrieval.answer.persons import OFFICE
from retrieval.answer.proofs import Proofs
from retrieval.catalogue.ranking import word_weights
from retrieval.evidence.attached import attached, matter_of
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, best, share_in, weighed
from retrieval.evidence.sections import HEADING, heading_of, section
from retrieval.records import Answer, Entry

LEAST = 0.5
"""Share of the words asking that the sentence, and what stands beside the name, must hold to be about the matter."""
_NEARLY_BEST, _LOOKED_AT = 0.9, 4
_LABEL = re.compile(r"\W{0,4}(?:汇报|申报|申请|主讲|报告|发言|讲解|分享|介绍|提案|提出)(?:人|者)?\s*[：:]")
_SAID_BY = re.compile(r"^\W{0,4}([A-Za-z][\w.\-]{1,19}|[㐀-鿿·]{2,4})\s*[：:](?=\s*\S)")
_JOINT = re.compile(r"(?:同志|院士|教授|研究员|先生|女士)?[\s、,，和与及@]{1,4}[㐀-鿿]{0,12}")
_TELLS = re.compile(
    rf"(?:{OFFICE.pattern}|同志|院士|教授|研究员|先生|女士)?(?:首先|最后|随后)?"
    r"(?:先后|分别|代表[^，。]{1,16}|受[^，。]{1,20}委托，?)?"
    r"(?:所?[作做致就对围向以介传宣汇报讲说述通领说提]|[（(]|在)"
)


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who told a matter, and where the text names them doing so; `one` None where nobody is recorded so."""

    name: str
    at: Span
    one: Attendance | None


def teller(evidence: Evidence) -> Answer | None:
    """Who told the one matter that is asked about; None where it is not told of anybody by name."""
    question = evidence.question
    if question.others or question.noun or question.people:
        return None
    words = _speech(evidence) or attached(evidence.catalogue, evidence.question) or evidence.aspect
    proofs, told = Proofs(), told_by_whom(evidence, words)
    entries = tuple(
        Entry(
            "person",
            one.name,
            (proofs.cite(evidence.stored, one.at),),
            one.one.title if one.one else "",
            one.one.roles if one.one else ("speak",),
            report=evidence.stored.report.id,
        )
        for one in told
    )
    names = tuple(one.name for one in told)
    return answered(evidence, "who_spoke", proofs, entries=entries, names=names) if told else None


def told_by_another(evidence: Evidence, names: Sequence[str]) -> bool:
    """Whether the one sentence that tells of the matter with the verb asked with names none of `names`."""
    verb = _REPORTED.search(evidence.question.said)
    words = _matter(evidence)
    told = [one for one in weighed(evidence.stored.report, words) if one.share >= _WHOLLY] if words else []
    with_verb = [one for one in told if verb and verb[0] in one.text]
    return len(with_verb) == 1 and not any(name in with_verb[0].text for name in names)


def unheard_of(evidence: Evidence) -> bool:
    """Whether it is asked who reported on one matter that a sentence of the report is about."""
    words = _matter(evidence)
    return any(one.share >= _WHOLLY for one in weighed(evidence.stored.report, words)) if words else False


def _matter(evidence: Evidence) -> dict[int, float]:
    """The words of the one matter of which it is asked who reported on it; none where that is not asked."""
    if not _REPORTED.search(evidence.question.said) or evidence.question.noun or evidence.question.people:
        return {}
    known = (evidence.card.naming, evidence.question.identity)
    return matter_of(evidence.catalogue, evidence.question, known)


_REPORTED = re.compile("汇报|通报|介绍|说明|宣读|传达")
_WHOLLY = 0.8


def _speech(evidence: Evidence) -> dict[int, float]:
    """The kind of speech that is asked for, as the report calls it: 谁致的开幕词, 谁作财务报告."""
    asked = _KIND.search(evidence.question.said)
    noun = "[辞词]" if asked and asked[2] in "辞词" else asked and asked[2]
    text = "\n".join(evidence.stored.report.paras)
    called = re.search(f"{asked[1]}(?:工作)?{noun}", text) if asked else None
    return word_weights(evidence.catalogue, called[0]) if called else {}


_KIND = re.compile("[致作做]了?的?(?!重要|主题)([㐀-鿿]{2,6}?)(?:工作)?([辞词]|报告|说明|汇报|讲话|发言|演讲)")


def told_by_whom(evidence: Evidence, words: Mapping[int, float]) -> list[Told]:
    """Those who told the matter of these words; empty where there are none or nobody stands beside it."""
    pieces = [one for one in best(weighed(evidence.stored.report, words)) if one.share >= LEAST]
    for piece in pieces[:_LOOKED_AT]:
        if piece.share < _NEARLY_BEST * pieces[0].share:
            return []
        told = _label(evidence, piece) or _within(evidence, piece, words) or list(_in_item(evidence, piece))
        if told:
            return told
    return []


def _label(evidence: Evidence, piece: Piece) -> list[Told]:
    """名字：说的话 opens with whose words follow."""
    found = _SAID_BY.match(piece.text)
    one = _recorded(evidence, found[1]) if found else None
    if found is None or not (one or found[1][0].isascii()):
        return []
    return [Told(found[1], Span(piece.para, piece.start + found.start(1), piece.start + found.end(1)), one)]


def _recorded(evidence: Evidence, name: str) -> Attendance | None:
    people = evidence.stored.facts.attendance
    return next((one for one in people if one.name.lower() == name.lower()), None)


def _within(evidence: Evidence, piece: Piece, words: Mapping[int, float]) -> list[Told]:
    """The list of names whose stretch of the sentence holds most of the matter; of 分别, the one in its place."""
    groups = _lists(piece, _named(evidence, piece))
    if not groups:
        return []
    shares = [share_in(text, words) for text in _stretches(piece, groups)]
    top = max(shares)
    chosen = groups[shares.index(top)] if top >= LEAST else []
    return _respectively(piece, chosen, words) or chosen


def _named(evidence: Evidence, piece: Piece) -> list[Told]:
    """Who is named there and spoke; in the heading of an item, anybody named."""
    listed = bool(HEADING.match(piece.text)) or "@" in piece.text
    found = [
        Told(one.name, Span(piece.para, piece.start + match.start(), piece.start + match.end()), one)
        for one in evidence.stored.facts.attendance
        if len(one.name) > 1 and ("speak" in one.roles or listed)
        for match in re.finditer(re.escape(one.name), piece.text)
    ]
    return sorted(found, key=lambda one: one.at.start)


def _lists(piece: Piece, named: list[Told]) -> list[list[Told]]:
    """Names joined by 、 and 和 stand together."""
    groups: list[list[Told]] = []
    for one in named:
        gap = piece.text[groups[-1][-1].at.end - piece.start : one.at.start - piece.start] if groups else ""
        if groups and _JOINT.fullmatch(gap):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _stretches(piece: Piece, groups: list[list[Told]]) -> list[str]:
    """What the sentence says of each list of names: what follows it, or what leads to it where no verb follows."""
    edges = [(group[0].at.start - piece.start, group[-1].at.end - piece.start) for group in groups]
    if any(_TELLS.match(piece.text, end) for _, end in edges):
        ends = [start for start, _ in edges[1:]] + [len(piece.text)]
        following = [group[0] for group in groups[1:]]
        texts = [piece.text[edge[1] : end] for edge, end in zip(edges, ends, strict=True)]
        return [*map(_without_office, texts, following), texts[-1]]
    starts = [0] + [end for _, end in edges[:-1]]
    return [piece.text[start : edge[0]] for start, edge in zip(starts, edges, strict=True)]


def _without_office(text: str, following: Told) -> str:
    """The stretch without the office that leads to the next name."""
    title = following.one.title if following.one else ""
    return text.removesuffix(title) if title else text


def _respectively(piece: Piece, chosen: list[Told], words: Mapping[int, float]) -> list[Told]:
    """A、B和C分别作了“一”“二”“三”, A、B分别汇报了甲和乙: the one in the same place."""
    titles = re.findall("[“《][^”》]+[”》]", piece.text) or _parted(piece.text)
    if "分别" not in piece.text or len(titles) != len(chosen) or len(chosen) <= 1:
        return []
    shares = [share_in(title, words) for title in titles]
    return [chosen[shares.index(max(shares))]]


def _parted(text: str) -> list[str]:
    """The matters behind 分别, without a verb between them."""
    listed = re.search("分别(?:就|对|围绕)?(?:[汇通]报|报告|介绍|说明|讲述)?了?([^，。；]+)", text)
    return re.split("[、和及与]", listed[1]) if listed else []


def _in_item(evidence: Evidence, piece: Piece) -> Iterator[Told]:
    """汇报人：某某 in the item of minutes that the piece opens or stands in."""
    report = evidence.stored.report
    heading = heading_of(report, piece.para)
    for para in section(report, heading) if heading is not None else ():
        text = report.text(para)
        if _LABEL.match(text):
            for one in evidence.stored.facts.attendance:
                if one.name in text:
                    at = text.index(one.name)
                    yield Told(one.name, Span(para, at, at + len(one.name)), one)
            return
