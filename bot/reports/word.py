"""The Word file of a period: a template that the office edits, filled in."""

from dataclasses import fields
from io import BytesIO

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from bot.errors import BrokenTemplateError
from bot.reports.book import Book
from bot.reports.composing import composed
from bot.reports.paper import Paper
from bot.reports.printable import printable

TEMPLATE = "bao-cao.docx"
_FAULT, _NEAR = 4, 60  # docxtpl gives a few paragraphs: the fault is in the fourth, near the top before it


def word(book: Book, template: bytes, name: str = TEMPLATE) -> bytes:
    """Returns the file. ``name`` is what the template is called where it is wrong: raises BrokenTemplateError.

    What people typed is put in as text: nothing in it is ever read as a field of the template.
    """
    paper = composed(book)
    filled = {field.name: getattr(paper, field.name) for field in fields(Paper)}
    out = BytesIO()
    try:
        document = DocxTemplate(BytesIO(template))
        document.render(filled, _environment(), autoescape=True)
        document.save(out)
    except Exception as error:  # the office edits the template: anything can be wrong with it
        why = f"the template cannot be filled in: {_said(error)}"
        raise BrokenTemplateError(file=name, why=why) from error
    return out.getvalue()


def _said(error: Exception) -> str:
    """Returns what is wrong in one line; for a fault of the template's language with the words that stand there."""
    lines = str(error).splitlines() or [type(error).__name__]
    around = list(getattr(error, "docx_context", ()))
    if not isinstance(error, TemplateSyntaxError) or not around:
        return lines[0].rstrip(".")
    place = min(error.lineno, _FAULT) - 1
    near = around[place][:_NEAR] if place < len(around) else ""
    return f"{lines[0].rstrip('.')}, near: {near}" if near else lines[0].rstrip(".")


def _environment() -> SandboxedEnvironment:
    """A template can say what it likes: it reaches nothing but the paper. A name that is none is a fault."""
    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_finalize)


def _finalize(value: object) -> object:
    return printable(value) if isinstance(value, str) else value
