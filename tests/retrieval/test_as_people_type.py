"""Questions as people type them, over a store of few reports: asking words apart, short follow-ups, chatter, slips."""

from collections.abc import Iterator
from datetime import date

import pytest

from data.ingest import ingest
from data.records import EVERYONE
from data.store import Store
from retrieval.engine import Engine
from retrieval.records import Answer, Context, NoAnswer

TODAY = date(2024, 9, 1)
REPORTS = (
    (
        "萤石镇安委会召开第二次全体会议\n2024-03-06 来源：萤石新闻\n"
        "3月5日，萤石镇安委会召开第二次全体会议。镇长蔺照夜主持，镇党委书记褚南星出席并讲话，"
        "应急站站长岑望、气象站站长顾小舟分别汇报了险情和汛情。镇人大主席戈壁川列席会议，副镇长祁山请假。\n"
        "会议决定在鹿角渡口建设候船亭，投资46万元。\n"
    ),
    (
        "萤石镇安委会召开第三次全体会议\n2024-06-12 来源：萤石新闻\n"
        "6月11日，萤石镇安委会召开第三次全体会议，副镇长祁山主持，镇长蔺照夜出席。会议审议通过《萤石镇渡船检修办法》。\n"
    ),
    (
        "灯笼鱼研究会举行年会\n2024-05-21 来源：灯笼鱼研究会\n"
        "5月20日，灯笼鱼研究会年会在白螺宾馆举行，秘书长艾青禾主持年会。"
        "会长容若水致开幕词，副市长柏一川致欢迎辞。\n"
    ),
    (
        "桑榆里业主委员会第四次会议纪要\n时间：2024年7月2日\n地点：桑榆里书屋\n主持人：温雪樵\n"
        "出席：温雪樵、项一帆、殷小满\n"
        "议题一：吉祥物评选。因投稿太少，暂缓评选，下次再议。\n"
        "议题二：夏季运动会。定于8月18日举行，由殷小满筹备。\n"
    ),
    (
        "云杉岭果农合作社理事会会议纪要\n时间：2024年8月6日\n地点：合作社二楼\n主席：郗望舒\n"
        "出席：理事郗望舒、理事车若溪、理事满仲秋、监事谷小雨\n请假：理事仇一苇（外出采购果苗）\n"
        "一、冷窖改造方案还没有开展勘察，九月再议。\n二、今年要完成嫁接果树3200株。\n"
    ),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("typed")
    with Store.open(f"sqlite:///{folder / 'huiwen.db'}") as store:
        for number, text in enumerate(REPORTS):
            ingest(store, f"{number}.txt", text.encode())
        yield Engine(store, folder)


def answer_to(engine: Engine, *questions: str) -> Answer | NoAnswer:
    """The answer to the last of a conversation."""
    context, found = Context(), None
    for question in questions:
        found = engine.ask(EVERYONE, question, TODAY, context)
        context = found.context
    assert found is not None
    return found.answer


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("萤石镇安委会第二次全体会议都有谁参加", {"蔺照夜", "褚南星", "岑望", "顾小舟", "戈壁川"}),
        ("谁在萤石镇安委会第二次全会上讲了话", {"褚南星", "岑望", "顾小舟"}),
        ("列席萤石镇安委会第二次会议的有哪些人", {"戈壁川"}),
        ("萤石镇安委会第二次会议有人没来吗 谁", {"祁山"}),
        ("萤石镇安委会第二次会议谁没有参加", {"祁山"}),
        ("萤石镇安委会第二次会议列席人员", {"戈壁川"}),
        ("萤石镇安委会第二次会议镇党委书记叫什么", {"褚南星"}),
        ("萤石镇安委会3月5号的会镇长是谁", {"蔺照夜"}),
        ("萤石镇安委会第二次会议谁汇报汛情", {"顾小舟"}),
        ("灯笼鱼研究会年会谁致的开幕词", {"容若水"}),
        ("谁在灯笼鱼研究会年会上致欢迎辞", {"柏一川"}),
        ("who chaired the annual conference of 灯笼鱼研究会", {"艾青禾"}),
        ("麻烦看下灯笼鱼研究会年会谁主持的，在线等，谢谢", {"艾青禾"}),
        ("deng long yu yan jiu hui nian hui shui zhu chi de", {"艾青禾"}),
        ("shui zhu chi de ying shi zhen an wei hui 6 yue 11 hao de hui", {"祁山"}),
        ("灯笼鱼研究会年会是谁住持的", {"艾青禾"}),
    ],
)
def test_the_people_are_told(engine: Engine, question: str, names: set[str]) -> None:
    answer = answer_to(engine, question)
    assert isinstance(answer, Answer)
    assert set(answer.names) == names


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云杉岭果农合作社理事会来了几个理事", 3),
        ("云杉岭果农合作社理事会除了主持人来了几个理事", 2),
    ],
)
def test_those_of_an_office_are_counted(engine: Engine, question: str, value: int) -> None:
    answer = answer_to(engine, question)
    assert isinstance(answer, Answer)
    assert answer.value == value


