"""The catalogue on disk, so that a start need not read every report of the store again."""

from pathlib import Path

import msgspec

from retrieval import kept
from retrieval.catalogue.cards import Card
from retrieval.catalogue.catalogue import Catalogue
from retrieval.catalogue.grams import Grams, Layer

VERSION = 2
"""Raised whenever a report would get another card, or other pairs; what an earlier program kept is then made anew."""

_ARRAYS = ("keys", "starts", "holders")


class _About(msgspec.Struct, array_like=True):
    """What is no array. `sizes` are the numbers of documents of the layers, by the name of their table."""

    note: str
    cards: tuple[Card, ...]
    gone: frozenset[int]
    sizes: dict[str, list[int]]


def save(folder: Path, catalogue: Catalogue, note: str) -> None:
    """Write the catalogue to `folder`, whole or not at all, with a note that says what it was made from.

    Raises:
        OSError: the disk is full, or `folder` is not ours.
    """
    tables = {"texts": catalogue.texts, "names": catalogue.names}
    arrays = {
        f"{table}-{i}-{name}": getattr(layer, name)
        for table, grams in tables.items()
        for i, layer in enumerate(grams.layers)
        for name in _ARRAYS
    }
    sizes = {table: [layer.size for layer in grams.layers] for table, grams in tables.items()}
    about = _About(note, catalogue.cards, catalogue.gone, sizes)
    kept.save(folder, str(VERSION), arrays, msgspec.msgpack.encode(about))


def load(folder: Path) -> tuple[Catalogue, str] | None:
    """The catalogue that was saved in `folder` and the note with it; None when there is none that is sound."""
    found = kept.load(folder, str(VERSION))
    if found is None:
        return None
    arrays, packed = found
    try:
        about = msgspec.msgpack.decode(packed, type=_About)
    except msgspec.DecodeError:  # cards of another shape
        return None
    texts, names = (_grams(arrays, table, about.sizes[table]) for table in ("texts", "names"))
    return Catalogue(about.cards, texts, names, about.gone), about.note


def _grams(arrays: kept.Arrays, table: str, sizes: list[int]) -> Grams:
    return Grams(tuple(_layer(arrays, f"{table}-{i}", size) for i, size in enumerate(sizes)))


def _layer(arrays: kept.Arrays, stem: str, size: int) -> Layer:
    keys, starts, holders = (arrays[f"{stem}-{name}"] for name in _ARRAYS)
    return Layer(keys, starts, holders, size)
