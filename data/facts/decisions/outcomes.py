"""A verdict on a matter → its records: adopted, or decided where it was refused or only agreed to."""

import re
from collections.abc import Iterator

from config.lexicon import words
from data.facts.decisions.matters import decision, split_matters
from data.facts.decisions.page import Page
from data.facts.patterns import any_of
from data.records import Decision, DecisionKind

REFUSED = any_of(words("decisions", "verdicts.refused"))
PASSED = any_of(words("decisions", "verdicts.passed"))
REFUSAL = re.compile(REFUSED)


def judged(page: Page, para: int, verdict: str, left: int, right: int, rule: str) -> Iterator[Decision]:
    """The records of the matters in `text[left:right]` of a paragraph, on which `verdict` was passed."""
    kind: DecisionKind = "decided" if REFUSAL.fullmatch(verdict) or verdict.endswith("同意") else "adopted"
    text = page.report.text(para)
    for start, end in split_matters(text, left, right, kind) if text.count("》", left, right) > 1 else [(left, right)]:
        yield decision(kind, verdict, text, para, start, end, rule)
