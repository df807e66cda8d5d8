"""The particular verbs of speaking that a question asks with, as reports write them."""

import re

from config import lexicon
from retrieval.evidence.gather import Evidence


def asked_verbs(evidence: Evidence) -> list[str]:
    """The particular verbs of speaking that the question uses; 讲话 and 说 are said of any."""
    if _GENERAL.search(evidence.question.said):
        return []
    table = lexicon.mapping("question", "speech.written")
    asked = {
        verb: written for verb, written in table.items() if verb in f"{evidence.question.said}{_just_before(evidence)}"
    }
    particular = [written for verb, written in asked.items() if verb not in _PLAIN]
    return particular or list(asked.values())


_PLAIN = frozenset({"发言", "发了言", "致辞", "致词"})


def _just_before(evidence: Evidence) -> str:
    """The word before the asking ones: *表态*发言的是谁."""
    text, said = evidence.question.text, evidence.question.said
    at = text.find(said) if said else -1
    return text[max(0, at - 2) : at] if at > 0 else ""


_GENERAL = re.compile("讲话|讲了|说(?!明)")
