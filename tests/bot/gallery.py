"""One HTML page, in Telegram's look, of what the bot says: `python tests/bot/gallery.py PAGE`.

The answers are the real ones from the shipped sample reports; the HTML of each message is the one that is sent.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from html import escape
from pathlib import Path

from bot import buttons
from bot.handlers.settings import shown
from bot.news.rows import rows_for
from bot.render import html, snippet
from bot.render.card import card
from bot.render.draft import draft
from bot.render.listing import listing
from bot.render.news import News, Noted, news, weekly
from bot.render.passage import passage
from bot.texts import say
from bot.workbench import load_samples
from config.settings import Settings
from data.records import Reader, Span, Stored, Summary
from data.store import Store
from data.store.follows import Follow
from retrieval.engine import Engine
from retrieval.records import Context, Language, MeetingRef, NoAnswer, Question, Reply

TODAY = date(2024, 12, 31)
FOLLOW_UP = "↩"
"""Before a question that goes on from the one above it."""
QUESTIONS: dict[Language, Sequence[str]] = {
    "zh-hans": (
        "云汀市科技创新委员会第一次会议谁出席了？",
        "↩谁主持的？",
        "↩谁讲话了？",
        "↩会上通过了什么？",
        "↩听取和研究了什么？",
        "↩定了哪些目标？",
        "↩什么时候开的？",
        "↩在哪儿开的？",
        "↩印若谷参加了吗？",
        "↩闻人澈是什么职务？",
        "↩谁主持的，通过了什么？",
        "市政府常务会议通过了什么？",
        "云汀市政府常务会议开过几次？",
        "云汀市开过哪些会议？",
        "充电棚建在哪里？",
        "火星移民委员会谁主持的？",
    ),
    "zh-hant": ("雲汀市科技創新委員會第一次會議誰出席了？", "↩通過了什麼？"),
    "en": (
        "Who attended the first meeting of 云汀市科技创新委员会?",
        "↩Who chaired it?",
        "↩What was decided?",
        "↩What goals were set?",
        "↩When was it held?",
        "↩Where was it held?",
        "Who attended the moon landing committee?",
    ),
}
STYLE = """
body { font: 15px/1.4 "Noto Sans CJK SC", "Noto Sans", sans-serif; margin: 0; background: #fff; }
main { display: flex; gap: 12px; align-items: flex-start; }
section { flex: none; width: 400px; padding: 12px; background: #c6d9b7; }
h2 { font-size: 13px; margin: 0 0 8px; color: #456; }
.asked, .said { border-radius: 12px; padding: 6px 10px; margin: 6px 0 2px; white-space: pre-wrap; width: fit-content;
  max-width: 350px; overflow-wrap: anywhere; }
.asked { background: #e4fdd0; margin-left: auto; }
.said { background: #fff; }
.said a { color: #2678b6; text-decoration: none; }
blockquote { margin: 6px 0 0; padding: 3px 8px; border-left: 3px solid #3a95d5; background: #eaf4fb; border-radius: 4px;
  font-size: 13px; }
.row { display: flex; gap: 4px; max-width: 370px; margin: 2px 0; }
.row span { flex: 1; background: #8fa884; color: #fff; border-radius: 8px; text-align: center; padding: 4px; }
"""


def bubbles(parts: Sequence[html.Part], rows: Sequence[buttons.Row] = ()) -> Iterator[str]:
    for part in parts:
        yield f'<div class="said">{part.html}</div>'
    for row in rows:
        yield '<div class="row">' + "".join(f"<span>{escape(label)}</span>" for label, _ in row) + "</div>"


def answers(engine: Engine, reader: Reader, language: Language) -> Iterator[str]:
    """Every question as a person's message, every answer as the bot's."""
    context = Context()
    for line in QUESTIONS[language]:
        asked = line.removeprefix(FOLLOW_UP)
        reply: Reply = engine.ask(reader, asked, TODAY, context if line != asked else Context())
        context = reply.context
        yield f'<div class="asked">{escape(asked)}</div>'
        yield from bubbles(
            html.parts(reply, "https://t.me/huiwen_bot?start=key-"),
            [*buttons.under_answer(reply, asked), *buttons.votes(reply, asked)],
        )


def others(engine: Engine, store: Store, reader: Reader, language: Language) -> Iterator[str]:
    """What is said besides answers: list, card, passage, snippet, greetings."""
    summaries, total = store.summaries(reader, "", 0, 10)
    meetings = tuple(MeetingRef("", one.meeting or one.title, one.date) for one in summaries[:3])
    unsure = NoAnswer(Question("", language, ("who_chaired",)), "who_chaired", "which_one", meetings)
    yield from bubbles(
        html.parts(Reply(unsure, Context(), 0.0)), buttons.under_answer(Reply(unsure, Context(), 0.0), "")
    )
    stored = store.get(reader, summaries[0].number)
    yield from bubbles(html.of_document(listing(summaries, total, "", language)))
    if stored is not None:
        heading = say(language, "load.loaded", number=stored.number)
        said = html.of_document(card(heading, stored.report, stored.facts, language))
        yield from bubbles(said, buttons.under_report(stored.report.id, language))
        para = len(stored.report.paragraphs) // 2
        span = Span(para, 0, min(20, len(stored.report.text(para))))
        yield from bubbles(html.of_document(passage(stored.report, span, 0, 2, language)))
    for found in engine.search(reader, "科技创新", 1):
        yield from bubbles(html.of_document(snippet.sent(found, "科技创新", "https://t.me/huiwen_bot", language)))
        yield from waiting(stored, language)
        yield from unasked(stored, summaries, language)
    yield from bubbles(*settings_card(language))
    for key in ("hello.start", "hello.help"):
        example = say(language, "hello.example")
        yield from bubbles(html.sentence(say(language, key, bot="huiwen_bot", meeting=example)))
    yield from bubbles(html.sentence(say(language, "hello.privacy", hours=12, days=90)))


def waiting(stored: Stored, language: Language) -> Iterator[str]:
    """The card of a report that waits for a yes, as in a private chat."""
    reasons = [say(language, "doubt.supersedes", number=1), say(language, "doubt.damaged", number=7)]
    said = html.of_document(draft(stored.report, stored.facts, reasons, say(language, "draft.for_everyone"), language))
    labels = [["button.confirm", "button.cancel"], ["button.for_whom"]]
    yield from bubbles(said, [[(say(language, key), {}) for key in row] for row in labels])


def unasked(stored: Stored, summaries: Sequence[Summary], language: Language) -> Iterator[str]:
    """News of what is followed, and the week."""
    held, text = stored.facts.meeting, stored.report.paras[-1]
    noted = Noted(held.name or stored.report.title, held.date, text, text[:4], [stored.report.id, 0, 0, 4])
    follow = Follow(1, 1, 0, 1, "topic", text[:4], language, muted=False, since=0)
    link = "https://t.me/huiwen_bot?start=key-"
    rows = rows_for([follow], language, is_list=False)
    yield from bubbles(html.of_document(news([News(text[:4], (noted,))], link, language)), rows)
    yield from bubbles(html.of_document(weekly(summaries[:3], ["2024-01-01", "2024-01-08"], link, language)))


def settings_card(language: Language) -> tuple[Sequence[html.Part], Sequence[buttons.Row]]:
    part, rows = shown(None, {"eyes": True, "votes": True, "digest": False}, language)
    return [part], rows


def page() -> str:
    """The page; its store lives only while it is made."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        store = Store.open(settings.database)
        load_samples(store)
        reader = Reader(store.collections())
        with closing(store), closing(Engine(store, Path(folder))) as engine:
            columns = [(f"{language} · answers", list(answers(engine, reader, language))) for language in QUESTIONS]
            columns += [(f"{language} · more", list(others(engine, store, reader, language))) for language in QUESTIONS]
    sections = "".join(f"<section><h2>{title}</h2>{''.join(said)}</section>" for title, said in columns)
    return f'<!doctype html><meta charset="utf-8"><title>Huiwen</title><style>{STYLE}</style><main>{sections}</main>'


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
