import time

import pytest

from data.errors import EmptyReport, ReadError
from data.segment import from_record


def test_given_paragraphs_keep_their_numbers_and_are_cleaned_in_place():
    paras = ["市長(zhǎng)王　强講話。", "", "当前位置：首页 > 新闻", "第二段。 第三段。", "責任編輯：", "一\n二"]
    report = from_record({"id": "a", "title": "會議", "published": "2024-3-5", "paras": paras})
    assert report.paras == ("市长王强讲话。", "", "当前位置：首页 > 新闻", "第二段。 第三段。", "责任编辑：", "一 二")
    assert (report.id, report.title, report.published) == ("a", "会议", "2024-03-05")


def test_a_given_paragraph_that_was_cut_at_a_width_is_whole_and_those_below_keep_their_numbers():
    told = "会议听取了渡口改造和河堤加固的进展，决定由水务局牵头把沿河八个村的泵站在汛期前修好，其余照旧。"
    cut = [told[at : at + 26] for at in range(0, len(told), 26)]
    items = ["议题|同意|反对|结果", "渡口改造的议题和河堤加固的议题|31|4|通过"]
    report = from_record({"id": "a", "title": "会议纪要", "paras": [*cut * 3, "散会。", *items]})
    blanks = ("",) * (len(cut) - 1)
    assert report.paras == (*(told, *blanks) * 3, "散会。", *items)


def test_the_script_of_the_whole_report_decides_for_each_paragraph():
    report = from_record(
        {"id": "a", "title": "陈昇", "paras": ["会议由著名专家于慧主持，听取汇报。", "陈昇、於先生。"]}
    )
    assert report.paras[1] == "陈昇、於先生。"


def test_a_text_is_read_like_a_file_also_when_it_is_a_page():
    text = "市政府召开常务会议\n来源：日报 时间：2024-03-05\n　　会议通过了办法。\n责任编辑：小王"
    page = (
        "<html><body><h1>市政府召开常务会议</h1><p>时间：2024-03-05 来源：日报</p><p>会议通过了办法。</p></body></html>"
    )
    for row in ({"id": "a", "text": text}, {"id": "a", "text": page}):
        report = from_record(row)
        assert (report.title, report.published, report.source) == ("市政府召开常务会议", "2024-03-05", "日报")
        assert report.paras == ("会议通过了办法。",)


def test_the_head_of_a_table_is_no_menu_and_the_first_line_stays_the_title():
    text = (
        "苔溪书会双周例会纪要 2031/07/09\n会议链接：https://meet.example.org/abc\n主持：顾城\n"
        "| 序号 | 议题 | 会议结论 |\n| --- | --- | --- |\n| 1 | 书目 | 同意增补 |\n【下次会议】7/23 晚上7点"
    )
    report = from_record({"id": "a", "text": text})
    assert report.title == "苔溪书会双周例会纪要 2031/07/09"
    assert any("序号 | 议题 | 会议结论" in line for line in report.paras)


@pytest.mark.parametrize("row", [{}, {"paras": "text"}, {"paras": [1]}, {"text": None}, {"id": "a", "title": "b"}])
def test_a_row_without_text_is_refused_with_what_is_expected(row):
    with pytest.raises(ReadError, match="paras"):
        from_record(row)


def test_an_empty_text_is_said_so():
    with pytest.raises(EmptyReport):
        from_record({"id": "a", "text": " \n"})


def test_a_number_serves_as_id_and_a_missing_one_is_made_from_the_content():
    assert from_record({"id": 7, "paras": ["会议"]}).id == "7"
    assert (
        from_record({"paras": ["会议"]}).id == from_record({"paras": ["會議"]}).id != from_record({"paras": ["会"]}).id
    )


def test_reports_load_at_a_rate_of_thousands_a_second():
    row = {"id": "a", "title": "会议", "paras": ["会议强调，要加强领导、压实责任。" * 6] * 5}
    from_record(row)
    start = time.process_time()
    for _ in range(500):
        from_record(row)
    assert time.process_time() - start < 0.5
