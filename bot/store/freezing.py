"""The letters of a broadcast: put into the outbox once and for all, and sent again where that is wished."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from bot.messages import Address
from bot.model.broadcast import BroadcastState
from bot.records import Frozen, Resent, Rewritten
from bot.store import files
from bot.store.broadcast_tables import BROADCASTS
from bot.store.broadcasts import letter_key, one, run
from bot.store.editing import OVERTAKEN
from bot.store.inserting import insert_new
from bot.store.letters import untried
from bot.store.spans_json import spans_to_json
from bot.store.tables import OF_BROADCAST, OUTBOX, PENDING
from bot.store.talk_json import choices_to_json

_GOES = (BroadcastState.RUNNING.value, BroadcastState.PAUSED.value)


def freeze(connection: Connection, frozen: Sequence[Frozen], at: datetime) -> None:
    """Puts the letters of broadcasts into the outbox, unless they are there or the broadcast was cancelled meanwhile.

    Raises MissingFileError.
    """
    for found in frozen:
        letters = _seen_only(connection, found, found.anew) if found.anew else found
        goes = (BROADCASTS.c.frozen.is_(None), BROADCASTS.c.state.in_(_GOES))
        if connection.execute(one(letters.broadcast).where(*goes).values(frozen=at)).rowcount:
            if letters.file is not None:
                files.check(connection, {letters.file.id})
            _insert(connection, letters, at)
            if letters.wordy:
                _insert(connection, replace(letters, to=letters.wordy, text=letters.told, file=None), at)
            if letters.anew is not None:
                _rewrite(connection, letters, letters.anew, at)
            running = BROADCASTS.c.state == BroadcastState.RUNNING.value
            connection.execute(one(letters.broadcast).where(running).values(look=at))


def resend(connection: Connection, resent: Sequence[Resent], at: datetime) -> None:
    """Puts the letters in these states back, with all their tries before them; a finished broadcast runs again."""
    for wish in resent:
        found = select(BROADCASTS.c.state).where(BROADCASTS.c.number == wish.broadcast)
        state = connection.execute(found).scalar_one_or_none()
        if state is None or state == BroadcastState.CANCELLED.value:
            continue
        again = (OF_BROADCAST, OUTBOX.c.broadcast == wish.broadcast, OUTBOX.c.state.in_(_ONCE_MORE & set(wish.states)))
        anew: dict[str, Any] = {"state": "pending", "reason": "", "tries": 0, "due": at, "finished": None}
        back = connection.execute(update(OUTBOX).where(*again).values(anew)).rowcount
        if back and state == BroadcastState.FINISHED.value:
            run(connection, wish.broadcast, at)


_ONCE_MORE = {"failed", "unknown"}
_UNSENT = ("pending", "leased", "failed", "unknown")


def _seen_only(connection: Connection, letters: Frozen, anew: Rewritten) -> Frozen:
    """Returns the correction without those whose letter waits once more: it is put right before they see it."""
    chats = select(OUTBOX.c.channel, OUTBOX.c.bot, OUTBOX.c.chat)
    found = connection.execute(chats.where(PENDING, OF_BROADCAST, OUTBOX.c.broadcast == anew.of))
    waiting = {Address(*row) for row in found}
    every = (letters.to, letters.wordy, anew.to)
    to, wordy, edited = (tuple(one for one in many if one not in waiting) for many in every)
    return replace(letters, to=to, wordy=wordy, anew=replace(anew, to=edited))


def _rewrite(connection: Connection, letters: Frozen, anew: Rewritten, at: datetime) -> None:
    """An earlier correction that still waits says nothing any more; who waits for the letter itself gets it right.

    A letter that is under way is as it was, but should it be put back, or be lost, it comes right the next time.
    """
    earlier = select(BROADCASTS.c.number).where(
        BROADCASTS.c.corrects == anew.of, BROADCASTS.c.in_place.is_(True), BROADCASTS.c.number != letters.broadcast
    )
    waiting = (PENDING, OF_BROADCAST, OUTBOX.c.broadcast.in_(earlier), OUTBOX.c.edits != "")
    gone = {"state": "cancelled", "reason": OVERTAKEN, "finished": at}
    connection.execute(update(OUTBOX).where(*waiting).values(gone))
    unsent = (OF_BROADCAST, OUTBOX.c.broadcast == anew.of, OUTBOX.c.state.in_(_UNSENT))
    right = {"text": anew.text, "choices": choices_to_json(anew.choices), "spans": spans_to_json(anew.spans)}
    connection.execute(update(OUTBOX).where(*unsent).values(right))
    if anew.told:
        connection.execute(update(OUTBOX).where(*unsent, OUTBOX.c.file == "").values(text=anew.told))
    edited = replace(letters, to=anew.to, text=anew.text, choices=anew.choices, spans=anew.spans, file=None)
    _insert(connection, edited, at, anew.of)


def _insert(connection: Connection, letters: Frozen, at: datetime, edits: int = 0) -> None:
    same = {**untried(letters, at, at), "bulk": True, "broadcast": letters.broadcast}
    rows = [
        {
            "name": letter_key(letters.broadcast, address),
            "of_channel": address.channel,
            "of_bot": address.bot,
            "of_chat": address.chat,
            "of_edits": letter_key(edits, address) if edits else "",
        }
        for address in letters.to
    ]
    chat: dict[str, Any] = {name: bindparam(f"of_{name}") for name in ("channel", "bot", "chat", "edits")}
    if rows:
        insert = insert_new(connection, OUTBOX, ("key",)).values({"key": bindparam("name"), **chat, **same})
        connection.execute(insert, rows)
