"""Figures read at the place where a file has to print them: name of the figure → text found there."""

import io
import math
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import openpyxl

from papi_metrics.charts.axis import ticks
from papi_metrics.charts.spec import ChartKind, ChartSpec
from papi_metrics.charts.texts import ends
from papi_metrics.documents.figures import UNKNOWN, dimension_name
from papi_metrics.services.facts import Facts, Figure
from papi_metrics.wording import brief as brief_words
from papi_metrics.wording import deck as deck_words
from papi_metrics.wording import form, labels
from papi_metrics.wording import report as report_words
from papi_metrics.wording import report_commitments as commitment_words
from papi_metrics.wording import rows as row_words
from tests.charts.test_native import NS, read
from tests.documents import letters, printed, said, slides
from tests.documents.strangers import NUMBER

Placed = dict[str, str]
_RATIO = re.compile(r"^Hoàn thành (.*?) nhiệm vụ")
_SQUEEZED_RATIO = re.compile(r"^Hoànthành(\d[^a-z]*?)nhiệmvụ")


def in_docx(facts: Facts, content: bytes) -> Placed:
    """Completion in the section of each dimension, each row of the commitments, the state of each task."""
    document = letters.reopened(content)
    found: Placed = {}
    under = ""
    for paragraph in document.paragraphs:
        if paragraph.style is not None and paragraph.style.name == "Heading 2":
            under = paragraph.text
        number, _, told = under.partition(". Về nội dung ")
        if told and (match := _RATIO.match(paragraph.text)):
            found.setdefault(f"dimension.{number}.completion", match[1])
    for table in document.tables:
        rows = [[cell.text for cell in {cell._tc: cell for cell in row.cells}.values()] for row in table.rows]
        body = [row for row in rows[1:] if len(row) == len(rows[0])]
        if rows[0] == list(commitment_words.SHORT_HEADINGS):
            for row, fact in zip(body, facts.commitments, strict=True):
                names = _names(f"commitment.{fact['key']}", "target", "gap", "state")
                found |= zip(names, (row[2], row[4], row[5]), strict=True)
                if fact["actual"] is not None:
                    found[f"commitment.{fact['key']}.actual"] = row[3].partition(" (")[0]
        elif rows[0] == list(report_words.TASK_HEADINGS):
            for row, fact in zip(body, facts.tasks, strict=True):
                found[f"task.{fact['key']}.state"] = row[-1]
    return found


def in_pdf(facts: Facts, content: bytes) -> Placed:
    """Completion in the section of each dimension, target and figure in the row of each commitment."""
    text = printed.squeezed(said.of_pdf(content))
    found: Placed = {}
    for number, name in labels.FULL_DIMENSIONS.items():
        after = _after(text, f"{number}. Về nội dung {name}")
        if match := _SQUEEZED_RATIO.match(after):
            found[f"dimension.{number}.completion"] = match[1]
    rows = _after(text, "".join(commitment_words.SHORT_HEADINGS[:4]))
    for fact in facts.commitments:
        rows = _after(rows, fact["content"].strip(" .;")).lstrip(".;")
        found[f"commitment.{fact['key']}.target"] = rows
    return found


def in_brief(facts: Facts, content: bytes) -> Placed:
    """The cards, completion of each dimension, and what is overdue."""
    text = printed.squeezed(said.of_pdf(content))
    head, _, dimensions = text.partition(printed.squeezed(brief_words.DIMENSIONS))
    found = {
        "plan.completion": _after(head, brief_words.COMPLETION),
        "plan.evidenced": _after(head, brief_words.PROVEN),
        "plan.overdue.count": _after(head, brief_words.LATE),
    }
    if facts.commitments:
        found["plan.commitments_met"] = _after(head, brief_words.MET)
    for number in facts.dimensions:
        found[f"dimension.{dimension_name(number)}.completion"] = _after(dimensions, labels.dimension(number))
    return found


