"""What a report would find in the store is said before it is taken in."""

from dataclasses import replace

from data.records import PUBLIC
from data.store.forecast import Forecast, forecast
from data.store.shelf import supersede

NOTHING = Forecast(None, None, None)


def test_a_new_report_finds_nothing(store, report, facts) -> None:
    assert forecast(store, report, facts, PUBLIC) == NOTHING


def test_the_same_words_are_known_there_and_elsewhere_where_all_may_read_them(store, report, facts) -> None:
    store.save(report, facts)
    assert forecast(store, report, facts, PUBLIC) == Forecast(1, None, None)
    assert forecast(store, report, facts, "chat:1") == Forecast(None, 1, None)
    store.save(report, facts, "chat:1")
    assert forecast(store, report, facts, PUBLIC).known == 1
    assert forecast(store, report, facts, "chat:2") == Forecast(None, 1, None)


def test_what_is_forecast_to_be_superseded_is(store, report, facts) -> None:
    newer = replace(report, id="r2", paragraphs=(*report.paragraphs, report.paragraphs[0]))
    store.save(report, facts)
    assert forecast(store, newer, facts, PUBLIC) == Forecast(None, None, 1)
    assert forecast(store, newer, facts, "chat:1") == NOTHING
    store.save(newer, facts)
    assert supersede(store, 2, 7.0) == 1
