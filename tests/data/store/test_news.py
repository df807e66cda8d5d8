"""Follows, digests and posts are kept, each change wholly or not at all."""

from dataclasses import replace

import pytest

from data.records import EVERYONE, PUBLIC
from data.store.digests import Digest, digest_of, due, held, made, subscribe, unsubscribe
from data.store.follows import Follow, follow, follows_of, heard_of, mute, unfollow
from data.store.posts import Post, last_number, leave, publish, rekey, sent, told, waiting

FOLLOW = Follow(0, -7, 3, 11, "topic", "节水", "zh-hans", muted=False, since=0)
POST = Post(0, -7, 3, "zh-hans", "news", {"matches": [[1, 2, 0, 0, 4]]})
DIGEST = Digest(-7, 3, "en", 100.0, "2024-01-01", 5)


def test_a_chat_follows_the_same_words_once(store) -> None:
    assert follow(store, FOLLOW)
    assert not follow(store, replace(FOLLOW, kind="body", by=12))
    assert follow(store, replace(FOLLOW, chat=-8))
    (kept,) = follows_of(store, -7)
    assert replace(kept, row=0) == FOLLOW


def test_only_the_chat_s_own_follows_are_muted_and_ended(store) -> None:
    follow(store, FOLLOW)
    (kept,) = follows_of(store, -7)
    assert not mute(store, -8, kept.row, muted=True)
    assert not unfollow(store, -8, kept.row)
    assert mute(store, -7, kept.row, muted=True)
    assert (follows_of(store, -7)[0].muted, heard_of(store)) == (True, [])
    assert unfollow(store, -7, kept.row)
    assert follows_of(store, -7) == ()


def test_reports_are_looked_at_for_news_once(store, report, facts) -> None:
    assert told(store) is None
    assert publish(store, None, 0, ())
    store.save(report, facts)
    assert last_number(store) == 1
    assert publish(store, 0, 1, [POST])
    assert not publish(store, 0, 1, [POST])
    (post,) = waiting(store)
    assert (replace(post, row=0), told(store)) == (POST, 1)
    sent(store, post.row)
    assert waiting(store) == []


def test_a_digest_that_is_due_is_made_once(store) -> None:
    assert subscribe(store, DIGEST)
    assert not subscribe(store, replace(DIGEST, due=1.0))
    assert due(store, 99.9) == []
    assert due(store, 100.0) == [DIGEST]
    following = replace(DIGEST, due=200.0, since="2024-01-08", told=9)
    assert made(store, DIGEST, following, replace(POST, kind="digest"))
    assert not made(store, DIGEST, following, POST)
    assert digest_of(store, -7) == following
    assert [post.kind for post in waiting(store)] == ["digest"]
    assert unsubscribe(store, -7)
    assert not made(store, following, replace(following, due=300.0), POST)


@pytest.mark.parametrize(
    ("days", "late", "found"),
    [
        (("2023-03-05", "2023-03-12"), ("2023-02-12", 9), [1]),
        (("2023-03-06", "2023-03-13"), ("2023-02-13", 0), [1]),
        (("2023-03-06", "2023-03-13"), ("2023-02-13", 1), []),
        (("2023-02-26", "2023-03-05"), ("2023-02-05", 0), []),
        (("2023-04-01", "2023-04-08"), ("2023-03-11", 0), []),
    ],
    ids=["in the week", "came late", "was told", "not yet held", "long ago"],
)
def test_a_digest_holds_the_meetings_of_its_days_and_those_that_came_late(store, report, facts, days, late, found):
    store.save(report, facts)
    store.save(replace(report, id="r2"), facts, "chat:1")
    assert [one.number for one in held(store, EVERYONE, days, late, 9)] == found


def test_what_is_no_meeting_is_in_no_digest(store, report, facts) -> None:
    store.save(report, replace(facts, meeting=replace(facts.meeting, is_meeting=False)), PUBLIC)
    assert held(store, EVERYONE, ("2023-03-01", "2023-03-20"), ("2023-01-01", 0), 9) == []


def test_a_chat_is_left_wholly_and_keeps_all_under_another_id(store) -> None:
    follow(store, FOLLOW)
    subscribe(store, DIGEST)
    publish(store, None, 0, [POST])
    rekey(store, -7, -100)
    assert (follows_of(store, -100)[0].words, digest_of(store, -100).due) == ("节水", 100.0)
    assert [post.chat for post in waiting(store)] == [-100]
    leave(store, -100)
    assert (follows_of(store, -100), digest_of(store, -100), waiting(store)) == ((), None, [])
