"""What somebody says about a broadcast, taken apart: for whom, without whom, when, and the text itself. Pure."""

import re
import unicodedata
from dataclasses import dataclass

from bot.messages import Span
from bot.reading.cut import without
from bot.reading.of_bot import OfBot, of_bot
from handlers.courtesy import without_closing
from knowledge.fold import plain

_START = (
    r"(?:(?:(?:bua|hom) (?:ni|nay)|(?:sang|trua|chieu|toi) (?:ni|nay)|bay gio|gio)[ ,]+)?"
    r"(?:(?:toi|tui|minh|em) )?(?:(?:muon|can|dinh|xin|hay|nho|giup (?:toi|tui)|cho (?:toi|tui)) )*"
)
_URGENTLY = r"(?: khan(?: cap)?)?"
_NOTICE = rf"(?:(?:tin )?(?:thong bao|tb)|giay moi(?: hop)?){_URGENTLY}"
_TO = r"(?:cho|toi|den)"
_MANY = (
    r"(?=(?:tat ca|toan|ca |moi |cac |nhung |may |ai chua|nguoi chua|chi hoi|truong chi hoi|can bo|hoi vien|lanh dao"
    r"|thuong truc|dong chi|d/c|chu |bac |anh |chi |ong |ba |co ))"
)
_KINDLY = r"(?: (?:di|gium|giup|ho|gap))?"
_NAMED_ROLES = r"(?:chi hoi truong|truong chi hoi|can bo|hoi vien|ba con|lanh dao chi hoi)"
# Without a colon "gửi cho xã" may be a question about a report; "gửi các chi hội trưởng" names whom it is for.
_PLACE = r"(?=(?:thon|xa|phuong|huyen|khoi|to dan pho) [^?:\n]+:)"
_ROLES = (
    rf"(?=(?:(?:tat ca|toan bo|cac|nhung|moi) )*{_NAMED_ROLES}\b[^?:\n]*[:\n])"
    rf"|(?:(?<=nhan )|(?<=gium )|(?<=giup ))(?=(?:(?:tat ca|toan bo|cac|nhung|moi) )+{_NAMED_ROLES}\b)"
)
_ORDERS = (
    rf"{_START}(?:soan|gui|phat|ra|dang|viet|lam|tao|phat di|them|goi){_KINDLY}(?: (?:mot|1))?(?: (?:ban|cai|tin))?"
    rf" {_NOTICE}(?: moi| nay)?(?! so|(?: \d))(?: {_TO}(?= ))?",
    rf"{_NOTICE}(?: moi)? {_TO}(?= )",
    rf"{_START}(?:gui|nhan|bao|goi){_KINDLY}{_URGENTLY}(?: (?:tin nhan|tin|loi nhan))? "
    rf"(?:{_TO} {_MANY}|{_TO} {_PLACE}|{_ROLES})",
    r"/thongbao (?=\D)",
    rf"{_START}(?:thong bao|tb|gui tin) khan(?: cap)?(?=[ .!]*$)",
)
_ORDER = re.compile(rf"(?:{'|'.join(_ORDERS)})(?=\W|$)|(?:{_ORDERS[2]})")
_BODY = re.compile(
    r"\s*(?:[:\n]|(?<![a-z])(?:voi )?(?:noi dung|loi|rang la|nhu sau)(?: la| nhu sau)?(?= |:|\n)\s*[:\n]?)\s*"
)
# Where nothing stands before it the text begins with what it is about: "mời họp …", "về việc …", "là ngày mai …".
_BEGINS = re.compile(
    r"\b(?:la (?=(?:ngay|mai|chieu|sang|trua|toi|hom|thu|tuan|hoan|huy|hop|moi|nghi|nop)\b|\d)"
    r"|(?=(?:v/v|ve viec|de nghi|yeu cau|kinh moi|chuc mung|moi (?:hop|du|tham|den|ve)"
    r"|nhac (?:nho )?(?:nop|nap|bao cao|gui|hop|dong|viec|lich))\b)"
    r"|(?=(?:(?:sang|trua|chieu|toi|ngay) )?(?:mai|mot|nay|hom nay) (?:hop|du|di|den|ve|nop|tap trung|ra quan|nghi)\b))"
)
_WHOM = re.compile(r"(?:gui )?(?:cho|toi|den|gui)(?= )")

