""" "tình hình": who has reported in a period and who has not, for an officer's own unit and any under it."""

import re
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.divided import Part, divided
from bot.model.job import JobKind, job_for
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.roll import Roll
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.cut import without
from bot.roll_call import roll_call
from bot.router import Handler
from handlers import my_reports
from handlers.answering import asked
from handlers.looked_after import NOT_YOURS, keeps
from handlers.looked_at import Asking, Look, looked_at, names_level
from handlers.order import ordered, typed_after, understood
from handlers.pages import AT_MOST, page
from handlers.prompted import prompt_choice
from handlers.role_words import told_apart
from handlers.seen_token import CHART, STANDING, token
from handlers.standing_words import FEW, counted, names, noun, parts_told, until
from handlers.telling import remark, tell
from handlers.typed import command, pressed
from handlers.unit_standing import unit_standing
from knowledge.fold import plain

_WORDS = "tình hình"
_PRIVATELY = "Ở đây có nhiều người. Tình hình báo cáo thì đồng chí nhắn riêng cho tôi."
_CHOICES = 5
"""So many units at most are among the choices."""

REPORT = r"(?:bao cao|bc|so lieu)"
# "chưa có" and "chưa báo" alone answer the question for a figure: who has not is always said.
_NOT_YET = rf"chua (?:(?:nop|nap|bao cao|bao|gui|xong)(?: {REPORT})?|co {REPORT})"
LEVEL = r"(?:don vi|chi hoi|xa|phuong|huyen|thon|noi|cho)"
_WHO = rf"(?:ai|nhung ai|may ai|{LEVEL} (?:nao|mo)|dau)"
COUNT = r"(?:bao nhieu|may)"
HANDED = r"(?:nop|nap|gui|bao cao|bao)"
_ORDER = re.compile(
    r"(?!.*(?:so dien thoai|so dt|sdt|\bthi (?:nhac|don doc)\b))"
    r"(?:(?:cho (?:toi|tui|minh) |toi muon |xin )?(?:xem |hoi |biet )?)"
    rf"(?:/tinhhinh|(?:tinh hinh|tien do)(?: (?:nop|nap|gui|thuc hien))?(?: {REPORT})?"
    rf"|(?:con |co |hien |hien con )?{_WHO}(?: (?:con|van|dang|ma|thi|la))? {_NOT_YET}"
    rf"|(?:co )?{_WHO} (?:da )?{HANDED}(?: (?:du|xong))?(?: {REPORT})?(?= roi)"
    rf"|(?:da |duoc |co )?{COUNT} (?:nguoi|ong|anh|bac|chi hoi truong) (?:da )?{HANDED}(?: {REPORT})?(?= roi| chua|$)"
    rf"|(?:da )?co (?:ai|{LEVEL} nao|{LEVEL} mo) (?:da )?{HANDED}(?: (?:du|xong))?(?: {REPORT})?(?= chua)"
    rf"|{LEVEL} (?:nao|mo) (?:nop |bao )?(?:cham|it|thap|tre|luoi) nhat"
    rf"|(?:ti|ty) le (?:nop|bao)(?: {REPORT})?"
    rf"|(?:toan |ca )?(?:tinh|huyen|xa|phuong) (?:da )?{HANDED}(?: {REPORT})? (?:duoc|dc) {COUNT}(?: {LEVEL})?"
    rf"|(?:(?:danh sach|nhung|cac) (?:chi hoi |don vi |noi )?|(?:chi hoi|don vi) ){_NOT_YET}"
    rf"|(?:da )?(?:duoc |co )?{COUNT} {LEVEL} (?:da |con )?"
    rf"(?:{_NOT_YET}|{HANDED}(?: {REPORT})?)"
    r")(?: roi| het| chua)*(?= |$)"
)
_CHART = re.compile(r"(?:\b(?:bang|kem|co|va|them|theo|ve) )*\bbieu do\b")
_OWN = re.compile(r"tinh ?hinh|tien do")
"""A leader who asks so means the own report; who asks for others does not."""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody asks how the reports stand. While one is filled in, longer words may be its answer."""
    return pressed(incoming, STANDING) or ordered(incoming, talk, _ORDER)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns how a period stands; a leader sees the own report, a stranger asked the knowledge something."""
    person = await desk.records.person_at(incoming.address)
    text = without(typed_after(incoming, _ORDER) or "", _CHART)
    if incoming.group:
        return asked(incoming, desk, incoming.text) if text else remark(incoming, _PRIVATELY)
    if person is None or not keeps(person):
        return await _not_theirs(incoming, desk, person, text)
    return await stands(incoming, desk, person, text)


