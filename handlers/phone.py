""" "số điện thoại của tôi 0905 123 456": a number is kept after a yes of its own, and goes with a word."""

import re
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.audit import Audit
from bot.model.person import Person
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.phone import phone_number, shown_phone
from bot.router import Handler
from handlers.joining import NO_WORDS, YES_WORDS
from handlers.order import named_after
from handlers.telling import remark
from handlers.typed import pressed, typed
from knowledge.fold import plain

_FAMILY = "sdt"
_YES, _NO = f"{_FAMILY}:co", f"{_FAMILY}:khong"
_PHONE = r"(?:so )?(?:dien thoai|dt|sdt|so may)"
_MINE = r"(?:cua )?(?:toi|tui|minh|em|tau)"
_NUMBER = r"(?= ?[:+(]* ?o?[0-9])"
_GIVE = re.compile(
    r"(?:cho (?:toi|tui|em) )?(?:luu|ghi|cap nhat) so (?=0[0-9])|"
    rf"(?:(?:toi|tui|em) )?(?:(?:doi|sua|ghi|luu|cho|gui|cap nhat) )?{_PHONE}"
    rf"(?: {_MINE}(?:(?: (?:la|moi|thanh|nay))+|{_NUMBER}|$)|(?: (?:la|thanh|moi))*:? ?(?=\(?\+84|0[0-9]))"
)
_REMOVE = re.compile(rf"(?:toi muon |cho toi |xin )?(?:bo|xoa|go|rut|thoi giu|dung giu|huy) {_PHONE} {_MINE}(?: di)?$")
_ASKS = re.compile(r"\b(?:la gi|la so nao|so may|la may|bao nhieu|so nao)\W*$")
_HELD = 'Tôi đang giữ số {number}. Muốn thôi, đồng chí nhắn "bỏ số điện thoại của tôi".'
_UNREAD = """Tôi chưa đọc được số điện thoại. Số di động có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.
Đồng chí nhắn lại giúp tôi, ví dụ: số điện thoại của tôi 0905 123 456"""
_NOBODY = "Tôi chưa biết đồng chí là ai nên không giữ số nào. Có mã mời, đồng chí nhắn DANGKY và mã."
_ASKED = """Số của đồng chí là {number}.
Chỉ cán bộ Hội cấp trên và người quản trị thấy số này, để gọi khi cần về báo cáo.
Muốn thôi, đồng chí nhắn "bỏ số điện thoại của tôi" lúc nào cũng được.
Đồng chí có đồng ý cho tôi giữ số này không?"""
_KEPT = 'Tôi đã ghi số {number}. Muốn thôi, đồng chí nhắn "bỏ số điện thoại của tôi".'
_NOT_KEPT = "Vâng, tôi không ghi số nào."
_REMOVED = "Tôi đã bỏ số điện thoại của đồng chí. Từ nay không ai thấy số ấy nữa."
_NONE = "Tôi không giữ số điện thoại nào của đồng chí."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody gives a number or takes it back, or answers whether it may be kept."""
    if pressed(incoming, _FAMILY):
        return True
    if incoming.kind is not Kind.TEXT:
        return False
    answers = _pending(talk) and typed(incoming, *YES_WORDS, *NO_WORDS)
    return bool(answers) or any(named_after(incoming.text, order) is not None for order in (_GIVE, _REMOVE))


def _pending(talk: Talk) -> str:
    """Returns the number whose owner has been asked: it is on the screen, and nowhere else before the yes."""
    return next((choice.token.removeprefix(f"{_YES}:") for choice in talk.screen if choice.token.startswith(_YES)), "")


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns what the number is for with the question for consent; after the yes, that it is kept."""
    person = await desk.records.person_at(incoming.address)
    if person is None:
        return remark(incoming, _NOBODY)
    if incoming.kind is Kind.PRESS or typed(incoming, *YES_WORDS, *NO_WORDS):
        return _answered(incoming, desk, person)
    if named_after(incoming.text, _REMOVE) is not None:
        return _changed(incoming, desk, person, "", _REMOVED) if person.phone else remark(incoming, _NONE)
    if _ASKS.search(plain(incoming.text)):
        return remark(incoming, _HELD.format(number=shown_phone(person.phone)) if person.phone else _NONE)
    number = phone_number((named_after(incoming.text, _GIVE) or "").lstrip(": "))
    if not number:
        return remark(incoming, _UNREAD)
    choices = (Choice("Đồng ý", f"{_YES}:{number}"), Choice("Không", _NO))
    return remark(incoming, _ASKED.format(number=shown_phone(number)), choices)


def _answered(incoming: Incoming, desk: Desk, person: Person) -> Outcome:
    if incoming.token == _NO or typed(incoming, *NO_WORDS):
        return remark(incoming, _NOT_KEPT)
    given = incoming.token.removeprefix(f"{_YES}:") if incoming.kind is Kind.PRESS else _pending(desk.talk)
    number = phone_number(given)
    if not number:
        return remark(incoming, _UNREAD)
    return _changed(incoming, desk, person, number, _KEPT.format(number=shown_phone(number)))


def _changed(incoming: Incoming, desk: Desk, person: Person, number: str, text: str) -> Outcome:
    what = "person.phone_given" if number else "person.phone_removed"
    audit = Audit(person.id, what, person.id, desk.now, incoming.address.channel)
    return replace(remark(incoming, text), records=(replace(person, phone=number), audit))


HANDLER = Handler("phone", wants, handle)
