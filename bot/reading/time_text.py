"""A typed text made ready for the patterns of times, with the way back to what was typed. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.reading.clean import clean
from knowledge.fold import plain, same_form
from knowledge.syllables import is_syllable
from knowledge.telex import decoded

_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
    giờ phút tiếng rưỡi kém thiếu nửa nữa sáng trưa chiều tối đêm khuya mai mốt mơi nay này ni hôm bữa ngày
    kia thứ chủ chúa nhật tuần tháng năm sau tới đầu cuối cùng giữa rằm tết mùng mồng trước hạn ngay luôn liền
    bây chừ lập tức một hai ba bốn tư sáu bảy bẩy tám chín mười mươi lăm nhăm hăm băm khoảng tầm chừng lát
    chút hồi đến từ lúc vào hoặc hay gửi âm lịch giêng chạp mỗi hằng hàng qua đúng chẵn
    """,
    )
)
_PLAIN = frozenset(plain(word) for word in _WORDS)
_OWN_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
    tôi thư từ tự tu nam tuân ngây chiêu gio giơ kem mươi một mời mới thú thu chu ham
    """,
    )
)
"""Words that are themselves although they are a word of times with fewer marks."""
_UNMENDED = frozenset(["tuc", "lap", "hay", "cung", "qua", "gui", "den", "chan", "lien", "luon", "lich", "cho", "tu"])
_MENDED = 3
_TOKEN = re.compile(
    r"(?<!\d)[^\W\d_]+\d[^\W_]*|[^\W\d_]+|\d+|.",
    re.DOTALL,
)
_NUMBERED = re.compile(r"(thứ|thu|ngay|ngày|mung|mùng|t)(\d+)")
_DATED = re.compile(r"(ngày|ngay|mùng|mung|mồng|mong)(\d{1,2})(?=/)", re.IGNORECASE)
"""Not the accent of a VNI key: "ngay2/9"."""
_GLUED = re.compile(r"([hg])(sáng|sang|trưa|trua|chiều|chieu|tối|toi|đêm|dem|mai)")
_BLANK = "¤"


@dataclass(frozen=True, slots=True)
class TimeText:
    """``said``: small letters, slips mended; ``origins``: where each letter of it (and the end) stands in ``typed``."""

    typed: str
    said: str
    origins: tuple[int, ...]

    def without(self, spans: list[tuple[int, int]]) -> str:
        """Returns what was typed without some spans of ``said``."""
        kept, place = "", 0
        for start, end in sorted(spans):
            kept += self.typed[place : max(place, self.origins[start])] + " "
            place = max(place, self.origins[end])
        kept += self.typed[place:]
        kept = re.sub(r"\(\s*\)", "", kept)
        kept = re.sub(r"[ \t]+", " ", kept)
        return re.sub(r" (?=[,.;:!?)])", "", kept).strip(" ,;-\n")


def blotted(text: str, start: int, end: int) -> str:
    """Returns the text with a span made unreadable, every other letter in its place."""
    return f"{text[:start]}{_BLANK * (end - start)}{text[end:]}"


def time_text(text: str) -> TimeText:
    """Returns a typed text so. What cannot be seen is left out of ``typed``, too."""
    typed = clean(text, keep_case=True)
    said, origins = "", []
    for found in _TOKEN.finditer(typed):
        dated = _DATED.match(typed, found.start())
        word = _said(found[0]) if not dated else f"{dated[1].lower()} {dated[2]}"
        said += word
        origins += _origins(word, found[0], found.start())
    return TimeText(typed, said, (*origins, len(typed)))


def _origins(word: str, token: str, start: int) -> list[int]:
    """Where each letter of a word stands in what was typed; a blank that was put in counts as the letter behind it."""
    put_in = word.find(" ") if len(word) > len(token) else -1
    places = (place - 1 if -1 < put_in < place else place for place in range(len(word)))
    return [start + min(place, len(token) - 1) for place in places]


@lru_cache(maxsize=4_000)
def _said(token: str) -> str:
    word = same_form(token)
    if not word[:1].isalpha():
        return word
    if any(letter.isdigit() for letter in word):
        return _with_digits(word)
    if glued := _GLUED.fullmatch(word):
        return f"{glued[1]} {glued[2]}"
    typed = same_form(decoded(word))
    if plain(typed) in _PLAIN:
        return _closest(typed)
    return typed if typed != word else _mended(word)


def _with_digits(word: str) -> str:
    """The digits are the accents of VNI keys ("sa1ng"), or a number without its blank ("thứ7")."""
    typed = same_form(decoded(word))
    if typed in _WORDS:
        return typed
    if numbered := _NUMBERED.fullmatch(word):
        return f"{numbered[1]} {numbered[2]}"
    return typed


def _closest(typed: str) -> str:
    """The word of times that a typed one is with some of its marks left out or hỏi for ngã ("tói", "rưởi")."""
    if typed in _WORDS or typed in _OWN_WORDS or typed.isascii():
        return typed
    meant = [word for word in _WORDS if plain(word) == plain(typed) and _marks(typed) <= _marks(word)]
    same = [word for word in meant if _marks(typed) == _marks(word)]
    return (same or meant)[0] if len(same or meant) == 1 else typed


def _marks(word: str) -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFD", word).replace("\u0303", "\u0309"))


def _mended(word: str) -> str:
    """The one word of times that a slip of the finger was meant to be; a word that may be itself stays."""
    read = plain(word)
    if len(read) < _MENDED or is_syllable(read):
        return word
    near = {one for one in _PLAIN - _UNMENDED if len(one) >= _MENDED and OSA.distance(read, one, score_cutoff=1) <= 1}
    swapped = {one for one in near if sorted(one) == sorted(read)}
    near = swapped or near
    return next(iter(near)) if len(near) == 1 else word
