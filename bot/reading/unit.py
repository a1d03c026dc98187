"""The units in which people answer, by what is measured (reading-rules, Figures 1 and 10)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.reading.asked import Asked
from bot.reading.kind import FigureKind


class Dimension(StrEnum):
    """What a field measures. INCOME is in millions of đồng for a person and a year."""

    COUNT = "count"
    MONEY = "money"
    LENGTH = "length"
    AREA = "area"
    MASS = "mass"
    WORK = "work"
    INCOME = "income"


_BY_UNIT = {"km": Dimension.LENGTH, "m²": Dimension.AREA, "kg": Dimension.MASS, "ngày công": Dimension.WORK}


def dimension_of(asked: Asked) -> Dimension:
    """Returns what the field measures."""
    if asked.kind is FigureKind.MONEY:
        return Dimension.MONEY
    if asked.kind is FigureKind.MEASURE and asked.unit.startswith("triệu đồng"):
        return Dimension.INCOME
    if asked.kind is FigureKind.MEASURE:
        return _BY_UNIT.get(asked.unit, Dimension.COUNT)
    return Dimension.COUNT


class Care(StrEnum):
    """How far a unit may be trusted: a clear one, one whose size has to be confirmed, one that has to be asked for."""

    CLEAR = "clear"
    CONFIRM = "confirm"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its name as shown, its size in the field's unit, and how far it may be trusted.

    ``tail`` is the size of a single digit behind it: "2km3" is 2 km and 3 times 0,1. ``part`` is the size of one of
    three digits ("2km300").
    """

    name: str
    dimension: Dimension
    size: Decimal
    care: Care = Care.CLEAR
    tail: Decimal | None = None
    part: Decimal | None = None
    why: str = ""


def _unit(
    name: str, dimension: Dimension, size: str, care: Care = Care.CLEAR, tail: str = "", part: str = "", why: str = ""
) -> Unit:
    return Unit(
        name, dimension, Decimal(size), care, Decimal(tail) if tail else None, Decimal(part) if part else None, why
    )


_SAO = "Tôi tính 1 sào Trung Bộ là 500 m²."
_MAU = "Tôi tính 1 mẫu Trung Bộ là 5.000 m²."
_SLANG = "Đó là cách nói tắt, tôi cần đồng chí xác nhận số tiền."

