""" "nói lại" repeats the last answer, "nguồn" shows where it comes from."""

from bot.desk import Desk
from bot.messages import Incoming
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.examples import examples
from handlers.telling import remark
from handlers.typed import typed

_REPEAT = ("noi lai", "nhac lai", "noi lai di", "noi lai giup toi", "noi lai giup", "lap lai", "nhac lai giup toi")
_SOURCES = ("nguon", "nguon o dau", "xem nguon", "nguon nao", "lay o dau", "can cu dau")
_SHOWN = 5


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody asks for the last answer again, or for its source."""
    return typed(incoming, *_REPEAT, *_SOURCES)


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the last answer with its choices, or its sources."""
    if typed(incoming, *_SOURCES):
        return remark(incoming, _sources(desk))
    if not desk.talk.last:
        return remark(incoming, "Tôi chưa trả lời câu nào của đồng chí. Đồng chí hỏi thử:", examples())
    return remark(incoming, desk.talk.last, desk.talk.screen)


def _sources(desk: Desk) -> str:
    topic = desk.talk.topic
    facts = [desk.base.library.fact(name) for name in topic.facts] if topic else []
    named = dict.fromkeys(desk.base.library.named(source) for fact in facts if fact for source in fact.sources)
    if not named:
        return "Tôi chưa trả lời câu nào từ các kế hoạch. Đồng chí hỏi trước, rồi tôi nói nguồn."
    shown = [f"- {name}" for name in list(named)[:_SHOWN]]
    more = [f"và {len(named) - _SHOWN} chỗ khác"] if len(named) > _SHOWN else []
    return "\n".join(["Câu trả lời vừa rồi lấy từ:", *shown, *more])


HANDLER = Handler("again", wants, handle)
