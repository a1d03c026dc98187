"""The words that work at every step of a form: "quay lại", "bỏ qua", "sửa 3", "tại sao hỏi" … (DESIGN 6)."""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.fold import plain


class Word(StrEnum):
    """What is wanted instead of an answer. The value is what a button of the form carries."""

    BACK = "back"
    SKIP = "skip"
    FIX = "fix"
    REVIEW = "review"
    POSTPONE = "later"
    CANCEL = "cancel"
    WHY = "why"
    SAME = "same"
    SEND = "send"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Command:
    """A word, and what stands behind it: "sửa quỹ 3tr5" is FIX with "quỹ 3tr5"."""

    word: Word
    rest: str = ""


_EXACT = {
    Word.BACK: "quay lai|lui lai|quay ve|tro lai|lui|cau truoc|ve cau truoc|so truoc|ve so truoc|quay lai cau truoc",
    Word.SKIP: (
        "bo qua|qua|bo qua so nay|bo qua cau nay|cho qua|khoi ghi|khong ghi|bo|bo cau nay|de trong|tiep|qua cau khac"
    ),
    Word.REVIEW: "xem lai|xem|coi lai|xem lai bao cao|ra soat|kiem tra lai|xem het|coi lai bao cao|kiem lai",
    Word.POSTPONE: (
        "de sau|de do|tam dung|dung lai|de khi khac|mai lam tiep|lat nua|lat nua lam tiep|nghi|ban roi|de mai"
        "|de luc khac|lam sau|bao sau|de toi|mai bao|thoi de sau|gio ban|dang ban"
        "|thoi|thoi khoi|thoi nghi|thoi nghe|thoi khong lam nua"
    ),
    Word.CANCEL: "huy|huy bo|huy bao cao|bo bao cao|thoi khong bao nua|xoa bao cao|khong bao nua|xoa het"
    "|khoi sua|khoi sua nua|khong sua nua|khong sua|thoi khong sua",
    Word.WHY: (
        "tai sao hoi|sao hoi|vi sao hoi|tai sao|hoi lam gi|hoi chi|de lam gi|tai sao lai hoi|vi sao lai hoi|sao lai hoi"
        "|hoi de lam gi|vi sao|so nay la gi|so nay de lam gi|hoi cai ni lam chi|hoi lam chi|giai thich"
    ),
    Word.SAME: (
        "nhu ky truoc|nhu lan truoc|giong ky truoc|nhu cu|giong lan truoc|bang ky truoc|y nhu ky truoc|van nhu ky truoc"
        "|nhu nam truoc|khong thay doi|khong doi|van nhu cu|giong cu|y cu|nhu truoc|van vay|van rua"
    ),
    Word.SEND: "gui|gui di|gui bao cao|nop|nop bao cao|nop di|dong y gui|gui luon|xong gui di|gui len|duoc gui di",
    Word.YES: "dung|dung roi|phai|phai roi|u|uh|o|co|chac|chac roi|chac chan|dung vay|dong y|ok|oke|duoc|chuan|dung do",
    Word.NO: "khong|sai|sai roi|khong phai|khong dung|nham|nham roi|chua dung|ko phai|ko dung|nhap lai|ko",
}
_BY_WORDS = {phrase: word for word, phrases in _EXACT.items() for phrase in phrases.split("|")}
_FIX = re.compile(r"(?:xin |cho |toi |de )*(?:sua|chinh|doi|thay)(?: lai)?(?: (?:so|muc|cau|dong|o))?(?:\s+|$)")
_POLITE = re.compile(r"(?:\b(?:da|a|nhe|nghe|nha|di|giup|gium|voi|ho|dong chi|toi|cho|xin|em|anh|chu|bac)\b\s*)+$")
_LEADING = re.compile(r"^(?:(?:da|xin|cho|toi|cho toi|thoi|vang|u)\s+)+")
_LATER = re.compile(
    r"(?:(?:toi |tui |gio |chu )?(?:met|ban|ban viec|mac viec|mac cong chuyen|dau dau|co khach"
    r"|buon ngu|moi mat|hoa mat)"
    r"(?: (?:qua|roi|lam|rui|chut|xiu))*[ ,.]+)?(?:(?:de|thoi|hen|cho) )*"
    r"(?:chieu(?: nay| ni| mai)?|toi(?: nay| ni)?|mai|ngay mai|sang mai|lat nua|hoi nua|chut nua"
    r"|bua khac|hom khac|khi khac|luc khac"
    r"|khi mo ranh|khi nao ranh)"
    r" (?:toi |tui |minh )?(?:lam|nhap|khai|ghi|tinh)(?: (?:tiep|sau|cho|lai|luon|nghe|nhe|nha|a))*"
)
"""The report is put off in words: "mệt quá, để chiều làm"."""
_EDGES = re.compile(r"^\W+|\W+$")


def command(text: str) -> Command | None:
    """Returns the command that a text is, None for anything else. A figure is never one."""
    said = _EDGES.sub("", " ".join(plain(text).split()))
    word = _BY_WORDS.get(said) or _BY_WORDS.get(_trimmed(said))
    if word is not None:
        return Command(word)
    if _LATER.fullmatch(said):
        return Command(Word.POSTPONE)
    if found := _FIX.match(said):
        return Command(Word.FIX, _tail(text, found.end()))
    return None


def _trimmed(said: str) -> str:
    return _LEADING.sub("", _POLITE.sub("", said)).strip()


def _tail(text: str, start: int) -> str:
    """Returns what stands behind the first ``start`` characters of the text's plain form, as it was typed."""
    words = " ".join(text.split()).lstrip("\"'([ ")
    return words[start:].strip()
