"""Communes, their lists, and districts."""

from collections.abc import Iterator

from knowledge.facts import Communes, Districts
from knowledge.library import Library
from tests.asking.ask import Ask, figures, lowered, sentence

STANDARDS = {"NTM": "nông thôn mới", "NTM nâng cao": "nông thôn mới nâng cao", "NTM kiểu mẫu": "nông thôn mới kiểu mẫu"}
_SIGNS = {
    "NTM": ("nông thôn mới", "NTM"),
    "NTM nâng cao": ("nâng cao",),
    "NTM kiểu mẫu": ("kiểu mẫu",),
}


def of_communes(library: Library) -> Iterator[Ask]:
    """Yields what is asked about each commune: what and when, the list, yes and no."""
    rows = library.of(Communes)
    for name in dict.fromkeys(name for row in rows for name in row.names):
        own = [row for row in rows if name in row.names]
        first, goal = own[0], STANDARDS[own[0].standard]
        # A name of one syllable ("Ba") is a name only behind "xã".
        short = name if " " in name or len(name) > 3 else f"xã {name}"
        full = tuple(group for row in own for group in (_SIGNS[row.standard], (str(row.year),)))
        one = (_SIGNS[first.standard], (str(first.year),))
        yield _commune(name, "what", f"Xã {name} phấn đấu đạt chuẩn gì, năm nào?", full)
        yield _commune(name, "when", f"Xã {name} lên {goal} năm nào?", one)
        yield _commune(name, "list", f"Xã {name} nằm trong danh sách nào?", full)
        yield _commune(name, "bare", f"{short} về đích năm nào?", full)
        yield _commune(name, "bare goal", f"Bao giờ {short} đạt chuẩn {goal}?", one)
        asked = f"Xã {name} có phấn đấu đạt chuẩn {goal} năm {first.year} không?"
        yield _commune(name, "yes", asked, one, yes=True)
        if not any(row.standard == "NTM kiểu mẫu" for row in own):
            asked = f"Xã {name} có phải phấn đấu nông thôn mới kiểu mẫu không?"
            yield _commune(name, "no", asked, (), yes=False)


def _commune(name: str, form: str, text: str, must: tuple[tuple[str, ...], ...], yes: bool | None = None) -> Ask:
    return Ask("commune", name, form, sentence(text), must=must, place=name, yes=yes)


def of_lists(library: Library) -> Iterator[Ask]:
    """Yields what is asked about each list of communes: its names, how many they are."""
    for row in library.of(Communes):
        goal = STANDARDS[row.standard]
        names = tuple((name,) for name in row.names)
        state = "đang hoàn thiện hồ sơ" if "hồ sơ" in row.state else "phấn đấu"
        texts = {
            "names": (f"Kể tên các xã {state} đạt chuẩn {goal} năm {row.year}.", names),
            "which": (f"Năm {row.year} những xã nào lên {goal}?", names),
            "how many": (f"Có mấy xã {state} đạt chuẩn {goal} năm {row.year}?", ((str(len(row.names)),), (goal,))),
        }
        for form, (text, must) in texts.items():
            yield Ask("list", row.id, form, text, frozenset({row.id}), must)


def of_districts(library: Library) -> Iterator[Ask]:
    """Yields what is asked about each list of districts: which they are, when their papers are due, each by name."""
    for row in library.of(Districts):
        own = frozenset({row.id})
        members = tuple((name,) for name in row.members)
        what = lowered(row.what)
        which = f"Những nơi nào là {what}?" if what.startswith(("huyện", "thành phố")) else f"{what} gồm những nơi nào?"
        yield Ask("districts", row.id, "which", sentence(which), own, members)
        yield Ask("districts", row.id, "names", f"Kể tên {what}.", own, members)
        if row.due and row.members:
            asked = f"Hạn hồ sơ nông thôn mới của {' và '.join(row.members)} là khi nào?"
            yield Ask("districts", row.id, "due", asked, own, (*members, *figures(row.due)))
        for name in row.members:
            asked = f"{name} có phải là {what} không?"
            yield Ask("districts", row.id, "yes", asked, own, ((name,),), about=row.what)
