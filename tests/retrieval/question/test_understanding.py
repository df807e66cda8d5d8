"""What a question asks, whom it names and how it is spelled are read before anything is looked up."""

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.records import Attendance, Evidence, Facts, Meeting, Paragraph, Report, Span, Stored
from retrieval.catalogue import Catalogue
from retrieval.catalogue.cards import card_of
from retrieval.catalogue.vocabulary import Vocabulary
from retrieval.question import understand
from retrieval.records import Question

CASES = tomllib.loads((Path(__file__).parent / "kinds.toml").read_text("utf-8"))["ask"]
TODAY = date(2024, 5, 1)


def stored(number: int, meeting: str, people: Sequence[str]) -> Stored:
    text = f"会议由{'、'.join(people)}参加。{meeting}讨论了会议议程。"
    at = Evidence(Span(0, 0, 1), "test")
    attendance = tuple(Attendance(name, "", ("attend",), at) for name in people)
    report = Report(f"r{number}", meeting, (Paragraph(text),), published="2024-04-01")
    return Stored(number, "public", report, Facts(Meeting(meeting, "2024-04-01", is_meeting=True), attendance))


REPORTS = [
    stored(1, "云汀市科技创新委员会第一次会议", ["栾青禾", "闻人澈", "热依汗·阿不都拉", "Priya Raman"]),
    stored(2, "云汀市委经济工作会议", ["沈砚秋", "谷梁川"]),
]
VOCABULARY = [Vocabulary([card_of(one) for one in REPORTS])]
CATALOGUE = Catalogue().with_more(REPORTS)


def read(text: str) -> Question:
    return understand(text, TODAY, VOCABULARY, CATALOGUE.held)


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_the_asking_words_tell_what_is_asked(case: tuple[str, list[str], str]) -> None:
    text, kinds, role = case
    question = read(text)
    assert (list(question.kinds), question.role or "") == (kinds, role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("栾青禾来了吗", "栾青禾"),
        ("欒青禾來了嗎", "栾青禾"),
        ("luan qinghe 来了吗", "栾青禾"),
        ("Qinghe Luan 来了吗", "栾青禾"),
        ("did Luan Qinghe attend the meeting", "栾青禾"),
        ("热依汗阿不都拉来了吗", "热依汗·阿不都拉"),
        ("priya raman来了吗", "Priya Raman"),
        ("沈研秋来了吗", "沈砚秋"),
    ],
)
def test_a_person_is_known_by_name_script_spelling_and_sound(text: str, name: str) -> None:
    assert read(text).people == (name,)


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("科创委第一次会仪谁主持", "会议"),
        ("yunting shiwei 经济工作会议谁主持", "云汀市委"),
        ("changweihui谁主持", "常委会"),
        ("科创委第一次会议闻人澈莱了没", "来"),
        ("科创委第一次会议有水提了建议", "谁"),
        ("市委经济工作会议是哪田开的", "天"),
        ("科创委第一次会议缺席得是谁", "的"),
    ],
)
def test_a_repair_is_made_and_shown(text: str, read_as: str) -> None:
    assert read_as in [right for _, right in read(text).repairs]


@pytest.mark.parametrize(
    "text",
    [
        "科创委第一次会议一共来了多少人",
        "科创委会一共开了几次",
        "科创委办会以后部署了什么",
        "科创委第一次会议谁当组长",
        "科创委第一次会议谁致的开幕词",
        "科创委第一次会议那些草案最后怎么处理 提到哪去",
        "市委经济工作会议打算审议政府哪个报告 看通知",
        "科创委同一天开的是哪两个会",
        "科创委第一次会议说的核能怎么说",
        "科创委第一次会议那个试验主刀是哪位大夫",
    ],
)
def test_what_is_written_right_is_read_as_it_stands(text: str) -> None:
    assert read(text).repairs == ()


@pytest.mark.parametrize(
    "text", ["科创委第一次会议谁主持的", "云汀市委经济工作会议通过了什么", "除夕那天开会了吗", "闻人澈觉得行吗"]
)
def test_what_is_spelled_well_is_left_alone(text: str) -> None:
    assert read(text).repairs == ()


def test_an_abbreviation_is_written_out_from_the_names_in_the_store() -> None:
    assert "科技创新委" in read("科创委谁主持").focus


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("谁主持的会议", "zh-hans"),
        ("誰主持的會議", "zh-hant"),
        ("who chaired the meeting", "en"),
        ("CY Leung 出席了吗", "zh-hans"),
    ],
)
def test_the_language_of_the_question_is_kept(text: str, language: str) -> None:
    assert read(text).language == language


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("第33次主任会议", {"33次"}),
        ("第三十三次主任会议", {"33次"}),
        ("三届二次教代会", {"3届", "2次"}),
        ("首届论坛", {"1届"}),
    ],
)
def test_ordinals_are_one_form_however_written(text: str, counts: set[str]) -> None:
    assert read(text).counts == counts


def test_a_question_about_two_meetings_names_both() -> None:
    both = read("科创委第一次会议和市委经济工作会议都参加的有谁").both
    assert len(both) == 2
    assert "科技创新委" in both[0].focus
    assert "经济工作会议" in both[1].focus


@given(st.text(max_size=60))
def test_any_text_is_understood_without_failing_and_alike_each_time(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("科创委第一次会议（栾青禾那个），韶问舟发言了吗", "韶问舟"),
        ("云汀经济工作会议 原局长韶问舟参会了没", "韶问舟"),
        ("那韶问舟局长去开了吗", "韶问舟"),
        ("去机场接他的韶问舟是什么官", "韶问舟"),
    ],
)
def test_somebody_recorded_nowhere_is_the_one_asked_about_where_they_stand_before_the_asking_words(
    text: str, name: str
) -> None:
    assert read(text).subject == (name,)
