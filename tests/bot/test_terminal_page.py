"""Facts can be checked by looking: in lines for the terminal, and as marks on a page."""

import re

from bot.terminal.page import page
from bot.terminal.proof import proofs
from data.facts.extract import extract
from data.records import Paragraph, Report

REPORT = Report(
    id="r1",
    title="市河长制工作领导小组第二次会议召开",
    published="2024-05-07",
    paragraphs=(
        Paragraph("5月6日，市委书记钟远山主持召开市河长制工作领导小组第二次会议，审议通过《水质<A&B>提升方案》。"),
        Paragraph("会议强调，到2026年全市优良水体比例达到95%。"),
    ),
    damage=("第3行 ?cè)",),
)


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def test_every_proof_quotes_the_report_word_for_word() -> None:
    found = proofs(extract(REPORT))
    assert {proof.sort for proof in found} >= {"meeting", "person", "decision", "goal"}
    for proof in found:
        span = proof.at.span
        assert f"“{REPORT.text(span.para)[span.start : span.end]}”" in proof.line(REPORT)


def test_the_page_holds_the_whole_text_unchanged_between_its_marks() -> None:
    html = page(REPORT, extract(REPORT))
    shown = [text_of(body) for body in re.findall(r'<p data-n="\d+">(.*?)</p>', html)]
    assert shown == [paragraph.text for paragraph in REPORT.paragraphs]


def test_the_page_marks_the_person_and_escapes_what_looks_like_markup() -> None:
    html = page(REPORT, extract(REPORT))
    assert re.search(r'<mark class="person"[^>]*>[^<]*钟远山', html)
    assert "<A&B>" not in html
    assert "第3行 ?cè)" in text_of(html)
