"""Whose report stands how, in a sentence that begins with the unit: "an hoà đã nộp chưa", or asks for something of one:
"xem báo cáo thôn An Hòa", "số điện thoại chi hội trưởng An Hòa".

It is asked for late: whatever else such words can be comes first, and what names no unit is for the knowledge.
"""

import re

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.cut import paired, without
from bot.reading.period_named import period_named
from bot.router import Handler
from handlers import standing
from handlers.answering import asked
from handlers.courtesy import without_courtesy
from handlers.leader_meant import leader_meant
from handlers.looked_after import keeps
from handlers.person_named import titled
from handlers.seen_token import STANDING
from handlers.standing import COUNT, HANDED, LEVEL, REPORT
from handlers.unit_named import units_named
from knowledge.fold import plain

_SEEN = re.compile(rf"(?:cho (?:toi |tui |minh )?)?(?:xem {REPORT}|so lieu|bao cao cua)(?: cua)? (?P<unit>\w.*)")
_WHOSE = re.compile(
    r"(?:cho (?:toi |tui |minh )?)?(?:xin |xem )?(?:so dien thoai|so dt|sdt|dien thoai)(?: cua)?"
    r"(?: (?:dong chi |bac |anh |chu )?(?:chi hoi truong|truong chi hoi))?(?: cua)? (?P<unit>\w.*)"
)
_HOW = re.compile(
    r"(?P<unit>\w.*?) (?:da |thi |co )*"
    rf"(?:{HANDED}(?: {REPORT})? chua|{HANDED} (?:duoc|dc) {COUNT}(?: {LEVEL})?"
    rf"|{HANDED}(?: {REPORT})? (?:luc nao|khi nao|ngay nao|hom nao|bao gio)"
    rf"|{REPORT} (?:ra sao|ra rang|the nao|den dau|toi dau))(?: roi)?"
)
_STANDS = re.compile(
    rf"\b(?:(?:da |con |dang )?chua {HANDED}(?: {REPORT})?|(?:da )?{HANDED}(?: {REPORT})?(?: (?:du|xong|duoc|dc))*"
    r"(?: (?:roi|chua|du|xong|duoc|dc))+|tinh hinh|(?:da duyet|bi tra lai|da tra lai))\b"
)
_ASIDE = re.compile(
    rf"\b(?:{COUNT} {LEVEL}|{LEVEL} (?:nao|mo)|(?:nhung|cac|con|co) {LEVEL}|bao cao|bc|ai|nhung|cac|{COUNT}|con|co"
    r"|nao|nua|khong|the nao|ra sao|kiem tra|xem|cho|toi|tui|giup|roi|chua|bi|dang)\b"
    r"|\b(?:toan|ca|tung) (?:tinh|huyen|xa|phuong)\b|\b(?:tinh|huyen|xa|phuong) (?:minh|ta|nha|tui|toi)\b"
)
"""What a sentence about handing in may hold besides the unit; any other word makes it a question to the plans."""

_EDGES = " .,:;?!"


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether the words can ask for the report of a unit."""
    return incoming.kind is Kind.TEXT and not talk.run and (bool(_unit(incoming.text)) or _stands(incoming.text))


def _stands(text: str) -> bool:
    return _STANDS.search(plain(without_courtesy(text))) is not None


def _unit(text: str) -> str:
    said, folded = paired(without_courtesy(text).strip(_EDGES))
    found = _SEEN.fullmatch(folded) or _WHOSE.fullmatch(folded) or _HOW.fullmatch(folded)
    return "" if found is None else said[slice(*found.span("unit"))]


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns how the unit's report stands; for anybody who looks after none, what the knowledge says."""
    person = await desk.records.person_at(incoming.address)
    if incoming.group or person is None or not keeps(person):
        return asked(incoming, desk, incoming.text)
    tree = await desk.records.tree()
    left = without(without(without_courtesy(incoming.text), _STANDS), _ASIDE).strip(_EDGES)
    for name in (_unit(incoming.text), left):
        if units_named(period_named(name, desk.now.year).rest, tree.units, tree):
            return await standing.stands(incoming, desk, person, name)
    if titled(name := _unit(incoming.text)):
        meant = await leader_meant(incoming, desk, person, name, STANDING)
        if meant is not None:
            return meant if isinstance(meant, Outcome) else await standing.stands(meant, desk, person, "")
    if _stands(incoming.text) and not left:
        return await standing.stands(incoming, desk, person, "")
    return asked(incoming, desk, incoming.text)


HANDLER = Handler("standing of", wants, handle)
