"""What a choice under an answer leads to: its facts, its plan, its commune, or the question made whole with it."""

from datetime import date

from knowledge.answer import NONE_OF_THESE, Answer, Found, Nothing
from knowledge.base import Base
from knowledge.facts import Source
from knowledge.made_whole import merged
from knowledge.message.one_question import Answerer
from knowledge.query import read
from knowledge.standing import expired
from knowledge.wording import said


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
        return Answerer(base, today).one(f"Xã {names} phấn đấu đạt chuẩn gì, năm nào?")
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