async def stands(incoming: Incoming, desk: Desk, person: Person, text: str) -> Outcome:
    """Returns how the period and the unit stand that a text names, or that a button carries."""
    look = await looked_at(incoming, desk, person, Asking(STANDING, _WORDS, text))
    return look if isinstance(look, Outcome) else await _shown(incoming, desk, look)


async def _not_theirs(incoming: Incoming, desk: Desk, person: Person | None, text: str) -> Outcome:
    own = not text and _OWN.search(plain(understood(incoming.text))) is not None
    if person is not None and person.has(RoleKind.LEADER) and own and incoming.kind is Kind.TEXT:
        return await my_reports.HANDLER.handle(incoming, desk)
    if person is not None and (not text or names_level(text)):
        return remark(incoming, NOT_YOURS.format(office=desk.office))
    if incoming.kind is Kind.PRESS or command(incoming.text):
        return remark(incoming, NOT_YOURS.format(office=desk.office))
    return asked(incoming, desk, incoming.text)


async def _shown(incoming: Incoming, desk: Desk, look: Look) -> Outcome:
    unit, tree, today = look.unit, look.tree, look.reach.day
    roll = (await roll_call(desk.records, look.period, tree, today)).under(unit.id, tree, today)
    parts = divided(unit.id, roll, tree, today)
    if not parts:
        # With somebody's number in it, "nói lại" does not keep it.
        text, choices = await unit_standing(desk, look, roll)
        return remark(incoming, text, (*choices, *_up(look)))
    if look.start:
        more = f"{unit.name}, {look.period.title}: đồng chí xem đơn vị nào?"
        return remark(incoming, more, _choices(look, parts))
    remind = await prompt_choice(desk, look, [line for part in parts for line in part.owed])
    told = tell(incoming, desk, "\n".join(_told(desk, look, roll, parts)), _choices(look, parts, remind))
    drawn = job_for(incoming, JobKind.CHART, look.period.id, unit.id)
    return replace(told, jobs=(drawn,)) if _wants_chart(incoming) else told


def _wants_chart(incoming: Incoming) -> bool:
    """Whether the picture is asked for in the same breath; else the words alone are the answer."""
    return incoming.kind is Kind.TEXT and _CHART.search(plain(understood(incoming.text))) is not None


def _told(desk: Desk, look: Look, roll: Roll, parts: tuple[Part, ...]) -> list[str]:
    owed = [line for line in roll.lines if line.stand.owed]
    head = [f"{counted(roll)}.", f"{look.unit.name}, {look.period.title}.", *until(look.period, roll, desk.now)]
    if not owed:
        return [*head, f"Tất cả {noun(roll)} đã nộp."]
    if len(owed) <= FEW or all(part.own for part in parts):
        return [*head, *names(owed, look.unit, look.tree, look.reach.day)]
    return [*head, *parts_told(parts)]


def _choices(look: Look, parts: tuple[Part, ...], beside: tuple[Choice, ...] = ()) -> tuple[Choice, ...]:
    family = token(STANDING, look.period.id, look.unit.id)
    labels = told_apart([part.unit for part in parts], look.tree)
    below = [
        Choice(_label(part, name), token(STANDING, look.period.id, part.unit.id))
        for part, name in zip(parts, labels, strict=True)
    ]
    chart = Choice("Biểu đồ", token(CHART, look.period.id, look.unit.id))
    others = (*beside, chart, *_up(look))
    return (*page(below, look.start, family, min(_CHOICES, AT_MOST - len(others))), *others)


def _label(part: Part, name: str) -> str:
    turnout = part.roll.turnout
    return name if part.own else f"{name} {turnout.submitted}/{turnout.expected}"


def _up(look: Look) -> tuple[Choice, ...]:
    up = look.up
    return (Choice("Lên trên", token(STANDING, look.period.id, up.id)),) if up is not None else ()


HANDLER = Handler("standing", wants, handle)
