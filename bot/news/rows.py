"""The buttons of what is followed: mute or hear again, and no more at all."""

from collections.abc import Iterable

from bot import buttons
from bot.memories import Action
from data.store.follows import Follow
from retrieval.records import Language

_MOST = 20


def rows_for(followed: Iterable[Follow], language: Language, *, is_list: bool) -> list[buttons.Row]:
    """A row each; the actions know all of them and whether they stand under the list, to be shown anew when pressed."""
    shown = list(followed)[:_MOST]
    action = {"among": [one.row for one in shown], "is_list": is_list, "language": language}
    return [_row(one, action) for one in shown]


def _row(one: Follow, action: Action) -> buttons.Row:
    action = action | {"row": one.row, "words": one.words}
    sign = "🔔" if one.muted else "🔕"
    return [
        (f"{sign} {one.words}", {"do": "follow_mute", "muted": not one.muted, **action}),
        (f"✗ {one.words}", {"do": "follow_end", **action}),
    ]
