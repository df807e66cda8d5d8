"""What a line of minutes can be: a header, a section, an item's title, a label."""

import re

from config.lexicon import words
from data.facts.decisions.verbs import NUMBER
from data.facts.patterns import any_of

_LISTS = tuple(
    word for role in ("chair", "attend", "observe", "absent") for word in words("attendance", f"labels.{role}")
)
_HEADERS = any_of((*words("minutes", "headers.words"), *_LISTS))
HEADER = re.compile(
    r"[-*•#>|\s]*(?:[一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾\d]{1,2}[、.])?\s*(?:[A-Za-z ]+)?"
    rf"{_HEADERS}\**\s*(?:[(（][A-Za-z ]+[)）])?\s*[:：|]"
    rf"|\s*#+\s*{_HEADERS}(?:\s|$)|\s*{_HEADERS}$",
    re.IGNORECASE,
)
BULLET = re.compile(r"\s*(?:[-*•#>/—]+|\d+\)|[（(]\d+[)）])\s*")
_ITEM_WORDS = (
    r"(?:议题|案由|决策点|动议|提案|Topic|Item|(?:议程|事项|议案|Agenda [Ii]tem)(?=\s*[\d一二三四五六七八九十])"
    r"|第(?=[一二三四五六七八九十\d]{1,3}案)|讨论(?=[一二三四五六七八九十\d]{1,2}\s*[:：]))"
)
NAMED = re.compile(
    rf"\s*(?:[#*-]+\s*)?\**[【\[]?(?:\d{{1,2}}[.、．]\s*(?=第))?(?:申报)?{_ITEM_WORDS}\s*(?P<number>\d+|[一二三四五六七八九十]+)?案?"
    r"(?:\s*[（(][^（）()]{1,30}[)）])?(?:\s*[:：、.\-—－】\]]\s*[:：]?\s*|(?<=[题案]\d)\s*(?=[A-Z\u4e00-\u9fff])(?![个项和与至到])|(?<=[题案]\d)\s+)"
    r"(?P<title>\S.+)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"\s*(?:(?P<hash>#{1,5})\s*)?(?:\d{1,2}[.．](?=[1-9]\d?[\s、.．]))?(?P<number>\d{1,2})\s*(?:[.、．]|\ufe0f?\u20e3|(?<=\d)\s)\s*(?P<title>\D.+|\d{2}.+|\d月.+)"
)
CLOSED = re.compile(r"\s*(?P<number>\d{1,2})[)）]\s*(?P<title>\D.+)")
"""A line behind a number and a bracket: 2) 新成员提名."""

_ASK = (
    r"(?:是否有当|是否可行|是否妥适"
    r"|(?:提请|敬请|请|谨请)\s*(?:大会)?(?:审议|讨论|公决|核议|备查|追认|鉴核|讨论决定)案?)"
)
BEHIND = re.compile(
    rf"(?:[。，,]\s*{_ASK}(?:[，,]\s*{_ASK})?)?[。]?"
    r"\s*(?:[（(](?:提案|提议|连署|附议|报告|主办|承办)(?:单位|人)?\s*[：:][^（）()]{1,40}[)）])?\s*$"
)
"""What stands behind an item's title: that it is asked for, and by whom."""

REPORTS_OF_ALL = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾\d]{1,2}[）)、.．]\s*)?"
    r"(?P<title>各(?:处室|单位|处|组|局处|部门|委员会|科室|系所|班级?|支部)[\u4e00-\u9fff]{0,4}(?:报告|汇报))[：:]?\s*"
)
"""The reports of all units under one heading: 各处室工作报告."""

REPORTS = re.compile(
    r"[-*•#\s]*(?:[（(]?[一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾\d]{1,2}[）)、.．]\s*)?"
    r"(?P<title>[\u4e00-\u9fff]{2,12}(?:报告|汇报))"
    r"(?:\s*[（(][\w\s·,，\-和]{2,60}[)）](?:[，,].{0,20})?"
    r"|(?<!主席报告)\s*[:：]\s*(?!洽悉|略|无|如|备查)[\u4e00-\u9fff·]{2,10}"
    r"(?:[\s　]+[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fff]{0,6}报告[^，。；：:]{0,30})?)[。]?$"
)
"""The report of an officer as an item: 财务主管报告（Ruiz 女士）, 二、校务报告：顾远 校长."""

