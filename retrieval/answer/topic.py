"""What was said on a matter: the passages that say it, best first."""

import re
from dataclasses import replace

from data.records import TITLE
from retrieval.answer.forms import answered, refused
from retrieval.answer.proofs import Proofs
from retrieval.evidence.expected import Need, asks_attribute, asks_why, need_of
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, best, sentences_of, share_in, weighed
from retrieval.evidence.sections import HEADING, concludes, conclusions
from retrieval.numerals import NUMERAL, number
from retrieval.question.strangers import family
from retrieval.records import Answer, Entry, NoAnswer

MOST = 3
LEAST_SHARE = 0.2
"""Share of the words asking that a passage must hold to be an answer."""
FITTING_SHARE, FITTING_BESIDE = 0.15, 0.4
"""The same of a passage that has what is asked for (a list, a day, a name), and its share beside the best one's.

Tried on 138 topic questions and 122 that no report answers: against the figures of other passages five more are
answered, and one more wrongly.
"""
NEARLY_BEST = 0.6
STANDS_OUT = 3.0
"""How many times more of the question a line must hold than every other line of its item to be told alone."""
_LISTED = re.compile(rf"[哪这]?({NUMERAL})(?:点|项|条|个|件|方面|大)")
_THEME = re.compile("主题|关于什么|议什么|围绕")
"""What a meeting was about is told by its title too."""


def topic(evidence: Evidence) -> Answer | NoAnswer:
    """The sentences that hold most of what the question asks within the meeting, one a paragraph."""
    found = passages(evidence, _all_of(_named(evidence), need_of(evidence.question)))
    proofs = Proofs()
    if not found:
        for piece in _ranked(evidence, None)[:MOST]:
            proofs.cite_piece(evidence.stored, piece)
        return refused(evidence, "topic", proofs=proofs)
    entries = tuple(Entry("passage", piece.text, (proofs.cite_piece(evidence.stored, piece),)) for piece in found)
    return answered(evidence, "topic", proofs, entries=entries, text=found[0].text)


def _all_of(*needs: Need | None) -> Need | None:
    """The needs as one; None where there is none."""
    given = [need for need in needs if need is not None]
    return (lambda passage: all(need(passage) for need in given)) if given else None


def _named(evidence: Evidence) -> Need | None:
    """谁 asks for somebody by name; whoever answers for a matter may be a body (谁负责)."""
    text = evidence.question.text
    host = _HOSTS.search(text)
    if host is not None:
        return lambda passage: host[0] in passage
    if not _BY_NAME.search(text) or _ANSWERS_FOR.search(text):
        return None
    names = [name for words in evidence.catalogue.people(evidence.reader) for name in words.people]
    does = re.compile(
        f"{family()}[㐀-鿿]{{1,2}}(?:同志|先生|女士)?(?:辞去|当选|荣?获|被)"
        "|[局委办厅院会司区县镇团队心](?:先后|分别|相继|主要负责(?:人|同志))?[作做]?了?(?:通报|汇报|报告|表态|发言|介绍)"
    )
    return lambda passage: any(name in passage for name in names) or bool(does.search(passage))


_BY_NAME = re.compile(
    "谁|哪[位个](?:专家|领导|委员|代表|同志|教授|老师|业主|理事|院士)|(?<!改)叫(?:什么|啥)名|(?<!改)(?<!改叫)什么名字"
)
_HOSTS = re.compile("主办|承办|协办|牵头")
_ANSWERS_FOR = re.compile(
    "负|责|牵头|主办|承办|归谁|谁(?:来)?(?:维护|维修|管理?|出钱|出资|承担|监管|落实|支付|施工|付)"
)
_LABELLED = re.compile(
    r"\W*(?:[记纪][录錄][人员]?|主持人?|出席|列席|请假|缺席|与会人?|参会人?|时间|地点|会议名称|抄送)\s*[：:]"
)


