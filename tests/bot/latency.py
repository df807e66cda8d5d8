"""How long a question takes from Telegram to Telegram, a whole corpus loaded: `latency.py FOLDER CORPUS QUESTIONS`.

`PYTHONPATH=.:tests python tests/bot/latency.py build/latency corpus.jsonl.gz questions.jsonl` loads the corpus into the
folder unless it is there, runs the real process against the server on loopback, and asks one question after another,
each by another person. The time is from when the update can be fetched to when the answer is with the server; what is
asked for is p50 ≤ 40 ms and p95 ≤ 120 ms. QUESTIONS are JSON Lines with `q`; COUNT (200) may follow.
"""

import gzip
import json
import subprocess
import sys
import time
from pathlib import Path

from telegram_server import BotProcess, TelegramServer
from telegram_server.bot_process import HUIWEN, ROOT

PACE = 1 / 25
"""Seconds between two questions at least: fewer than Telegram's 30 messages a second, so that no pause is measured."""
UNLIMITED = {"HUIWEN_QUESTIONS_PER_USER": "0", "HUIWEN_QUESTIONS_PER_GROUP": "0"}


def load(folder: Path, corpus: Path) -> None:
    """Puts the corpus into a store in the folder, once."""
    if (folder / "var" / "huiwen.db").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    plain = folder / "corpus.jsonl"
    data = corpus.read_bytes()
    plain.write_bytes(gzip.decompress(data) if corpus.suffix == ".gz" else data)
    environment = {"HUIWEN_DATA_DIR": str(folder / "var"), "PATH": ""}
    subprocess.run([*HUIWEN, "load", str(plain)], cwd=ROOT, env=environment, check=True)


def measure(folder: Path, questions: list[str]) -> list[float]:
    """Milliseconds each."""
    seed = int(time.time()) % 1_000_000  # the inbox of an earlier run knows its update ids
    with TelegramServer(seed=seed) as telegram, BotProcess(telegram, folder / "var", environment=UNLIMITED):
        for warming in questions[:20]:
            telegram.reply_to(telegram.user("Warm").tells(warming), 120)
        return [_once(telegram, question) for question in questions]


def _once(telegram: TelegramServer, question: str) -> float:
    user = telegram.user("Asker")
    begun = time.monotonic()
    telegram.reply_to(user.tells(question), 60)
    took = time.monotonic() - begun
    time.sleep(max(0.0, PACE - took))
    return took * 1000


def main(folder: Path, corpus: Path, asked: Path, count: int = 200) -> None:
    load(folder, corpus)
    rows = [json.loads(line) for line in asked.read_text(encoding="utf-8").splitlines()]
    times = sorted(measure(folder, [row["q"] for row in rows][:count]))
    shares = {share: times[min(len(times) - 1, int(len(times) * share / 100))] for share in (50, 90, 95, 99)}
    print(f"{len(times)} questions: " + ", ".join(f"p{share} {value:.1f} ms" for share, value in shares.items()))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), *map(int, sys.argv[4:]))