PROPOSED = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s*)?(?:[\u4e00-\u9fff·‧]{2,10}(?:提议|提案|建议|动议|提)|(?:提案|动议|提议)人?\s*(?!单位|人|编号|说明|内容|背景|理由|名称|日期|时间|依据|办法|序号|类别)[\u4e00-\u9fff·‧]{2,10})[:：]\s*"
    r"(?P<title>[^：:]{4,80}?)(?P<seconded>[。；，,\s]*[（(]?附议人?[:：].*)?$"
)
"""A matter that someone raised: 罗委员提议：停车场夜间关闭, 提案人罗安：停车场夜间关闭。附议：顾城."""

VERDICT = re.compile(
    r"\s*(?:表决|投票)[:：]\s*(?:批准|通过|否决|搁置|同意|不通过)|(?:该|此|本)(?:决议|动议|提案|案)(?:被|获|未)"
    r"|无异议[\s，,]*(?:照案)?通过|[^。：:]{4,40}附议[\s，,。]*(?:照案|修正)?通过"
    r"|\s*动议[:：]\s*\S[^。：:]{0,20}?(?:和议|附议)[:：][^。]{0,40}?(?:通过|接纳|否决)"
    r"|经(?:全体)?一致(?:表决|同意)[^。]{0,12}(?:批准|通过)"
)
"""A line that says what became of the heading above it."""

SAYS_YES = re.compile(
    r"[^，。：:]{2,10}[：:]\s*(?:我也?|都)?(?:原则上?)?(?P<yes>同意|可以|没有意见)(?:[，。！,]|本|该|这|$)"
)
"""The word of one who agrees: 柳叶：同意, 书记顾城：可以."""

OPINES = re.compile(
    r"(?:形成|提出)(?:如下|以下)?(?:评审|验收|专家|咨询|审查|论证)?(?:意见|建议)(?:和建议)?(?:如下)?[:：]\s*$"
)
"""A sentence that a list of opinions follows, of which only what is agreed to is decided."""

OWN_MINUTES = re.compile(r"(?:[^：:]{0,200}。)?[^。：:]{2,40}(?:会议?|例会)的?(?:纪要|记录|纪录|议程)\s*[:：]\s*$")
"""A line that the minutes themselves follow: 本月读者会会议纪要：."""

BALLOT = re.compile(
    r"[（(\s]*(?:表决|投票)(?:结果|情况)?[:：]\s*(?:同意|赞成|反对)?票?\s*\d|[（(\s]*(?:表决|投票)结果[:：]\s*同意票?"
)
"""A line that only counts votes."""

ANNOUNCES = re.compile(
    r"(?:(?<![议商])定了|说定|约定)(?:以下|如下|几|[两二三四五六七八九])[^。：:，,]{0,4}[:：]\s*$"
    r"|(?:如下|以下)[^。：:，,]{0,6}(?:决议|共识|一致意见)[:：]\s*$|(?:决议|共识|(?<=达成)一致意见|意见一致)如下[:：]\s*$"
)
"""A sentence that a list of resolutions follows."""

LISTS_TOPICS = re.compile(r"讨论[与和及]|决策|议题|议程|议案|提案|案由|事项|topic|agenda", re.IGNORECASE)
_NOTHING = r"[\w ]*议题列表|合影|散会|无$|[\w\u4e00-\u9fff ]*自我介绍$"
NO_TOPIC = re.compile(
    rf"^[-*•#\s]*\d{{8}}|^[-*•#\s]*(?:\d{{1,2}}[.、]\s*)?(?:{_NOTHING})"
    r"|(?<![领导])[\u4e00-\u9fff]{2,10}(?:最后|作?总结|作重要|重要)讲话[。；]?$"
    r"|[作致](?:总结|重要)?(?:讲话|致辞|发言)|(?:名单公示|会议链接)$"
    r"|下次会议(?:日期|时间)(?!\s*[:：]\s*\d)|(?:^|[）)、.])(?:主席|会长|理事长|校长|来宾|贵宾|长官)(?:致[词辞]|报告\s*[:：])|[（(]略[）)][。\s]*$|[\u4e00-\u9fff]{2,3}(?:提出|强调)[^，。：:]{0,6}要求[:：]"
)
"""A heading that is a date, or a line that only points to the agenda, is no topic."""

EXECUTED = re.compile(r"(?:执行|办理|追踪|列管)(?:情形|情况|进度)|(?:追踪|列管)事项")
"""The heading of what became of earlier resolutions: 前次会议决议执行情形."""

