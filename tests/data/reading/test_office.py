"""Word documents and PDFs: read in their order, and refused before they can do harm."""

import io
import zipfile

import pytest
from docx import Document
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from data.errors import EmptyReport, NotText
from data.readers import confined, read


def word(*paragraphs, rows=()):
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def with_member(data, name, content):
    """The same package with one member put in or replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return made.getvalue()


def pdf(*lines):
    packed = io.BytesIO()
    figure = Figure()
    for at, line in enumerate(lines):
        figure.text(0.1, 0.9 - at / 20, line)
    with PdfPages(packed) as pages:
        pages.savefig(figure)
    return packed.getvalue()


def test_a_word_document_gives_its_paragraphs_and_table_rows_in_order():
    source = read("会议.docx", word("第一段", rows=[("时间", "3月2日"), ("主持人：", "桑晚")]))
    assert source.format == "docx"
    assert [line for line in source.lines if line] == ["第一段", "时间：3月2日", "主持人：桑晚"]


def test_cells_of_a_wider_table_stay_side_by_side():
    source = read("会议.docx", word(rows=[("姓名", "职务", "单位"), ("桑晚", "主任", "办公室")]))
    assert source.lines == ("姓名　职务　单位", "桑晚　主任　办公室")


def test_a_pdf_gives_the_lines_of_its_pages():
    source = read("minutes.pdf", pdf("Minutes of the third meeting", "Chair: Sang Wan"))
    assert source.format == "pdf"
    assert list(source.lines) == ["Minutes of the third meeting", "Chair: Sang Wan"]


def test_a_pdf_without_text_is_told_as_pictures():
    with pytest.raises(EmptyReport, match="pictures"):
        read("scan.pdf", pdf())


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"%PDF-1.7 and then nothing of the kind", id="damaged pdf"),
        pytest.param(b"PK\x03\x04 cut short", id="damaged zip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), id="word before 2007"),
        pytest.param(with_member(word("甲"), "word/document.xml", "<w:document"), id="broken xml"),
        pytest.param(
            with_member(
                word("甲"), "word/document.xml", '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'
            ),
            id="document type",
        ),
        pytest.param(with_member(word("甲"), "word/media/image1.png", bytes(60_000_000)), id="unpacks to too much"),
    ],
)
def test_a_harmful_or_broken_document_is_refused(data):
    with pytest.raises(NotText):
        read("bad", data)


def test_another_packed_file_is_no_report():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("报告.txt", "会议")
    with pytest.raises(NotText, match="no Word document"):
        read("reports.zip", packed.getvalue())


def test_a_reading_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(confined, "_WALL_SECONDS", 0.01)
    with pytest.raises(NotText, match="too much to read"):
        read("slow.docx", word("甲"))
