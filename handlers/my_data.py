"""What is kept of somebody: shown, corrected, and erased when they want it (Luật 91/2025/QH15)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.account import Account
from bot.model.audit import Audit
from bot.model.person import Person
from bot.model.role import Role, RoleKind
from bot.model.talk import Talk
from bot.model.tree import Tree
from bot.outcome import Outcome
from bot.reading.phone import shown_phone
from bot.records import Forgotten, Record
from bot.router import Handler
from handlers.answering import asked
from handlers.channel_words import told_apart
from handlers.joined import open_drafts
from handlers.moments import shown_day
from handlers.order import named_after
from handlers.role_words import role_title
from handlers.telling import remark
from handlers.typed import pressed, typed
from knowledge.fold import plain

_FAMILY = "dulieu"
_YES, _NO = f"{_FAMILY}:xoa", f"{_FAMILY}:giu"
_SHOW = (
    "/dulieu",
    "du lieu cua toi",
    *("toi la ai", "tui la ai", "minh la ai"),
    "thong tin cua toi",
    "ho giu gi cua toi",
    "xem du lieu cua toi",
)
_ERASE = (
    "xoa du lieu cua toi",
    "xoa du lieu toi",
    "xoa het du lieu cua toi",
    "xoa thong tin cua toi",
    "quen toi di",
    "toi muon xoa du lieu",
    "toi muon xoa du lieu cua toi",
)
_ERASING = re.compile(
    r"(?:(?:xin|nho|hay|toi muon|tui muon|cho toi|lam on) )*(?:xoa|go|bo)(?: het| sach| tat ca)* "
    r"(?:cac )?(?:tin nhan|du lieu|thong tin|cau hoi|ten|lich su)(?: chat| nhan tin)? (?:cua )?(?:toi|tui|minh|bac)"
    r"(?: (?:di|giup|voi|het|luon|nghe|nhe|nha))*"
)
_NAME = re.compile(r"(?:ten toi la|toi ten la|toi ten|sua ten toi thanh|doi ten toi thanh|doi ten thanh)\b")
_LONGEST = 60
_NOTHING = "Tôi không giữ tên hay vai trò nào của đồng chí, chỉ nhớ cuộc trò chuyện này."
_SURE = """Tôi sẽ xoá tên, {phone}địa chỉ trò chuyện và vai trò của đồng chí.
Số liệu đồng chí đã báo là của chi hội nên vẫn ở lại.
Xoá rồi, muốn báo cáo lại thì cần mã mời mới. Đồng chí có xoá không?"""
_GONE = """Tôi đã xoá tên, địa chỉ và vai trò của đồng chí. Số liệu của chi hội vẫn ở lại.
Cảm ơn đồng chí đã làm việc này."""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody asks what is kept of them, or wants it corrected or erased."""
    return (
        pressed(incoming, _FAMILY)
        or typed(incoming, *_SHOW)
        or _erases(incoming)
        or (incoming.kind is Kind.TEXT and named_after(incoming.text, _NAME) is not None)
    )


def _erases(incoming: Incoming) -> bool:
    """Returns whether somebody wants erased what is kept of them: "xoá hết tin nhắn của tui đi"."""
    if typed(incoming, *_ERASE):
        return True
    return (
        incoming.kind is Kind.TEXT
        and _ERASING.fullmatch(" ".join(plain(incoming.text).split()).strip(" .,!")) is not None
    )


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns what is kept, the new name, whether all shall be erased, or that it was."""
    person = await desk.records.person_at(incoming.address)
    if incoming.kind is Kind.TEXT and (name := named_after(incoming.text, _NAME)) is not None:
        return _renamed(incoming, desk, person, name)
    if person is None:
        erased = remark(incoming, _NOTHING)
        return replace(erased, talk=Talk()) if _erases(incoming) else erased
    if incoming.token == _YES:
        return await _erased(incoming, desk, person)
    if incoming.token == _NO:
        return remark(incoming, "Vâng, tôi giữ nguyên.")
    if _erases(incoming):
        sure = _SURE.format(phone="số điện thoại, " if person.phone else "")
        return remark(incoming, sure, (Choice("Xoá", _YES), Choice("Giữ lại", _NO)))
    accounts = await desk.records.accounts(person.id)
    return remark(incoming, "\n".join(_kept(person, accounts, await desk.records.tree(), desk)))


def _kept(person: Person, accounts: Sequence[Account], tree: Tree, desk: Desk) -> Sequence[str]:
    zone = desk.now.tzinfo
    channels = " và ".join(told_apart(accounts))
    return [
        f"Tôi đang giữ: tên {person.name}, {_phone(person)}địa chỉ trò chuyện trên {channels}.",
        *([f"- {_since(role, tree, desk)}" for role in person.roles] or ["- Hiện đồng chí không giữ vai trò nào."]),
        f"Đồng chí đã đồng ý ngày {shown_day(person.consented.astimezone(zone).date())}.",
        'Tên chưa đúng, đồng chí nhắn "tên tôi là" và tên. Muốn thôi, nhắn "xoá dữ liệu của tôi".',
        *(['Riêng số điện thoại, nhắn "bỏ số điện thoại của tôi".'] if person.phone else []),
    ]


def _phone(person: Person) -> str:
    return f"số điện thoại {shown_phone(person.phone)}, " if person.phone else ""


def _since(role: Role, tree: Tree, desk: Desk) -> str:
    said = role_title(role, tree)
    return f"{said[:1].upper()}{said[1:]}, từ {shown_day(role.start.astimezone(desk.now.tzinfo).date())}"


def _renamed(incoming: Incoming, desk: Desk, person: Person | None, name: str) -> Outcome:
    if person is None or not name or len(name) > _LONGEST or not any(letter.isalpha() for letter in name):
        return asked(incoming, desk, incoming.text)
    audit = Audit(person.id, "person.renamed", person.id, desk.now, incoming.address.channel)
    return replace(remark(incoming, f"Tôi đã ghi tên đồng chí là {name}."), records=(replace(person, name=name), audit))


async def _erased(incoming: Incoming, desk: Desk, person: Person) -> Outcome:
    chats = {one.address for one in await desk.records.accounts(person.id)}
    records: list[Record] = [
        replace(draft, nudge=None)
        for unit in person.units(RoleKind.LEADER)
        for draft in await open_drafts(desk, unit)
        if draft.address in chats
    ]
    audit = Audit(person.id, "person.forgotten", person.id, desk.now, incoming.address.channel)
    return replace(remark(incoming, _GONE), talk=Talk(), records=(*records, audit, Forgotten(person.id)))


HANDLER = Handler("my_data", wants, handle)
