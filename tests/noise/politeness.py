"""Long polite letters with the question in the middle."""

import re
import unicodedata
from collections.abc import Collection
from random import Random

from tests.noise.pieces import cut

GREETINGS = (
    "Kính gửi các đồng chí",
    "Kính chào đồng chí",
    "Xin chào các anh các chị trong Hội",
    "Dạ chào đồng chí",
    "Thưa các bác trong Hội",
    "Chào cháu",
    "Kính thưa Hội",
    "Dạ thưa anh",
    "Chào em, bác đây",
    "Xin kính chào và chúc sức khỏe đồng chí",
)
SELVES = (
    "tôi là một cựu chiến binh già",
    "tôi là hội viên lâu năm",
    "tôi vốn là lính cũ, về hưu đã lâu",
    "tôi là bộ đội về hưu",
    "tôi vào Hội đã hơn hai chục năm",
    "tôi cũng là người lính ngày xưa",
    "tôi là hội viên ở dưới quê",
)
AGES = (
    "năm nay tôi {age} tuổi",
    "tuổi tôi đã {age}",
    "tôi {age} tuổi rồi",
    "tuổi cao sức yếu",
    "già cả rồi nên hay quên",
    "đã ngoài bảy mươi tuổi",
)
EXCUSES = (
    "mắt kém nên gõ hơi chậm",
    "con cháu mới cài điện thoại cho, tôi chưa quen",
    "tôi chữ nghĩa ít, mong đồng chí bỏ qua",
    "tôi không rành máy móc",
    "hôm trước đi họp tôi nghe không rõ",
    "tôi lớn tuổi nên mong được thông cảm",
    "tay run nên chữ viết không được đẹp",
)
REQUESTS = (
    "cho tôi hỏi",
    "xin cho tôi hỏi một chút",
    "tôi muốn hỏi thăm một việc",
    "nhờ đồng chí chỉ giúp tôi",
    "xin đồng chí vui lòng cho tôi biết",
    "phiền đồng chí giải đáp giùm",
    "tôi xin được hỏi",
    "mong đồng chí trả lời giúp câu này",
)
THANKS = (
    "tôi xin cảm ơn nhiều",
    "cảm ơn đồng chí, chúc đồng chí và gia đình mạnh khỏe",
    "xin chân thành cảm ơn và kính chào",
    "được vậy thì tôi mừng lắm, cảm ơn đồng chí nhiều",
    "mong sớm nhận được hồi âm, tôi xin cảm ơn",
    "làm phiền đồng chí quá, tôi cảm ơn",
    "kính chúc đồng chí luôn vui khỏe",
    "thôi tôi dừng bút, chào đồng chí",
)
_STOPS = (". ", ".\n", "\n", "! ")


def politeness(text: str, rng: Random, protect: Collection[str] = ()) -> str:
    """Puts the question in the middle of a polite letter, in sentences or in one long string of commas."""
    before, request, after = _before(rng), rng.choice(REQUESTS), rng.choice(THANKS)
    if rng.random() < 0.5:
        return ", ".join([*before, request, _inside(text, protect), after])
    stop = rng.choice(_STOPS)
    lead = rng.choice([": ", " là ", ", "])
    sentences = [_capital(part) for part in (*before, request + lead + _inside(text, protect))]
    return stop.join(sentences) + rng.choice(["? ", "?\n", " ạ? ", " ạ. "]) + _capital(after) + "."


def _before(rng: Random) -> list[str]:
    """Greeting, who writes, the age, an excuse: some or all of them."""
    parts = [rng.choice(GREETINGS), rng.choice(SELVES)]
    if rng.random() < 0.7:
        parts.append(rng.choice(AGES).format(age=rng.randint(58, 86)))
    if rng.random() < 0.6:
        parts.append(rng.choice(EXCUSES))
    return parts


def _inside(text: str, protect: Collection[str]) -> str:
    """The question without its end mark; its capital goes unless a name begins it."""
    text = re.sub(r"[\s?.!…]+$", "", unicodedata.normalize("NFC", text))
    pieces = cut(text, protect)
    named = len(pieces) > 2 and pieces[2].text[:1].isupper()
    return text[:1].lower() + text[1:] if pieces and pieces[0].free and not named else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
