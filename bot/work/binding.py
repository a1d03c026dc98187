"""Everything that the files about a period show, gathered from the records: a dozen questions, however many units."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.dialog.form import Form
from bot.model.comparing import compared_with
from bot.model.period import Period
from bot.model.submission import Submission
from bot.model.tree import Tree
from bot.records import Records
from bot.reports.book import Book
from bot.roll_call import roll_call


async def bound(
    records: Records, forms: Sequence[Form], period_id: str, top_unit_id: str, day: date, now: datetime
) -> Book | None:
    """Returns the book of a period for a unit and all that counts under it on this day's tree.

    ``forms`` are all that there are; ``now`` is in the association's zone. None where there is no such period or unit.
    """
    periods = await records.periods()
    period = next((one for one in periods if one.id == period_id), None)
    tree = await records.tree()
    top = tree.find(top_unit_id)
    if period is None or top is None:
        return None
    drafted = await records.drafted(period.id)
    roll = await roll_call(records, period, tree, now.date())
    before = compared_with(period, periods)
    inside = [unit.id for unit in tree.units if top.id in tree.path(unit.id, day)]
    return Book(
        period=period,
        forms=tuple(form for name in period.forms for form in forms if form.id == name),
        top=top,
        tree=tree,
        day=day,
        made=now,
        roll=roll.under(top.id, tree, day),
        reports=_in_order(await records.reports(period.id), period, top.id, tree, day),
        drafted=tuple(drafted),
        people=tuple(await records.reporters(period.id)),
        before=before,
        earlier=tuple(await records.held(before.id, inside)) if before else (),
    )


def _in_order(reports: Sequence[Submission], period: Period, top: str, tree: Tree, day: date) -> tuple[Submission, ...]:
    """Returns those that count under a unit, in the order of the tree and of the forms."""
    units = {unit.id: place for place, unit in enumerate(tree.below(top, day))}
    forms = {form: place for place, form in enumerate(period.forms)}
    inside = [one for one in reports if top in tree.path(one.key.unit, day)]
    return tuple(
        sorted(
            inside,
            key=lambda one: (
                *(units.get(one.key.unit, len(units)), one.key.unit),
                *(forms.get(one.key.form, len(forms)), one.key.form),
            ),
        )
    )
