"""One more channel for the same person: a code is asked for here, typed there, confirmed, and the two are one."""

import re
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind, Reply
from bot.model.attempts import MOST, Attempts
from bot.model.audit import Audit
from bot.model.code import hashed
from bot.model.link import Link, plain_digits
from bot.model.person import Person
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler, as_press, labelled
from handlers.channel_words import channel_name, chat_mark, told_apart
from handlers.joining import NO_WORDS, YES_WORDS
from handlers.linked import linked
from handlers.order import named_after
from handlers.role_words import titles
from handlers.telling import remark
from handlers.typed import pressed, typed
from knowledge.fold import plain

_FAMILY = "lienket"
_YES, _NO = f"{_FAMILY}:co", f"{_FAMILY}:khong"
_MINE, _NOT_MINE = f"{_FAMILY}:dung", f"{_FAMILY}:sai"
_TRUE = ("dung", "dung roi", "dung a", "dung the", "dung toi", "phai", "phai roi", "la toi", "toi day")
_FALSE = (*NO_WORDS, "khong phai", "khong phai a", "khong dung", "sai", "sai roi")
_ASKING = (
    "/lienket",
    "lien ket",
    "lienket",
    "lien ket kenh",
    "lien ket tai khoan",
    "lien ket voi zalo",
    "lien ket voi telegram",
    "lien ket zalo",
    "lien ket telegram",
    "them kenh",
    "toi muon them kenh",
    "toi muon lien ket",
    "dung ca zalo",
    "dung ca telegram",
    "dung them zalo",
    "dung them telegram",
    "toi muon dung ca zalo",
    "toi muon dung ca telegram",
    "toi muon dung them zalo",
    "toi muon dung them telegram",
    "toi dung ca zalo",
    "toi dung ca telegram",
    "doi sang zalo",
    "chuyen sang zalo",
    "chuyen sang telegram",
)
_HOW = re.compile(
    r"(?:(?:toi|tui|em|minh) )?(?:muon )?(?:lien ket|them kenh|noi (?:voi|sang)|dung them|xai them)"
    r"(?: (?:voi|qua|sang|kenh|may|zalo|telegram|tele|nay|kia|khac))*"
    r"(?: (?:sao|lam sao|the nao|ra sao|kieu chi|cach nao|rang|duoc khong|di|nghe|giup|voi))*"
    r"|(?:toi|tui|em|minh) muon (?:nhan tin|nhan thong bao|dung|xai) (?:tren|qua|o|ben) (?:zalo|telegram|tele)"
    r"(?: (?:nghe|nua|a))*"
)
"""Somebody wants another channel, or asks how."""
_TYPED = re.compile(r"/?(?:ma )?lien ?ket(?: (?:ma|code))?[\s:.,\-]*(?=[\s:.,\-]*[0-9])(?![a-z])")
_DIGITS = re.compile(r"[\d\s.\-–—_]+")
_NOBODY = """Ở kênh này tôi chưa biết đồng chí là ai.
Đồng chí đã dùng tôi ở kênh khác (Telegram, Zalo) thì sang đó nhắn "liên kết" để lấy mã, rồi nhắn mã vào đây.
Chưa dùng ở đâu cả, đồng chí nhắn DANGKY và mã mời. Chưa có mã mời, đồng chí hỏi {office}."""
_CODE = """Đồng chí mở tôi ở kênh kia (Zalo, Telegram), rồi nhắn vào đó:
LIENKET {code}
Mã dùng một lần, đến {until}. Ai có mã thì làm thay đồng chí được, nên đừng đưa cho người khác."""
_SHAPE = """Mã liên kết có 6 chữ số, ví dụ: LIENKET 123456.
Chưa có mã, đồng chí sang kênh đang dùng, nhắn "liên kết"."""
_LOCKED = """Đồng chí đã nhắn sai mã nhiều lần. Một giờ nữa đồng chí hãy thử lại.
Cần ngay, đồng chí hỏi {office}."""
_WRONG = "Mã này không đúng. Đồng chí xem lại mã ở kênh kia rồi nhắn lại giúp tôi (còn {left} lần)."
_OVER = """Mã này {why}. Mỗi mã dùng một lần, trong 15 phút.
Đồng chí sang kênh kia nhắn "liên kết" để lấy mã mới."""
_SAME = "Mã này là của chính đồng chí. Đồng chí mở tôi ở kênh kia rồi nhắn mã vào đó."
_LINKED_ALREADY = "Kênh này đã liên kết với đồng chí rồi, không cần mã nữa."
_ANOTHER = """Ở kênh này tôi đang biết đồng chí là {who}. Hai người thì tôi chưa gộp làm một được.
Nếu vẫn là đồng chí: nhắn ở đây "xoá dữ liệu của tôi", rồi nhắn lại mã. Số liệu đã gửi vẫn ở lại đơn vị.
Chưa chắc, đồng chí hỏi {office}."""
_SURE = """Mã này là của đồng chí {name}, đang dùng {channel}.
Đồng ý thì từ nay ở đây đồng chí cũng là người ấy: cùng vai trò, cùng báo cáo.
Tôi sẽ giữ thêm địa chỉ trò chuyện này. Đúng là đồng chí và đồng chí đồng ý không?"""
_NOT = "Vâng, tôi không liên kết gì. Mã của ai, người ấy giữ."
_AGAIN = "Lời hỏi đó không còn nữa, nên tôi không liên kết gì. Đồng chí nhắn lại mã giúp tôi, ví dụ: LIENKET 123456."
_ASKED = 'Tôi vừa hỏi lại ở {channel}. Đồng chí sang đó trả lời "Đúng là tôi" thì hai kênh thành một.'
_UNSEEN = 'Chưa thấy lời hỏi, đồng chí nhắn ở đó "chào".'
_IS_IT_YOU = """Có người ở {channel} vừa nhập mã liên kết của đồng chí. Đúng là đồng chí không?
Không phải thì đừng đồng ý: người ấy sẽ làm thay đồng chí được."""
_NOT_YOU = "Vâng, tôi không liên kết gì. Mã vừa rồi không dùng được nữa."
_REFUSED = "Ở kênh kia trả lời là không phải, nên tôi không liên kết gì."


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants a code, typed one, or answers whether it is theirs."""
    return (
        pressed(incoming, _FAMILY)
        or _asks(incoming)
        or _said(incoming) is not None
        or (bool(_pending(talk)) and typed(incoming, *YES_WORDS, *NO_WORDS))
        or _owners(incoming, talk) is not None
    )


def _asks(incoming: Incoming) -> bool:
    said = plain(" ".join(incoming.text.split())).strip(" .,?!")
    return typed(incoming, *_ASKING) or (incoming.kind is Kind.TEXT and _HOW.fullmatch(said) is not None)


def _said(incoming: Incoming) -> str | None:
    """Returns what stands after LIENKET as far as it looks like a code, None for no such message."""
    said = named_after(incoming.text, _TYPED) if incoming.kind is Kind.TEXT else None
    return said if said is not None and _DIGITS.fullmatch(said) else None


def _pending(talk: Talk) -> str:
    """Returns the hash of the code whose holder has been asked: it is on the screen, and nowhere else."""
    return next((one.token.removeprefix(f"{_YES}:") for one in talk.screen if one.token.startswith(_YES)), "")


def _owners(incoming: Incoming, talk: Talk) -> Choice | None:
    """Returns what the owner of a code answered, in words, even amid a report: the question came unasked."""
    asked = [one for one in talk.offered if one.token.startswith((_MINE, _NOT_MINE))]
    if incoming.kind is not Kind.TEXT or not asked:
        return None
    if not talk.run and not talk.screen and typed(incoming, *_TRUE, *_FALSE):
        wanted = _MINE if typed(incoming, *_TRUE) else _NOT_MINE
        return next(one for one in asked if one.token.startswith(f"{wanted}:"))
    return labelled(incoming.text, asked)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the code, the question whether it is theirs, what is wrong with it, or that the two chats are one."""
    if (answer := _owners(incoming, desk.talk)) is not None:
        incoming = as_press(incoming, answer)
    person = await desk.records.person_at(incoming.address)
    if (said := _said(incoming)) is not None:
        return await _tried(incoming, desk, person, plain_digits(said))
    if _asks(incoming):
        return await _code(incoming, desk, person) if person else remark(incoming, _NOBODY.format(office=desk.office))
    if incoming.kind is Kind.PRESS and incoming.token.startswith((_MINE, _NOT_MINE)):
        return await _confirmed(incoming, desk, person)
    return await _answered(incoming, desk, person)


