"""/trogiup: what can be asked, and the words that the bot knows; who has a role sees what it lets them do."""

from bot.desk import Desk
from bot.messages import Incoming, Kind
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.reading.of_bot import OfBot, of_bot
from bot.router import Handler
from handlers.duties import duties, offers
from handlers.examples import examples
from handlers.role_words import titles
from handlers.telling import tell
from handlers.typed import typed

HELP = """Đồng chí gõ câu hỏi như nói chuyện, mỗi tin một ý.
- "các hạn" (/han): các hạn sắp tới và đã qua
- "các mô hình" (/mohinh): mô hình, phong trào theo chủ đề
- "nói lại": tôi nhắc lại câu trả lời vừa rồi
- "nguồn": câu trả lời vừa rồi lấy từ kế hoạch nào
- "dữ liệu của tôi" (/dulieu): tôi đang giữ gì, xoá thế nào
Có mã mời, đồng chí nhắn DANGKY và mã.
Điều tôi không biết, đồng chí hỏi {office}.
Ví dụ đồng chí có thể hỏi:"""

_WITH_ROLE = """Đồng chí là {who}.
{duties}
Hỏi về kế hoạch: gõ câu hỏi như nói chuyện, hoặc "các hạn", "các mô hình".
"dữ liệu của tôi": tôi đang giữ gì, xoá thế nào.
Điều tôi không biết, đồng chí hỏi {office}."""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody asked for help, or what the bot can do."""
    return asks_for_help(incoming) or typed(
        incoming,
        "/trogiup",
        "/help",
        "tro giup",
        "giup",
        "giup toi",
        "giup voi",
        "huong dan",
        "huong dan su dung",
        "help",
        *("menu", "chuc nang", "cach dung", "dung lam sao", "xai lam sao", "khong biet dung", "toi khong biet dung"),
    )


def asks_for_help(incoming: Incoming) -> bool:
    """Returns whether a text asks so in plain words: "mi làm được gì"."""
    return incoming.kind is Kind.TEXT and of_bot(incoming.text) is OfBot.ABILITIES


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the words that the bot knows, with examples."""
    person = None if incoming.group else await desk.records.person_at(incoming.address)
    if person is not None and person.roles:
        who = titles(person, await desk.records.tree())
        text = _WITH_ROLE.format(who=who, duties=await duties(desk, person), office=desk.office)
        return tell(incoming, desk, text, (*offers(person), *examples()[:2]))
    return tell(incoming, desk, HELP.replace("{office}", desk.office), examples())


HANDLER = Handler("help", wants, handle)
