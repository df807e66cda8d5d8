"""What the stored reports introduced, for the reading of the next one."""

from sqlalchemy import func, select

from data.facts.world import World
from data.records import PUBLIC, Reader
from data.store.loading import readable
from data.store.schema import attendance, meetings, reports
from data.store.store import Store


def world_for(store: Store, collection: str) -> World:
    """The world of a report that is loaded into `collection`: that collection's and the public reports, as they are.

    No other collection's: what one group's reports introduce must not show in another's facts.
    """
    theirs = readable(Reader(frozenset({PUBLIC, collection})))
    held = attendance.c
    people = select(held.name, held.title, func.count()).join(reports, reports.c.number == held.number)
    bodies = select(meetings.c.body).join(reports, reports.c.number == meetings.c.number).distinct()
    named = (meetings.c.ordinal.is_not(None), meetings.c.body.is_not(None))
    with store.database.reading() as connection:
        introduced = connection.execute(people.where(theirs, held.title != "").group_by(held.name, held.title)).all()
        known = connection.execute(bodies.where(theirs, *named)).scalars().all()
    return World.of(((name, office, times) for name, office, times in introduced), known)
