"""A chat has become one more of a person's: what is written down, who is told, where news go from now on."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Reply
from bot.model.account import Account
from bot.model.attempts import Attempts
from bot.model.audit import Audit
from bot.model.link import Link
from bot.model.person import Person
from bot.outcome import Outcome
from bot.records import Record
from handlers.channel_words import channel_name, chat_mark, told_apart
from handlers.role_words import titles

NEWS = "kenhtin"
"""The family of the choices that say where news go."""
_TOLD = """Đồng chí vừa liên kết thêm {channel}. Tin của Hội từ nay gửi về {preferred}.
Không phải đồng chí làm, đồng chí nhắn ngay "bỏ liên kết"."""


async def linked(incoming: Incoming, desk: Desk, link: Link, owner: Person) -> Outcome:
    """Returns that this chat is the owner's, too. News come here from now on, where they can: here is whom they reach.

    The owner's other chats are told: whoever stole the code is found out.
    """
    here = Account(owner.id, incoming.address, desk.now)
    others = await desk.records.accounts(owner.id)
    accounts = [*others, here]
    pushed = incoming.address.channel not in desk.unpushed
    now = replace(owner, address=incoming.address) if pushed else owner
    records: list[Record] = [
        now,
        here,
        replace(link, used=desk.now),
        Audit(owner.id, "person.linked", owner.id, desk.now, incoming.address.channel),
    ]
    if await desk.records.attempts(incoming.address):
        records.append(Attempts(incoming.address, 0, desk.now))
    roles = titles(owner, await desk.records.tree())
    names = dict(zip((one.address for one in accounts), told_apart(accounts), strict=True))
    text = "\n".join(
        [
            f"Đã liên kết. Ở đây từ nay đồng chí cũng là {owner.name}{f', {roles}' if roles else ''}.",
            "Việc đang làm dở ở kênh kia, đồng chí làm tiếp ở đây được.",
            f"Nhắc hạn và thông báo của Hội từ nay gửi về {names[now.address]}. Đồng chí muốn nhận ở đâu?",
        ]
    )
    told = _TOLD.format(channel=channel_name(incoming.address), preferred=names[now.address])
    return Outcome(
        (Reply(incoming.address, text, news_choices(accounts)), *(Reply(one.address, told) for one in others)),
        records=tuple(records),
    )


def news_choices(accounts: Sequence[Account]) -> tuple[Choice, ...]:
    """Returns the choices of where news go."""
    names = told_apart(accounts)
    return tuple(Choice(name, f"{NEWS}:{chat_mark(one.address)}") for name, one in zip(names, accounts, strict=True))
