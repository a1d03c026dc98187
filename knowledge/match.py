"""A question to its answer (DESIGN 7): the finders in their order, the first one that is sure."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from datetime import date
from functools import cache

from bot.reading.remark import Remark, remark
from knowledge.aims import Aim
from knowledge.answer import NONE_OF_THESE, Answer, Context, Found, Nothing, Smalltalk, Unsure
from knowledge.base import Base
from knowledge.clauses import clauses, joined_questions, numbered, sentences, strung
from knowledge.compared import may_compare, sides
from knowledge.facts import Regime, Source
from knowledge.finders import (
    beyond,
    calendar,
    contents,
    criteria,
    documents,
    duties,
    figures,
    followup,
    models,
    places,
    plans,
    reports,
    search,
    shortforms,
    smalltalk,
    telling,
)
from knowledge.fold import plain
from knowledge.gate import kept
from knowledge.joined import headed, parallel, refers_back, wholes
from knowledge.letters import question_of, without_thanks
from knowledge.nearby import with_nearest
from knowledge.normal import words
from knowledge.ongoing import (
    asks_of_plan,
    brings_matter,
    changes,
    framed,
    goes_on,
    may_go_on,
    merged,
    names_topic,
    of_plan,
    speaks_of_self,
)
from knowledge.pattern import Pattern
from knowledge.query import Query, read, spelled
from knowledge.standing import expired
from knowledge.wording import said

FINDERS: Sequence[Callable[[Query], Answer | None]] = (
    shortforms.find,
    beyond.find,
    documents.find,
    duties.find,
    criteria.find,
    figures.find,
    calendar.find,
    reports.find,
    places.find,
    plans.find,
    contents.find,
    models.find,
)
"""What knows its kind of question by its words, in this order; the search is asked when none of them does."""

_LONG = 30
_ASKING = Pattern(r"\b(?:(?<!chang )(?<!khong )bao nhieu|bao gio|bao lau|may|nao|gi|ai|dau|sao)\b")
_ASKS_OR_NAMES = Pattern(rf"{_ASKING.pattern}|\bhanchot\b|\bemail\b|\bngay nop\b")
_DOCUMENT = Pattern(r"\b(?:quyet dinh|nghi quyet|chi thi|huong dan|thong tri|thong tu|nghi dinh|cong van)\b")
_PERCENT = Pattern(r"%|\bphan tram\b|\bt[iy] le\b")
_TIMES = frozenset({"khi", "nam", "ngay", "thang"})
_MOST_PARTS = 4
_TWO = 2
_SURE = 0.8
_MOST_CLAUSES = 2
_FEW = 4
_SOME = 5
_TELL_ME = Pattern(
    r"\b(?:(?:xin|cho|muon|duoc|toi|tui|bac|chau|em|phep|chu|dinh) hoi|cho biet|noi giup|chi giup|chi gium|ke giup|ke gium|tra giup|tra gium|coi giup|coi gium|xem giup|muon biet|doc giup|nhac giup|tra loi giup)\b"
)
_GOING_ON = re.compile(r"(?:nay|ma|nham|gom) ")
"""How a clause begins that belongs to the question before it."""

_UNKNOWN = Nothing("Các kế hoạch tôi có không nói điều này.", why="nothing near")
_WEAK = frozenset({Aim.WHAT, Aim.YESNO})


def answer(base: Base, text: str, today: date, context: Context | None = None) -> Answer:
    """Returns the answer to what a person wrote. ``context`` is the chat's last topic, for questions that go on from it."""
    reader = _Reader(base, today)
    text = spelled(reader.query(text))
    if not plans.names_signer(reader.query(text)) and (friendly := smalltalk.find(reader.query(text))):
        return friendly
    if refused := beyond.instructed(reader.query(text)):
        return refused
    if context and remark(text) is Remark.SHORTER and (short := followup.shorter(reader.query(text), context)):
        return short
    if heard := telling.find(reader.query(text)):
        return heard
    text, _ = _asked(reader, text)
    for compared, apart in _perhaps_compared(reader, text):
        if both := _both_sides(reader, compared, apart):
            return both
    for parts, surely in _parts(reader, text):
        answers = _each(reader, parts, context) if surely else _each_of_sentence(reader, text, parts, context)
        if surely or (len(answers) == len(parts) and all(isinstance(one, Found) for one in answers)):
            return _together(answers)
    return _in_context(reader, text, context)


