"""The log: one format, and no secret in it, whoever wrote the line."""

import logging
import sys
from collections.abc import Iterable

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_HIDDEN = "<secret>"


class Redacting(logging.Formatter):
    """A formatter that blots secrets out of the finished line, tracebacks included."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__(_FORMAT)
        self._secrets = tuple(sorted((secret for secret in secrets if secret), key=len, reverse=True))

    def format(self, record: logging.LogRecord) -> str:
        """The line as it may be read by anybody."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, _HIDDEN)
        return line


def configure(secrets: Iterable[str], level: int = logging.INFO) -> None:
    """Sends the root logger to standard error. httpx would log every URL, and the token is part of it."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("httpx", "httpcore", "telegram", "jieba"):
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
