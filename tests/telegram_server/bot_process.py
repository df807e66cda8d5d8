"""The real bot, `huiwen run`, as a child process that tests start, kill and start again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from .server import TelegramServer

ROOT = Path(__file__).parents[2]
START_PATIENCE = 60.0
STOP_PATIENCE = 30.0


class BotProcess:
    """One data folder and the process on it; a context manager that leaves nothing running.

    After every stop, and when the block ends, the log is searched for the token.
    """

    def __init__(
        self,
        server: TelegramServer,
        data_dir: Path,
        *,
        owners: Sequence[int] = (),
        arguments: Sequence[str] = ("run",),
        environment: dict[str, str] | None = None,
    ) -> None:
        self.server = server
        self.data_dir = data_dir
        self.log_file = data_dir.parent / f"{data_dir.name}.log"
        self.arguments = list(arguments)
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("HUIWEN_")},
            "HUIWEN_TELEGRAM_URL": server.url,
            "HUIWEN_TELEGRAM_TOKEN": server.token,
            "HUIWEN_OWNERS": ",".join(map(str, owners)),
            "HUIWEN_DATA_DIR": str(data_dir),
            "NO_PROXY": "*",
            "PYTHONUNBUFFERED": "1",
            **(environment or {}),
        }
        self.process: subprocess.Popen[bytes] | None = None
        self._log: IO[bytes] | None = None

    def __enter__(self) -> BotProcess:
        return self.start()

    def __exit__(self, *_: object) -> None:
        if self.running:
            self.terminate()
        self._closed()

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    @property
    def log(self) -> str:
        """Everything the process has written since the first start."""
        return self.log_file.read_text("utf-8", errors="replace") if self.log_file.exists() else ""

    def start(self, *, wait: bool = True) -> BotProcess:
        """Starts the process and, unless told otherwise, waits until it polls or has set its webhook."""
        assert not self.running, "the bot is running already"
        self._closed()
        before = self.server.polls
        self.data_dir.mkdir(parents=True, exist_ok=True)
        self._log = self.log_file.open("ab")
        command = [sys.executable, "-m", "bot.cli", *self.arguments]
        if (script := Path(sys.executable).with_name("huiwen")).exists():
            command = [str(script), *self.arguments]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environment,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        if wait:
            self.wait_until_ready(before)
        return self

    def wait_until_ready(self, polls_before: int, timeout: float = START_PATIENCE) -> None:
        """Until the process asks for updates; fails with its log when it ends instead."""
        server = self.server
        server.wait_for(
            lambda: server.polls > polls_before or server.world.updates.webhook or not self.running,
            timeout,
            "the bot to poll",
        )
        assert self.running, f"the bot ended with exit code {self.exit_code}:\n{self.log[-3000:]}"

    @property
    def exit_code(self) -> int | None:
        """None while it runs; negative for a signal."""
        return self.process.poll() if self.process is not None else None

    def kill(self) -> None:
        """kill -9: no last words."""
        self._signal(signal.SIGKILL)

    def terminate(self, patience: float = STOP_PATIENCE) -> float:
        """SIGTERM; the seconds that the orderly end took, at most `patience` before it is killed and the test fails."""
        started = time.monotonic()
        self._signal(signal.SIGTERM, patience)
        return time.monotonic() - started

    def _signal(self, number: signal.Signals, patience: float = STOP_PATIENCE) -> None:
        assert self.process is not None, "the bot was never started"
        self.process.send_signal(number)
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(STOP_PATIENCE)
            raise AssertionError(f"{number.name} did not end the bot in {patience:g} s:\n{self.log[-3000:]}") from None
        finally:
            self._closed()

    def _closed(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None
        assert self.server.token not in self.log, f"the token stands in the log {self.log_file.name}"
