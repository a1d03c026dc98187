"""A report that was begun on an older version of its form goes on with the new one, figure by figure."""

from dataclasses import replace

from bot.dialog.advance import begin
from bot.dialog.progress import Progress, Stage
from bot.model.figure import Figure
from bot.model.person import Person
from bot.model.submission import ReportKey
from bot.model.unit import Unit
from handlers.report_room import Room, carried_over
from knowledge.form_files import load_forms
from tests.forms import HERE, NOW, known

FORM = load_forms()[0]
KEY = ReportKey("6T-2026", "thon-trung-dong", FORM.id)
LATER = replace(FORM, version=FORM.version + 1, fields=FORM.fields[1:])


def figure(name: str) -> Figure:
    """Returns a figure that was given for a field."""
    return Figure(name, 2, "2", "console:Ba", NOW, "console")


def room() -> Room:
    """Returns a room whose form has lost its first field since the run began."""
    person = Person("console:Ba", "Ba", HERE, NOW)
    return Room(KEY, LATER, Unit(KEY.unit, "Chi hội", "chi hội"), known(LATER), person, None, None, ())


def run(at: str) -> Progress:
    """Returns a run of the older version with its first two figures given."""
    given = tuple(figure(field.id) for field in FORM.fields[:2])
    return Progress("r", KEY, FORM.version, at=at, figures=given, asked=3)


def test_what_the_new_form_still_asks_is_kept_and_the_rest_goes() -> None:
    carried = carried_over(room(), run(FORM.fields[2].id))
    assert carried.form_version == LATER.version
    assert [one.field for one in carried.figures] == [FORM.fields[1].id]
    assert carried.at == FORM.fields[2].id


def test_a_question_that_the_new_form_has_not_is_not_asked_again() -> None:
    carried = carried_over(room(), run(FORM.fields[0].id))
    turn = begin(LATER, carried, known(LATER))
    assert (turn.progress.stage, turn.progress.at) == (Stage.ASKING, LATER.fields[1].id)


def test_a_run_of_the_present_version_is_left_alone() -> None:
    present = replace(run(FORM.fields[1].id), form_version=LATER.version)
    assert carried_over(room(), present) is present
