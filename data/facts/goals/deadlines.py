"""By when: the deadline a clause states, as written."""

import re

from config.lexicon import words
from data.facts.brackets import FILLER
from data.facts.patterns import any_of

_PERIOD = any_of(words("deadlines", "periods.words"))
_WRITTEN_YEAR = "二[〇○零][一二三四五六七八九〇○零]{2}年"
_REPUBLIC = r"(?<!\d)1\d\d年(?=[底末初\d])"  # years of the Republic of China
_YEAR = rf"(?:20\d\d年|{_WRITTEN_YEAR}|\d\d年(?=\d{{1,2}}月)|{_REPUBLIC})"
_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2}|元)月"
_DATE = rf"{_YEAR}?(?:{_MONTH})?(?:\d{{1,2}}[日号])?(?:\d{{1,2}}[时点])?(?:上旬|中旬|下旬)?"
_POINT = rf"(?:{_DATE}{_PERIOD}{{0,2}}|{_PERIOD}{{1,2}}{_DATE})"
_NUMERAL = r"[一二两三四五六七八九十\d]"
_UNIT = "(?:年|月|周|天|日|小时|季度|工作日)"
_SPAN = rf"(?:(?<![\d.至到过]){_NUMERAL}+(?:至{_NUMERAL}+)?个?{_UNIT}(?:左右)?(?:的?时间)?(?:之?内|以内))"
_BEFORE = r"(?:之前|以前|(?<![目提当此眼])前(?![期往来列沿景提瞻述身后进行茅景夕世一二三四五六七八九十\d]))"
_EVENT = (
    rf"(?:份)?的?(?:[^\s，,、。；;：:\d到至在将要了已《》]{{1,10}}?){_BEFORE}"  # 3月例会之前: what the time is before
)
_WHOLE = any_of(words("deadlines", "whole.words"))
_BY = re.compile(
    r"(?:"
    r"(?:最晚|最迟)\s?\d+\.\d+"
    r"|(?<![日月])(?:到|至|截至|截止到|最晚|最迟)(?=[\d今明后年本十“上下二])(?!\d+[^\d年月日.])"
    rf"{_POINT}(?:末|底|初|中(?![国央共心小西东部华]))?(?:之前|以前|前)?"
    r"|(?<!\.)(?:在|于)?(?=[\d今明后年月本十“上下一二三四五六七八九第秋春国主汛供入届任期元中端清暑寒开两])"
    rf"{_POINT}(?:(?:末|底|初)(?:之前|以前|前|(?:或者?|至|到)\s?{_MONTH}[底初末中])?|或?之前|或?以前|前|时前)"
    rf"|(?:在|于)?(?<![\d.])(?:{_YEAR}?{_MONTH}(?:\d{{1,2}}[日号])?|今年|明年|本届|本学期|下次|下届){_EVENT}"
    rf"|(?:今年|本年|明年|{_DATE})?(?:{_SPAN}|(?<![一二三四五六七八九十百几多\d]){_WHOLE})"
    r"|(?:于)?(?<![\d/])\d{1,2}/\d{1,2}\s?(?:[(（][一二三四五六日][)）])?\s?(?:之前|以前|前)"
    r"|(?:[本下]?周|星期)[一二三四五六日](?:之前|以前|前)"
    r"|\b(?:by|before|until|due)\s+20\d\d[-/]\d\d?[-/]\d\d?"
    r")",
    re.IGNORECASE,
)
_MAY = re.compile(r"[前底末内初]|全年|[到至][\d今明后年本二“]|最[晚迟]|下次|\b(?:by|before|until|due)\b", re.IGNORECASE)
_TITLE = re.compile(r"《[^《》]*》")
_PART = r"(?<![\d\-—~至])(?:20\d\d年)?(?:1?\d月份?(?!\d)|第?[一二三四]季度?|首季度?|[上下]半年)"
_PART_OF_YEAR = re.compile(rf"{_PART}|(?<![A-Za-z\d])Q[1-4](?![\dA-Za-z])|(?<=在)(?:[本下]?周|星期)[一二三四五六日]")
_DAY = re.compile(
    r"(?:20\d\d年|今年|明年)?\d{1,2}月\d{1,2}日(?![至—\-、期以])|(?:\d{1,2}|本)?月[底末](?!前)"
    r"|(?<=[争取保])[一二两三四五六七八九十\d]{1,2}(?:[到至\-—]\d)?年(?!级|制)"
)
_BARE = re.compile(
    rf"20\d\d年度(?=[^，。]{{0,8}}目标)|(?<!比)(?<!较)20\d\d年(?![—\-至度\d第一二三四])|{_PART}|(?:今年|明年|来年)(?:\d{{1,2}}月(?:份)?(?!\d)|[春夏秋冬]季(?:学期)?)?|本(?:学期|年度|季度)|(?<!近)年[底末终]|(?:未来|今后)[一二两三四五六七八九十\d]{{1,3}}年|本世纪中叶|“十[一二三四五六七]五”(?:期间|时期)?"
    r"|(?:“两会”|全国两会|两会|春节|元旦|国庆|中秋|五一|清明|端午|节日|假日|假期|汛期|主汛期|高考|暑期|寒假|换届)期间"
    r"|(?<![\d.])2\d\.(?:0[1-9]|1[0-2])(?![\d.])(?:\s?LTS)?"  # a release named by its year and month
    r"|(?<![A-Za-z\d])Q[1-4](?![\dA-Za-z])|(?<=在)(?:[本下]?周|星期)[一二三四五六日]"
    r"|(?<=用)[一二两三四五\d]+(?:[到至\-—][一二两三四五\d]+)?年(?:左右(?=时间)|(?=时间|左右|$))"
)


STEP_ON_A_DAY = re.compile(
    r"(?:20\d\d年|今年|明年)?\d{1,2}月\d{1,2}日(?:必须|务必|须|要|正式|全面)?"
    r"(?:完成|上线|交付|投产|投用|试运行|具备|竣工|封板|提测|转测)(?!了)"
)
"""What is to be done on a day: 8月3日完成试航, 6月15日必须具备条件."""


def untitled(clause: str) -> str:
    """`clause` with the titles in 《》 blanked at the same length: the years in them set no time."""
    return _TITLE.sub(lambda title: FILLER * len(title[0]), clause) if "《" in clause else clause


def find_deadline(clause: str) -> str | None:
    """The stated end of time in `clause` (到2025年, 10月底前, 年内), or None."""
    if not _MAY.search(clause):
        return None
    for match in _BY.finditer(clause):
        if len(match[0]) > 1 and any(char in match[0] for char in "年月日时末底前内学期节汛“周天度世.晚迟-/"):
            return match[0]
    return None


def find_period(clause: str) -> str | None:
    """A stretch of time that bounds `clause` without words for by: 2025年, 全年, 上半年; None if there is none."""
    match = _BARE.search(clause)
    return match[0] if match else None


def find_day(clause: str) -> str | None:
    """A day or the end of a month in `clause`: a date where something is secured for it."""
    match = _DAY.search(clause)
    return match[0] if match else None


def find_part_of_year(clause: str) -> str | None:
    """A month, a quarter, a half year or a day of the week in `clause`: a date where something is to be done in it."""
    match = _PART_OF_YEAR.search(clause)
    return match[0] if match else None
