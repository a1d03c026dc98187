"""The time at which something is to be done, read out of a sentence (reading-rules, Times). Pure."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, timezone
from itertools import product

from bot.reading.calendar_days import calendar_days
from bot.reading.clock_said import ClockSaid, WaitSaid
from bot.reading.clocks import clocks, waits
from bot.reading.day_part import USUAL, Hours, hours
from bot.reading.day_said import LUNAR, PAST, TWO_TIMES, VAGUE, DaySaid
from bot.reading.moment_now import NowSaid, now_said
from bot.reading.moment_said import said
from bot.reading.near_days import near_days
from bot.reading.said_parts import PartSaid, parts
from bot.reading.time_around import about, bounded, led, parted, without_others
from bot.reading.time_read import Clear, Doubtful, NoTime, TimeChoice, TimeRead
from bot.reading.time_text import TimeText, blotted, time_text
from bot.reading.time_unread import unread
from bot.reading.vague_days import vague_days

VIETNAM = timezone(timedelta(hours=7))
"""Asia/Ho_Chi_Minh, which knows no summer time."""

_NO_CLOCK = "Đồng chí chưa nói mấy giờ."
_WHICH_HALF = "Giờ đó là buổi nào?"
_BOUND = "Tôi cần một giờ nhất định."
_OTHER_PART = "Giờ và buổi không khớp nhau."
_OTHER_WEEKDAY = "Ngày và thứ không khớp nhau."
_MOST = 4
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)

_Piece = DaySaid | ClockSaid | WaitSaid | PartSaid | NowSaid


def read_time(text: str, now: datetime) -> TimeRead:
    """Returns what a text says of the time. ``now`` is aware; no moment is past but the running minute ("gửi ngay")."""
    return _Sentence(time_text(text), now.astimezone(VIETNAM)).read()


class _Sentence:
    """One text with all that it says about times."""

    def __init__(self, text: TimeText, now: datetime) -> None:
        self.text, self.now, self.today = text, now, now.date()
        left = without_others(text.said)
        self.days: list[DaySaid] = []
        left = self._take(left, calendar_days(left, self.today))
        left = self._take(left, vague_days(left, self.today))
        self.waits = list(waits(left))
        left = _without(left, self.waits)
        typed = "".join(text.typed[place] for place in text.origins[:-1])
        left = self._take(left, near_days(left, typed, self.today))
        self.clocks = list(clocks(left))
        left = _without(left, self.clocks)
        self.parts = list(parts(left))
        self.left = _without(left, self.parts)
        self.at_once = now_said(self.left)
        if not self.days and not self.clocks and not self._only_a_part():
            self.parts = []

    def _take(self, left: str, found: Iterator[DaySaid]) -> str:
        """Keeps the days found that overlap none before them; returns the text without them."""
        mine: list[DaySaid] = []
        for day in found:
            if not any(day.start < other.end and other.start < day.end for other in mine):
                mine.append(day)
        self.days += mine
        return _without(left, mine)

    def _only_a_part(self) -> bool:
        """Whether a part of day stands for a time though nothing is beside it: "gửi vào buổi sáng", "tối"."""
        return any(len(self.text.said.split()) <= 2 or led(self.left, one.start) for one in self.parts)

    def read(self) -> TimeRead:
        pieces = self._pieces()
        if self.at_once and (not pieces or not self.at_once.weak):
            return self._at_once(self.at_once, pieces)
        if not pieces:
            return NoTime(self.text.typed.strip())
        if self.waits and len(pieces) == 1:
            return self._wait(self.waits[0])
        return self._moment(pieces)

    def _pieces(self) -> list[_Piece]:
        return sorted([*self.days, *self.clocks, *self.waits, *self.parts], key=lambda piece: piece.start)

    def _rest(self, pieces: Sequence[_Piece]) -> str:
        spans = [(led(self.left, piece.start) or piece.start, piece.end) for piece in pieces]
        return self.text.without(spans)

    def _at_once(self, at_once: NowSaid, pieces: list[_Piece]) -> TimeRead:
        rest = self._rest([at_once, *pieces])
        if pieces or at_once.doubtful:
            return Doubtful(TWO_TIMES if pieces else VAGUE, self._choices(), rest)
        at = self.now.replace(second=0, microsecond=0)
        return Clear(at, said(at), rest, now=True)

    def _wait(self, wait: WaitSaid) -> TimeRead:
        rest = self._rest([wait])
        at = (self.now + timedelta(minutes=wait.minutes)).replace(second=0, microsecond=0)
        bound = bounded(self.left, wait.start)
        if wait.why or bound or at <= self.now:
            return Doubtful(wait.why or VAGUE, _offered([at], self.now), rest)
        return Clear(at, said(at), rest, about(self.left, wait.start))

    def _moment(self, pieces: list[_Piece]) -> TimeRead:
        rest = self._rest(pieces)
        why = self._doubt(pieces)
        if why:
            return Doubtful(why, () if why == LUNAR else self._choices(), rest)
        clock, day = self.clocks[0], self._day()
        hour = hours(clock.hour, self._part(clock), clock.whole).hours[0]
        at = _at(day or self.today, hour, clock)
        if at <= self.now:
            return Doubtful(PAST, self._later(at), rest)
        return Clear(at, said(at), rest, any(about(self.left, piece.start) for piece in pieces))

    def _doubt(self, pieces: list[_Piece]) -> str:
        """Returns why the person has to be asked, "" when all is said and agrees."""
        if self.waits or len({(one.hour, one.minute, one.less, self._part(one)) for one in self.clocks}) > 1:
            return TWO_TIMES
        days = self._sure_days()
        if doubted := [why for why in (*(one.why for one in days), *(one.why for one in self.clocks)) if why]:
            return doubted[0]
        if len(self._dates(days)) > 1:
            return TWO_TIMES
        if (day := self._day()) and any(one.weekday not in (None, day.weekday()) for one in days):
            return _OTHER_WEEKDAY
        if any(bounded(self.left, piece.start) for piece in pieces):
            return _BOUND
        if not self.clocks:
            return _NO_CLOCK
        clock = self.clocks[0]
        if len({one.part for one in self.parts} | ({clock.part} if clock.part else set())) > 1:
            return _OTHER_PART
        if not hours(clock.hour, self._part(clock), clock.whole).sure:
            return _OTHER_PART if self._part(clock) else _WHICH_HALF
        if unread(self.left, bool(days)) or parted(self.text.said, pieces):
            return VAGUE
        return ""

    def _sure_days(self) -> list[DaySaid]:
        """The days that were said; a month is none where there is another."""
        strong = [one for one in self.days if not one.weak]
        return strong or self.days

    @staticmethod
    def _dates(days: Sequence[DaySaid]) -> set[date]:
        """The different dates; a weekday beside another day only has to agree with it."""
        named = [one for one in days if not one.bare] or days
        bare = {one.weekday for one in days if one.bare}
        dates = {one.dates[0] for one in named if one.dates}
        return dates if len(bare) < 2 else dates | {one.dates[0] for one in days if one.bare}

    def _day(self) -> date | None:
        return next(iter(self._dates(self._sure_days())), None)

    def _part(self, clock: ClockSaid) -> str:
        """The part of day of a clock time: the one beside it, else the only one."""
        if clock.part or not self.parts:
            return clock.part
        near = min(self.parts, key=lambda one: min(abs(one.start - clock.end), abs(clock.start - one.end) + 2))
        return near.part

    def _choices(self) -> tuple[TimeChoice, ...]:
        """The likely readings that lie ahead: each day that may be meant at each hour that may be."""
        days = [day for one in self._sure_days() for day in one.dates]
        offered = [_at(day, shift, clock) for day, (shift, clock) in product(days, self._hours())]
        if not self._sure_days():
            offered = [self._next(shift, clock) for shift, clock in self._hours()]
        offered += [_later_than(self.now, at, self._step()) for at in offered if at <= self.now]
        return _offered(offered, self.now)

    def _hours(self) -> list[tuple[int, ClockSaid]]:
        if not self.clocks:
            part = self.parts[0].part if self.parts else ""
            return [(hour, ClockSaid(0, 0, hour)) for hour in USUAL[part]]
        return [(hour, clock) for clock in self.clocks if _exists(clock) for hour in self._readings(clock).hours]

    def _readings(self, clock: ClockSaid) -> Hours:
        said_parts = dict.fromkeys([self._part(clock), *(one.part for one in self.parts)])
        found = [hours(clock.hour, part, clock.whole) for part in said_parts]
        if len(self.clocks) > 1:
            found = found[:1]
        return Hours(tuple(dict.fromkeys(hour for one in found for hour in one.hours)), False)

    def _next(self, hour: int, clock: ClockSaid) -> datetime:
        at = _at(self.today, hour, clock)
        return at if at > self.now else at + _DAY

    def _step(self) -> timedelta:
        return _WEEK if any(one.weekday is not None for one in self._sure_days()) else _DAY

    def _later(self, at: datetime) -> tuple[TimeChoice, ...]:
        """What somebody may have meant whose time is past: the same hour tomorrow, or in a week."""
        offered = [_later_than(self.now, at, self._step())]
        if not self.parts and 0 < self.clocks[0].hour < 12 and not self.days:
            offered.insert(0, at + timedelta(hours=12))
        return _offered(offered, self.now)


def _without(left: str, pieces: Sequence[_Piece]) -> str:
    for piece in pieces:
        left = blotted(left, piece.start, piece.end)
    return left


def _exists(clock: ClockSaid) -> bool:
    return clock.hour <= 24 and clock.minute < 60 and clock.less < 60


def _at(day: date, hour: int, clock: ClockSaid) -> datetime:
    midnight = datetime.combine(day, time(), VIETNAM)
    return midnight + timedelta(hours=hour, minutes=clock.minute - clock.less)


def _later_than(now: datetime, at: datetime, step: timedelta) -> datetime:
    """The first moment ahead that stands whole steps behind a past one."""
    return at + step * ((now - at) // step + 1)


def _offered(moments: Sequence[datetime], now: datetime) -> tuple[TimeChoice, ...]:
    ahead = [at for at in dict.fromkeys(moments) if at > now]
    return tuple(TimeChoice(said(at), at) for at in ahead[:_MOST])
