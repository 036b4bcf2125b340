"""What documents.toml says, as typed records."""

import tomllib
from dataclasses import dataclass
from typing import Any

from data.sample_source.texts import FOLDER, Row, read_outline, read_table


@dataclass(frozen=True, slots=True)
class Appendix:
    """The table behind a Word document; ``widths_mm`` are the widths of its columns."""

    title: list[str]
    note: str
    table: str
    widths_mm: list[float]


@dataclass(frozen=True, slots=True)
class WordFile:
    """A document in the form of Nghị định 30/2020/NĐ-CP.

    ``head`` says how letterhead and signature are set: "table" (a table without borders, as most offices do)
    or "tabs".
    """

    file: str
    head: str
    authority: list[str]
    number: str
    place_date: str
    kind: str
    subject: str
    body: str
    recipients: list[str]
    signer_title: list[str]
    signer: str
    appendix: Appendix | None = None


@dataclass(frozen=True, slots=True)
class TableFile:
    """A workbook with one sheet: letterhead, title, table. ``rows`` are the printed rows."""

    file: str
    sheet: str
    authority: list[str]
    title: list[str]
    note: str
    rows: list[Row]
    widths: list[float]


@dataclass(frozen=True, slots=True)
class Figures:
    """The rows of a plan and the name of the file with the invented results of a period."""

    rows: list[Row]
    figures: str


@dataclass(frozen=True, slots=True)
class ReturnFile:
    """A workbook with invented results."""

    file: str
    title: str
    tasks: Figures
    commitments: Figures | None


@dataclass(frozen=True, slots=True)
class Documents:
    """Every file of the sample."""

    word: list[WordFile]
    excel: list[TableFile]
    returns: list[ReturnFile]


def read_documents() -> Documents:
    """Return the files that documents.toml describes, in its order."""
    content = tomllib.loads((FOLDER / "documents.toml").read_text(encoding="utf-8"))
    return Documents(
        word=[_word(entry) for entry in content["word"]],
        excel=[_excel(entry) for entry in content["excel"]],
        returns=[_return(entry) for entry in content["return"]],
    )


def _word(entry: dict[str, Any]) -> WordFile:
    appendix = entry.pop("appendix", None)
    return WordFile(**entry, appendix=Appendix(**appendix) if appendix else None)


def _excel(entry: dict[str, Any]) -> TableFile:
    rows = _rows(entry)
    return TableFile(**{key: value for key, value in entry.items() if key not in ("table", "outline")}, rows=rows)


def _return(entry: dict[str, Any]) -> ReturnFile:
    commitments = entry.get("commitments")
    return ReturnFile(
        file=entry["file"],
        title=entry["title"],
        tasks=_figures(entry["tasks"]),
        commitments=_figures(commitments) if commitments else None,
    )


def _figures(entry: dict[str, Any]) -> Figures:
    return Figures(_rows(entry), entry["figures"])


def _rows(entry: dict[str, Any]) -> list[Row]:
    return read_table(entry["table"]) if "table" in entry else read_outline(entry["outline"])
