"""One step while it is worked out: the progress as it grows, and the things that can be said next."""

from collections.abc import Sequence
from dataclasses import replace

from bot.dialog.asking import answers, doubt, question
from bot.dialog.buttons import button
from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.dialog.known import Known
from bot.dialog.progress import Pending, Progress, Stage
from bot.dialog.reviewing import reminder, review
from bot.dialog.turn import End, Turn
from bot.messages import Choice, Incoming
from bot.model.figure import Figure, Given, Value

_QUOTED = 40
"""What was typed is quoted up to so many letters."""

STUCK_AFTER = 3
"""So many answers in a row that cannot be read: the office's contact is offered, and the officer is told."""

REASONS = ("Nhập nhầm", "Có số mới")
"""Why a report is changed, as quick answers; any other words do as well."""


class Step:
    """Nothing of it outlives the step but ``progress``, in the Turn. ``incoming`` is None when the clock asks."""

    def __init__(self, form: Form, progress: Progress, known: Known, incoming: Incoming | None = None) -> None:
        self.form = form
        self.progress = progress
        self._came = progress
        self.known = known
        self.fields = form.asked_in(known.period.span)
        self._incoming = incoming

    @property
    def field(self) -> Field | None:
        """The field that is asked, None at the review."""
        return self.form.field(self.progress.at)

    @property
    def message(self) -> str:
        """The platform's name of the message that is answered."""
        return self._incoming.message_id if self._incoming else ""

    def place(self, name: str) -> int:
        """Returns where a field stands in the form, -1 for none."""
        return next((place for place, field in enumerate(self.fields) if field.id == name), -1)

    def given(
        self,
        field: Field,
        value: Value,
        typed: str,
        how: Given = Given.VALUE,
        *,
        estimate: bool = False,
        message: str = "",
    ) -> Figure:
        """Returns a figure as this person gives it now. Raises LookupError where nobody said anything."""
        if self._incoming is None:
            raise LookupError("nobody answered")
        at, channel = self._incoming.at, self._incoming.address.channel
        return Figure(field.id, value, typed, self.known.by, at, channel, how, estimate, message or self.message)

    def store(self, figure: Figure) -> None:
        """Keeps a figure in the place of an earlier one of its field."""
        others = [held for held in self.progress.figures if held.field != figure.field]
        placed = sorted([*others, figure], key=lambda held: self.place(held.field))
        self.progress = replace(self.progress, figures=tuple(placed))

    def stay(self, said: Sequence[str] = (), *, brief: bool = False) -> Turn:
        """Returns what is open, once more, below what is said. ``brief``: the review was just seen whole."""
        if (pending := self.progress.pending) is not None:
            return self.doubt(pending, said, self._which(pending))
        match self.progress.stage:
            case Stage.REVIEW:
                return self.review(said, brief=brief)
            case Stage.REASON:
                return self.ask_reason(said)
        return self.ask(self.progress.at, said)

    def go_on(
        self, said: Sequence[str] = (), *, first: bool = False, look: bool = False, shown: Sequence[str] = ()
    ) -> Turn:
        """Returns the next open question, or the review. ``look``: a figure that was put off counts as open, too.

        ``shown`` are those of the lines that the review tells by itself.
        """
        self.progress = replace(self.progress, pending=None, unread=0)
        if self.progress.amends and not look:
            return self.review(said)
        open_ones = [field.id for field in self.fields if self._is_open(field, look=look)]
        if not open_ones:
            return self.review([line for line in said if line not in shown])
        if self._came.stage is Stage.REVIEW and not look and not first:
            return self.review([line for line in said if line not in shown])
        here = self.place(self.progress.at)  # what was asked and is still open is asked again
        after = [name for name in open_ones if self.place(name) >= here]
        return self.ask((after or open_ones)[0], said, first=first)

    def _is_open(self, field: Field, *, look: bool) -> bool:
        figure = self.progress.figure(field.id)
        return figure is None or (look and figure.given is not Given.VALUE)

    def ask(self, name: str, said: Sequence[str] = (), *, first: bool = False) -> Turn:
        """Returns the question for a field."""
        self._show(at=name, stage=Stage.ASKING)
        words = question(self.form, self.progress, self.known, first=first)
        return self._turn([*said, words], answers(self.form, self.progress, self.known))

    def doubt(self, pending: Pending, said: Sequence[str], why: str) -> Turn:
        """Returns the question which reading of an answer is meant."""
        self._show(at=pending.field, stage=Stage.ASKING, pending=pending)
        return self._turn([*said, why], doubt(self.progress, pending))

    def review(self, said: Sequence[str] = (), *, brief: bool = False) -> Turn:
        """Returns all figures for a last look; ``brief``: that it is open still."""
        said = [*said, *self._dropped_doubt()]
        self._show(at="", stage=Stage.REVIEW)
        words, choices = (reminder if brief else review)(self.form, self.progress, self.known)
        return self._turn([*said, words], choices)

    def ask_reason(self, said: Sequence[str] = ()) -> Turn:
        """Returns the question why a report that was handed in is changed."""
        self._show(at="", stage=Stage.REASON)
        choices = tuple(button(self.progress, label, f"reason:{place}") for place, label in enumerate(REASONS))
        return self._turn([*said, "Vì sao đồng chí sửa? Đồng chí ghi vài chữ."], choices)

    def ask_whether_to_drop(self) -> Turn:
        """Returns the question whether the run is to be given up. What was asked before stays open."""
        asked = self.progress.asked + 1
        self.progress = replace(self.progress, stage=Stage.DROP, asked=asked)
        choices = (
            button(self.progress, "Bỏ hẳn", "drop"),
            button(self.progress, "Làm tiếp", "go"),
            button(self.progress, "Để sau", "later"),
        )
        held = (
            "Đồng chí bỏ bản sửa? Báo cáo đã gửi vẫn giữ như cũ."
            if self.progress.amends
            else f"Báo cáo đang nhập đã có {self._count()} số. Đồng chí bỏ hẳn hay làm tiếp?"
        )
        return self._turn([held], choices)

    def unread(self, said: Sequence[str]) -> Turn:
        """Returns what is open once more after an answer that could not be read; after three the office is offered."""
        count = self._came.unread + 1
        help_ = [f"Đồng chí cần giúp thì gọi {self.known.office}."] if count >= STUCK_AFTER else []
        turn = self.stay([*said, *help_], brief=True)
        self.progress = replace(self.progress, unread=count)
        return replace(turn, progress=self.progress, stuck=count == STUCK_AFTER)

    def keep_on(self, said: Sequence[str] = ()) -> Turn:
        """Returns what was open before the question whether the run is to be given up."""
        stage = Stage.ASKING if self.progress.at else Stage.REVIEW
        self.progress = replace(self.progress, stage=stage)
        return self.stay(said)

    def postpone(self) -> Turn:
        """Returns the end of today's work: the draft stays."""
        told = f"Tôi giữ báo cáo đang nhập ({self._count()}/{len(self.fields)} số)."
        return self.end(End.POSTPONED, f'{told} Khi rảnh, đồng chí nhắn "báo cáo" để làm tiếp.')

    def end(self, end: End, text: str = "", reason: str = "") -> Turn:
        """Returns the end of the run."""
        return Turn(self.progress, text, end=end, reason=reason)

    def _which(self, pending: Pending) -> str:
        field = self.form.field(pending.field)
        short = field.short if field else ""
        if len(pending.readings) == 1:
            return f"{short}: {pending.readings[0].label}, đúng không đồng chí?"
        return f'{short}: "{pending.typed}" là số nào, đồng chí?'

    def _dropped_doubt(self) -> list[str]:
        """Returns that an answer was left in doubt and so is not in the report, where one was."""
        doubt = self._came.pending
        field = self.form.field(doubt.field) if doubt else None
        if doubt is None or field is None or self.progress.figure(field.id) != self._came.figure(field.id):
            return []
        # In a message of many figures the whole of it was typed.
        said = doubt.typed if len(doubt.typed) <= _QUOTED or not doubt.readings else doubt.readings[0].label
        return [f'Chưa ghi {field.short}: "{said}" tôi chưa rõ.']

    def _count(self) -> int:
        return sum(figure.given is Given.VALUE for figure in self.progress.figures)

    def _show(self, *, at: str, stage: Stage, pending: Pending | None = None) -> None:
        """The same question once more keeps its number, so that its buttons hold; any other one gets a new number."""
        shown = replace(self.progress, at=at, stage=stage, pending=pending, unread=self._came.unread)
        number = self._came.asked if shown == self._came else max(self.progress.asked, self._came.asked + 1)
        self.progress = replace(self.progress, at=at, stage=stage, asked=number, pending=pending)

    def _turn(self, lines: Sequence[str], choices: tuple[Choice, ...]) -> Turn:
        return Turn(self.progress, "\n".join(line for line in lines if line), choices)
