"""Whatever administrators do in whatever order, each reader has exactly what is in their collections."""

import random
from dataclasses import replace

import pytest

from data.corrections import Correction
from data.errors import ReportRefused
from data.records import PUBLIC, Reader
from data.store.corrections import correct, withdraw
from data.store.shelf import purge, shelve, unshelve

PLACES = (PUBLIC, "chat:1", "chat:2")


class Model:
    """What should be there: number → (collection, which text), for what is out and for what is set aside."""

    def __init__(self) -> None:
        self.out: dict[int, tuple[str, int]] = {}
        self.aside: dict[int, tuple[str, int]] = {}
        self.removed: dict[int, dict[int, str]] = {}

    def readable(self, reader: Reader) -> set[int]:
        return {number for number, (place, _) in self.out.items() if place in reader.collections}


def step(dice, store, model, another, facts) -> None:
    place, text = dice.choice(PLACES), dice.randrange(4)
    number = dice.choice([*model.out, *model.aside, 999])
    reader = Reader(frozenset(dice.sample(PLACES, 2)))
    mine = number in model.readable(reader)
    match dice.choice(["save", "shelve", "unshelve", "delete", "correct", "withdraw", "replace"]):
        case "save":
            saved = store.save(another(text), facts, place)
            assert saved.created == ((place, text) not in model.out.values())
            model.out.setdefault(saved.number, (place, text))
        case "shelve":
            assert shelve(store, reader, number, 1.0) is mine
            if mine:
                model.aside[number] = model.out.pop(number)
        case "unshelve" if number in model.aside and model.aside[number] in model.out.values():
            with pytest.raises(ReportRefused):
                unshelve(store, number)
        case "unshelve":
            assert unshelve(store, number) is (number in model.aside)
            if number in model.aside:
                model.out[number] = model.aside.pop(number)
        case "delete":
            assert store.delete(reader, number) is mine
            if mine:
                del model.out[number]
                model.removed.pop(number, None)
        case "correct" | "withdraw":
            amend(dice, store, model, reader, number, facts)
        case _:
            assert store.replace_facts(number, facts) is (number != 999)


def amend(dice, store, model, reader, number, facts) -> None:
    """Corrects the report or takes a correction back, whichever can be."""
    mine = number in model.readable(reader)
    if model.removed.get(number) and dice.random() < 0.5:
        row = dice.choice(list(model.removed[number]))
        assert (withdraw(store, reader, row) == number) is mine
        if mine:
            del model.removed[number][row]
        return
    name = dice.choice([person.name for person in facts.attendance])
    row = correct(store, reader, number, Correction("remove", name, "", 1, 0.0))
    assert (row is not None) is mine
    if row is not None:
        model.removed.setdefault(number, {})[row] = name


def check(store, model, facts) -> None:
    assert store.numbers() == set(model.out)
    assert store.collections() == {place for place, _ in model.out.values()}
    for place in PLACES:
        reader = Reader(frozenset({place}))
        assert {row.number for row in store.summaries(reader, limit=99)[0]} == model.readable(reader)
    for stored in store.everything():
        gone = set(model.removed.get(stored.number, {}).values())
        assert [one.name for one in stored.facts.attendance] == [
            one.name for one in facts.attendance if one.name not in gone
        ]
        assert store.uncorrected(stored) == facts
        assert (stored.collection, stored.report.id) == (
            model.out[stored.number][0],
            f"r{model.out[stored.number][1]}",
        )


@pytest.mark.parametrize("seed", range(3))
def test_any_history_leaves_what_it_should(store, another, facts, seed) -> None:
    dice, model = random.Random(seed), Model()
    model_facts = replace(facts, goals=facts.goals[:1])
    for _ in range(80):
        step(dice, store, model, another, model_facts)
    check(store, model, model_facts)
    assert purge(store, 2.0) == len(model.aside)
    check(store, model, model_facts)
