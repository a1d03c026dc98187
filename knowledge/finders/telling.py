"""What asks nothing: somebody tells something, remarks on the bot, or pastes a notice. It gets one honest sentence, and
no plan is searched.
"""

from bot.reading.notice import is_notice
from bot.reading.remark import Remark, remark
from bot.reading.told import Told, told
from knowledge.answer import Answer, Smalltalk
from knowledge.query import Query

_SAID = {
    Told.ABSENT: "Tôi đọc rồi: đồng chí không đi được. Tôi không báo vắng thay được, đồng chí báo chi hội trưởng giúp.",
    Told.HANDED_IN: """Tôi đọc rồi, nhưng tôi chỉ tra được báo cáo mà chi hội trưởng nộp qua tôi.
Giấy tờ khác, đồng chí hỏi nơi đã nhận.""",
    Told.UNWELL: """Tôi đọc rồi. Mong đồng chí và gia đình mạnh khoẻ.
Cần Hội thăm hỏi, giúp đỡ, đồng chí báo chi hội trưởng.""",
    Told.GRIEF: """Tôi đọc rồi. Tôi xin chia buồn cùng gia đình.
Đồng chí báo chi hội trưởng để Hội biết mà lo việc hiếu.""",
    Told.BUTTON: """Không bấm được thì đồng chí nhắn chữ ghi trên nút, ví dụ: gửi. Tôi hiểu như bấm.
Không rõ đang ở việc nào, đồng chí nhắn "trợ giúp".""",
    Told.OTHER: """Tôi đọc rồi. Tôi là máy, chỉ giúp được việc của Hội: kế hoạch, báo cáo, thông báo.
Cần báo với Hội điều gì, đồng chí nhắn chi hội trưởng.""",
}
REMARKED = {
    Remark.LETTERS: """Chữ to hay nhỏ là ở cài đặt của điện thoại, tôi không chỉnh thay được.
Đồng chí vào Cài đặt, tìm mục "Cỡ chữ".""",
    Remark.SLOW: """Xin lỗi đồng chí phải đợi. Tin đã gửi thì tôi vẫn giữ, không cần gửi lại.
Việc gấp, đồng chí nhắn "gặp người".""",
    Remark.LONG: """Xin lỗi, tôi nói hơi dài.
Đồng chí nhắn "ngắn hơn", tôi nói gọn lại câu vừa rồi.""",
    Remark.UNCLEAR: """Xin lỗi, tôi nói chưa dễ hiểu. Đồng chí nhắn "ngắn hơn" hoặc "nói rõ hơn".
Vẫn chưa rõ thì nhắn "gặp người".""",
    Remark.BAD: """Xin lỗi đồng chí, tôi là máy nên có khi hiểu sai.
Đồng chí hỏi lại một câu ngắn, hoặc nhắn "gặp người".""",
    Remark.OPENING: "Đồng chí cứ hỏi, tôi nghe.",
    Remark.UNANSWERED: """Tin nào tôi cũng trả lời, có khi đến chậm vì mạng.
Đồng chí nhắn "nói lại" để xem câu vừa rồi, hoặc hỏi lại giúp tôi.""",
    Remark.ANOTHER: "Vâng. Đồng chí hỏi lại giúp tôi một câu ngắn, nói rõ việc gì, ở đâu, năm nào.",
    Remark.SPEECH: """Tôi chỉ đọc và trả lời bằng chữ, chưa nghe, chưa nói được. Ảnh thì gửi kèm được khi đang nhập báo cáo.
Muốn nói chuyện, đồng chí nhắn "gặp người".""",
    Remark.TRUST: """Tôi là máy trả lời tự động của Hội. Tôi không thu tiền, không hỏi mật khẩu.
Chưa yên tâm, đồng chí nhắn "gặp người".""",
    Remark.SHORTER: "Đồng chí hỏi một câu, tôi trả lời ngắn.",
    Remark.PERSON: "Đồng chí gọi văn phòng Hội, hoặc hỏi chi hội trưởng.",
}
"""What is said to a remark on the bot: what helps."""

_NOTICE = """Đây là giấy mời, thông báo. Ngoài lời trong đó, tôi không biết gì thêm.
Có gì chưa rõ, đồng chí hỏi nơi gửi hoặc chi hội trưởng."""


def find(query: Query) -> Answer | None:
    """Returns what is said to such a message; None for one that may ask something."""
    if is_notice(query.text):
        return Smalltalk(_NOTICE)
    if (said := remark(query.text)) is not None:
        return Smalltalk(REMARKED[said])
    kind = told(query.text)
    return Smalltalk(_SAID[kind]) if kind is not None else None
