"""What a consultation or study session was about (围绕“…”协商议政), agendas proposed, what only the title says."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.brackets import mask
from data.facts.decisions.matters import decision, split_matters
from data.facts.decisions.page import Page
from data.facts.decisions.verbs import read_head
from data.facts.patterns import any_of
from data.records import TITLE, Decision, DecisionKind

_CONSULTED = re.compile(
    r"(?:以(?=“)|围绕|聚焦(?=“)|就)(“[^“”]{4,90}”|[^，。“”]{4,60}?)(?:为(?:议题|主题|题))?(?:(?:进行|开展|举行)了?[^，。“”]{0,16}?)?(?:第[^，。“”]{1,6}次)?(协商议政|协商建言|专题协商|议政建言|建言资政|集体学习)"
)
_STUDIED = re.compile(r"集体学习(?:[^。]{0,12}?主题[是为：:]*|[，,][^。]{0,40}?围绕)(“[^“”]{4,90}”)")
_HELD_ONLY = re.compile(any_of(words("decisions", "titles.held")))
_ELECTED = re.compile(r"[\u4e00-\u9fff·、]{2,20}当选为?[^，。]{3,20}")
_SPEECH = re.compile(any_of(words("decisions", "speech.openers")) + "$")


def read_themes(page: Page) -> Iterator[Decision]:
    """The quoted theme of a consultation or study session."""
    for para in range(TITLE, len(page.report.paragraphs)):
        text = page.report.text(para)
        if "协商" in text or "建言" in text or "集体学习" in text:
            for match in _CONSULTED.finditer(text):
                kind: DecisionKind = "studied" if match[2] == "集体学习" else "reviewed"
                yield decision(kind, match[2], text, para, match.start(1), match.end(1), "theme")
            for match in _STUDIED.finditer(text):
                yield decision("studied", "集体学习", text, para, match.start(1), match.end(1), "theme")


def read_proposed_agendas(page: Page) -> Iterator[Decision]:
    """会议建议，…会议审议…: the proposed agenda as one clause."""
    for para, start, end in page.proposals:
        yield decision("decided", "建议", page.report.text(para), para, start, end, "agenda")


def read_title(page: Page) -> Iterator[Decision]:
    """Formal verbs that open a part of the title (… 研究部署…工作), unless the part quotes a speech."""
    title, at = page.report.title, 0
    for chunk in re.split(r"[\s　]", title):
        head = read_head(mask(chunk))
        if (
            head
            and not head.subject
            and not chunk.startswith("有关", head.end)
            and not _HELD_ONLY.search(chunk)
            and head.end < len(chunk)
        ):
            for left, right in split_matters(title, at + head.end, at + len(chunk), head.kind):
                yield decision(head.kind, head.verb, title, TITLE, left, right, "title")
        if _SPEECH.search(chunk):
            return
        if _ELECTED.fullmatch(chunk):
            yield decision("appointed", "当选", title, TITLE, at, at + len(chunk), "title")
        at += len(chunk) + 1
