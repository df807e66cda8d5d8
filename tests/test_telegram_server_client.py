"""The library that the bot is built on finds the test server indistinguishable where it matters."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
import telegram
from telegram.constants import ParseMode
from telegram.error import BadRequest, Conflict, InvalidToken
from telegram.ext import ApplicationBuilder, CommandHandler
from telegram.request import HTTPXRequest
from telegram_server import TelegramServer

Work = Callable[[telegram.Bot], Coroutine[Any, Any, Any]]


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer() as running:
        yield running
        assert running.violations == []


def bot_of(server: TelegramServer, token: str | None = None) -> telegram.Bot:
    return telegram.Bot(
        token or server.token,
        base_url=f"{server.url}/bot",
        base_file_url=f"{server.url}/file/bot",
        request=HTTPXRequest(read_timeout=2),
        get_updates_request=HTTPXRequest(read_timeout=2),
    )


def run(server: TelegramServer, work: Work) -> Any:
    async def scene() -> Any:
        async with bot_of(server) as bot:
            return await work(bot)

    return asyncio.run(scene())


def test_get_me_tells_who_the_bot_is(server: TelegramServer) -> None:
    me = run(server, lambda bot: bot.get_me())
    assert (me.username, me.can_read_all_group_messages) == ("huiwen_bot", False)


def test_a_wrong_token_is_refused(server: TelegramServer) -> None:
    async def scene() -> None:
        async with bot_of(server, "1:wrong"):
            pass

    with pytest.raises(InvalidToken):
        asyncio.run(scene())


def test_updates_stay_until_a_higher_offset_confirms_them(server: TelegramServer) -> None:
    alice = server.user("Alice")
    for number in range(3):
        alice.tells(f"问题{number}")

    async def scene(bot: telegram.Bot) -> tuple[list[str], ...]:
        first = await bot.get_updates(timeout=0)
        again = await bot.get_updates(timeout=0)
        rest = await bot.get_updates(offset=first[1].update_id, timeout=0)
        last = await bot.get_updates(offset=-1, timeout=0)
        none = await bot.get_updates(offset=first[2].update_id + 1, timeout=0)
        return tuple([update.message.text for update in batch] for batch in (first, again, rest, last, none))

    everything = ["问题0", "问题1", "问题2"]
    assert run(server, scene) == (everything, everything, everything[1:], everything[2:], [])
    assert server.pending == []


def test_a_batch_holds_at_most_its_limit(server: TelegramServer) -> None:
    alice = server.user("Alice")
    for number in range(120):
        alice.tells(str(number))

    async def scene(bot: telegram.Bot) -> tuple[int, int]:
        return len(await bot.get_updates(timeout=0)), len(await bot.get_updates(timeout=0, limit=7))

    assert run(server, scene) == (100, 7)


def test_a_long_poll_ends_when_something_happens(server: TelegramServer) -> None:
    alice = server.user("Alice")

    async def scene(bot: telegram.Bot) -> tuple[Any, ...]:
        poll = asyncio.create_task(bot.get_updates(timeout=20))
        await asyncio.to_thread(server.wait_for, lambda: server.polls == 1)
        alice.tells("在吗")
        return await asyncio.wait_for(poll, 2)

    assert [update.message.text for update in run(server, scene)] == ["在吗"]


def test_a_second_poller_ends_the_first_with_a_conflict(server: TelegramServer) -> None:
    async def scene(bot: telegram.Bot) -> None:
        first = asyncio.create_task(bot.get_updates(timeout=20))
        await asyncio.to_thread(server.wait_for, lambda: server.polls == 1)
        await bot.get_updates(timeout=0)
        await first

    with pytest.raises(Conflict, match=r"(?i)terminated by other getUpdates request"):
        run(server, scene)


def test_polling_is_a_conflict_while_a_webhook_is_set(server: TelegramServer) -> None:
    async def scene(bot: telegram.Bot) -> None:
        await bot.set_webhook("http://127.0.0.1:9/hook", secret_token="s3cret")
        assert (await bot.get_webhook_info()).url == "http://127.0.0.1:9/hook"
        with pytest.raises(Conflict, match=r"(?i)webhook is active"):
            await bot.get_updates(timeout=0)
        await bot.delete_webhook()
        assert await bot.get_updates(timeout=0) == ()

    run(server, scene)


def test_allowed_updates_are_remembered(server: TelegramServer) -> None:
    alice = server.user("Alice")

    async def scene(bot: telegram.Bot) -> list[str | None]:
        await bot.get_updates(timeout=0, allowed_updates=["message"])
        await bot.get_updates(timeout=0)
        message = alice.tells("甲")
        alice.edits(message, "乙")
        return [update.effective_message.text for update in await bot.get_updates(timeout=0)]

    assert run(server, scene) == ["甲"]


def test_a_message_is_sent_edited_and_deleted(server: TelegramServer) -> None:
    alice = server.user("Alice")
    question = alice.tells("谁出席了？")

    async def scene(bot: telegram.Bot) -> None:
        parameters = telegram.ReplyParameters(question.id, quote="出席")
        sent = await bot.send_message(alice.id, "<b>稍等</b>", ParseMode.HTML, reply_parameters=parameters)
        assert (await asyncio.to_thread(server.reply_to, question)).parts("bold") == ["稍等"]
        await sent.edit_text("答：<i>林若水</i> 😀 &lt;5%", ParseMode.HTML)
        [shown] = alice.private.sent
        assert (shown.text, shown.parts("italic")) == ("答：林若水 😀 <5%", ["林若水"])
        with pytest.raises(BadRequest, match=r"(?i)message is not modified"):
            await sent.edit_text("答：<i>林若水</i> 😀 &lt;5%", ParseMode.HTML)
        await sent.delete()

    run(server, scene)
    assert alice.private.sent == []
    methods = [call.method for call in server.journal]
    assert methods == ["getMe", "sendMessage", "editMessageText", "editMessageText", "deleteMessage"]


def test_a_pressed_button_is_answered_once(server: TelegramServer) -> None:
    alice = server.user("Alice")
    alice.tells("/start")
    button = telegram.InlineKeyboardButton("决定", callback_data="d:1")

    async def scene(bot: telegram.Bot) -> None:
        await bot.send_message(alice.id, "答", reply_markup=telegram.InlineKeyboardMarkup([[button]]))
        press = alice.presses(alice.private.sent[0], "决定")
        query = (await bot.get_updates(timeout=0))[-1].callback_query
        assert (query.data, query.from_user.id, query.message.text) == ("d:1", alice.id, "答")
        await query.answer("好")
        assert press.answered()["text"] == "好"
        with pytest.raises(BadRequest, match=r"(?i)query is too old"):
            await query.answer()

    run(server, scene)


def test_a_document_goes_both_ways(server: TelegramServer) -> None:
    alice = server.user("Alice")
    alice.sends_file(alice.private, "报告.txt", "会议召开".encode(), "/load")

    async def scene(bot: telegram.Bot) -> bytes:
        message = (await bot.get_updates(timeout=0))[0].message
        assert (message.caption, message.document.file_name) == ("/load", "报告.txt")
        assert message.parse_caption_entities() == {message.caption_entities[0]: "/load"}
        file = await message.document.get_file()
        data = bytes(await file.download_as_bytearray())
        await bot.send_document(alice.id, data, filename="again.txt", caption="<b>给</b>", parse_mode="HTML")
        return data

    assert run(server, scene).decode() == "会议召开"
    [sent] = alice.private.sent
    assert (sent["document"]["file_name"], sent["document"]["file_size"]) == ("again.txt", 12)


def test_commands_are_kept_by_scope_and_language(server: TelegramServer) -> None:
    async def scene(bot: telegram.Bot) -> tuple[int, int]:
        groups = telegram.BotCommandScopeAllGroupChats()
        await bot.set_my_commands([("ask", "提问")], scope=groups, language_code="zh")
        in_groups = await bot.get_my_commands(scope=groups, language_code="zh")
        return len(in_groups), len(await bot.get_my_commands())

    assert run(server, scene) == (1, 0)


def test_updates_are_kept_for_a_day(server: TelegramServer) -> None:
    alice = server.user("Alice")
    alice.tells("甲")
    server.pass_time(23 * 3600)
    alice.tells("乙")
    server.pass_time(2 * 3600)

    async def scene(bot: telegram.Bot) -> list[str]:
        return [update.message.text for update in await bot.get_updates(timeout=0)]

    assert run(server, scene) == ["乙"]


def test_after_a_week_of_silence_update_ids_start_anywhere(server: TelegramServer) -> None:
    alice = server.user("Alice")
    alice.tells("甲")
    alice.tells("乙")
    first, second = (update["update_id"] for update in server.pending)
    server.pass_time(8 * 24 * 3600)
    alice.tells("丙")
    assert second == first + 1
    assert server.pending[-1]["update_id"] != second + 1


PIXEL = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big")


def test_photos_are_sent_exchanged_and_grouped(server: TelegramServer) -> None:
    alice = server.user("Alice")
    alice.tells("/matrix")

    async def scene(bot: telegram.Bot) -> None:
        sent = await bot.send_photo(alice.id, PIXEL, caption="第一页")
        assert (sent.photo[0].width, sent.photo[0].height) == (640, 480)
        edited = await sent.edit_media(telegram.InputMediaPhoto(PIXEL + b"2", caption="第二页"))
        assert edited.caption == "第二页"
        files = [telegram.InputMediaDocument(name.encode(), filename=name) for name in ("a.csv", "b.csv")]
        album = await bot.send_media_group(alice.id, files, caption="数据")
        assert len({message.media_group_id for message in album}) == 1
        with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
            await bot.send_photo(alice.id, b"no picture")

    run(server, scene)
    assert [message.text for message in alice.private.sent] == ["第二页", "数据", ""]


def test_an_application_of_the_library_runs_on_it(server: TelegramServer) -> None:
    alice = server.user("Alice")
    group = server.group("群", alice)

    async def answer(update: telegram.Update, _: Any) -> None:
        await update.effective_message.reply_text("答", do_quote=True)

    async def scene() -> None:
        builder = ApplicationBuilder().token(server.token).base_url(f"{server.url}/bot")
        application = builder.build()
        application.add_handler(CommandHandler("ask", answer))
        async with application:
            await application.start()
            await application.updater.start_polling(timeout=5, allowed_updates=telegram.Update.ALL_TYPES)
            question = alice.says(group, "/ask 甲")
            reply = await asyncio.to_thread(server.reply_to, question)
            await application.updater.stop()
            await application.stop()
        assert reply.text == "答"

    asyncio.run(scene())
    assert server.pending == []
