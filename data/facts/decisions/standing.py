"""What the clauses before a formal verb say of it: whether the meeting is held, or only to come."""

import re
from dataclasses import dataclass, replace

from config.lexicon import words
from data.facts.decisions.clauses import Clause
from data.facts.decisions.told import told
from data.facts.decisions.verbs import ANY_VERB, Head
from data.facts.patterns import any_of
from data.records import OUTCOMES

_HELD = re.compile(any_of(words("decisions", "held.words")))
_AHEAD = re.compile(
    rf"[^，]{{0,30}}?(?:会议?|大会|全会)[^，]{{0,12}}?将{ANY_VERB.pattern}"
    r"|[^，]{0,40}(?:应当?|须|要)(?:依法|及时|按时|按期)?(?:召开|举行)"
)
_AIM = re.compile(r"为了")  # why it met, up to the clause that says that it did
_TALKED = re.compile(r"[^，了]{2,40}(?:总结|回顾|肯定|宣读|介绍|解读|分析)了")  # somebody did
_QUOTED = re.compile(r"(?:报告|讲话|致辞)中$")  # what is told then is what it says
_ITEMS = re.compile(r"[共有分][^，]{0,4}[一二三四五六七八九十\d]+[个项](?:议程|议题|事项)?$")  # 共有三项议程：一是审议…


_LEFT_TO = re.compile(  # what follows is left to those who do it, or to another meeting
    r"(?:[^，]{0,12}决定)?(?:会后)?由(?![^，]*(?:主持|召集))[^，]{2,30}(?:根据|按照|结合|牵头|负责)"
    r"|[^，]{0,20}(?:决定|建议|商定)[^，]{0,20}召开[^，]{0,24}会议?$"
)


@dataclass(slots=True)
class Standing:
    """Read clause by clause; `held` says that a bare verb is the meeting's."""

    held: bool
    ahead: bool = False
    aim: bool = False
    left: bool = False
    listed: bool = False
    reported: bool = False
    quoted: bool = False
    talked: bool = False
    plainly: bool = False
    """Whether the clause before reports without 了, so that a verb without it reports too (X汇报A，通报B)."""

    def head(self, clause: Clause) -> Head | None:
        """The verb that opens the clause, unless it is still to be done; numbered where it is on a list of items."""
        own = clause.head is not None and clause.head.subject != ""
        self.ahead = _AHEAD.match(clause.text) is not None or (self.ahead and not own)
        self.aim = _AIM.match(clause.text) is not None or (self.aim and not _HELD.search(clause.text))
        self.listed = self.listed or _ITEMS.search(clause.text) is not None
        others = self.left and not own and not (clause.head and clause.head.done)
        self.left = others or _LEFT_TO.match(clause.text) is not None
        if self.ahead or others or (self.aim and not own):
            return None
        return replace(clause.head, numbered=True) if clause.head and self.listed and not own else clause.head

    def supports(self, head: Head, clause: Clause, acted: bool) -> bool:
        """Whether the verb needs no subject; after an act in its paragraph (`acted`) an outcome needs none."""
        alike = self.plainly and clause.mark in "，；" and head.kind not in OUTCOMES
        done = head.done or clause.mark == "并" or alike
        told_of = done and (self.reported or (self.talked and head.kind == "arranged"))
        return self.held or (acted and head.kind in OUTCOMES) or told_of

    def passed(self, clause: Clause) -> None:
        """Take note of a clause that is no act."""
        tells = told(clause) is not None
        self.reported = self.reported or tells
        self.plainly = tells and "了" not in clause.text
        self.quoted = self.quoted or _QUOTED.search(clause.text) is not None
        self.talked = not self.quoted and (self.talked or _TALKED.match(clause.text) is not None)
        self.held = self.held or (not self.aim and _HELD.search(clause.text) is not None)
