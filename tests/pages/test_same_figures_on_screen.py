"""The pages print the figures of the documents: each number is one of them by name, each in its place."""

import html
import re
from collections.abc import Iterator
from functools import cache

import pytest
import streamlit as st

from papi_metrics.documents.figures import UNKNOWN
from papi_metrics.services.facts import Facts, figures_of
from papi_metrics.wording import charts as chart_words
from papi_metrics.wording import form, labels
from papi_metrics.wording import papi_targets as target_words
from papi_metrics.wording import rows as row_words
from tests.documents import said
from tests.documents.awkward import awkward
from tests.documents.files import CASES, facts_for
from tests.documents.strangers import Known
from tests.pages.conftest import LOADED_AT
from tests.pages.opening import html_of, opened, window
from tests.services.sample_store import sample_store

PAGES = ("tong_quan", "noi_dung", "don_vi", "cam_ket", "trinh_chieu")
LEAST = {"tong_quan": 12, "noi_dung": 12, "don_vi": 5, "cam_ket": 0, "trinh_chieu": 6}
"""So many figures are read in the smallest plan, which has no commitments, or the reading has gone blind."""
_CARD = r'<small>{}</small><span class="papi-figure">([^<]*)</span>(?:<span class="papi-of">/(\d+))?'


@cache
def markup(case: str, page: str) -> str:
    """A page as it is drawn for a plan."""
    plan, period, as_of = CASES[case]
    return html_of(opened(window(), page, {"plan": plan, "period": period.code, "as_of": as_of.isoformat()}))


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("screen") / "papi.duckdb"
    if request.param == "awkward":
        with awkward(path):
            pass
    else:
        sample_store(path, made_at=LOADED_AT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PAPI_STORE", str(path))
        st.cache_resource.clear()
        yield request.param
        st.cache_resource.clear()


def known(facts: Facts) -> Known:
    """What pages put together of two figures, and what they say of files and of themselves."""
    told = [f"{form.number(row['reported'])}/{form.number(row['owed'])} dòng" for row in facts.submissions]
    count = len(facts.commitments)
    told += [f"{count}/{count} cam kết", *(f"nội dung {number}:" for number in labels.DIMENSIONS)]
    told += [f"hoàn thành +{len(facts.moved.done)} −{len(facts.moved.undone)}"]
    for row in (row for row in facts.commitments if row["actual"] is not None and row["previous_actual"] is not None):
        unit, actual, last = row["target_unit"] or "", row["actual"], row["previous_actual"]
        beside = (
            form.held(last, unit, actual, row["target_value"]),
            form.held(actual, unit, last, row["target_value"]),
        )
        told.append(" → ".join(beside))
    return Known(facts, quoted=told)


_OF_FILES = re.compile(r"\d\d/\d\d/\d{4} \d\d:\d\d|lần nhập \d+|^ô .*|^giống kế hoạch \d+%|từ \S+\.\w+$")
"""When and from which file and cell a figure came, and how much of a text is old."""
_WAYS = re.compile(r'<nav class="papi papi-ways".*?</nav>', re.DOTALL)
_SCORES = re.compile(
    rf'<section class="papi-panel"><div class="papi-head"><h2>(?:Điểm PAPI và|{target_words.EFFORT}).*?</section>',
    re.DOTALL,
)
"""Official scores are no figures of the plan: test_papi_gaps holds them against their measures."""


def figures_on(body: str) -> list[str]:
    return [_OF_FILES.sub("", html.unescape(text)) for text in said.of_html(_SCORES.sub("", _WAYS.sub("", body)))]


def strange(of: Facts, page: str, body: str) -> list[str]:
    """The numbers of a page that are no figures, and the figures that do not stand in their place."""
    faults = known(of).strangers(figures_on(body))
    named = figures_of(of)
    return faults + [f"{name}: {told!r}" for name, told in placed(of, page, body) if named[name].text != told]


def placed(of: Facts, page: str, body: str) -> Iterator[tuple[str, str]]:
    """Each figure that a page has a place for, with what stands there."""
    if page in ("tong_quan", "trinh_chieu"):
        yield from _cards(body)
    elif page == "noi_dung":
        scopes = {labels.dimension(number): f"dimension.{number or 'general'}" for number in of.dimensions}
        for name, *_, last in _rows(body, chart_words.DIMENSION_BY_UNIT):
            if name in scopes:
                yield f"{scopes[name]}.completion.fraction", last
        for name, done, *_ in _rows(body, target_words.EFFORT):
            if "/" in done:
                evidenced, _, tasks = done.partition("/")
                yield f"{scopes[name]}.evidenced.evidenced", evidenced
                yield f"{scopes[name]}.completion.tasks", tasks
    elif page == "don_vi":
        scopes = {name: f"unit.{code}" for code, name in of.unit_names.items()}
        scopes[row_words.LEAD_UNKNOWN] = f"unit.{UNKNOWN}"
        for name, completion, *_ in _rows(body, "Các đơn vị chủ trì"):
            if completion != chart_words.NO_FIGURE:
                yield f"{scopes[name]}.completion", completion
    else:
        keys = {row["content"].strip(): row["key"] for row in of.commitments}
        numbers = {row["key"] for row in of.commitments if row["gap"] is not None}
        units = {row["key"]: row["target_unit"] or "" for row in of.commitments}
        for cells in _rows(body, "Cam kết"):
            key = next(key for content, key in keys.items() if cells[0].startswith(content))
            yield f"commitment.{key}.target", cells[1].removesuffix(f" {units[key]}")
            if key in numbers:
                yield f"commitment.{key}.gap", cells[3].partition(" cần đạt")[0]


def _cards(body: str) -> Iterator[tuple[str, str]]:
    cards = {
        "Tỷ lệ hoàn thành": "completion.done completion.tasks",
        "Có minh chứng": "evidenced.evidenced evidenced.done",
    }
    cards |= {"Cam kết đạt": "commitments_met.met commitments_met.assessable", "Quá hạn": "overdue.count"}
    for title, names in cards.items():
        for found in re.findall(_CARD.format(title), body):
            for name, text in zip(names.split(), found, strict=False):
                if text:
                    yield f"plan.{name}", text


def _rows(body: str, name: str) -> Iterator[list[str]]:
    """The cells of a table without their marks."""
    for table in re.findall(rf'<table [^>]*aria-label="{re.escape(name)}".*?</table>', body, re.DOTALL):
        for row in re.findall(r"<tr.*?</tr>", table.partition("<tbody>")[2], re.DOTALL):
            cells = re.findall(r"<t[hd][ >].*?</t[hd]>", row, re.DOTALL)
            yield [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", cell)).split()) for cell in cells]


@pytest.mark.parametrize("page", PAGES)
def test_every_number_of_a_page_is_a_figure_of_the_documents_in_its_place(case: str, page: str) -> None:
    of, body = facts_for(case), markup(case, page)
    assert strange(of, page, body) == []
    assert known(of).count(figures_on(body)) >= LEAST[page]
    assert bool(list(placed(of, page, body))) is (page != "cam_ket" or bool(of.commitments))


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("tong_quan", '"papi-figure">25<', '"papi-figure">24<'),
        ("noi_dung", "hoàn thành 2/4 (50,0%)", "hoàn thành 1/4 (50,0%)"),
        ("don_vi", "25/27 (92,6%)", "25/28 (89,3%)"),
        ("cam_ket", "−0,04 điểm %", "−0,9 điểm %"),
        ("trinh_chieu", '"papi-of">/27', '"papi-of">/28'),
    ],
)
@pytest.mark.parametrize("case", ["q3-2024"], indirect=True)
def test_one_number_that_is_otherwise_is_found(case: str, page: str, old: str, new: str) -> None:
    body = markup(case, page)
    assert old in body
    assert strange(facts_for(case), page, body.replace(old, new)) != []
