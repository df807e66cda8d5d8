"""Stores and reports to test with; every name is made up."""

import pytest

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
from data.store import Store


def make_report(ident: str = "r1", title: str = "云汀市政府召开常务会议", words: str = "") -> Report:
    return Report(
        id=ident,
        title=title,
        paragraphs=(
            Paragraph(f"3月5日，市长 闻人澈主持召开市政府第12次常务会议。{words}", (4, 30)),
            Paragraph("会议审议通过《云汀市湿地管理办法》。😀𠮷"),
        ),
        published="2023-03-06",
        source="云汀日报",
        url="https://yunting.example/1",
        reporter="柯岸",
        encoding="gb18030",
        cleaning=(CleaningStep("pinyin", 3, (("報(bào)", "报"), ("會", "会"))), CleaningStep("widths", 0)),
        damage=("陜?cè)S",),
    )


def make_facts() -> Facts:
    at = Evidence(Span(0, 5, 9), "chair-before-verb", "主持召开")
    meeting = Meeting(
        name="市政府第12次常务会议",
        date="2023-03-05",
        is_meeting=True,
        place="云汀",
        body="云汀市政府",
        number=12,
        name_at=Evidence(Span(0, 14, 26), "name"),
        date_at=Evidence(Span(0, 0, 4), "date"),
        place_at=Evidence(Span(-1, 0, 2), "place"),
    )
    return Facts(
        meeting=meeting,
        attendance=(
            Attendance("闻人澈", "市长", ("chair", "speak"), at, Span(0, 5, 7), (at, Evidence(Span(1, 0, 2), "speak"))),
            Attendance("乌兰", "", ("absent",), at),
        ),
        groups=(Group("有关部门负责同志", "observe", at),),
        decisions=(
            Decision("adopted", "审议通过", "《云汀市湿地管理办法》", at, "全票", "市林业局", "年底前"),
            Decision("heard", "听取", "汇报", at),
        ),
        goals=(Goal("湿地保护率达到60%", at, "60%", "到2025年", "hard"), Goal("建成湿地之城", at)),
        other_meetings=(Meeting(name="专题会", date="--03-04", is_meeting=True, end_date="--03-05"),),
    )


@pytest.fixture
def url(tmp_path) -> str:
    return f"sqlite:///{tmp_path / 'var' / 'huiwen.db'}"


@pytest.fixture
def store(url):
    with Store.open(url, busy_seconds=0.3) as opened:
        yield opened


@pytest.fixture
def report() -> Report:
    return make_report()


@pytest.fixture
def facts() -> Facts:
    return make_facts()


@pytest.fixture
def another():
    """Makes further reports: the same shape, their own id and words."""
    return lambda n: make_report(f"r{n}", f"第{n}号报道", f"这是第{n}号。")
