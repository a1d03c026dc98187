"""Bare keywords, as typed into a search box: no politeness, no particles, few question words."""

import re
from collections.abc import Collection, Sequence
from random import Random

from tests.noise.pieces import Piece, cut, found
from tests.noise.tables import phrases

ALWAYS = phrases(
    """
    cho tôi hỏi, cho em hỏi, cho cháu hỏi, cho hỏi, xin cho tôi hỏi, xin hỏi, tôi muốn hỏi, tôi hỏi, muốn hỏi
    xin cho biết, cho tôi biết, cho biết, tôi muốn biết, muốn biết, nói cho tôi biết, tôi cần biết
    chỉ giúp tôi, chỉ giúp, giúp tôi, làm ơn, vui lòng, xin, dạ, thưa, kính thưa, kính chào, xin chào, chào
    đồng chí, đồng chí ơi, bác ơi, anh ơi, chị ơi, em ơi, cháu ơi, ơi, ạ, à, nhỉ, nhé, hả, vậy, thế, với ạ
    giùm, dùm, giúp với, tôi, em, cháu, rằng, là gì, là những gì, thì sao, cảm ơn, xin cảm ơn, cảm ơn nhiều, là
    có phải, có phải là, cái
    """
)
OFTEN = phrases(
    """
    thì, mà, được, đã, sẽ, đang, các, của, ở, trong, này, vào, cho, những, có, theo, phải, rồi, hiện nay, thuộc, nằm
    từ bây giờ, bây giờ, nói về, về việc, do, với
    """
)
KEEP = phrases(
    """
    theo dõi, theo đuổi, cơ sở, đồng chí nào, thế nào, như thế nào, vì thế, vị thế, thay thế, bao nhiêu, khi nào
    bao giờ, lúc nào, ở đâu, gửi cho, nộp cho, giao cho, cho ai, báo cáo cho, có mấy, việc làm, được giao
    các cấp, phải không, đúng không, trong sạch, trong đó, trực thuộc, kèm theo, tiếp theo
    thế mạnh, thế hệ, thế trận, chào mừng, trẻ em, con cháu, có công, có thể, nhà ở, cho vay
    lý do, do đâu, chữ thập đỏ, chu thap do
    xã tôi, phường tôi, huyện tôi, thôn tôi, hội tôi, chi hội tôi, tỉnh tôi, chỗ tôi, chúng tôi
    """
)
TYPED = phrases("mô hình, việc, nhiệm vụ, chỉ tiêu, nội dung, tiêu chí, mục tiêu, giải pháp, xã, huyện, tên")
SHARE = 0.9
_QUOTED = re.compile("[\"“”«»'‘’]")
_SENTENCE = re.compile(r"[,?;.!…\n]")


def keywords(text: str, rng: Random, protect: Collection[str] = ()) -> str:
    """Keeps the content words in their order, and the words that say what is asked (hạn, ai, số mấy, bao nhiêu)."""
    pieces = cut(text, protect)
    kept = [piece.word or piece.text[0].isalnum() for piece in pieces]
    for start, end, share in found(pieces, _shares()):
        if rng.random() < share and all(
            piece.free and not _in_quotes(pieces, at) for at, piece in _words(pieces, start, end)
        ):
            kept[start:end] = [False] * (end - start)
    for at, piece in enumerate(pieces):
        if piece.text.lower() in {"nào", "gì"} and _is_spare(pieces, kept, at):
            kept[at] = False
    strung = _strung(pieces, kept) if any(kept) else text
    return strung.lower() if rng.random() < 0.5 else strung


def _shares() -> dict[tuple[str, ...], float]:
    """How often a phrase is left out."""
    return dict.fromkeys(OFTEN, SHARE) | dict.fromkeys(ALWAYS, 1.0) | dict.fromkeys(KEEP, 0.0)


def _words(pieces: Sequence[Piece], start: int, end: int) -> list[tuple[int, Piece]]:
    return [(at, pieces[at]) for at in range(start, end, 2)]


def _in_quotes(pieces: Sequence[Piece], at: int) -> bool:
    """A name in quotation marks stays whole."""
    return sum(len(_QUOTED.findall(piece.text)) for piece in pieces[:at]) % 2 == 1


def _is_spare(pieces: Sequence[Piece], kept: Sequence[bool], at: int) -> bool:
    """``xã nào đạt chuẩn`` says no more than ``xã đạt chuẩn``; ``huyện nào`` at the end and ``nào sớm hơn`` do."""
    before = tuple(pieces[i].text.lower() for i in (at - 4, at - 2) if i >= 0)
    typed = before in TYPED or before[-1:] in TYPED
    following = [piece.text.lower() for piece, stays in zip(pieces[at + 1 :], kept[at + 1 :], strict=True) if stays]
    ended = at + 1 < len(pieces) and not pieces[at + 1].text.isspace()
    compared = {"hơn", "nhất"} & set(following)
    return typed and bool(following) and not ended and not compared and not _in_quotes(pieces, at)


def _strung(pieces: Sequence[Piece], kept: Sequence[bool]) -> str:
    """The kept words in a row; a comma where a part ended, a hyphen or slash inside a word as it was."""
    strung, gap = "", ""
    for piece, stays in zip(pieces, kept, strict=True):
        if stays:
            strung += (gap if strung else "") + piece.text
            gap = ""
        elif not piece.text[0].isalnum():
            gap = _weaker(gap, piece.text)
    return strung


def _weaker(gap: str, text: str) -> str:
    """What remains of a gap, joined to what remained of the gap before."""
    if gap == ", " or _SENTENCE.search(text):
        return ", "
    return text if not gap and re.fullmatch(r"[-–/]", text) else " "
