"""A report as one printable HTML page, its facts marked in the text, for people who check by looking."""

from html import escape
from itertools import pairwise

from bot.terminal.proof import Proof, proofs
from data.records import TITLE, Facts, Report

STYLE = """
body { font: 16px/1.8 serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #222 }
h1 { font-size: 1.5em; line-height: 1.4 }
p { position: relative; margin: .6em 0 }
p::before { content: attr(data-n); position: absolute; left: -2.5em; color: #999; font-size: .8em }
mark { padding: 0 .1em; border-radius: .2em; background: #eee }
mark.meeting { background: #d8e8ff } mark.person { background: #d9f2d9 } mark.group { background: #eaf6d0 }
mark.decision { background: #ffe2c2 } mark.goal { background: #f3d9f5 }
table { border-collapse: collapse; width: 100%; font-size: .85em; margin-top: 2em }
td, th { border-top: 1px solid #ddd; padding: .3em .6em; text-align: left; vertical-align: top }
.small { color: #777; font-size: .85em }
@media print { body { margin: 0; max-width: none } p::before { position: static; margin-right: .5em } }
"""
LEGEND = ("meeting", "person", "group", "decision", "goal")


def page(report: Report, facts: Facts) -> str:
    """The whole page, self-contained: legend, the text with marks (a tip tells rule and entry), the table of facts."""
    found = proofs(facts)
    heading = _marked(report, TITLE, found) or "（无题）"
    facing = " · ".join(escape(part) for part in (report.published, report.source, report.id) if part)
    legend = " ".join(f'<mark class="{sort}">{sort}</mark>' for sort in LEGEND)
    body = "\n".join(f'<p data-n="{n + 1}">{_marked(report, n, found)}</p>' for n in range(len(report.paragraphs)))
    damage = "".join(f'<p class="small">damaged: {escape(spot)}</p>' for spot in report.damage)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-Hans"><head><meta charset="utf-8"><title>{escape(report.title)}</title>'
        f"<style>{STYLE}</style></head>\n<body><h1>{heading}</h1>\n"
        f'<p class="small">{facing}</p><p class="small">{legend}</p>\n{body}\n{damage}\n{_table(found)}</body></html>\n'
    )


def _marked(report: Report, para: int, found: tuple[Proof, ...]) -> str:
    """The paragraph cut where a fact starts or ends, each piece marked with the facts that cover it."""
    text = report.text(para)
    here = [proof for proof in found if proof.at.span.para == para]
    cuts = sorted({0, len(text), *(p.at.span.start for p in here), *(p.at.span.end for p in here)})
    return "".join(
        _piece(text[start:end], [p for p in here if p.at.span.start <= start and end <= p.at.span.end])
        for start, end in pairwise(cuts)
    )


def _piece(text: str, covering: list[Proof]) -> str:
    if not covering:
        return escape(text)
    tip = escape("\n".join(f"{proof.says} ({proof.at.rule} {proof.at.entry})" for proof in covering))
    sorts = " ".join(dict.fromkeys(proof.sort for proof in covering))
    return f'<mark class="{sorts}" title="{tip}">{escape(text)}</mark>'


def _table(found: tuple[Proof, ...]) -> str:
    rows = "".join(
        f"<tr><td>{proof.sort}</td><td>{escape(proof.says)}</td><td>{proof.at.span.para + 1 or 'title'}</td>"
        f"<td>{escape(proof.at.rule)}</td><td>{escape(proof.at.entry)}</td></tr>"
        for proof in found
    )
    return f"<table><tr><th>fact</th><th>says</th><th>paragraph</th><th>rule</th><th>word</th></tr>{rows}</table>"
