"""What a chat talks about after each answer: its topic, and what stays behind it."""

from knowledge.answer import NONE_OF_THESE, Answer, Context, Found, Nothing, Smalltalk, Unsure


def talked_of(context: Context | None, text: str, found: Answer) -> Context | None:
    """Returns what is talked about once a message was answered. ``context`` is what was talked about before it.

    Small talk changes nothing. What was declined, or only guessed at, is asked on from too ("còn kế hoạch nông thôn mới?"),
    with the last answer behind it. Behind what was pointed at in a list stands that list: "còn cái thứ hai?".
    """
    match found:
        case Unsure() if NONE_OF_THESE in found.options:
            return Context(found.question or text, (), _answered(context))
        case Found() | Unsure() if found.facts:
            return Context(found.question or text, found.facts, _list_behind(context, found))
        case Nothing():
            return Context(found.question or text, (), _answered(context))
        case Found() | Unsure() | Smalltalk():
            return context


def _list_behind(context: Context | None, found: Found | Unsure) -> Context | None:
    chain = (context, context.before) if context else ()
    return next((one for one in chain if one and found.within and one.question == found.within), None)


def _answered(context: Context | None) -> Context | None:
    return context if context is None or context.facts else context.before
