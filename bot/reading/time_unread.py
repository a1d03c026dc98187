"""What stands beside a time and was not understood: it may be the half of it that matters ("8h sáng maj"). Pure."""

import re

from rapidfuzz.distance import OSA

from bot.reading.time_pattern import pattern
from knowledge.fold import plain
from knowledge.syllables import is_syllable

_BLOT = "¤"
_TELLING = frozenset(
    re.findall(
        r"\w+",
        """
    thu chu nhat tuan thang nay sau toi mai mot moi sang trua chieu dem khuya truoc gan hon kia ruoi kem nua
    hom bua mung han ngay cuoi dau tam chin muoi bay
    """,
    )
)
"""Words that change a time; left over beside one, or a slip away from one, they make it doubtful."""
_HARMLESS = frozenset(
    re.findall(
        r"\w+",
        """
    gui goi luc vao cho toi tui nhe nghe nha nhen nghen giup gium dum dung hen gio tin tat ca cac chi hoi
    truong xa la thi va nhac voi de den cung het nguoi doi thong bao cao noi ban nhan can lan con ho hai ba
    bon nam tai bai lai the tu co khong da dang se phai nen ma roi di ra ve len xuong hop giao han nop a oi
    thua anh chu bac ong em minh chung tap moi phat loi chuc mung don vi dong khu doan dan thon to phuong
    quan huyen tinh khoi cua trong tren duoi luon lien ngay khoang tam do duoc dc hoan thanh xong viec so
    lieu danh sach them nhung hay neu hv cht
    """,
    )
) - {"tam", "ngay", "moi", "chu", "nua", "ma", "de", "do"}
_OTHER_MEANING = frozenset({"hả", "để", "đề", "mà", "đó", "mời", "mới", "tôi", "chú", "ngay", "thư", "thủ", "chủ"})
_NEVER_HARMLESS = frozenset({"tới", "tối", "sáng"})
_ABBREVIATIONS = frozenset(
    {"ccb", "cqn", "cht", "cths", "hv", "bch", "bcs", "tt", "đc", "đ", "dc", "d", "ktxh", "ntm", "nghen"}
)
_LEADING = frozenset(
    {"lúc", "luc", "vào", "vao", "khoảng", "khoang", "tầm", "chừng", "đúng", "dung", "của", "cua", "ngay"}
)
_TITLES = pattern("ông|bà|anh|chị|chú|bác|cô|dì|em|cụ|thôn|xóm|xã")
"""The word behind is a name: "chị Sáu"."""
_NUMBERED = frozenset(
    {
        "thon",
        "to",
        "hoi",
        "khoi",
        "xa",
        "phuong",
        "khu",
        "doi",
        "so",
        "lan",
        "doan",
        "nhom",
        "xom",
        "ap",
        "cum",
        "thang",
        "quy",
        "ky",
    }
)
_COUNTED = pattern(
    r" ?(?:chi hội|hội|xã|người|đồng|hộ|tin|cái|hv|ccb|cqn|thôn|phường|đơn vị|tổ|hội viên|cán bộ|ông|bà|anh|chị"
    r"|cụ|bác|xóm)"
)
_PAIR = re.compile(r"\d ?[/-] ?\d|\d\.\d")
_WORD = re.compile(r"[^\W_]+|#+")
_NAMED_DAY = pattern(
    r"¤ ?(?:vào |trong )?(?:ngày|hôm|bữa|dịp|lễ)(?! ?¤)(?= \w|$)"
    r"|(?:ngày|hôm|bữa|dịp|lễ) \w+(?: \w+)?(?: lúc| vào|,)? ¤"
)
_PAUSE = ".:;!?\n,"
_COUNT_OF_DAYS = pattern(r"<N> (?:ngày|tuần|tiếng|phút) \w+,? ¤")
_FEW = 2


def unread(left: str, dated: bool) -> bool:
    """Returns whether a blotted text has something beside the time that a careful reader would ask about."""
    if not dated and (_PAIR.search(left) or _named_day(left)):
        return True
    if _COUNT_OF_DAYS.search(left):
        return True
    first, *inner, last = re.split(rf"{_BLOT}+", left)
    return _before(first, dated) or _after(last) or any(_between(gap, dated) for gap in inner)


def _named_day(left: str) -> bool:
    """Whether a day is named by what happens on it: "ngày họp". "ngay" may be at once."""
    return any("ngay" not in found[0].split() for found in _NAMED_DAY.finditer(left))


def _before(gap: str, dated: bool) -> bool:
    if gap.rstrip(" ").endswith(tuple(_PAUSE)):
        return False
    words = _WORD.findall(gap)
    lead = False
    while words and words[-1] in _LEADING:
        words.pop()
        lead = True
    if not words:
        return False
    if words[-1].isdigit():
        return not (lead and dated) and (len(words) == 1 or plain(words[-2]) not in _NUMBERED)
    return _telling(words[-1]) and not (len(words) > 1 and _TITLES.fullmatch(words[-2]) is not None)


def _after(gap: str) -> bool:
    gap = gap.lstrip(" ")
    if gap.startswith(tuple(_PAUSE)) and not re.match(r", ?\d", gap):
        return False
    words = _WORD.findall(gap)
    while words and words[0] in _LEADING:
        words.pop(0)
    if not words:
        return False
    if words[0].isdigit():
        return not _COUNTED.match(gap, gap.index(words[0]) + len(words[0]) + 1)
    return _telling(words[0])


def _between(gap: str, dated: bool) -> bool:
    words = [word for word in _WORD.findall(gap) if word not in _LEADING]
    if len(words) <= _FEW:
        return any(word.isdigit() or _telling(word) or not _is_harmless(word) for word in words)
    return _before(gap, dated) or _after(gap)


def _is_harmless(word: str) -> bool:
    return word in _OTHER_MEANING or (plain(word) in _HARMLESS and word not in _NEVER_HARMLESS)


def _telling(word: str) -> bool:
    """Whether a word may be one that changes a time: it is one, is a slip away from one, or is no word at all."""
    if _is_harmless(word) or word in _ABBREVIATIONS or word.startswith("#"):
        return False
    read = plain(word)
    if not is_syllable(read):
        return True
    return _sound(read) in _SOUNDS or any(OSA.distance(read, one, score_cutoff=1) <= 1 for one in _TELLING)


def _sound(word: str) -> str:
    """A plain word as it is spelled by ear: tr and ch, s and x, final n and ng are not told apart."""
    for written, heard in (("tr", "ch"), ("x", "s"), ("gi", "d"), ("r", "d"), ("v", "d"), ("l", "n")):
        if word.startswith(written):
            word = heard + word[len(written) :]
    return re.sub("c$|ch$", "t", re.sub("n[gh]$", "n", word))


_SOUNDS = frozenset(map(_sound, _TELLING))
