"""What is asked of the bot itself, or wished of it, that no plan holds: "mi làm được gì", "in ra giấy được không".

Pure.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from bot.reading.folded import folded


class OfBot(StrEnum):
    """What is asked. ABILITIES: what it can do, how to begin. ITSELF: who made it, how old it is. MISTAKE: a wrong
    button. PICTURES, PRINTING, FORWARDING, CALLING: whether it looks at them, prints, sends files on, telephones.
    OPENING: how a file is opened. UNITS, MEMBERS, PLANS, ADMINS: what the house keeps is to be changed. CODE: where a
    code comes from. KEPT: what is kept and who reads it. QUESTIONS: what others asked. DEVICE: another telephone.
    HELPER: whether somebody else may type. ADMISSION: how one joins the association. CLOCK: what time it is. SENDING:
    how and to whom it sends. DEADLINE: that of a period is to be moved. ABOVE: who looks after the asker's unit.
    WHERE: how one gets in, an app, another channel, without a network.
    """

    ABILITIES = "abilities"
    ITSELF = "itself"
    MISTAKE = "mistake"
    PICTURES = "pictures"
    PRINTING = "printing"
    FORWARDING = "forwarding"
    OPENING = "opening"
    CALLING = "calling"
    UNITS = "units"
    MEMBERS = "members"
    PLANS = "plans"
    ADMINS = "admins"
    CODE = "code"
    KEPT = "kept"
    QUESTIONS = "questions"
    DEVICE = "device"
    HELPER = "helper"
    ADMISSION = "admission"
    CLOCK = "clock"
    SENDING = "sending"
    DEADLINE = "deadline"
    ABOVE = "above"
    WHERE = "where"


_LONGEST = 18
_ME = r"(?:toi|tui|tau|minh|em|chau|bac|chu|co|anh|ong|ba)"
_YOU = (
    r"(?:mi|may|may ni|may nay|ban|bot|chau|em|chu em|con|tro ly|robot|ad|dong chi|app|ung dung|cai (?:may|app) "
    r"(?:nay|ni)|chuong trinh nay)"
)
_NO = r"(?:khong|ko|k|hong|hok|kg|chua|ha|hay khong|chang)"
_MAY = rf"(?: (?:co )?(?:duoc|dc)(?: {_NO})?| {_NO})"
_HOW = (
    r"(?:sao|rang|the nao|nhu the nao|ra sao|cach (?:nao|mo)|kieu (?:chi|gi|nao)|lam sao|lam rang|phai lam (?:sao"
    r"|rang|gi|chi))"
)
_WHERE = r"(?:o )?(?:dau|mo|cho (?:nao|mo))"
_LEAD = re.compile(
    r"(?:(?:da|a|alo|u|ua|oi|ma|the|vay|rua|thoi|nay|ne|nhung|gio|bay gio|chu|thua|xin|lam on|nho|giup|hay"
    rf"|cho {_ME}(?: hoi| biet)?|cho hoi|hoi|{_YOU} oi|(?:anh|chi|bac|chu) oi)[ ,.:!]+)+"
)
_TAIL = re.compile(
    r"(?:[ ,.!]+(?:a|ha|he|hi|hen|nhe|nghe|nha|nhi|vay|rua|ri|the|ta|voi|giup|gium|dum|ho|di|luon|coi|day|do|ma"
    rf"|(?:giup|gium|dum|ho|cho) {_ME}|{_ME}|{_YOU}|roi ma|cai|nao|dong chi|bua ni|gio))$"
)
_UNIT = r"(?:cac |may |nhung |mot |hai |ba |\d+ )?(?:chi hoi|don vi|phan hoi|thon|xa|khoi pho|to hoi)"
_NAME = r"(?: (?!chua\b|nao\b|mo\b|gi\b|chi\b|may\b|bao\b|dau\b|khi\b|ngay\b|nop\b|duoc\b|dat\b)\w+){0,5}"
_FILE = r"(?:file|phai|tep|excel|word|ban (?:word|excel|in)|bao cao(?: tong hop)?|danh sach|so lieu|bieu do|bang)"
_LETTER = r"(?:tin(?: nhan)?|cau hoi|loi|du lieu|thong tin|noi dung|so lieu|cai (?:toi|tui) (?:nhan|hoi))"
_WAYS: tuple[tuple[OfBot, str], ...] = (
    (
        OfBot.ABILITIES,
        rf"{_YOU} (?:co the |co )?(?:lam|biet|giup|giup do|ho tro|tra loi|dung|biet lam)(?: {_ME})?"
        rf"(?: (?:duoc|lam))*(?: (?:nhung|cai|viec))* (?:gi|chi|nhung gi|viec (?:gi|chi))(?: cho {_ME})?(?: duoc)?"
        rf"|(?:co the )?(?:lam|giup|tra loi|hoi|nhan)(?: {_ME})? duoc (?:nhung )?(?:gi|chi)(?: cho {_ME})?"
        rf"|(?:{_ME} )?(?:hoi|nhan|nho) {_YOU} (?:duoc )?(?:nhung )?(?:gi|chi)(?: duoc| o day)?"
        rf"|{_ME} (?:phai|can|nen) lam (?:gi|chi|{_HOW})(?: (?:o day|tiep|truoc|day|bay gio|gio|chu))+"
        rf"|(?:{_ME} )?(?:phai |nen )?bat dau(?: \w+)? (?:tu )?(?:dau|mo)"
        rf"|(?:{_ME}(?: gia)?(?: roi)? |la |can bo moi |moi )*(?:khong|ko|chua|chang) (?:biet|ranh|quen) "
        r"(?:cach )?(?:dung|xai|bam|su dung|nhan tin|lam|xai dien thoai)(?: dien thoai| may| cai nay| cai ni"
        rf"| {_HOW})*"
        rf"(?:[ ,.]+(?:con |chau |em )?(?:chi|huong dan|giup|day|bay)(?: {_ME})*(?: (?:cach )?(?:dung|xai|lam))?)?"
        rf"|(?:.{{0,30}}\b(?:moi|lan dau)(?: (?:vo|vao|lam|nhan viec|dung|xai))?[ ,.]+)?(?:con |em |chau )?"
        rf"(?:chi|huong dan|day|bay|giup)(?: (?:cho )?{_ME})? (?:cach )?(?:dung|xai|lam|su dung|bam)(?: (?:voi"
        rf"|cai nay|cai ni|{_HOW}))*"
        rf"|(?:dung|xai|su dung|cach dung|cach xai)(?: {_YOU}| cai (?:nay|ni))? {_HOW}"
        rf"|lam (?:sao|rang) (?:de )?(?:dung|xai|su dung|hoi)(?: {_YOU}| cai (?:nay|ni))?",
    ),
    (
        OfBot.ITSELF,
        rf"ai (?:tao|lap|lam|viet|day|nuoi|de|sinh|dat)(?: ten)?(?: ra)?(?: (?:cho|cai))? {_YOU}"
        rf"|{_YOU} (?:do ai|cua ai|o dau ra|tu dau)(?: (?:tao|lap|lam|viet|ra|den|toi))*"
        rf"|{_YOU}(?: nam nay)? (?:bao nhieu|may) tuoi(?: roi)?|{_YOU} (?:o|ngoi|song) (?:dau|mo)",
    ),
    (
        OfBot.MISTAKE,
        rf"(?:{_ME} )?(?:lo |lai )?(?:bam|an|nhan|go|gui|nhap|cham|ghi|chon)(?: tin| nut| so)? (?:nham|lon|lo tay"
        r"|bay)"
        rf"(?: (?:nut|so|roi|tin|bao cao|cai|mat|cho))*(?:[ ,.]+(?:thi |gio |bay gio |co )*"
        rf"(?:{_HOW}|sao khong|co sao {_NO}|thu hoi{_MAY}|sua{_MAY}|xoa{_MAY}|huy{_MAY}|(?:thu hoi|lay"
        rf"|rut) lai(?:{_MAY})?))",
    ),
    (
        OfBot.PICTURES,
        rf"(?:{_ME} )?(?:gui|chup|them|kem|dua|goi)(?: (?:them|kem))?(?: \w+)? ?(?:hinh|anh|hinh anh|tam hinh"
        r"|tam anh)"
        rf"(?: (?:cho|kem|vo|vao|len|theo|gui|chup|bao cao|{_YOU}))*{_MAY}"
        rf"|{_YOU} (?:co )?(?:xem|coi|doc|nhin)(?: duoc)? (?:hinh|anh|hinh anh){_MAY}"
        rf"|(?:gui|them|kem)(?: \w+)? (?:hinh|anh) (?:thi )?{_HOW}",
    ),
    (
        OfBot.PRINTING,
        rf"(?:{_ME} )?(?:muon |can )?(?:in|in an|xuat)(?: (?:cai nay|{_FILE}|bao cao))? (?:ra |len )?(?:giay"
        r"|may in|ban giay)"
        rf"{_MAY}?|in (?:ra )?(?:(?:cai nay|{_FILE}) )?(?:{_HOW}|duoc {_NO})|lam (?:sao|rang) (?:de )?in(?: ra)?"
        rf"(?: giay| {_FILE})*",
    ),
    (
        OfBot.FORWARDING,
        rf"(?:gui|goi|chuyen|nop)(?: (?:cai|ban|cho {_ME}))*(?: {_FILE})?(?: (?:nay|ni|do|kia))*"
        r" (?:qua|bang|vo|vao|len|sang|toi|cho)(?: (?:dia chi|hop thu))? (?:email|mail|e mail|e-mail|gmail"
        r"|thu dien tu|may tinh|zalo)"
        rf"{_MAY}?|(?:gui|chuyen|nop) (?:cai |ban )?(?:file|tep|excel|word)(?: (?:nay|ni|do))* (?:len|cho|ve|qua) "
        rf"(?:huyen|tinh|xa|cap tren|tren|hoi cap tren){_MAY}?|gui (?:file|tep) cho {_ME}{_MAY}?",
    ),
    (
        OfBot.OPENING,
        r"(?:lam (?:sao|rang) (?:de )?)?(?:mo|coi|xem)(?: cai)? (?:file|tep|excel)(?: (?:nay|ni|do))*"
        rf"(?: khong duoc| {_HOW})?",
    ),
    (
        OfBot.UNITS,
        rf"(?:{_ME} )?(?:muon |can |xin )?(?:lap|lap them|mo them|tao|tao them|xoa|giai the|sap nhap|sat nhap|gop"
        r"|tach|doi ten|sua ten|them(?= .*\bmoi\b| chi hoi$| don vi$)"
        rf"|nhap danh sach|cap nhat danh sach|sua danh sach) {_UNIT}(?: moi| lai)?{_NAME}{_MAY}?",
    ),
    (
        OfBot.MEMBERS,
        rf"(?:{_ME} )?(?:muon |can )?(?:them|nhap|dang ky|ghi|bo|cho ra|nhap danh sach|cap nhat danh sach"
        r"|sua danh sach|xem danh sach|danh sach)"
        r"(?: ten)?(?: (?:mot|vai|\d+|cac))? (?:nguoi )?hoi vien(?: (?:moi|ra|khoi|vo|vao|nua|cua|chi hoi"
        rf"|danh sach))*{_MAY}?"
        r"|(?:(?:ong|ba|anh|chi|bac|chu|dong chi) \w+ (?:chet|mat|qua doi|doi di)(?: roi)?[ ,.]+)?(?:xoa|bo"
        r"|gach) ten (?:ong|ba|anh|chi|bac|chu|dong chi|hoi vien)(?: \w+)?",
    ),
    (
        OfBot.PLANS,
        rf"(?:{_ME} )?(?:muon |can )?(?:them|cap nhat|nap|dua|nhap|bo sung|sua)(?: (?:them|cho {_YOU}))*"
        r" (?:ke hoach|van ban|cau tra loi|cau hoi|tai lieu|noi dung)(?: (?:moi|20\d\d|nam 20\d\d|nam nay|nam ni"
        rf"|vo|vao|len|cho|{_YOU}))*{_MAY}?"
        rf"|(?:day|bay)(?: them)?(?: cho)? {_YOU}(?: (?:them|cau tra loi|dieu moi|{_HOW}))*{_MAY}?|{_YOU} "
        rf"(?:co )?hoc(?: them| duoc)*{_MAY}",
    ),
    (
        OfBot.ADMINS,
        rf"(?:{_ME} )?(?:muon |can )?(?:them|doi|bo|cap quyen)(?: (?:mot|nguoi))* (?:quan tri(?: vien)?"
        rf"|nguoi quan tri|admin)(?: moi| khac)?{_MAY}?"
        rf"|(?:sao luu|backup|luu tru|khoi phuc)(?: du lieu| lai)*(?: {_HOW})?{_MAY}?"
        rf"|(?:doi|sua|cap nhat)(?: so)? (?:dien thoai|so may|so|dia chi|ten) (?:cua )?van phong(?: hoi)?{_MAY}?"
        rf"|(?:doi|quen|dat lai|lay lai|cap lai) mat khau(?: (?:thi )?{_HOW})?{_MAY}?|mat khau (?:la |cua {_ME} "
        r"(?:la )?)?(?:gi|chi)",
    ),
    (
        OfBot.CODE,
        rf"(?:cai )?ma (?:moi|so|dang ky|vao|vo)(?: la)?(?: (?:gi|chi|cai gi|cai chi|sao|rang))(?: rua)?"
        rf"|(?:{_ME} )?(?:xin |lay |nhan |co )?(?:cai )?ma(?: moi| dang ky)?(?: (?:thi|xin|lay|hoi|nhan))* {_WHERE}"
        rf"|(?:{_ME} )?(?:quen|mat|lac|khong nho|chua co|khong co|xin)(?: (?:mat|cai|lai))* ma(?: (?:moi|so"
        rf"|dang ky|roi|cua {_ME}|cua ong \w+))*(?: {_HOW})?"
        rf"|(?:cap|xin|gui|lay|cho)(?: {_ME})? lai ma(?: moi)?(?: \w+){{0,4}}{_MAY}?"
        rf"|(?:{_ME} )?(?:la |lam )?chi hoi truong(?: \w+){{0,3}} (?:ma |sao |rang )*(?:khong|ko|chua) (?:bao cao"
        rf"|nop|vao|vo|nhap)(?: bao cao)? (?:duoc|dc)(?: {_HOW})?",
    ),
    (
        OfBot.KEPT,
        rf"(?:{_YOU} )?(?:co )?(?:luu|giu|ghi|nho)(?: (?:lai|het|gi|chi))*(?: (?:{_LETTER}))?(?: (?:cua|nao cua"
        rf"|gi cua) {_ME}){_MAY}?"
        rf"|(?:nhung )?ai (?:doc|xem|coi|thay|biet)(?: duoc)? (?:duoc )?{_LETTER}(?: (?:cua )?{_ME}| nay| ni| do)*"
        rf"|(?:co )?ai (?:khac )?(?:doc|xem|coi|thay)(?: duoc)?(?: {_LETTER})(?: (?:cua )?{_ME})?{_MAY}"
        rf"|(?:{_ME} |can bo |moi nguoi |nguoi ta |nguoi khac |cap tren )?(?:trong chi hoi )?(?:co )?(?:xem|doc"
        rf"|coi|thay)(?: duoc)? {_LETTER}(?: cua)?(?: (?:{_ME}|hoi vien|nguoi khac|moi nguoi|ho))?{_MAY}"
        r"|(?:moi nguoi|nguoi khac|nguoi ngoai|hoi vien)(?: trong (?:chi hoi|hoi|xa))? (?:co )?(?:xem|doc|coi"
        rf"|thay)(?: duoc)?{_MAY}"
        rf"|{_LETTER} (?:cua {_ME} )?(?:co )?(?:bi )?(?:lo|mat|luu|ai (?:doc|xem|thay))(?: (?:ra|lai|ngoai"
        rf"|duoc))*{_MAY}?",
    ),
    (
        OfBot.QUESTIONS,
        r"(?:xem|coi|cho xem|thong ke)(?: cac| nhung| lai)? cau hoi (?:cua )?(?:moi nguoi|nguoi khac|hoi vien"
        r"|nguoi dan|ba con)"
        rf"|(?:hoi vien|nguoi dan|moi nguoi|ba con|nguoi ta|ai|ho) (?:hay |thuong |da )*hoi(?: {_YOU})?(?: "
        r"(?:nhung|cai|ve))* (?:gi|chi|nhung gi|nhieu nhat)(?: nhat)?"
        rf"|(?:co )?(?:bao nhieu|may) nguoi (?:dang )?(?:dung|xai|nhan|hoi|su dung)(?: {_YOU})?",
    ),
    (
        OfBot.DEVICE,
        rf"(?:{_ME} )?(?:moi |bi |muon )?(?:mat|hu|doi|thay|mua|rot|be)(?: (?:cai|moi))? (?:dien thoai|may"
        rf"|so dien thoai|sim|zalo|telegram)(?: (?:moi|khac|roi|cua {_ME}))*"
        rf"(?:[ ,.]+(?:thi |gio |co )*(?:{_HOW}|dung|xai|co sao|mat het)(?: tiep)?(?:{_MAY})?)",
    ),
    (
        OfBot.HELPER,
        rf"(?:{_ME} )?(?:nho |de |cho |keu )(?:con|chau|con chau|vo|chong|nguoi khac|thu ky|con gai|con trai)"
        rf"(?: {_ME})? (?:nhap|nhan|go|bam|lam|bao cao|ghi|nop)(?: (?:giup|ho|thay|gium|dum|bao cao"
        rf"|so lieu))*{_MAY}"
        rf"|(?:{_ME} )?(?:khong|ko|chang) (?:biet chu|thay duong|co dien thoai(?: thong minh)?|biet (?:go|doc"
        rf"|viet))(?: (?:thi )?{_HOW})?"
        rf"|(?:co )?(?:nhap|bao cao|dung|xai|go)(?: duoc)? (?:bang|tren|o) may (?:vi )?tinh{_MAY}?|(?:co the )?"
        rf"(?:nhap|bao cao) bang may (?:vi )?tinh{_MAY}",
    ),
    (
        OfBot.ADMISSION,
        rf"(?:{_ME} )?(?:muon|xin|de|can) (?:duoc )?(?:xin )?(?:vo|vao|gia nhap|ket nap)(?: vao)? hoi(?: ccb"
        r"| cuu chien binh| vien)?"
        rf"(?:[ ,]+(?:thi |can |phai )*(?:{_HOW}|lam (?:gi|chi)|gap ai|hoi ai|dieu kien (?:gi|chi)|giay to (?:gi"
        r"|chi)))?"
        rf"|lam (?:sao|rang) (?:de )?(?:duoc )?(?:vo|vao|gia nhap) hoi(?: ccb| cuu chien binh)?",
    ),
    (
        OfBot.SENDING,
        r"(?:lam (?:sao|rang|cach nao|the nao) )(?:de )?(?:gui|nhan|bao)(?: tin(?: nhan)?| thong bao| loi nhan)?"
        r"(?: (?:cho|toi) [^:]{2,60})?"
        r"|(?:co )?(?:gui|nhan)(?: tin(?: nhan)?| thong bao| loi nhan| rieng)? (?:cho|toi) [^:]{2,60}? (?:co )?"
        r"(?:duoc|dc) "
        r"(?:khong|ko|k|hong)"
        rf"|(?:gui|nhan)(?: tin(?: nhan)?| thong bao) (?:thi )?{_HOW}"
        rf"|{_YOU} (?:co )?(?:gui|nhan)(?: tin(?: nhan)?| thong bao)? (?:giup |duoc )?(?:cho )?(?:ho|nguoi khac"
        rf"|moi nguoi){_MAY}",
    ),
    (
        OfBot.DEADLINE,
        r"(?:muon |can |xin )?(?:gia han|doi han|lui han|keo dai han|doi ngay nop|sua han)(?: (?:nop|bao cao|ky"
        r"|bc|nay|ni|them))*"
        r"(?: \d{1,2} (?:ngay|bua|tuan))?(?: nua)?(?: (?:thi )?(?:sao|rang|lam sao|lam rang|duoc khong))?",
    ),
    (
        OfBot.ABOVE,
        r"ai (?:la |dang la |lam )?(?:can bo|nguoi|quan tri|admin|nguoi quan tri)(?: (?:hoi|xa|huyen|tinh"
        r"|phu trach|quan ly|tren|cap tren))*"
        r"(?: (?:cua )?(?:toi|tui|minh|chi hoi|ben toi))?|(?:can bo|nguoi)(?: (?:hoi|xa|huyen|phu trach|cap tren"
        r"|quan tri))+ (?:la|ten) (?:ai|gi|chi)"
        r"|ai (?:quan ly|phu trach) (?:toi|tui|minh|chi hoi (?:toi|tui)|o day|cai nay)",
    ),
    (
        OfBot.WHERE,
        rf"(?:{_ME} )?(?:tai|cai|luu|tai ve)(?: (?:cai|app|ung dung|trang(?: nay| ni)?|{_YOU}))+(?: (?:o )?(?:dau|mo)"
        rf"| (?:ve|vo|vao)? ?(?:may|dien thoai)(?: {_HOW})?{_MAY}?| {_HOW})"
        rf"|(?:mat|khong co|rot|yeu) (?:mang|song|wifi|internet)(?: (?:thi |so )*(?:{_HOW}|co mat{_MAY}"
        rf"|co sao {_NO}))"
        rf"|(?:{_ME} )?(?:dang nhap|dang ky tai khoan|tao tai khoan|vo tai khoan) (?:{_HOW}|o (?:dau|mo))"
        r"|(?:co )?(?:vo|vao|dung|nhan|chuyen|xai|hoi)?(?: (?:qua|bang|tren|o))? ?(?:zalo|telegram|facebook)"
        rf"(?: co)?{_MAY}",
    ),
    (
        OfBot.CLOCK,
        r"(?:bay gio |gio )(?:la )?may gio(?: roi)?|may gio roi|hom nay (?:la )?(?:thu (?:may|gi|chi|mo)|ngay (?:may"
        r"|bao nhieu|mo|gi|chi))"
        r"|bua (?:ni|nay) (?:la )?(?:thu (?:may|mo|chi)|ngay (?:may|mo|bao nhieu|chi))",
    ),
)
_COMPILED = tuple((found, re.compile(pattern)) for found, pattern in _WAYS)
_CALLS = re.compile(
    rf"(?:{_ME} )?(?:muon |can |nho )?goi(?: (?:dien(?: thoai)?|thoai|giup|ho|gium|so))* (?:(?:giup|ho"
    rf"|gium) {_ME} )?(?:cho|toi)? ?"
    r"(?=(?:ong|ba|anh|chi|bac|chu|co|dong chi|d/c|chi hoi truong|truong chi hoi|can bo|chu tich|van phong|xa"
    r"|thon|chi hoi) \w)"
)
_NOT_CALLED = re.compile(r"[:\n]|\b(?:tin|loi nhan|thong bao|giay moi|giay|bao cao|thu|ve|den|hop|du)\b")
_KNOWN = ("khong", "nham", "duoc", "lam", "nguoi")


@lru_cache(maxsize=64)  # several ask it of the same message
def of_bot(text: str) -> OfBot | None:
    """Returns what a text asks of the bot, None for one that says anything else besides."""
    if len(text.split()) > _LONGEST:
        return None
    low = " ".join(folded(text, _KNOWN).replace("_", "").split()).strip(" .,!?:)(")
    if not low:
        return None
    if called(text) is not None:
        return OfBot.CALLING
    lead = _LEAD.match(low)
    ways = [*_shorter(low), *(_shorter(low[lead.end() :]) if lead and lead.end() < len(low) else ())]
    return next((found for found, pattern in _COMPILED if any(pattern.fullmatch(way) for way in ways)), None)


def _shorter(low: str) -> Iterator[str]:
    """Yields a line, and the same without one polite word after another at its end."""
    yield low
    while (end := _TAIL.search(low)) and end.start():
        low = low[: end.start()]
        yield low


@lru_cache(maxsize=64)
def called(text: str) -> str | None:
    """Returns whom somebody wants to be called on the telephone, as it was typed; None where nobody is.

    "gởi" is to send. Without its marks "goi" is to send where words to send stand behind it.
    """
    said = " ".join(text.split())
    if _WRITTEN_OTHERWISE.search(said.lower()):
        return None
    low = folded(said)
    found = _CALLS.match(low)
    if found is None or _NOT_CALLED.search(low) or len(low) != len(said):
        return None
    return _FOR_ME.sub("", said[found.end() :]).strip(" .,!?")


_WRITTEN_OTHERWISE = re.compile(r"^\W*(?:\w+\W+){0,2}g(?:ởi|ói|ỏi|ơi)\b")
_FOR_ME = re.compile(
    r"(?:\s+(?:giúp|giup|giùm|gium|dùm|dum|hộ|ho|tôi|toi|tui|với|voi|đi|di|nghe|nhé|nhe|cái|cai))+[ .!?]*$"
)
