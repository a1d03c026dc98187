"""Whom a notice is for, where its own words say it: "…, gửi cho các chi hội trưởng", "Kính mời các đồng chí chi hội
trưởng …". Pure.
"""

import re
from dataclasses import replace

from bot.reading.cut import paired
from handlers.broadcast_words import Wished, parted
from handlers.courtesy import without_closing

_ROLES = r"(?:chi hoi truong|truong (?:cac )?chi hoi|lanh dao chi hoi|can bo|hoi vien|ba con hoi vien)"
_ALL = r"(?:(?:tat ca|toan the|toan bo|toan|cac|nhung|may|moi|quy|ca) )*(?:(?:dong chi|d/c|anh|bac|chu|ong|vi) )*"
_SENDS = (
    r"(?:(?:nho|xin|hay|roi|va|de nghi|ban|em|chau|dong chi|giup|gium|toi|tui|minh|muon|can|thong bao nay|tin nay) )*"
    r"(?:gui|nhan|bao|chuyen|thong bao|phat|goi)(?: (?:tin|thong bao|giay moi|cai)(?: nay| ni| do)?)?"
    r"(?: (?:giup|gium|dum|ho|di|luon|ngay))*(?: (?:toi|tui|minh))?"
)
_CLAUSE = re.compile(
    rf"[\s,.;:(–-]+(?P<order>{_SENDS} (?:cho|toi|den))\s+(?P<whom>{_ALL}{_ROLES}\b[^.;:?\n]{{0,80}})[\s.!)]*$"
)
_OPENING = re.compile(
    rf"(?:(?:tran trong )?(?:kinh (?:gui|moi|thua|bao)|de nghi|yeu cau|trieu tap|thong bao (?:den|toi)|moi)[ :]+)"
    rf"(?P<whom>{_ALL}(?:chi hoi truong|truong (?:cac )?chi hoi)\b"
    r"(?: (?:(?:xa|phuong|huyen|thi tran) [^\s,.;:]+(?: [^\s,.;:]+)?"
    r"(?= (?:du|den|ve|tham|nop|hop|co|luc|vao)\b|[,.;:\n])|toan (?:xa|huyen|tinh)))?)"
)
_HEAD = re.compile(r"(?:thong bao|giay moi|thu moi)(?: \w+){0,3}\s*[:.\n-]\s*")
_OTHER_SENDING = re.compile(r"\b(?:nop|gui|bao cao|danh sach|phieu|ho so|so lieu|bien ban|tien|quy|dang ky)\b")
"""What is to be sent is something else than the notice: "nộp báo cáo trước ngày 25/5, gửi cho cán bộ xã"."""

_OF_THE_NOTICE = re.compile(r"\b(?:nho|giup|gium|dum|ho|thong bao|tin|giay moi)\b")
_ASKS = re.compile(r"\?|\b(?:ai|gi|nao|sao|may gio|bao nhieu|bao gio|o dau|duoc khong|chua|hay khong)\b")


def addressed(text: str) -> Wished | None:
    """Returns the notice without the clause that says whom to send it to, and what that says; None without one."""
    said, low = paired(text.strip())
    found = _CLAUSE.search(low)
    if found is None or _ASKS.search(low) or not low[: found.start()].strip():
        return None
    if _OTHER_SENDING.search(low[: found.start()]) and not _OF_THE_NOTICE.search(found["order"]):
        return None
    head = parted(without_closing(said[found.start("whom") : found.end("whom")]))
    return replace(head, text=said[: found.start()].strip(" ,;:–-\n")) if head.whom else None


def invited(text: str) -> str:
    """Returns the leaders whom a notice begins by addressing, "" where it does not."""
    said, low = paired(text.strip())
    start = found.end() if (found := _HEAD.match(low)) else 0
    opening = _OPENING.match(low, start)
    return said[opening.start("whom") : opening.end("whom")] if opening else ""
