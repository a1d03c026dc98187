"""An amount put into the field that is asked: a value, or a doubt (reading-rules, Figures 1 to 4)."""

from dataclasses import dataclass
from decimal import Decimal

from bot.reading.amount import Amount
from bot.reading.asked import Asked
from bot.reading.kind import FigureKind
from bot.reading.literal import Shape
from bot.reading.names import Names
from bot.reading.options import doubt, in_range, money_meant, tidy
from bot.reading.readings import Doubt, Value
from bot.reading.shown import shown, shown_in
from bot.reading.spelled import spelled_in
from bot.reading.unit import NOUNS, Care, Dimension

_TWO_WAYS = "Dấu này có thể hiểu hai cách. Đồng chí chọn giúp tôi."
_LEAST_MONEY, _SMALL_MONEY = 10_000, 20_000
_LONGEST = 12
_YEARS = range(1900, 2101)
_TINY = {Dimension.LENGTH: Decimal("0.02"), Dimension.AREA: Decimal(2)}
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Fit:
    """Puts amounts into one field."""

    asked: Asked
    dimension: Dimension
    own: Names

    def read(self, amount: Amount, about: bool = False) -> Value | Doubt:
        """Returns what the amount says."""
        number = self.number(amount)
        return number if isinstance(number, Doubt) else self.value(number, amount, about)

    def number(self, amount: Amount) -> Decimal | Doubt:
        """Returns the amount in the field's unit, or why it has to be asked for."""
        if strange := self._strange(amount):
            return strange
        match self.dimension:
            case Dimension.MONEY:
                return self._money(amount)
            case Dimension.COUNT:
                return self._count(amount)
            case Dimension.INCOME:
                return self._income(amount)
            case _:
                return self._measure(amount)

    def _strange(self, amount: Amount) -> Doubt | None:
        """What is no figure of this field, whatever its kind."""
        literal = amount.numeral.literal
        if literal and literal.shape in (Shape.BROKEN, Shape.PADDED):
            return doubt("Tôi chưa đọc được con số này. Đồng chí gõ lại giúp tôi.", self.asked)
        if literal and len(literal.text) >= _LONGEST and literal.shape is Shape.PLAIN:
            return doubt("Con số này dài quá, tôi sợ đọc nhầm. Đồng chí gõ lại giúp tôi.", self.asked)
        if amount.others:
            others = list(amount.others)
            if self.dimension is Dimension.MONEY and not amount.numeral.scaled and others[0] < _LEAST_MONEY:
                others = money_meant(others[0], self.asked)
            return doubt("Câu này có thể hiểu nhiều cách. Đồng chí chọn giúp tôi.", self.asked, others)
        if amount.foreign:
            return doubt(f"{self._in_its_unit()} Đồng chí cho tôi con số.", self.asked)
        if amount.strange:
            return doubt(
                f'Tôi chưa rõ "{amount.strange}" là gì. Đồng chí xác nhận giúp tôi.', self.asked, [amount.value]
            )
        if amount.unit and amount.unit.care is Care.ASK:
            return doubt(f"{amount.unit.why} Đồng chí xác nhận giúp tôi.", self.asked, [amount.value])
        if amount.noun and not self._counts(amount):
            return doubt(f"{self._in_its_unit()} Đồng chí xác nhận giúp tôi.", self.asked, [amount.value])
        return None

    def _in_its_unit(self) -> str:
        return f"Mục này tính bằng {self.asked.unit}." if self.asked.unit else "Mục này cần một con số."

    def _counts(self, amount: Amount) -> bool:
        """Whether the noun stands for what the field counts."""
        if "*" in amount.group or amount.noun == "nha" or amount.group == NOUNS[-1]:
            return True
        if self.dimension is not Dimension.COUNT:
            return False
        units = {self.asked.unit, *self.asked.unit.split()}
        return (
            bool(units & amount.group)
            or not self.asked.unit
            or any(word in self.own.words for word in amount.noun.split())
        )

    def _money(self, amount: Amount) -> Decimal | Doubt:
        literal, value = amount.numeral.literal, amount.value
        if value == 0:
            return value
        if literal and literal.shape is Shape.COMMA:
            return doubt(_TWO_WAYS, self.asked, self._with_comma(amount, literal.other or value))
        if not amount.numeral.scaled and (value < _LEAST_MONEY or amount.numeral.half or value != int(value)):
            return doubt("Số tiền này tính theo đồng, nghìn hay triệu?", self.asked, money_meant(value, self.asked))
        if value != int(value):
            return doubt("Số tiền lẻ dưới một đồng thì tôi chưa rõ. Đồng chí gõ lại giúp tôi.", self.asked)
        if value < _LEAST_MONEY:
            return doubt("Số tiền này nhỏ quá. Đồng chí xác nhận giúp tôi.", self.asked, [value * 1000, value])
        if amount.numeral.loose and not in_range(value, self.asked):
            return doubt("Số tiền này lớn hơn thường lệ. Đồng chí xác nhận giúp tôi.", self.asked, [value])
        if amount.numeral.scaled and (grouped := self._grouped(amount)) and not in_range(value, self.asked):
            return doubt(_TWO_WAYS, self.asked, [grouped, value])
        return value

    def _with_comma(self, amount: Amount, grouped: Decimal) -> list[Decimal]:
        """What "500,000", "1,500" and "1,500 triệu" may mean."""
        if amount.numeral.scaled:
            return [amount.value, grouped * amount.numeral.top]
        return [grouped] if grouped >= _LEAST_MONEY else money_meant(grouped, self.asked)

    def _grouped(self, amount: Amount) -> Decimal | None:
        """The other reading of "1.500 triệu", 1,5 triệu."""
        literal = amount.numeral.literal
        if not literal or literal.shape not in (Shape.GROUP, Shape.COMMA) or amount.numeral.top < 10**6:
            return None
        return min(literal.value, literal.other or literal.value) * amount.numeral.top

    def _count(self, amount: Amount) -> Decimal | Doubt:
        literal, value = amount.numeral.literal, amount.value
        if literal and literal.shape is Shape.COMMA:
            return doubt(_TWO_WAYS, self.asked, [literal.other or value])
        if self.asked.kind is FigureKind.COUNT and value != int(value):
            return doubt(f"Mục này là số nguyên {self.asked.unit}. Đồng chí cho tôi số chẵn.", self.asked)
        if amount.numeral.short or value >= 10**6:
            return doubt(f"{self._in_its_unit()} Đồng chí cho tôi con số, không phải số tiền.", self.asked)
        if literal and literal.shape is Shape.SPACE:
            return doubt("Tôi chưa rõ đây là một số hay hai số.", self.asked, [value])
        if literal and self._is_year(literal.shape, value):
            return doubt("Đây là năm hay số liệu? Đồng chí xác nhận giúp tôi.", self.asked, [value])
        return value

    def _is_year(self, shape: Shape, value: Decimal) -> bool:
        usual = self.asked.high is not None and in_range(value, self.asked)
        return shape is Shape.PLAIN and value in _YEARS and not usual

    def _measure(self, amount: Amount) -> Decimal | Doubt:
        literal, value, high = amount.numeral.literal, amount.value, self.asked.high
        if amount.numeral.short:
            return doubt(f"{self._in_its_unit()} Đồng chí cho tôi con số, không phải số tiền.", self.asked)
        if amount.numeral.half and amount.numeral.value < 1 and not amount.unit:
            return doubt(f"Một nửa của gì? Đồng chí cho tôi số {self.asked.unit}.", self.asked, [value])
        plain_km = self.dimension is Dimension.LENGTH and (amount.unit is None or amount.unit.size == 1)
        if literal and literal.shape is Shape.COMMA and not plain_km:
            return doubt(
                _TWO_WAYS,
                self.asked,
                [(literal.other or value) * (value / literal.value), value],
            )
        if literal and literal.shape is Shape.GROUP and literal.other and self.dimension is not Dimension.AREA:
            small = literal.other * (value / literal.value)
            if not in_range(value, self.asked):
                return doubt(
                    f"Đây là {shown_in(small, self.asked.unit)} hay {shown_in(value, self.asked.unit)}?",
                    self.asked,
                    [small, value],
                )
        if self.dimension is Dimension.LENGTH and not amount.unit and high and value > 10 * high:
            return doubt(f"Đây là {shown(value)} mét hay {shown(value)} km?", self.asked, [value / 1000, value])
        if literal and self._is_year(literal.shape, value) and not amount.unit:
            return doubt("Đây là năm hay số liệu? Đồng chí xác nhận giúp tôi.", self.asked, [value])
        return value

    def _income(self, amount: Amount) -> Decimal | Doubt:
        """In millions of đồng for a year: "60", "60 triệu", "60.000.000"; a small one is rather for a month."""
        value = amount.value
        if amount.numeral.scaled or value >= 10**6:
            value /= 10**6
        elif value >= 1000:
            return doubt("Thu nhập này tính theo nghìn hay triệu đồng?", self.asked, [value / 1000])
        if 0 < value < 10:
            return doubt("Đây là thu nhập một tháng hay một năm?", self.asked, [value * _MONTHS, value])
        return value

    def monthly(self, amount: Amount, about: bool) -> Value | Doubt:
        """Returns a monthly income as a yearly one."""
        if strange := self._strange(amount):
            return strange
        value = amount.value / 10**6 if amount.numeral.scaled or amount.value >= 10**6 else amount.value
        how = f"{shown(value)} triệu đồng × 12 tháng"
        return self.value(
            value * _MONTHS,
            amount,
            about,
            confirm=f"Tôi tính {how} = {shown(value * _MONTHS)} triệu đồng một năm.",
            how=how,
        )

    def value(
        self, number: Decimal, amount: Amount | None, about: bool = False, confirm: str = "", how: str = ""
    ) -> Value:
        """Returns a value with every reason to confirm it."""
        number = tidy(number)
        why = confirm or self._why(number, amount)
        unit = self.asked.unit
        return Value(number, unit, spelled_in(number, unit), about, bool(why), why, how or self._how(number, amount))

    def _why(self, number: Decimal, amount: Amount | None) -> str:
        if not in_range(number, self.asked):
            return f"{shown_in(number, self.asked.unit)} khác mức thường gặp. Đồng chí chắc chưa?"
        if amount is None or number == 0:
            return ""
        if amount.unit and amount.unit.care is Care.CONFIRM:
            return f"{amount.unit.why} Như vậy là {shown_in(number, self.asked.unit)}, đúng không đồng chí?"
        small = self.dimension is Dimension.MONEY and number < _SMALL_MONEY
        tiny = number < _TINY.get(self.dimension, Decimal(0))
        at_limit = self.dimension is Dimension.MONEY and number == self.asked.high
        literal = amount.numeral.literal
        unusual = literal is not None and literal.shape in (Shape.COMMA, Shape.SPACE)
        if small or tiny or at_limit or unusual or amount.read_back or amount.numeral.tail or amount.numeral.slip:
            return f"Tôi đọc là {shown_in(number, self.asked.unit)}, đúng không đồng chí?"
        return ""

    def _how(self, number: Decimal, amount: Amount | None) -> str:
        if amount is None or amount.unit is None or amount.unit.size == 1 or self.dimension is Dimension.MONEY:
            return ""
        return f"{shown(amount.value / amount.unit.size)} {amount.unit.name} = {shown_in(number, self.asked.unit)}"
