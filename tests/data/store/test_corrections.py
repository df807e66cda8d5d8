"""What people correct is kept as such, stands over what is extracted, and can be taken back."""

from dataclasses import replace

import pytest

from data.corrections import RULE, Correction
from data.records import EVERYONE, Attendance, Evidence, Facts, Reader, Span
from data.store.corrections import correct, corrections_to, withdraw
from data.store.queries import find_people

NOBODY = Reader()


def make(kind, subject, value):
    return Correction(kind, subject, value, by=77, at=1_700_000_000.0)


@pytest.fixture
def loaded(store, report, facts):
    store.save(report, facts)
    return store


def facts_in(store) -> Facts:
    return store.get(EVERYONE, 1).facts


def names_in(store) -> list[str]:
    return [person.name for person in facts_in(store).attendance]


def test_a_person_renamed_is_found_under_the_new_name_only(loaded) -> None:
    correct(loaded, EVERYONE, 1, make("rename", "乌兰", "乌兰其其格"))
    assert names_in(loaded) == ["闻人澈", "乌兰其其格"]
    assert find_people(loaded, EVERYONE, "乌兰") == ()
    assert find_people(loaded, EVERYONE, "乌兰其其格")[0].fact.at.rule == RULE


def test_a_person_renamed_to_somebody_there_is_one_with_them(loaded) -> None:
    correct(loaded, EVERYONE, 1, make("rename", "乌兰", "闻人澈"))
    (person,) = facts_in(loaded).attendance
    assert person.roles == ("chair", "speak", "absent")


def test_who_was_not_there_goes_and_who_was_comes_with_a_place_in_the_report(loaded, report) -> None:
    correct(loaded, EVERYONE, 1, make("remove", "乌兰", ""))
    correct(loaded, EVERYONE, 1, make("add", "湿地", "顾问"))
    correct(loaded, EVERYONE, 1, make("add", "柯岸", ""))
    assert names_in(loaded) == ["闻人澈", "湿地", "柯岸"]
    _, inside, outside = facts_in(loaded).attendance
    assert report.text(inside.at.span.para)[inside.at.span.start : inside.at.span.end] == "湿地"
    assert outside.at == Evidence(Span(-1, 0, len(report.title)), RULE, "add")


def test_the_meeting_s_day_and_name_are_put_right(loaded) -> None:
    correct(loaded, EVERYONE, 1, make("date", "", "2023-03-05"))
    correct(loaded, EVERYONE, 1, make("meeting", "", "云汀市政府第12次常务会议"))
    meeting = facts_in(loaded).meeting
    assert (meeting.date, meeting.date_at.rule, meeting.date_at.span) == ("2023-03-05", RULE, Span(0, 0, 4))
    assert meeting.name == "云汀市政府第12次常务会议"


def test_a_correction_taken_back_leaves_what_was_extracted(loaded, facts) -> None:
    first = correct(loaded, EVERYONE, 1, make("remove", "乌兰", ""))
    second = correct(loaded, EVERYONE, 1, make("rename", "闻人澈", "闻人彻"))
    assert withdraw(loaded, EVERYONE, first) == 1
    assert names_in(loaded) == ["闻人彻", "乌兰"]
    assert withdraw(loaded, EVERYONE, second) == 1
    assert facts_in(loaded) == facts
    assert withdraw(loaded, EVERYONE, second) is None


def test_corrections_outlive_newly_extracted_facts_and_those_are_what_is_left_without(loaded, facts) -> None:
    row = correct(loaded, EVERYONE, 1, make("rename", "闻人澈", "闻人彻"))
    newer = replace(facts, attendance=(*facts.attendance, Attendance("柯岸", "记者", ("observe",), facts.goals[0].at)))
    assert loaded.replace_facts(1, newer) is True
    assert names_in(loaded) == ["闻人彻", "乌兰", "柯岸"]
    assert loaded.uncorrected(loaded.get(EVERYONE, 1)) == newer
    withdraw(loaded, EVERYONE, row)
    assert facts_in(loaded) == newer


def test_a_correction_whose_person_is_gone_changes_nothing(loaded, facts) -> None:
    correct(loaded, EVERYONE, 1, make("rename", "无此人", "某某"))
    assert facts_in(loaded) == facts


def test_nobody_corrects_or_sees_corrections_of_what_they_cannot_read(loaded, facts) -> None:
    assert correct(loaded, NOBODY, 1, make("remove", "乌兰", "")) is None
    row = correct(loaded, EVERYONE, 1, make("remove", "乌兰", ""))
    assert withdraw(loaded, NOBODY, row) is None
    assert corrections_to(loaded, NOBODY, 1) == ()
    assert [one.row for one in corrections_to(loaded, EVERYONE, 1)] == [row]


def test_corrections_go_with_their_report(loaded, report, facts) -> None:
    correct(loaded, EVERYONE, 1, make("remove", "乌兰", ""))
    loaded.delete(EVERYONE, 1)
    loaded.save(report, facts)
    assert corrections_to(loaded, EVERYONE, 2) == ()
    assert loaded.get(EVERYONE, 2).facts == facts


def test_replaced_facts_come_back_equal_and_the_change_is_told(loaded, another, facts) -> None:
    loaded.save(another(2), facts)
    since = loaded.generation()
    newer = replace(facts, goals=(), attendance=facts.attendance[:1])
    assert loaded.replace_facts(1, newer) is True
    assert facts_in(loaded) == newer
    assert loaded.generation() == since + 1
    assert loaded.revised(since) == {1}
    assert [stored.facts for stored in loaded.changed(since)] == [newer]
    assert loaded.replace_facts(9, newer) is False
    assert loaded.generation() == since + 1
