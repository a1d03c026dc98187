"""A question to its answer inside the process, beside its peers over the same texts: accuracy and time, one core.

``python -m benchmarks.matching``. Accuracy is on ../shared/questions/dev.jsonl where it is, else on tests/questions;
a peer is right when the text of its best fact holds what the question asks for (it never asks back and never declines).
Every question is timed the first time it is asked; other questions were answered before it, as in a running bot.
Memory and start are those of fresh processes: ``benchmarks.matching start FACTS FOLDER`` builds the base and keeps it,
or opens the kept one, and says how long that took and how much the process grew (/proc/self/statm).
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from rapidfuzz import fuzz, process, utils

from knowledge.answer import Found
from knowledge.base import Base, build, lines
from knowledge.facts import Fact
from knowledge.fold import plain
from knowledge.index import Index
from knowledge.library import Library, open_library
from knowledge.match import answer
from knowledge.query import read
from knowledge.ready import kept, leave_alone
from tests.exam import DEV, Question, judged, read_blocks, read_dev, said

TODAY = date(2024, 5, 2)
MANY = 10_000
QUESTIONS = Path(__file__).parents[1] / "tests" / "questions"


def exam() -> Sequence[Question]:
    """Returns the questions to be asked."""
    if DEV.exists():
        return read_dev()
    return [question for path in sorted(QUESTIONS.glob("blind_*.txt")) for question in read_blocks(path)]


def peers(base: Base) -> dict[str, Callable[[str], Fact | None]]:
    """Returns the peers: what each takes for the best fact of a question."""
    facts = base.library.facts
    texts = [" ".join(lines(fact)) for fact in facts]
    folded = [plain(text) for text in texts]
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(body, tokenize='unicode61')")
    database.executemany("INSERT INTO texts(rowid, body) VALUES (?, ?)", enumerate(folded))
    single = Index([[text.split()] for text in folded], [{} for _ in facts])

    def fuzzy(scorer: Callable[..., float]) -> Callable[[str], Fact | None]:
        def best(question: str) -> Fact | None:
            found = process.extractOne(question, texts, scorer=scorer, processor=utils.default_process)
            return facts[found[2]] if found else None

        return best

    def fts5(question: str) -> Fact | None:
        words = " OR ".join(f'"{word}"' for word in plain(question).split() if word.isalnum())
        if not words:
            return None
        row = database.execute(
            "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT 1", (words,)
        ).fetchone()
        return facts[row[0]] if row else None

    def bm25(question: str) -> Fact | None:
        hits = single.search(read(base, question, TODAY).places, limit=1)
        return facts[hits[0].fact] if hits else None

    return {
        "rapidfuzz WRatio": fuzzy(fuzz.WRatio),
        "rapidfuzz token_set_ratio": fuzzy(fuzz.token_set_ratio),
        "SQLite FTS5 unicode61, folded": fts5,
        "BM25 unigrams and bigrams": bm25,
    }


def scored(
    base: Base, questions: Sequence[Question], peer: Callable[[str], Fact | None]
) -> tuple[int, int, list[float]]:
    """Returns how many a peer has right and wrong, and its times in milliseconds."""
    right = wrong = 0
    times = []
    for question in questions:
        start = perf_counter()
        fact = peer(question.text)
        times.append((perf_counter() - start) * 1000)
        reply = Found(fact.say, fact.sources, (fact.id,)) if fact else Found("", (), ())
        verdict = judged(question, reply, said(base, reply))
        right, wrong = right + (verdict == "right"), wrong + (verdict == "wrong")
    return right, wrong, times


def ours(base: Base, questions: Sequence[Question]) -> tuple[int, int, list[float]]:
    """Returns how many we have right and wrong, and our times in milliseconds."""
    right = wrong = 0
    times = []
    for question in questions:
        start = perf_counter()
        given = answer(base, question.text, TODAY)
        times.append((perf_counter() - start) * 1000)
        verdict = judged(question, given, said(base, given))
        right, wrong = right + (verdict == "right"), wrong + (verdict == "wrong")
    return right, wrong, times


def grown(library: Library, size: int) -> Library:
    """Returns a library of ``size`` facts: its own, and copies that speak of numbered places."""
    facts = list(library.facts)
    while len(facts) < size:
        for fact in library.facts[: size - len(facts)]:
            number = len(facts)
            facts.append(
                replace(
                    fact,
                    id=f"{fact.id}x{number}",
                    say=f"{fact.say} Vùng {number}.",
                    ask=tuple(f"{words} vùng {number}" for words in fact.ask[:1]),
                )
            )
    return Library(library.plans, tuple(facts))


def line(name: str, result: tuple[int, int, list[float]]) -> str:
    """Returns one row of the table."""
    right, wrong, times = result
    times = sorted(times)
    p99 = times[int(len(times) * 0.99)]
    return f"{name:32}{right:6}/{len(times):<6}{wrong:6}{median(times):12.2f}{p99:10.2f}\n"


def warmed(base: Base) -> None:
    """Asks other questions than those that are timed; the collector is set as in a running bot."""
    leave_alone()
    for question in read_blocks(QUESTIONS / "typed_three.txt"):
        answer(base, question.text, TODAY)


def resident() -> float:
    """Returns the memory that this process holds, in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def start(size: int, folder: Path) -> None:
    """Writes how long a start with so many facts took in this process, and how many MiB it grew."""
    before = resident()
    began = perf_counter()
    base = kept(lambda: grown(open_library(), size), f"{size:032}", folder)
    took = perf_counter() - began
    answer(base, "hạn nộp báo cáo 6 tháng", TODAY)
    sys.stdout.write(f"{took:8.2f} s {resident() - before:8.0f} MiB\n")


def starts() -> None:
    """Writes the first start (building, and keeping) and the next one, with the plans' facts and with many."""
    for size in (0, MANY):
        with tempfile.TemporaryDirectory() as folder:
            for what in ("built", "kept"):
                done = subprocess.run(
                    [sys.executable, "-m", "benchmarks.matching", "start", str(size), folder],
                    check=True,
                    capture_output=True,
                    text=True,
                )
                sys.stdout.write(f"start, {size or len(open_library().facts)} facts, {what:8}{done.stdout}")


def main() -> None:
    """Writes the table to standard output."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if sys.argv[1:2] == ["start"]:
        start(int(sys.argv[2]), Path(sys.argv[3]))
        return
    questions = exam()
    library = open_library()
    base = build(library)
    warmed(base)
    sys.stdout.write(f"{'':32}{'right':>9}{'wrong':>10}{'median ms':>12}{'p99 ms':>10}\n")
    sys.stdout.write(line(f"Đồng Đội, {len(library.facts)} facts", ours(base, questions)))
    for name, peer in peers(base).items():
        sys.stdout.write(line(name, scored(base, questions, peer)))
    large = build(grown(library, MANY))
    warmed(large)
    sys.stdout.write(line(f"Đồng Đội, {MANY} facts (time only)", ours(large, questions)))
    starts()


if __name__ == "__main__":
    main()