_NAMED = re.compile(r"noi dung(?: la)?\b\s*:?\s*")
_WORDS = re.compile(r"[a-z]{2,}")
_CLOCK_COLON = re.compile(r"\d:\d\d")

_WITHOUT = re.compile(r"[,;]?\s*\b(?:ngoai tru|tru ra|tru|loai tru|loai ra|khong gui cho|khong gom|bo ra|loai)\b\s*")
_RECEIPT = re.compile(
    r"[,;]?\s*\b(?:(?:co|kem|them|gan|nho|yeu cau|can|phai|va)\s+)+"
    r"(?:moi nguoi )?(?:bam |bao |xac nhan |tra loi )*(?:nut )?"
    r"[\"“]?(?:da nhan|xac nhan)[\"”]?"
)
_NO_RECEIPT = re.compile(
    r"[,;]?\s*\b(?:khong|khoi|chang) (?:can |co |kem )?(?:bam |bao |xac nhan )*(?:nut )?(?:da nhan|xac nhan)"
)
_CLOCK = r"\d{1,2} ?(?:(?:h|g|gio|:) ?(?:[0-5]\d)?)(?: ?phut)?(?: ?ruoi| kem \d+)?(?!\d)"
_NUMBER = r"(?:mot|hai|ba|bon|nam|sau|bay(?= gio (?:sang|toi))|tam|chin|muoi(?: mot| hai)?)"
_SPOKEN_CLOCK = rf"(?:{_NUMBER} gio(?: ruoi)?|\d{{1,2}} ruoi)"
_DAY = (
    r"(?:sang|trua|chieu|toi|dem|hom nay|nay|ni|mai|ngay mai|mot|ngay mot|ngay kia|kia|tuan nay|tuan sau|tuan toi"
    r"|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn"
    r"|(?:ngay |mung )?\d{1,2}(?:/|-|\.)\d{1,2}(?:(?:/|-|\.)\d{2,4})?|ngay \d{1,2}(?: thang \d{1,2}(?: nam \d{4})?)?)"
)
_TIME = re.compile(
    r"[,;]?\s*\b(?:(?:vao luc|hen luc|vao|luc|hen)\s+)?"
    rf"(?:(?:{_DAY}[ ,]+)*(?:luc |vao )?(?:{_CLOCK}|{_SPOKEN_CLOCK}\b)(?:[ ,]*(?:vao )?{_DAY}\b)*"
    rf"|(?:\d+|nua|{_NUMBER}) (?:phut|tieng|gio)(?: dong ho)?(?: ruoi)? nua\b)"
)
_AT_ONCE = re.compile(r"[,;]?\s*\b(?:ngay bay gio|ngay lap tuc|lap tuc|gui ngay|gui luon|bay gio)\b")
_LAST = r"(?=$|[,;]? (?:ngoai tru|tru)\b)"
_LAST_AT_ONCE = re.compile(rf"[,;]?\s+(?:ngay|luon){_LAST}")
# A day without an hour, which is asked. "mai" alone may be a name.
_LAST_DAY = re.compile(
    r"[,;]?\s+(?:vao |luc )?(?:(?:sang|trua|chieu|toi|dem) (?:hom )?"
    r"(?:nay|ni|mai|mot|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)"
    rf"|ngay (?:mai|mot|kia)|hom nay|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat){_LAST}"
)
_ASKED = (OfBot.CALLING, OfBot.SENDING)
"""What asks whether something can be done, and orders no sending."""


