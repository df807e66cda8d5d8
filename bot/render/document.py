"""What every rendering shares: lines of styled pieces, and the sources under them."""

from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "bold", "italic"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one style; `link` is where it leads, empty for nowhere; `cites` the numbers that it shows."""

    text: str
    style: Style = "plain"
    link: str = ""
    cites: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a message; an empty one sets paragraphs apart."""

    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The line without its styles."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Document:
    """What is said, and the sources that prove it, to be folded where the medium can fold."""

    lines: tuple[Line, ...]
    sources: tuple[Line, ...] = ()


BLANK = Line()


def plain(text: str) -> Line:
    """A line without styles."""
    return Line((Piece(text),))


def bold(text: str) -> Line:
    """A line that heads others."""
    return Line((Piece(text, "bold"),))
