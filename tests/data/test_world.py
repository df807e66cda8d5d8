"""What one report introduces helps to read the next one of its world, and of no other."""

import pytest

from data.facts.extract import extract
from data.facts.world import World
from data.ingest import ingest, ingest_records
from data.records import EVERYONE, PUBLIC, Facts, Meeting, Paragraph, Reader, Report
from data.reextract import reextract
from data.store import Store
from data.store.worlds import world_for

INTRODUCES = "苍梧旗水利会议召开\n12月3日，旗长敖日其楞主持召开全旗水利工作会议。副旗长高原出席会议。".encode()
BARE = "苍梧旗春耕会议召开\n12月9日，苍梧旗召开春耕会议。\n敖日其楞主持会议并讲话。高原出席会议。".encode()


@pytest.fixture
def store(tmp_path):
    with Store.open(f"sqlite:///{tmp_path}/huiwen.db") as opened:
        yield opened


def people(facts) -> dict[str, tuple[str, ...]]:
    return {one.name: one.roles for one in facts.attendance}


def page(*paras: str, title: str = "") -> Report:
    return Report("r", title, tuple(map(Paragraph, paras)))


def of(*introduced: tuple[str, str], bodies=()) -> World:
    return World.of(((name, office, 1) for name, office in introduced), bodies)


def test_a_name_that_one_report_introduces_is_seen_in_the_next(store) -> None:
    assert "敖日其楞" not in people(ingest(store, "alone.txt", BARE, "elsewhere").facts)
    ingest(store, "a.txt", INTRODUCES)
    found = ingest(store, "b.txt", BARE)
    assert people(found.facts)["敖日其楞"] == ("chair", "speak")
    assert store.get(EVERYONE, found.saved.number).facts == found.facts


def test_the_office_is_not_filled_in(store) -> None:
    ingest(store, "a.txt", INTRODUCES)
    assert {one.title for one in ingest(store, "b.txt", BARE).facts.attendance} == {""}


def test_what_is_stored_stays_until_it_is_understood_anew(store) -> None:
    first = ingest(store, "b.txt", BARE)
    ingest(store, "a.txt", INTRODUCES)
    assert store.get(EVERYONE, first.saved.number).facts == first.facts
    (found,) = reextract(store, apply=True)
    assert found.number == first.saved.number
    assert "+ person 敖日其楞: chair speak" in found.lines
    assert "敖日其楞" in people(store.get(EVERYONE, first.saved.number).facts)
    assert list(reextract(store)) == []


def test_a_numbered_meeting_without_a_body_introduces_none(store) -> None:
    facts = Facts(Meeting(name="第三次会议", date=None, is_meeting=True, number=3))
    store.save(page("第三次会议。"), facts)
    assert world_for(store, PUBLIC).bodies == frozenset()


def test_a_report_does_not_vouch_for_itself(store) -> None:
    ingest(store, "a.txt", INTRODUCES)
    (stored,) = store.everything()
    assert world_for(store, PUBLIC).knows("敖日其楞")
    assert not world_for(store, PUBLIC).beside(stored.facts).knows("敖日其楞")


@pytest.mark.parametrize(("group", "helps"), [("group:1", True), ("group:2", False), (PUBLIC, False)])
def test_a_groups_names_help_that_group_alone(store, group: str, helps: bool) -> None:
    ingest(store, "a.txt", INTRODUCES, "group:1")
    rows = [{"id": "b", "title": "苍梧旗春耕会议召开", "paras": BARE.decode().split("\n")[1:]}]
    ingest_records(store, rows, group)
    assert ("敖日其楞" in people(store.by_id(Reader(frozenset({group})), "b").facts)) is helps


def test_public_names_help_a_group(store) -> None:
    ingest(store, "a.txt", INTRODUCES)
    assert "敖日其楞" in people(ingest(store, "b.txt", BARE, "group:1").facts)


def test_rows_loaded_together_do_not_hang_on_their_order(tmp_path) -> None:
    rows = [
        {"id": name, "title": text.decode().split("\n")[0], "paras": text.decode().split("\n")[1:]}
        for name, text in (("a", INTRODUCES), ("b", BARE))
    ]
    found = []
    for order, given in (("there", rows), ("back", rows[::-1])):
        with Store.open(f"sqlite:///{tmp_path}/{order}.db") as store:
            ingest_records(store, given)
            found.append({stored.report.id: stored.facts for stored in store.everything()})
    assert found[0] == found[1]


def test_an_office_that_other_reports_know_ends_before_a_new_name() -> None:
    world = of(("高原", "那达慕总管"), ("查干", "那达慕总管"))
    facts = extract(page("那达慕总管陶格主持会议。", title="筹备会议召开"), world)
    assert [(one.name, one.title, one.roles) for one in facts.attendance] == [("陶格", "那达慕总管", ("chair",))]


def test_a_name_that_is_a_word_is_seen_in_a_list_of_minutes() -> None:
    report = page("出席：顾城、阳光", "顾城主持会议。", title="理事会会议纪要")
    assert "阳光" not in people(extract(report))
    assert people(extract(report, of(("阳光", "理事"))))["阳光"] == ("attend",)


@pytest.mark.parametrize("text", ["会议听取阳光的汇报。", "阳光和畅，会议圆满结束。", "高原和、林岚出席会议。"])
def test_a_known_name_in_no_slot_is_nobody(text: str) -> None:
    assert not people(extract(page(text, title="理事会会议召开"), of(("阳光", "理事"), ("高原", "理事")))).keys() & {
        "阳光",
        "高原",
    }


def test_a_known_body_is_found_at_the_head_of_a_name_without_a_number() -> None:
    world = of(bodies=["云汀市水务委员会"])
    own = extract(page("12月3日，云汀市水务委员会全体会议召开。"), world).meeting
    other = extract(page("12月3日，云汀市水务委员会办公室全体会议召开。"), world).meeting
    assert (own.name, own.body) == ("云汀市水务委员会全体会议", "云汀市水务委员会")
    assert other.body is None


def test_the_empty_world_changes_nothing() -> None:
    report = page(*BARE.decode().split("\n"), title="苍梧旗春耕会议召开")
    assert extract(report, World()) == extract(report)
