"""A place that was just told of, named by its kind alone: "huyện đó phải xong hồ sơ khi nào?", "nơi đó tên là gì?"."""

from knowledge.answer import Answer, Context, Nothing
from knowledge.message.reader import Reader
from knowledge.message.referred import put_instead
from knowledge.pattern import Pattern
from knowledge.wording import full

_REFERS = Pattern(
    r"(?<!\S)(?P<several>(?:may|cac|nhung) )?(?P<kind>huyen|xa|phuong|noi|dia phuong|cho) (?:do|nay|ay|kia|no)(?!\S)"
)
_ITS_NAME = Pattern(
    r"\bten (?:la )?(?:gi|chi|nao|xa|huyen|phuong)\b|\bla (?:xa|huyen|phuong|noi|dia phuong|cho)(?: nao)? ?(?:gi|chi|nao)\b|\b(?:ke|noi|cho biet) (?:ro )?ten\b"
)
_RANKS = {"huyen": "huyện", "xa": "xã", "phuong": "phường"}
_DISTRICT = "huyen"
_COMMUNES = ("xa", "phuong")


def with_place(reader: Reader, text: str, context: Context) -> str:
    """Returns a message with the one place of that kind that was just told of in the place of "huyện đó"; "" when none is meant."""
    query = reader.query(text)
    found = _REFERS.search(query.bare)
    if found is None or found["several"]:
        return ""
    named = _told(reader, context, found["kind"])
    if len(named) != 1 or query.communes or query.districts:
        return ""
    return put_instead(query, found, f"{_RANKS.get(found['kind'], '')} {named[0]}".strip())


def unnamed_place(reader: Reader, text: str, context: Context) -> Answer | None:
    """Returns the decline where the name of a place is asked for that was told of without one; else None."""
    query = reader.query(text)
    found = _REFERS.search(query.bare)
    if found is None or not _ITS_NAME.search(query.line) or query.communes or query.districts:
        return None
    facts = [fact for name in context.facts if (fact := reader.base.library.fact(name))]
    if not facts or _told(reader, context, found["kind"]):
        return None
    return Nothing(f"Kế hoạch không ghi tên nơi ấy. Điều tôi có:\n{facts[0].say}", why="not in the fact: tên nơi ấy")


def _told(reader: Reader, context: Context, kind: str) -> list[str]:
    """The places of a kind in the last answer, each once; those of its question where the answer has none."""
    facts = [fact for name in context.facts if (fact := reader.base.library.fact(name))]
    for texts in ([full(fact) for fact in facts], [context.question]):
        queries = [reader.query(text) for text in texts if text]
        communes = [name for query in queries for mention in query.communes for name in mention.names]
        districts = [name for query in queries for mention in query.districts for name in mention.names]
        named = districts if kind == _DISTRICT else communes if kind in _COMMUNES else [*communes, *districts]
        if named:
            return list(dict.fromkeys(named))
    return []
