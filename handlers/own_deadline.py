""" "khi nào nộp báo cáo", "mai nộp được không": a leader hears the day of the own report that is due, in one line."""

import re

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.periods import taking
from bot.model.role import RoleKind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.beside_figure import Beside, beside
from bot.reading.cut import without
from bot.reading.of_bot import OfBot
from bot.reading.period_span import spans
from bot.router import Handler
from handlers import standing_of
from handlers.about_bot import told_as
from handlers.answering import asked
from handlers.duties import due_next
from handlers.looked_after import keeps
from handlers.telling import remark, tell
from knowledge.fold import plain

_SPAN = re.compile(
    r"(?:ky |dot )?\b(?:0?6 thang|sau thang|0?9 thang|chin thang|ca nam|nua nam|quy (?:[1-4]|i{1,3}"
    r"|iv|mot|hai|ba|tu)|nam nay)\b"
    r"(?: (?:dau|cuoi) nam)?"
)
_NOT_YET = re.compile(
    r"(?:(?:da|a|chu|em|anh|dong chi)[ ,]+)*(?:chi hoi )?(?:toi|tui|minh|chi hoi)(?: (?:con|van|thi|ben|chi hoi))*"
    r" (?:chua|khong kip|chua kip|chua the) (?:nop|nap|gui|bao cao|lam|nhap)(?: (?:bao cao|bc"
    r"|so lieu|duoc|kip|xong|noi|het|gi))*"
    r"(?:[ ,.]+(?:vi |do |tai |boi )?(?:mang|may|dien thoai|ban|dau|mat dien|bao|mua|chua co so)(?: \w+){0,5})?"
)
_HOW = 'Đồng chí nhắn "báo cáo" để nhập, nhập dở tôi vẫn giữ.'
_ASKS_FOR_MORE = re.compile(r"\b(?:gia han|khat)\b")
_CHOSEN = "Hạn ghi trong các kế hoạch thì đồng chí chọn:"
_OF_PLANS = 'Hạn ghi trong các kế hoạch: đồng chí nhắn "các hạn".'


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether the deadline of a report is asked for, and no plan is named."""
    if incoming.kind is not Kind.TEXT or talk.run or incoming.group:
        return False
    return _not_yet(incoming) or beside(without(incoming.text, _SPAN)) is Beside.DEADLINE


def _not_yet(incoming: Incoming) -> bool:
    """Whether somebody tells that the own report is not handed in: "tui chưa nộp được, mạng yếu quá"."""
    return _NOT_YET.fullmatch(" ".join(plain(incoming.text).split()).strip(" .,!")) is not None


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the day of the leader's own report; for others, and for another period, what it is without that."""
    person = await desk.records.person_at(incoming.address)
    open_ones = {one.span for one in taking(await desk.records.periods())}
    named = spans(plain(incoming.text))
    if keeps(person) and not (person and person.has(RoleKind.LEADER)) and _ASKS_FOR_MORE.search(plain(incoming.text)):
        return remark(incoming, await told_as(OfBot.DEADLINE, incoming, desk))
    if person is None or not person.has(RoleKind.LEADER) or not open_ones or (named and not named & open_ones):
        officers = standing_of.HANDLER
        theirs = officers.wants(incoming, desk.talk)
        return await officers.handle(incoming, desk) if theirs else asked(incoming, desk, incoming.text)
    due = await due_next(desk, person)
    if _not_yet(incoming):
        return tell(incoming, desk, f"{due}\n{_HOW}")
    of_plans = asked(incoming, desk, incoming.text)  # they have days of their own, and can be chosen
    choices = of_plans.replies[0].choices
    text = f"{due}\n{_CHOSEN if choices else _OF_PLANS}"
    return tell(incoming, desk, text, choices, topic=of_plans.talk.topic if of_plans.talk else None)


HANDLER = Handler("own deadline", wants, handle)