def in_pptx(facts: Facts, content: bytes) -> Placed:
    """Cards, states, dimensions, units and commitments, each in its row."""
    deck = slides.reopened(content)
    found: Placed = {}
    cards = {deck_words.COMPLETED: "plan.completion", deck_words.EVIDENCED: "plan.evidenced"}
    cards |= {deck_words.OVERDUE: "plan.overdue.count", deck_words.DUE_SOON: "plan.due_soon.count"}
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    for shape in shapes:
        if shape.name in cards and shape.has_text_frame:
            found[cards[shape.name]] = shape.text_frame.paragraphs[1].text
    scopes = {f"{number}. {name}": f"dimension.{number}" for number, name in labels.DIMENSIONS.items()}
    scopes[labels.dimension(None)] = "dimension.general"
    scopes |= {name: f"unit.{code}" for code, name in facts.unit_names.items()}
    scopes[row_words.LEAD_UNKNOWN] = f"unit.{UNKNOWN}"
    for table in (shape.table for shape in shapes if shape.has_table):
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        for cells in rows[1:] if rows[0][:2] in (["Nội dung", "Hoàn thành"], ["Đơn vị", "Hoàn thành"]) else ():
            if cells[0] in scopes and cells[1] != "–":
                found[f"{scopes[cells[0]]}.completion"] = cells[1]
        states = {f"{one.glyph} {one.word}": code for code, one in labels.TASK_STATES.items()}
        if set(rows[0]) & set(states):
            counts = zip(rows[0], rows[1], strict=True)
            found |= {f"plan.state.{states[name]}.count": count for name, count in counts if name in states}
    return found


def in_xlsx(facts: Facts, content: bytes) -> Placed:
    """The state of each task, and counts and share of completion of the plan and of each dimension."""
    book = said.book_of(content)
    found: Placed = {}
    rows = list(book["Tổng hợp"].iter_rows(values_only=True))
    scopes = {f"{number}. {name}": f"dimension.{number}" for number, name in labels.FULL_DIMENSIONS.items()}
    scopes |= {"Toàn kế hoạch": "plan", labels.GENERAL_TASKS: "dimension.general"}
    for row in rows:
        if row[0] in scopes and row[2] is not None:
            names = _names(f"{scopes[str(row[0])]}.completion", "done", "tasks")
            found |= zip(names, (form.number(int(str(value))) for value in row[1:3]), strict=True)
    sheet = [list(row) for row in book["Nhiệm vụ"].iter_rows(values_only=True)]
    head = next(row for row in sheet if "Trạng thái" in row)
    contents = {row["content"]: row["key"] for row in facts.tasks}
    for cells in sheet[sheet.index(head) + 1 :]:
        told = dict(zip(head, cells, strict=True))
        if told.get("Trạng thái") and (key := contents.get(str(told.get("Nội dung công tác")))):
            found[f"task.{key}.state"] = str(told["Trạng thái"])
    return found


def wrong(named: dict[str, Figure], placed: Placed, *, squeezed: bool = False) -> dict[str, str]:
    """The figures that are not what stands in their place; ``squeezed``: what follows them stands there too."""
    if not squeezed:
        return {name: text for name, text in placed.items() if named[name].text != text}
    wanted = {name: printed.squeezed(named[name].text) for name in placed}
    return {name: text[:40] for name, text in placed.items() if not text.startswith(wanted[name])}


