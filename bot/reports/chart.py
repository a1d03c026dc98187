"""How units stand, drawn for a phone: a bar for each unit, what is done, returned, begun and missing. Pure."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.reading.shown import shown

MOST = 20
"""More bars than these cannot be read on a phone."""

_WIDTH, _DPI = 4.5, 240  # 1080 pixels: three for each of a phone of 360
_ROW, _FRAME = 0.38, 1.5  # inches for a bar, and for all that is above and below the bars
_FONT = "DejaVu Sans"  # comes with matplotlib, and has all letters of Vietnamese
_NAME, _COUNT, _TITLE, _SMALL = 10.5, 9.5, 13, 9
_LONGEST, _LONGEST_TITLE = 19, 34
_DIGIT, _EDGES = 0.042, 0.02
"""The shares of a bar's length that a digit takes and that stay free beside a count: narrower parts have none."""

# Okabe and Ito's colours, which the colour-blind tell apart; from dark to light also in grey, the missing ones hatched.
_INK = "#1a1a1a"
_PARTS = (
    ("done", "đã nộp", "#0072b2", "white", ""),
    ("returned", "trả lại", "#cc79a7", _INK, ".."),
    ("draft", "đang nhập", "#f0c05a", _INK, ""),
    ("missing", "chưa báo", "#ffffff", _INK, "///"),
)


@dataclass(frozen=True, slots=True)
class Bar:
    """A unit, or several together: of how many units the report is done, begun, missing, or was returned."""

    name: str
    done: int
    draft: int
    missing: int
    returned: int = 0

    @property
    def total(self) -> int:
        """How many have to report."""
        return self.done + self.draft + self.missing + self.returned

    @property
    def handed(self) -> int:
        """How many have handed in, those that were returned included."""
        return self.done + self.returned


@dataclass(frozen=True, slots=True)
class Chart:
    """What the chart shows; the subtitle may have two lines."""

    title: str
    subtitle: str
    bars: tuple[Bar, ...]


def drawn(bars: Sequence[Bar], most: int = MOST) -> tuple[Bar, ...]:
    """Returns the bars as they are drawn, the worst first; what is too much stands together in the last one."""
    found = sorted((bar for bar in bars if bar.total), key=_worst)
    if len(found) <= most:
        return tuple(found)
    rest = found[most - 1 :]
    together = Bar(
        name=f"… {len(rest)} đơn vị khác",
        done=sum(bar.done for bar in rest),
        draft=sum(bar.draft for bar in rest),
        missing=sum(bar.missing for bar in rest),
        returned=sum(bar.returned for bar in rest),
    )
    return (*found[: most - 1], together)


def _worst(bar: Bar) -> tuple[float, int, int]:
    return bar.handed / bar.total, bar.done - bar.total, bar.draft


def chart(values: Chart) -> bytes:
    """Returns the picture as PNG, 1080 pixels wide. Every bar is as long as the others: what counts is the share."""
    # matplotlib takes half a second to be imported: only who draws waits for it. Without pyplot it keeps nothing
    # between two pictures, so that threads do not meet.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    bars = drawn(values.bars)
    height = _FRAME + _ROW * max(len(bars), 1)
    figure = Figure(figsize=(_WIDTH, height), dpi=_DPI, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.37, 0.5 / height, 0.43, (height - _FRAME) / height))
    for place, bar in enumerate(bars):
        _draw(axes, place, bar)
    axes.set_xlim(0, 1)
    axes.set_ylim(max(len(bars), 1) - 0.5, -0.5)
    axes.set_xticks([])
    names = [_cut(bar.name, _LONGEST) for bar in bars]
    axes.set_yticks(range(len(bars)), names, fontsize=_NAME, fontfamily=_FONT, color=_INK)
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    top: dict[str, Any] = {"fontfamily": _FONT, "color": _INK, "va": "top"}
    title = _cut(values.title, _LONGEST_TITLE)
    figure.text(0.03, 1 - 0.12 / height, title, fontsize=_TITLE, fontweight="bold", **top)
    figure.text(0.03, 1 - 0.42 / height, values.subtitle, fontsize=_SMALL, linespacing=1.5, **top)
    _legend(figure, bars)
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()


def _draw(axes: Any, place: int, bar: Bar) -> None:
    left = 0.0
    for name, label, colour, ink, hatch in _PARTS:
        count = getattr(bar, name)
        if not count:
            continue
        share = count / bar.total
        axes.barh(place, share, left=left, height=0.72, color=colour, hatch=hatch, edgecolor="#555555", linewidth=0.6)
        told = label if bar.total == 1 else shown(count)
        if bar.total == 1 or share >= _EDGES + _DIGIT * len(told):
            box = {"facecolor": "white", "edgecolor": "none", "pad": 1.2} if hatch else None
            axes.text(
                left + share / 2,
                place,
                told,
                ha="center",
                va="center",
                fontsize=_COUNT,
                fontfamily=_FONT,
                color=ink,
                bbox=box,
            )
        left += share
    if bar.total > 1:
        told = f"{shown(bar.handed)}/{shown(bar.total)}"
        axes.text(1.02, place, told, ha="left", va="center", fontsize=_COUNT, fontfamily=_FONT, color=_INK)


def _legend(figure: Any, bars: Sequence[Bar]) -> None:
    """Only what is drawn is explained."""
    from matplotlib.patches import Patch

    patches = [
        Patch(facecolor=colour, hatch=hatch, edgecolor="#555555", linewidth=0.6, label=label)
        for name, label, colour, _, hatch in _PARTS
        if any(getattr(bar, name) for bar in bars)
    ]
    if patches:
        figure.legend(
            handles=patches,
            loc="lower center",
            ncols=len(patches),
            frameon=False,
            handlelength=1.3,
            columnspacing=1.2,
            prop={"family": _FONT, "size": _SMALL},
        )


def _cut(name: str, longest: int) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"
