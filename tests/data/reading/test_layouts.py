"""Our own reports inside what sites put around theirs: the menus, info lines and footers of layouts.json."""

import json
from html import escape
from itertools import product
from pathlib import Path
from random import Random

import pytest

from data.readers import read
from data.segment import segment

HERE = Path(__file__).parent
LAYOUTS = json.loads((HERE / "layouts.json").read_text(encoding="utf-8"))
GOLD = (HERE.parents[1] / "quality" / "local" / "facts.jsonl").read_text(encoding="utf-8").splitlines()
HEADERS = ("时间：", "会议时间", "日期：")
REPORTS = [report for report in map(json.loads, GOLD) if not any(para.startswith(HEADERS) for para in report["paras"])]
HEADINGS = (
    "<h1>{}</h1>",
    '<div class="title">{}</div>',
    '<p align="center"><b>{}</b></p>',
    "<table><tr><td>{}</td></tr></table>",
)
PARAGRAPHS = ("<p>　　{}</p>", "<div>&nbsp;&nbsp;{}</div>", "{}<br><br>", '<p class="MsoNormal"><font>{}</font></p>')
CONTENTS = ('<div class="content">{}</div>', "<article>{}</article>", "<table><tr><td>{}</td></tr></table>")
SITES = ("{}", "{}-临港市人民政府", "{}_要闻_临港网", "临港市人民政府", "临港网 - {}", "")


def text_page(random, report, above, info, below):
    indent, gap = random.choice(["", "　　", "    "]), random.choice(["\n", "\n\n"])
    parts = [report["title"], info, gap.join(indent + para for para in report["paras"])]
    order = random.choice([(0, 1, 2), (1, 0, 2), (0, 2, 1)])
    return "\n".join([above, random.choice(["\n", "\n\n"]).join(parts[at] for at in order), below]).strip()


def html_page(random, report, above, info, below):
    title = escape(report["title"])
    menu = "".join(f"<li>{escape(line)}</li>" for line in above.splitlines())
    paragraph = random.choice(PARAGRAPHS)
    body = "".join(paragraph.format(escape(para)) for para in report["paras"])
    return (
        f"<html><head><title>{random.choice(SITES).format(title)}</title></head><body><ul>{menu}</ul><div class='main'>"
        f"{random.choice(HEADINGS).format(title)}<p>{'&nbsp;'.join(map(escape, info.splitlines()))}</p>"
        f"{random.choice(CONTENTS).format(body)}</div>"
        f"<div>{'<br>'.join(map(escape, below.splitlines()))}</div></body></html>"
    )


@pytest.mark.parametrize(("page", "seed"), [*product([text_page, html_page], range(80))])
def test_a_report_comes_out_of_any_layout_whole_and_alone(page, seed):
    random = Random(seed)
    report = random.choice(REPORTS)
    parts = [random.choice(LAYOUTS[place]) for place in ("above", "under the title", "below")]
    found = segment(read("page", page(random, report, *parts).encode()))
    assert (found.title, found.published) == (report["title"], "2024-05-06"), parts
    assert list(found.paras) == report["paras"], parts
