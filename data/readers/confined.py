"""A document format parsed apart: in a process of its own with a ceiling on memory and time, nothing but text back."""

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import Final

from data.errors import EmptyReport, NotText, ReadError
from data.records import Source

_MEMORY: Final = 1 << 30
"""Bytes of address space: a Word file of 600 KB can ask for gigabytes."""
_PROCESSOR_SECONDS, _WALL_SECONDS = 20, 30

_SIGNATURES = (
    (b"PK\x03\x04", "docx"),
    (b"%PDF-", "pdf"),
)
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ERRORS: dict[str, type[ReadError]] = {"NotText": NotText, "EmptyReport": EmptyReport}


def confined_format(data: bytes) -> str | None:
    """The module of this room that reads `data` in a process of its own, or None for text.

    Raises:
        NotText: it is a Word file from before 2007.
    """
    if data.startswith(_OLD_WORD):
        raise NotText("the file is in the Word format from before 2007: save it as .docx and try again")
    return next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)


def read_confined(form: str, name: str, data: bytes) -> Source:
    """The lines that the module `form` finds in `data`.

    Raises:
        NotText: the file is damaged, encrypted, not of this format, or asks for more than the ceiling allows.
        EmptyReport: there is no text in it, as in scanned pages.
    """
    command = [sys.executable, "-I", "-m", f"{__package__}.{form}"]
    try:
        # Nothing of the caller's environment, where the secrets are, goes along.
        done = subprocess.run(command, input=data, capture_output=True, timeout=_WALL_SECONDS, env={}, check=False)  # noqa: S603 - our own module
        answer = json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError):
        answer = None
    if answer is None:
        raise NotText(f"{name} is damaged, or too much to read: save it as text and try again")
    if "error" in answer:
        raise _ERRORS[answer["error"]](f"{name}: {answer['reason']}")
    return Source(name=name, format=form, encoding=form, lines=tuple(answer["lines"]), title=answer["title"])


def serve(parse: Callable[[bytes], tuple[str | None, Iterable[str]]]) -> None:
    """The other side of `read_confined`: bytes from standard input, `parse`'s title and lines to standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR_SECONDS, _PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        title, lines = parse(sys.stdin.buffer.read())
        answer: dict[str, object] = {"title": title, "lines": list(lines)}
    except ReadError as error:
        answer = {"error": type(error).__name__, "reason": str(error)}
    sys.stdout.write(json.dumps(answer))
