"""What somebody looks at, in the token of a button: "tinhhinh:6T-2026:xa-van-tra:5"."""

from dataclasses import dataclass

STANDING, CHART, CALLS, PROMPT = "tinhhinh", "bieudo", "goi", "nhacnho"
"""The families of buttons that show how a period stands, draw it, name whom to call, and remind."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The ids of the period and of the unit ("" where none was chosen yet), and where its page starts."""

    period: str
    unit: str
    start: int = 0


def token(family: str, period: str, unit: str) -> str:
    """Returns the token: at most 57 bytes, since ids of units have at most 40 and those of periods at most 7."""
    return f"{family}:{period}:{unit}"


def seen(token: str) -> Seen:
    """Returns what a token says; what is no token of ours says nothing."""
    _, period, unit, start = (*token.split(":"), "", "", "", "")[:4]
    return Seen(period, unit, int(start) if start.isdecimal() else 0)
