"""The index on disk: the arrays of its segments, and its words and collections in the order of their numbers."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval import kept
from retrieval.index.blocks import Lists
from retrieval.index.segment import Segment, Table, fresh

VERSION = 6
"""Raised whenever the files of an earlier program mean something else; those are then made anew."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a folder holds: segments in which all is alive, words and collections in the order of their numbers.

    `note` is the caller's: whatever tells whether this is still good.
    """

    segments: Sequence[Segment]
    terms: Sequence[str]
    collections: Sequence[str]
    note: str


def save(folder: Path, saved: Saved) -> None:
    """Write everything, whole or not at all.

    Raises:
        OSError: the disk is full, or `folder` is not ours.
    """
    arrays = {
        f"{i}-{name}": array
        for i, segment in enumerate(saved.segments)
        for name, array in ({"ids": segment.ids} | segment.lists._asdict() | segment.table._asdict()).items()
    }
    about = [len(saved.segments), saved.terms, saved.collections, saved.note]
    kept.save(folder, str(VERSION), arrays, json.dumps(about).encode("ascii"))


def load(folder: Path) -> Saved | None:
    """What `save` wrote; None when nothing is there, or it is of another version, or damaged in any way."""
    found = kept.load(folder, str(VERSION))
    if found is None:
        return None
    arrays, about = found
    segments, terms, collections, note = json.loads(about)
    return Saved([_segment(arrays, i) for i in range(segments)], terms, collections, note)


def _segment(arrays: kept.Arrays, i: int) -> Segment:
    ids, *others = (arrays[f"{i}-{name}"] for name in ("ids", *Lists._fields, *Table._fields))
    return fresh(ids, Lists(*others[: len(Lists._fields)]), Table(*others[len(Lists._fields) :]))
