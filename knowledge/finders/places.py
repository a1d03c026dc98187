"""Communes and districts: what one aims at, who is on a list, how many, yes or no."""

from knowledge.aims import Aim
from knowledge.answer import Answer
from knowledge.facts import Target
from knowledge.pattern import Pattern
from knowledge.places.communes import told_of_communes
from knowledge.places.districts import districts_listed, told_of_districts
from knowledge.places.excerpts import beginning_asked, communes_beginning, communes_beside, lists_beside_district
from knowledge.places.in_both import in_both
from knowledge.places.lists import list_asked
from knowledge.places.standards import MODEL
from knowledge.places.words import OTHER_MATTER, OUTSIDE_LISTS, STATUS
from knowledge.query import Query
from knowledge.wording import said

_OTHERS = Pattern(r"\bngoai\b.{0,40}\bxa nao\b|\b(?:va|voi|cung) (?:nhung |cac )?xa nao\b|\bxa nao nua\b")
"""What asks for the communes beside the one that is named."""


def find(query: Query) -> Answer | None:
    """Returns what the lists of communes say of the places named, or the list that is asked for."""
    if query.communes:
        return (communes_beside(query) if query.finds(_OTHERS) else None) or told_of_communes(query)
    if query.has(OUTSIDE_LISTS):
        return _outside_lists(query) if query.finds(STATUS) or query.finds(MODEL) else None
    if beginning := beginning_asked(query):
        return communes_beginning(query, beginning)
    if both := in_both(query):
        return both
    if query.has("xa") and not query.districts and not OTHER_MATTER.search(query.line):
        return list_asked(query)
    if query.districts:
        return lists_beside_district(query) or told_of_districts(query)
    if query.has("huyen|thanh pho") and (
        query.wants(Aim.LIST)
        or query.has("(?:cac|nhung) huyen|huyen (?:minh|toi|ta|nha|tui)|huyen (?:(?:va|hay|hoac) )?thanh pho nao")
    ):
        return districts_listed(query)
    return None


def _outside_lists(query: Query) -> Answer | None:
    """What is said of the one commune that keeps its standard and stands on no list."""
    rows = [fact for fact in query.base.library.of(Target) if "Đại Hiệp" in fact.say]
    other = query.wants(Aim.COUNT, Aim.WHO, Aim.NUMBER) or query.has("quyet dinh")
    return said(query.base.library, rows[:1], query.today) if rows and not other else None
