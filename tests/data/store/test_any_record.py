"""Any report with any facts comes back equal."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.records import (
    Attendance,
    CleaningStep,
    Decision,
    Evidence,
    Facts,
    Goal,
    Group,
    Meeting,
    Paragraph,
    Report,
    Span,
)

number = st.integers(-1, 2**31 - 1)
span = st.builds(Span, number, number, number)
proof = st.builds(Evidence, span)
maybe = st.none() | proof
meeting = st.builds(Meeting, number=st.none() | number, name_at=maybe, date_at=maybe, place_at=maybe)


def several(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


paragraph = st.builds(Paragraph, origin=st.none() | st.tuples(number, number))
reports = st.builds(
    Report,
    paragraphs=several(paragraph),
    cleaning=several(st.builds(CleaningStep, places=number, examples=several(st.tuples(st.text(), st.text())))),
    damage=several(st.text()),
)
facts_of_all_kinds = st.builds(
    Facts,
    meeting=meeting,
    attendance=several(st.builds(Attendance, at=proof, title_at=st.none() | span, also_at=several(proof))),
    groups=several(st.builds(Group, at=proof)),
    decisions=several(st.builds(Decision, at=proof)),
    goals=several(st.builds(Goal, at=proof)),
    other_meetings=several(meeting),
)
fresh = count()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(report=reports, facts=facts_of_all_kinds)
def test_any_report_with_any_facts_comes_back_equal(store, report, facts) -> None:
    saved = store.save(report, facts, collection=f"{next(fresh)}")
    kept = next(store.everything(after=saved.number - 1))
    assert (kept.report, kept.facts) == (report, facts)