def plotted(content: bytes) -> Iterator[tuple[str, list[str], list[list[float | None]], list[list[Any]]]]:
    """Title, names of the rows, cached values and the cells they are drawn from, of each chart of a file of Office."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        is_workbook = "xl/workbook.xml" in package.namelist()
        own = said.book_of(content) if is_workbook else None
        for name, root in said.charts(content).items():
            relations = name.replace("charts/", "charts/_rels/") + ".rels"
            book = own
            if own is None:
                target = re.findall(rb'Target="\.\./(embeddings/[^"]+)"', package.read(relations))[0].decode()
                inside = package.read(f"{name.partition('/')[0]}/{target}")
                book = said.book_of(inside)
            title = " ".join(
                "".join(text.text or "" for text in paragraph.iter(f"{{{NS['a']}}}t"))
                for paragraph in root.find("c:chart/c:title", NS).iter(f"{{{NS['a']}}}p")
            )
            series = read(root)
            places = [one.findtext("c:val//c:f", namespaces=NS) for one in root.iterfind(".//c:ser", NS)]
            cells = [_cells(book, place) for place in places]
            yield title, [str(text) for text in series[0][1]], [values for _, _, values in series], cells


def _cells(book: openpyxl.Workbook, reference: str) -> list[Any]:
    sheet, _, where = reference.rpartition("!")
    found = book[sheet.strip("'").replace("''", "'")][where]
    return [cell.value for (cell,) in found] if isinstance(found, tuple) else [found.value]


def misdrawn(facts: Facts, named: dict[str, Figure], content: bytes) -> list[str]:
    """The points of charts that are no figures by name, in the chart or in the cells behind it."""
    charts = {chart.title: chart for chart in facts.charts}
    seen: Counter[str] = Counter()
    faults = []
    for title, rows, cached, behind in plotted(content):
        chart = charts[title]
        categories = chart.categories[seen[title] : seen[title] + len(rows)]
        seen[title] += len(rows)
        for place, one in enumerate(chart.series):
            wanted = [
                named[f"chart.{chart.slug}.{row.code or UNKNOWN}.{one.code or UNKNOWN}"].value for row in categories
            ]
            if not (_same(cached[place], wanted) and _same(behind[place], wanted)):
                faults.append(f"{title}, {one.name}: {cached[place]}, {behind[place]} for {wanted}")
        if chart.kind is ChartKind.BULLET:
            for category, told in zip(categories, rows, strict=True):
                scope = f"chart.{chart.slug}.{category.code}"
                parts = [named[f"{scope}.{one.code}"].text for one in chart.series]
                parts += [named[f"{scope}.total"].text] if category.total else []
                faults += [f"{title}: {part} not in {told}" for part in parts if part not in told]
    faults += [f"{title} is not whole" for title, count in seen.items() if count != len(charts[title].categories)]
    return faults if seen else ["no chart"]


def _same(found: Sequence[Any], wanted: Sequence[Any]) -> bool:
    """Whether values are equal, as far as Excel keeps them: fifteen places."""
    return len(found) == len(wanted) and all(
        one == other or (None not in (one, other) and math.isclose(one, other, rel_tol=1e-14))
        for one, other in zip(found, wanted, strict=True)
    )


def miswritten(chart: ChartSpec, named: dict[str, Figure], content: bytes, quoted: Sequence[str]) -> Counter[str]:
    """The numbers that a picture has too many of or too few: those of its figures, its axis and its names are right."""
    written = Counter(_numbers("".join(line) for line in said.of_svg(content)))
    scope = f"chart.{chart.slug}."
    points: list[str] = []
    told = []
    for series in chart.series:
        mine = [f"{scope}{row.code or UNKNOWN}.{series.code or UNKNOWN}" for row in chart.categories]
        points += mine
        drawn = [named[name] for name in mine if named[name].value is not None]
        shown = [one.text for one in drawn if one.value or chart.kind is not ChartKind.STACKED]
        # The line of a target says it once.
        told += shown[-1:] if series.mark and chart.kind is ChartKind.LINE else shown
    told += [figure.text for name, figure in named.items() if name.startswith(scope) and name not in points]
    if chart.kind is ChartKind.LINE:
        told += [form.number(step) for step in ticks(*ends(chart))]
    expected = Counter(_numbers((*told, *quoted)))
    return (written - expected) + (expected - written)


def _numbers(texts: Iterable[str]) -> Iterator[str]:
    return (number for text in texts for number in NUMBER.findall(text))


def _names(scope: str, *parts: str) -> tuple[str, ...]:
    return tuple(f"{scope}.{part}" for part in parts)


def _after(text: str, mark: str) -> str:
    return text.partition(printed.squeezed(mark))[2]
