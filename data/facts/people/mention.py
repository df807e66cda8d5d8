"""A person named in a text, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a text: characters [start:end] are the name, [title_start:title_end] the office."""

    name: str
    start: int
    end: int
    title: str = ""
    title_start: int = -1
    title_end: int = -1
    rule: str = ""
    entry: str = ""

    @property
    def left(self) -> int:
        """Where the mention begins, office included."""
        return min(self.start, self.title_start) if self.title else self.start

    @property
    def right(self) -> int:
        """Where the mention ends, an office after the name included."""
        return max(self.end, self.title_end)
