import json
import re
from pathlib import Path

import pytest

from data.clean import CLEANERS, clean, clean_text, find_damage
from data.clean.edits import Cleaned, Edit
from data.clean.wrapped import join_wrapped

CASES = json.loads((Path(__file__).parent / "cleaning.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("before", "after"),
    [pytest.param(*pair, id=f"{claim}: {pair[0]!r}") for claim, pairs in CASES.items() for pair in pairs],
)
def test_cleaning_a_line(before, after):
    assert clean_text(before) == after


@pytest.mark.parametrize("after", [pair[1] for pairs in CASES.values() for pair in pairs])
def test_what_is_clean_stays_as_it_is(after):
    assert clean_text(after) == after


def test_damaged_spots_are_reported_and_left_in_place():
    text = "晉陜?cè)S河金三角和當(dāng)?shù)?統籌"
    cleaned = clean_text(text)
    assert "陜?cè)S河" in cleaned
    assert [re.search(r"\?\w+\)", spot)[0] for spot in find_damage(cleaned)] == ["?cè)", "?shù)"]


@pytest.mark.parametrize("text", ["会议研究了什么?怎么办", "为什么(why)?因为", "100%?"])
def test_a_question_is_no_damage(text):
    assert find_damage(text) == ()


def test_each_step_says_what_it_changed_with_at_most_three_examples():
    steps = {step.name: step for step in clean("市長(zhǎng)在會(huì)上講(jiǎng)話,,通過(guò)了。").steps}
    assert steps["pinyin"].places == 4
    assert len(steps["pinyin"].examples) == 3
    assert steps["pinyin"].examples[0] == ("市長(zhǎng)在會(h", "市長在會(h")
    assert steps["doubled punctuation"].examples == (("会上讲话,,通过了。", "会上讲话,通过了。"),)


def test_a_clean_text_has_no_steps():
    assert clean("会议通过了草案。").steps == ()


def test_every_cleaner_leaves_clean_text_alone():
    for name, cleaner in CLEANERS:
        assert cleaner("会议通过了《办法(草案)》。\n会议强调，要抓好落实。") == [], name


def test_positions_lead_back_to_the_source():
    cleaned = Cleaned("甲(a)乙丙丁").apply("brackets", [Edit(1, 4)]).apply("longer", [Edit(1, 2, "乙乙乙")])
    assert cleaned.text == "甲乙乙乙丙丁"
    assert cleaned.origin(0, 1) == (0, 1)
    assert cleaned.origin(1, 4) == (4, 5)
    assert cleaned.origin(4, 6) == (5, 7)


FURNITURE = [
    "当前位置：首页 > 新闻",
    "【打印】【关闭】",
    "上一篇：没有了",
    "分享到：微信 微博",
    "浏览次数：312次",
    "责任编辑：小王",
    "x",
]
FURNITURE += [
    "版权所有 某市政府",
    "抄送：各区县政府。",
    "图为会议现场。",
    "扫一扫在手机打开当前页",
    "首页 | 新闻 | 公告 | 联系我们",
]
CONTENT = [
    "责任单位：市水利局",
    "主持人：王强",
    "一、审议事项",
    "1. 听取汇报",
    "出席：张三 李四",
    "地点：首页大厦",
    "图书馆馆长作了汇报。",
]
CONTENT += [
    "会议强调，要加强版权所有者保护。",
    "打印机采购方案获通过。",
    "编辑部主任发言。",
    "分享经济发展规划获通过。",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_line_of_the_page_is_dropped(line):
    assert clean(line).text == ""


@pytest.mark.parametrize("line", CONTENT)
def test_a_line_of_the_report_is_kept(line):
    assert clean(line).text == line


def test_lines_cut_at_a_width_are_joined_and_items_stay_apart():
    paragraph = (
        "会议听取了全市安全生产工作情况的汇报，研究了下一步的重点任务和责任分工，决定成立专门的工作班子，负责具体落实。"
    )
    wrapped = [paragraph[at : at + 18] for at in range(0, len(paragraph), 18)]
    assert clean("\n".join([*wrapped, "一、下一项"])).text.split("\n") == [paragraph, "一、下一项"]


def test_a_wrapped_paragraph_is_joined_beside_others_that_stand_on_one_line():
    told = "会议听取了渡口改造和河堤加固的进展，决定由水务局牵头把沿河八个村的泵站在汛期之前检修完毕并报县里备案，"
    wrapped = told * 3 + "其余照旧。"
    lines = ["    " + wrapped[:22], *(wrapped[at : at + 24] for at in range(22, len(wrapped), 24))]
    alone = told + "各村照办。"
    text = clean("\n".join([alone, "", *lines])).text
    assert [line.strip() for line in text.split("\n") if line] == [alone, wrapped]


def test_lines_of_many_lengths_are_not_joined():
    assert (
        join_wrapped(
            "审议通过了第一项议案和它的附件\n审议通过了第二项关于全市教育发展规划的议案\n听取了报告和说明，内容另发\n"
        )
        == []
    )


def test_forum_jammers_go_and_english_stays():
    assert clean("通过了方案。+ V% D# j8 L1 R2 e\n, Q4 w% C8 d) @7 K5 p# n\nI am in a UK A B C test").text.split() == [
        "通过了方案。",
        "I",
        "am",
        "in",
        "a",
        "UK",
        "A",
        "B",
        "C",
        "test",
    ]


def test_a_link_sellers_brand_goes_wherever_it_was_written():
    text = "金冠国际app官方下载市商会召开会议\n会议听取了金冠国际app官方下载2023年的报告。"
    assert clean(text).text == "市商会召开会议\n会议听取了2023年的报告。"


def test_votes_alike_under_several_items_are_no_repetition():
    votes = "表决结果：9票同意，0票反对，0票弃权，回避0票，议案通过。"
    assert clean(f"一、甲\n{votes}\n二、乙\n{votes}").text.count(votes) == 2


def test_a_paragraph_that_comes_again_below_is_dropped():
    paragraph = "集团公司召开年度工作会议，党委书记主持会议并讲话，总经理作工作报告。"
    assert clean(f"{paragraph}\n评论\n{paragraph}").text.count(paragraph) == 1
