"""Who was chosen for an office: the clause that names somebody for the office that is asked about."""

import re
from collections.abc import Iterator

from retrieval.answer.forms import answered, refused
from retrieval.answer.proofs import Proofs
from retrieval.evidence.gather import Evidence
from retrieval.evidence.pieces import Piece, weighed
from retrieval.records import Answer, Entry, NoAnswer

_HEADS = "[会组团队班局院校判处科部所站厅司社村镇乡县区市省行园]长"
_ENDING = f"(?:主委|委员|干事|召集人|主席|秘书长|{_HEADS}|主任|书记|经理|(?:理|董|监)事长?|代表|负责人)"
_OFFICE = f"[一-龥]{{0,8}}{_ENDING}"
_DID = "(?:选(?!举|票)|定|推|推选|推举|改选|换|聘|任命)"
_ASKED = re.compile(
    rf"谁(?:来)?(?:当|做|任|担任|出任)(?:了|上)?(?P<after>{_OFFICE})"
    rf"|(?:^|[^一-龥]|[会次届])(?P<before>{_OFFICE}){_DID}(?:了|的是|的|成)?谁"
    rf"|选(?:举|出)?(?:的|了)(?P<made>{_OFFICE}(?:[和跟与、及]{_OFFICE})*)(?:都|分别)?是(?:谁|哪[位几些])"
    rf"|新(?:任|当选|选出?|聘|来|晋|上任)?的?(?P<new>{_OFFICE})(?:都)?(?:是|叫)(?:谁|哪[位个几些]|什么|啥)"
    rf"|(?:^|[^一-龥]|[会次届])(?P<stands>{_OFFICE})(?:是|由)?谁(?:来)?(?:当|做|任|担任|出任)"
)
_GIVES = re.compile(
    "当选|担任|出任|接任|继任|连任|[选任]为|(?<=[一-龥])为(?=[一-龥])|(?<![主责担])任(?![务职期免])(?=[一-龥])|由.{2,12}任"
)
_STYLE = "(?:先生|女士|同志|委员|主任|老师|教授|代表)?"
_NAMED = re.compile(
    rf"(?:由|选举|[推改]选|推举|选[出定]|聘任?|任命|增补|通过|产生|同意|[:：])\s*[一-龥·]{{2,4}}{_STYLE}\s*(?:[为任]|当选|[担出接兼]任)"
    rf"|(?:^|[、，,；;\s*])[一-龥·]{{2,4}}{_STYLE}\s*(?:当选|[担出接兼]任|为)"
)


def chosen(evidence: Evidence, found: Answer | NoAnswer) -> Answer | NoAnswer:
    """`found`; where it is asked who was chosen and it does not tell, the clauses that do, of the sentence nearest."""
    asked = _ASKED.search(evidence.question.text)
    if asked is None or not evidence.reports or found.kind not in _MAY_CHOOSE:
        return found
    named = next(one for one in asked.groups() if one)
    offices = re.split("[和跟与、及]", named)
    office = re.compile("|".join(_spelled(one).pattern for one in offices))
    if isinstance(found, Answer) and any(_tells(evidence, office, one.text) for one in found.entries if one.verb):
        return found
    pieces = weighed(evidence.stored.report, evidence.topic)
    body = _body(named) if len(offices) == 1 else ""
    told = [
        (piece, lines) for piece in pieces if (lines := [one for one in _lines(evidence, office, piece) if body in one])
    ]
    if not told:
        return refused(evidence, found.kind) if asked["new"] else found
    piece, lines = max(told, key=lambda one: one[0].share)
    proofs = Proofs()
    cites = (proofs.cite_piece(evidence.stored, piece),)
    entries = tuple(Entry("item", line, cites, kind="appointed") for line in lines)
    return answered(evidence, "what_decided", proofs, entries=entries)


_MAY_CHOOSE = frozenset({"what_decided", "what_agenda", "topic", "who_attended", "title_of"})


def _lines(evidence: Evidence, office: re.Pattern[str], piece: Piece) -> Iterator[str]:
    """The clauses of a sentence that give somebody the office."""
    texts = [clause.strip("：:*、 ") for clause in re.split("[，,；;。：\n]", piece.text)]
    elected = _ELECTED.search(piece.text) is not None
    return (text for text in texts if _tells(evidence, office, text) or (elected and _listed(office, text)))


def _listed(office: re.Pattern[str], text: str) -> bool:
    """Whether a clause is but the office with who holds it now: 社长某某."""
    found = office.match(text)
    return found is not None and re.fullmatch("[一-龥·]{2,4}(?:、[一-龥·]{2,4})*", text[found.end() :]) is not None


_ELECTED = re.compile("选举|推选|改选|选出|产生|聘任")


def _tells(evidence: Evidence, office: re.Pattern[str], text: str) -> bool:
    """Whether it gives somebody the office."""
    gives = office.search(text) and _GIVES.search(text)
    return bool(gives and (_NAMED.search(text) or _names(evidence, text)))


def _names(evidence: Evidence, text: str) -> bool:
    return any(name in text for words in evidence.catalogue.people(evidence.reader) for name in words.people)


def _body(office: str) -> str:
    """The first two characters of what the office is of, where more than its own word is said: 教育 of 教育局长."""
    own = re.sub(f"(?:常务)?副?{_ENDING}$", "", office)
    return own[-2:] if len(own) > 1 and not re.search("[省市县区镇乡村会]$", own) else ""


def _spelled(office: str) -> re.Pattern[str]:
    """The office as the report may write it: the short form's characters with few between (副主委, 副主任委员)."""
    bare = re.sub(f"^.*?(?=副?{_ENDING}$)", "", office, count=1)
    guarded = "" if bare.startswith("副") else "(?<!副)"
    return re.compile(guarded + "[一-龥]{0,2}?".join(map(re.escape, bare)))
