"""Facts are found by day, name, body, person and words, by those who may read them."""

from datetime import date

import pytest

from data.records import (
    EVERYONE,
    PUBLIC,
    Attendance,
    Decision,
    Evidence,
    Facts,
    Goal,
    Meeting,
    Paragraph,
    Reader,
    Report,
    Span,
)
from data.store.catalogue import Person, catalogue
from data.store.queries import Presence, count_meetings, find_people, most_present
from data.store.wanted import Wanted

AT = Evidence(Span(0, 0, 2), "rule")
NOBODY = Reader()
INSIDERS = Reader(frozenset({PUBLIC, "-100"}))


def held(ident, day, name, *, body="云汀市政府", end=None, people=(), matter="", goal="", real=True):
    report = Report(ident, f"{ident}的报道", (Paragraph(f"{ident}全文" + "长" * 300),), published="2023-12-31")
    facts = Facts(
        Meeting(name=name, date=day, is_meeting=real, end_date=end, body=body, number=3),
        attendance=tuple(Attendance(who, "委员", roles, AT) for who, roles in people),
        decisions=(Decision("adopted", "审议通过", matter, AT),) if matter else (),
        goals=(Goal(goal, AT, hardness="hard"),) if goal else (),
    )
    return report, facts


@pytest.fixture
def store(store):
    store.save_many(
        [
            held(
                "a", "2023-03-05", "常务会议", people=[("闻人澈", ("chair",)), ("乌兰", ("attend",))], matter="湿地办法"
            ),
            held("b", "2023-03-05", "常务会议", people=[("闻人澈", ("chair", "speak"))], goal="湿地率达60%"),
            held("c", "2023-02-27", "代表大会", end="2023-03-02", body="云汀市人大", matter="政府工作报告"),
            held("d", "--03-05", "座谈会", body=None),
            held("e", None, None, body=None, real=False),
        ]
    )
    store.save(
        *held(
            "x",
            "2023-03-05",
            "密会",
            people=[("闻人澈", ("absent",)), ("密使", ("attend",))],
            matter="湿地密件",
            goal="湿地",
        ),
        "-100",
    )
    return store


def ids(found) -> list[str]:
    return [listing.id for listing in found]


def test_meetings_are_counted_by_the_days_that_they_touch(store) -> None:
    assert count_meetings(store, EVERYONE, Wanted(date(2023, 3, 2), date(2023, 3, 5))) == 2
    assert count_meetings(store, EVERYONE, Wanted(end=date(2023, 3, 1))) == 1
    assert count_meetings(store, EVERYONE, Wanted(start=date(2023, 3, 3))) == 1
    assert count_meetings(store, EVERYONE, Wanted(date(2024, 1, 1), date(2024, 12, 31))) == 0


def test_meetings_are_counted_by_name_body_person_role_and_number(store) -> None:
    assert count_meetings(store, EVERYONE, Wanted(name="%")) == 0
    assert count_meetings(store, EVERYONE, Wanted(body="人大")) == 1
    assert count_meetings(store, EVERYONE, Wanted(person="闻人澈", role="speak")) == 1
    assert count_meetings(store, EVERYONE, Wanted(person="乌兰", role="chair")) == 0
    assert count_meetings(store, EVERYONE, Wanted(numbers=frozenset({1, 3, 6}))) == 2
    assert count_meetings(store, EVERYONE, Wanted(numbers=frozenset())) == 0


def test_what_is_no_meeting_is_not_counted_and_two_reports_of_one_meeting_count_once(store) -> None:
    assert count_meetings(store, EVERYONE) == 3
    assert count_meetings(store, EVERYONE, Wanted(name="常务")) == 1
    assert count_meetings(store, EVERYONE, Wanted(person="闻人澈")) == 1
    assert count_meetings(store, INSIDERS, Wanted(person="闻人澈")) == 2


def test_a_person_s_record_names_report_and_meeting(store) -> None:
    found = find_people(store, EVERYONE, "闻人澈")
    assert [(fact.report, fact.meeting, fact.date, fact.fact.roles) for fact in found] == [
        ("b", "常务会议", "2023-03-05", ("chair", "speak")),
        ("a", "常务会议", "2023-03-05", ("chair",)),
    ]
    assert found[0].fact == Attendance("闻人澈", "委员", ("chair", "speak"), AT)
    assert find_people(store, EVERYONE, "闻人") == ()


def test_who_took_part_in_most_meetings_is_told_once_a_meeting_and_never_as_absent(store) -> None:
    store.save_many([held("f", "2023-03-06", "常务会议", people=[("乌兰", ("chair",)), ("闻人澈", ("absent",))])])
    assert most_present(store, EVERYONE) == (Presence("乌兰", 2), Presence("闻人澈", 1))
    assert most_present(store, EVERYONE, Wanted(numbers=frozenset({2}))) == (Presence("闻人澈", 1),)
    assert most_present(store, EVERYONE, limit=1) == (Presence("乌兰", 2),)


def test_the_catalogue_lists_every_report_in_order_with_its_people(store) -> None:
    listed = list(catalogue(store, EVERYONE))
    assert ids(listed) == ["a", "b", "c", "d", "e"]
    first = listed[0]
    assert (first.number, first.meeting, first.date, first.body, first.ordinal) == (
        1, "常务会议", "2023-03-05", "云汀市政府", 3,
    )  # fmt: skip
    assert first.people == (Person("闻人澈", "委员", ("chair",)), Person("乌兰", "委员", ("attend",)))
    assert first.opening == ("a全文" + "长" * 300)[:200]
    assert ids(catalogue(store, INSIDERS, after=4)) == ["e", "x"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda store, reader: list(catalogue(store, reader)),
        lambda store, reader: count_meetings(store, reader),
        lambda store, reader: find_people(store, reader, "闻人澈"),
        lambda store, reader: most_present(store, reader),
    ],
)
def test_nobody_is_told_anything_and_outsiders_nothing_of_insiders(store, ask) -> None:
    assert not ask(store, NOBODY)
    told, all_of_it = ask(store, EVERYONE), ask(store, INSIDERS)
    assert told != all_of_it
    assert "密" not in repr(told)
    assert told
