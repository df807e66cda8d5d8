"""`huiwen reextract`: how the facts would differ by the rules of today, printed a report at a time."""

import sys

from data.reextract import reextract as differences_in
from data.store import Store


def reextract(store: Store, *, apply: bool) -> int:
    """Prints every difference, saves them with `apply`; how many reports differ."""
    differing = 0
    for one in differences_in(store, apply=apply):
        differing += 1
        sys.stdout.write(
            "\n".join((f"{one.number} {one.title} [{one.report}]", *(f"  {line}" for line in one.lines), ""))
        )
        sys.stdout.write("\n")
    outcome = "saved" if apply else "not saved; --apply saves them"
    sys.stdout.write(f"{differing} reports differ" + (f" ({outcome})\n" if differing else "\n"))
    return differing