SPEECH = re.compile(
    rf"[\u4e00-\u9fff]{{0,8}}{any_of(words('minutes', 'sections.speakers'))}的?(?:最后|作|致)?"
    rf"{any_of(words('minutes', 'sections.speeches'))}(?:[及和与、][\u4e00-\u9fff]{{2,8}})?"
)
"""The heading of what somebody said, which is no matter: 四、监理单位意见, 五、主席总结."""

STARRED = re.compile(r"\s*[*•]\s*(?P<title>\S.+)")
STARRED_OR_DASHED = re.compile(r"\s*[-*•+]\s+\S")
MOVED = re.compile(r"[\s#*-]*(?:\*\*)?(?:动议|提案|案由|议案|Motion)", re.IGNORECASE)
RESOLVED = re.compile(
    r"[\s#*-]*(?:会议|关键|最终|主要)?(?:决议|决策|决定|resolutions?|decisions?)[\s*]*[:：]?[\s*]*", re.IGNORECASE
)
"""A label over resolutions, each a decision of its own."""


def _spaced(labels: tuple[str, ...]) -> str:
    """Any of the labels, the longest first; one of two characters may be spread (说 明：)."""
    longest = sorted(labels, key=lambda label: (-len(label), label))
    spread = (label[0] + r"[ 　]{0,4}" + label[1] if len(label) == _TWO else re.escape(label) for label in longest)
    return f"(?:{'|'.join(spread)})"


_TWO = 2  # characters


def _label(name: str) -> re.Pattern[str]:
    group = _spaced(words("minutes", f"labels.{name}"))
    return re.compile(
        rf"(?:[-*•#>/\s【\[✅☑✔📌📝💡➡→]|\d+[.、]\s)*(?:关键|最终|主要|本项|初步)?{group}(?:[】\]]\s*\**\s*(?:[:：]|$|(?=\S))|\s*\**\s*(?:[:：]|$))\s*\**\s*(?P<rest>.*)",
        re.IGNORECASE,
    )


CONCLUSION, OTHER = _label("conclusion"), _label("other")
OF_MOTION = re.compile(
    r"[\s\d.、．)）]*(?:(?:本|该|上述)?(?:议案|提案)(?:的)?(?:主要)?(?:内容|表决结果|表决情况|审议情况|概述)[:：]?"
    r"|回避表决(?:情况)?[:：]|提交股东(?:大)?会[^：:]{0,8}[:：]|(?:反对|弃权)[^：:]{0,6}(?:原因|理由)[:：]|独立(?:董事|意见)[^：:]{0,10}[:：])"
)
"""A numbered label below a motion (1.议案内容：, 2.议案表决结果：), which heads neither an item nor a part."""
CONCLUDES = re.compile(rf"[。；;\s]{any_of(words('minutes', 'labels.conclusion'))}\s*[:：]", re.IGNORECASE)
CONCLUDED = re.compile(r"\s*(?:同意|通过|全票通过|不同意|不通过)(?!以下|过)")
_NAMES = r"@?[\w·\s/，,、.]{2,24}"
PRESENTED = re.compile(
    rf"(?:(?:[—－–]|-\s|\s-|--)\s*{_NAMES}"
    r"|\s{2,}[\u4e00-\u9fff、/]{2,12}|(?<=[\u4e00-\u9fff]{6})\s[\u4e00-\u9fff]{2,3}"
    r"|[（(][^（）()]*[)）]|汇报人.*|申请人.*|\s*[，,]?\s*https?://\S+"
    r"|讨论|介绍|评审|研讨|述职|汇报|申请|征集|计划沟通|提案"
    r")\s*[。：:]?$"
)
"""A title that ends in who presents it or what is done with it."""

PRESENTING = re.compile(r"[\u4e00-\u9fff]{2,3}(?:\s*/\s*[\u4e00-\u9fff]{2,3})*(?:[:：]|\s+(?=\S{4}))")
"""A title that begins with who presents it."""

FORMAL = re.compile(
    rf"(?:{NUMBER})?(?:(?:会议)?{any_of(words('minutes', 'titles.formal'))}"
    r"|会议(?:还|并|专题|集中)?(?:通报|部署|研究|讨论|安排|分析|总结|明确|决定|强调|要求|指出|认为|同意)了?(?![记室]))"
)
"""A numbered line that is itself a formal act, as in announcements of resolutions (1、审议通过了《…》)."""
