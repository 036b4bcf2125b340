"""Everything that leaves the product prints the same figures: each number is one of them, each in its place."""

import html
import io
import math
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from papi_metrics.charts import texts
from papi_metrics.charts.spec import ChartSpec
from papi_metrics.documents.deck.topics import deck_of
from papi_metrics.model.ratio import Ratio
from papi_metrics.services import reports
from papi_metrics.services.facts import Facts, figures_of
from papi_metrics.services.reports import ReportKind
from tests.documents import placed, said
from tests.documents.files import CASES, MADE_AT, Made, made
from tests.documents.strangers import Known

KINDS = ("docx", "pdf", "brief", "pptx", "xlsx")
every_case = pytest.mark.parametrize("case", CASES)
every_kind = pytest.mark.parametrize("kind", KINDS)
LEAST = {"docx": 40, "pdf": 60, "brief": 13, "pptx": 50, "xlsx": 35}
"""So many figures are read in the smallest plan, or the reading has gone blind."""


@cache
def known(case: str) -> Known:
    facts = made(case).facts
    bases = reports.report_of(facts, ReportKind.QUARTER, MADE_AT).opening[0].text
    return Known(facts, quoted=[bases], days=[MADE_AT.date()])


def texts_of(kind: str, content: bytes) -> list[str]:
    if kind in ("pdf", "brief"):
        return [said.of_pdf(content)]
    of = {"docx": said.of_docx, "pptx": said.of_pptx, "xlsx": said.of_xlsx}[kind]
    return list(of(content))


def faults(case: str, kind: str, content: bytes) -> list[str]:
    """What a file prints that is no figure, or in the place of another."""
    facts, named = made(case).facts, dict(made(case).named)
    found = known(case).strangers(texts_of(kind, content))
    places: dict[str, Callable[[Facts, bytes], placed.Placed]] = {
        "docx": placed.in_docx,
        "pdf": placed.in_pdf,
        "brief": placed.in_brief,
        "pptx": placed.in_pptx,
        "xlsx": placed.in_xlsx,
    }
    wrong = placed.wrong(named, places[kind](facts, content), squeezed=kind in ("pdf", "brief"))
    found += [f"{name}: {text!r} for {named[name].text!r}" for name, text in wrong.items()]
    if kind in ("docx", "pptx", "xlsx"):
        found += placed.misdrawn(facts, named, content)
    if kind == "xlsx":
        values = [figure.value for figure in named.values() if isinstance(figure.value, (int, float))]
        values += [
            facts.version,
            *(one.no for one in facts.decisions),
            *(int(one["number"]) for one in facts.tasks if str(one["number"]).isdigit()),
        ]
        numbers = said.numbers_of(content)
        found += [f"{number}" for number in numbers if not any(math.isclose(number, one) for one in values)]
    return found


@every_case
@every_kind
def test_every_number_is_a_figure_and_stands_in_its_place(case: str, kind: str) -> None:
    content = getattr(made(case), kind)
    assert faults(case, kind, content) == []
    assert known(case).count(texts_of(kind, content)) >= LEAST[kind]


@every_case
def test_a_picture_has_the_figures_of_its_chart_each_as_often_as_it_is_drawn(case: str) -> None:
    for chart in made(case).facts.charts:
        assert off(chart, made(case), made(case).pictures[chart.slug]) == {}
    assert made(case).facts.charts


def off(chart: ChartSpec, of: Made, picture: bytes) -> dict[str, int]:
    names = [texts.name_of(chart, category) for category in chart.categories]
    keys = [texts.key(series) for series in chart.series]
    around = [chart.title, texts.reading(chart), texts.caption(chart), *names, *keys]
    return dict(placed.miswritten(chart, dict(of.named), picture, around))


# A number that is otherwise is found.


