"""What is said about a finding: its name, what is wrong, and how a clerk mends it without a call."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from papi_metrics.model.cell import CellRef, column_letters
from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.period import Period
from papi_metrics.model.reading import TableAccount, TableKind
from papi_metrics.wording.columns import HEADINGS
from papi_metrics.wording.finding_words import WORDS
from papi_metrics.wording.form import day, number, period, shortened
from papi_metrics.wording.labels import FULL_DIMENSIONS, SEVERITIES, WHOLE_DEPARTMENT
from papi_metrics.wording.scores import part_named

EXAMPLE = "ví dụ"
_SHOWN_LENGTH = 120
_SAMPLE_LENGTH = 40
_MOST_ROWS = 5
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PERIOD = re.compile(r"\d{4}-Q[1-4]")
_CHARSETS: Mapping[str, str] = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}


def title(code: str) -> str:
    """Return the short name of a finding. Raises KeyError for an unknown code."""
    return WORDS[code].title


def message(finding: Finding, unit_names: Mapping[str, str] | None = None) -> str:
    """Return what is wrong, with the value. ``unit_names`` (code → name) names the units that are offered."""
    return WORDS[finding.code].message.format_map(_values(finding, unit_names or {}))


def outline(code: str) -> tuple[str, str]:
    """Return what is wrong and how to mend it in general: "Trạng thái “…” không thuộc danh mục.", "Ghi một …"."""
    words, values = WORDS[code], _Values(nearest="", near="", fits="", samples="", heading="“…”")
    message_text, fix_text = (text.format_map(values).replace("….", "…") for text in (words.message, words.fix))
    return message_text, fix_text


def fix(finding: Finding) -> str:
    """Return how to mend it."""
    return WORDS[finding.code].fix.format_map(_values(finding, {}))


def request(finding: Finding) -> str:
    """Return what the sender of a return is asked to do about it."""
    words = WORDS[finding.code]
    return (words.request or words.fix).format_map(_values(finding, {}))


def by_cell(
    finding: Finding, unit_names: Mapping[str, str], to_do: Callable[[Finding], str] = fix
) -> list[tuple[tuple[str, ...], CellRef | None]]:
    """Return a finding as rows of a table, one a cell: level, sheet, item, cell, value, what is wrong, what ``to_do``.

    A finding about the file as a whole is one row without a cell.
    """
    told = (value(finding), message(finding, unit_names), to_do(finding))
    level = severity_word(finding.severity)
    if not finding.cells:
        return [((level, "", "", "", *told), None)]
    return [((level, cell.sheet, item, cell.a1, *told), cell) for cell, item in finding.placed]


def severity_word(severity: Severity) -> str:
    """Return "Lỗi", "Cảnh báo" or "Lưu ý"."""
    return SEVERITIES[severity].word


def account_sentence(account: TableAccount) -> str:
    """Return "31 dòng dữ liệu → 28 nhiệm vụ; 3 dòng nối; 10 dòng nhóm; 3 tiêu đề lặp"; what is 0 is left out."""
    parts = [f"{number(account.rows)} dòng dữ liệu → {number(account.records)} {_RECORDS[account.kind]}"]
    rest = (
        (account.continuations, "dòng nối"),
        (account.headings, "dòng nhóm"),
        (account.repeated_headers, "tiêu đề lặp"),
    )
    return "; ".join(parts + [f"{number(count)} {what}" for count, what in rest if count])


_RECORDS: Mapping[TableKind, str] = {
    TableKind.TASKS: "nhiệm vụ",
    TableKind.COMMITMENTS: "cam kết",
    TableKind.RETURNS: "dòng báo cáo",
    TableKind.NARRATIVE: "đoạn báo cáo",
}


class _Values(dict[str, str]):
    """A detail that is missing leaves a mark: a finding is never lost over its own sentence."""

    def __missing__(self, key: str) -> str:
        return "…"


def _values(finding: Finding, unit_names: Mapping[str, str]) -> _Values:
    details = dict(finding.details)
    values = _Values(details, value=shown(finding.value))
    if finding.code == "rows_gone":
        values["rows"] = _several(details.get("rows", "").split("\n"))
    if "provinces" in details:
        values["provinces"] = _several(details["provinces"].split("\n"), "tỉnh")
    if "near" in details:
        values["near"] = f" Gần giống: {details['near']}." if details["near"] else ""
    for name in ("part", "dimension"):
        if name in details:
            values[name] = part_named(details[name])
    if "column" in details:
        values["column"] = HEADINGS.get(details["column"], details["column"])
    if "fields" in details:
        names = [HEADINGS.get(name, name) for name in details["fields"].split(",")]
        values["fields"] = ", ".join(names)
    if "charset" in details:
        values["charset"] = _CHARSETS.get(details["charset"], details["charset"])
    if "lacking" in details:
        names = [HEADINGS.get(name, name) for name in details["lacking"].split(",")]
        values["lacking"] = " và ".join(f"“{name}”" for name in names)
    if finding.code in ("column_unknown", "column_unread"):
        values["heading"] = column_heading(finding.value, finding.cells)
        texts = details.get("samples", "")
        values["samples"] = f" ({EXAMPLE}: {quoted(texts.split(chr(10)))})" if texts else ""
    if "columns" in details:
        values["columns"] = f"“{details['columns']}”" if details["columns"] else "(không có cột nào)"
    for name in ("read", "meant"):
        if name in details:
            values[name] = details[name].replace(".", ",")
    for name in ("value", "received", "period", "template"):
        values[name] = in_words(values[name]) if name in values else "…"
    for name in ("unit", "sender"):
        values[name] = unit_names.get(details.get(name, ""), details.get(name, "")) or WHOLE_DEPARTMENT
    units = [unit_names.get(code, code) for code in details.get("units", "").split(",") if code]
    values["units"] = f" ({', '.join(units)})" if units else ""
    nearest = [unit_names.get(code, code) for code in details.get("nearest", "").split(",") if code]
    fits = details.get("fits", "")
    values["fits"] = f" Theo số thứ tự, đây là chỗ của nội dung {fits}: {FULL_DIMENSIONS[int(fits)]}." if fits else ""
    values["nearest"] = f" Gần giống: {', '.join(nearest)}." if nearest else ""
    return values


def column_heading(heading: str, cells: Sequence[CellRef]) -> str:
    """Return "C “Xong khi nào”", or "C (không có tiêu đề)"; without a letter where no cell is known."""
    letter = f"{column_letters(cells[0].column)} " if cells else ""
    return f"{letter}“{shown(heading)}”" if heading else f"{letter}(không có tiêu đề)"


def quoted(texts: Sequence[str]) -> str:
    """Return "“Văn phòng”, “Thanh tra”", each cut where it is long."""
    return ", ".join(f"“{shortened(text, _SAMPLE_LENGTH)}”" for text in texts)


def value(finding: Finding) -> str:
    """Return the text a finding was made at as it is shown."""
    return shown(in_words(finding.value))


def in_words(code: str) -> str:
    """Return an ISO date or the code of a period as it is said; any other text stays."""
    return period(Period.parse(code)) if _PERIOD.fullmatch(code) else day_first(code)


def day_first(text: str) -> str:
    """Return an ISO date as it is said; any other text stays, a day that no calendar has among them."""
    try:
        return day(date.fromisoformat(text)) if _ISO_DAY.fullmatch(text) else text
    except ValueError:
        return text


def shown(text: str) -> str:
    """Return a text from the file as it is shown: cut where it is long."""
    return shortened(text, _SHOWN_LENGTH)


def _several(rows: Sequence[str], what: str = "dòng") -> str:
    """Return "a; b; c và 24 dòng khác"."""
    rest = len(rows) - _MOST_ROWS
    listed = "; ".join(shown(row) for row in rows[:_MOST_ROWS])
    return f"{listed} và {number(rest)} {what} khác" if rest > 0 else listed
