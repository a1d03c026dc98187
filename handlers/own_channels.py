"""The channels of one person: which they are, to which one news go, and letting one go."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Address, Choice, Incoming, Kind, Reply
from bot.model.account import Account
from bot.model.audit import Audit
from bot.model.person import Person
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.records import Record, Unlinked
from bot.router import Handler
from handlers.channel_words import channel_name, chat_mark, told_apart
from handlers.joined import open_drafts
from handlers.linked import NEWS, news_choices
from handlers.moments import shown_day
from handlers.telling import remark
from handlers.typed import pressed, typed

_LEAVING = "kenhbo"
_SHOW = ("/kenh", "kenh cua toi", "cac kenh cua toi", "toi dung kenh nao", "xem kenh cua toi", "nhan tin o dau")
_HERE = (
    "nhan tin o day",
    "gui tin ve day",
    "gui tin o day",
    "nhan thong bao o day",
    "gui thong bao ve day",
    "tu nay nhan tin o day",
    "tu nay gui tin ve day",
    "toi muon nhan tin o day",
    "tui muon nhan tin o day",
)
_UNLINK = (
    "/bolienket",
    "bo lien ket",
    "huy lien ket",
    "go lien ket",
    "thoi lien ket",
    "bo kenh",
    "go kenh",
    "bot kenh",
)
_NOBODY = 'Ở kênh này tôi chưa biết đồng chí là ai. Muốn liên kết với kênh đang dùng, đồng chí nhắn "liên kết".'
_ONE = 'Đồng chí chỉ dùng một kênh là {name}. Muốn dùng thêm kênh khác, đồng chí nhắn "liên kết".'
_SEEN_LATER = "{name} không gửi tin trước được, nên tin của Hội gửi về đó thì lần sau đồng chí nhắn mới thấy."
_NEWS_GO = "Từ nay nhắc hạn và thông báo của Hội gửi về {name}."
_WHICH = "Đồng chí muốn bỏ kênh nào? Tên, vai trò và báo cáo của đồng chí vẫn giữ ở kênh còn lại."
_GONE = "Kênh đó không còn là của đồng chí nữa, nên tôi không đổi gì."
_LEFT = "Tôi đã bỏ liên kết {name}. Ở đó từ nay tôi không biết đồng chí là ai. Tin của Hội gửi về {other}."
_LEFT_THERE = 'Kênh này đã được bỏ liên kết. Muốn liên kết lại, đồng chí sang {other} nhắn "liên kết" để lấy mã.'


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody asks for their channels, says where news go, or lets a channel go."""
    return pressed(incoming, NEWS, _LEAVING) or typed(incoming, *_SHOW, *_HERE, *_UNLINK)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the channels, or what has become of them."""
    person = await desk.records.person_at(incoming.address)
    if person is None:
        return remark(incoming, _NOBODY)
    accounts = await desk.records.accounts(person.id)
    if typed(incoming, *_SHOW):
        return _shown(incoming, desk, person, accounts)
    if len(accounts) < 2 and not pressed(incoming, NEWS, _LEAVING):
        return remark(incoming, _ONE.format(name=channel_name(incoming.address)))
    if typed(incoming, *_UNLINK):
        names = told_apart(accounts)
        choices = [
            Choice(f"Bỏ {name}", f"{_LEAVING}:{chat_mark(one.address)}")
            for name, one in zip(names, accounts, strict=True)
        ]
        return remark(incoming, _WHICH, (*choices, Choice("Giữ nguyên", f"{_LEAVING}:khong")))
    if incoming.kind is Kind.PRESS and incoming.token == f"{_LEAVING}:khong":
        return remark(incoming, "Vâng, tôi giữ nguyên.")
    account = _meant(incoming, accounts)
    if account is None:
        return remark(incoming, _GONE)
    if pressed(incoming, _LEAVING):
        return await let_go(incoming, desk, person, accounts, account)
    return _news_go(incoming, desk, person, accounts, account)


def _meant(incoming: Incoming, accounts: Sequence[Account]) -> Account | None:
    """Returns the chat of a button, this one for words."""
    mark = incoming.token.partition(":")[2] if incoming.kind is Kind.PRESS else chat_mark(incoming.address)
    return next((one for one in accounts if chat_mark(one.address) == mark), None)


def _name(account: Account, accounts: Sequence[Account]) -> str:
    return told_apart(accounts)[list(accounts).index(account)]


def _shown(incoming: Incoming, desk: Desk, person: Person, accounts: Sequence[Account]) -> Outcome:
    if len(accounts) < 2:
        return remark(incoming, _ONE.format(name=channel_name(incoming.address)))
    lines = ["Đồng chí đang dùng:"]
    for name, one in zip(told_apart(accounts), accounts, strict=True):
        since = f", từ {shown_day(one.since.astimezone(desk.now.tzinfo).date())}" if one.since else ""
        here = ", đang ở đây" if one.address == incoming.address else ""
        news = ", tin của Hội gửi về đây" if one.address == person.address else ""
        lines.append(f"- {name}{since}{here}{news}")
    lines.append('Muốn đổi nơi nhận tin, đồng chí chọn. Muốn bỏ một kênh, nhắn "bỏ liên kết".')
    return remark(incoming, "\n".join(lines), news_choices(accounts))


def _news_go(incoming: Incoming, desk: Desk, person: Person, accounts: Sequence[Account], account: Account) -> Outcome:
    name = _name(account, accounts)
    told = [_NEWS_GO.format(name=name)]
    if account.address.channel in desk.unpushed:
        told.append(_SEEN_LATER.format(name=name))
    audit = Audit(person.id, "person.news_go", person.id, desk.now, incoming.address.channel, account.address.channel)
    outcome = remark(incoming, "\n".join(told))
    return replace(outcome, records=(replace(person, address=account.address), audit))


async def let_go(
    incoming: Incoming, desk: Desk, person: Person, accounts: Sequence[Account], account: Account
) -> Outcome:
    """Returns that a chat is this person's no more, as long as there is another."""
    kept = [one for one in accounts if one != account]
    if not kept:
        return remark(incoming, _ONE.format(name=channel_name(incoming.address)))
    stays = next((one for one in kept if one.address == person.address), kept[-1])
    records: list[Record] = [replace(person, address=stays.address), Unlinked(person.id, account.address)]
    records += await _drafts(desk, person, account.address, stays.address)
    records.append(Audit(person.id, "person.unlinked", person.id, desk.now, incoming.address.channel))
    name, other = _name(account, accounts), _name(stays, accounts)
    here = account.address == incoming.address
    there = _LEFT_THERE.format(other=other)
    done = Reply(incoming.address, there if here else _LEFT.format(name=name, other=other))
    told = Reply(stays.address, _LEFT.format(name=name, other=other)) if here else Reply(account.address, there)
    return Outcome((done, told), talk=Talk() if here else desk.talk, records=tuple(records))


async def _drafts(desk: Desk, person: Person, gone: Address, stays: Address) -> list[Record]:
    """Returns what was left half done in the chat that goes: its question is asked again in the one that stays."""
    units = person.units(RoleKind.LEADER)
    drafts = [draft for unit in units for draft in await open_drafts(desk, unit)]
    return [replace(draft, address=stays) for draft in drafts if draft.address == gone]


HANDLER = Handler("own_channels", wants, handle)
