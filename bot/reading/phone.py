"""Vietnamese mobile numbers as people type them: "0905 123 456", "+84905.123.456". Pure."""

import re

_LEFT_OUT = re.compile(r"[\s.()\-–]+")
_MOBILE = re.compile(r"(?:\+84|0)(?P<rest>[35789][0-9]{8})")


def phone_number(text: str) -> str:
    """Returns the ten digits of the number that a text is, "" when it is none, or more than one.

    Strict, since a wrong number calls a stranger: nothing but digits, and the signs that stand between them.
    """
    found = _MOBILE.fullmatch(_LEFT_OUT.sub("", text))
    return f"0{found['rest']}" if found else ""


def shown_phone(number: str) -> str:
    """Returns a number as it is read aloud: "0905 123 456"."""
    return f"{number[:4]} {number[4:7]} {number[7:]}"
