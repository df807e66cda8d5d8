"""The linguistic knowledge as data: TOML files beside this one, read once and never changed."""

import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def table(name: str) -> dict[str, object]:
    """The whole file `name`.toml.

    Raises:
        FileNotFoundError: there is no such file.
        tomllib.TOMLDecodeError: the file is not TOML.
    """
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, section: str) -> tuple[str, ...]:
    """The list of words under key `section` (dots go down into tables) in `name`.toml, in file order.

    Raises:
        KeyError: the file has no such section.
        TypeError: the section is not a list of words.
    """
    return tuple(str(word) for word in _list(name, section))


@cache
def mapping(name: str, section: str) -> dict[str, str]:
    """The table of word → word under key `section` in `name`.toml, in file order; do not change it.

    Raises:
        KeyError: the file has no such section.
        TypeError: the section is not a table.
    """
    found = _section(name, section)
    if not isinstance(found, dict):
        raise TypeError(f"lexicon {name}.toml: {section} is not a table")
    return {str(key): str(value) for key, value in found.items()}


def _list(name: str, section: str) -> list[object]:
    found = _section(name, section)
    if not isinstance(found, list):
        raise TypeError(f"lexicon {name}.toml: {section} is not a list")
    return found


def _section(name: str, section: str) -> object:
    found: object = table(name)
    for key in section.split("."):
        if not isinstance(found, dict) or key not in found:
            raise KeyError(f"lexicon {name}.toml has no section {section}")
        found = found[key]
    return found
