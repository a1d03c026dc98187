"""The words of Quảng Nam: mô, chi, răng, rứa, tui, mần, chừ, ni, and the particles at the end."""

import re
from collections.abc import Collection, Sequence
from random import Random

from tests.noise.chance import some
from tests.noise.letters import cased_like
from tests.noise.pieces import Piece, cut, found, joined
from tests.noise.tables import table

SHARE = 0.85
PARTICLES = ("hè", "hỉ", "hí", "nghe", "hả chú", "rứa", "hè chú")
WORDS = table(
    """
    khi nào: khi mô, chừng mô
    lúc nào: lúc mô
    hồi nào: hồi mô
    bao giờ: khi mô, chừng mô
    ở đâu: ở mô
    đâu: mô
    nào: mô
    thế nào: răng, ra răng
    như thế nào: ra răng, răng
    ra sao: ra răng
    cái gì: cái chi, chi
    gì: chi
    là gì: là chi
    làm gì: mần chi, làm chi
    tại sao: răng
    vì sao: vì răng, răng
    làm sao: mần răng
    thì sao: thì răng
    sao: răng
    vậy: rứa
    như vậy: như rứa, rứa
    tôi: tui
    chúng tôi: tụi tui, bọn tui
    làm: mần
    gửi: gởi
    bây giờ: chừ, bây chừ
    này: ni
    năm nay: năm ni
    hôm nay: bữa ni, hôm ni
    kia: tê
    đó: nớ
    thế còn: rứa còn
    thế thì: rứa thì
    """
)
STAY = table(
    """
    mô hình:
    việc làm:
    làm chủ:
    làm ơn:
    bao nhiêu:
    nào đó:
    do đó:
    trong đó:
    """
)
STARRED = frozenset({"ba", "bốn", "năm", "mấy", "nhiêu", "hạng", "đạt", "ocop"})
_END = re.compile(r"[\s?.!…]*$")


def dialect(text: str, rng: Random, protect: Collection[str] = ()) -> str:
    """Says it in the region's words; often a particle ends the text, always when no word changed."""
    pieces = cut(text, protect)
    places = [(start, end, ways) for start, end, ways in found(pieces, WORDS | STAY) if _may_change(pieces, start, end)]
    chosen = some([place for place in places if place[2] != ("",)], SHARE, rng)
    for start, end, ways in reversed(chosen):
        pieces[start:end] = cut(cased_like(rng.choice(ways), pieces[start].text))
    said = joined(pieces)
    return _with_particle(said, rng) if not chosen or rng.random() < 0.5 else said


def _may_change(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Stars of a product (``4 sao``) are no ``răng``."""
    before = pieces[start - 2].text.lower() if start >= 2 else ""
    stars = pieces[start].text.lower() == "sao" and (before in STARRED or before[-1:].isdigit())
    return not stars and all(piece.free for piece in pieces[start:end:2])


def _with_particle(text: str, rng: Random) -> str:
    end = _END.search(text)
    at = end.start() if end else len(text)
    return f"{text[:at]} {rng.choice(PARTICLES)}{text[at:]}"
