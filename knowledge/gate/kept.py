"""The last look at an answer: is what was asked for in it at all?

A fact can be near in every word and still not hold what is asked: the year and not the month, the name of a model and
not how it works, a sum of houses and not how many of them are new. Such a question is declined, with what is known.
"""

from collections.abc import Callable

from knowledge.answer import Answer, Found, Nothing
from knowledge.gate.body import body_of, told_in
from knowledge.gate.documents import no_addressee, no_article, no_signer, no_validity
from knowledge.gate.figures import no_counted, no_figure, no_money, no_parts, no_percent, no_such_number
from knowledge.gate.listed_names import no_names, no_ward
from knowledge.gate.matters import no_matter, only_named, untold
from knowledge.gate.mismatch import mismatch
from knowledge.gate.places import another_level
from knowledge.gate.reasons import no_reason
from knowledge.gate.times import no_day, no_event, no_month, no_time, no_year
from knowledge.query import Query
from knowledge.whether import asks_whether_told, says_left_out


def kept(query: Query, found: Answer, whole: Query | None = None) -> Answer:
    """Returns the answer, or that the plans do not hold what was asked, with what is known nearby.

    ``whole``: the letter that the question stands in.
    """
    if not isinstance(found, Found):
        return found
    body = body_of(query, found)
    facts = [fact for name in found.facts if (fact := query.base.library.fact(name))]
    missing = _left_open(query, found, body) or mismatch(query, whole or query, body, facts)
    if missing is None:
        return found
    known = "\n".join(line for line in found.text.split("\n"))
    return Nothing(f"Kế hoạch không ghi {missing}. Điều tôi có:\n{known}", why=f"not in the fact: {missing}")


def _left_open(query: Query, found: Found, body: str) -> str | None:
    """What is asked for and not told; None when nothing is, or when it is asked whether the plan tells it and the fact says no."""
    missing = next((what for what, lacks in _LACKS if lacks(query, body)), None)
    if missing is None and only_named(query, found):
        missing = "điều đó"
    return None if missing and says_left_out(told_in(body)) and asks_whether_told(query) else missing


_LACKS: tuple[tuple[str, Callable[[Query, str], bool]], ...] = (
    ("lý do", no_reason),
    ("tên từng nơi, từng người", no_names),
    ("việc ấy tổ chức lúc nào, ở đâu", no_event),
    ("ngày cụ thể", no_day),
    ("tháng", no_month),
    ("năm", no_year),
    ("thời hạn", no_time),
    ("số tiền", no_money),
    ("con số ấy", no_figure),
    ("con số ấy", no_counted),
    ("số ấy", no_such_number),
    ("gửi cho những nơi nào", no_addressee),
    ("tỷ lệ phần trăm", no_percent),
    ("điều đó", no_matter),
    ("tên phường, thôn", no_ward),
    ("việc ấy của cấp tỉnh", another_level),
    ("từng phần là bao nhiêu", no_parts),
    ("điều đó", untold),
    ("nội dung từng điều của văn bản ấy", no_article),
    ("hiệu lực của văn bản ấy", no_validity),
    ("ai ký, ai duyệt", no_signer),
)
"""What may be missing, in the words of an answer, and how that is seen."""
