"""The formulas of sums: what Excel 2010 knows, over the sheet of the units that report."""

from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs

from bot.model.measure import Across

YES = "có"
NO = "không"


@dataclass(frozen=True, slots=True)
class Source:
    """The sheet that holds the figures: its quoted name, its first and last row, the column with the members."""

    sheet: str
    first: int
    last: int
    members: int

    def column(self, place: int) -> str:
        """Returns the cells of a column."""
        return f"{self.sheet}!{xl_range_abs(self.first, place, self.last, place)}"


@dataclass(frozen=True, slots=True)
class Figures:
    """The column of one figure in a source: how it is added up, and how many digits behind the comma are right."""

    source: Source
    place: int
    across: Across
    digits: int

    def given(self) -> str:
        """Returns the formula of how many reports give it."""
        return f"={self._count(self._cells)}"

    def whole(self) -> str:
        """Returns the formula of the total of all."""
        return self._guarded(self._count(self._cells), "1")

    def under(self, keys: str, key: str) -> str:
        """Returns the formula of the total of those rows that carry a key."""
        count = f'COUNTIFS({keys},{key},{self._cells},"<>")'
        return self._guarded(count, f"({keys}={key})", keys, key)

    @property
    def _cells(self) -> str:
        return self.source.column(self.place)

    def _count(self, cells: str) -> str:
        return f"COUNT({cells})" if self.across in (Across.SUM, Across.AVERAGE) else f"COUNTA({cells})"

    def _guarded(self, count: str, inside: str, keys: str = "", key: str = "") -> str:
        """Where nobody has given a figure there is none: an empty text, not 0."""
        return f'=IF({count}=0,"",{self._total(inside, keys, key)})'

    def _total(self, inside: str, keys: str, key: str) -> str:
        cells = self._cells
        match self.across:
            case Across.COUNT_YES:
                return f'COUNTIFS({keys},{key},{cells},"{YES}")' if keys else f'COUNTIF({cells},"{YES}")'
            case Across.AVERAGE:
                return self._average(inside)
            case _:
                added = f"SUMIF({keys},{key},{cells})" if keys else f"SUM({cells})"
                return f"ROUND({added},{self.digits})" if self.digits else added

    def _average(self, inside: str) -> str:
        """By members; a unit whose members nobody has said counts like an average one (bot.model.total).

        With n known units of K members together, their weighted sum S, and the plain sum P of the m others, it is
        (S + K/n * P) / (K + K/n * m) = (n * S + K * P) / (K * (n + m)); without a known one the plain mean.
        """
        cells, members = self._cells, self.source.column(self.source.members)
        each = f"{inside}*ISNUMBER({cells})"
        known, unknown = f"{each}*({members}>0)", f"{each}*({members}=0)"
        n, both = f"SUMPRODUCT({known}*1)", f"SUMPRODUCT({each}*1)"
        weights, summed = f"SUMPRODUCT({known}*{members})", f"SUMPRODUCT({known}*{members}*{cells})"
        others = f"SUMPRODUCT({unknown}*{cells})"
        mean = f"SUMPRODUCT({each}*{cells})/{both}"
        return f"ROUND(IF({n}=0,{mean},({n}*{summed}+{weights}*{others})/({weights}*{both})),{self.digits})"
