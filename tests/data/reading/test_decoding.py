import pytest

from data.errors import EmptyReport, NotText
from data.readers import read

SIMPLIFIED = "市政府第12次常务会议审议通过了城市更新办法。"
TRADITIONAL = "市政府常務會議審議通過了城市更新辦法和工作細則。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SIMPLIFIED.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + SIMPLIFIED.encode(), "utf-8"),
        (SIMPLIFIED.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), "utf-16"),
        (SIMPLIFIED.encode("gb18030"), "gb18030"),
        (SIMPLIFIED[:20].encode("gb18030"), "gb18030"),
    ],
)
def test_the_encoding_is_found_from_the_bytes_alone(data, encoding):
    source = read("report.txt", data)
    assert source.encoding == encoding
    assert SIMPLIFIED.startswith(source.lines[0])
    assert len(source.lines[0]) >= 20


@pytest.mark.parametrize("encoding", ["big5", "gb18030"])
def test_twenty_traditional_characters_tell_big5_from_gb18030(encoding):
    source = read("report.txt", TRADITIONAL[:20].encode(encoding))
    assert (source.encoding, source.lines) == (encoding, (TRADITIONAL[:20],))


def test_characters_of_hong_kong_are_read_from_its_own_big5():
    text = "區議會第六次會議於深水埗舉行，主席說粵語，議員衞理仁出席並發言。"
    source = read("report.txt", text.encode("big5hkscs"))
    assert (source.encoding, source.lines) == ("big5hkscs", (text,))


@pytest.mark.parametrize("stated", ["gb2312", "utf-8", "iso-8859-1", "big5"])
@pytest.mark.parametrize("real", ["utf-8", "gb18030"])
def test_a_meta_tag_that_lies_loses_to_the_bytes(stated, real):
    page = f'<html><head><meta charset="{stated}"></head><body><p>{SIMPLIFIED}</p></body></html>'
    source = read("page.html", page.encode(real))
    assert (source.encoding, source.lines) == (real, (SIMPLIFIED,))


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xd8\xff",
        bytes(range(256)) * 4,
        SIMPLIFIED.encode()[:-1],
        b"\xef\xbb\xbf" + SIMPLIFIED.encode("gb18030"),
        (SIMPLIFIED + "\ufffd").encode(),
        (SIMPLIFIED + "\ue123").encode(),
        "第3回理事会は京都で開かれ、予算案を承認した。".encode("shift_jis"),
        "제3차 이사회가 서울에서 열렸다.".encode("euc-kr"),
        "Café — réunion du comité".encode("latin-1", errors="replace"),
    ],
    ids=["image", "every byte", "cut", "lying mark", "replaced", "private", "shift_jis", "euc-kr", "latin-1"],
)
def test_what_cannot_be_read_for_certain_is_refused(data):
    with pytest.raises(NotText):
        read("report.txt", data)


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\n", b"\0\0", b"<html><body></body></html>", b"<html><script>x</script></html>"]
)
def test_nothing_to_read_is_said_so(data):
    with pytest.raises(EmptyReport):
        read("report.txt", data)


def test_nul_bytes_are_left_out():
    assert read("report.txt", "会议\0通过".encode()).lines == ("会议通过",)


def test_the_format_is_told_by_content_and_not_by_the_name():
    assert read("report.txt", "<html><body><p>会议通过。</p></body></html>".encode()).format == "html"
    assert read("report.html", "会议通过。".encode()).format == "text"
    assert read("report.html", "甲<乙，会议讨论了<b>的写法。".encode()).format == "text"
