"""An item of a batch: into the store where nothing speaks against it, else looked at only."""

from telegram.ext import ContextTypes

from bot.desk import desk
from bot.loads.batch import Batch, Entry
from bot.loads.doubts import doubts
from bot.loads.intake import Item, Seen, Taken, keep, look
from bot.render.clean import label
from bot.texts import say
from retrieval.records import Language

Outcome = Seen | Taken | str
"""Waits; is in the store; or a sentence that says why neither."""

_TITLE = 80


async def admit(item: Item, batch: Batch, context: ContextTypes.DEFAULT_TYPE) -> Outcome:
    """Takes in what is new and sound, and what is there already, unless all of the batch is to be seen before."""
    seen = await look(item, batch.collection, batch.language, context)
    if isinstance(seen, str) or (seen.found.known is None and (batch.asks or doubts(seen))):
        return seen
    return await keep(seen, batch.user, batch.language, desk(context))


async def admit_confirmed(item: Item, batch: Batch, context: ContextTypes.DEFAULT_TYPE) -> Outcome:
    """Takes it in, as its loader wants."""
    seen = await look(item, batch.collection, batch.language, context)
    return seen if isinstance(seen, str) else await keep(seen, batch.user, batch.language, desk(context))


def entry_of(item: Item, outcome: Outcome, language: Language) -> Entry:
    """The item as a line of its batch."""
    if isinstance(outcome, str):
        return Entry(item, f"✗ {outcome}", "left")
    if isinstance(outcome, Seen):
        why = "".join(reasons(outcome, language)) or say(language, "draft.asked")
        return Entry(item, f"❔ {_title(outcome.report.title, language)} — {why}", "waiting")
    saved = outcome.loaded.saved
    said = say(language, "load.loaded" if saved.created else "load.known", number=saved.number)
    superseded = "" if outcome.earlier is None else say(language, "load.superseded", number=outcome.earlier)
    line = f"✓ {_title(outcome.loaded.report.title, language)} — {said}{superseded}"
    return Entry(item, line, "loaded" if saved.created else "left", saved.number, outcome.earlier)


def reasons(seen: Seen, language: Language) -> tuple[str, ...]:
    """Why it waits, a sentence each."""
    return tuple(say(language, f"doubt.{doubt.name}", number=doubt.number) for doubt in doubts(seen))


def _title(title: str, language: Language) -> str:
    return label(title, _TITLE) or say(language, "answer.no_title")