async def _code(incoming: Incoming, desk: Desk, person: Person) -> Outcome:
    code = desk.digits()
    while (other := await desk.records.link(hashed(code))) and other.open(desk.now):
        code = desk.digits()
    made = Link(hashed(code), person.id, desk.now)
    until = made.expires.astimezone(desk.now.tzinfo)
    text = _CODE.format(code=code, until=f"{until.hour}:{until.minute:02d}")
    choices = desk.talk.screen if desk.talk.run else ()
    return replace(remark(incoming, text, choices), talk=desk.talk, records=(made,))


async def _tried(incoming: Incoming, desk: Desk, person: Person | None, code: str) -> Outcome:
    if not code:
        return remark(incoming, _SHAPE)
    attempts = await desk.records.attempts(incoming.address) or Attempts(incoming.address, 0, desk.now)
    if attempts.locked(desk.now):
        return remark(incoming, _LOCKED.format(office=desk.office))
    link = await desk.records.link(hashed(code))
    owner = await desk.records.person(link.person) if link else None
    if link is None or owner is None:
        failed = attempts.failed(desk.now)
        left = MOST - failed.count
        text = _WRONG.format(left=left) if left > 0 else _LOCKED.format(office=desk.office)
        return replace(remark(incoming, text), records=(failed,))
    refused = await _refused(incoming, desk, link, owner, person)
    if refused is not None:
        return refused
    text = _SURE.format(name=masked(owner.name), channel=channel_name(owner.address))
    asked = remark(incoming, text, (Choice("Đồng ý", f"{_YES}:{link.hash}"), Choice("Không phải tôi", _NO)))
    return replace(asked, talk=replace(desk.talk, joining="", figure=False))


