"""The knowledge made ready for questions: the library, the lexicon, the vocabulary, the index. Built once at the start."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.asked import Place
from knowledge.facts import Communes, Content, Criteria, Districts, Duty, Fact, Legal, Milestone, Model, Regime, Target
from knowledge.fold import plain
from knowledge.halved import pairs
from knowledge.index import Index
from knowledge.library import Library
from knowledge.models.description import Described, descriptions
from knowledge.normal import Word, normal
from knowledge.profile import Profile, profiled
from knowledge.speech import Speech, open_speech
from knowledge.stranger_names import StrangerNames, stranger_names
from knowledge.syllables import is_syllable
from knowledge.toponyms.gazetteer import Gazetteer
from knowledge.toponyms.load import open_gazetteer
from knowledge.vocabulary import Vocabulary

# A name counts as one where its words together are this rare: "tổ tự quản", but not "phong trào".
_TELLING = 6.0
_ASKED = (
    *("nam nao", "ngay nao", "thang nao", "khi nao", "luc nao", "xa nao", "huyen nao", "nhung gi", "cho ai", "the nao"),
    *(
        "ngay may",
        "thang may",
        "so may",
        "may xa",
        "bao nhieu",
        "som hon",
        "muon hon",
        "may dieu",
        "noi nhan",
        "dua tren",
        "so tay",
    ),
)
"""What people ask with: a slip in it is seen by the word beside."""

_KEY = 1.5
_SAID = 0.6


@dataclass(frozen=True, eq=False)
class Base:
    """What a question is matched against."""

    library: Library
    speech: Speech
    vocabulary: Vocabulary
    index: Index
    gazetteer: Gazetteer
    names: Mapping[str, Mapping[frozenset[str], Sequence[Model]]]
    """The names of models that tell enough, as sets of words, under each of their rarer words; and whose they are."""

    rarer: Mapping[str, frozenset[str]]
    """The words under which each model's names stand there, by the model's id."""

    profiles: tuple[Profile, ...]
    """What of each fact the checks look at."""

    numbers: Mapping[str, int]
    """The place of each fact in the library, by its id."""

    described: tuple[Described, ...]
    """Every model as a list tells of it."""

    strangers: StrangerNames
    """The bodies that no fact speaks of."""

    def names_said(self, places: Sequence[Place]) -> frozenset[int]:
        """Returns the places in the library of those models all of whose name's words were said."""
        spoken = {term for place in places for term, trust in place.meant if trust >= _SAID}
        return frozenset(
            self.numbers[model.id]
            for word in spoken
            for form, models in self.names.get(word, {}).items()
            if form <= spoken
            for model in models
        )


def build(library: Library) -> Base:
    """Returns the knowledge base of a library."""
    communes = {plain(word) for row in library.of(Communes) for name in row.names for word in name.split()}
    speech = replace(open_speech(), keep=frozenset(name for name in communes if not is_syllable(name)))
    read = [[normal(line, speech) for line in lines(fact)] for fact in library.facts]
    texts = [[[word.fold for word in line] for line in fact] for fact in read]
    plans = [
        [word.fold for word in normal(line, speech)]
        for plan in library.plans
        for line in (plan.title, plan.summary, *plan.aliases)
    ]
    phrases = [phrase for forms in speech.notions.values() for phrase, _ in forms if len(phrase) > 1]
    phrases += [tuple(phrase.split()) for phrase in _ASKED]
    marked = frozenset(word.typed for fact in read for line in fact for word in line if word.marked)
    vocabulary = Vocabulary([*(line for fact in texts for line in fact), *plans], phrases, marked)
    speech = replace(
        speech, pairs=pairs(" ".join(word.typed for word in line) for fact in read for line in fact), readings={}
    )
    index = Index(texts, [_forms(fact) for fact in read])
    names = _names(library, speech, index)
    profiles = tuple(
        profiled(library, fact, [" ".join(line) for line in text])
        for fact, text in zip(library.facts, texts, strict=True)
    )
    told = " | ".join(text for profile in profiles for text in (profile.own, profile.say))
    return Base(
        library,
        speech,
        vocabulary,
        index,
        open_gazetteer(library),
        names,
        _rarer(names),
        profiles,
        {fact.id: number for number, fact in enumerate(library.facts)},
        descriptions(library, speech),
        stranger_names(told),
    )


def _names(library: Library, speech: Speech, index: Index) -> Mapping[str, Mapping[frozenset[str], Sequence[Model]]]:
    found: dict[str, dict[frozenset[str], list[Model]]] = defaultdict(dict)
    for model in library.of(Model):
        for name in (model.name, *model.aliases):
            form = frozenset(word.fold for word in normal(name, speech))
            if len(form) > 1 and sum(map(index.idf, form)) > _TELLING:
                for word in form:
                    if index.idf(word) > _KEY:
                        found[word].setdefault(form, []).append(model)
    return dict(found)


def _rarer(names: Mapping[str, Mapping[frozenset[str], Sequence[Model]]]) -> Mapping[str, frozenset[str]]:
    words: dict[str, set[str]] = defaultdict(set)
    for word, forms in names.items():
        for model in itertools.chain.from_iterable(forms.values()):
            words[model.id].add(word)
    return {name: frozenset(own) for name, own in words.items()}


def _forms(fact: Sequence[Sequence[Word]]) -> dict[str, frozenset[str]]:
    """The marks with which each word of a fact stands in it."""
    forms: dict[str, set[str]] = defaultdict(set)
    for line in fact:
        for word in line:
            forms[word.fold].add(word.typed)
    return {fold: frozenset(typed) for fold, typed in forms.items()}


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
            yield f"danh sách xã {fact.state} {fact.standard} {fact.year}"
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
