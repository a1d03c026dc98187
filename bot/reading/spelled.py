"""Numbers in Vietnamese words, as they are read back (reading-rules, Figures 3)."""

from decimal import Decimal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", " nghìn", " triệu", " tỷ")
_THOUSAND_BILLIONS = 10**12
_UNITS = {
    "km": "ki-lô-mét",
    "m²": "mét vuông",
    "kg": "ki-lô-gam",
    "triệu đồng/người/năm": "triệu đồng một người một năm",
}


def spelled(number: Decimal | int) -> str:
    """Returns a number from 0 to 10^12 in words; a larger one in words of thousands of billions. A comma is "phẩy"."""
    number = Decimal(number)
    if number < 0:
        return f"âm {spelled(-number)}"
    whole = int(number)
    fraction = format(number - whole, "f").partition(".")[2].rstrip("0")
    return f"{_whole(whole)} phẩy {_fraction(fraction)}" if fraction else _whole(whole)


def spelled_in(number: Decimal | int, unit: str) -> str:
    """Returns a number with its unit in words: "hai phẩy năm ki-lô-mét"."""
    return f"{spelled(number)} {_UNITS.get(unit, unit)}".strip()


def _whole(number: int) -> str:
    """A group of zeros inside is named ("không nghìn"), since "ba triệu hai trăm" is said for 3.200.000."""
    if number >= _THOUSAND_BILLIONS:
        billions, rest = divmod(number, 10**9)
        return f"{_whole(billions)} tỷ" + (f" {_inner(rest, 2)}" if rest else "")
    if number == 0:
        return _DIGITS[0]
    top = max(scale for scale in range(4) if number >= 1000**scale)
    group, rest = divmod(number, 1000**top)
    return f"{_hundreds(group, full=False)}{_SCALES[top]}" + (f" {_inner(rest, top - 1)}" if rest else "")


def _inner(number: int, scale: int) -> str:
    group, rest = divmod(number, 1000**scale)
    said = _hundreds(group, full=True) if group else _DIGITS[0]
    return f"{said}{_SCALES[scale]}" + (f" {_inner(rest, scale - 1)}" if rest else "")


def _hundreds(number: int, full: bool) -> str:
    """``full``: a group behind another has its hundreds even when they are none ("không trăm linh năm")."""
    hundreds, rest = divmod(number, 100)
    if not hundreds and not full:
        return _tens(rest)
    said = f"{_DIGITS[hundreds]} trăm"
    if not rest:
        return said
    return f"{said} linh {_DIGITS[rest]}" if rest < 10 else f"{said} {_tens(rest)}"


def _tens(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    said = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if not ones:
        return said
    if ones == 5:
        return f"{said} lăm"
    return f"{said} {'mốt' if ones == 1 and tens > 1 else _DIGITS[ones]}"


def _fraction(digits: str) -> str:
    """Two or three decimals are read as a number behind their zeros, more of them one by one."""
    significant = digits.lstrip("0")
    if len(significant) > 3:
        return " ".join(_DIGITS[int(digit)] for digit in digits)
    zeros = [_DIGITS[0]] * (len(digits) - len(significant))
    return " ".join([*zeros, _hundreds(int(significant), full=False)])
