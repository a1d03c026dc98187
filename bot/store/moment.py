"""How a time is stored."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger, Dialect
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """A time in UTC as whole microseconds since 1970: SQLite has no type for times, and text is slow to read."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Returns the microseconds; the time must know its zone (TypeError)."""
        return None if value is None else (value - EPOCH) // TICK

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Returns the time in UTC."""
        return None if value is None else EPOCH + value * TICK
