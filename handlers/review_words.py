"""What an officer types about the report on the screen: "nhận", "trả lại 4 quỹ ghi nhầm", "tiếp", a reason."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler, chosen
from handlers import reviewing
from handlers.looked_after import NOT_YOURS, keeps
from handlers.order import named_after
from handlers.review_returning import return_for, said_at_once, said_field
from handlers.review_token import Pick, Verb, on_screen, pick_of
from handlers.telling import remark
from handlers.typed import command, typed

_RETURN = re.compile(r"(?:tra lai|tra ve|tra)(?: bao cao(?: nay)?)?(?: vi)?(?=\W|$)")
_ACCEPT = (
    "nhan",
    "nhan di",
    "nhan bao cao",
    "nhan bao cao nay",
    "dong y",
    "dong y nhan",
    "chap nhan",
    "duyet bao cao nay",
)
_LATER = (
    "tiep",
    "de sau",
    "thoi de sau",
    "de sau di",
    "de mai",
    "bo qua",
    "tiep theo",
    "xem tiep",
    "bao cao khac",
    "qua",
)
_ALL = ("nhan het", "nhan tat ca", "duyet het", "duyet tat ca", "nhan het di")
_STOP = ("thoi", "khong", "huy", "khong tra nua", "de sau", "quay lai", "thoi khong tra")
_YES = ("nhan", "co", "dong y", "dung", "u", "nhan het", "ok", "phai")


def spoken(beside: Sequence[Handler]) -> Handler:
    """Returns the handler of words about the report on the screen.

    Only what was just typed decides: a corrected message does not (it may be about another report). Where a figure is
    to be named, the words of the handlers ``beside`` are theirs.
    """

    def wants(incoming: Incoming, talk: Talk) -> bool:
        if incoming.kind is not Kind.TEXT or command(incoming.text):
            return False
        asked = _asked(talk)
        if asked is None:
            return False
        if asked.verb is Verb.WHY:
            return not typed(incoming, "duyet")
        if asked.verb is Verb.FIELD:
            return not any(handler.wants(incoming, talk) for handler in beside)
        return _said(incoming, talk) is not None

    async def handle(incoming: Incoming, desk: Desk) -> Outcome:
        person = await desk.records.person_at(incoming.address)
        if person is None or not keeps(person):
            return remark(incoming, NOT_YOURS.format(office=desk.office))
        asked = _asked(desk.talk)
        if asked is not None and asked.verb in (Verb.FIELD, Verb.WHY) and not typed(incoming, *_STOP):
            answer = return_for if asked.verb is Verb.WHY else said_field
            return await answer(incoming, desk, person, asked, incoming.text)
        pick = _said(incoming, desk.talk) or Pick(Verb.SHOW)
        words = named_after(incoming.text, _RETURN) if pick.verb is Verb.RETURN else ""
        if words:
            return await said_at_once(incoming, desk, person, pick, words)
        return await reviewing.handle(replace(incoming, kind=Kind.PRESS, token=pick.token), desk)

    return Handler("review words", wants, handle)


def decides(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether these words, typed now, would decide about the report on the screen."""
    said = replace(incoming, kind=Kind.TEXT)
    if _asked(talk) is None:
        return False
    return pick_of(chosen(said, talk).token) is not None or _said(said, talk) is not None


def _asked(talk: Talk) -> Pick | None:
    """Returns what the screen asks: about a report (ACCEPT), its FIELD, WHY, or whether all are meant (SURE)."""
    for pick in on_screen(talk):
        if pick.verb in (Verb.ACCEPT, Verb.FIELD, Verb.WHY, Verb.SURE):
            return pick
    return None


def _said(incoming: Incoming, talk: Talk) -> Pick | None:
    """Returns the choice on the screen that the words stand for."""
    offered = {pick.verb: pick for pick in reversed(on_screen(talk))}
    asked = _asked(talk)
    if asked is None:
        return None
    if asked.verb is not Verb.ACCEPT:
        if typed(incoming, *_STOP):
            return offered.get(Verb.STOP) or offered.get(Verb.SHOW)
        return offered.get(Verb.SURE) if typed(incoming, *_YES) else None
    if typed(incoming, *_ALL):
        return offered.get(Verb.ALL) or Pick(Verb.ALL, asked.scope)
    if typed(incoming, *_LATER):
        return offered.get(Verb.LATER) or Pick(Verb.LATER, asked.scope, asked.report, asked.number)
    if typed(incoming, *_ACCEPT):
        return asked
    return offered.get(Verb.RETURN) if named_after(incoming.text, _RETURN) is not None else None
