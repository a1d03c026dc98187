"""The text of a broadcast with its bold words and links: as the channel brings them, or as they are typed. Pure."""

import unicodedata
from dataclasses import replace

from bot.messages import Incoming
from bot.model.broadcast import Broadcast
from bot.model.broadcast_letter import correction
from bot.model.spans import composed, cut, moved
from bot.reading.marks import read_marks
from handlers.broadcast_words import Wished


def looking(said: Wished, incoming: Incoming) -> Wished:
    """Returns what was said, its text without typed marks and with its looks. ``incoming`` holds the text somewhere."""
    whole, spans = composed(incoming.text, incoming.spans)
    text = unicodedata.normalize("NFC", said.text)
    place = whole.rfind(text)
    words, looks = read_marks(text, cut(spans, place, place + len(text)) if place >= 0 else ())
    return replace(said, text=words, spans=looks)


def correcting(one: Broadcast, said: Wished) -> Wished:
    """Returns the words of a correction: what it corrects stands first."""
    text, spans = correction(one, said.text, said.spans)
    return replace(said, text=text, spans=spans)


def below(draft: Broadcast, said: Wished) -> Wished:
    """Returns words that stand under those of a draft, with the looks of both."""
    head = f"{draft.text}\n"
    return replace(said, text=f"{head}{said.text}", spans=(*draft.spans, *moved(said.spans, len(head))))
