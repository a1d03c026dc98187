"""A document that was just told of, named by its kind alone: "quyết định đó ban hành ngày mấy?"."""

import re
from collections.abc import Iterator

from knowledge.answer import Context
from knowledge.facts import Legal
from knowledge.fold import plain
from knowledge.message.reader import Reader
from knowledge.pattern import Pattern
from knowledge.query import Query
from knowledge.wording import full

_KINDS = r"quyet dinh|nghi quyet|chi thi|thong tri|thong tu lien tich|thong tu|huong dan|nghi dinh|cong van|quy che|chuong trinh phoi hop"
_REFERS = Pattern(rf"(?<!\S)(?P<kind>{_KINDS}|van ban) (?:do|nay|ay|kia|tren|no)(?!\S)")
_DOCUMENT = re.compile(rf"\b(?P<kind>{_KINDS})(?: so)? (?P<number>\d+[^\s,.;()]*)")
_NUMBER = re.compile(r"(?<![\d/])\d{1,3}(?![\d/])")
"""A number that is no date's: a criterion's, a section's."""

_ANY = "van ban"
_OF_NONE = Pattern(
    r"^(?:(?:con|the|vay|rua|va|thi|ma|a|u) )*(?:(?:duoc )?ban hanh|ra(?= (?:ngay|khi|hom|bua|luc|nam|thang)))\b|^(?:ngay|khi) (?:nao|may) (?:ban hanh|ra)\b|^(?:ai|co quan nao) ban hanh\b"
)
"""What is asked of a document without a word for it: "ra ngày nào vậy?"."""


def with_document(reader: Reader, text: str, context: Context) -> str:
    """Returns a message with the one document of that kind that was just told of in the place of "quyết định đó"; "" when none is meant."""
    query = reader.query(text)
    found = _REFERS.search(query.bare)
    if found is None:
        documents = dict.fromkeys(name for name, _ in _told(reader, context)) if _OF_NONE.search(query.bare) else {}
        return f"{next(iter(documents))} {text}" if len(documents) == 1 else ""
    named = dict.fromkeys(name for name, kind in _told(reader, context) if found["kind"] in (kind, _ANY))
    if len(named) != 1:
        return ""
    return put_instead(query, found, " ".join(named))


def put_instead(query: Query, found: re.Match[str], name: str) -> str:
    """Returns a question with a name in the place of what was found among its plain words (``Query.bare``)."""
    first = len(query.bare[: found.start()].split())
    last = first + len(found.group().split())
    words = [word.typed for word in query.words]
    return " ".join([*words[:first], name, *words[last:]])


def told_document(reader: Reader, context: Context) -> str:
    """Returns the question for the one document that was told of, where the last question was of a document and had no number: "Quyết
    định nào …?"; else "".
    """
    library = reader.base.library
    facts = [library.fact(name) for name in context.facts]
    numbered = _NUMBER.search(context.question)
    if len(facts) != 1 or not isinstance(fact := facts[0], Legal) or numbered:
        return ""
    return f"{fact.kind} {fact.number} là gì"


def _told(reader: Reader, context: Context) -> Iterator[tuple[str, str]]:
    """The documents in the last answer, else in its question: as they are named there, and of what kind each is."""
    library = reader.base.library
    texts = [full(fact) for name in context.facts if (fact := library.fact(name))]
    for said in (texts, [context.question]):
        documents = [
            (text[one.start() : one.end()], one["kind"]) for text in said for one in _DOCUMENT.finditer(plain(text))
        ]
        yield from documents
        if documents:
            return
