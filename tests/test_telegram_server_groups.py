"""Groups on the test server: who is heard, who may write, and what happens to a bot there."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from telegram import Update
from telegram_server import TelegramServer, User


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer() as running:
        yield running
        for update in running.pending:
            assert Update.de_json(update, None).to_dict()["update_id"] == update["update_id"]
        assert running.violations == []


@pytest.fixture
def alice(server: TelegramServer) -> User:
    return server.user("Alice")


def call(server: TelegramServer, method: str, **given: Any) -> dict[str, Any]:
    return httpx.post(f"{server.url}/bot{server.token}/{method}", json=given, timeout=5).json()


def heard(server: TelegramServer) -> list[str]:
    """The texts that reached the bot; service messages by their field."""
    found = []
    for update in server.pending:
        message = next((update[kind] for kind in ("message", "edited_message", "channel_post") if kind in update), {})
        service = [key for key in message if key.startswith(("migrate", "new_chat", "forum_topic"))]
        found += [message["text"]] if "text" in message else service
    return found


def test_privacy_mode_lets_through_what_is_meant_for_the_bot(server: TelegramServer, alice: User) -> None:
    bob = server.user("Bob")
    group = server.group("群", alice, bob)
    alice.says(group, "大家好")
    alice.says(group, "/ask@other_bot 问")
    alice.says(group, "/ask 甲")
    alice.says(group, "@huiwen_bot 乙")
    answer = call(server, "sendMessage", chat_id=group.id, text="答")["result"]
    bob.says(group, "丙", reply_to=group.message(answer["message_id"]))
    bob.says(group, "丁", reply_to=group.messages[0])
    assert heard(server) == ["/ask 甲", "@huiwen_bot 乙", "丙"]


def test_without_privacy_mode_or_as_admin_the_bot_hears_all(server: TelegramServer, alice: User) -> None:
    group = server.group("群", alice)
    group.promote_bot(alice)
    alice.says(group, "甲")
    group.demote_bot(alice)
    alice.says(group, "乙")
    server.privacy(on=False)
    alice.says(group, "丙")
    assert heard(server) == ["甲", "丙"]


def test_other_bots_are_not_heard(server: TelegramServer, alice: User) -> None:
    robot = server.user("机器人", is_bot=True)
    group = server.group("群", alice, robot)
    server.privacy(on=False)
    robot.says(group, "/ask 甲")
    assert heard(server) == []
    server.world.hears_bots = True
    robot.says(group, "/ask 乙")
    assert heard(server) == ["/ask 乙"]


def test_an_anonymous_admin_speaks_as_the_group(server: TelegramServer, alice: User) -> None:
    group = server.supergroup("群", alice)
    masked = alice.anonymously(group)
    masked.says(group, "/load")
    message = server.pending[0]["message"]
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (1087968824, group.id)
    markup = {"inline_keyboard": [[{"text": "按", "callback_data": "x"}]]}
    call(server, "sendMessage", chat_id=group.id, text="答", reply_markup=markup)
    masked.presses(group.sent[0], "按")
    assert server.pending[-1]["callback_query"]["from"]["id"] == alice.id


def test_a_channel_speaks_in_its_group_by_two_ways(server: TelegramServer, alice: User) -> None:
    group = server.supergroup("群", alice, bot="administrator")
    channel = server.channel("频道", alice, linked=group)
    channel.posts("/ask 通知")
    alice.as_channel(channel).says(group, "/ask 甲")
    forwarded, spoken = (update["message"] for update in server.pending)
    assert (forwarded["from"]["id"], forwarded["is_automatic_forward"]) == (777000, True)
    assert (spoken["from"]["id"], spoken["sender_chat"]["id"]) == (136817688, channel.id)


def test_a_bot_in_a_channel_gets_its_posts(server: TelegramServer, alice: User) -> None:
    channel = server.channel("频道", alice, bot="administrator")
    channel.posts("通知")
    assert server.pending[0]["channel_post"]["text"] == "通知"


def test_topics_keep_their_messages_apart(server: TelegramServer, alice: User) -> None:
    forum = server.supergroup("论坛", alice, forum=True)
    topic = forum.topic("计划")
    question = alice.says(forum, "/ask 甲", topic=topic)
    assert (question.topic, question["chat"]["is_forum"]) == (topic.id, True)
    assert "forum_topic_created" in question["reply_to_message"]
    target = {"chat_id": forum.id, "text": "答"}
    sent = call(server, "sendMessage", **target, message_thread_id=topic.id)["result"]
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (topic.id, True)
    assert call(server, "sendMessage", **target, message_thread_id=1)["description"] == (
        "Bad Request: message thread not found"
    )
    assert call(server, "sendChatAction", chat_id=forum.id, action="typing", message_thread_id=1)["ok"]
    forum.close_topic(topic)
    refused = call(server, "sendMessage", **target, message_thread_id=topic.id)
    assert refused["description"] == "Bad Request: TOPIC_CLOSED"


@pytest.mark.parametrize("forum", [False, True], ids=["plain", "general"])
def test_a_reply_outside_of_topics_has_a_thread_that_is_no_topic(
    server: TelegramServer, alice: User, *, forum: bool
) -> None:
    group = server.supergroup("群", alice, forum=forum)
    first = alice.says(group, "甲")
    second = alice.says(group, "/ask 乙", reply_to=first)
    assert (second["message_thread_id"], second.topic) == (first.id, None)
    refused = call(server, "sendMessage", chat_id=group.id, text="答", message_thread_id=first.id)
    assert refused["description"] == "Bad Request: message thread not found"


def test_a_reply_lands_in_the_topic_of_its_question(server: TelegramServer, alice: User) -> None:
    forum = server.supergroup("论坛", alice, forum=True)
    topic = forum.topic("计划")
    question = alice.says(forum, "/ask 甲", topic=topic)
    call(server, "sendMessage", chat_id=forum.id, text="答", reply_parameters={"message_id": question.id})
    assert forum.sent[0].topic == topic.id
    assert alice.says(forum, "还有呢？", reply_to=forum.sent[0]).topic == topic.id


def test_a_migrated_group_points_to_its_new_id(server: TelegramServer, alice: User) -> None:
    group = server.group("群", alice)
    moved = group.migrate()
    assert heard(server) == ["migrate_to_chat_id", "migrate_from_chat_id"]
    refused = call(server, "sendMessage", chat_id=group.id, text="甲")
    assert refused["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused["parameters"] == {"migrate_to_chat_id": moved.id}
    assert call(server, "sendMessage", chat_id=moved.id, text="甲")["ok"]
    alice.says(moved, "/ask 甲")


def test_a_bot_that_is_thrown_out_is_told_and_refused(server: TelegramServer, alice: User) -> None:
    group = server.supergroup("群", alice)
    group.kick_bot(alice)
    change = server.pending[0]["my_chat_member"]
    assert [change[key]["status"] for key in ("old_chat_member", "new_chat_member")] == ["member", "kicked"]
    refused = call(server, "sendMessage", chat_id=group.id, text="甲")
    assert (refused["error_code"], refused["description"]) == (
        403,
        "Forbidden: bot was kicked from the supergroup chat",
    )
    group.add_bot(alice)
    assert heard(server) == ["new_chat_members"]


def test_a_blocked_bot_is_told_and_refused(server: TelegramServer, alice: User) -> None:
    alice.tells("/start")
    alice.blocks_bot()
    refused = call(server, "sendMessage", chat_id=alice.id, text="甲")
    assert (refused["error_code"], refused["description"]) == (403, "Forbidden: bot was blocked by the user")
    alice.unblocks_bot()
    assert call(server, "sendMessage", chat_id=alice.id, text="甲")["ok"]


def test_members_and_admins_are_told(server: TelegramServer, alice: User) -> None:
    bob, robot = server.user("Bob"), server.user("机器人", is_bot=True)
    group = server.supergroup("群", alice, bob)
    group.set_status(bob, "administrator")
    group.add(robot, status="administrator")
    admins = call(server, "getChatAdministrators", chat_id=group.id)["result"]
    assert [admin["user"]["id"] for admin in admins] == [alice.id, bob.id]
    member = call(server, "getChatMember", chat_id=group.id, user_id=bob.id)["result"]
    assert (member["status"], member["can_manage_chat"]) == ("administrator", True)


def test_leaving_a_chat(server: TelegramServer, alice: User) -> None:
    group = server.group("群", alice)
    assert call(server, "leaveChat", chat_id=group.id)["ok"]
    refused = call(server, "sendMessage", chat_id=group.id, text="甲")
    assert refused["description"] == "Forbidden: bot is not a member of the group chat"


def test_quotes_edits_and_albums_arrive_as_on_telegram(server: TelegramServer, alice: User) -> None:
    group = server.group("群", alice, bot="administrator")
    first = alice.says(group, "会议通过了三项决定")
    alice.says(group, "哪三项？", reply_to=first, quote="三项决定")
    alice.edits(first, "会议通过了四项决定")
    alice.sends_album(group, [("甲.txt", b"1"), ("乙.txt", b"2")], "/load")
    quoted, edited, album, rest = server.pending[1:]
    assert quoted["message"]["quote"] == {"text": "三项决定", "position": 5, "is_manual": True}
    assert edited["edited_message"]["text"] == "会议通过了四项决定"
    assert album["message"]["media_group_id"] == rest["message"]["media_group_id"]
    assert ("caption" in album["message"], "caption" in rest["message"]) == (True, False)


def test_anybody_can_press_any_button_even_on_a_message_that_is_gone(server: TelegramServer, alice: User) -> None:
    bob = server.user("Bob")
    group = server.group("群", alice, bob)
    markup = {"inline_keyboard": [[{"text": "按", "callback_data": "x"}]]}
    call(server, "sendMessage", chat_id=group.id, text="答", reply_markup=markup)
    [shown] = group.sent
    call(server, "deleteMessage", chat_id=group.id, message_id=shown.id)
    bob.presses(shown, "按")
    query = server.pending[0]["callback_query"]
    assert (query["from"]["id"], query["message"]["date"]) == (bob.id, 0)


def test_a_deleted_account_cannot_be_written_to(server: TelegramServer, alice: User) -> None:
    alice.tells("/start")
    alice.deletes_account()
    refused = call(server, "sendMessage", chat_id=alice.id, text="甲")
    assert (refused["error_code"], refused["description"]) == (403, "Forbidden: user is deactivated")


def test_messages_are_copied_and_pinned(server: TelegramServer, alice: User) -> None:
    group = server.supergroup("群", alice, bot="administrator")
    alice.tells("/start")
    sent = call(server, "sendMessage", chat_id=alice.id, text="<b>甲</b>", parse_mode="HTML")["result"]
    copy = call(server, "copyMessage", chat_id=group.id, from_chat_id=alice.id, message_id=sent["message_id"])
    assert group.message(copy["result"]["message_id"]).parts("bold") == ["甲"]
    assert call(server, "pinChatMessage", chat_id=group.id, message_id=copy["result"]["message_id"])["ok"]
    assert call(server, "getChat", chat_id=group.id)["result"]["pinned_message"]["text"] == "甲"
