"""Models and documents: what has a name or a number."""

import re
from collections.abc import Iterator

from knowledge.facts import Legal, Model
from knowledge.library import Library
from tests.asking.ask import Ask, Groups, bare, by_plan, lowered, named, sentence, where
from tests.noise.letters import plain

_NO_PREFIX = ("tháng/ngày cao điểm", "khẩu hiệu/phẩm chất")
_UNRUN = ("không ghi", "chính quyền công nhận")
_ARTICLE = re.compile(r"^(?:Điều|Phụ lục) [^:]*: ")


def of_models(library: Library) -> Iterator[Ask]:
    """Yields what is asked about each model by its name: which plan has it, who runs it, what it is."""
    rows = library.of(Model)
    for row in rows:
        own = frozenset({row.id})
        name = bare(row.name)
        if plain(name).lower().startswith(plain(row.type)):
            typed = quoted = lowered(name)
        else:
            prefix = "" if row.type in _NO_PREFIX else f"{row.type} "
            typed = f"{prefix}{name}"
            quoted = typed if '"' in name else f'{prefix}"{name}"'
        # A name that is part of another's would not say which of the two is meant; another province's plan answers
        # only when it is asked for.
        shared = any(plain(name).lower() in plain(other.name).lower() for other in rows if other is not row)
        place = where(row, name) if shared or row.source.plan == "haiduong" else ""
        plan = by_plan(row, name) if shared else ""
        must: Groups = ((name,), named(library.plans_of(row)))
        yield Ask("model", row.id, "plan", sentence(f"{quoted}{place} nằm trong kế hoạch nào?"), own, must)
        yield Ask("model", row.id, "what", sentence(f"{plan}{typed}{place} là gì?"), own, ((name,),))
        if row.type != "khẩu hiệu/phẩm chất" and not row.run_by.startswith(_UNRUN):
            body = re.split(r"[;,(]", row.run_by)[0].strip()
            yield Ask("model", row.id, "who", sentence(f"{plan}ai lo {typed}{place}?"), own, ((name,), (body,)))


def of_documents(library: Library) -> Iterator[Ask]:
    """Yields what is asked about each document: by its number, by kind and number, its day, its issuer, its subject."""
    for row in library.of(Legal):
        own = frozenset({row.id})
        number = bare(row.number)
        full = f"{row.kind} {number}"
        subject = _ARTICLE.sub("", bare(row.subject))
        numbered: Groups = ((number,),)
        if "/" in number or "-" in number:
            yield _document(row, "number", f"{number} là văn bản gì?", numbered)
        yield _document(row, "kind and number", f"{full} nói về việc gì?", numbered)
        if found := re.match(r"\d+", number):
            yield _document(row, "short number", f"{row.kind} {found[0]} là văn bản nào?", numbered)
        if row.day:
            day = (f"{row.day.day}/{row.day.month}/{row.day.year}",)
            yield _document(row, "day", f"{full} ban hành ngày nào?", (*numbered, day))
        if row.issuer:
            yield _document(row, "issuer", f"{full} do ai ban hành?", (*numbered, (row.issuer,)))
        # Unfair without a subject of its own: two directives "on the campaign", or one that stands for another.
        if len(subject.split()) > 2 and not any(
            sign in row.subject for sign in ("nghi in nhầm", "không ghi trích yếu")
        ):
            place = where(row, subject)
            yield Ask("document", row.id, "subject", f"{row.kind} nào về {subject}{place}?", own, numbered)


def _document(row: Legal, form: str, text: str, must: Groups) -> Ask:
    return Ask("document", row.id, form, sentence(text), frozenset({row.id}), must)