def _perhaps_compared(reader: "_Reader", text: str) -> Sequence[tuple[str, bool]]:
    """The texts in which a comparison may stand, and whether its sides may share no fact: as typed, with slips mended.

    What compares nothing by its words, and has no slips, need not be read again for that.
    """
    mended, query = reader.mended(text), reader.query(text)
    slipped = mended != " ".join([word.typed for word in query.words])
    if not may_compare(query.words) and not (slipped and may_compare(words(mended, query.base.speech))):
        return ()
    return (text, True), (mended, True), (text, False)


def _both_sides(reader: "_Reader", text: str, apart: bool) -> Answer | None:
    """The answers to the two sides of a comparison; None when nothing is compared or one side is not known.

    ``apart``: the sides may share no fact.
    """
    compared = reader.sides(text)
    if compared is None or not isinstance(first := reader.one(compared[0]), Found):
        return None
    query = reader.query(compared[1])
    second = reader.one(compared[1])
    if not (isinstance(second, Found) and followup.has_own_topic(query)):
        whole = reader.one(merged(reader.query(compared[0]), query))  # it leaves out what the first side says
        matter = [place for place in query.telling if place.word.fold.isalpha() and place.word.fold not in _TIMES]
        alone = [second] if len(matter) >= _TWO else []
        second = next((one for one in (whole, *alone) if _is_another(first, one)), whole)
    if not isinstance(second, Found) or first.facts == second.facts or (apart and not _is_another(first, second)):
        return None
    return _together([first, second])


def _is_another(first: Found, second: Answer) -> bool:
    return isinstance(second, Found) and set(first.facts).isdisjoint(second.facts)


def _asked(reader: "_Reader", text: str) -> tuple[str, bool]:
    """The question of a letter that says where it asks, or the text itself; and which of the two."""
    before, asked = question_of(text)
    if not asked or reader.names(before):
        return text, False
    # "số điện thoại của ban ấy là số nào?" names nothing that the plans have, and is a whole question none the less
    return (asked, True) if reader.is_whole(asked) or reader.asks_alone(before, asked) else (text, False)


