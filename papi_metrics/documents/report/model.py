"""A report as parts in their order, for any renderer: what stands where, not how it looks."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from papi_metrics.charts.spec import ChartSpec
from papi_metrics.documents.letterhead import Issue
from papi_metrics.documents.stamp import Stamp
from papi_metrics.documents.table import Column, TableRow
from papi_metrics.model.office import Office


class ReportKind(StrEnum):
    """Which report: of a quarter, of a year (it stands in for the fourth quarter), of the commitments."""

    QUARTER = "quarter"
    YEAR = "year"
    COMMITMENTS = "commitments"


class Part(StrEnum):
    """What a section is about, whatever its number."""

    ROLL_OUT = "roll_out"
    RESULTS = "results"
    OUTLOOK = "outlook"
    COMMITMENTS = "commitments"
    ATTENTION = "attention"


class Style(StrEnum):
    """How a paragraph is meant: running text, a remark on the figures, or a warning that must be seen."""

    TEXT = "text"
    NOTE = "note"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; an item of a list begins with its own dash."""

    text: str
    style: Style = Style.TEXT


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section, "1. …"."""

    text: str


class Density(StrEnum):
    """How closely a table is set: as the text allows, or with smaller type for many columns."""

    PLAIN = "plain"
    DENSE = "dense"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its header returns on every page and no row is cut."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    density: Density = Density.PLAIN


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart; a matrix is a coloured table."""

    chart: ChartSpec


Block: TypeAlias = Paragraph | Heading | Grid | Drawing


@dataclass(frozen=True, slots=True)
class Section:
    """A section under its heading, "I. …"."""

    part: Part
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """What stands behind the signature, on pages of its own."""

    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A report from head to appendix.

    Attributes:
        issue: Number and date, as far as they are known.
        type_name: "Báo cáo"; ``abbreviation`` is that in its mark.
        addressees: Whom it is addressed to; none in a report that goes by its recipients.
        opening: The legal bases and what the figures are.
        closing: The last paragraph, without its end mark.
        recipients: "Nơi nhận" without the archive.
        decided: What meetings decided, once more by itself for a template that places it on its own.

    """

    kind: ReportKind
    office: Office
    issue: Issue
    type_name: str
    abbreviation: str
    subject: str
    addressees: tuple[str, ...]
    opening: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    closing: str
    recipients: tuple[str, ...]
    appendices: tuple[Appendix, ...]
    decided: tuple[Block, ...]
    stamp: Stamp