UNITS: tuple[tuple[str, Unit], ...] = (
    ("đồng, đ, ₫, vnđ, vnd, đồg, đòng", _unit("đồng", Dimension.MONEY, "1")),
    ("đồng, đ, ₫, vnđ, vnd", _unit("đồng", Dimension.INCOME, "1")),
    ("củ, chai, lúa", _unit("củ", Dimension.MONEY, "1000000", Care.ASK, tail="100000", why=_SLANG)),
    ("xị, lít, loét", _unit("xị", Dimension.MONEY, "100000", Care.ASK, why=_SLANG)),
    ("tỏi", _unit("tỏi", Dimension.MONEY, "1000000000", Care.ASK, tail="100000000", why=_SLANG)),
    ("m", _unit("m", Dimension.MONEY, "1000000", Care.ASK, why="Chữ m có thể là triệu, cũng có thể là mét.")),
    ("cành", _unit("cành", Dimension.MONEY, "1000", Care.ASK, why=_SLANG)),
    (
        "km, cây số, cây, ki lô mét, ki lô met, kilomet, kilômét, kilo mét, cs, ki lo met, cấy số, kí lô mét",
        _unit("km", Dimension.LENGTH, "1", tail="0.1", part="0.001"),
    ),
    ("m, mét, met, mt, thước tây", _unit("m", Dimension.LENGTH, "0.001")),
    ("m2, mét vuông, met vuông, mv, mét vg, mét vuôn, m vuông, mét2", _unit("m²", Dimension.AREA, "1")),
    ("m, mét, met", _unit("m", Dimension.AREA, "1", Care.CONFIRM, why="Tôi hiểu là mét vuông.")),
    ("ha, hecta, héc ta, hec ta, héc, hécta, mẫu tây", _unit("ha", Dimension.AREA, "10000")),
    ("sào, xào, sao", _unit("sào", Dimension.AREA, "500", Care.CONFIRM, why=_SAO)),
    ("mẫu", _unit("mẫu", Dimension.AREA, "5000", Care.CONFIRM, tail="500", why=_MAU)),
    ("công, công đất", _unit("công", Dimension.AREA, "1000", Care.ASK, why="1 công đất mỗi nơi tính một khác.")),
    ("thước", _unit("thước", Dimension.AREA, "33", Care.ASK, why="1 thước đất mỗi nơi tính một khác.")),
    (
        "kg, ký, kí, cân, kilo, ki lô, kilogam, ki lô gam, ki lo, kgs, kí lô, ký lô",
        _unit("kg", Dimension.MASS, "1", tail="0.1", part="0.001"),
    ),
    ("g, gam, gram, gr", _unit("g", Dimension.MASS, "0.001")),
    ("lạng", _unit("lạng", Dimension.MASS, "0.1")),
    ("yến", _unit("yến", Dimension.MASS, "10", tail="1")),
    ("tạ", _unit("tạ", Dimension.MASS, "100", tail="10")),
    ("tấn", _unit("tấn", Dimension.MASS, "1000", tail="100", part="1")),
    (
        "công, ngày công, ngày, công lao động, ngày công lao động, ngày lao động",
        _unit("ngày công", Dimension.WORK, "1"),
    ),
    ("buổi, bữa", _unit("buổi", Dimension.WORK, "0.5", Care.ASK, why="2 buổi thường là 1 ngày công.")),
    ("giờ, tiếng, h", _unit("giờ", Dimension.WORK, "0.125", Care.ASK, why="8 giờ thường là 1 ngày công.")),
)
FOREIGN = (
    "usd, đô, đô la, đôla, $, euro, chỉ, chỉ vàng, cây vàng, lượng vàng, lon, bao, thùng, giạ, "
    "ang, bơ, thúng, bịch, hũ, gánh, bát, lit, vé, tệ, cm, mm, ly, xe, sọt, tuyến, đoạn, "
    "vòng, héc tô, lô, thửa, mảnh, miếng, nền, are, chuyến, bó, tuần, khối, giờ, tiếng, "
    "phút, h"
)
"""Units that say nothing about the figure that is asked: whoever answers in them is asked for its own unit."""

NOUNS: tuple[frozenset[str], ...] = tuple(
    frozenset(word.strip() for word in line.split(","))
    for line in (
        "hộ, hộ gia đình, gia đình, nhà, nha, căn, căn nhà, ngôi nhà, ngôi, hộ hội viên, gđ, nóc, nóc "
        "nhà, mái nhà, hô, hộ dân, hộ ccb, cái nhà, hộ nhà, nhà ở",
        "người, hội viên, đồng chí, cháu, em, mẹ, cụ, đ/c, hv, bà mẹ, thành viên, cá nhân, bác, "
        "anh em, đứa, bé, học sinh, em học sinh, bà, đoàn viên, nhân khẩu, ông bà, cán bộ, vị, "
        "con em, lượt, lượt người, người dự, người nghe, lượt hội viên, ng",
        "buổi, cuộc, lần, đợt, hội nghị, buổi họp, cuộc họp, kỳ, bữa, đêm, hoạt động, hđ, chương "
        "trình, ngày, bận, phiên",
        "tổ, nhóm, đội, đơn vị, tập thể, chi hội, câu lạc bộ",
        "điểm, mô hình, giỏ, địa điểm, chỗ, vị trí, mh, cái giỏ, bể, thùng, kẻng, loa, camera",
        "công trình, phần việc, việc, ct, hạng mục",
        "suất, phần, phần quà, suất quà, quà, xuất, gói, túi",
        "vụ, vụ việc, việc, ca, tranh chấp",
        "tin, tin báo, nguồn tin, thông tin",
        "cây, cây xanh, gốc, cây con, cây giống, cây bóng mát, gốc cây",
        "ý kiến, kiến nghị, lượt ý kiến, ý, ý kiến góp ý, góp ý, phiếu",
        "sản phẩm, sp, mặt hàng, món, ocop",
        "cơ sở, htx, hợp tác xã, doanh nghiệp, dn, trang trại, xưởng, công ty, cửa hàng, cs",
        "cái, chiếc, cái thôi",
    )
)
"""What is counted, in groups of words that stand for each other. The last group stands for anything."""
