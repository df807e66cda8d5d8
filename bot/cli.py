"""The command line `huiwen`: run chat load facts ask search, over the same engine as the bot."""

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def root() -> None:
    """Ask your meeting reports, and get the answer with its proof."""


def main() -> None:
    """Entry point of the `huiwen` script."""
    app()
