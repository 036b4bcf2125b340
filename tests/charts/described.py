"""Chart descriptions of every kind, with missing figures, long names and letters that formats have to escape."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from papi_metrics.charts.palette import Tone
from papi_metrics.charts.spec import Category, ChartKind, ChartSpec, Point, Provenance, Series
from papi_metrics.model.update import Finality
from papi_metrics.wording import form, labels

MARKS = [(label.glyph, label.word, Tone(label.tone)) for label in labels.TASK_STATES.values()]
STACKED_MARKS = "THỦ TỤC Ậ Ữ Ễ Ẫ Ỗ ở ằ ẵ ộ"
"""Letters with two marks, one above the other."""

texts = st.text(
    st.sampled_from([*"abc Ậữễở ởĐđ<>&\"'=+-@…", "\x01", "\n", "✓", "\ud800"]), min_size=1, max_size=60
).map(lambda text: text + "x")
counts = st.none() | st.integers(0, 5000)
figures = st.none() | st.decimals(0, 2000, places=2, allow_nan=False).map(float)


def _told(value: float | None, unit: str) -> str:
    return "" if value is None else form.held(value, unit)


@st.composite
def specs(draw: st.DrawFn, *kinds: ChartKind) -> ChartSpec:
    """Descriptions of these kinds; of a bullet the first series is what was reached, the second the target."""
    kind = draw(st.sampled_from(kinds or tuple(ChartKind)))
    size = draw(st.integers(1, 6))
    categories = tuple(
        Category(str(place), draw(texts), draw(st.sampled_from(["", "7/10", "−8,6 điểm %"])), draw(texts | st.just("")))
        for place in range(size)
    )
    return ChartSpec(
        kind=kind,
        slug="bieu-do",
        title=draw(texts),
        unit="%" if kind in (ChartKind.LINE, ChartKind.BULLET) else "nhiệm vụ",
        provenance=_provenance(draw),
        categories=categories,
        series=tuple(_series(draw, kind, size)),
        order=draw(st.sampled_from(["", "kém nhất trước"])),
        total=draw(st.sampled_from(["", "hoàn thành/áp dụng"])),
        top=draw(st.none() | st.just(100.0)) if kind is ChartKind.LINE else None,
    )


def _series(draw: st.DrawFn, kind: ChartKind, size: int) -> list[Series]:
    if kind is ChartKind.STACKED:
        chosen = draw(st.lists(st.sampled_from(MARKS), min_size=1, max_size=5, unique=True))
        return [
            Series(f"s{place}", word, _points(draw, size, counts, ""), tone, glyph)
            for place, (glyph, word, tone) in enumerate(chosen)
        ]
    if kind is ChartKind.BULLET:
        actual = Series("actual", "Thực hiện", _with_states(draw, _points(draw, size, figures, "%")))
        return [actual, Series("target", "Mục tiêu", _points(draw, size, figures, "%"), mark=True)]
    if kind is ChartKind.LINE:
        tones = st.sampled_from(list(Tone))
        lines = [
            Series(f"s{place}", draw(texts), _points(draw, size, figures, "%"), draw(tones))
            for place in range(draw(st.integers(1, 5)))
        ]
        goal = (Point(40.0, "40,0%"),) * size
        return [*lines, Series("target", "Mục tiêu", goal, mark=True)]
    return [
        Series(f"u{place}", draw(texts), _with_states(draw, _points(draw, size, counts, "")), total="3/4")
        for place in range(draw(st.integers(1, 9)))
    ]


def _points(
    draw: st.DrawFn, size: int, values: st.SearchStrategy[int | None] | st.SearchStrategy[float | None], unit: str
) -> tuple[Point, ...]:
    found = [draw(values) for _ in range(size)]
    return tuple(Point(None if value is None else float(value), _told(value, unit)) for value in found)


def _with_states(draw: st.DrawFn, points: tuple[Point, ...]) -> tuple[Point, ...]:
    chosen = [draw(st.sampled_from(MARKS)) for _ in points]
    return tuple(
        replace(point, tone=tone, word=f"{glyph} {word.lower()}")
        for point, (glyph, word, tone) in zip(points, chosen, strict=True)
    )


def _provenance(draw: st.DrawFn) -> Provenance:
    return Provenance(
        plan=draw(texts),
        period="2022-Q1",
        as_of=date(2022, 3, 14),
        version=14,
        finality=draw(st.sampled_from([None, *Finality])),
        illustrative=draw(st.booleans()),
        source="Sở Khoa học và Công nghệ",
    )
