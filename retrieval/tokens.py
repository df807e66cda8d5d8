"""Text → terms; the only module that imports jieba."""

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import jieba
import msgspec

from config import lexicon

WORD = re.compile(r"[\w.%]*\w%?")
VERSION = "2"
"""Raised whenever this program cuts or indexes in another way than before."""


class Tokens:
    """Cuts cleaned (simplified) text into terms, for reports and questions alike.

    The cut of a text depends on the text and the names given with it alone, never on what was loaded before, so an
    index built anew equals one that grew. jieba's dictionary is read at the first use; a copy that loads faster is
    kept in `cache_dir`, which must belong to this user only.

    Raises:
        PermissionError: `cache_dir` belongs to someone else.
    """

    def __init__(self, cache_dir: Path) -> None:
        self._folder = cache_dir
        self._jieba = _Jieba(_private(cache_dir) / f"jieba-{jieba.__version__}.json")
        self._stop = frozenset(
            word for section in lexicon.table("stopwords") for word in lexicon.words("stopwords", section)
        )

    def __reduce__(self) -> tuple[Callable[[Path], "Tokens"], tuple[Path]]:
        """Sent to another process, it is opened there, once for all that is sent."""
        return _opened, (self._folder,)

    @property
    def mark(self) -> str:
        """Changes with whatever decides the cut: terms cut under another mark are not comparable."""
        return hashlib.sha256("\n".join((VERSION, jieba.__version__, *sorted(self._stop))).encode()).hexdigest()[:16]

    def terms(self, text: str, names: Iterable[str] = ()) -> list[str]:
        """The words of `text` in order, Latin lower-cased, without stop words and punctuation.

        Before a long word come the shorter ones within it, so that 省政府 is found by 政府. `names` that occur in the
        text are terms too, after the words, once an occurrence that jieba did not already cut so.
        """
        lowered = text.lower()
        words = self._kept(self._jieba.cut_for_search(lowered))
        return words + _missed(lowered, words, names)

    def words(self, text: str) -> list[str]:
        """The terms without the shorter words within the long ones."""
        return self._kept(self._jieba.cut(text.lower()))

    def _kept(self, words: Iterable[str]) -> list[str]:
        return [word for word in words if WORD.fullmatch(word) and word not in self._stop]


@lru_cache(maxsize=1)
def _opened(folder: Path) -> Tokens:
    return Tokens(folder)


class _Jieba(jieba.Tokenizer):  # type: ignore[misc]  # jieba has no types
    """jieba's tokenizer with its dictionary kept as JSON: loads in a third of the time of its own cache file.

    That one is also shared by all users of the machine, in the folder for temporary files.
    """

    initialized: bool
    FREQ: dict[str, int]

    def __init__(self, copy: Path) -> None:
        super().__init__()
        self._copy = copy

    def initialize(self, dictionary: str | None = None) -> None:
        """Load the words and their frequencies, from the copy when there is one."""
        del dictionary
        with self.lock:
            if not self.initialized:
                self.FREQ = self._copied() or self._read()
                self.total = sum(self.FREQ.values())  # not jieba's, which counts some words twice
                self.initialized = True

    def _copied(self) -> dict[str, int] | None:
        try:
            words = msgspec.json.decode(self._copy.read_bytes(), type=dict[str, int])
            return words if sum(words.values()) > 0 else None
        except (OSError, msgspec.DecodeError):
            return None

    def _read(self) -> dict[str, int]:
        words: dict[str, int]
        words, _ = self.gen_pfdict(self.get_dict_file())
        draft = self._copy.with_suffix(f".{os.getpid()}")
        with suppress(OSError):  # without a copy the next start is slower, no more
            draft.write_bytes(msgspec.json.encode(words))
            draft.replace(self._copy)
        return words


def _missed(text: str, words: list[str], names: Iterable[str]) -> list[str]:
    """`names` as often as they occur in `text` beyond their count among `words`."""
    wanted = {name.lower() for name in names if len(name) > 1}
    return [name for name in sorted(wanted) for _ in range(text.count(name) - words.count(name))]


def _private(folder: Path) -> Path:
    """`folder`, made if need be, readable by this user alone: what lies there is loaded as is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        if folder.stat().st_uid != os.getuid():
            raise PermissionError(f"{folder} belongs to another user; choose a data folder of your own")
        folder.chmod(stat.S_IRWXU)
    return folder
