"""What a short message asks of the last answer: how many things it told, how many per cent that is, from when to when, more of them."""

from collections.abc import Callable, Sequence

from knowledge.answer import Answer, Context
from knowledge.message.alike import more_alike
from knowledge.message.counted import counted
from knowledge.message.kind_asked import of_kind_asked
from knowledge.message.one_question import Answerer
from knowledge.message.share import share

_LONG = 14
_ASKED: Sequence[Callable[[Answerer, str, Context], Answer | None]] = (counted, share, of_kind_asked, more_alike)


def of_last_answer(reader: Answerer, text: str, context: Context) -> Answer | None:
    """Returns the answer to a message that asks something of what was just told; None where it asks nothing of that kind."""
    if len(reader.query(text).words) > _LONG:
        return None
    return next((found for asked in _ASKED if (found := asked(reader, text, context))), None)
