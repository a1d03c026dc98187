"""Greetings, thanks, goodbyes, good wishes, questions about the bot itself: what is friendly and asks nothing of the plans."""

from knowledge.aims import Aim
from knowledge.answer import Answer, Smalltalk
from knowledge.fold import plain
from knowledge.letters import question_of
from knowledge.pattern import Pattern
from knowledge.query import Query

_THANKS = Pattern(
    r"\bcam on\b|\bt(?:ks|hank|hanks)\b|\bgood\b|\bngoan\b|\btuyet (?:voi|qua|lam)\b|\bkhen\b.{0,24}\b(?:mot cau|ban|chau|em|chu|bot)\b|\b\d+ diem\b|\bthong cam\b|\bxin loi\b|\b(?:bam|go|nhan) (?:nham|lon|bay|lam)\b|^(?:vang|da|uh|u|ok|oke|okie|duoc|phai|dung|the a|vay a|rua ha|rua hi|thoi)(?: (?:vang|da|a|nha|nhe|roi|chau|em|ban|ad|ok|hieu|e|r|duoc|tot|lun|luon))*$|^(?:thoi )?(?:khoi|khong can|khoi can)(?: (?:dau|nua|a|nhe|nghe|di|chau|em))*$|\bcam ta\b|\bcam kich\b|\bbiet on\b|\bthanks?\b|\bthank you\b|\b(?:hieu|biet|ro|nam duoc|nho|on) (?:ra )?roi\b|\bduoc roi\b"
    r"|\bgioi (?:qua|that|ghe|lam|the|rua|vay)\b|\btra loi (?:le|nhanh|hay|gioi|tot|ro|de)\b|\bhay (?:qua|ghe|that|lam|hi)\b|\bkhong hoi (?:gi|chi)\b|\bkhong con (?:gi|chi)\b|\btot (?:qua|lam)\b"
)
_BYE = Pattern(
    r"\btam biet\b|\bchao nhe\b|\bbye\b|\b(?:bua|hom|khi|lan|luc) (?:khac|sau|nao ranh|mai)\b.{0,14}\b(?:noi|hoi|tam|chuyen|nhan)\b|\bhen (?:gap|mai|hom|bua|khi|ngay|dong|ban|chau|lan)\b|\bngu ngon\b|\b(?:xin phep |thoi |tui |toi |bac |chu |co )(?:nghi(?! (?:lam|chuc|huu|viec)\b)|ngung|tat may|di ngu|di lam|di nam|di an|di cho|di tap|ve|off)\b|\bnghi (?:nhe|nghe|day|da)\b"
    r"|\bchuc (?:ngu|moi nguoi|dong chi|ban|chau|em|anh|chi|bac|ca nha|mot ngay|ngay)\b|\bchuc\b.{0,30}\b(?:suc khoe|manh khoe|vui|binh an|may man|tot lanh|hanh phuc)\b"
)
_SELF = Pattern(
    r"\b(?:ban|chau|em|anh|may|bot|dong chi|ong|ai do|day|ben nay|ben do|tro ly|ad|mi|may nay)\b.{0,14}\b(?:la ai|la gi|la dua nao|ten (?:la )?(?:gi|chi)|la (?:nguoi|may|robot)|ai lam ra|may tuoi|bao nhieu tuoi|o dau vay)\b"
    r"|\b(?:nguoi (?:that )?hay (?:la )?(?:may|robot)|may hay (?:la )?nguoi|robot (?:ha|phai khong|khong)|noi chuyen voi (?:ai|nguoi|may))\b"
    r"|\b(?:lam duoc|biet lam|giup duoc|tra loi duoc|biet) (?:nhung )?(?:gi|chi)\b(?! (?:ve|cua))|^(?:la ai|ten gi|ten chi)\b|\bco phai (?:nguoi|may|robot)\b|\bbot (?:ha|a|phai khong)\b"
)
_HELLO = Pattern(
    r"\bchao\b|\bdao nay\b|\bmet (?:khong|k|ko|hong)\b|\bvan khoe\b|\blam viec co met\b|\balo\b|\ba lo\b|\bhello\b|\bhi\b|\bhe lo\b|\bkhoe (?:khong|k|chu|hong|ko|ha|chua)\b|\bco ai (?:o |do|khong|truc)|\bcon (?:do|thuc|day) (?:khong|k|chu|hong)\b|\bco (?:do|day) (?:khong|k|chu)\b|\ban com (?:chua|roi)\b|\b(?:moi|dang|lan dau|tap|hoc) (?:tap |hoc )?(?:dung|xai|biet|su dung|nhan tin|bam|lam quen)\b"
    r"|\blan dau\b|\bmo hang\b|\bthu (?:coi|xem|may|nghe)\b|\blam quen\b|\bnoi chuyen (?:cho vui|choi)\b|\bbuon (?:qua|lam)\b|\bnho (?:ban|chau) (?:qua|lam)\b"
)
# What the plans talk of: beside one of these words a message is no small talk, unless it only thanks.
_MATTER = Pattern(
    r"\b(?:kehoach|bao cao|hanchot|mo hinh|phongtrao|cvd|ntm|dtvm|chi tieu|tieu chi|muc tieu|nghi quyet|quyet dinh|chi thi|thong tu|thong tri|van ban|de an|nang cao|kieu mau|hongheo|nguongheo|nhatam|ocop|ve dich|danh sach|quyvon|nop|khen thuong|ho so)\b"
)
_ASKS = Pattern(
    r"\b(?:bao nhieu|bao gio|khi nao|luc nao|ngay nao|nam nao|thang nao|o dau|ve dau|(?<!dao nay )the nao|ra sao|thi sao|nhung gi|lam sao|may (?:xa|huyen|ho|nha|nguoi|lan|thang|nam|mo hinh)|(?:xa|huyen|hoi|ban|don vi|mo hinh|phongtrao|viec) (?:nao|gi)|ke (?:giup|cho|ten|ra)|muon hoi|xin hoi|duoc hoi|xin cho|cho biet|giai dap|cho (?:toi |bac |tui |chu )?hoi)\b"
)
_LONG = 14
_WEAK = frozenset({Aim.WHAT, Aim.YESNO, Aim.WHO})

