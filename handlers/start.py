"""/start: a greeting, what the bot can do, three questions to begin with; who has a role is greeted by it."""

from bot.desk import Desk
from bot.messages import Incoming
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.duties import duties, offers
from handlers.examples import examples
from handlers.role_words import titles
from handlers.telling import tell
from handlers.typed import typed

GREETING = """Chào đồng chí. Tôi là Đồng Đội, trợ lý tự động của Hội Cựu chiến binh.
Tôi trả lời về các kế hoạch của Hội và Mặt trận: hạn báo cáo, mô hình, chỉ tiêu, việc của từng cấp.
Đồng chí cứ gõ câu hỏi, có dấu hay không dấu đều được.
Gõ "các hạn" để xem các hạn, "các mô hình" để xem mô hình, "trợ giúp" để xem thêm.
Đồng chí hỏi thử một câu:"""

ASK_TOO = 'Đồng chí cũng hỏi được về các kế hoạch. Gõ "trợ giúp" để xem thêm.'


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody opened the chat."""
    return typed(incoming, "/start", "bat dau")


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the greeting."""
    person = None if incoming.group else await desk.records.person_at(incoming.address)
    if person is None or not person.roles:
        return tell(incoming, desk, GREETING, examples())
    who = titles(person, await desk.records.tree())
    text = f"Chào đồng chí {person.name}, {who}.\n{await duties(desk, person)}\n{ASK_TOO}"
    return tell(incoming, desk, text, (*offers(person), *examples()[:2]))


HANDLER = Handler("start", wants, handle)
