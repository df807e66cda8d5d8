"""A first answer from a saved index, as a program that just started gives it: what a cold start costs."""

import sys
from pathlib import Path

from data.records import EVERYONE
from retrieval.index import Index
from retrieval.tokens import Tokens


def main(folder: Path, question: str) -> None:
    """Open the index below `folder`, answer `question` once; fails when nothing is found."""
    opened = Index.load(folder / "index")
    if opened is None or not opened[0].search(EVERYONE, Tokens(folder / "words").terms(question), 10):
        sys.exit("the saved index does not answer")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
