"""Claims about which meeting a report is about, over the fictional cases in the two files beside this one."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.facts.meeting import find_meetings
from data.facts.meeting.dates import dates
from data.records import Paragraph, Report

FILES = ("meeting_cases.toml", "meeting_minutes.toml")
CASES = [case for name in FILES for case in tomllib.loads((Path(__file__).parent / name).read_text("utf-8"))["case"]]


def report(*paras: str, title: str = "", published: str | None = None) -> Report:
    return Report(id="r", title=title, paragraphs=tuple(Paragraph(text) for text in paras), published=published)


def page(case: dict[str, object]) -> Report:
    return report(*case["paras"], title=case["title"], published=case.get("published"))


@pytest.mark.parametrize("case", CASES, ids=[case["claim"] for case in CASES])
def test_claim(case: dict[str, object]) -> None:
    meeting, _ = find_meetings(page(case))
    found = (meeting.is_meeting, meeting.name, meeting.date, meeting.end_date, meeting.place)
    assert found == (True, case.get("name"), case.get("date"), case.get("end_date"), case.get("place"))


NUMBERED = [case for case in CASES if "number" in case]


@pytest.mark.parametrize("case", NUMBERED, ids=[case["claim"] for case in NUMBERED])
def test_number_of_claim(case: dict[str, object]) -> None:
    meeting, _ = find_meetings(page(case))
    assert meeting.number == case["number"]


@pytest.mark.parametrize("case", CASES, ids=[case["claim"] for case in CASES])
def test_every_field_shows_where_it_stands(case: dict[str, object]) -> None:
    meeting, _ = find_meetings(page(case))
    for evidence in (meeting.name_at, meeting.date_at, meeting.place_at):
        if evidence:
            assert page(case).text(evidence.span.para)[evidence.span.start : evidence.span.end]
            assert evidence.rule.startswith("meeting-")


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("市十五届人大五次会议1月8日开幕", "记者获悉，市十五届人大五次会议将于1月8日上午在白鹭剧院开幕。"),
        ("顾怀远同志逝世", "顾怀远同志因病逝世。任职期间，他主持召开水利建设会议二十余次。"),
        ("《消防规划》政策解读", "近日，《消防规划》正式印发。规划先后经市政府第52次常务会议审议。"),
        ("顾城会见华瑞集团董事长", "3月1日，市委书记顾城会见华瑞集团董事长陈舟。"),
        ("全市经济工作会议精神引发热烈反响", "市委书记顾城在全市经济工作会议上的讲话引发热烈反响。"),
    ],
)
def test_previews_obituaries_explanations_receptions_and_echoes_are_no_meetings(title: str, opening: str) -> None:
    meeting, others = find_meetings(report(opening, title=title, published="2024-01-06"))
    assert (meeting.is_meeting, meeting.name, others) == (False, None, ())


def test_number_and_body_come_out_of_the_name() -> None:
    meeting, _ = find_meetings(report("3月1日，市科技创新委员会第十二次会议召开。", title="", published="2024-03-02"))
    assert (meeting.number, meeting.body) == (12, "市科技创新委员会")


def test_of_two_meetings_the_first_is_the_main_one() -> None:
    meeting, others = find_meetings(
        report(
            "9月9日下午，市长林岚先后主持召开市政府党组（扩大）会议和市政府第58次常务会议。",
            title="林岚主持召开市政府党组（扩大）会议和市政府第58次常务会议",
            published="2024-09-10",
        )
    )
    assert meeting.name == "市政府党组（扩大）会议"
    assert [other.name for other in others] == ["市政府第58次常务会议"]


def test_a_second_item_on_the_page_is_another_meeting_with_its_own_day() -> None:
    _, others = find_meetings(
        report(
            "6月20日晚，市长林岚主持召开防汛会商会。",
            "又讯：21日上午，副市长葛云在临水县主持召开群众转移安置专题会。",
            title="市防汛指挥部召开防汛会商会",
            published="2024-06-21",
        )
    )
    assert [(other.name, other.date) for other in others] == [("群众转移安置专题会", "2024-06-21")]


@pytest.mark.parametrize("text", ["2月30日", "13月1日", "2024年0月1日", "32日上午"])
def test_a_day_that_does_not_exist_is_no_date(text: str) -> None:
    assert list(dates(text, "2024-03-02")) == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.text("年月日0123456789一二十至-/民国昨今召开举行在会议市第次，。：“”（）", max_size=60), max_size=4),
    st.text("召开举行会议市第一次纪要在上强调 将于", max_size=30),
    st.sampled_from([None, "2024-03-01", "not a date"]),
)
def test_no_text_breaks_the_search_for_the_meeting(paras: list[str], title: str, published: str | None) -> None:
    sheet = report(*paras, title=title, published=published)
    meeting, others = find_meetings(sheet)
    for evidence in (meeting.name_at, meeting.date_at, meeting.place_at, *(other.name_at for other in others)):
        if evidence:
            assert 0 <= evidence.span.start < evidence.span.end <= len(sheet.text(evidence.span.para))


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("苇湖读书会社员大会流程", "主席：柳远山"),
        ("苇湖读书会三月例会", "原定例会当天大风停航，未能召开。"),
    ],
)
def test_a_programme_or_a_meeting_that_did_not_come_about_is_none(title: str, first: str) -> None:
    meeting, _ = find_meetings(report(first, "出席：柳远山、闻溪、苏合", title=title))
    assert not meeting.is_meeting


def test_a_paper_that_calls_a_meeting_reports_none() -> None:
    called = "兹定于二零三一年十一月二十六日假会所召开本法团第八次周年业主大会，议程如下："
    lines = (
        "苇湖花园业主立案法团",
        "周年业主大会通告",
        called,
        "1.　通过第十八次会议纪录",
        "2.　主席柳远山先生作年度报告",
    )
    meeting, _ = find_meetings(report(*lines, title="", published="2031-11-06"))
    assert not meeting.is_meeting


@pytest.mark.parametrize("title", ["苇湖社区业委会议事规则", "苇湖小学家委会章程（试行）", "会议记录模板"])
def test_rules_and_forms_report_no_meeting(title: str) -> None:
    meeting, _ = find_meetings(report("第一条 会议每季度召开一次。", "第二条 会议由主任主持。", title=title))
    assert not meeting.is_meeting


def test_a_record_named_with_its_day_is_one_of_a_meeting() -> None:
    meeting, _ = find_meetings(report("1. 进度同步", "2. 发布计划", title="护礁组周会纪要 2031-03-05"))
    assert (meeting.is_meeting, meeting.date) == (True, "2031-03-05")
