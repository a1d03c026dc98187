"""Leaving a browser that others use, too: what was said there is not shown any more; the account stays."""

from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind, Reply
from bot.model.audit import Audit
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.records import LeftBrowser
from bot.router import Handler
from handlers.channel_words import channel_name
from handlers.own_channels import let_go
from handlers.telling import remark
from handlers.typed import pressed, typed

_FAMILY = "thoat"
_GO, _STAY = f"{_FAMILY}:di", f"{_FAMILY}:o"
_CHOICES = (Choice("Thoát khỏi máy này", _GO), Choice("Ở lại", _STAY))
_WORDS = (
    "/thoat",
    "thoat",
    "thoat ra",
    "thoat khoi may nay",
    "thoat khoi may",
    "thoat tai khoan",
    "toi muon thoat",
    "cho toi thoat",
    "dang xuat",
    "dang xuat khoi may nay",
    "dang xuat tai khoan",
    "toi muon dang xuat",
    "cho toi dang xuat",
)
_ASK = "Đồng chí muốn thoát khỏi máy này?\nNgười dùng máy sau đồng chí sẽ không xem được cuộc trò chuyện này."
_KNOWN = "Tên, vai trò và báo cáo của đồng chí vẫn giữ."
_BACK = 'Lần sau muốn vào lại ở đây, đồng chí sang {other} nhắn "liên kết" để lấy mã.'
_ONLY_HERE = (
    'Lần sau muốn vào lại, đồng chí cần mã mời mới của Hội.\nCòn dùng kênh khác thì nhắn "liên kết" trước khi thoát.'
)
_DRAFT = "Báo cáo đang làm dở cũng vẫn giữ."
_GONE = "Đồng chí đã thoát khỏi máy này."
_STAYED = "Vâng, đồng chí vẫn ở đây."
_NO_NEED = (
    "Ở {name} đồng chí không cần thoát: cuộc trò chuyện gắn với tài khoản {name} của đồng chí.\n"
    'Đang làm dở báo cáo mà muốn nghỉ, đồng chí nhắn "để sau".'
)


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants to leave, or answers whether they do."""
    return pressed(incoming, _FAMILY) or typed(incoming, *_WORDS)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the question first; then nobody opens this chat from that browser any more."""
    if not desk.capabilities(incoming.address.channel).shared:
        needless = _NO_NEED.format(name=channel_name(incoming.address))
        return replace(remark(incoming, needless, desk.talk.screen if desk.talk.run else ()), talk=desk.talk)
    if incoming.kind is not Kind.PRESS:
        return remark(incoming, await _asked(incoming, desk), _CHOICES)
    return await _left(incoming, desk) if incoming.token == _GO else remark(incoming, _STAYED)


async def _asked(incoming: Incoming, desk: Desk) -> str:
    person = await desk.records.person_at(incoming.address)
    if person is None:
        return _ASK
    others = [one for one in await desk.records.accounts(person.id) if one.address != incoming.address]
    back = _BACK.format(other=channel_name(others[0].address)) if others else _ONLY_HERE
    kept = f"{_KNOWN} {_DRAFT}" if desk.talk.run else _KNOWN
    return f"{_ASK}\n{kept}\n{back}"


async def _left(incoming: Incoming, desk: Desk) -> Outcome:
    """Who has another channel is no more known here; who has none stays known, but nobody can read it here."""
    here = incoming.address
    gone = Outcome((Reply(here, _GONE),), talk=Talk(), records=(LeftBrowser(here),))
    person = await desk.records.person_at(here)
    if person is None:
        return gone
    accounts = await desk.records.accounts(person.id)
    account = next((one for one in accounts if one.address == here), None)
    if account is None or len(accounts) < 2:
        audit = Audit(person.id, "person.left_browser", person.id, desk.now, here.channel)
        return replace(gone, records=(audit, *gone.records))
    let = await let_go(incoming, desk, person, accounts, account)
    told = tuple(reply for reply in let.replies if reply.address != here)
    return replace(gone, replies=(*gone.replies, *told), records=(*let.records, *gone.records))


HANDLER = Handler("leaving", wants, handle)
