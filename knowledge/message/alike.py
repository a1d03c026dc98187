"""More things of the kind of the last answer: "kể thêm mấy mô hình an ninh nữa", "còn phong trào nào khác không?"."""

from dataclasses import replace

from knowledge.answer import Context, Found
from knowledge.core_words import written
from knowledge.facts import Model
from knowledge.message.one_question import Answerer
from knowledge.pattern import Pattern

_KIND = r"(?P<kind>mo hinh|phong trao|cuoc van dong|de an)"
_TOPIC = r"(?P<topic>(?: (?!nua|nao|gi|khac|di|khong|cua)[a-z]+){0,4})"
_MORE = Pattern(
    rf"(?:^|\b(?:ke|noi|them|con|dai hon|may|cac|nhung|ra)\b.*?\b){_KIND}{_TOPIC}(?: (?:nao|gi|khac))* nua\b"
    rf"|\b(?:ke|noi|cho biet|coi|xem) (?:ra )?them (?:may |cac |nhung |vai )?{_KIND.replace('kind', 'kind2')}{_TOPIC.replace('topic', 'topic2')}"
)


def more_alike(reader: Answerer, text: str, context: Context) -> Found | None:
    """Returns the things of a kind, where more of them are asked for than the last answer told; None where they are not."""
    query = reader.query(text)
    line = query.bare
    found = _MORE.search(line)
    if found is None:
        return None
    number = "" if found["kind"] else "2"
    starts = len(line[: found.start(f"kind{number}")].split())
    kind = found[f"kind{number}"].split()
    topic = (found[f"topic{number}"] or "").split()
    named = written(query, range(starts, starts + len(kind) + len(topic)))
    if not topic:
        library = reader.base.library
        topics = [fact.topic for name in context.facts if isinstance(fact := library.fact(name), Model)]
        named += topics[:1]
    question = " ".join(["những", *named, "nào"])
    answer = reader.one(question)
    if not isinstance(answer, Found) or {*answer.facts} <= {*context.facts}:
        return None
    return replace(answer, question=question)
