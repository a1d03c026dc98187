"""The error family. An error's docstring is its message; arguments fill its braces."""


class DongDoiError(Exception):
    """Đồng Đội met a fault of its own."""

    def __init__(self, **details: object) -> None:
        self.details = details
        text = (type(self).__doc__ or "").strip().split("\n")[0]
        super().__init__(text.format(**details))


class SettingError(DongDoiError):
    """Setting {name} is wrong: {why}."""


class BrokenFactError(DongDoiError):
    """{file}: fact {fact}: {why}."""


class BrokenPlanFileError(DongDoiError):
    """{file}: {why}."""


class BrokenFieldError(DongDoiError):
    """{file}: field {field}: {why}."""


class BrokenUnitsError(DongDoiError):
    """{faults}"""


class UnitsInUseError(DongDoiError):
    """These units are missing in the file but have roles, invites or reports: give them a last day (to): {units}."""


class UnknownUnitError(DongDoiError):
    """No unit has the id {unit}."""


class EndedUnitError(DongDoiError):
    """The unit {unit} does not exist today: name one that does."""


class SeveralRootsError(DongDoiError):
    """Several units stand at the top, name one with --unit: {units}."""


class UnknownPeriodError(DongDoiError):
    """No period has the id {period} (there are: {known})."""


class BrokenTemplateError(DongDoiError):
    """{file}: {why}."""


class UnknownBotError(DongDoiError):
    """{name} is no name of a Telegram bot."""


class UnwritableError(DongDoiError):
    """{file} cannot be written: {why}."""


class UnfetchedError(DongDoiError):
    """What somebody sent could not be fetched: {why}."""


class MissingFileError(DongDoiError):
    """No file is kept under the id {file}."""


class UnknownJobError(DongDoiError):
    """Nobody does jobs of the kind {kind}."""


class UnreadableUpdateError(DongDoiError):
    """An update could not be read: {why}."""


class WrongTokenError(DongDoiError):
    """The platform {channel} refuses the token: check {setting}."""


class StoryError(DongDoiError):
    """{file}:{line}: {why}."""


class PressError(DongDoiError):
    """No choice named {label} is on the screen of {person}."""


class BadLineError(DongDoiError):
    """This line changes nothing: {why}."""


class DemoDatabaseError(DongDoiError):
    """{where} holds the demo, where anybody may be an admin: bots and DONGDOI_WEB_URL need another database."""


class NewerDatabaseError(DongDoiError):
    """The database was made by a newer version of Đồng Đội: update the program ({why})."""


class UnreachableError(DongDoiError):
    """{place} cannot be reached: {why}."""
