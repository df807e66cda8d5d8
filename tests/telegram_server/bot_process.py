"""The real bot, `huiwen run`, as a child process that tests start, kill and start again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from .server import TelegramServer

ROOT = Path(__file__).parents[2]
HUIWEN = (sys.executable, "-c", "from bot.cli import main; main()")
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
        program: Sequence[str] = HUIWEN,
    ) -> None:
        self.server = server
        self.data_dir = data_dir
        self.log_file = data_dir.parent / f"{data_dir.name}.log"
        self.command = [*program, *arguments]
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
        self.exit_code: int | None = None

    def __enter__(self) -> BotProcess:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        ended_by_itself = self.process is not None and not self.running
        if self.process is not None:
            self.terminate()
        assert kind or not ended_by_itself, f"the bot ended by itself, exit code {self.exit_code}:\n{self.last_words}"

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    @property
    def log(self) -> str:
        """Everything that was written since the first start."""
        return self.log_file.read_text("utf-8", errors="replace") if self.log_file.exists() else ""

    @property
    def last_words(self) -> str:
        return self.log[-3000:]

    def start(self, *, wait: bool = True) -> BotProcess:
        """Starts the process and, unless told otherwise, waits until it polls or has set its webhook."""
        assert self.process is None, "the bot was started already; kill or terminate it first"
        before = self._signs_of_life()
        self.data_dir.mkdir(parents=True, exist_ok=True)
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        if wait:
            self.server.wait_for(
                lambda: self._signs_of_life() > before or not self.running, START_PATIENCE, "the bot to poll"
            )
            assert self.running, f"the bot ended, exit code {self.process.poll()}:\n{self.last_words}"
        return self

    def _signs_of_life(self) -> int:
        return self.server.polls + len(self.server.calls("setWebhook"))

    def wait_until_ended(self, timeout: float = STOP_PATIENCE) -> int:
        """The exit code of a process that is to end by itself."""
        assert self.process is not None, "the bot is not running"
        return self._ended(self.process, timeout)

    def kill(self) -> None:
        """kill -9: no last words."""
        self._signal(signal.SIGKILL, STOP_PATIENCE)

    def terminate(self, patience: float = STOP_PATIENCE) -> float:
        """SIGTERM; the seconds that the orderly end took. Beyond `patience` it is killed and the test fails."""
        started = time.monotonic()
        self._signal(signal.SIGTERM, patience)
        return time.monotonic() - started

    def _signal(self, number: signal.Signals, patience: float) -> None:
        assert self.process is not None, "the bot is not running"
        self.process.send_signal(number)
        self._ended(self.process, patience)

    def _ended(self, process: subprocess.Popen[bytes], patience: float) -> int:
        try:
            self.exit_code = process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            self.exit_code = process.wait(STOP_PATIENCE)
            raise AssertionError(f"the bot did not end in {patience:g} s:\n{self.last_words}") from None
        finally:
            self.process = None
            assert self.server.token not in self.log, f"the token stands in the log {self.log_file.name}"
        return self.exit_code
