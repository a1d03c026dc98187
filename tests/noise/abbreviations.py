"""Abbreviations as members type them in notes and on the telephone."""

from collections.abc import Collection
from random import Random

from tests.noise.chance import some
from tests.noise.pieces import cut, found, joined
from tests.noise.tables import table

SHARE = 0.8
SHORT = table(
    """
    nông thôn mới: NTM, ntm
    nông thôn mới nâng cao: NTMNC, NTM nâng cao, ntm nâng cao
    nông thôn mới kiểu mẫu: NTMKM, NTM kiểu mẫu, ntm kiểu mẫu
    cựu chiến binh: CCB, ccb
    Mặt trận: MT, MTTQ
    Mặt trận Tổ quốc: MTTQ, mttq
    Mặt trận Tổ quốc Việt Nam: MTTQVN, MTTQ
    Ủy ban Mặt trận Tổ quốc: UBMTTQ
    Ủy ban Mặt trận Tổ quốc Việt Nam: UBMTTQVN, UBMTTQ
    Uỷ ban Mặt trận Tổ quốc: UBMTTQ
    Ủy ban nhân dân: UBND, ubnd
    Uỷ ban nhân dân: UBND, ubnd
    Hội đồng nhân dân: HĐND
    Ban Thường trực: BTT
    mục tiêu quốc gia: MTQG
    đô thị văn minh: ĐTVM, đtvm
    khu dân cư: KDC, kdc
    bảo vệ môi trường: BVMT
    an ninh trật tự: ANTT
    kế hoạch: KH, kh
    cuộc vận động: CVĐ, cvđ
    phong trào: ptrào
    phong trào thi đua: PTTĐ
    quyết định: QĐ
    nghị quyết: NQ
    chương trình: ctrình, CTr
    văn phòng: VP, vp
    thành phố: TP, tp
    thị xã: TX, tx
    chủ tịch: ctịch
    phụ nữ: PN, pn
    tuyên truyền: ttruyền
    báo cáo: bc, b/c
    kết quả: kq
    mô hình: mh
    hội viên: hv
    giai đoạn: gđ
    danh sách: ds
    hồ sơ: hsơ
    hoàn thành: htành
    thời gian: tg
    hướng dẫn: hdẫn
    hỗ trợ: htrợ
    tiêu chí: tchí
    chỉ tiêu: ctiêu
    địa phương: đphương
    bao nhiêu: bn, bnhiêu
    thế nào: tnào, ntn
    như thế nào: ntn
    không: ko, k
    được: đc, dc
    người: ng
    với: vs
    gì: j
    vậy: z, v
    trước: trc
    của: of
    làm: lm
    những: nhg
    đồng chí: đ/c
    """
)


def abbreviations(text: str, rng: Random, protect: Collection[str] = ()) -> str:
    """Shortens most of the phrases that have a usual abbreviation, and one at least."""
    pieces = cut(text, protect)
    places = [place for place in found(pieces, SHORT) if all(piece.free for piece in pieces[place[0] : place[1] : 2])]
    for start, end, short in reversed(some(places, SHARE, rng)):
        pieces[start:end] = cut(rng.choice(short))
    return joined(pieces)