def test_what_is_to_be_reached_is_told_with_its_number(engine: Engine) -> None:
    answer = answer_to(engine, "云杉岭果农合作社今年要嫁接多少株果树")
    assert isinstance(answer, Answer)
    assert any("3200株" in entry.text for told in (answer, *answer.further) for entry in told.entries)


def test_the_chair_goes_by_that_name_too(engine: Engine) -> None:
    answer = answer_to(engine, "云杉岭果农合作社理事会谁是主席")
    assert isinstance(answer, Answer)
    assert answer.names == ("郗望舒",)


@pytest.mark.parametrize(("name", "value"), [("蔺照夜", True), ("褚南星", False)])
def test_who_chaired_is_asked_before_the_meeting_is_named(engine: Engine, name: str, value: bool) -> None:
    for question in (f"{name}主持了萤石镇安委会第二次会议吗", f"萤石镇安委会第二次会议主持人是不是{name}"):
        answer = answer_to(engine, question)
        assert isinstance(answer, Answer)
        assert answer.value is value


def test_the_office_of_the_chair_and_of_somebody_named(engine: Engine) -> None:
    for question in ("灯笼鱼研究会年会的主持人是什么职务", "艾青禾是谁 灯笼鱼研究会年会"):
        answer = answer_to(engine, question)
        assert isinstance(answer, Answer)
        assert answer.text == "秘书长"


@pytest.mark.parametrize(
    "question",
    [
        "简单说下萤石镇安委会第三次会议",
        "萤石镇安委会第三次会议都干了啥",
        "萤石镇安委会第三次会议议题有哪些",
    ],
)
def test_the_whole_of_a_meeting_is_asked_for_in_many_ways(engine: Engine, question: str) -> None:
    answer = answer_to(engine, question)
    assert isinstance(answer, Answer)
    assert any("渡船检修办法" in entry.text for entry in answer.entries)


@pytest.mark.parametrize(
    "question",
    [
        "萤石镇安委会第三次会议通过天文台扩建了吗",
        "云杉岭果农合作社对天文台扩建定了什么目标",
        "萤石镇安委会第二次会议谁汇报的天文台扩建",
    ],
)
def test_a_matter_that_the_report_does_not_know_is_not_answered_by_others(engine: Engine, question: str) -> None:
    answer = answer_to(engine, question)
    assert isinstance(answer, NoAnswer)


def test_presence_is_asked_for_by_assuming_it(engine: Engine) -> None:
    answer = answer_to(engine, "云杉岭果农合作社理事会 车若溪也在吧？")
    assert isinstance(answer, Answer)
    assert answer.value is True


@pytest.mark.parametrize(("name", "came"), [("褚南星", True), ("柏一川", False)])
def test_among_them_is_asked_with_a_bare_verb(engine: Engine, name: str, came: bool) -> None:
    answer = answer_to(engine, f"萤石镇安委会第二次会议有{name}吗")
    assert isinstance(answer, Answer)
    assert answer.value is came


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("桑榆里业委会第四次会议有没有提吉祥物", "暂缓评选"),
        ("桑榆里业委会上讲吉祥物了吗 讲了啥", "暂缓评选"),
        ("夏季运动会是怎么安排的 桑榆里业委会", "8月18日"),
        ("云杉岭果农合作社理事会仇一苇为啥没来", "外出采购果苗"),
        ("云杉岭果农合作社的冷窖勘察做了没", "还没有开展勘察"),
        ("候船亭怎么定的，萤石镇安委会第二次会议", "46万元"),
    ],
)
def test_a_matter_is_told_with_what_it_came_to(engine: Engine, question: str, says: str) -> None:
    answer = answer_to(engine, question)
    assert isinstance(answer, Answer)
    assert any(says in one.quote for one in answer.citations)


SECOND, THIRD = "萤石镇安委会第二次会议谁主持的", "萤石镇安委会第三次会议谁主持的"


@pytest.mark.parametrize(
    ("before", "question", "day", "names"),
    [
        (SECOND, "那时间呢", "2024-03-05", ()),
        (SECOND, "请假的呢", None, ("祁山",)),
        (SECOND, "下一次呢", None, ("祁山",)),
        (THIRD, "上一次呢", None, ("蔺照夜",)),
        (SECOND, "下一次会议谁主持的", None, ("祁山",)),
        ("萤石镇安委会第二次会议是哪天", "第三次呢", "2024-06-11", ()),
    ],
)
def test_a_short_question_goes_on_about_what_was_asked(
    engine: Engine, before: str, question: str, day: str | None, names: tuple[str, ...]
) -> None:
    answer = answer_to(engine, before, question)
    assert isinstance(answer, Answer)
    assert (answer.date, answer.names) == (day, names)


def test_the_office_is_that_of_whoever_was_told_of(engine: Engine) -> None:
    answer = answer_to(engine, SECOND, "职务呢")
    assert isinstance(answer, Answer)
    assert answer.text == "镇长"


def test_thanks_do_not_make_a_question_traditional(engine: Engine) -> None:
    assert answer_to(engine, "萤石镇安委会第二次会议谁主持的，谢谢").question.language == "zh-hans"
