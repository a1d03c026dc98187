"""What is said to the dialog while a broadcast is written, and is no answer: "quay lại", "đổi giờ thành 8h". Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.reading.cut import paired
from bot.reading.folded import folded
from handlers.broadcast_change import SEND, WHEN_AT, WHEN_TEXT, WHEN_WHOM
from handlers.broadcast_token import Ask
from handlers.broadcast_words import parted


class Step(StrEnum):
    """What is wished. WHO, WHEN: who gets it, when it goes; STATE: whether it has gone; CHANGE names the part;
    ON: send it, go on.
    """

    BACK = "back"
    LOOK = "look"
    CANCEL = "cancel"
    LATER = "later"
    WHO = "who"
    WHEN = "when"
    STATE = "state"
    CHANGE = "change"
    ON = "on"


@dataclass(frozen=True, slots=True)
class StepWord:
    """A wish, and for CHANGE the part with what it shall be ("" is asked). ``doubtful``: where the text of the notice
    is asked it may be that as well: "đổi giờ họp thành 8h".
    """

    step: Step
    ask: Ask = Ask.PREVIEW
    rest: str = ""
    doubtful: bool = False


_KNOWN = ("quay", "thong", "gui", "nhan", "nguoi", "noi", "dung", "huy")
_LEAD = re.compile(
    r"(?:(?:da|a|u|o|thoi|khoan|ma|may|nhung|xin|nho|lam on|giup|hay|a ma|cho|toi|tui|minh|em|anh|chi|bac|chu"
    r"|dong chi"
    r"|muon|can|dinh|phai|quen|nham roi|oi)[ ,.:]+)*"
)
_TAIL = re.compile(
    r"(?:[ ,.!?]+(?:di|nhe|nghe|nha|voi|gium|giup|dum|ho|luon|cai|coi|da|a|ha|hi|he|vay|rua|ri|em|anh|chi|chu|bac"
    r"|dong chi|toi|tui|minh|oi|roi|ne|nao|the|do|ta|ngay))*[ .,!?]*$"
)
_THIS = r"(?: (?:nay|ni|do|kia|moi|vua (?:roi|soan|viet)|dang (?:soan|viet)|ay|nap))*"
_THING = rf"(?:(?:cai |ban )?(?:tin|thong bao|tb|ban nhap|nhap|ban nay|ban do|cai){_THIS})"
_SHOW_OFF = r"(?:gui|soan|viet|lam|nhan|phat)"
_WAYS: tuple[tuple[Step, str], ...] = (
    (
        Step.CANCEL,
        rf"(?:huy(?: bo)?|bo|xoa|dep)(?: {_SHOW_OFF})?(?: {_THING})?(?: (?:het|han))?"
        rf"|(?:khong|khoi|dung|ngung|ko|chang|het)(?: (?:can|muon|co|them))*(?: {_SHOW_OFF})+(?: {_THING})?"
        r"(?: (?:nua|dau))*",
    ),
    (
        Step.LATER,
        rf"(?:{_SHOW_OFF} )?(?:tin )?de (?:sau|do|mai|lat nua|hoi nua|chut nua|khi khac|bua khac|luc khac)"
        rf"(?: mai)?(?: (?:{_SHOW_OFF}|tinh)(?: tiep)?)?|(?:lat nua|mai|hoi nua|chieu|bua khac) {_SHOW_OFF} tiep"
        r"|tam dung|luu(?: lai)?(?: nhap| ban nhap)?|ban roi",
    ),
    (
        Step.BACK,
        r"(?:quay|tro|lui|lat|di lui)(?: (?:lai|ve|nguoc))+(?: (?:cau|buoc|cho|phan|trang|luc))?(?: (?:truoc|nay"
        r"|nay))?"
        r"|(?:ve |lai |quay ve |ra )?(?:cau|buoc|phan) truoc|lui|lui (?:mot|1) (?:cau|buoc)",
    ),
    (
        Step.LOOK,
        rf"(?:xem|coi|doc|kiem tra|ra)(?: lai)?(?: (?:{_THING}|noi dung|ban soan))?(?: lai)?(?: (?:den|toi) dau)?"
        r"|gui (?:thu )?cho (?:toi|tui|minh|em)(?: (?:xem|coi|truoc|thu))+"
        r"|(?:nay gio |toi gio )?(?:soan|viet|ghi|lam)(?: (?:duoc|den|toi))* (?:dau|may|gi|chi|nhung gi)",
    ),
    (
        Step.WHO,
        rf"(?:nhung |may |gom )?(?:ai|bao nhieu nguoi|may nguoi|may ong|nguoi nao|don vi nao|chi hoi nao)"
        rf"(?: (?:se|duoc|thi|ma|co))* nhan(?: duoc)?(?: {_THING})?"
        rf"|(?:{_THING} )?(?:se |thi )?(?:gui|di|phat|toi|den)(?: (?:cho|toi|den))* (?:nhung )?"
        r"(?:ai|may nguoi|bao nhieu nguoi|don vi nao)"
        r"|nguoi nhan (?:la |gom )?(?:nhung )?(?:ai|may nguoi)",
    ),
    (
        Step.WHEN,
        rf"(?:{_THING} )?(?:chung nao|khi nao|khi mo|bao gio|may gio|luc nao|luc mo|bua nao|bua mo)"
        rf"(?: (?:se|thi|moi))* (?:gui|di|phat)(?: {_THING})?"
        rf"|(?:{_THING} )?(?:se )?(?:gui|di|phat)(?: (?:luc|vao|di))* "
        r"(?:may gio|khi nao|khi mo|bao gio|luc nao|chung nao|bua mo|ngay nao)",
    ),
)
_STATE = re.compile(
    rf"(?:{_THING} )?(?:da )?(?:gui|di|phat)(?: di)?(?: {_THING})? (?:roi|chua|xong|duoc chua)(?: chua)?(?: (?:ha"
    r"|a|hi|he|vay|rua))*"
    rf"|(?:nhung )?(?:ai|may nguoi|bao nhieu nguoi) (?:da )?(?:doc|nhan|xem|coi|bam)(?: duoc)?(?: {_THING})? "
    r"(?:roi|chua)"
    r"(?: (?:ha|a|hi|he|vay|rua))*"
)
_COMPILED = tuple((step, re.compile(pattern)) for step, pattern in _WAYS)
_BARE_CANCEL = re.compile(r"thoi|huy(?: bo)?|bo|xoa")
_OF_SENDING = re.compile(r"\b(?:gio|ngay|lich|thoi gian)(?: (?:gui|phat|nhan|hen))\b|\bhen gio\b")
_CHANGE = ((Ask.TEXT, WHEN_TEXT), (Ask.WHOM, WHEN_WHOM), (Ask.AT, WHEN_AT))
_MOVED = re.compile(
    r"(?:sua|doi|chinh|lui|don|chuyen)(?: (?:lai|sang|qua|thanh|xuong|len|den|toi|luc))* ?(?=\d|sang|chieu|toi|mai)"
)
_RECEIVERS = re.compile(
    r"(?:gui )?(?:cho )?(?:(?:tat ca|toan bo|toan the|cac|moi|nhung|may|quy) )*(?:(?:dong chi|anh|bac|chu|ong) )?"
    r"(?:chi hoi truong|truong chi hoi|can bo|hoi vien)(?: (?:toan |ca )?(?:xa|phuong|huyen|thon"
    r"|tinh)(?: [^\s,.:;]+){0,2})?"
    r"(?:,? (?:ngoai )?tru [^.:;]{2,40})?"
)
"""Nothing but receivers, where the text is asked: no notice says that alone."""

_LITTLE = re.compile(r"(?:tin|thong bao|gui|lai|khac|nhan|tin nay|cua tin|cho dung|\W)*")
_QUESTION = re.compile(r"\?\s*$")
_LONGEST_QUESTION = 16


def step_word(text: str) -> StepWord | None:
    """Returns what is wished of the dialog, None for an answer to what is asked."""
    said, low = paired(" ".join(text.split()))
    start = _LEAD.match(low)
    stop = _TAIL.search(low)
    first, last = start.end() if start else 0, stop.start() if stop else len(low)
    if _STATE.fullmatch(" ".join(folded(said[first:], _KNOWN).replace("_", "").split()).strip(" .,!?")):
        return StepWord(Step.STATE)
    for begin, end in ((0, last), (first, last)):
        line = " ".join(folded(said[begin:end], _KNOWN).replace("_", "").split())
        if _BARE_CANCEL.fullmatch(line):
            return StepWord(Step.CANCEL)
        for step, pattern in _COMPILED:
            if pattern.fullmatch(line):
                return StepWord(step)
        if line in (*SEND, "bo qua", "tiep", "tiep tuc", "tiep theo"):
            return StepWord(Step.ON)
    return _change(said[first:].strip(), low[first:].strip())


def may_be_asked(text: str) -> bool:
    """Returns whether a text may be a question to us as well as the text of a notice."""
    return _QUESTION.search(text) is not None and len(text.split()) <= _LONGEST_QUESTION and "\n" not in text.strip()


def _change(said: str, low: str) -> StepWord | None:
    for ask, pattern in _CHANGE:
        found = pattern.match(low)
        if found is None:
            continue
        rest = said[found.end() :].strip(" ,:.")
        if _LITTLE.fullmatch(low[found.end() :]):
            return StepWord(Step.CHANGE, ask)
        doubtful = ask is Ask.AT and not _OF_SENDING.search(low)
        return StepWord(Step.CHANGE, ask, rest, doubtful)
    if found := _MOVED.match(low):
        moved = parted(said[found.end() :])
        if moved.at and not (moved.whom or moved.without):
            return StepWord(Step.CHANGE, Ask.AT, said[found.end() :].strip(" ,:."), doubtful=True)
    if _RECEIVERS.fullmatch(low.strip(" .,!")):
        return StepWord(Step.CHANGE, Ask.WHOM, said)
    only = parted(said)
    if only.at and not (only.whom or only.without):
        return StepWord(Step.CHANGE, Ask.AT, said, doubtful=True)
    return None
