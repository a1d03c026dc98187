"""The clock times and waits in a text: 8h30, tám giờ rưỡi, 9 giờ kém 15, 20:00; 2 tiếng nữa. Pure."""

import re
from collections.abc import Iterator

from bot.reading.clock_said import ClockSaid, WaitSaid
from bot.reading.day_said import VAGUE
from bot.reading.time_pattern import number, pattern

_WAIT = pattern(
    r"(?P<after>(?<!tuần )(?<!tháng )(?<!thứ )(?<!thu )(?<!hôm )(?<!năm )sau |trong (?:vòng )?)?(?:"
    r"(?P<half>nửa|nữa) (?:tiếng|giờ)"
    r"|(?P<hours><N>) ?(?:tiếng(?: đồng hồ)?|giờ|h)(?: ?(?P<extra><N>)(?: ?(?:phút|p|'|ph))?| (?P<more>rưỡi))?"
    r"|(?P<minutes><N>|\d{3}) ?(?:phút|p|'|ph)"
    r")(?P<sign> nữa)?"
)
_CLOCK = pattern(
    r"(?P<hour><N>)(?: ?(?P<colon>:) ?| ?(?P<unit>giờ|h|g)(?![^\W\d_]))"
    r"(?:(?: (?P<even>đúng|chẵn|tròn))"
    r"|(?P<glue> ?)(?!năm (?:nay|sau|tới|20\d\d))(?P<minute><N>)(?P<ending> ?(?:phút|p|'|’"
    r"|ph)(?!\w))?(?! ?[/.-] ?\d|:(?!00(?!\d))|\d)"
    r"| ?(?P<half>rưỡi)"
    r"| (?:kém|thiếu) (?P<less><N>)(?: ?(?:phút|p|'|ph)(?!\w))?)?(?P<seconds>:00)?(?:\+07:00)?(?P<pm> ?[ap]m)?(?!\w)"
)
_DOTTED = re.compile(
    r"(?<![\w.,:/-])(?P<hour>\d{1,2})\.(?P<minute>\d\d)(?= ?(?:sáng|sang|trưa|trua|chiều|chieu|tối|toi|đêm|dem"
    r"|h)(?!\w))"
    r"|(?:(?<=lúc )|(?<=luc ))(?P<hour2>\d{1,2})\.(?P<minute2>\d\d)(?![\w.,])"
)
_BARE = pattern(r"(?P<hour><N>)(?P<half> rưỡi)?(?= (?:<PART>)(?!\w))|(?<=lúc )(?P<hour_half><N>) rưỡi")
_MERIDIEM = re.compile(r"(?<![\w.,:/-])(?P<hour>\d{1,2}) ?(?P<pm>[ap]m)(?!\w)")
_LEADS = re.compile(r"(?:^|¤|lúc|luc|vào|vao|hẹn|hen|gửi|gui|khoảng|khoang|tầm|tam|mai|nay|,)\s*$")
_COUNTED = re.compile(
    r" (?:chi|hội|hoi|xã|xa|người|nguoi|đồng|dong|hộ|ho|tin|cái|cai|phường|phuong|thôn|thon|hv|ccb)\b"
)
_GOES_ON = pattern(r"\d{1,2}|hơn|kém|thiếu|mấy")
_RANGE = re.compile(
    r"(?<![\w/.,:-])(?P<first>\d{1,2}) ?(?:-|đến|den|tới|toi|hoặc|hoac|hay|hoặc là)? ?$|(?<!\w)(?P<word>một|mot"
    r"|hai|ba|bốn|bon|"
    r"năm|sáu|bảy|bay|tám|tam|chín|chin|mười|muoi) $"
)
_LONGEST = 6_000
"""Minutes: who waits longer names a day."""


