"""How much a leader has to read and type for the 14-figure form, from "báo cáo" to the receipt.

Counted on the engine itself, question by question and all in one message. Goals: at most 18 messages of the bot on the
first way, at most 3 on the second.
"""

import sys
from dataclasses import dataclass

from bot.dialog.advance import advance, begin
from bot.dialog.buttons import pressed
from bot.dialog.form import Form
from bot.dialog.turn import End, Turn
from knowledge.form_files import load_forms
from tests.forms import known, press, said, start

FORM = "cuoc-van-dong"
ONE_BY_ONE = ("2", "3", "1", "3tr5", "1", "500m", "6", "35", "1", "0", "2", "4", "Đường hoa Trung Đông", "không")
AT_ONCE = (
    "nghèo 2, cận nghèo 3, sinh kế 1, quỹ 3tr5, nhà tạm 1, đường hoa 0,5, ra quân 6, phân loại rác 35, "
    "mô hình an ninh 1, hoà giải 0, truyền thống 2, tuyên truyền 4, tên mô hình: Đường hoa Trung Đông, kiến nghị: không"
)


@dataclass(frozen=True, slots=True)
class Effort:
    """Messages of the bot, its characters, and the characters typed; a pressed button is no typing."""

    messages: int
    read: int
    typed: int


def effort(form: Form, answers: tuple[str, ...]) -> Effort:
    """Returns what it takes to hand in a report with these answers. Raises ValueError when that does not work."""
    told = known(form)
    turn = begin(form, start(form), told)
    messages, read, typed = 1, len(turn.text), len("báo cáo")
    for answer in answers:
        turn = _answered(form, turn, answer)
        messages, read, typed = messages + 1, read + len(turn.text), typed + len(answer)
    send = next((choice for choice in turn.choices if _word(choice.token) == "send"), None)
    if send is None:
        raise ValueError(f"no review after {answers[-1]}: {turn.text}")
    ended = advance(form, turn.progress, press(send.token), told)
    if not isinstance(ended, Turn) or ended.end is not End.SUBMITTED:
        raise ValueError("not handed in")
    return Effort(messages + 1, read, typed)  # the receipt is one more message


def _answered(form: Form, turn: Turn, answer: str) -> Turn:
    stepped = advance(form, turn.progress, said(answer), known(form))
    if not isinstance(stepped, Turn):
        raise ValueError(f"not read: {answer}")
    return stepped


def _word(token: str) -> str:
    button = pressed(token)
    return button.word if button else ""


if __name__ == "__main__":
    the_form = next(one for one in load_forms() if one.id == FORM)
    for name, way, goal in (("question by question", ONE_BY_ONE, 18), ("one message", (AT_ONCE,), 3)):
        cost = effort(the_form, way)
        sys.stdout.write(
            f"{name:22} bot messages {cost.messages:2} (at most {goal}), "
            f"characters read {cost.read}, typed {cost.typed}\n"
        )
