"""One step of the engine: the form, how far it has come, what was said, what is known -> what to say next. Pure."""

import re
from dataclasses import replace

from bot.dialog.asking import letter_place
from bot.dialog.buttons import pressed
from bot.dialog.commands import Command, Word, command
from bot.dialog.doing import do, fix, same
from bot.dialog.field import Field
from bot.dialog.form import Form
from bot.dialog.hear import hear, named_field
from bot.dialog.hearing import Certainty, Hearing
from bot.dialog.known import Known
from bot.dialog.mending import put_right
from bot.dialog.progress import Pending, Progress, Reading, Stage
from bot.dialog.step import REASONS, Step
from bot.dialog.taking import choose, take, unknown
from bot.dialog.turn import End, NotAnAnswer, Stepped, Turn
from bot.messages import Incoming, Kind
from bot.model.figure import Given
from bot.reading.beside_figure import beside
from bot.reading.correction import corrected
from bot.reading.kind import FigureKind
from bot.reading.of_bot import of_bot
from bot.reading.remark import remark

_DROPPED = 'Tôi đã bỏ báo cáo đang nhập. Khi cần, đồng chí nhắn "báo cáo".'
_DROPPED_CHANGES = "Tôi đã bỏ bản sửa. Báo cáo đã gửi vẫn giữ như cũ."
_KEPT = "Tôi chưa bỏ gì, báo cáo vẫn giữ."
_UNCLEAR = "Tôi chưa rõ ý đồng chí."
_OLD_BUTTON = "Nút đó là của câu trước, nên tôi không đổi gì."
_LONGEST_REASON = 200
# "2 sào" is no question: typed accents count, and without them only words that can be nothing else.
_QUESTION = re.compile(
    r"\?\s*$|\b(?:nào|gì|ai|đâu|sao|mấy giờ|bao giờ|bao nhiêu"
    r"|nao|bao gio|may gio|bao nhieu|tai sao|o dau|lam chi|khi mo)\b"
)
_MAY_I = re.compile(
    r"\b(?:được|duoc|đc|dc) (?:không|khong|ko|hông|hong)(?: (?:em|anh|chị|chi|đồng chí|dong chi|vậy|vay|rứa|rua))*\W*$"
)
"""The "không" at its end is no nought: "nộp trễ được không"."""
_WORDS_OF_A_QUESTION = 4


def begin(form: Form, progress: Progress, known: Known, field: str = "", said: str = "") -> Turn:
    """Returns the first question of a run, or of one that is taken up again: the first open field, else the review.

    ``field`` is asked first where it is known what is in question; ``said`` is told above.
    """
    if any(one.id == field for one in form.asked_in(known.period.span)):
        return Step(form, replace(progress, at="", pending=None), known).ask(field, [said], first=True)
    held = sum(figure.given is Given.VALUE for figure in progress.figures)
    told = [f"Đã có {held} số, ta làm tiếp."] if held and not progress.amends else []
    return Step(form, replace(progress, at=""), known).go_on([said, *told], first=True)


def ask_again(form: Form, progress: Progress, known: Known, said: str = "", *, brief: bool = False) -> Turn:
    """Returns what is open once more, below ``said``; ``brief``: without the figures, where those are on the screen."""
    return Step(form, progress, known).stay([said], brief=brief)


def advance(form: Form, progress: Progress, incoming: Incoming, known: Known) -> Stepped:
    """Returns what a text or a pressed button comes to. NotAnAnswer: it may be a question to the knowledge."""
    step = Step(form, progress, known, incoming)
    return _press(step, incoming.token) if incoming.kind is Kind.PRESS else _text(step, incoming.text)


def amend_message(form: Form, progress: Progress, incoming: Incoming, known: Known) -> Stepped:
    """Returns what an edited message comes to: the figures that it gave are read anew; nothing else changes."""
    step = Step(form, progress, known, incoming)
    given = [figure for figure in progress.figures if figure.message == incoming.message_id]
    field = form.field(given[0].field) if len(given) == 1 else None
    if not given:
        return NotAnAnswer(step.stay(["Tin đồng chí vừa sửa chưa ghi số nào. Đồng chí trả lời câu này giúp tôi:"]))
    heard = hear(incoming.text, field, step.fields, known)
    if not heard.figures:
        return step.stay(["Tôi chưa đọc được tin đồng chí vừa sửa, nên chưa đổi số nào."])
    return take(step, heard, changed_only=True)


def _press(step: Step, token: str) -> Turn:
    """One of an earlier question changes nothing."""
    found = pressed(token)
    if found is None or found.run != step.progress.run or found.asked != step.progress.asked:
        return step.stay([_OLD_BUTTON])
    kind, _, place = found.word.partition(":")
    match kind:
        case "read":
            return choose(step, int(place))
        case "open":
            return step.go_on(look=True)
        case "unknown":
            return unknown(step)
        case "drop":
            return step.end(End.CANCELLED, _DROPPED_CHANGES if step.progress.amends else _DROPPED)
        case "go":
            return step.keep_on()
        case "reason":
            return step.end(End.SUBMITTED, reason=REASONS[int(place)])
    return do(step, Command(Word(kind)))


