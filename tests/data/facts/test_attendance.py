"""Claims about who took part, over the fictional cases in the two files beside this one."""

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.facts.attendance import READINGS, find_attendance
from data.records import Attendance, Group, Meeting, Paragraph, Report

FILES = ("attendance_cases.toml", "attendance_minutes.toml")
CASES = [case for name in FILES for case in tomllib.loads((Path(__file__).parent / name).read_text("utf-8"))["case"]]
HELD = Meeting(name="会议", date=None, is_meeting=True)


def report(*paras: str, title: str = "") -> Report:
    return Report(id="r", title=title, paragraphs=tuple(Paragraph(text) for text in paras), published="2024-03-18")


def told(people: tuple[Attendance, ...]) -> list[str]:
    return sorted(f"{person.title} / {person.name} / {' '.join(person.roles)}" for person in people)


@pytest.mark.parametrize("case", CASES, ids=[case["claim"] for case in CASES])
def test_claim(case: dict[str, object]) -> None:
    people, _ = find_attendance(report(*case["paras"]), HELD)
    assert told(people) == sorted(case["people"])


GROUPED = [case for case in CASES if "groups" in case]


@pytest.mark.parametrize("case", GROUPED, ids=[case["claim"] for case in GROUPED])
def test_groups_of_claim(case: dict[str, object]) -> None:
    _, groups = find_attendance(report(*case["paras"]), HELD)
    assert [f"{group.text} / {group.role}" for group in groups] == case["groups"]


@pytest.mark.parametrize("case", CASES, ids=[case["claim"] for case in CASES])
def test_every_name_and_office_is_where_its_evidence_says(case: dict[str, object]) -> None:
    page = report(*case["paras"])
    people, groups = find_attendance(page, HELD)
    for person in people:
        for evidence in (person.at, *person.also_at):
            quote = page.text(evidence.span.para)[evidence.span.start : evidence.span.end]
            assert quote
            assert evidence.rule
        if person.title_at:
            place = person.title_at
            assert page.text(place.para)[place.start : place.end] == person.title
    for group in groups:
        assert page.text(group.at.span.para)[group.at.span.start : group.at.span.end] == group.text


def test_collective_attendees_are_groups_with_their_role() -> None:
    _, groups = find_attendance(
        report(
            "副市长林岚主持会议。市直有关部门主要负责人，各县（市、区）分管负责同志参加会议，部分市人大代表列席会议。"
        ),
        HELD,
    )
    assert [(group.text, group.role) for group in groups] == [
        ("市直有关部门主要负责人", "attend"),
        ("各县（市、区）分管负责同志", "attend"),
        ("部分市人大代表", "observe"),
    ]


def test_a_list_with_a_verb_that_describes_it_ends_before_the_next_verb() -> None:
    _, groups = find_attendance(
        report("参加会议的理事有唐珂、潘听雨，各片区召集人列席会议。校史馆、膳食中心等单位相关负责人参加会议。"), HELD
    )
    assert [(group.text, group.role) for group in groups] == [
        ("各片区召集人", "observe"),
        ("校史馆、膳食中心等单位相关负责人", "attend"),
    ]


def test_a_number_of_people_told_beside_a_verb_that_describes_them_is_a_group() -> None:
    _, groups = find_attendance(report("参加本次股东大会表决的股东及股东代表共39人，代表股份7万股。"), HELD)
    assert [(group.text, group.role) for group in groups] == [("股东及股东代表共39人", "attend")]


def test_what_the_meeting_is_or_calls_for_is_no_group() -> None:
    people, groups = find_attendance(report("本次大会是我校教职工参与管理的大事。要积极动员群众参与整治。"), HELD)
    assert (people, groups) == ((), ())


def test_groups_are_listed_behind_a_verb_that_describes_them_and_over_semicolons() -> None:
    _, groups = find_attendance(
        report(
            "参加此次论坛的还有海外青年学者，学校有关部门负责人，教师、医生代表等。"
            "全体市委常委，市直单位主要负责同志；各县党政主要负责同志列席会议。"
        ),
        HELD,
    )
    assert [(group.text, group.role) for group in groups] == [
        ("海外青年学者", "attend"),
        ("学校有关部门负责人", "attend"),
        ("教师、医生代表", "attend"),
        ("全体市委常委", "observe"),
        ("市直单位主要负责同志", "observe"),
        ("各县党政主要负责同志", "observe"),
    ]


