"""What the texts of one message say, each read once: whether one asks, names something, stands by itself."""

import re
from datetime import date

from knowledge.aims import Aim
from knowledge.answer import Answer, Found
from knowledge.base import Base
from knowledge.compared import sides
from knowledge.finders import followup, search
from knowledge.fold import plain
from knowledge.joined import begins_alike
from knowledge.ongoing import asks_of_plan, brings_matter, goes_on, names_topic
from knowledge.pattern import Pattern
from knowledge.query import Query, read

ASKING = Pattern(r"\b(?:(?<!chang )(?<!khong )bao nhieu|bao gio|bao lau|may|nao|gi|ai|dau|sao)\b")
"""The words that ask."""

_DOCUMENT = Pattern(r"\b(?:quyet dinh|nghi quyet|chi thi|huong dan|thong tri|thong tu|nghi dinh|cong van)\b")
_PERCENT = Pattern(r"%|\bphan tram\b|\bt[iy] le\b")
_FEW = 4
_SURE = 0.85
_SOME = 5
_WEAK = frozenset({Aim.WHAT, Aim.YESNO})


class Reader:
    """Reads texts for one message, each once."""

    def __init__(self, base: Base, today: date) -> None:
        self.base, self.today = base, today
        self._read: dict[str, Query] = {}
        self._sides: dict[str, tuple[str, str] | None] = {}
        self._searched: dict[str, tuple[float, Answer]] = {}

    def query(self, text: str) -> Query:
        """Returns a text as the plans read it."""
        if text not in self._read:
            self._read[text] = read(self.base, text, self.today)
        return self._read[text]

    def sides(self, text: str) -> tuple[str, str] | None:
        """Returns the two sides of a comparison; None when nothing is compared."""
        if text not in self._sides:
            self._sides[text] = sides(self.query(text))
        return self._sides[text]

    def searched(self, text: str) -> tuple[float, Answer]:
        """Returns how sure the search is, and what it finds."""
        if text not in self._searched:
            self._searched[text] = search.find(self.query(text))
        return self._searched[text]

    def is_surely_told(self, text: str) -> bool:
        """Returns whether the search is so sure of what a message asks that it is no mere friendly word or remark: "hãy làm sạch biển là gì"."""
        sure, found = self.searched(text)
        return sure > _SURE and isinstance(found, Found)

    def asks(self, text: str) -> bool:
        """Returns whether a part asks for more than what something is, or yes or no."""
        return bool(self.query(text).aims - _WEAK)

    def names(self, text: str) -> bool:
        """Returns whether a part names a place, a plan, a year or a heading."""
        query = self.query(text)
        return bool(query.communes or query.districts or query.plans or query.years or query.section)

    def communes(self, text: str) -> frozenset[str]:
        """Returns the names of the communes that a part names."""
        return frozenset(name for mention in self.query(text).communes for name in mention.names)

    def is_whole(self, text: str) -> bool:
        """Returns whether a part names something to talk about, and is no mere end of another question."""
        return self.names(text) or followup.has_own_topic(self.query(text))

    def asks_alone(self, before: str, asked: str) -> bool:
        """Returns whether a question of some length asks outright, and nothing before it gives it a topic."""
        query = self.query(asked)
        if len(query.words) <= _SOME or ASKING.search(query.line) is None:
            return False
        return not followup.has_own_topic(self.query(before))

    def stands_alone(self, text: str) -> bool:
        """Returns whether a question of some length asks outright and does not say that it goes on from another one."""
        query = self.query(text)
        whole = len(query.words) > _SOME and ASKING.search(query.line) is not None
        return whole and not goes_on(query) and not asks_of_plan(query)

    def asks_outright(self, text: str) -> bool:
        """Returns whether a part asks by its words, or names something and asks for its day or its address."""
        query = self.query(text)
        if query.wants(Aim.WHEN, Aim.EMAIL, Aim.LEFT) and self.is_whole(text):
            return True
        return self.asks(text) and ASKING.search(self.query(text).line) is not None

    def mended(self, text: str) -> str:
        """Returns a text with those slips mended that leave no doubt."""
        return " ".join(place.word.typed for place in self.query(text).places)

    def is_told(self, query: Query, found: Found) -> bool:
        """Returns whether a mere further "quyết định nào?" or "mấy phần trăm?" is answered by what was found: that has one."""
        if len(query.words) > _FEW:
            return False
        if _PERCENT.search(query.line) and not self.is_whole(query.text):
            return "%" in found.text
        kind = _DOCUMENT.search(query.line)
        return kind is not None and re.search(rf"\b{kind.group()} (?:so )?\d", plain(found.text)) is not None

    def asks_alike(self, before: str, part: str) -> bool:
        """Returns whether a part asks and begins with words of the one before: "… không được lấn chiếm gì, không được bán gì"."""
        return ASKING.search(self.query(part).line) is not None and begins_alike(self.query(before), self.query(part))

    def asks_of_matter(self, text: str) -> bool:
        """Returns whether a part asks, and names a matter of its own to ask of, be it one that many facts speak of."""
        query = self.query(text)
        return ASKING.search(query.line) is not None and (brings_matter(query) or names_topic(query))
