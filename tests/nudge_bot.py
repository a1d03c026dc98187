"""The loops, and a handler that says which draft is silent: for kill tests.

``python -m tests.nudge_bot DATABASE``
"""

import asyncio
import sys

from bot.messages import Reply
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.ports.store import Waiting
from bot.records import Records
from bot.store.connect import connect
from bot.store.store import SqlStore
from tests.loops import serve


async def remind(waiting: Waiting, talk: Talk, records: Records) -> Outcome:
    """Says the event."""
    return Outcome((Reply(waiting.incoming.address, waiting.incoming.token),))


if __name__ == "__main__":
    asyncio.run(serve(SqlStore(connect(sys.argv[1])), remind))
