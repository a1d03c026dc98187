"""The knowledge made ready for questions: the library, the lexicon, the vocabulary, the index. Built once at the start."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.facts import Communes, Content, Criteria, Districts, Duty, Fact, Legal, Milestone, Model, Regime, Target
from knowledge.fold import plain
from knowledge.gazetteer import Gazetteer, open_gazetteer
from knowledge.index import Index
from knowledge.library import Library
from knowledge.normal import normal
from knowledge.speech import Speech, open_speech
from knowledge.vocabulary import Vocabulary


@dataclass(frozen=True)
class Base:
    """What a question is matched against."""

    library: Library
    speech: Speech
    vocabulary: Vocabulary
    index: Index
    gazetteer: Gazetteer
    plain: tuple[str, ...]
    """What each fact says, in plain letters."""


def build(library: Library) -> Base:
    """Returns the knowledge base of a library."""
    speech = open_speech()
    texts = [[[word.fold for word in normal(line, speech)] for line in lines(fact)] for fact in library.facts]
    plans = [[word.fold for word in normal(line, speech)] for plan in library.plans for line in (plan.title, plan.summary, *plan.aliases)]
    vocabulary = Vocabulary([*(line for fact in texts for line in fact), *plans])
    return Base(library, speech, vocabulary, Index(texts), open_gazetteer(library), tuple(plain(fact.say) for fact in library.facts))


def lines(fact: Fact) -> Iterable[str]:
    """Returns the texts by which a fact is found: its answer, the ways of asking for it, its names."""
    yield fact.say
    yield from fact.ask
    match fact:
        case Model():
            yield f"{fact.type} {fact.name}"
            yield from fact.aliases
            yield f"{fact.run_by} {fact.type} {fact.topic}"
        case Regime():
            yield f"{fact.who} {fact.kind} {' '.join(fact.periods)} {fact.what} {fact.to} {fact.via}"
        case Milestone():
            yield f"{fact.what} {fact.when}"
        case Target():
            yield f"{fact.what} {fact.unit} {fact.scope} {fact.year} {fact.owner}"
        case Communes():
            yield " ".join(fact.names)
        case Districts():
            yield f"{fact.what} {' '.join(fact.members)} {fact.due}"
        case Legal():
            yield f"{fact.kind} {fact.number} {fact.issuer} {fact.subject}"
        case Duty():
            yield f"{fact.body} {fact.role} {fact.what}"
        case Criteria():
            yield f"tiêu chí {fact.group} {' '.join(fact.topics)}"
        case Content():
            yield f"{fact.who} {' '.join(fact.topics)}"
        case _:
            pass