def altered(content: bytes, part: str, old: str, new: str) -> bytes:
    """The file with ``old`` written otherwise in the parts whose name matches; ``a!b`` are parts b of the files a."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            held = before.read(name)
            outer, _, inner = part.partition("!")
            if re.fullmatch(outer, name):
                held = altered(held, inner, old, new) if inner else re.sub(old.encode(), new.encode(), held)
            after.writestr(name, held)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("kind", "part", "old", "new"),
    [
        ("docx", r"word/document\.xml", r"25/27 \(92,6%\)", "24/27 (92,6%)"),
        # Another figure of the plan, in the place of this one.
        ("docx", r"word/document\.xml", r"2/4 \(50,0%\)", "1/4 (25,0%)"),
        ("docx", r"word/document\.xml", "−7,2 điểm", "−0,9 điểm"),
        ("docx", r"word/charts/chart1\.xml", "<c:v>5.0</c:v>", "<c:v>4.0</c:v>"),
        ("docx", r"word/embeddings/chart1\.xlsx!xl/worksheets/sheet1\.xml", "<v>5</v>", "<v>4</v>"),
        ("pptx", r"ppt/slides/slide\d+\.xml", r"2/4 \(50,0%\)", "1/4 (25,0%)"),
        ("pptx", r"ppt/slides/slide1\.xml", r">25<", ">27<"),
        ("pptx", r"ppt/notesSlides/notesSlide\d+\.xml", r"25/27 \(92,6%\)", "25/28 (92,6%)"),
        ("pptx", r"ppt/charts/chart\d+\.xml", "<c:v>5.0</c:v>", "<c:v>4.0</c:v>"),
        ("pptx", r"ppt/embeddings/.*!xl/worksheets/sheet1\.xml", "<v>5</v>", "<v>4</v>"),
        ("xlsx", r"xl/worksheets/sheet3\.xml", "<v>27</v>", "<v>26</v>"),
        ("xlsx", r"xl/worksheets/sheet3\.xml", "<v>0.925925925925925[0-9]</v>", "<v>0.93</v>"),
        ("xlsx", r"xl/charts/chart1\.xml", "<c:v>5.0</c:v>", "<c:v>4.0</c:v>"),
        ("xlsx", r"xl/worksheets/sheet6\.xml", "25/27<", "25/26<"),
    ],
)
def test_one_number_that_is_otherwise_is_found(kind: str, part: str, old: str, new: str) -> None:
    assert faults("q3-2024", kind, altered(getattr(made("q3-2024"), kind), part, old, new)) != []


@pytest.mark.parametrize("kind", ["pdf", "brief"])
def test_one_number_that_is_otherwise_is_found_in_a_pdf(kind: str) -> None:
    """Its letters cannot be exchanged in the file: it is made of other facts."""
    facts = made("dak-nong").facts
    number, of = next((number, of) for number, of in facts.dimensions.items() if of.ratio("completion").numerator)
    ratio = of.ratio("completion")
    less = replace(of, ratios={**of.ratios, "completion": Ratio(ratio.numerator - 1, ratio.denominator)})
    other = replace(facts, dimensions={**facts.dimensions, number: less})
    if kind == "pdf":
        content = reports.report_pdf(reports.report_of(other, ReportKind.QUARTER, MADE_AT))
    else:
        content = reports.brief_pdf(reports.brief_of(other, MADE_AT))
    assert faults("dak-nong", kind, content) != []


def test_one_number_that_is_otherwise_is_found_in_a_picture() -> None:
    of = made("q3-2024")
    for chart in of.facts.charts:
        picture = of.pictures[chart.slug].decode()
        told = [html.escape(point.text) for series in chart.series for point in series.points if point.value]
        figure = next(text for text in told if f">{text}</tspan>" in picture)
        other = picture.replace(f">{figure}</tspan>", f">1{figure}</tspan>", 1)
        assert off(chart, of, other.encode()) != {}, chart.slug


# What is better when it is less.


def test_what_has_to_fall_is_told_with_its_sign_wherever_it_is_told() -> None:
    """The screen says −1 vụ a quarter for a limit that is exceeded; a report that said +1 asked for the contrary."""
    facts = made("awkward").facts
    limit = {"comparator": "≤", "target_unit": "vụ", "target_value": 0.0, "actual": 2.0, "gap": -2.0, "pace": 1.0}
    rows = tuple({**row, **limit} if row["key"] == "c0" else row for row in facts.commitments)
    other = replace(facts, commitments=rows)
    assert figures_of(other)["commitment.c0.pace"].text == "−1 vụ"
    told = "cần đạt mỗi quý −1 vụ, còn 2 quý"
    assert repr(reports.report_of(other, ReportKind.QUARTER, MADE_AT)).count(told) == 1
    assert repr(deck_of(other, MADE_AT)).lower().count(told) == 1
