"""Section J of ../shared/report_figures.md, where it is present, as expressions."""

import re
from collections.abc import Iterator
from decimal import Decimal

from tests.figures.expected import Expression
from tests.shared import SHARED

SOURCE = SHARED / "report_figures.md"
_ROW = re.compile(r"^\| \d+ \| `(.+?)` \| ([^|]+) \| ([^|]+) \| [^|]*\| ([^|]*) \|$", re.MULTILINE)
_EVERY = ("ho_phan_loai_rac", "quy_vnn_tien", "duong_hoa_km", "hien_dat_m2", "hu_gao_kg", "ngay_cong_ntm")
_FIELDS = {
    "money": ("quy_vnn_tien",),
    "money (dư nợ)": ("vay_nhcsxh_du_no",),
    "integer": ("ho_phan_loai_rac", "cay_xanh"),
    "integer (hộ)": ("ho_phan_loai_rac",),
    "integer (hộ/người)": ("ho_phan_loai_rac", "bhyt_hv"),
    "integer (nhà tạm còn)": ("nha_tam_con",),
    "integer (nhà)": ("nha_xay_moi",),
    "decimal (km)": ("duong_hoa_km", "duong_gtnt_km"),
    "km": ("duong_hoa_km",),
    "decimal (m²)": ("hien_dat_m2",),
    "decimal (ngày công)": ("ngay_cong_ntm", "ngay_cong_giup"),
    "decimal (kg)": ("hu_gao_kg",),
    "mọi ô số": _EVERY,
}
_SEVERAL = re.compile(r"(\w+) = (\d+)")
_SURE = re.compile(r"đọc lại|xác nhận|tính rồi")


def examples() -> list[list[Expression]]:
    """Returns the rows, each as the same text in every field that it is about."""
    return [list(row) for row in _rows()]


def _rows() -> Iterator[Iterator[Expression]]:
    section = SOURCE.read_text(encoding="utf-8").partition("## J.")[2]
    for typed, field, value, handling in _ROW.findall(section):
        yield (_expression(typed, key, value.strip(), handling) for key in _FIELDS[field.strip()])


def _expression(typed: str, key: str, value: str, handling: str) -> Expression:
    if ";" in value:
        named = tuple((name, Decimal(number)) for name, number in _SEVERAL.findall(handling))
        fields = ("ho_ccb_ngheo",) if "ngheo" in handling else (key,)
        return Expression(typed, fields, named, source="J")
    if value in ("ask", "null"):
        return Expression(typed, (key,), {"ask": "?", "null": "none"}[value], source="J")
    estimate = 'đánh dấu "ước"' in handling
    return Expression(typed, (key,), Decimal(value), None, bool(_SURE.search(handling)), estimate, source="J")
