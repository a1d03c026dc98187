"""The loops, and the handlers that remind: for kill tests.

``python -m tests.reminder_bot DATABASE OFFSET AT DAYS``: the zone's minutes from UTC, when waves are due there
("12:00:01"), and on which days around a last day.
"""

import asyncio
import sys
from datetime import datetime, time, timedelta, timezone

from bot.model.quiet import NEVER
from bot.model.rhythm import Rhythm
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.ports.store import Waiting
from bot.records import Records
from bot.router import route
from bot.store.connect import connect
from bot.store.store import SqlStore
from handlers import HANDLERS
from knowledge.form_files import load_forms
from tests.desks import Desk
from tests.loops import serve


def main(database: str, offset: str, at: str, days: str) -> None:
    """Serves until it is killed."""
    zone = timezone(timedelta(minutes=int(offset)))
    rhythm = Rhythm(tuple(int(day) for day in days.split(",")), time.fromisoformat(at), NEVER, zone)
    forms = load_forms()

    async def handle(waiting: Waiting, talk: Talk, records: Records) -> Outcome:
        now = datetime.now(zone)
        desk = Desk(now=now, talk=talk, records=records, forms=forms, rhythm=rhythm)
        return await route(waiting.incoming, desk, HANDLERS)

    asyncio.run(serve(SqlStore(connect(database), rhythm), handle))


if __name__ == "__main__":
    main(*sys.argv[1:])
