"""How much of our own gold comes back from its raw pages; and that nothing legitimate is lost on the way."""

import json
from pathlib import Path

import pytest

from data.clean import clean
from data.readers import read
from data.segment import from_record, segment

GOLD = Path(__file__).parents[2] / "quality" / "local"
SHARED = Path(__file__).parents[3] / ".." / "shared"


def rows(path):
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


REPORTS = {row["id"]: row for row in rows(GOLD / "reports.jsonl")}
FACTS = {row["id"]: row for row in rows(GOLD / "facts.jsonl")}
FOUND = {name: from_record({**row, "published": None}) for name, row in REPORTS.items()}


def test_the_pages_give_back_the_gold_paragraphs_titles_and_dates():
    gold = [(name, para) for name, fact in FACTS.items() for para in fact["paras"]]
    right = sum(para in FOUND[name].paras for name, para in gold)
    extra = sum(para not in FACTS[name]["paras"] for name, report in FOUND.items() for para in report.paras)
    titles = sum(FOUND[name].title == fact["title"] for name, fact in FACTS.items())
    dates = sum(FOUND[name].published == row["published"] for name, row in REPORTS.items())
    assert right / len(gold) >= 0.98
    assert extra <= 10
    assert (titles, dates) == (len(FACTS), len(FACTS))


def test_the_order_of_the_paragraphs_is_the_pages():
    for name, report in FOUND.items():
        gold = [para for para in FACTS[name]["paras"] if para in report.paras]
        assert [para for para in report.paras if para in gold] == gold, name


def test_no_bracket_of_the_gold_is_lost():
    for name, fact in FACTS.items():
        brackets = sum(para.count("(") + para.count("（") for para in fact["paras"])
        assert sum(para.count("(") + para.count("（") for para in FOUND[name].paras) >= brackets, name


def test_the_gold_paragraphs_are_clean_already():
    for fact in FACTS.values():
        assert clean("\n".join(fact["paras"])).text == "\n".join(fact["paras"])


@pytest.mark.skipif(not SHARED.exists(), reason="the raw pages are not beside the checkout")
def test_the_raw_files_read_like_the_decoded_rows():
    folder = SHARED / "gold" / "local"
    for row in rows(folder / "index.jsonl"):
        report = segment(read(row["file"], (folder / row["file"]).read_bytes()))
        assert (report.encoding, report.published) == (row["encoding"], row["published"])
        assert (report.title, report.paras) == (FOUND[row["id"]].title, FOUND[row["id"]].paras)


def seed_variants(text, title, paras):
    body = "".join(f"<p>{para}</p>" for para in paras)
    page = (
        f"<html><head><meta charset='gb2312'><title>{title}_市政府</title></head><body>"
        "<ul class='nav'><li><a href='/'>首页</a></li><li><a href='/zw'>政务公开</a></li></ul>"
        f"<h1>{title}</h1><p>来源: 发布日期:2021-12-20 打印</p><div>{body}</div>"
        "<div class='footer'>版权所有：市政府 联系我们</div></body></html>"
    )
    cleaned = "\n".join([title, "来源: 发布日期:2021-12-20", *paras])
    yield from (text.encode(), text.encode("gb18030"), cleaned.encode("gb18030"), page.encode(), page.encode("gb18030"))


@pytest.mark.skipif(not SHARED.exists(), reason="the seed report is not beside the checkout")
def test_the_seed_reads_the_same_in_every_form():
    gold = rows(SHARED / "seed" / "facts.jsonl")[0]
    text = (SHARED / "seed" / "report.txt").read_text(encoding="utf-8")
    for data in seed_variants(text, gold["title"], gold["paras"]):
        report = segment(read("seed", data))
        assert report.title.startswith(gold["title"])
        assert list(report.paras) == gold["paras"]
        assert (report.published, report.reporter) == (gold["published"], "柴锦玉")