async def _answered(incoming: Incoming, desk: Desk, person: Person | None) -> Outcome:
    if incoming.token == _NO or typed(incoming, *NO_WORDS):
        return remark(incoming, _NOT)
    name = _pending(desk.talk)
    if not name or (incoming.kind is Kind.PRESS and incoming.token != f"{_YES}:{name}"):
        return remark(incoming, _AGAIN)  # a press can be made up: only what was asked here is answered
    link = await desk.records.link(name)
    owner = await desk.records.person(link.person) if link else None
    if link is None or owner is None:
        return remark(incoming, _OVER.format(why="không còn nữa"))
    refused = await _refused(incoming, desk, link, owner, person)
    if refused is not None:
        return refused
    mark = f"{chat_mark(incoming.address)}:{link.hash}"
    choices = (Choice("Đúng là tôi", f"{_MINE}:{mark}"), Choice("Không phải tôi", f"{_NOT_MINE}:{mark}"))
    question = _IS_IT_YOU.format(channel=channel_name(incoming.address))
    accounts = await desk.records.accounts(owner.id)
    asked = [_ASKED.format(channel=" hoặc ".join(told_apart(accounts)))]
    if any(one.address.channel in desk.unpushed for one in accounts):
        asked.append(_UNSEEN)
    return Outcome(
        (
            Reply(incoming.address, "\n".join(asked)),
            *(Reply(one.address, question, choices) for one in accounts),
        ),
        records=(replace(link, asker=incoming.address),),
    )


async def _confirmed(incoming: Incoming, desk: Desk, person: Person | None) -> Outcome:
    """Returns that the chats are one, or are not: the owner of the code has said whether it was them."""
    answer, _, name = incoming.token.rpartition(":")
    link = await desk.records.link(name)
    asker = link.asker if link else None
    if link is None or person is None or link.person != person.id or asker is None:
        return remark(incoming, _OVER.format(why="không còn nữa"))
    if answer not in (f"{_MINE}:{chat_mark(asker)}", f"{_NOT_MINE}:{chat_mark(asker)}"):
        return remark(incoming, _AGAIN)  # another chat has asked since
    if not link.open(desk.now) or await desk.records.person_at(asker) is not None:
        return remark(incoming, _OVER.format(why="đã dùng rồi" if link.used else "đã hết hạn"))
    if answer.startswith(_MINE):
        return await linked(incoming, desk, link, person, asker)
    audit = Audit(person.id, "person.link_denied", person.id, desk.now, asker.channel)
    replies = (Reply(incoming.address, _NOT_YOU), Reply(asker, _REFUSED))
    return Outcome(replies, records=(replace(link, used=desk.now, asker=None), audit))


async def _refused(incoming: Incoming, desk: Desk, link: Link, owner: Person, person: Person | None) -> Outcome | None:
    """Returns why a code that was right does not help here, None where it does."""
    if person is not None and person.id == owner.id:
        return remark(incoming, _LINKED_ALREADY if link.used else _SAME)
    if not link.open(desk.now):
        return remark(incoming, _OVER.format(why="đã dùng rồi" if link.used else "đã hết hạn"))
    if person is None:
        return None
    roles = titles(person, await desk.records.tree())
    who = f"{person.name}, {roles}" if roles else person.name
    audit = Audit(person.id, "person.link_refused", owner.id, desk.now, incoming.address.channel)
    return replace(remark(incoming, _ANOTHER.format(who=who, office=desk.office)), records=(audit,))


def masked(name: str) -> str:
    """Returns a name that its owner knows and nobody learns: "Nguyễn Văn Ba" is "N. V. Ba", "Ba" alone "B…"."""
    *before, last = name.split() or ["…"]
    return " ".join([*(f"{word[0]}." for word in before), last if before else f"{last[0]}…"])


HANDLER = Handler("linking", wants, handle)
