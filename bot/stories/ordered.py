"""``Cho:`` also says how the program of a story is set up::

Cho: DONGDOI_APPROVAL_ABOVE = 2
Cho: hạn mức = 20 tin một tháng
"""

import re

from pydantic import ValidationError

from bot.errors import StoryError
from bot.settings import PREFIX, Settings
from bot.stories.lines import Given

_SETTING = re.compile(rf"{PREFIX}(\w+) = (.+)")
_QUOTA = re.compile(r"hạn mức = (\d+) tin một tháng")


def ordered(line: Given, settings: Settings, quota: int | None, file: str) -> tuple[Settings, int | None] | None:
    """Returns the settings and the console's quota from this line on, None for one about something else.

    Raises StoryError for a setting that there is not, or a value that it cannot have.
    """
    said = line.line.removeprefix("Cho:").strip()
    if found := _QUOTA.fullmatch(said):
        return settings, int(found[1])
    if (found := _SETTING.fullmatch(said)) is None:
        return None
    name = found[1].lower()
    if name not in Settings.model_fields:
        raise StoryError(file=file, line=line.number, why=f"no setting has the name {found[1]}")
    try:
        values = {**settings.model_dump(), name: found[2]}
        return Settings(_env_file=None, **values), quota  # type: ignore[call-arg]  # pydantic-settings' own
    except ValidationError as error:
        raise StoryError(file=file, line=line.number, why=error.errors()[0]["msg"]) from error
