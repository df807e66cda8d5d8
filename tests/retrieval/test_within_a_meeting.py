"""What is asked within one meeting: reasons, who answers for a matter, deadlines of one deed, bodies, sittings."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.render.plain import plain_text
from data.records import EVERYONE
from retrieval.engine import Engine
from retrieval.records import Answer, NoAnswer

TODAY = date(2025, 7, 1)
REPORTS = (
    (
        "芦汀市长专题会议纪要〔2025〕7号\n2025-06-18\n"
        "6月16日，副市长佴青野在市政府第二会议室主持召开专题会议，研究轻轨二号线沿线征拆有关问题。"
        "市政府副秘书长訾问舟，市水务局檀一苇、市轨道集团缪晚亭、供电公司桑克勤参加会议。\n"
        "一、关于征拆工作。会议明确，9月20日前完成剩余三十七户签约，由渡口区政府负责补偿。"
        "将渡口至苇原3.6公里的排污管道交由市供排水公司维护与管理。\n"
        "二、关于桥梁。渡口桥预定8月15日开工，12月底前完工启用。\n"
        "三、关于资金。研究了《沿线商铺补偿办法（试行）》，审议并原则通过《征拆资金管理规定》。\n"
        "四、关于提高安置费标准的申请，因依据不足，未予通过。\n"
        "五、关于泵房。泵房改造预算120万元。延长工期的申请，不予批准。\n"
    ),
    (
        "鹭汀区工商联执委会会议举行\n2025-03-29\n3月27日，鹭汀区工商联第五届执行委员会第三次会议举行。"
        "区工商联主席郁云舟主持第二次全体会议，区工商联副主席乐正澄主持第一次全体会议。区委统战部部长司春生出席会议并讲话。"
        "会议选举欧冶明、宓小雨为区工商联副主席。会议听取了会费收支情况的汇报。区水务局局长荀一舟到会指导并讲话。"
        "下一次会议由苇原商会承办。"
        "司春生到会讲话，他说，要让商会更有活力，把会员服务做到车间。\n"
    ),
    (
        "苇原摄影协会第七次会员大会会议记录\n时间：2025年4月6日晚上7时\n地点：活动室\n主持：訾小满\n"
        "会长訾小满、副会长晁一鸣、邝青野依次作述职报告。大会选举产生新一届干部：会长晁一鸣，副会长经小舟。\n"
        "照片展由文化局局长荀远帆通报了筹备情况，预算8万元，设立助学金。会议同意由苇原书店为协办单位。讲解语言：英文。审议未通过《关于会费的议案》。\n会议于下午9时15分结束。\n"
    ),
    (
        "梧汀县人大常委会第30次主任会议召开\n2025-05-19\n5月18日至19日，梧汀县人大常委会第30次主任会议召开。"
        "县人大常委会主任荀子青主持会议。县法院院长和有关副县长列席会议。县水务局、县林业局通报了巡河情况。"
        "会议决定，县人大常委会第二十四次会议于6月27日召开。\n"
    ),
)


@pytest.fixture(scope="module")
def engine(engine_over: Callable[[tuple[str, ...]], Engine]) -> Engine:
    return engine_over(REPORTS)


def asked(engine: Engine, question: str) -> Answer | NoAnswer:
    return engine.ask(EVERYONE, question, TODAY).answer


def told(engine: Engine, question: str) -> str:
    """The answer as a person reads it, without its sources."""
    return plain_text(engine.ask(EVERYONE, question, TODAY)).partition("\n出处")[0]


@pytest.mark.parametrize(
    ("question", "told_so"),
    [
        ("轻轨二号线征拆那个会 安置费为什么没过", "依据不足"),
        ("轻轨二号线征拆那个会 签约什么时候完", "9月20日前"),
        ("轻轨二号线征拆那个会 签约还剩多少户", "37"),
        ("轻轨二号线征拆那个会 渡口桥几月份完工", "12月底前完工启用"),
        ("轻轨二号线征拆那个会 排污管道多长 归谁维护", "3.6公里"),
        ("轻轨二号线征拆那个会 哪些单位参加了", "市轨道集团"),
        ("轻轨二号线征拆那个会 泵房要多少钱", "120万元"),
        ("轻轨二号线征拆那个会 延长工期批了吗", "不予批准"),
        ("鹭汀区工商联执委会 司春生说了啥", "要让商会更有活力"),
        ("鹭汀区工商联执委会 欧冶明被选为啥", "欧冶明、宓小雨"),
        ("轻轨二号线征拆那个会 9月20号前要干完啥", "剩余三十七户签约"),
        ("鹭汀区工商联执委会 新副主席是谁", "欧冶明、宓小雨"),
        ("鹭汀区工商联执委会 下次会议在哪开", "苇原商会"),
        ("苇原摄影协会会员大会 新会长是谁", "会长晁一鸣"),
        ("苇原摄影协会会员大会 选的会长和副会长是谁", "副会长经小舟"),
        ("苇原摄影协会会员大会 谁当协办单位", "苇原书店为协办单位"),
        ("苇原摄影协会会员大会 用什么语言讲的", "讲解语言：英文"),
        ("苇原摄影协会会员大会 几点散会", "9时15分"),
        ("梧汀县人大常委会30次主任会议 下次常委会定在哪天", "2025年6月27日"),
        ("梧汀县人大常委会30次主任会议 开到哪天", "2025年5月19日"),
        ("梧汀县人大常委会30次主任会议 谁通报的巡河情况", "县水务局、县林业局"),
        ("苇原摄影协会会员大会 哪个议案没过", "关于会费的议案"),
        ("苇原摄影协会会员大会 谁述职了", "邝青野"),
    ],
)
def test_what_is_asked_is_what_is_told(engine, question, told_so) -> None:
    assert told_so in told(engine, question)


def test_a_matter_only_studied_is_not_told_as_passed(engine) -> None:
    answer = told(engine, "轻轨二号线征拆那个会 商铺补偿那个办法过了吗")
    assert "没有写明通过" in answer


def test_one_sitting_has_its_own_chair(engine) -> None:
    first = asked(engine, "鹭汀区工商联执委会 第一次全体会议谁主持")
    assert isinstance(first, Answer)
    assert first.names == ("乐正澄",)


def test_somebody_from_a_body_was_there(engine) -> None:
    answer = asked(engine, "鹭汀区工商联执委会 水务局来人了吗")
    assert isinstance(answer, Answer)
    assert answer.value is True


@pytest.mark.parametrize(
    "question",
    [
        "轻轨二号线征拆那个会 訾问舟分管什么",
        "轻轨二号线征拆那个会 施工单位是哪家",
        "轻轨二号线征拆那个会 泵房报价多少钱",
        "鹭汀区工商联执委会 会费收支是谁汇报的",
        "鹭汀区工商联执委会 欧冶明多大了",
        "鹭汀区工商联执委会 新秘书长是谁",
        "鹭汀区工商联执委会 应急局局长是谁",
        "轻轨二号线征拆那个会 签约还有多少件",
        "苇原摄影协会会员大会 助学金每个学生多少钱",
        "苇原摄影协会会员大会 谁没发言",
    ],
)
def test_nothing_near_it_is_told_for_what_the_report_does_not_say(engine, question) -> None:
    assert isinstance(asked(engine, question), NoAnswer)
