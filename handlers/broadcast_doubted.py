"""What is typed where the text of a broadcast is asked may be that, or be said to us: which of the two is asked."""

import re
from dataclasses import replace

from bot.desk import Desk
from bot.messages import Choice, Incoming, Kind
from bot.model.broadcast import Broadcast
from bot.outcome import Outcome
from handlers.broadcast_token import Ask, Pick, Verb, on_screen, pick_of
from handlers.pages import shortened
from handlers.telling import remark
from knowledge.fold import plain

TEXT, ORDER = "loi", "lenh"
"""How what was doubted is meant: as the text of the notice, or as said to us."""

_LONGEST = 200
WHICH_TIME = 'Câu "{text}" là nội dung thông báo, hay đồng chí muốn đổi giờ gửi?'
WHICH_QUESTION = 'Câu "{text}" là nội dung thông báo, hay đồng chí hỏi tôi?'
_AS_TEXT = re.compile(r"(?:(?:la|cu|ghi|lam|do la|y) )*(?:cai )?(?:noi dung|loi|chu|tin|thong bao)(?: thong bao)?")
_AS_ORDER = re.compile(
    r"(?:(?:la|y|toi|tui|minh|muon) )*(?:(?:doi|sua|chinh) )?(?:gio(?: gui)?|lenh)"
    r"|(?:(?:la|y|toi|tui|minh) )*hoi(?: thoi)?"
)


def doubted(incoming: Incoming, desk: Desk, draft: Broadcast, which: str) -> Outcome:
    """Returns the question which is meant; what was typed is remembered with it."""
    text = which.format(text=shortened(" ".join(incoming.text.split()), _LONGEST))
    choices = (
        Choice("Là nội dung", Pick(Verb.MEANT, draft.number, TEXT).token),
        Choice("Đổi giờ gửi" if which is WHICH_TIME else "Tôi hỏi", Pick(Verb.MEANT, draft.number, ORDER).token),
        Choice("Để sau", Pick(Verb.LATER, draft.number, Ask.TEXT.value).token),
        Choice("Huỷ", Pick(Verb.CANCEL, draft.number).token),
    )
    told = remark(incoming, text, choices)
    return replace(told, talk=replace(desk.talk, doubted=incoming.text, doubted_spans=incoming.spans, figure=False))


def meant_by(incoming: Incoming, desk: Desk) -> str:
    """Returns how what was doubted is meant by words that are typed where that is asked, "" for other words."""
    if not any(pick.verb is Verb.MEANT for pick in on_screen(desk.talk)):
        return ""
    low = " ".join(plain(incoming.text).split()).strip(" .,!")
    return TEXT if _AS_TEXT.fullmatch(low) else ORDER if _AS_ORDER.fullmatch(low) else ""


def meant_choice(incoming: Incoming) -> Pick | None:
    """Returns the choice that was pressed of how doubted words are meant."""
    pick = pick_of(incoming.token) if incoming.kind is Kind.PRESS else None
    return pick if pick is not None and pick.verb is Verb.MEANT else None
