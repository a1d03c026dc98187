"""Reports and other dated points of work."""

from collections.abc import Iterator

from knowledge.facts import Milestone, Regime
from knowledge.library import Library
from tests.asking.ask import Ask, Groups, bare, by_plan, figures, sentence, where

_PERIODS = {"6 tháng": "6 tháng", "9 tháng": "9 tháng", "1 năm": "năm", "hằng quý": "quý"}
_UNDATED = (("hằng năm", "hàng năm", "mỗi năm", "cuối năm", "mỗi tháng", "hằng tháng", "quý"),)


def of_regimes(library: Library) -> Iterator[Ask]:
    """Yields what is asked about each report: when, to whom, through whom; always with its plan named."""
    for row in library.of(Regime):
        plan = library.plan(row.source.plan).short
        own = frozenset({row.id})
        who = bare(row.who)
        if row.kind != "báo cáo":
            what = row.what.split(";")[0].removeprefix(f"nội dung {row.kind} ")
            yield Ask("report", row.id, "to", _to(plan, f"{who} {row.kind} {what} với ai?"), own)
            yield Ask("report", row.id, "where", _to(plan, f"muốn {row.kind} {what} thì gửi về đâu?"), own)
            continue
        dated = figures(f"{row.day.day}/{row.day.month}/{row.day.year}") if row.day else ()
        periods = [_PERIODS[period] for period in row.periods if period in _PERIODS]
        for period in periods or [row.what]:
            yield Ask("report", row.id, "when", _to(plan, f"{who} nộp báo cáo {period} khi nào?"), own, dated)
            of_whom = f" của {who}" if who else ""
            yield Ask("report", row.id, "to", _to(plan, f"báo cáo {period}{of_whom} gửi cho ai?"), own, ((row.to,),))
            if row.via:
                via = bare(row.via).split(",")[0]
                asked = f"báo cáo {period}{of_whom} gửi qua ban nào?"
                yield Ask("report", row.id, "via", _to(plan, asked), own, ((via,),), about=row.to)


def _to(plan: str, text: str) -> str:
    return sentence(f"Theo {plan}, {text.strip()}")


def of_milestones(library: Library) -> Iterator[Ask]:
    """Yields what is asked about each dated point of work: when it is."""
    for row in library.of(Milestone):
        what, plan = f"{row.what}{where(row, row.what)}", by_plan(row, row.what)
        texts = {
            "when": f"{plan}{what} vào thời gian nào?",
            "date": f"{plan}mốc {what} là khi nào?",
            "bare": f"{what} khi nào",
        }
        for form, text in texts.items():
            yield Ask("milestone", row.id, form, sentence(text), frozenset({row.id}), _when(row), about=row.what)


def _when(row: Milestone) -> Groups:
    return figures(row.when) or _UNDATED
