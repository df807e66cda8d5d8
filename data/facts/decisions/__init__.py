"""What the meeting formally did with each matter: rules in order, then one record a matter."""

from collections.abc import Callable, Iterator

from data.facts.decisions.ballots import read_ballots
from data.facts.decisions.contents import read_contents
from data.facts.decisions.details import with_details
from data.facts.decisions.elected import read_elected
from data.facts.decisions.formal import read_formal
from data.facts.decisions.listed import read_listed
from data.facts.decisions.merge import merge
from data.facts.decisions.minutes.acts import read_acts
from data.facts.decisions.minutes.chosen import read_chosen
from data.facts.decisions.minutes.items import read_items
from data.facts.decisions.minutes.overheads import without_overheads
from data.facts.decisions.motions import (
    read_counted_headings,
    read_labelled_ballots,
    read_named_motions,
    read_rows,
    read_tabled_motions,
)
from data.facts.decisions.page import Page, read_page
from data.facts.decisions.reviews import read_reviews, without_echoes
from data.facts.decisions.sittings import read_sittings
from data.facts.decisions.spoken import read_spoken, read_unnamed_motions
from data.facts.decisions.themes import read_proposed_agendas, read_themes, read_title
from data.records import Decision, Meeting, Report

Rule = Callable[[Page], Iterator[Decision]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("formal", read_formal),
    ("listed", read_listed),
    ("spoken", read_spoken),
    ("motion", read_unnamed_motions),
    ("elected", read_elected),
    ("ballot", read_ballots),
    ("ballot row", read_rows),
    ("ballot heading", read_counted_headings),
    ("ballot label", read_labelled_ballots),
    ("tabled motion", read_tabled_motions),
    ("named motion", read_named_motions),
    ("content", read_contents),
    ("sitting", read_sittings),
    ("theme", read_themes),
    ("agenda", read_proposed_agendas),
    ("item", read_items),
    ("act", read_acts),
    ("chosen", read_chosen),
    ("review", read_reviews),
    ("title", read_title),
)


def find_decisions(
    report: Report, meeting: Meeting, rules: tuple[tuple[str, Rule], ...] = RULES
) -> tuple[Decision, ...]:
    """The decisions of the report's main meeting in reading order; none where no meeting took place."""
    if not meeting.is_meeting:
        return ()
    page = read_page(report)
    read = (
        record for _, rule in rules for record in rule(page) if record.object
    )  # a label may repeat itself: 决议：决议：
    return with_details(report, without_overheads(report, merge(without_echoes(read))))
