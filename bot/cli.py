"""The command line `huiwen`: run chat load facts ask search, over the same engine as the bot."""

import json
import sys
import threading
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo

import typer

from bot import workbench
from bot.access import in_force
from bot.exports.write import What
from bot.render.plain import plain_sources, plain_text
from bot.render.record import answer_record
from bot.terminal import batch, loading, reextracting, showing
from config.settings import Settings, SettingsError
from config.settings import load as load_settings
from data.errors import HuiwenError
from data.records import Reader

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Files = Annotated[
    list[Path], typer.Argument(help="Files or folders; .jsonl (.jsonl.gz) holds one report a line.", exists=True)
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON record instead of text.")]
On = Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="The day that counts as today.")]
Explain = Annotated[bool, typer.Option("--explain", help="Show how the question was read and why this meeting won.")]


@app.callback()
def huiwen() -> None:
    """Ask your meeting reports, and get the answer with its proof."""


@app.command()
def run(
    webhook: Annotated[
        bool, typer.Option("--webhook", help="Let Telegram call HUIWEN_WEBHOOK_URL instead of asking it for news.")
    ] = False,
) -> None:
    """Run the bot: on Telegram when HUIWEN_TELEGRAM_TOKEN is set, else as a chat in this terminal."""
    settings = _settings()
    if settings.telegram_token is None:
        _chat(settings)
        return
    from bot.app import run as poll
    from bot.app import run_webhook

    sys.setswitchinterval(0.0002)  # a question takes less than Python's default turn of 5 ms, and must not wait for one
    with workbench.opened(settings) as bench:
        bench.store.verify()
        workbench.load_samples(bench.store)
        threading.Thread(target=workbench.warm, args=(bench.engine,), name="index", daemon=True).start()
        raise typer.Exit((run_webhook if webhook else poll)(settings, bench.store, bench.engine))


@app.command()
def chat() -> None:
    """Ask questions in this terminal, on the same engine."""
    _chat(_settings())


@app.command()
def load(
    files: Files, collection: Annotated[str, typer.Option(help="Who may read: a collection's name.")] = "public"
) -> None:
    """Load reports into the store: text, HTML and JSON Lines files, and folders of them. What is there stays."""
    with workbench.opened(_settings()) as bench:
        errors = loading.load(bench.store, files, collection)
        bench.engine.prepare()
    raise typer.Exit(1 if errors else 0)


@app.command()
def facts(
    files: Files,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show why: where, by which rule, from which word.")
    ] = False,
    page: Annotated[Path | None, typer.Option(help="Folder for one HTML page a report, its facts marked.")] = None,
) -> None:
    """Print the facts found in reports, one JSON record a line; no store is touched."""
    if page or explain:
        failed = showing.show(batch.files(files), page)
    else:
        failed = _print_lines(line for path in batch.files(files) for line in batch.fact_records(path))
    raise typer.Exit(1 if failed else 0)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, as people type it.")] = None,
    questions: Annotated[Path | None, typer.Option("--batch", help="JSON Lines of questions.", exists=True)] = None,
    as_json: AsJson = False,
    on: On = None,
    explain: Explain = False,
) -> None:
    """Answer a question, or a file of questions, from the store."""
    if (question is None) == (questions is None):
        _fail("ask: give either a question or --batch FILE")
    settings = _settings()
    today = on.date() if on else _today(settings)
    with workbench.opened(settings) as bench:
        if questions is not None:
            lines = batch.answer_records(bench.engine, bench.operator, batch.rows(questions), today)
            raise typer.Exit(1 if _print_lines(lines) else 0)
        reply = bench.engine.ask(bench.operator, question or "", today)
        if as_json:
            _print_lines([answer_record(reply, None, question or "")])
        else:
            typer.echo("\n\n".join(filter(None, (plain_text(reply), plain_sources(reply)))))
        if explain:
            typer.echo("\n".join(("", *reply.trace)))


@app.command()
def search(
    words: Annotated[str, typer.Argument(help="Words to find.")],
    as_json: AsJson = False,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many paragraphs.")] = 10,
) -> None:
    """Rank paragraphs by the words, with no understanding of questions."""
    with workbench.opened(_settings()) as bench:
        passages = bench.engine.search(bench.operator, words, k)
    for passage in passages:
        typer.echo(json.dumps(passage.as_dict(), ensure_ascii=False) if as_json else passage.line())


@app.command()
def reextract(
    apply: Annotated[bool, typer.Option("--apply", help="Save the differences; people's corrections stay.")] = False,
) -> None:
    """Show how the facts of stored reports would differ by the rules of today."""
    with workbench.opened_store(_settings()) as store:
        reextracting.reextract(store, apply=apply)


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="Ends in .xlsx, .csv or .json.", dir_okay=False)],
    what: Annotated[What, typer.Option(help="facts or reports.")] = "facts",
) -> None:
    """Write all facts, or the list of reports, to a file, each fact with its paragraph and words."""
    from bot.exports import write  # only this command writes sheets

    with workbench.opened_store(_settings()) as store:
        rows = write(store, Reader(in_force(store.collections())), file, what)
    typer.echo(f"{file}: {rows} rows")


@app.command()
def bench(
    corpus: Annotated[Path, typer.Argument(help="JSON Lines of reports to measure on.", exists=True, dir_okay=False)],
    folder: Annotated[Path, typer.Option("--into", help="Folder for the figures and the picture.")] = Path("build"),
    size: Annotated[list[int] | None, typer.Option(help="Paragraphs; repeat for several.", min=100)] = None,
) -> None:
    """Measure the index beside other engines, in one run; needs the optional group `bench`."""
    # The peers are optional, and slow to import.
    from retrieval.bench.run import SIZES
    from retrieval.bench.run import bench as measure

    for line in measure(corpus, folder, size or SIZES):
        typer.echo(line)


def main() -> None:
    """Entry point of the `huiwen` script: what is wrong is said in one line, with exit status 2."""
    try:
        app()
    except (HuiwenError, SettingsError) as error:
        _fail(str(error))


def _chat(settings: Settings) -> None:
    from bot.chat import run as run_chat

    with workbench.opened(settings) as bench:
        workbench.load_samples(bench.store)
        run_chat(bench.engine, bench.operator, lambda: _today(settings))


def _settings() -> Settings:
    return load_settings()


def _today(settings: Settings) -> date:
    return datetime.now(ZoneInfo(settings.timezone)).date()


def _print_lines(records: Iterable[dict[str, object]]) -> int:
    """Print each record on its line as it comes; how many were errors."""
    failed = 0
    for line in records:
        failed += "error" in line
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return failed


def _fail(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise SystemExit(2)