@dataclass(frozen=True, slots=True)
class Wished:
    """What was said: the text, whom it is for and not for, when, whether it is to be acknowledged. "": not said."""

    text: str = ""
    whom: str = ""
    without: str = ""
    at: str = ""
    acknowledged: bool | None = None
    spans: tuple[Span, ...] = ()
    """How words of the text look."""


def wished(text: str) -> Wished | None:
    """Returns what a long message wishes to be sent, None for one that wishes no broadcast."""
    said = unicodedata.normalize("NFC", text).strip()
    low = plain(said)
    order = _ORDER.match(low)
    if order is None or len(low) != len(said) or of_bot(said) in _ASKED:
        return None
    head, body = _divided(said[order.end() :])
    found = parted(without_closing(head))
    return Wished(body, found.whom, found.without, found.at, found.acknowledged)


def parted(head: str) -> Wished:
    """Returns what words say about whom, without whom, when and the acknowledgement; there is no text in them."""
    head = " ".join(unicodedata.normalize("NFC", head).split())
    if _silent(head):
        # Nothing else is meant by the words for an acknowledgement there.
        head, at = _time_out(head)
        whom, left_out = _split(head)
        return Wished(whom=whom, without=left_out, at=at)
    acknowledged = False if _NO_RECEIPT.search(plain(head)) else True if _RECEIPT.search(plain(head)) else None
    head = without(without(head, _NO_RECEIPT), _RECEIPT)
    head, at = _time_out(head)
    whom, left_out = _split(head)
    return Wished(whom=whom, without=left_out, at=at, acknowledged=acknowledged)


def _silent(head: str) -> bool:
    return re.search(r"\bchua\b.*\b(?:nhan|doc|xac nhan)\b.*\bthong bao\b", plain(head)) is not None


def _divided(said: str) -> tuple[str, str]:
    """Returns what stands before the text and the text as it was typed: behind a colon, a new line, "nội dung"."""
    low = plain(said)
    clocks = [range(found.start(), found.end()) for found in _CLOCK_COLON.finditer(low)]
    for found in _BODY.finditer(low):
        colon = low.find(":", found.start(), found.end())
        if colon >= 0 and any(colon in clock for clock in clocks):
            continue
        body = said[found.end() :].strip()
        named = _NAMED.match(plain(body))
        return said[: found.start()], body[named.end() :] if named else body
    return _run_together(said, low)


def _run_together(said: str, low: str) -> tuple[str, str]:
    """Returns the same where nothing parts the two: "cho chi hội trưởng 8h sáng mai họp".

    What follows a time and names no receivers is the text, and the time is the meeting's: when to send it is asked.
    """
    found, time = _BEGINS.search(low), _TIME.search(low)
    inside = found is not None and time is not None and time.start() < found.start() < time.end()
    if found is not None and not inside and said[: found.start()].strip():
        return said[: found.start()], said[found.end() :].strip()
    if time is None or not said[: time.start()].strip():
        return said, ""
    rest = low[time.end() :].strip(" ,.;")
    told = _WITHOUT.match(rest) or _RECEIPT.match(rest) or _NO_RECEIPT.match(rest) or _WHOM.match(rest)
    if not rest or told or not _WORDS.search(rest):
        return said, ""
    return said[: time.start()], said[time.start() :].strip(" ,;")


def _time_out(head: str) -> tuple[str, str]:
    """Returns the words without the time in them, and the time."""
    low = plain(head)
    for pattern in (_TIME, _AT_ONCE, _LAST_AT_ONCE, _LAST_DAY):
        found = pattern.search(low)
        if found is not None:
            rest = f"{head[: found.start()]} {head[found.end() :]}"
            return " ".join(rest.split()), head[found.start() : found.end()].strip(" ,;")
    return head, ""


def _split(head: str) -> tuple[str, str]:
    found = _WITHOUT.search(plain(head))
    if found is None:
        return head.strip(" ,.;:"), ""
    return head[: found.start()].strip(" ,.;:"), head[found.end() :].strip(" ,.;:")
