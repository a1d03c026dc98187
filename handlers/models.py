"""/mohinh: the models and movements by topic, then one of them."""

from collections import Counter

from bot.desk import Desk
from bot.messages import Choice, Incoming
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.pages import page, shortened, split
from handlers.telling import tell
from handlers.typed import pressed, typed
from knowledge.facts import Model
from knowledge.fold import plain
from knowledge.library import Library

_FAMILY = "mohinh"


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody wants to look through the models."""
    return pressed(incoming, _FAMILY) or typed(
        incoming,
        "/mohinh",
        "cac mo hinh",
        "mo hinh",
        "xem mo hinh",
        "xem cac mo hinh",
        "danh sach mo hinh",
        "cac phong trao",
        "cac mo hinh phong trao",
    )


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the topics, or one page of a topic's models."""
    name, start = split(incoming.token)
    counted = _topics(desk.base.library)
    topic = next((topic for topic in counted if plain(topic) == name), "")
    if topic:
        text, choices = _of_topic(desk.base.library, topic)
    else:
        text = f"Các kế hoạch nêu {counted.total()} mô hình, phong trào và chương trình.\nĐồng chí chọn một chủ đề:"
        choices = [
            Choice(f"{_titled(topic)} ({count})", f"{_FAMILY}:{plain(topic)}:0")
            for topic, count in counted.most_common()
        ]
    return tell(incoming, desk, text, page(choices, start, f"{_FAMILY}:{name}"))


def _topics(library: Library) -> Counter[str]:
    return Counter(model.topic for model in library.of(Model))


def _of_topic(library: Library, topic: str) -> tuple[str, list[Choice]]:
    models = sorted((model for model in library.of(Model) if model.topic == topic), key=lambda model: plain(model.name))
    choices = [Choice(shortened(model.name), f"fact:{model.id}") for model in models]
    return f"{_titled(topic)}: {len(models)} mô hình, phong trào.\nĐồng chí chọn một tên để xem.", choices


def _titled(topic: str) -> str:
    return f"{topic[:1].upper()}{topic[1:]}"


HANDLER = Handler("models", wants, handle)
