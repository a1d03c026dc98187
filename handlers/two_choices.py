"""Yes or no, typed under a question with two choices: the first does the thing, the second leaves it."""

import re
from collections.abc import Sequence

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler, as_press, route
from knowledge.fold import plain

_YES = re.compile(
    r"(?:(?:da|vang|u|ok) )*(?:da|co|vang|u|uh|um|ok|oke|okay|dong y|nhat tri|duoc|xac nhan|phai|nen)"
    r"(?: (?:a|di|nhe|nha|nghe|roi|chu|luon|the|day))*"
)
_NO = re.compile(
    r"(?:(?:da|thoi) )*(?:khong|ko|kg|k|hong|khoi|thoi|chang)"
    r"(?: (?:can|co|phai|nut|bam|dau|ma|a|nhe|nha|nua|dong y|huy|gui|nhac|thu hoi|lai))*"
)
_BACK = re.compile(r"huy(?: bo)?(?: (?:di|nhe|nha|luon))*")
_MORE = r"(?: (?:di|nhe|nha|luon|a|giup|ho|ngay|thoi))*"
_QUESTIONS = (
    ("tb:huy:", "tb:xem:", rf"huy(?: bo)?(?: thong bao)?{_MORE}"),
    ("tb:xem:", "tb:huy:", rf"(?:soan|gui)(?: thong bao)?{_MORE}"),
    ("tb:lai:", "tb:xem:", rf"gui(?: lai)?{_MORE}"),
    ("tb:duyet:", "tb:khong:", rf"(?:dong y |cho )?(?:duyet|gui){_MORE}"),
    ("nhacdi:", "nhacthoi:", rf"nhac{_MORE}"),
    ("thuhoi:yes:", "thuhoi:no:", rf"thu hoi{_MORE}"),
    ("rut:", "rut:", rf"rut(?: bao cao)?{_MORE}"),
    ("dulieu:xoa", "dulieu:giu", rf"xoa(?: het)?{_MORE}"),
    ("sdt:co:", "sdt:khong", rf"giu{_MORE}"),
    ("ky:dong:", "ky:thoi", rf"dong(?: ky)?{_MORE}"),
    ("ky:han:", "ky:thoi", rf"gia han{_MORE}"),
    ("ky:mo:", "ky:thoi", rf"mo(?: ky)?{_MORE}"),
    ("thoat:di", "thoat:o", rf"thoat{_MORE}"),
)
"""How the buttons of such questions begin, and the words that are the first one's own."""


def says_yes(incoming: Incoming) -> bool:
    """Returns whether a message is nothing but a yes."""
    return _YES.fullmatch(_said(incoming)) is not None


def says_no(incoming: Incoming) -> bool:
    """Returns whether a message is nothing but a no: "thôi", "không cần đâu"."""
    return _NO.fullmatch(_said(incoming)) is not None


def decided(incoming: Incoming, choices: Sequence[Choice]) -> Choice | None:
    """Returns which of the two choices of a question a yes or a no means, None for neither or another screen."""
    if incoming.kind is not Kind.TEXT or "?" in incoming.text or len(choices) != 2:
        return None
    doing, leaving = choices
    for first, second, own in _QUESTIONS:
        if doing.token.startswith(first) and leaving.token.startswith(second):
            if re.fullmatch(rf"(?:(?:da|vang|u|ok) )*{own}", _said(incoming)):
                return doing
            if says_no(incoming) or _BACK.fullmatch(_said(incoming)):
                return leaving
            return doing if says_yes(incoming) else None
    return None


def two_choices(handlers: Sequence[Handler]) -> Handler:
    """Returns the handler of such answers; ``handlers`` know the choices. A letter that came unasked is newer than
    the screen, but who fills in a report or joins answers that.
    """

    def meant(incoming: Incoming, talk: Talk) -> Choice | None:
        offered = () if talk.run or talk.joining else talk.offered
        return decided(incoming, offered) or decided(incoming, talk.screen)

    def wants(incoming: Incoming, talk: Talk) -> bool:
        return meant(incoming, talk) is not None

    async def handle(incoming: Incoming, desk: Desk) -> Outcome:
        choice = meant(incoming, desk.talk)
        assert choice is not None
        return await route(as_press(incoming, choice), desk, handlers)

    return Handler("two choices", wants, handle)


def _said(incoming: Incoming) -> str:
    return " ".join(plain(incoming.text).split()).strip(" .,!")
