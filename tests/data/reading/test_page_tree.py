import pytest

from data.readers import read


def lines(body):
    return read("page", f"<html><body>{body}</body></html>".encode()).lines


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "span"])
def test_text_a_hundred_thousand_tags_deep_is_read(tag):
    deep = f"<{tag}>" * 100_000 + "市政府召开会议。" + f"</{tag}>" * 100_000
    assert lines(f"{deep}<p>会后讲话。</p>") == ("市政府召开会议。", "会后讲话。")


def test_scripts_styles_and_hidden_blocks_are_left_out_but_a_hidden_article_is_not():
    assert lines(
        "<script>a<b</script><style>p{}</style><p>会议通过了办法。</p><div style='display:none'>多余</div>"
    ) == ("会议通过了办法。",)
    assert lines("<div style='visibility: hidden'><p>会议通过了办法。</p></div>") == ("会议通过了办法。",)


def test_blocks_of_links_and_blocks_named_as_furniture_are_left_out():
    menu = "<div><a>首页</a> <a>新闻</a> <a>公告</a></div>"
    menu += "<div class='side-bar'>热点</div><ul id='footNav'><li>版权</li></ul>"
    assert lines(f"{menu}<p>会议由<a>王强</a>主持，听取了汇报。</p>") == ("会议由王强主持，听取了汇报。",)


def test_a_block_that_holds_most_of_the_text_stays_whatever_its_name():
    assert (
        lines("<div class='print'><p>会议听取了汇报，研究了工作。</p></div><p>完</p>")[0]
        == "会议听取了汇报，研究了工作。"
    )


def test_inline_and_unknown_tags_do_not_cut_a_name():
    assert lines("<p>市长<strong>王</strong><st1:PersonName>强</st1:PersonName>\n主持<font>会议</font>。</p>") == (
        "市长王强主持会议。",
    )


def test_breaks_and_preformatted_lines_part_lines():
    assert lines("<p>第一行。<br>第二行。<br/>第三行。</p>") == ("第一行。", "第二行。", "第三行。")
    assert lines("<pre>第一行。\n第二行。</pre>") == ("第一行。", "第二行。")


def test_a_row_of_data_is_one_line_and_a_table_of_layout_is_not():
    assert lines("<table><tr><td>时间</td><td>3月2日</td></tr><tr><td>甲</td><td>乙</td><td>丙</td></tr></table>") == (
        "时间：3月2日",
        "甲　乙　丙",
    )
    assert lines("<table><tr><td><p>左边。</p></td><td><p>右边。</p></td></tr></table>") == ("左边。", "右边。")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<meta name="ArticleTitle" content="甲会议召开"><title>乙</title>', "甲会议召开"),
        ('<meta property="og:title" content="甲会议召开">', "甲会议召开"),
        ("<title>甲会议召开_某网</title>", "甲会议召开_某网"),
        ("", None),
    ],
)
def test_the_title_is_what_the_page_states_best(head, title):
    assert read("page", f"<html><head>{head}</head><body><p>会议通过了办法。</p></body></html>".encode()).title == title


def test_meta_tags_state_date_and_source():
    head = '<meta name="PubDate" content="2024-03-05 10:00"><meta name="ContentSource" content="日报">'
    source = read("page", f"<html><head>{head}</head><body><p>会议。</p></body></html>".encode())
    assert (source.published, source.source) == ("2024-03-05 10:00", "日报")