def waits(text: str) -> Iterator[WaitSaid]:
    """Yields the times that count from now; "sau 2h" may be a clock as well."""
    for found in _WAIT.finditer(text):
        after = (found["after"] or "").strip()
        hours = " " if found["half"] else found["hours"] or ""
        if not found["sign"] and not after:
            continue
        clock = bool(hours.strip()) and "ti" not in found[0]
        if not found["sign"] and clock and after != "sau":
            continue
        minutes = _minutes(found)
        doubtful = (
            re.search(r"\d ?, ?$", text[: found.start()])
            or after.startswith("trong")
            or (clock and not found["sign"])
            or not 0 < minutes <= _LONGEST
        )
        yield WaitSaid(*found.span(), minutes, VAGUE if doubtful else "")


def _minutes(found: re.Match[str]) -> int:
    if found["half"]:
        return 30
    if found["minutes"]:
        return number(found["minutes"])
    extra = 30 if found["more"] else number(found["extra"]) if found["extra"] else 0
    return 60 * number(found["hours"]) + extra


def clocks(text: str) -> Iterator[ClockSaid]:
    """Yields the clock times of a text in which days and waits are blotted out."""
    taken: list[tuple[int, int]] = []
    for found in _CLOCK.finditer(text):
        if found["colon"] and not found["minute"]:
            continue
        if found["colon"] and not re.fullmatch(r"\d\d", found["minute"]):
            continue
        taken.append(found.span())
        yield _clock(found, text)
    for found in _DOTTED.finditer(text):
        taken.append(found.span())
        hour, minute = found["hour"] or found["hour2"], found["minute"] or found["minute2"]
        yield _checked(ClockSaid(*found.span(), int(hour), int(minute), whole=hour[0] == "0"))
    for found in _MERIDIEM.finditer(text):
        taken.append(found.span())
        yield _meridiem(ClockSaid(*found.span(), int(found["hour"])), found["pm"])
    for found in _BARE.finditer(text):
        if not any(start < found.end() and found.start() < end for start, end in taken):
            sure = _LEADS.search(text[: found.start()])
            if not sure and taken:
                continue
            half = 30 if found["half"] or found["hour_half"] else 0
            hour = number(found["hour"] or found["hour_half"])
            yield _checked(ClockSaid(*found.span(), hour, half, why="" if sure else VAGUE))


def _clock(found: re.Match[str], text: str) -> ClockSaid:
    said = found["hour"]
    minute = number(found["minute"]) if found["minute"] else 30 if found["half"] else 0
    less = number(found["less"]) if found["less"] else 0
    hour = number(said)
    why = ""
    before = _RANGE.search(text[: found.start()])
    if before and (before["word"] or int(before["first"]) == hour - 1 or not before[0].rstrip()[-1].isdigit()):
        why = "Tôi thấy hơn một giờ."
    if found["minute"] and not found["colon"] and not found["ending"]:
        counted = found["glue"] and _COUNTED.match(text, found.end())
        short = not found["glue"] and len(found["minute"]) == 1
        why = why or (VAGUE if counted or short else "")
    elif not found["minute"] and _GOES_ON.match(text, found.end() + 1):
        why = why or VAGUE
    start = before.start() if why and before and not before["word"] else found.start()
    clock = ClockSaid(start, found.end(), hour, minute, less, said[0] == "0", why=why)
    return _meridiem(clock, found["pm"].strip()) if found["pm"] else _checked(clock)


def _meridiem(clock: ClockSaid, letters: str) -> ClockSaid:
    part = "sáng" if letters == "am" else "tối" if clock.hour in range(6, 12) else "chiều"
    noon = clock.hour == 12 and letters == "pm"
    return _checked(
        ClockSaid(clock.start, clock.end, clock.hour, clock.minute, clock.less, noon, "" if noon else part, clock.why)
    )


def _checked(clock: ClockSaid) -> ClockSaid:
    if clock.hour > 24 or clock.minute > 59 or clock.less > 59 or (clock.hour == 0 and clock.less):
        return ClockSaid(clock.start, clock.end, clock.hour, clock.minute, clock.less, why="Không có giờ đó.")
    return clock