def _text(step: Step, text: str) -> Stepped:
    said = command(text)
    if step.progress.stage is Stage.REASON:
        return _reason(step, text, said)
    if step.progress.stage is Stage.DROP:
        return step.postpone() if said is not None and said.word is Word.POSTPONE else step.keep_on([_KEPT])
    if said is not None and said.word is Word.FIX and (_is_text(step, said.rest) or _is_beside(text)):
        said = None
    if (answered := _about_readings(step, text, said)) is not None:
        return answered
    if said is not None and said.word not in (Word.YES, Word.NO):
        return do(step, said)
    if (rest := corrected(text)) is not None and not _asks_for_words(step):
        return put_right(step, rest)
    return _at_review(step, text) if step.progress.stage is Stage.REVIEW else _answer(step, text)


def _about_readings(step: Step, text: str, said: Command | None) -> Turn | None:
    """Returns what comes after a letter, a yes or a no to the readings that were offered; None for other words."""
    pending = step.progress.pending
    if pending is None:
        return None
    place = letter_place(text, pending)
    if place is None and said is not None and said.word is Word.YES and len(pending.readings) == 1:
        place = 0
    if place is not None:
        return choose(step, place)
    return do(step, said) if said is not None and said.word is Word.NO else None


def _reason(step: Step, text: str, said: Command | None) -> Stepped:
    if said is not None and said.word is Word.BACK:
        return step.review()
    if said is not None and said.word in (Word.REVIEW, Word.FIX, Word.POSTPONE, Word.CANCEL):
        return do(step, said)
    if _is_beside(text) or text.rstrip().endswith("?"):
        return NotAnAnswer(step.stay(["Đồng chí ghi vài chữ giúp tôi."]))
    reason = " ".join(text.split())[:_LONGEST_REASON]
    return step.end(End.SUBMITTED, reason=reason) if reason else step.stay()


def _at_review(step: Step, text: str) -> Stepped:
    """At the review a text names what is to be mended: "3", "3 5", "quỹ 3tr5", or several figures."""
    if _is_beside(text):
        return _unread(step, _UNCLEAR)
    heard = hear(text, None, step.fields, step.known)
    if heard.figures:
        return take(step, heard)
    return fix(step, text) if named_field(text, step.fields) else _unread(step, _UNCLEAR)


def _answer(step: Step, text: str) -> Stepped:
    field = step.field
    if field is not None and field.kind is FigureKind.TEXT:
        said = command(text)
        if text.rstrip().endswith("?") or _is_beside(text):
            return NotAnAnswer(_words_or_question(step, field, text), stays=True)
        if (said is not None and said.word is Word.YES) or text.strip().isdecimal():
            return _unread(step, "Đồng chí ghi bằng lời giúp tôi.")
    elif _is_beside(text):
        return _unread(step, _not_read(field))
    heard = hear(text, field, step.fields, step.known)
    if heard.same:
        return same(step)
    if _is_no_nought(text, heard, field):
        return _unread(step, _not_read(field))
    if heard.figures and not (_asks(text) and not any(one.certainty is Certainty.CLEAR for one in heard.figures)):
        return take(step, heard)
    if heard.figures and any(one.certainty is not Certainty.LATER for one in heard.figures):
        return NotAnAnswer(
            take(step, heard)
        )  # "kế hoạch 121 hạn ngày nào?" holds a number, and is a question all the same
    return _unread(step, _not_read(field))


def _is_beside(text: str) -> bool:
    """Whether a text asks of the report or of the bot, or remarks on it: no answer, whatever it sounds like."""
    return beside(text) is not None or remark(text) is not None or of_bot(text) is not None


def _asks_for_words(step: Step) -> bool:
    return step.progress.stage is Stage.ASKING and step.field is not None and step.field.kind is FigureKind.TEXT


def _not_read(field: Field | None) -> str:
    yes_no = field is not None and field.kind is FigureKind.YES_NO
    wanted = "Đồng chí nhắn có hoặc không." if yes_no else "Đồng chí nhắn lại con số giúp tôi."
    return f"{_UNCLEAR} {wanted}"


def _is_text(step: Step, rest: str) -> bool:
    """Where words are asked for, "sửa đường vào thôn" is such words, and no wish to mend a figure."""
    field = step.field
    return field is not None and field.kind is FigureKind.TEXT and bool(rest) and named_field(rest, step.fields) is None


def _asks(text: str) -> bool:
    low = text.lower()
    return len(low.split()) >= _WORDS_OF_A_QUESTION and (_QUESTION.search(low) or _MAY_I.search(low)) is not None


def _is_no_nought(text: str, heard: Hearing, field: Field | None) -> bool:
    """Whether all that was heard is the "không" of a question; where words are asked for, a question may be meant."""
    noughts = all(one.readings and not one.readings[0].value for one in heard.figures)
    words = field is not None and field.kind is FigureKind.TEXT
    return bool(heard.figures) and noughts and not words and _MAY_I.search(text.lower()) is not None


def _words_or_question(step: Step, field: Field, text: str) -> Turn:
    """A question where words are asked for may be meant for the report, or for us: it is not stored unasked."""
    pending = Pending(
        field.id, text, step.message, (Reading(f'Ghi vào mục {field.short}: "{text.strip()}"', text.strip()),)
    )
    return step.doubt(pending, [], f"Đồng chí muốn ghi câu này vào mục {field.short}?")


def _unread(step: Step, said: str) -> NotAnAnswer:
    return NotAnAnswer(step.unread([said]))
