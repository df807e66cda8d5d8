"""A sheet to draw on, in pixels from the upper left; the only module that knows matplotlib.

matplotlib is imported with the first sheet, for that takes half a second, and keeps its font list in the folder given.
"""

import importlib.util
import os
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from data.clean.script import to_traditional
from retrieval.records import Language

_DPI = 100
_POINTS = 72 / _DPI
_FONT = Path("fonts", "NotoSansSC-Regular.ttf")
_MISSING = "□"

Align = Literal["left", "center", "right"]
_TURNED = {"left": "bottom", "center": "center", "right": "top"}


class Canvas:
    """One picture of `width` x `height` pixels."""

    def __init__(self, width: float, height: float, language: Language, folder: Path) -> None:
        """Words are in the script of `language`; `folder`, made when there is none, is for matplotlib's own files."""
        _settle(folder)
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width, self.height = width, height
        self._script: Callable[[str], str] = to_traditional if language == "zh-hant" else str
        figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI, facecolor="white")
        self._agg: Any = FigureCanvasAgg(figure)
        self._axes: Any = figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set(xlim=(0, width), ylim=(height, 0))
        self._drawn = 0

    def text(
        self, x: float, y: float, words: str, size: float, colour: str, align: Align = "left", *, turned: bool = False
    ) -> None:
        """`words`, `size` pixels high, middle line at `y`; turned ones read upwards, from `y` or (right) up to it."""
        self._axes.text(
            x,
            y,
            _drawable(self._script(words)),
            fontproperties=_font(),
            fontsize=size * _POINTS,
            color=colour,
            ha="center" if turned else align,
            va=_TURNED[align] if turned else "center_baseline",
            rotation=90 if turned else 0,
            parse_math=False,
            zorder=self._above(),
        )

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 1) -> None:
        """A straight line, `width` pixels wide."""
        from matplotlib.lines import Line2D

        xs, ys = zip(start, end, strict=True)
        self._axes.add_line(
            Line2D(xs, ys, color=colour, linewidth=width * _POINTS, solid_capstyle="butt", zorder=self._above())
        )

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A rectangle from its upper left corner."""
        from matplotlib.patches import Rectangle

        self._axes.add_patch(Rectangle((x, y), width, height, facecolor=fill, linewidth=0, zorder=self._above()))

    def disc(self, x: float, y: float, radius: float, fill: str, edge: str, width: float = 2) -> None:
        """A circle around its middle."""
        from matplotlib.patches import Circle

        self._axes.add_patch(
            Circle((x, y), radius, facecolor=fill, edgecolor=edge, linewidth=width * _POINTS, zorder=self._above())
        )

    def shape(self, corners: list[tuple[float, float]], fill: str, edge: str, width: float = 2) -> None:
        """A closed polygon."""
        from matplotlib.patches import Polygon

        self._axes.add_patch(
            Polygon(corners, facecolor=fill, edgecolor=edge, linewidth=width * _POINTS, zorder=self._above())
        )

    def png(self) -> bytes:
        """The picture as a PNG file."""
        data = BytesIO()
        self._agg.print_png(data)
        return data.getvalue()

    def _above(self) -> int:
        """What is drawn later lies above."""
        self._drawn += 1
        return self._drawn


def _settle(folder: Path) -> None:
    """Matplotlib's own folder lies in `folder`; what is set at its first import stays for the process."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["MPLCONFIGDIR"] = str(folder.resolve())


@cache
def _font() -> Any:  # noqa: ANN401 - FontProperties, which is imported late
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=str(_font_file()))


@cache
def _known() -> frozenset[int]:
    """The characters that the font can draw; matplotlib warns of each other one."""
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(_font_file())).get_charmap())


def _font_file() -> Path:
    """Noto Sans SC out of the package that carries it, found without importing that.

    Raises:
        FileNotFoundError: the package is not installed.
    """
    package = importlib.util.find_spec("zhplot")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError("the font package zhplot is not installed: install the requirements")
    return Path(package.submodule_search_locations[0]) / _FONT


def _drawable(words: str) -> str:
    known = _known()
    return "".join(char if ord(char) in known else _MISSING for char in words)
