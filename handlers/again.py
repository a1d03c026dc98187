""" "nói lại" repeats the last answer."""

import re

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.examples import examples
from handlers.telling import remark
from knowledge.fold import plain

_BESIDE = (
    "xin|nho|phien|lam on|vui long|cho|toi|tui|bac|chu|co|em|chau|anh|ong|ba|dong chi|minh|giup|gium|dum|ho|voi|di"
    "|nghe|nha|nhe|nao|coi|a|mot lan|lan nua|nua|cau|cai|dieu|hoi nay|khi nay|vua roi|do|truoc|cham|thoi|ro|chua"
    "|khong|ko|kip|doc|hieu|thay|bi troi|mat|oi|da|u|gi|rua|vay|tra loi|noi"
)
_REPEAT = re.compile(rf"(?:(?:{_BESIDE}) )*(?:noi|nhac|lap|doc|ke|gui) lai(?: (?:{_BESIDE}))*")
_WORD = re.compile(r"[a-z0-9]+")


def repeats(text: str) -> bool:
    """Returns whether a text asks for nothing but the last answer again ("bác nghe chưa rõ, nói lại giúp bác")."""
    return _REPEAT.fullmatch(" ".join(_WORD.findall(plain(text)))) is not None


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody asks for the last answer again."""
    return incoming.kind is Kind.TEXT and repeats(incoming.text)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the last answer with its choices."""
    if not desk.talk.last:
        return remark(incoming, "Tôi chưa trả lời câu nào của đồng chí. Đồng chí hỏi thử:", examples())
    return remark(incoming, desk.talk.last, desk.talk.screen)


HANDLER = Handler("again", wants, handle)
