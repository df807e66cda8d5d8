"""Claims about reports that open with two meetings held in a row."""

from data.facts.extract import extract
from data.records import Paragraph, Report

BOTH = "5月18日，区委书记骆闻笛先后主持召开区委常委会会议、区委财经委员会第三次会议。"
OF_FIRST = "区委常委会会议审议通过《青石区慈善条例实施办法》。"
OF_SECOND = "区委财经委员会第三次会议听取了经济运行情况汇报，研究了招商引资工作。会议要求，年内引进项目20个。"
AT_FIRST = "区长栾月华出席区委常委会会议。"
AT_SECOND = "区委副书记耿亚东列席区委财经委员会第三次会议。"


def report(*paras: str) -> Report:
    return Report("r", "区委召开会议", tuple(Paragraph(text) for text in paras), published="2024-05-20")


def people(page: Report) -> set[str]:
    return {person.name for person in extract(page).attendance}


def test_who_came_only_to_the_second_meeting_is_not_at_the_first() -> None:
    assert people(report(BOTH, OF_FIRST, OF_SECOND, AT_FIRST, AT_SECOND)) == {"骆闻笛", "栾月华"}


def test_what_only_the_second_meeting_did_is_not_the_firsts() -> None:
    facts = extract(report(BOTH, OF_FIRST, OF_SECOND))
    assert [decision.object for decision in facts.decisions] == ["《青石区慈善条例实施办法》"]
    assert facts.goals == ()


def test_a_sentence_about_the_first_meeting_ends_what_is_told_of_the_second() -> None:
    facts = extract(report(BOTH + OF_SECOND + OF_FIRST))
    assert [decision.object for decision in facts.decisions] == ["《青石区慈善条例实施办法》"]


def test_the_second_meeting_is_listed_beside_the_first() -> None:
    (other,) = extract(report(BOTH, OF_FIRST)).other_meetings
    assert other.name == "区委财经委员会第三次会议"


def test_what_is_told_of_both_stays_and_every_quote_is_where_it_was() -> None:
    page = report(BOTH + "会议审议通过《工作规则》。", OF_SECOND, OF_FIRST)
    facts = extract(page)
    assert {decision.object for decision in facts.decisions} == {"《工作规则》", "《青石区慈善条例实施办法》"}
    for decision in facts.decisions:
        place = decision.at.span
        assert decision.object in page.text(place.para)[place.start - 1 : place.end + 1]
