"""What is kept in a folder between starts: arrays as plain files that are mapped, and a manifest of checksums."""

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[Any]]

MANIFEST = "manifest.json"
ABOUT = "about.json"

ABANDONED = 3600.0
"""Seconds after which files that no manifest points at are a dead process's, not those of one that is writing."""


def save(folder: Path, version: str, arrays: Arrays, about: bytes) -> None:
    """Write everything to a folder of its own within `folder`, let the manifest point at it, drop what it replaces.

    Killed at any point, `folder` holds the old state or the new one, whole.

    Raises:
        OSError: the disk is full, or `folder` is not ours.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    before = _manifest(folder)
    place = Path(tempfile.mkdtemp(prefix="state-", dir=folder))
    for name, array in arrays.items():
        np.save(place / f"{name}.npy", array, allow_pickle=False)
    (place / ABOUT).write_bytes(about)
    manifest = {
        "version": version,
        "state": place.name,
        "sha256": {path.name: _written_through(path) for path in sorted(place.iterdir())},
    }
    draft = place / MANIFEST
    draft.write_text(json.dumps(manifest, indent=1), encoding="ascii")
    _written_through(draft)
    draft.replace(folder / MANIFEST)
    _sweep(folder, keep=place.name, drop=before.get("state"))


def load(folder: Path, version: str) -> tuple[Arrays, bytes] | None:
    """What `save` wrote; None when nothing is there, or it is of another version, or damaged in any way."""
    manifest = _manifest(folder)
    try:
        if manifest.get("version") != version:
            return None
        place = folder / manifest["state"]
        if any(_checksum(place / name) != known for name, known in manifest["sha256"].items()):
            return None
        names = [Path(name) for name in manifest["sha256"] if name != ABOUT]
        return {name.stem: _mapped(place / name) for name in names}, (place / ABOUT).read_bytes()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _manifest(folder: Path) -> dict[str, Any]:
    """The manifest, the empty one when there is none that can be read."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def _mapped(path: Path) -> NDArray[Any]:
    """The array in the file, read from disk as it is used; private, though nobody writes to it."""
    array: NDArray[Any] = np.load(path, mmap_mode="c", allow_pickle=False)
    return np.asarray(array)


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _written_through(path: Path) -> str:
    """The checksum of a file, once it is safe on the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sweep(folder: Path, keep: str, drop: str | None) -> None:
    """Delete the state that was replaced, and what killed processes left; whoever has it mapped keeps it."""
    for state in folder.glob("state-*"):
        if state.name == drop or (state.name != keep and time.time() - state.stat().st_mtime > ABANDONED):
            shutil.rmtree(state, ignore_errors=True)
