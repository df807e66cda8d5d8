"""👍 and 👎 under an answer: a question that was answered badly comes into /gaps."""

import asyncio

from bot.admin import gaps
from bot.handlers.presses import Press, thank
from bot.texts import say


async def vote(press: Press) -> None:
    """Counts once for each person and answer; who voted is not kept with the question."""
    chat, user = press.message.chat.id, press.query.from_user.id
    first = await asyncio.to_thread(press.at.memories.obeyed.once, "vote", f"{chat}:{press.message.message_id}:{user}")
    if first and not press.action["good"]:
        gaps.note(press.at, chat, press.action["question"], "disliked")
    key = "vote.again" if not first else "vote.good" if press.action["good"] else "vote.bad"
    await thank(press.query, say(press.language, key))