def test_what_follows_the_leaders_named_is_a_group_of_its_own() -> None:
    _, groups = find_attendance(
        report(
            "校党委书记杨鹭洲、校长林亭晚等校领导和第八届主席团成员出席。市营商办及主管部门分管领导、联络员参加会议。"
            "会上，来自旅游、医药等行业的9家民营企业家代表踊跃发言。参加会议的有教代会代表团团长、副团长，会议由主席主持。"
        ),
        HELD,
    )
    assert [(group.text, group.role) for group in groups] == [
        ("第八届主席团成员", "attend"),
        ("市营商办及主管部门分管领导、联络员", "attend"),
        ("来自旅游、医药等行业的9家民营企业家代表", "speak"),
        ("教代会代表团团长、副团长", "attend"),
    ]


def test_organs_without_people_that_come_are_one_group() -> None:
    _, groups = find_attendance(
        report("市委办、市财政局和青禾银行参加会议，市委、市政府要求压实责任。市水务局、市应急局作交流发言。"), HELD
    )
    assert [(group.text, group.role) for group in groups] == [("市委办、市财政局和青禾银行", "attend")]


def test_what_the_meeting_demands_names_no_attendees() -> None:
    people, groups = find_attendance(report("会议指出，要推动各部门负责同志参加培训，县长王强要带头出席。"), HELD)
    assert (people, groups) == ((), ())


def test_the_subtitle_gives_roles_to_those_whom_the_body_introduces() -> None:
    people, _ = find_attendance(
        report("3月11日，市委书记顾城、市长林岚研究了有关工作。", title="市委常委会召开会议 顾城主持并讲话 林岚出席"),
        HELD,
    )
    assert told(people) == ["市委书记 / 顾城 / chair speak", "市长 / 林岚 / attend"]


def test_nobody_attended_what_did_not_take_place() -> None:
    preview = Meeting(name=None, date=None, is_meeting=False)
    assert find_attendance(report("市长林岚出席会议。"), preview) == ((), ())


@pytest.mark.parametrize("name", [name for name, _ in READINGS])
def test_each_way_of_reading_finds_somebody_that_the_others_do_not(name: str) -> None:
    without = tuple(reading for reading in READINGS if reading[0] != name)
    everyone = [told(find_attendance(report(*case["paras"]), HELD)[0]) for case in CASES]
    fewer = [told(find_attendance(report(*case["paras"]), HELD, without)[0]) for case in CASES]
    assert everyone != fewer


ALPHABET = "市长王强李娜副主任出席主持会议讲话、，。；：（）《》“” 　\n-—*#|·A1记者请假汇报人等作的和"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(ALPHABET, max_size=120), max_size=5), st.text(ALPHABET, max_size=40))
def test_no_text_breaks_the_reading_and_every_span_stays_inside_its_paragraph(paras: list[str], title: str) -> None:
    page = report(*paras, title=title)
    people, groups = find_attendance(page, HELD)
    spans = [evidence.span for person in people for evidence in (person.at, *person.also_at)]
    for span in [*spans, *(group.at.span for group in groups)]:
        assert 0 <= span.start < span.end <= len(page.text(span.para))
    assert all(isinstance(one, Attendance | Group) for one in (*people, *groups))


def test_a_list_may_end_with_a_surname_alone() -> None:
    people, _ = find_attendance(report("副市长顾城、林"), HELD)
    assert "林" not in {one.name for one in people}


def test_time_grows_with_length_not_with_its_square() -> None:
    unit = "市委书记顾城、市长林岚出席会议并讲话，副市长葛云主持会议。会议指出，要抓好落实，"

    def seconds(times: int) -> float:
        page = report(unit * times)
        start = time.perf_counter()
        find_attendance(page, HELD)
        return time.perf_counter() - start

    seconds(50)
    short = min(seconds(500) for _ in range(3))
    assert min(seconds(2000) for _ in range(3)) < 4 * 2.5 * short


def test_a_line_that_a_page_repeats_without_end_takes_no_time_and_hides_nobody_below_it() -> None:
    lines = ["出席：柳青禾"] * 20_000
    began = time.process_time()
    people, _ = find_attendance(report("主持人：甘霖", *lines, "监事苏合列席会议。"), HELD)
    assert time.process_time() - began < 4
    assert {"甘霖", "柳青禾", "苏合"} <= {person.name for person in people}
