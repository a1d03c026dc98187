"""A chat has become one more of a person's: what is written down, who is told, where news go from now on."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Address, Choice, Incoming, Reply
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
_HERE = """Đã liên kết thêm {channel}: ở đó từ nay cũng là đồng chí.
Nhắc hạn và thông báo của Hội từ nay gửi về {preferred}. Đồng chí muốn nhận ở đâu?"""
_TOLD = """Đồng chí vừa liên kết thêm {channel}. Tin của Hội từ nay gửi về {preferred}.
Không phải đồng chí làm, đồng chí nhắn ngay "bỏ liên kết"."""


async def linked(incoming: Incoming, desk: Desk, link: Link, owner: Person, asker: Address) -> Outcome:
    """Returns that the asker's chat is the owner's, too, who has said so in this one. News go there from now on, where
    they can: there is whom they reach.

    The owner's other chats are told: whoever stole the code is found out.
    """
    new = Account(owner.id, asker, desk.now)
    others = await desk.records.accounts(owner.id)
    accounts = [*others, new]
    now = replace(owner, address=asker) if asker.channel not in desk.unpushed else owner
    records: list[Record] = [
        now,
        new,
        replace(link, used=desk.now),
        Audit(owner.id, "person.linked", owner.id, desk.now, asker.channel),
    ]
    if await desk.records.attempts(asker):
        records.append(Attempts(asker, 0, desk.now))
    roles = titles(owner, await desk.records.tree())
    names = dict(zip((one.address for one in accounts), told_apart(accounts), strict=True))
    text = "\n".join(
        [
            f"Đã liên kết. Ở đây từ nay đồng chí cũng là {owner.name}{f', {roles}' if roles else ''}.",
            "Việc đang làm dở ở kênh kia, đồng chí làm tiếp ở đây được.",
            f"Nhắc hạn và thông báo của Hội từ nay gửi về {names[now.address]}.",
        ]
    )
    said = {"channel": channel_name(asker), "preferred": names[now.address]}
    return Outcome(
        (
            Reply(incoming.address, _HERE.format(**said), news_choices(accounts)),
            Reply(asker, text),
            *(Reply(one.address, _TOLD.format(**said)) for one in others if one.address != incoming.address),
        ),
        records=tuple(records),
    )


def news_choices(accounts: Sequence[Account]) -> tuple[Choice, ...]:
    """Returns the choices of where news go."""
    names = told_apart(accounts)
    return tuple(Choice(name, f"{NEWS}:{chat_mark(one.address)}") for name, one in zip(names, accounts, strict=True))
