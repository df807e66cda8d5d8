"""The patterns of holding a meeting, made once from the lexicon."""

import re

from config import lexicon


def any_of(section: str) -> str:
    """A pattern for any word of a section of meeting.toml, the longest first."""
    words = lexicon.words("meeting", section)
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_BRACKET = r"(?:[（(][^（）()]{1,8}[）)])?"
KIND = rf"(?:{any_of('kinds')})(?:(?<=会)议)?(?!员){_BRACKET}(?:{any_of('ceremonies')})?"
BODY = re.compile(rf"(?:{any_of('bodies')})$")
OBJECT = re.compile(r"[^，。；：\s]{0,30}(?:会|座谈)")
CEREMONY = re.compile(rf"(?:{any_of('ceremonies')})$")
_TEXT = r"[^，。；：！？\n \u3000]"
_EDGE = (
    r"(?=[，。；：！？,;:\s]|$|并|上|及|，|暨|的|在|于|\d{1,2}[月日]|期间|时|强调|指出"
    r"|(?<![开行了过]会议)(?:专题|集中|专门|认真)?(?:听取|传达|审议|研究(?![室院所会生班中])|学习(?![会班组中成])|部署(?!会)))"
)
_DAY = r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}(?:日起?|(?=[至—-]))(?:[至—-](?:\d{1,2}月)?\d{1,2}日)?"
_HOUR = r"(?:\d{1,2}[:：时点]\d{0,2}分?许?)?"
WHEN = (
    rf"(?:[（(]\d{{1,2}}月\d{{1,2}}日[）)]|于?{_DAY}(?:上午|下午|晚上?|凌晨|全天)?"
    rf"|(?:昨[日天晚]|今[日天早晨晚])(?:[（(]\d{{1,2}}[日号][）)])?"
    rf"|于?[昨今](?:[（(]\d{{1,2}}[）)]日(?:上午|下午|晚上?)?|(?=召开|举行|举办|开会|假|在|于|$))|上午|下午){_HOUR}"
)
WHERE = r"(?:(?:在|(?<![请放休寒暑])假(?=[^，。；：]{2,16}(?:召开|举行|举办)|[^，。；：]{2,16}$))[^，。；：]{1,24}?)"
HOW = (
    r"(?:圆满完成[^，。]{0,10}(?:后|，)|顺利|胜利|圆满|隆重|成功|正式|如期|以[^，。]{2,16}(?:方式|形式)"
    r"|通过[^，。]{2,12})"
)
ACTIVE = re.compile(
    rf"(?:{any_of('holds')})(?:了|过)?(?P<what>{_TEXT}{{0,70}}(?:{KIND}|会|座谈)){_EDGE}"
    rf"|(?:{any_of('visits')})(?:了|过)?(?!完)(?P<visited>{_TEXT}{{0,70}}{KIND}){_EDGE}"
)
KINDS = re.compile(KIND)
THEN_HELD = re.compile(rf"(?:{WHEN}|{WHERE}|{HOW}|已经?)*(?:{any_of('held')}|由[^，。]{{2,20}}?主持)")
THEN_SAID = re.compile(r"上(?:强调|指出|讲话|表示|要求|发表|作|致辞)")
TALKS = re.compile(r"[同与](?P<what>[^，。；：！？\n \u3000]{2,40}?座谈)(?!会)")
RECORD = re.compile(
    rf"^(?:关于)?(?:印发|公布|转发)?(?:《(?![^》]{{2,40}}》[^》]*{KIND}))?(?:召开|举行)?(?P<what>[^，。；！？\n]{{1,70}}?{KIND})(?:[\s（(]*\d{{4}}\s*[-/.年]\s*\d{{1,2}}\s*[-/.月]\s*\d{{1,2}}日?[\s）)]*)?(?:的?会议)?[\s（(]*(?:{any_of('records')})"
)
NOTES = re.compile(
    r"(?P<what>[\w][\w .&/+-]{2,60}?(?:Meeting|Call|Sync|Standup|Summit))\s+(?:Notes|Minutes|Summary|Record)\b"
)
_HEAD = r"^[\s*#>\-•|]*(?:[（(]?[\d一二三四五六七八九十]{1,2}[）).、．]\s*)?"


def _label(section: str) -> re.Pattern[str]:
    return re.compile(rf"{_HEAD}(?:{any_of(section)})[\s*|]*[：:]\s*(?P<what>[^，。；\n]{{2,70}})$")


LABELLED, THEME = _label("name_labels"), _label("theme_labels")
NAMED = re.compile(
    rf"{_HEAD}(?:{any_of('own_name_labels')})(?:\s*[：:|]|[ 　\t])\s*(?P<what>[^，。；\n|]{{2,70}}?)(?:[\s|]*$|\s*\|)"
)
PLACE_LABEL = re.compile(
    rf"{_HEAD}(?:[\d一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾]+[、.．])?[^：:，。]{{0,12}}?(?:{any_of('place_labels')})"
    r"(?:[（(]\w+[）)])?(?:[\s*|]*[：:】]|(?<=会议地点)[ 　\t])\s*(?P<place>[^，。；\n]{2,60}?)[\s*|。]*$"
)
HEADING = re.compile(
    rf"^[\s#*=\-]*(?:\d{{4}}\s*[年./-]\s*\d{{1,2}}(?:\s*[月./-]\s*\d{{1,2}}\s*日?|月|(?=\s))|\d{{1,2}}月\d{{1,2}}日)?\s*(?P<what>[^，。；：!！？?/]{{2,50}}?{KIND}(?:\s?@[^，。：]{{2,40}})?)[\s\d年月日.()（）=-]*(?:[-–—,，\s]+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[\s\d.,]*)?[:：]?\s*$"
)
MET_FOR = re.compile(
    r"(?:[\[【][^\]】]*[\]】]\s*)?(?P<what>\S.{3,40}?(?:评审|评议|讨论|交流|沟通|对接|协商|汇报|复盘|研讨|答辩|启动|选举|培训))"
)
"""What people met for, as a theme in the head or a dated heading gives it."""