class _Reader:
    """Reads texts for one message, each once."""

    def __init__(self, base: Base, today: date) -> None:
        self._read = reading = cache(lambda text: read(base, text, today))
        self.sides = cache(lambda text: sides(reading(text)))
        """The two sides of a comparison; None when nothing is compared."""

        self.one = cache(lambda text: _answered(self, text))
        """The answer to one question."""

        self.searched = cache(lambda text: search.find(reading(text)))
        """What the search finds, and how sure it is."""

    def query(self, text: str) -> Query:
        return self._read(text)

    def asks(self, text: str) -> bool:
        return bool(self._read(text).aims - _WEAK)

    def names(self, text: str) -> bool:
        """Returns whether a part names a place, a plan, a year or a heading."""
        query = self._read(text)
        return bool(query.communes or query.districts or query.plans or query.years or query.section)

    def communes(self, text: str) -> frozenset[str]:
        """Returns the names of the communes that a part names."""
        return frozenset(name for mention in self._read(text).communes for name in mention.names)

    def is_whole(self, text: str) -> bool:
        """Returns whether a part names something to talk about, and is no mere end of another question."""
        return self.names(text) or followup.has_own_topic(self._read(text))

    def asks_alone(self, before: str, asked: str) -> bool:
        """Returns whether a question of some length asks outright, and nothing before it gives it a topic."""
        query = self._read(asked)
        if len(query.words) <= _SOME or _ASKING.search(query.line) is None:
            return False
        return not followup.has_own_topic(self._read(before))

    def stands_alone(self, text: str) -> bool:
        """Returns whether a question of some length asks outright and does not say that it goes on from another one."""
        query = self._read(text)
        whole = len(query.words) > _SOME and _ASKING.search(query.line) is not None
        return whole and not goes_on(query) and not asks_of_plan(query)

    def asks_outright(self, text: str) -> bool:
        query = self._read(text)
        if query.wants(Aim.WHEN, Aim.EMAIL, Aim.LEFT) and self.is_whole(text):
            return True
        return self.asks(text) and _ASKING.search(self._read(text).line) is not None

    def mended(self, text: str) -> str:
        """Returns a text with those slips mended that leave no doubt."""
        return " ".join(place.word.typed for place in self._read(text).places)

    def is_told(self, query: Query, found: Found) -> bool:
        """Returns whether a mere further "quyết định nào?" or "mấy phần trăm?" is answered by what was found: that has one."""
        if len(query.words) > _FEW:
            return False
        if _PERCENT.search(query.line) and not self.is_whole(query.text):
            return "%" in found.text
        kind = _DOCUMENT.search(query.line)
        return kind is not None and re.search(rf"\b{kind.group()} (?:so )?\d", plain(found.text)) is not None

    def asks_of_matter(self, text: str) -> bool:
        """Returns whether a part asks, and names a matter of its own to ask of, be it one that many facts speak of."""
        query = self._read(text)
        return _ASKING.search(query.line) is not None and (brings_matter(query) or names_topic(query))


def _parts(reader: _Reader, text: str) -> Iterator[tuple[list[str], bool]]:
    """Yields the questions of a message that holds several, and whether they surely are: its sentences, or its asking clauses."""
    told_off = [without_thanks(part) for part in numbered(text)]
    if 1 < len(told_off) <= _MOST_PARTS and all(_ASKING.search(reader.query(part).line) for part in told_off):
        yield told_off, True
    if "?" in text:
        asking = [
            part for part in sentences(text) if reader.asks(part) or (part.endswith("?") and len(part.split()) > 1)
        ]
        if 1 < len(asking) <= _MOST_PARTS:
            yield asking, True
    if len(_ASKS_OR_NAMES.findall(reader.query(text).line)) < _TWO:
        return
    tried: list[str] = []
    for parts in (sentences(text), strung(text)):
        asking = [part for part in parts if reader.asks_outright(part)] if len(parts) > 1 else []
        if 1 < len(asking) <= _MOST_PARTS and asking != tried and all(map(reader.is_whole, asking)):
            tried = asking
            yield asking, False
    head, asked = headed(text)
    parts = [f"{head} {part}" if head else part for part in joined_questions(asked)]
    asking = [part for part in parts if reader.asks_outright(part)]
    if 1 < len(asking) <= _MOST_PARTS and reader.is_whole(asking[0]):
        yield asking, False
    asking = [part for part in parts if reader.asks_of_matter(part)]
    if 1 < len(asking) <= _MOST_PARTS and all(
        head or reader.is_whole(part) or parallel(reader.query(asking[0]), reader.query(part)) for part in asking[1:]
    ):
        yield asking, False


def _each(reader: _Reader, parts: Sequence[str], context: Context | None) -> list[Answer]:
    """Each question in turn; a later one may go on from the one before."""
    answers = []
    for part in parts:
        alone = reader.one(part) if reader.stands_alone(part) else None
        found = alone if isinstance(alone, Found) else _in_context(reader, part, context)
        answers.append(found)
        if isinstance(found, Found):
            context = Context(found.question or part, found.facts)
    return answers


