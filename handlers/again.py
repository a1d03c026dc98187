""" "nói lại" repeats the last answer."""

import re

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.answering import choices, context, said
from handlers.examples import examples
from handlers.telling import remark
from knowledge.fold import plain
from knowledge.match import answer

NOTHING_SAID = "Tôi chưa trả lời câu nào của đồng chí. Đồng chí hỏi thử:"

_BESIDE = (
    "xin|nho|phien|lam on|vui long|cho|toi|tui|bac|chu|co|em|chau|anh|ong|ba|dong chi|minh|giup|gium|dum|ho|voi|di"
    "|nghe|nha|nhe|nao|coi|a|mot lan|lan nua|nua|cau|cai|dieu|hoi nay|khi nay|vua roi|do|truoc|cham|thoi|ro|chua"
    "|khong|ko|kip|doc|hieu|thay|bi troi|mat|oi|da|u|gi|rua|vay|tra loi|noi|chao|alo|cam on|vang|the|ra|ua|um|ok"
)
_AGAIN = r"(?:noi|nhac|lap|doc|ke|gui) lai"
_UNHEARD = r"(?:nghe|doc) (?:khong|chua|ko|hong) (?:ro|kip|ra)|(?:khong|chua|ko|hong) (?:nghe|doc) (?:ro|kip|ra)"
_REPEAT = re.compile(rf"(?:(?:{_BESIDE}) )*(?:{_AGAIN}|{_UNHEARD})(?: (?:{_BESIDE}))*")
_SPOKEN = re.compile(r"\b(?:noi|nhac|lap|doc) lai\b(?! (?:cho|voi) (?:anh em|ba con|moi nguoi|chi hoi|hoi vien))")
_TROUBLE = re.compile(
    r"\b(?:mat|tai|tuoi|lang|diec|kem|mo|gia|quen|nghe|doc|thay|hieu|ro|kip|troi|lan|nho|nhanh|cham|kinh)\b"
)
"""Why somebody wants it once more: old eyes, a bad ear, it went too fast."""

_ASKS = re.compile(
    r"\b(?:bao (?:nhieu|gio)|may(?! (?:chau|anh|chi|ong|ba|cu|dong chi|bua|hom|lan|nam|thang))"
    r"|nao|ai|dau|(?<!vi )(?<!tai )sao|(?:o|khi|ngay|bua|xa|huyen|hoi|ban|ben|thang|nam) mo"
    r"|khi|han|chi hoi|xa|huyen|so|ngay|nam(?! (?:nay|ni|roi))"
    r"|bao cao|ke hoach|kh|mo hinh|(?:chi|muc) tieu|tieu chi|nghi quyet|quyet dinh|phong trao|cuoc van dong"
    r"|quy|ke ten|danh sach|ma|tin|thu)\b|\d"
)
"""What asks more than to hear it once more."""

_MOST = 24
_WORD = re.compile(r"[a-z0-9]+")


def repeats(text: str) -> bool:
    """Returns whether a text asks for nothing but the last answer again ("bác nghe chưa rõ, nói lại giúp bác")."""
    words = _WORD.findall(plain(text))
    said = " ".join(words)
    if _REPEAT.fullmatch(said):
        return True
    rest = " ".join(part for part in _SPOKEN.split(said) if part)
    return rest != said and len(words) <= _MOST and _TROUBLE.search(rest) is not None and _ASKS.search(rest) is None


def says_again(text: str) -> bool:
    """Returns whether a text says in so many words that it wants the last answer again: "nói lại coi, mắt kém quá"."""
    return repeats(text) and _SPOKEN.search(" ".join(_WORD.findall(plain(text)))) is not None


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody asks for the last answer again."""
    return incoming.kind is Kind.TEXT and repeats(incoming.text)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the last answer with its choices."""
    if not desk.talk.last:
        return remark(incoming, NOTHING_SAID, examples())
    return remark(incoming, desk.talk.last, desk.talk.screen or _offered(desk))


def _offered(desk: Desk) -> tuple[Choice, ...]:
    """The choices of the last answer, which a thank-you took from the screen."""
    led = context(desk)
    found = answer(desk.base, led.question, desk.now.date()) if led else None
    return choices(found) if found and said(found, desk.office) == desk.talk.last else ()


HANDLER = Handler("again", wants, handle)
