"""A code was typed: whose role it gives is said, consent is asked once, and after the yes the role is given."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming
from bot.model.attempts import MOST, Attempts
from bot.model.code import hashed
from bot.model.invite import Invite
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.model.unit import Unit
from bot.outcome import Outcome
from bot.router import Handler
from handlers.code_typed import code_typed
from handlers.joined import joined
from handlers.moments import shown_day
from handlers.own_units import takes_over
from handlers.role_words import title
from handlers.telling import remark
from handlers.typed import pressed, typed

PRIVATELY = "Ở đây có nhiều người, ai thấy mã cũng dùng được. Đồng chí nhắn mã riêng cho tôi."
_FAMILY = "thamgia"
_YES, _NO = f"{_FAMILY}:co", f"{_FAMILY}:khong"
YES_WORDS = ("co", "dong y", "toi dong y", "dong y nhe", "da dong y", "duoc", "u", "uh", "ok", "oke", "vang", "da")
NO_WORDS = ("khong", "khong dong y", "toi khong dong y", "thoi", "ko", "k", "khong a")
_SHAPE = """Mã có 8 chữ và số, in trên giấy mời. Đồng chí nhắn cả mã giúp tôi, ví dụ:
DANGKY K7Q4-M2XA
Chưa có mã, đồng chí hỏi {office}."""
_LOCKED = """Đồng chí đã nhắn sai mã nhiều lần. Một giờ nữa đồng chí hãy thử lại.
Cần ngay, đồng chí hỏi {office}."""
_CONSENT = """{head}Mã này mời đồng chí làm {title}.
Tôi sẽ giữ: tên, địa chỉ trò chuyện, vai trò, và số liệu kèm tên người nhập.
Để nhận báo cáo, nhắc hạn, và biết ai đã nhập số nào.
Muốn thôi, đồng chí nhắn "xoá dữ liệu của tôi" lúc nào cũng được.
Đồng chí có đồng ý không?"""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody typed a code, or answers whether they agree."""
    return (
        pressed(incoming, _FAMILY)
        or (bool(talk.joining) and typed(incoming, *YES_WORDS, *NO_WORDS))
        or code_typed(incoming, talk) is not None
    )


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the question for consent, the new role, or what is wrong with the code."""
    if incoming.group:
        return remark(incoming, PRIVATELY)
    said = code_typed(incoming, desk.talk)
    if said is None:
        return await _answered(incoming, desk)
    if not said.code:
        return remark(incoming, _SHAPE.format(office=desk.office))
    attempts = await desk.records.attempts(incoming.address) or Attempts(incoming.address, 0, desk.now)
    if attempts.locked(desk.now):
        return remark(incoming, _LOCKED.format(office=desk.office))
    invite = await desk.records.invite(hashed(said.code))
    if invite is None:
        return _wrong(incoming, desk, attempts.failed(desk.now))
    return await _invited(incoming, desk, invite)


def _wrong(incoming: Incoming, desk: Desk, attempts: Attempts) -> Outcome:
    left = MOST - attempts.count
    if left > 0:
        text = f"Mã này không đúng. Đồng chí xem lại giấy mời rồi nhắn lại giúp tôi (còn {left} lần)."
    else:
        text = _LOCKED.format(office=desk.office)
    return replace(remark(incoming, text), records=(attempts,))


async def _answered(incoming: Incoming, desk: Desk) -> Outcome:
    invite = await desk.records.invite(desk.talk.joining) if desk.talk.joining else None
    if invite is None:
        return remark(incoming, f"Lời mời này không còn nữa. {_SHAPE.format(office=desk.office)}")
    if incoming.token == _NO or typed(incoming, *NO_WORDS):
        until = shown_day(invite.last_day(desk.now.tzinfo))
        text = f"Vâng. Tôi không giữ gì của đồng chí.\nNếu đổi ý, đồng chí nhắn lại mã, mã dùng được đến ngày {until}."
        return replace(remark(incoming, text), talk=replace(desk.talk, joining=""))
    return await _invited(incoming, desk, invite, agreed=True)


async def _invited(incoming: Incoming, desk: Desk, invite: Invite, *, agreed: bool = False) -> Outcome:
    """Returns what comes of an invite that is there: it may be used, out of date, or for a unit that is no more."""
    tree = await desk.records.tree()
    person = await desk.records.person_at(incoming.address)
    unit = takes_over(invite.unit, tree, desk)
    name = title(invite.kind, unit)
    target = unit.id if unit is not None else ""
    if person is not None and target in person.units(invite.kind):
        return _closed(incoming, desk, f"Đồng chí đang là {name} rồi, không cần mã nữa.")
    if invite.used is not None:
        mine = person is not None and invite.by == person.id
        return _closed(incoming, desk, _used(desk, mine=mine))
    if not invite.open(desk.now):
        return _closed(incoming, desk, f"Mã này đã hết hạn. Đồng chí xin mã mới ở {desk.office}.")
    if unit is None and invite.kind is not RoleKind.ADMIN:
        return _closed(incoming, desk, f"Đơn vị của mã này không còn nữa. Đồng chí hỏi {desk.office}.")
    head = "" if target == invite.unit else _moved(tree.find(invite.unit), unit)
    if person is None and not agreed:
        text = _CONSENT.format(head=head, title=name)
        asked = remark(incoming, text, (Choice("Đồng ý", _YES), Choice("Không", _NO)))
        return replace(asked, talk=replace(desk.talk, joining=invite.hash))
    return await joined(incoming, desk, invite, person, unit)


def _used(desk: Desk, *, mine: bool) -> str:
    if mine:
        return f"Đồng chí đã dùng mã này rồi. Cần mã mới, đồng chí hỏi {desk.office}."
    return f"Mã này đã có người dùng, mỗi mã chỉ dùng một lần. Đồng chí xin mã mới ở {desk.office}."


def _moved(unit: Unit | None, unit_now: Unit | None) -> str:
    old, new = (one.name if one is not None else "đơn vị khác" for one in (unit, unit_now))
    return f"{old} nay đã nhập vào {new}.\n"


def _closed(incoming: Incoming, desk: Desk, text: str) -> Outcome:
    return replace(remark(incoming, text), talk=replace(desk.talk, joining=""))


HANDLER = Handler("joining", wants, handle)
