"""The words that stand right at the asking ones: the matter of which a day, a figure or a teller is asked for."""

import re
from collections.abc import Iterable

from retrieval.catalogue.catalogue import Catalogue
from retrieval.catalogue.grams import pairs
from retrieval.catalogue.ranking import word_weights
from retrieval.question.focus import without_chatter
from retrieval.records import Question


def attached(catalogue: Catalogue, question: Question) -> dict[int, float]:
    """The pairs of those words with their weights; none where the asking words stand at the meeting's name."""
    run = without_chatter(run_of(question))
    return word_weights(catalogue, run) if len(run) > 1 else {}


def matter_of(catalogue: Catalogue, question: Question, known: Iterable[str]) -> dict[int, float]:
    """Those that reports hold and `known`, such as the meeting's name, does not; none where they single nothing out."""
    own = set(pairs("\n".join(known)).tolist())
    words = {
        key: weight
        for key, weight in attached(catalogue, question).items()
        if key not in own and catalogue.texts.count(key)
    }
    return words if sum(words.values()) >= LEAST_WEIGHT else {}


LEAST_WEIGHT = 4.0
"""About one rather rare pair."""


def run_of(question: Question) -> str:
    """自荐表 of 例会 自荐表啥时候弄完; what follows the asking words where nothing stands before them."""
    said = question.said.split(" ")[-1] if question.said else ""
    at = question.text.rfind(said) if said else -1
    if at < 0:
        return ""
    before = _last_piece(_MEANS.sub("", question.text[:at]))
    behind = _ENDS.split(question.text[at + len(said) :])[0]
    return f"{before} {behind}".strip() if len(before) > 1 else behind


def _last_piece(text: str) -> str:
    """What stands behind the last word for a meeting, a day or a pause."""
    return _NAMES_MEETING.split(text)[-1]


_NAMES_MEETING = re.compile(
    "会议?(?![员长计见场堂馆所费籍徽])(?:上|的|中|里)?(?:说|讲|提|定|要求|决定)?的?|[，。；？！,;?]|[次场日号天]那?|(?<=[㐀-鿿])\\s+"
)
_ENDS = re.compile("[，。；？！,;?\\s]")
_MEANS = re.compile("(?:打算|准备|计划|预计|要求|必须|需要|大概|最迟|最晚|应该|应|要|得|将|说|是)+$")


def described_by(question: Question) -> str:
    """The words that stand for the name of the meeting: 二号线征拆那个会 签约几号完."""
    found = _DESCRIBES.match(question.text)
    return found[1] if found else ""


_DESCRIBES = re.compile(r"([^，。？,? ]{2,24}?)的?(?:那[个次场](?=会)会议?|那次|那场)[ ，,]+(?=\S{2})")
