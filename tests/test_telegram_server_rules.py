"""The test server refuses what Telegram refuses, in Telegram's words."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from telegram_server import Message, TelegramServer, User, html
from telegram_server.errors import ApiError

OK = {"ok": True}


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer() as running:
        yield running


@pytest.fixture
def alice(server: TelegramServer) -> User:
    user = server.user("Alice")
    user.tells("/start")
    return user


def call(server: TelegramServer, method: str, **given: Any) -> dict[str, Any]:
    """One request with a JSON body; the answer, whatever its status."""
    return httpx.post(f"{server.url}/bot{server.token}/{method}", json=given, timeout=5).json()


def refusal(server: TelegramServer, method: str, **given: Any) -> str:
    answer = call(server, method, **given)
    assert not answer["ok"], answer
    return str(answer["description"])


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("增长 <5%", "Unclosed start tag at byte offset 7"),
        ("增长 <5% 以上", 'Unsupported start tag "5%" at byte offset 7'),
        ("<div>甲</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("甲<br/>乙", 'Unsupported start tag "br/" at byte offset 3'),
        ("<b>甲", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>甲<i>乙</b></i>", 'Unmatched end tag at byte offset 12, expected "</i>", found "</b>"'),
        ("甲</b>", "Unexpected end tag at byte offset 3"),
        ("<b>甲</b", "Unclosed end tag at byte offset 6"),
        ('<a href="https://example.com>甲</a>', "Unclosed start tag at byte offset 0"),
        ("<a href=https://example.com>甲</a>", "Unexpected end of name token at byte offset 8"),
        ("<a =x>甲</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>甲</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("&#xD800;", html.INVALID),
    ],
)
def test_bad_markup_is_refused_with_the_place(markup: str, reason: str) -> None:
    with pytest.raises(ApiError) as caught:
        html.parse(markup)
    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("markup", "text", "entities"),
    [
        ("a &lt; b &amp; c &quot; &#65;", 'a < b & c " A', []),
        ("😀<b>会<i>议</i></b>", "😀会议", [("bold", 2, 2), ("italic", 3, 1)]),
        ("<B>甲</b>", "甲", [("bold", 0, 1)]),
        ("<b></b>甲", "甲", []),
        ("<blockquote expandable>甲</blockquote>", "甲", [("expandable_blockquote", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
        (
            '<tg-spoiler>甲</tg-spoiler><span class="tg-spoiler">乙</span>',
            "甲乙",
            [("spoiler", 0, 1), ("spoiler", 1, 1)],
        ),
        ("<a>没有链接</a>", "没有链接", []),
        ("<a href='javascript:x'>甲</a>", "甲", []),
    ],
)
def test_good_markup_becomes_text_and_entities(markup: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    parsed = html.parse(markup)
    shown = [(item["type"], item["offset"], item["length"]) for item in parsed.entities]
    assert (parsed.text, shown) == (text, entities)


def test_a_link_keeps_its_decoded_address() -> None:
    [link] = html.parse('<a href="https://t.me/huiwen_bot?start=a&amp;b">甲</a>').entities
    assert link["url"] == "https://t.me/huiwen_bot?start=a&b"


def test_what_telegram_passes_over_is_recorded(server: TelegramServer, alice: User) -> None:
    call(server, "sendMessage", chat_id=alice.id, text='A & B <b class="x">甲</b>', parse_mode="HTML")
    assert len(server.violations) == 2


def test_a_message_holds_4096_characters_after_parsing(server: TelegramServer, alice: User) -> None:
    assert call(server, "sendMessage", chat_id=alice.id, text=f"<b>{'会' * 4096}</b>", parse_mode="HTML")["ok"]
    too_long = "😀" * 4097
    assert refusal(server, "sendMessage", chat_id=alice.id, text=too_long) == "Bad Request: message is too long"
    number = alice.private.sent[0].id
    answer = refusal(server, "editMessageText", chat_id=alice.id, message_id=number, text=too_long)
    assert answer == "Bad Request: MESSAGE_TOO_LONG"


def test_a_message_is_not_empty(server: TelegramServer, alice: User) -> None:
    assert refusal(server, "sendMessage", chat_id=alice.id, text=" \n") == "Bad Request: message text is empty"
    answer = refusal(server, "sendMessage", chat_id=alice.id, text="<b> </b>", parse_mode="HTML")
    assert answer == "Bad Request: text must be non-empty"


def test_of_more_than_100_entities_the_rest_is_lost_and_recorded(server: TelegramServer, alice: User) -> None:
    call(server, "sendMessage", chat_id=alice.id, text="<b>a</b> " * 101, parse_mode="HTML")
    [sent] = alice.private.sent
    assert len(sent.entities) == 100
    assert "101 entities" in server.violations[0]


def test_entities_move_with_trimmed_white_space(server: TelegramServer, alice: User) -> None:
    call(server, "sendMessage", chat_id=alice.id, text=" \n<b>会议 </b>\n", parse_mode="HTML")
    [sent] = alice.private.sent
    assert (sent.text, sent.parts("bold")) == ("会议", ["会议"])


def test_commands_and_mentions_are_found_in_sent_text(server: TelegramServer, alice: User) -> None:
    call(server, "sendMessage", chat_id=alice.id, text="用 /ask@huiwen_bot 或 @huiwen_bot，不是 a/b")
    [sent] = alice.private.sent
    assert (sent.parts("bot_command"), sent.parts("mention")) == (["/ask@huiwen_bot"], ["@huiwen_bot"])


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"callback_data": "会" * 22}, "BUTTON_DATA_INVALID"),
        ({}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        (
            {"callback_data": ""},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"url": "javascript:x"}, "BUTTON_URL_INVALID"),
        ({"copy_text": {"text": "字" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
    ],
)
def test_bad_buttons_are_refused(server: TelegramServer, alice: User, button: dict[str, Any], reason: str) -> None:
    markup = {"inline_keyboard": [[{"text": "按", **button}]]}
    answer = refusal(server, "sendMessage", chat_id=alice.id, text="甲", reply_markup=markup)
    assert answer == f"Bad Request: {reason}"


def test_64_bytes_of_callback_data_are_fine(server: TelegramServer, alice: User) -> None:
    markup = {"inline_keyboard": [[{"text": "按", "callback_data": "会" * 21 + "x"}]]}
    assert call(server, "sendMessage", chat_id=alice.id, text="甲", reply_markup=markup)["ok"]


def test_a_reply_to_a_message_that_is_gone(server: TelegramServer, alice: User) -> None:
    question = alice.tells("问")
    alice.deletes(question)
    wanted = {"message_id": question.id}
    answer = refusal(server, "sendMessage", chat_id=alice.id, text="答", reply_parameters=wanted)
    assert answer == "Bad Request: message to be replied not found"
    forgiving = wanted | {"allow_sending_without_reply": True}
    assert call(server, "sendMessage", chat_id=alice.id, text="答", reply_parameters=forgiving)["ok"]


def test_a_quote_must_stand_in_the_message(server: TelegramServer, alice: User) -> None:
    question = alice.tells("谁出席了？")
    wanted = {"message_id": question.id, "quote": "主持"}
    answer = refusal(server, "sendMessage", chat_id=alice.id, text="答", reply_parameters=wanted)
    assert answer == "Bad Request: QUOTE_TEXT_INVALID"


def test_only_own_messages_can_be_edited(server: TelegramServer, alice: User) -> None:
    question = alice.tells("问")
    answer = refusal(server, "editMessageText", chat_id=alice.id, message_id=question.id, text="答")
    assert answer == "Bad Request: message can't be edited"
    answer = refusal(server, "editMessageText", chat_id=alice.id, message_id=question.id + 1, text="答")
    assert answer == "Bad Request: message to edit not found"


def test_a_query_grows_too_old(server: TelegramServer, alice: User) -> None:
    markup = {"inline_keyboard": [[{"text": "按", "callback_data": "x"}]]}
    sent = call(server, "sendMessage", chat_id=alice.id, text="甲", reply_markup=markup)["result"]
    alice.presses(Message(sent), "按")
    number = server.pending[-1]["callback_query"]["id"]
    server.pass_time(3600)
    answer = refusal(server, "answerCallbackQuery", callback_query_id=number)
    assert answer == "Bad Request: query is too old and response timeout expired or query ID is invalid"


def test_inline_results_are_checked_and_can_be_sent(server: TelegramServer, alice: User) -> None:
    group = server.group("群", alice)
    typed = alice.queries("双倍增")
    query = server.pending[-1]["inline_query"]
    text = {"message_text": "<b>引文</b>", "parse_mode": "HTML"}
    result = {"type": "article", "id": "1", "title": "甲", "input_message_content": text}
    answer = refusal(server, "answerInlineQuery", inline_query_id=query["id"], results=[result, result])
    assert answer == "Bad Request: RESULT_ID_DUPLICATE"
    assert call(server, "answerInlineQuery", inline_query_id=query["id"], results=[result]) == {**OK, "result": True}
    sent = alice.picks(typed, 0, group)
    assert (sent.parts("bold"), sent["via_bot"]["username"]) == (["引文"], "huiwen_bot")


def test_reactions_are_telegrams_own(server: TelegramServer, alice: User) -> None:
    question = alice.tells("问")
    target = {"chat_id": alice.id, "message_id": question.id}
    call(server, "setMessageReaction", **target, reaction=[{"type": "emoji", "emoji": "👀"}])
    assert alice.private.reactions(question) == ["👀"]
    answer = refusal(server, "setMessageReaction", **target, reaction=[{"type": "emoji", "emoji": "📄"}])
    assert answer == "Bad Request: REACTION_INVALID"


def test_a_file_above_20_megabytes_cannot_be_downloaded(server: TelegramServer, alice: User) -> None:
    message = alice.sends_file(alice.private, "大.txt", bytes(20 * 1024 * 1024 + 1))
    answer = refusal(server, "getFile", file_id=message["document"]["file_id"])
    assert answer == "Bad Request: file is too big"
    assert refusal(server, "getFile", file_id="x").startswith("Bad Request: wrong file_id")


def test_a_stranger_cannot_be_written_to(server: TelegramServer) -> None:
    assert refusal(server, "sendMessage", chat_id=5, text="甲") == "Bad Request: chat not found"
    bob = server.user("Bob")
    assert bob.private.messages == []
    answer = refusal(server, "sendMessage", chat_id=bob.id, text="甲")
    assert answer == "Forbidden: bot can't initiate conversation with a user"
