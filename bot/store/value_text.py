"""A figure's value as two texts: what kind it is, and the value itself. No figure passes through a float."""

from decimal import Decimal

from bot.model.figure import Value


def value_to_text(value: Value) -> tuple[str, str]:
    """Returns the kind ("int", "dec", "text", "bool", "none") and the text of a value."""
    match value:
        case None:
            return "none", ""
        case bool():
            return "bool", "1" if value else "0"
        case int():
            return "int", str(value)
        case Decimal():
            return "dec", format(value, "f")
        case str():
            return "text", value


def value_from_text(kind: str, text: str) -> Value:
    """Returns the value that was stored. Raises ValueError for a kind that nobody wrote."""
    match kind:
        case "none":
            return None
        case "bool":
            return text == "1"
        case "int":
            return int(text)
        case "dec":
            return Decimal(text)
        case "text":
            return text
        case _:
            raise ValueError(kind)
