"""What the report of the meeting chosen cannot tell: a matter of which it has no word, words of somebody silent."""

import re

from retrieval.answer.sittings import chaired
from retrieval.evidence.gather import Evidence
from retrieval.evidence.naming import naming
from retrieval.numerals import ordinals
from retrieval.records import Kind


def beyond(evidence: Evidence, kind: Kind) -> bool:
    """Whether what is asked for is told nowhere in it, so that nothing near it is told instead."""
    if not evidence.reports:
        return False
    if kind in _OF_THE_MEETING and not evidence.choice.tied and _numbered_otherwise(evidence):
        return True
    return (kind in _OF_MATTERS and _untold(evidence)) or (kind == "what_agenda" and _unheard(evidence))


def _numbered_otherwise(evidence: Evidence) -> bool:
    """Whether the ordinal asked for is only spoken of in a report that numbers its own meeting otherwise."""
    own = evidence.card.counts | ordinals(evidence.card.further)
    asked = evidence.question.counts
    own |= {count for one in evidence.stored.facts.attendance for count in chaired(evidence, one)}
    sorts = {count[-1] for count in own}
    return any(count[-1] in sorts for count in asked - own) and not asked & own


_OF_THE_MEETING = frozenset({"where", "who_chaired", "who_attended", "who_spoke", "did_attend"})


def _unheard(evidence: Evidence) -> bool:
    """Whether the words of somebody are asked for (X说了啥) whom no sentence of the report lets speak."""
    lines = [line for stored in evidence.reports for text in stored.report.paras for line in re.split("[。；\n]", text)]
    return any(
        re.search(f"{re.escape(name)}(?:在?会上)?{_SAYS}", evidence.question.text)
        and not any(name in line and re.search(_SAYS, line) for line in lines)
        for name in evidence.question.strangers
    )


def _untold(evidence: Evidence) -> bool:
    """Whether a matter is asked for of which the meeting's report has no two characters together."""
    question, report = evidence.question, evidence.stored.report
    text = "\n".join((report.title, evidence.card.naming, *report.paras)).lower()
    written = [word for word, instead in question.synonyms if instead.lower() in text]
    runs = (run for run in re.findall("[㐀-鿿]+", question.focus) if not any(word in run for word in written))
    behind_names = (re.split("[对就把]", run[len("".join(naming(run)[:1])) :])[-1] for run in runs)
    asked = [run for run in behind_names if _is_matter(run) and run not in question.identity]
    return any(not any(run[at : at + 2] in text for at in range(len(run) - 1)) for run in asked)


def _is_matter(run: str) -> bool:
    """Long enough to name something, and not a body."""
    return len(run) >= _LEAST_MATTER and not run.endswith(_BODIES)


_OF_MATTERS = frozenset({"what_decided", "what_goals", "who_spoke"})
_LEAST_MATTER = 4
_BODIES = tuple("会委局厅院校学司部党盟团社队站所心省市县区镇乡村州旗")
_SAYS = "(?:都|还)?(?:说|讲|谈|提|汇报|强调|指出|介绍)"
