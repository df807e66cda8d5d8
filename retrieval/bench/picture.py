"""Latency against size as a picture, both logarithmic: who grows how."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from retrieval.bench.trials import Trial


def draw(trials: Sequence[Trial], path: Path) -> None:
    """Write a PNG with a line an engine: the median, and up to the 99th percentile in a lighter shade."""
    figure = import_module("matplotlib.figure").Figure(figsize=(8, 5), layout="constrained")
    axes = figure.subplots()
    for engine in dict.fromkeys(one.engine for one in trials):
        rows = sorted((one for one in trials if one.engine == engine), key=lambda one: one.size)
        sizes, medians = [one.size for one in rows], [one.query.p50 for one in rows]
        (line,) = axes.loglog(sizes, medians, marker="o", label=engine, linewidth=2.5 if engine == "ours" else 1.2)
        axes.fill_between(sizes, medians, [one.query.p99 for one in rows], color=line.get_color(), alpha=0.12)
    axes.set_xlabel("paragraphs")
    axes.set_ylabel("milliseconds a question, p50 to p99")
    axes.grid(visible=True, which="both", alpha=0.2)
    axes.legend()
    figure.savefig(path, dpi=150)
