"""The next meeting of a series is the soonest later one of the same name and place that the asker may read."""

import dataclasses
from datetime import date

import pytest

from data.records import Reader
from retrieval.catalogue.cards import Card
from retrieval.catalogue.catalogue import Catalogue
from retrieval.catalogue.following import following

EMPTY = Card("", "", "", "", "", "", True, None, None, "", None, "", "", (), frozenset(), frozenset(), frozenset())
READER = Reader(frozenset({"public"}))


def card(number, name, day, collection="public", places=()):
    return dataclasses.replace(
        EMPTY, number=number, report=f"r{number}", name=name, day=day, collection=collection, places=frozenset(places)
    )


def next_of_first(*others, name="市政府第36次常务会议", places=("云汀",)):
    first = card(1, name, date(2023, 9, 5), places=places)
    found = following(Catalogue((first, *others)), READER, "r1")
    return found and found.number


def test_the_soonest_later_meeting_of_the_name_is_the_next():
    later = card(3, "市政府第38次常务会议", date(2023, 11, 1), places=("云汀",))
    soonest = card(2, "市政府第37次常务会议", date(2023, 10, 9), places=("云汀",))
    earlier = card(4, "市政府第35次常务会议", date(2023, 8, 1), places=("云汀",))
    assert next_of_first(later, soonest, earlier) == 2


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(card(2, "市政府第37次常务会议", date(2023, 10, 9), places=("霁川",)), id="another city's"),
        pytest.param(card(2, "市政府第37次常务会议", date(2023, 10, 9), collection="chat:-5"), id="another chat's"),
        pytest.param(card(2, "市政府第37次常务会议", None), id="without a day"),
        pytest.param(card(2, "市政府第3次党组会议", date(2023, 10, 9)), id="of another kind"),
    ],
)
def test_no_other_meeting_is_the_next(other):
    assert next_of_first(other) is None


def test_a_name_that_any_meeting_has_is_no_series():
    assert next_of_first(card(2, "座谈会", date(2023, 10, 9)), name="座谈会") is None