def _leaves(whole: Query, found: Found) -> bool:
    """Whether reports are told of another plan than the sentence names: "Tam Kỳ báo cáo 6 tháng và báo cáo năm ngày nào?"."""
    library = whole.base.library
    facts = [fact for name in found.facts if isinstance(fact := library.fact(name), Regime)]
    return bool(whole.plans) and any(fact.source.plan not in whole.plans for fact in facts)


def _tells_more(whole: Answer, told: Set[frozenset[str]]) -> bool:
    """Returns whether a sentence as a whole is answered with all that was told, and more."""
    return isinstance(whole, Found) and frozenset(whole.facts) > frozenset().union(*told)


def _each_of_sentence(reader: _Reader, text: str, parts: Sequence[str], context: Context | None) -> list[Answer]:
    """Each question of one sentence in turn: a later one with what it shares with the first, else as it goes on from it.

    Fewer answers than questions where a later one has none of its own.
    """
    found = _in_context(reader, parts[0], context)
    answers = [found]
    if not isinstance(found, Found):
        return answers
    told = {frozenset(found.facts)}
    for before, part in itertools.pairwise(parts):
        context = Context(found.question or before, found.facts)
        query = reader.query(part)
        if reader.is_told(query, found):
            answers.append(found)
            continue
        shared = (reader.one(whole) for whole in wholes(reader.query(parts[0]), query))
        new = (one for one in shared if isinstance(one, Found) and frozenset(one.facts) not in told)
        found = next(new, None) or _in_context(reader, part, context)
        if not isinstance(found, Found) or _leaves(reader.query(text), found):
            break
        if frozenset(found.facts) in told and _tells_more(reader.one(text), told):
            break  # "mấy tổ hội và mấy chi hội?" is understood as a whole, and not by its parts
        answers.append(found)
        told.add(frozenset(found.facts))
    return answers


def _in_context(reader: _Reader, text: str, context: Context | None) -> Answer:
    """One question, made whole from the last one where it goes on from it."""
    query = reader.query(text)
    if context is None and (remark := followup.without_topic(query)):
        return remark
    if context is None or not (goes_on(query) or may_go_on(query)) or plain(text) == plain(context.question):
        return reader.one(text)  # who asks the same again goes on from nothing
    if further := followup.find(query, context):
        return further
    alone = None if goes_on(query) else reader.one(text)
    if isinstance(alone, Found | Unsure) and _is_complete(query, alone):
        return alone
    going_on = [(whole, reader.one(whole)) for whole in _wholes(reader, text, context)]
    alone = alone or reader.one(text)
    for whole, found in going_on:
        if isinstance(found, Found) and isinstance(alone, Found) and found.facts == alone.facts:
            return alone  # it needs nothing of the last question
        if isinstance(found, Found) and found.facts == context.facts and _says_other(query, found):
            return alone  # "sổ đỏ nhà tôi ghi nhầm" goes on from nothing
        if speaks_of_self(reader.query(context.question), query):
            return alone  # "tui muốn vô hội thì làm răng" after a question about communes
        told_before = isinstance(found, Found) and found.facts == context.facts and followup.has_own_topic(query)
        if isinstance(found, Found) and not (told_before and not isinstance(alone, Nothing)):
            return replace(found, question=whole)
    whole, found = going_on[-1]
    if isinstance(found, Nothing) and goes_on(query) and not followup.has_own_topic(query):
        return found  # "năm 2026 thì sao?" asks the last question of another year, and nothing else
    if isinstance(alone, Found):
        return alone
    if isinstance(found, Unsure) and not (_brings_nothing(query) and len(query.words) > _TWO):
        return replace(found, question=whole)
    return found if goes_on(query) else alone


def _brings_nothing(query: Query) -> bool:
    """Whether a message neither asks, nor goes on, nor changes anything of the last question: "tui già rồi"."""
    return not (query.aims or goes_on(query) or changes(query) or followup.has_own_topic(query))


