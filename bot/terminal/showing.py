"""`huiwen facts --explain` and `--page`: facts with their proof, in the terminal or as marked pages."""

import sys
from collections.abc import Iterable
from pathlib import Path

from bot.terminal import batch
from bot.terminal.page import page
from bot.terminal.proof import proofs
from data.facts.extract import extract
from data.records import Report


def show(files: Iterable[Path], folder: Path | None) -> int:
    """Explain every report of `files`, or write one page each into `folder`; how many reports could not be read."""
    failed = 0
    for path in files:
        for report in batch.reports(path):
            if not isinstance(report, Report):
                failed += 1
                sys.stderr.write(f"{report['id']}: {report['error']}\n")
            elif folder is None:
                _explain(report)
            else:
                _write(report, folder)
    return failed


def _explain(report: Report) -> None:
    sys.stdout.write(f"# {report.id} {report.title}\n")
    for proof in proofs(extract(report)):
        sys.stdout.write(proof.line(report) + "\n")


def _write(report: Report, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = "".join(c if c.isalnum() or c in "-_" else "_" for c in report.id)[:100]
    file = folder / f"{name}.html"
    file.write_text(page(report, extract(report)), encoding="utf-8")
    sys.stdout.write(f"{file}\n")
