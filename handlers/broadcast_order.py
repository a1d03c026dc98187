"""What somebody types about a broadcast that there is: "tạm dừng thông báo 3", "gửi lại cho người lỗi". Pure."""

import re
from dataclasses import dataclass

from bot.reading.cut import paired
from handlers.broadcast_token import Verb

_N = r"(?: so| thu)? ?(?P<number>\d{1,6})"
_NOTICE = r"(?:thong bao|tb)"
_ONE = rf"(?:cai )?{_NOTICE}(?:{_N})?"
_NAMED = rf"(?:cai )?{_NOTICE}{_N}"
_SAID = r"(?:(?:cho )?(?:toi|minh) |hay |giup toi |xin |can |muon )*"
_TAIL = r"(?: (?:di|nhe|nha|giup|voi|a|roi|nay|ngay|luon|lai|the nao|ra sao|(?:den|toi) dau|sao))*"
_HOW_MANY = r"(?:da |co |duoc )*(?:bao nhieu|may) (?:nguoi|dong chi|ai|ca)"
_PEOPLE = r"(?:nguoi |ai |ca |tin |ong |bac |anh |chu |dong chi |chi hoi truong |don vi )"
_WHO = rf"(?:nhung |cac |may )?{_PEOPLE}?(?:bi |gui |con )*"
_NOT_SAID = r"chua (?:bam |an |bao |xac nhan |nut |duoc |da )*(?:nhan|doc|xac nhan)(?: duoc)?"
_ORDERS: tuple[tuple[Verb, str], ...] = (
    (
        Verb.LIST,
        r"/thongbao|(?:xem )?(?:(?:cac|danh sach|nhung)(?: cac)? )?(?:thong bao|tb)(?: da gui| dang gui| gan day)?"
        r"|(?:xem |coi )?(?:lai )?(?:(?:cac|danh sach|nhung|may)(?: cac)? )?(?:cai )?(?:thong bao|tb|tin(?: nhan)?) "
        r"(?:toi |tui |minh )?(?:da|dang|vua|moi) (?:gui|soan)"
        r"(?: (?:gan day|truoc day|(?:thang|tuan|nam|hom|bua|ky) (?:truoc|qua|roi|nay|ni)))*"
        r"|(?:xem )?lich su (?:gui )?(?:tin|thong bao)",
    ),
    (Verb.SHOW, rf"(?:xem (?:lai )?)?{_NAMED}{_TAIL}"),
    (Verb.SHOW, r"/thongbao (?P<number>\d{1,6})"),
    (Verb.PAUSE, rf"tam (?:dung|ngung|nghi)(?: lai)?(?: gui)? {_ONE}{_TAIL}"),
    (Verb.PAUSE, rf"(?:dung|ngung|hoan)(?: lai)?(?: gui)? {_NAMED}{_TAIL}"),
    (Verb.PAUSE, rf"(?:(?:dung|ngung|hoan)(?: lai)? gui|tam (?:dung|ngung)(?: lai)? gui)(?: (?:tin|{_ONE}))?{_TAIL}"),
    (Verb.RESUME, rf"(?:gui tiep|tiep tuc(?: gui)?|cho (?:gui|chay) tiep)(?: tin)? {_ONE}{_TAIL}"),
    (Verb.CANCELLING, rf"(?:huy|huy bo|bo|xoa|thoi)(?: gui)? {_ONE}{_TAIL}"),
    (Verb.EDIT, rf"(?:sua|doi|chinh)(?: lai)?(?: noi dung| nguoi nhan)? {_NAMED}{_TAIL}"),
    (Verb.RETIME, rf"(?:sua|doi|chinh)(?: lai)? (?:gio|ngay|lich|thoi gian)(?: gui)? {_NAMED}{_TAIL}"),
    (Verb.WAVE, rf"nhac(?: lai)?(?: {_WHO}{_NOT_SAID})? {_ONE}{_TAIL}"),
    (Verb.WAVE, rf"nhac(?: lai)? {_WHO}{_NOT_SAID}{_TAIL}"),
    (Verb.WAVE, rf"gui lai (?:cho )?{_WHO}{_NOT_SAID}(?: {_ONE})?{_TAIL}"),
    (Verb.WAVE, rf"{_WHO}{_NOT_SAID}(?: {_ONE})? thi (?:gui|nhac) lai{_TAIL}"),
    (
        Verb.SILENT,
        rf"(?:con )?(?:ai|nhung ai|nguoi nao|nhung nguoi nao|may ai) (?:con )?{_NOT_SAID}(?: {_ONE})?{_TAIL}",
    ),
    (Verb.BOOK, rf"(?:xuat|tai|lap|lay)(?: file| tep)?(?: excel)?(?: ket qua)?(?: cua)? {_ONE}(?: (?:ra )?excel)?"),
    (Verb.RESULT, rf"(?:ket qua|bao cao(?: ket qua)?|thong ke)(?: gui)?(?: cua)? {_ONE}{_TAIL}"),
    (Verb.RESULT, rf"{_HOW_MANY} (?:da |duoc |bao |bam )*(?:nhan|doc|xac nhan)(?: duoc)?(?: {_ONE})?{_TAIL}"),
    (Verb.RESULT, rf"(?:nhung )?(?:ai|nguoi nao) (?:da |bao |bam )+(?:nhan|doc|xac nhan)(?: duoc)? {_ONE}{_TAIL}"),
    (
        Verb.RESULT,
        r"(?:nhung |da )?(?:ai|may nguoi|bao nhieu nguoi) (?:da )?(?:doc|xem|coi|bam)(?: duoc)?(?: (?:tin"
        r"|thong bao))?(?: (?:nay|do))?"
        rf" roi(?: (?:a|ha|hi|he|vay|rua))*|(?:tin|{_NOTICE})(?: (?:nay|do))? (?:da )?(?:gui|di|toi)(?: duoc)? "
        r"(?:roi|xong|chua|xong chua)"
        r"(?: (?:a|ha|hi|he|vay|rua))*",
    ),
    (Verb.APPROVE, rf"(?:toi )?(?:dong y|duyet|chap thuan)(?: (?:cho )?gui)? {_NAMED}{_TAIL}"),
)
_COMPILED = tuple((verb, re.compile(pattern)) for verb, pattern in _ORDERS)
_AGAIN = re.compile(
    rf"{_SAID}gui lai(?: {_NOTICE}{_N})?(?: cho)? {_WHO}(?P<state>loi|hong|that bai|chua ro)"
    rf"(?: (?:cua |o )?{_NOTICE}(?: so)? ?(?P<behind>\d{{1,6}}))?{_TAIL}"
)
_CORRECT = re.compile(
    rf"{_SAID}(?:dinh chinh|cai chinh)(?: lai)?(?: (?:cho )?{_NOTICE}(?:{_N})?)?\s*(?P<colon>[:\n]|(?= )|$)"
)
_REWRITE = re.compile(rf"{_SAID}(?:sua|doi|chinh)(?: lai)?(?: noi dung| loi)? {_NAMED}(?: thanh| la)?\s*[:\n]\s*(?=\S)")
_RETIME = re.compile(
    rf"{_SAID}(?:(?:sua|doi|chinh|hoan|lui|chuyen)(?: lai)?(?: (?:gio|ngay|lich|thoi gian))?(?: gui)? {_NAMED}"
    rf"|{_NAMED.replace('number', 'first')} (?:doi|sua|chuyen|hoan|lui)(?: lai)?(?: gio)?)"
    r"(?: (?:thanh|sang|den|toi|qua|vao|lai|luc|la))*\s+"
    r"(?P<at>(?:[\d:/.h-]+|sang|trua|chieu|toi|dem|mai|mot|nay|ni|hom|ngay|thang|nam|tuan|sau|toi|thu|hai|ba|tu"
    r"|bay|bon"
    r"|qua|tam|chin|muoi|chu|nhat|ruoi|kem|gio|phut|luc|vao|nua|tieng|kia|g|\s)+)[ .!]*"
)
_REFUSE = re.compile(rf"(?:khong|chua|tu choi|toi khong)(?: dong y| cho| duyet)*(?: gui)? {_NAMED}\s*[:,.]?\s*")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done with which broadcast (0: not said); ``text`` is what was said with it."""

    verb: Verb
    number: int = 0
    text: str = ""


def order_of(text: str) -> Order | None:
    """Returns what a text orders about a broadcast, None for nothing."""
    tail, low = paired(text.strip())
    if found := _CORRECT.match(low):
        return Order(Verb.CORRECT, int(found["number"] or 0), tail[found.end() :].strip(" :\n"))
    if found := _REWRITE.match(low):
        return Order(Verb.EDIT, int(found["number"]), tail[found.end() :].strip())
    if found := _RETIME.fullmatch(low):
        return Order(Verb.RETIME, int(found["number"] or found["first"]), tail[found.start("at") : found.end("at")])
    if found := _REFUSE.match(low):
        return Order(Verb.REFUSE, int(found["number"]), tail[found.end() :].strip())
    line = " ".join(low.split()).strip(" .,!?:;")
    line = re.sub(r"^(/\w+)@\w+", r"\1", line)
    if found := _AGAIN.fullmatch(line):
        state = "unknown" if found["state"] == "chua ro" else "failed"
        return Order(Verb.AGAIN, int(found["number"] or found["behind"] or 0), state)
    line = re.sub(rf"^{_SAID}", "", line)
    for verb, pattern in _COMPILED:
        if found := pattern.fullmatch(line):
            return Order(verb, int(found.groupdict().get("number") or 0))
    return None