def _says_other(query: Query, found: Found) -> bool:
    """Whether a message asks nothing, changes nothing of the last question, and speaks of nothing in its answer."""
    if query.aims or goes_on(query) or changes(query):
        return False
    said = frozenset(plain(found.text).split())
    telling = [place.word.fold for place in query.telling if place.word.fold.isalpha()]
    return said.isdisjoint(telling)


def _is_complete(query: Query, alone: Answer) -> bool:
    """Whether a short question stands by itself: it asks, and names what it asks about."""
    if query.aims and (query.plans or query.communes or query.districts or query.section):
        return True
    return isinstance(alone, Found) and followup.has_own_topic(query)


def _wholes(reader: _Reader, text: str, context: Context) -> list[str]:
    """The last question as a message may change it, the likeliest first."""
    query, previous = reader.query(text), reader.query(context.question)
    wholes = [merged(previous, query)]
    if asks_of_plan(query) and not query.plans and (of_the_plan := of_plan(previous, query)):
        wholes.insert(0, of_the_plan)
    if goes_on(query) and brings_matter(query):
        wholes.insert(0, framed(previous, query))
    return wholes


def _answered(reader: _Reader, text: str) -> Answer:
    """One question, perhaps inside a long letter: its clauses are read too, and what is trusted most is said."""
    best: Answer = _UNKNOWN
    most = -1.0
    asked_back: Unsure | None = None
    core, whole = "", reader.query(text)
    for variant in _variants(reader, text):
        core = core or variant
        query = reader.query(variant)
        found = next((found for find in FINDERS if (found := find(query)) is not None), None)
        if found is None:
            sure, found = reader.searched(variant)
            found = kept(query, found, whole)
            if sure > most:
                best, most = found, sure
            if sure > _SURE and isinstance(found, Found):
                break
        elif isinstance(found, Unsure) and variant != text:
            asked_back = asked_back or found
        elif isinstance(found := kept(query, found, whole), Found) or variant == core:
            return _said_nearest(query, found)
        elif not isinstance(best, Found) or most < _SURE:
            best = found  # with its neighbours or in the whole letter the clause asks for what the plans do not have
    if asked_back and not (isinstance(best, Found) and most >= _SURE):
        return asked_back
    return smalltalk.chat(reader.query(text), most) or _said_nearest(reader.query(core), best)


def _said_nearest(query: Query, found: Answer) -> Answer:
    return with_nearest(query, found) if isinstance(found, Nothing) else found


def readings(base: Base, text: str, today: date, context: Context | None = None) -> Iterator[tuple[str, str]]:
    """Yields why and what texts may be tried for a message: its letter's question, its sides and parts,
    what it goes on from, its clauses.
    """
    reader = _Reader(base, today)
    text, written = _asked(reader, spelled(reader.query(text)))
    yield "letter's question" if written else "as typed", text
    yield from (("side of a comparison", side) for side in reader.sides(text) or ())
    for parts, surely in _parts(reader, text):
        yield from (("one of several questions" if surely else "perhaps one of several", part) for part in parts)
    query = reader.query(text)
    if context and (goes_on(query) or may_go_on(query)):
        yield from (("goes on from the last question", whole) for whole in _wholes(reader, text, context))
    yield from (("clause", variant) for variant in _variants(reader, text) if variant != text)


def _variants(reader: _Reader, text: str) -> list[str]:
    if len(text.split()) <= _LONG:
        return [text]
    parts = clauses(text)
    while len(parts) > 1 and without_thanks(f"- {parts[-1]}") == "-":
        parts.pop()  # thanks ask nothing
    asking = [place for place, part in enumerate(parts) if reader.asks_outright(part)]
    asking.sort(key=lambda place: -_askness(parts[place], place / len(parts)))
    found: list[str] = []
    for place in asking[:_MOST_CLAUSES]:
        stop = _end_of_question(parts, place)
        core = ", ".join(parts[place : stop + 1])  # "xã nào đã đạt từ trước, nay chỉ phải rà soát?"
        alone = len(core.split()) > _FEW and not refers_back(reader.query(core))
        found += [core] if alone else []
        found += [
            ", ".join(parts[max(0, place - before) : stop + 1 + after]) for before, after in ((1, 0), (0, 1), (2, 0))
        ]
    if named := reader.communes(text):  # a clause without a commune that the letter names is not all of it
        found = [variant for variant in found if reader.communes(variant) >= named]
    return list(dict.fromkeys([*found, text]))