def passages(evidence: Evidence, need: Need | None) -> list[Piece]:
    """The best sentences, one a paragraph, with what they lead in or head; none if too weak or short of `need`."""
    found = _ranked(evidence, need)
    only = len(found) == 1 and asks_attribute(evidence.question)
    if not found or (found[0].share < (FITTING_SHARE if need else LEAST_SHARE) and not only):
        return []
    if found[0].para != TITLE and _THEME.search(evidence.question.text):
        found = [*(piece for piece in sentences_of(evidence.stored.report, title=True) if piece.para == TITLE), *found]
    found = _themed(evidence, found)
    first = _whole_item(evidence, found[0])
    if first.text.endswith(("：", ":")):
        return [*_following(evidence, first), first]
    concluding = _concluding(evidence, first) if first.start == 0 else []  # a sentence behind a heading is none
    tells = need is not None and need(first.text) and not any(need(one.text) for one in concluding)
    if concluding and not tells and not (asks_why(evidence.question) and need is not None and need(first.text)):
        return _with_head(evidence, concluding, first)
    others = (piece for piece in found[1:MOST] if not concludes(evidence.stored.report, first.para, piece.para))
    return [first, *(piece for piece in others if piece.share >= NEARLY_BEST * first.share)]


def _whole_item(evidence: Evidence, head: Piece) -> Piece:
    """A heading with the sentences behind it in its paragraph: 议题三：门禁。暂缓。 is told as a whole."""
    behind = [one for one in sentences_of(evidence.stored.report) if one.para == head.para and one.start >= head.end]
    if not behind or not HEADING.match(head.text) or len(head.text) > _SHORT_HEAD:
        return head
    end = behind[:MOST][-1].end
    return replace(head, end=end, text=evidence.stored.report.text(head.para)[head.start : end])


_SHORT_HEAD = 40
"""Characters: a longer sentence says something by itself."""


def _with_head(evidence: Evidence, concluding: list[Piece], head: Piece) -> list[Piece]:
    """What an item came to, before its heading where that is needed; a line that says it all stands alone."""
    shares = [share_in(one.text, evidence.topic) for one in concluding]
    *others, top = sorted(shares)
    if others and top >= max(LEAST_SHARE, STANDS_OUT * others[-1]):
        return [concluding[shares.index(top)]]
    enough = top >= NEARLY_BEST * head.share
    return concluding[: MOST + 1] if enough else [*concluding[: MOST + 1], head]


def _themed(evidence: Evidence, found: list[Piece]) -> list[Piece]:
    """The sentence that gives the theme in so many words comes first, where the theme is asked for."""
    if "主题" not in evidence.question.text:
        return found
    said = [piece for piece in sentences_of(evidence.stored.report) if _GIVES_THEME.search(piece.text)]
    return [*said[:1], *(piece for piece in found if piece.para not in {one.para for one in said[:1]})]


_GIVES_THEME = re.compile("主题(?:为|是|[：:])|为主题|主题“")


def _ranked(evidence: Evidence, need: Need | None) -> list[Piece]:
    titled = bool(_THEME.search(evidence.question.text))
    ranked = _by_retriever(evidence, best(weighed(evidence.stored.report, evidence.topic, title=titled)))
    least = FITTING_BESIDE * ranked[0].share if ranked else 0.0
    seen: dict[int, Piece] = {}
    for piece in ranked:
        if _LABELLED.match(piece.text) and not (evidence.question.measure == "service" or asks_why(evidence.question)):
            continue
        if need is None or (need(piece.text) and (piece.share >= least or asks_attribute(evidence.question))):
            seen.setdefault(piece.para, piece)
    return list(seen.values())


def _by_retriever(evidence: Evidence, pieces: list[Piece]) -> list[Piece]:
    """Best first by the share of the words asked for, plus the paragraph's BM25 score over the best one's."""
    number = evidence.stored.number
    scores = evidence.find(evidence.focus, (number,))
    most = max(scores.values(), default=1.0)
    return sorted(pieces, key=lambda piece: -(piece.share + scores.get((number, piece.para), 0.0) / most))


def _following(evidence: Evidence, lead: Piece) -> list[Piece]:
    """The first sentences of the paragraphs that a lead-in announces: as many as it says, three by default."""
    said = _LISTED.search(lead.text)
    count = (number(said[1]) if said else None) or MOST
    return [piece for piece in _firsts(evidence) if lead.para < piece.para <= lead.para + count]


def _concluding(evidence: Evidence, head: Piece) -> list[Piece]:
    """What an item of minutes came to: the lines under its heading that say so, or who is to do it."""
    lines = set(conclusions(evidence.stored.report, head.para))
    told = [piece for piece in _firsts(evidence) if piece.para in lines]
    return [piece for piece in told if not piece.text.endswith(("：", ":"))] or told


def _firsts(evidence: Evidence) -> list[Piece]:
    """The first sentence of each paragraph."""
    firsts: dict[int, Piece] = {}
    for piece in sentences_of(evidence.stored.report):
        firsts.setdefault(piece.para, piece)
    return list(firsts.values())
