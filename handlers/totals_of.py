"""Totals asked for without the word: "cộng quỹ", "nhà tạm theo từng xã", "so với kỳ trước".

They are looked for late, and only a figure of the forms makes them totals: all else is for the knowledge.
"""

import re

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.cut import without
from bot.router import Handler
from handlers import standing_of, totals
from handlers.answering import asked
from handlers.courtesy import without_courtesy
from handlers.looked_after import keeps
from handlers.own_units import reach, tops
from handlers.totals_wish import Wish, wish
from handlers.unit_named import units_named
from knowledge.fold import plain

_UNDER = r"(?:don vi|xa|phuong|huyen|chi hoi|thon)"
_ASKED = re.compile(
    r"(?:tinh |lay )?(?:cong|tong)(?: cong| so)*(?: so)? \w.*"
    rf"|.* (?:theo |tung |cac |cua |moi ){{1,2}}{_UNDER}"
    r"|.*\b(?:toan|ca) (?:tinh|huyen|xa|phuong|chi hoi)\b.*"
    r"|.* (?:xa|huyen|phuong|thon|chi hoi) .* (?:con|duoc|la|co) (?:bao nhieu|may)\b.*"
    rf"|{_UNDER} (?:nao|mo) .*(?:nhieu|it|cao|thap).* nhat"
    r"|(?:.* )?(?:so sanh|tang hay giam) .*|.*\b(?:kien nghi|y kien) (?:gi|nao)"
    r"|(?:.* )?so (?:sanh )?(?:voi )?(?:cung )?(?:ky|nam)\b.*(?:truoc|ngoai).*"
)
_AROUND = re.compile(
    rf"^(?:tinh |lay )?(?:cong|tong)(?: cong| so)*\b|^{_UNDER} (?:nao|mo)\b"
    r"|\b(?:con |co |duoc )?(?<!bao )(?:nhieu|it|cao|thap)\b"
    r"|\bnhat$|\b(?:so )?tien\b|\bgi$|\btang hay giam\b|\bco so\b"
    r"|\b(?:la |con |co |duoc )*bao nhieu$"
    r"|\btang giam(?: the nao| ra sao| bao nhieu)?\b|\b(?:xem|cho toi|cho tui|tong)\b"
)
_EDGES = " .,:;?!"


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether the words can ask for a figure of many units, or for how they have changed."""
    said = plain(without_courtesy(incoming.text)).strip(_EDGES)
    return incoming.kind is Kind.TEXT and not talk.run and _ASKED.fullmatch(said) is not None


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the totals to an officer who names a figure of theirs; else what the knowledge says."""
    person = await desk.records.person_at(incoming.address)
    if incoming.group or person is None or not keeps(person):
        return asked(incoming, desk, incoming.text)
    tree = await desk.records.tree()
    rest = without(without_courtesy(incoming.text).strip(_EDGES), _AROUND)
    wanted = wish(rest, desk.now.date(), await desk.records.periods(), desk.forms)
    within = not wanted.named or units_named(wanted.named, reach(person, tree, desk).ever(), tree)
    if not _is_of_figures(wanted) or not within or not tops(person, tree, desk):
        return await standing_of.HANDLER.handle(incoming, desk)
    return await totals.wished(incoming, desk, person, wanted)


def _is_of_figures(wanted: Wish) -> bool:
    return bool(wanted.field) or wanted.compared


HANDLER = Handler("totals of", wants, handle)