def _end_of_question(parts: Sequence[str], place: int) -> int:
    """Where the question that a clause begins ends: with its mark, or as far as it visibly goes on; the clause itself when it does not."""
    stop = place
    for later in range(place, min(place + _TWO, len(parts) - 1) + 1):
        if parts[later].endswith("?"):
            return later
        if parts[later].endswith((".", "!", ";")):
            break
        if later > place and stop == later - 1 and _GOING_ON.match(plain(parts[later])):
            stop = later
    return stop


def _askness(part: str, where: float) -> float:
    """How likely a clause of a letter is its question: what asks to be told, rather late than early."""
    return 2 * ("?" in part) + (_TELL_ME.search(plain(part)) is not None) + where


def _together(answers: Sequence[Answer]) -> Answer:
    """Several questions in one message: each answered; a question back if a part asks back (DESIGN 9)."""
    said = [one for one in answers if not isinstance(one, Smalltalk)] or answers[:1]
    told = [one for one in said if isinstance(one, Found | Unsure)]
    if len(said) == 1 or not told:
        return said[0]
    text = "\n".join(dict.fromkeys(one.text for one in said))
    sources = tuple(dict.fromkeys(source for one in told for source in one.sources))
    facts = tuple(dict.fromkeys(fact for one in told for fact in one.facts))
    options = tuple(option for one in told if isinstance(one, Unsure) for option in one.options)
    return Unsure(text, options, sources, facts) if options else Found(text, sources, facts)


def question_with(base: Base, question: str, key: str, today: date) -> str:
    """Returns a question as it is understood after a choice: with the plan or the commune that was chosen."""
    kind, _, names = key.partition(":")
    library = base.library
    if kind == "commune":
        chosen = f"xã {names}"
    elif kind == "plan":
        chosen = next((plan.short for plan in library.plans if plan.key == names), "")
    else:
        facts = [fact for name in names.split(",") if (fact := library.fact(name))] if kind == "facts" else []
        chosen = next((library.plan(fact.source.plan).short for fact in facts), "")
    return merged(read(base, question, today), read(base, chosen, today)) if chosen else question


def told(base: Base, key: str, today: date) -> Answer:
    """Returns the answer behind a choice's key: "fact:R01", "facts:R09,R10", "plan:kh121", "commune:Tam Thanh", "none:"."""
    kind, _, names = key.partition(":")
    if key == NONE_OF_THESE.key:
        return Nothing(
            "Vậy tôi chưa hiểu đúng câu hỏi. Đồng chí hỏi lại giúp tôi một câu ngắn, nói rõ việc gì, ở đâu, năm nào.",
            why="none of these",
        )
    if kind == "commune":
        return _Reader(base, today).one(f"Xã {names} phấn đấu đạt chuẩn gì, năm nào?")
    if kind == "plan" and (plan := next((plan for plan in base.library.plans if plan.key == names), None)):
        return Found(
            f"{plan.summary}\nTheo {plan.short}. {expired(plan, today)}".strip(),
            (Source(plan.key, ""),),
            (f"plan:{plan.key}",),
        )
    facts = [fact for name in names.split(",") if (fact := base.library.fact(name))]
    if not facts:
        return Nothing("Lựa chọn này đã cũ. Đồng chí hỏi lại giúp tôi.", why="old choice")
    return said(base.library, facts, today)