_GREETING = "Chào đồng chí. Tôi trả lời về các kế hoạch của Hội: hạn nộp báo cáo, mô hình, chỉ tiêu. Đồng chí hỏi gì ạ?"
_WELCOME = "Không có chi, đồng chí. Khi cần, đồng chí cứ hỏi tôi."
_FAREWELL = "Chào đồng chí. Chúc đồng chí mạnh khỏe."
_MYSELF = (
    "Tôi là Đồng Đội, máy trả lời tự động của Hội, không phải người. Tôi trả lời về các kế hoạch:"
    " hạn nộp báo cáo, mô hình, chỉ tiêu. Đồng chí hỏi gì ạ?"
)
_SAID = ((_SELF, _MYSELF), (_THANKS, _WELCOME), (_BYE, _FAREWELL), (_HELLO, _GREETING))


_UNCLEAR = (
    "Tôi chưa rõ ý đồng chí. Tôi trả lời về các kế hoạch của Hội: hạn nộp báo cáo, mô hình, chỉ tiêu."
    ' Đồng chí hỏi lại một câu ngắn, hoặc nhắn "trợ giúp".'
)
_OFFICE = Pattern(r"\b(?:chu tich|bi thu|truong ban|chi hoi truong|can bo|giam doc|pho|truong phong|lanh dao)\b")
"""Whose name is asked may be that of somebody in office, and not the bot's."""

_CHAT = Pattern(r"\b(?:chau|bac chau|chu em|tui|toi|ban oi|em oi|ad|dong chi oi|minh|bot)\b")
_SURE = 0.6
_ASKING = Pattern(r"\b(?:bao nhieu|nao|gi|bao gio|o dau|so may)\b")


def chat(query: Query, sure: float) -> Answer | None:
    """Returns a friendly word to what asks nothing and in which the search is not sure to see anything either."""
    if query.aims or sure >= _SURE or _MATTER.search(query.line) or _ASKS.search(query.said) or "?" in query.text:
        return None
    return (
        Smalltalk(_UNCLEAR, courtesy=True) if _CHAT.search(query.said) and not query.plans and not query.years else None
    )


def _asks(query: Query) -> bool:
    """Whether a letter says where it asks, and asks there: "nhờ đồng chí chỉ giúp tôi, … gói trong bốn điều nào, kính chúc …"."""
    _, asked = question_of(query.text)
    return bool(asked) and _ASKING.search(plain(asked)) is not None


def find(query: Query) -> Answer | None:
    """Returns a friendly word when the message asks nothing of the plans."""
    line = query.bare  # as it was typed: chat has other words than the plans
    said = next((text for pattern, text in _SAID if pattern.search(line)), None)
    if said is None or not query.words or (said == _MYSELF and _OFFICE.search(line)):
        return None
    wished = _BYE.search(line) is not None and "?" not in query.text  # "bình an" is a wish, and a commune
    if (query.communes and not wished) or query.districts or query.plans or query.years or query.section:
        return None
    if _MATTER.search(query.line) or _ASKS.search(line):
        return None
    if len(query.words) > _LONG and ("?" in query.text or query.aims - _WEAK or _asks(query)):
        return None
    return Smalltalk(said, courtesy=True)
