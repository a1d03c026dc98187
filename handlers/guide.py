"""/trogiup: what can be asked, and the words that the bot knows."""

from bot.desk import Desk
from bot.messages import Incoming
from bot.model.talk import Talk
from bot.outcome import Outcome
from bot.router import Handler
from handlers.examples import examples
from handlers.telling import tell
from handlers.typed import typed

HELP = """Đồng chí gõ câu hỏi như nói chuyện, mỗi tin một ý.
- "các hạn" (/han): các hạn sắp tới và đã qua
- "các mô hình" (/mohinh): mô hình, phong trào theo chủ đề
- "nói lại": tôi nhắc lại câu trả lời vừa rồi
- "nguồn": câu trả lời vừa rồi lấy từ kế hoạch nào
Điều tôi không biết, đồng chí hỏi {office}.
Ví dụ đồng chí có thể hỏi:"""


def wants(incoming: Incoming, talk: Talk) -> bool:
    """Returns whether somebody asked for help."""
    return typed(
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
    )


async def handle(incoming: Incoming, desk: Desk) -> Outcome:
    """Returns the words that the bot knows, with examples."""
    return tell(incoming, desk, HELP.replace("{office}", desk.office), examples())


HANDLER = Handler("help", wants, handle)
