"""Scores questions as ../shared/questions/README.md says; ``python -m tests.exam`` prints what ``make eval`` shows."""

import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from knowledge.answer import Answer, Found, Nothing, Smalltalk, Unsure
from knowledge.base import Base, build
from knowledge.fold import same_form
from knowledge.library import open_library
from knowledge.match import answer

DEV = Path(__file__).parents[2] / "shared" / "questions" / "dev.jsonl"
TODAY = date(2024, 5, 2)
_DASHES = re.compile(r"\s*[-–—]\s*")
_QUOTES = re.compile(r"[\"'“”‘’«»]")
_DATE = re.compile(r"\b0(\d)(?=/)|(?<=/)0(\d)(?=/)")


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an exam. ``answerable`` None is small talk."""

    id: str
    text: str
    kind: str
    style: str
    must: tuple[tuple[str, ...], ...]
    must_not: tuple[str, ...]
    answerable: bool | None


@dataclass(frozen=True, slots=True)
class Result:
    """A question with its verdict (right, asked, missed, wrong) and the reply that was judged."""

    question: Question
    verdict: str
    outcome: str
    reply: str


def sit(base: Base, questions: Iterable[Question], today: date = TODAY) -> list[Result]:
    """Returns the results of all questions."""
    return [_result(base, question, today) for question in questions]


def _result(base: Base, question: Question, today: date) -> Result:
    given = answer(base, question.text, today)
    reply = said(base, given)
    return Result(question, judged(question, given, reply), type(given).__name__, reply)


def said(base: Base, given: Answer) -> str:
    """Returns what the scoring sees: text, choices and sources together."""
    options = given.options if isinstance(given, Found | Unsure | Nothing) else ()
    sources = given.sources if isinstance(given, Found | Unsure) else ()
    plans = [f"{base.library.plan(source.plan).name} {source.section}" for source in sources]
    return "\n".join([given.text, *(option.label for option in options), *plans])


def holds(question: Question, reply: str) -> bool:
    """Returns whether a reply has one of each group and nothing forbidden."""
    seen = _same(reply)
    return all(any(_same(one) in seen for one in group) for group in question.must) and not any(
        _same(one) in seen for one in question.must_not
    )


def judged(question: Question, given: Answer, reply: str) -> str:
    """Returns the verdict of one reply."""
    forbidden = any(_same(one) in _same(reply) for one in question.must_not)
    right = holds(question, reply)
    if question.answerable is None:
        return "right" if isinstance(given, Smalltalk) else "wrong"
    if question.answerable is False:
        honest = bool(question.must) and right  # it says itself that the plan does not hold it
        return "wrong" if forbidden or (isinstance(given, Found) and not honest) else "right"
    if isinstance(given, Found):
        return "right" if right else "wrong"
    if isinstance(given, Unsure) and right:
        return "right" if question.kind == "ambiguous" else "asked"
    return "wrong" if forbidden and isinstance(given, Found) else "missed"


def _same(text: str) -> str:
    text = same_form(unicodedata.normalize("NFC", text)).casefold()
    text = _QUOTES.sub("", _DASHES.sub("-", text)).replace(" %", "%")
    text = _DATE.sub(lambda found: found.group(1) or found.group(2), text)
    return " ".join(text.split())


def read_dev(path: Path = DEV) -> list[Question]:
    """Returns the questions of a .jsonl file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Question(
            row["id"],
            row["q"],
            row["kind"],
            row["style"],
            tuple(map(tuple, row["must"])),
            tuple(row["must_not"]),
            row.get("answerable", True),
        )
        for row in rows
    ]


def read_blocks(path: Path) -> list[Question]:
    """Returns the questions of a .txt file: blocks of kind, must, not and phrasings; "! " lines are to be declined, or
    answered with what the "= " line behind one has: that the plan does not hold it.
    """
    questions: list[Question] = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        kind, style, must, must_not, texts = "", "clean", [], [], []
        for line in block.splitlines():
            key, _, value = line.partition(":")
            if line.startswith("#") or not line.strip() or key == "doc":
                continue
            if line.startswith("! "):
                questions.append(
                    Question(f"{path.stem}-{len(questions)}", line[2:].strip(), "refuse", "trap", (), (), False)
                )
            elif line.startswith("= "):
                questions[-1] = replace(questions[-1], must=(tuple(part.strip() for part in line[2:].split("|")),))
            elif key == "kind":
                kind = value.strip()
            elif key == "style":
                style = value.strip()
            elif key == "must":
                must.append(tuple(part.strip() for part in value.split("|") if part.strip()))
            elif key == "not":
                must_not += [part.strip() for part in value.split("|") if part.strip()]
            else:
                texts.append(line.strip())
        for text in texts:
            questions.append(
                Question(
                    f"{path.stem}-{len(questions)}",
                    text,
                    kind,
                    style,
                    tuple(must),
                    tuple(must_not),
                    None if kind == "smalltalk" else True,
                )
            )
    return questions


def table(results: Sequence[Result], by: str) -> str:
    """Returns right/asked/missed/wrong by kind or by style."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for result in results:
        rows[getattr(result.question, by)][result.verdict] += 1
    verdicts = ("right", "asked", "missed", "wrong")
    return "\n".join(
        f"  {name:16}" + "  ".join(f"{verdict} {count[verdict]:3}" for verdict in verdicts)
        for name, count in sorted(rows.items())
    )


def main(paths: Sequence[str]) -> int:
    """Writes the figures of the dev questions, or of the files named, to standard output."""
    files = [Path(path) for path in paths] or [DEV]
    if not files[0].exists():
        sys.stdout.write("No ../shared/questions here: nothing to score.\n")
        return 0
    base = build(open_library())
    for file in files:
        results = sit(base, read_dev(file) if file.suffix == ".jsonl" else read_blocks(file))
        sys.stdout.write(figures(file.name, results) + misses(results, odd_only=file.resolve() == DEV.resolve()) + "\n")
    return 0


def figures(name: str, results: Sequence[Result]) -> str:
    """Returns right/asked/missed/wrong in all, by kind and by style."""
    count = Counter(result.verdict for result in results)
    head = f"{name}: {len(results)} questions, {dict(count)}, right {100 * count['right'] / len(results):.1f} %"
    return "\n".join([head, "by kind", table(results, "kind"), "by style", table(results, "style")])


def misses(results: Sequence[Result], odd_only: bool) -> str:
    """Returns what was not right; of the dev questions only every other one, so that the rest stay a fair measure."""
    return "".join(
        f"\n\n{one.question.id} {one.verdict} ({one.outcome}): {one.question.text}"
        f"\n  must {one.question.must}\n  {one.reply[:600]}"
        for number, one in enumerate(results, start=1)
        if one.verdict != "right" and (number % 2 or not odd_only)
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
