"""Sentences and clauses with brackets masked; positions are characters of the paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from config.lexicon import words
from data.facts.decisions.verbs import Head, read_head
from data.facts.patterns import any_of

_LISTED = any_of(words("decisions", "listed.verbs"))
_VERB_NEXT = rf"(?<![一二三四五六七八九十\d])(?<!会议)(?<!大会)、(?=(?:并|还)?{_LISTED}了)"  # not 列席了会议、听取了
_AND_ON = r"并(?=[对就][^，。；]{2,40}?(?:进行|作出|[作做])了?(?=了|[^，。；]{0,4}(?:部署|安排|说明|解读|要求)))"
_THEN_SETS = (
    r"并(?=(?:安排部署|研究部署|部署安排|部署)(?!了)[^，。；]{3,})"
    r"|并(?=(?:原则上?|一致|表决|投票|举手|全票|最终)*(?:通过|同意|批准)(?:[，。；]|$))"
    rf"|(?<=[报告案法况划》作神题施项])并(?={_LISTED}了)"
    r"|(?<=工作)、(?=(?:安排部署|研究部署|部署)(?!了)[^，。；]{4,})"
)
_SPIRIT_AND = r"(?<=精神)、(?=(?:安排部署|研究部署|部署|安排|研究|通报|听取|审议)(?!了)[^，。；]{4,})"
_CLAUSE = re.compile(rf"(?:(?!{_VERB_NEXT}|{_AND_ON}|{_SPIRIT_AND}|{_THEN_SETS})[^，,；;：:]|(?<=\d)[,:：](?=\d))+")
_LONGEST = 600  # characters; a longer clause is no sentence of a report


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with brackets masked; positions are characters of the paragraph, `mark` the punctuation before it."""

    text: str
    start: int
    mark: str
    head: Head | None

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The clauses of one sentence up to where speech begins."""

    para: int
    end: int
    clauses: tuple[Clause, ...]
    resumed: bool = False
    """Whether the clauses come after a reason given in speech (会议认为…，决定…)."""


def clauses(text: str, start: int, end: int) -> Iterator[Clause]:
    """The clauses of text[start:end], also cut where a further verb of a list begins (、审议了…)."""
    for match in _CLAUSE.finditer(text, start, end):
        words_ = match[0].strip()
        if 0 < len(words_) <= _LONGEST:
            at = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Clause(words_, at, text[match.start() - 1] if match.start() > start else "", read_head(words_))
