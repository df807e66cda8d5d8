"""The words of taking part, as patterns made once from the lexicon."""

import re

from config import lexicon
from data.facts.people import offices
from data.records import Role

ORDER: tuple[Role, ...] = ("chair", "attend", "observe", "speak", "absent")


def any_of(words: tuple[str, ...]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _role(role: Role) -> str:
    return any_of(lexicon.words("attendance", f"roles.{role}"))


_WORK = (
    r"(?<![合工操运协写创动制当看耕农著杰大力振])[作做](?!用|风|为|业|出|家|品|物|者|战|坊|协)(?:了|过|的)?(?:题为[^，。；]{1,60}?的)?"
    r"[^，。；：、※]{0,60}?(?:※{1,200}+[^，。；：、※]{0,20}?)?"
    rf"(?:{any_of(lexicon.words('attendance', 'works'))})"
)
_DOCUMENT = r"(?<![合工])[作做](?:了|的)?(?:题为)?※{4,200}+"
_ADDRESS = r"致了[^，。；：、]{0,8}?[词辞]"
_NO_DEMAND = r"(?<!(?:指示|批示|部署|讲话|精神|标准|规定|安排)(?=要求[，、。；和及]))"  # 按照…的指示要求，
_PATTERNS: tuple[tuple[Role, str], ...] = (
    (
        "absent",
        rf"(?:{_role('absent')})(?!\s*[：:])" + r"|因(?:公|事|故|病|率团|带队)[^，。]{0,4}(?:出访|外出|出差|休假|住院)",
    ),
    ("observe", rf"(?:{_role('observe')})(?!人员|代表|律师)"),
    ("chair", rf"(?:{_role('chair')})(?!人|词|台)|召集(?=[^，。；]{{2,40}}会)(?!人|和|并)"),
    ("attend", rf"(?:{_role('attend')})(?!人|者|单位)|与会(?=[，。；,;]|$)"),
    (
        "speak",
        rf"{_WORK}|(?<!会议)(?<!会)(?<!研究)(?<!动员)(?<!工作)(?<!安排)部署(?=[^，。；了]{{2,20}}工作(?:[，。；]|$))|反映(?=[，：:])|报告(?=(?:会务|财务|[^，。；的了]{{2,20}}(?:会务|财务|收支|情形|概况|进度|决算|预算))(?:[，。；]|$))|{_DOCUMENT}|{_ADDRESS}|(?<!的)(?<!重要)(?<!意见(?=建议))(?<!代表(?=建议[，。；])){_NO_DEMAND}(?:{_role('speak')})(?!(?<=提出|强调|指出|要求|建议)的|(?<=建议)(?:[\d、和案被]|办理)|人|会(?!议精神)|大会(?!精神)|材料|稿)|发表(?:了)?[^，。]{{0,8}}(?:讲话|意见|看法|观点|感言)|进行(?:了)?[^，。]{{0,24}}的(?:汇报|报告|说明|通报|讲解)|进行了?[^，。]{{0,6}}(?:部署|安排|讲解|解读|总结|通报|说明|点评|辅导)|讲话中",
    ),
)
TRIGGER = re.compile("|".join(f"(?P<{role}>{pattern})" for role, pattern in _PATTERNS))
QUOTES = frozenset(lexicon.words("attendance", "quotes"))
OBJECTS = re.compile(rf"(?:{any_of(lexicon.words('attendance', 'objects'))})(?!委员会)")
ASIDES = re.compile(
    any_of(lexicon.words("attendance", "asides")) + r"|(?:随后|紧接着)[，,]?[^，。]{2,40}(?:会议|大会|会)(?:召开|举行)"
    r"|(?:当天|当日|同日)(?:上午|下午|晚上|晚间)?[，,]?[^，。]{0,10}(?:还|又|主持)(?:召开|举行)了?[^，。]{2,40}(?:会议|大会|会)"
)
REMOTE = re.compile(any_of(lexicon.words("attendance", "remote")))
ADVERBS = re.compile(rf"(?:{any_of(lexicon.words('attendance', 'adverbs'))})*")
REPORTING = re.compile(any_of(lexicon.words("attendance", "reporting")))
GROUP_END = re.compile(
    rf"(?:{any_of(lexicon.words('attendance', 'group_ends'))}"
    r"|\d+余?家[^，。、]{0,6}(?:企业|公司)|\d+个[^，。、]{0,10}局)"
    r"[”’]?(?:[（(][^（）()]*[）)])?(?:共?计?(?:约|近)?\d+余?(?:人|名|位))?(?:等|代表)?$"
)
_ORGAN = (
    rf"[\u4e00-\u9fff（）()]{{2,14}}(?:[{''.join(sorted(offices.ORGAN_ENDS))}]"
    r"|公司|集团|中心|银行|大学|医院|街道|政府|联)"
)
ORGANS = re.compile(rf"{_ORGAN}(?:(?:、|和|及|以及){_ORGAN})+")
ONE_OFFICE = re.compile(
    r"(?!各|全|有关|部分)[\u4e00-\u9fff]{0,3}(?<![两家])(?:长|主任|书记|主席|经理|主管)|[^\u4e00-\u9fff]*\d+[人名位]?|.*总?人数\d+人"
    r"|(?:其中)?(?:实到|到会|共计?|合计)?\d+[人名位]?|(?:其中)?(?:应到|应出席|实际?出席|出席|缺席|请假|未到)[^\d，]{0,4}\d+[人名位]?"
)
"""An office that stands for one person without saying where, or a bare number: no group."""
MEETING_SUBJECT = re.compile(r"(?:会议|大会|全会|座谈会|闭幕会|开幕会|[^，。]{0,20}会)(?!上|由)")
