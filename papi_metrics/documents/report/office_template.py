"""The office's own Word template, filled in: named placeholders of docxtpl, texts in a line and blocks of their own.

A template is a file from outside: it is opened within limits, its expressions run in a sandbox, and what it names that
there is not is told by name. Nothing comes out of one that is not understood in full.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeAlias

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError

from papi_metrics.documents import docx_parts
from papi_metrics.documents.docx_body import Body, set_page, set_styles
from papi_metrics.documents.figures import Figure
from papi_metrics.documents.package import settled
from papi_metrics.documents.properties import describe, put_stamp
from papi_metrics.documents.report.docx import mark_of, write
from papi_metrics.documents.report.model import Block, Heading, Paragraph, Part, Report
from papi_metrics.documents.report.placeholders import FIGURES, ComparedError, Placed, Placeholders, near
from papi_metrics.wording import form, labels, nd30

_MOST_BYTES, _MOST_UNPACKED = 10_000_000, 100_000_000
# What XML that cannot be parsed raises is a SyntaxError; what nests too deep, a RecursionError.
_BROKEN_FILE = (
    *(zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError, NotImplementedError),
    RecursionError,
)
_LONGEST_NAME = 80
_NOTES = frozenset({"ghi_chu_so_lieu", "mo_dau"})
_PARTS = {
    Part.ROLL_OUT: "phan_trien_khai",
    Part.RESULTS: "phan_ket_qua",
    Part.OUTLOOK: "phan_ke_hoach",
    Part.COMMITMENTS: "phan_cam_ket",
    Part.ATTENTION: "phan_luu_y",
}


class TemplateFaultError(Exception):
    """A template that cannot be filled in.

    ``code``: ``unreadable`` (no Word file, or too large), ``unknown`` (placeholders there are not), ``figure`` (there
    is no such figure), ``broken`` (a placeholder is written wrongly), ``crowded`` (a block shares its paragraph, or
    stands in a table, a header or a footer), ``silent`` (nothing says what the figures are), ``compared`` (a condition
    holds a placeholder against what it is not), ``no_data`` (a condition compares a figure that is not there in the
    period). ``names`` are the placeholders, or what was found at the place, each in one short line.
    """

    def __init__(self, code: str, names: tuple[str, ...] = ()) -> None:
        told = tuple(form.shortened(" ".join(name.split()), _LONGEST_NAME) for name in names)
        super().__init__(code, told)
        self.code, self.names = code, told


class _UnknownFigureError(Exception):
    pass


@dataclass(frozen=True, slots=True)
class _Wide:
    """Blocks that want a page across."""

    blocks: tuple[Block, ...]


_Item: TypeAlias = Block | str | _Wide
"""A block; a plain text is a heading of the first level."""


class _Figures(dict[str, Placed]):
    """The figures by name. Jinja takes a missing key for an empty text, so it is told in an exception of its own."""

    def __missing__(self, name: str) -> Placed:
        raise _UnknownFigureError(name)


def filled(template: bytes, report: Report, named: Mapping[str, Figure]) -> bytes:
    """Return the template with the report in it, as .docx bytes. Raises TemplateFaultError."""
    _check_size(template)
    blocks = dict(_blocks(report))
    marks = {name: f"\ue000{name}\ue001" for name in blocks}
    placed = {name: Placed(name, mark, blocks[name]) for name, mark in marks.items()}
    figures = _Figures({name: Placed(f'{FIGURES}["{name}"]', one.text, one.value) for name, one in named.items()})
    context: dict[str, Any] = {**_texts(report), **placed, FIGURES: figures}
    document = _rendered(template, context)
    _complete(document)
    for name, mark in marks.items():
        _put(document, mark, blocks[name])
    about = document.core_properties
    describe(about, report.subject, report.office.name, nd30.LANGUAGE, report.stamp.made_at)
    put_stamp(about, report.stamp)
    buffer = io.BytesIO()
    document.save(buffer)
    _check_placed(buffer.getvalue(), marks)
    return settled(buffer.getvalue())


def _check_size(template: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            unpacked = sum(part.file_size for part in package.infolist())
    except _BROKEN_FILE as fault:
        raise TemplateFaultError("unreadable") from fault
    if len(template) > _MOST_BYTES or unpacked > _MOST_UNPACKED:
        raise TemplateFaultError("unreadable")


def _rendered(template: bytes, context: dict[str, Any]) -> Document:
    environment = Placeholders(undefined=StrictUndefined, autoescape=True)
    try:
        opened = DocxTemplate(io.BytesIO(template))
        asked = opened.get_undeclared_template_variables(environment)
        unknown = asked - context.keys()
        if unknown:
            raise TemplateFaultError("unknown", tuple(sorted(unknown)))
        if not asked & _NOTES:
            raise TemplateFaultError("silent")
        opened.render(context, environment, autoescape=True)
    except _UnknownFigureError as fault:
        raise TemplateFaultError("figure", (str(fault),)) from fault
    except ComparedError as fault:
        raise TemplateFaultError(fault.code, (fault.name,)) from fault
    except TemplateSyntaxError as fault:
        raise TemplateFaultError("broken", (near(fault),)) from fault
    except TemplateError as fault:
        raise TemplateFaultError("broken", (str(fault.message or ""),)) from fault
    except _BROKEN_FILE as fault:
        raise TemplateFaultError("unreadable") from fault
    rendered: Document = opened.docx
    return rendered


def _complete(document: Document) -> None:
    """Put in what a template may leave out and blocks stand on: pages that say how large they are, styles."""
    document.element.body.get_or_add_sectPr()
    try:
        for section in document.sections:
            set_page(section, missing_only=True)
    except ValueError as fault:
        raise TemplateFaultError("unreadable") from fault
    set_styles(document, missing_only=True)


def _texts(report: Report) -> dict[str, Placed]:
    office, stamp, issue = report.office, report.stamp, report.issue
    signer = office.signer
    date = nd30.date_of_issue(issue.day, issue.month, issue.year)
    posts = [nd30.on_behalf_of(signer.stands_for)] if signer.stands_for else []
    notes = [paragraph.text for paragraph in report.opening[1:]]
    texts = {
        "co_quan_chu_quan": office.parent.upper(),
        "co_quan": office.name.upper(),
        "ten_co_quan": office.name,
        "so_ky_hieu": mark_of(report),
        "dia_danh_ngay": nd30.place_and_date(office.place, date),
        "ten_loai": report.type_name.upper(),
        "trich_yeu": report.subject,
        "kinh_gui": "; ".join(report.addressees),
        "ke_hoach": stamp.title,
        "ky": form.period_inside(stamp.period),
        "ngay_chot": form.day(stamp.as_of),
        "uoc_chinh_thuc": labels.FINALITIES[stamp.finality],
        "ghi_chu_so_lieu": " ".join(notes),
        "can_cu": report.opening[0].text,
        "ket_thuc": nd30.closed(report.closing),
        "noi_nhan": "\n".join(nd30.recipients(report.recipients, office.drafter)),
        "chuc_vu_ky": "\n".join((*posts, signer.post.upper())),
        "nguoi_ky": signer.name,
    }
    numbers = {"nam": stamp.period.year, "phien_ban": stamp.version}
    return {
        **{name: Placed(name, text, text) for name, text in texts.items()},
        **{name: Placed(name, str(number), number) for name, number in numbers.items()},
    }


def _blocks(report: Report) -> Iterator[tuple[str, tuple[_Item, ...]]]:
    """Yield the blocks by name."""
    yield "mo_dau", report.opening
    told = {section.part: (section.heading, *section.blocks) for section in report.sections}
    for part, name in _PARTS.items():
        yield name, told.get(part, ())
    yield "viec_giao", report.decided
    yield "noi_dung", tuple(block for blocks in told.values() for block in blocks)
    parts: list[_Item] = []
    several = len(report.appendices) > 1
    for number, appendix in enumerate(report.appendices, 1):
        head = (Heading(nd30.appendix(number if several else None)), Paragraph(appendix.title))
        whole = (*head, *appendix.blocks)
        parts += [_Wide(whole)] if appendix.landscape else whole
    yield "phu_luc", tuple(parts)


def _put(document: Document, mark: str, blocks: tuple[_Item, ...]) -> None:
    """Put blocks in place of each paragraph that is ``mark`` and nothing else."""
    body = document.element.body
    for place in [item for item in body.iterchildren(qn("w:p")) if _text_of(item).strip() == mark]:
        before = set(body)
        page = _page_of(place)
        for block in blocks:
            _write(document, block, page, ends=block is blocks[-1] and place.getnext() is page)
        for element in [item for item in body if item not in before]:
            place.addprevious(element)
        body.remove(place)


def _write(document: Document, block: _Item, page: Any, *, ends: bool) -> None:
    """Add one block to a document whose page is ``page`` there; ``ends``: nothing stands behind it."""
    if isinstance(block, _Wide):
        _write_across(document, block, page, ends=ends)
    elif isinstance(block, str):
        Body(document, _room(page)).section(block)
    else:
        write(Body(document, _room(page)), [block])


def _write_across(document: Document, wide: _Wide, page: Any, *, ends: bool) -> None:
    """A page that stands upright is turned for wide tables, and stands upright again behind them."""
    upright = page.page_width < page.page_height
    if upright:
        _end_section(document, page)
        turned = page if ends else deepcopy(page)
        _turn(turned)
    else:
        turned = page
    write(Body(document, _room(turned)), wide.blocks)
    if upright and not ends:
        _end_section(document, turned)


def _end_section(document: Document, page: Any) -> None:
    paragraph = document.add_paragraph()
    docx_parts.flatten(paragraph)
    paragraph._p.get_or_add_pPr().append(deepcopy(page))


def _turn(page: Any) -> None:
    page.page_width, page.page_height = page.page_height, page.page_width
    page.orientation = WD_ORIENT.LANDSCAPE


def _text_of(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _check_placed(content: bytes, marks: Mapping[str, str]) -> None:
    """A block that shares its paragraph, or stands in a table, a header or a footer, is still there by its mark."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        told = [package.read(name).decode() for name in package.namelist() if name.endswith(".xml")]
    left = tuple(name for name, mark in marks.items() if any(mark in text for text in told))
    if left:
        raise TemplateFaultError("crowded", left)


def _page_of(place: Any) -> Any:
    """Return what says how the pages of a paragraph are: the next section mark."""
    mark = place.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    following = place
    while mark is None:
        following = following.getnext()
        mark = following if following.tag == qn("w:sectPr") else following.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
    return mark


def _room(page: Any) -> float:
    """Return the width of the text of a page in mm."""
    return float(page.page_width.mm - page.left_margin.mm - page.right_margin.mm)
