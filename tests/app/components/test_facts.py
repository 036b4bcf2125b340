"""What files say about evidence, put safely on a page."""

from datetime import date

import pytest

from papi_metrics.app.components.rows import facts
from papi_metrics.charts.frames import Row

DAY = date(2022, 3, 14)


def evidence(**said: object) -> Row:
    empty: dict[str, object] = dict.fromkeys(facts.EVIDENCE)
    return {**empty, **said}


def test_evidence_names_number_day_title_and_a_way_to_it() -> None:
    row = evidence(
        evidence_number="23/BC",
        evidence_issued=date(2022, 3, 14),
        evidence_title="Báo cáo <quý>",
        evidence_link="https://example.org/a?b=1&c=2",
    )
    assert facts.evidence(row, DAY) == (
        "23/BC ngày 14/03/2022<br>Báo cáo &lt;quý&gt;<br>"
        '<a class="papi-way" href="https://example.org/a?b=1&amp;c=2" title="https://example.org/a?b=1&amp;c=2" '
        'target="_blank" rel="noopener noreferrer">Mở liên kết</a>'
    )


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "data:text/html,<b>", " vbscript:x", r"\\may-chu\thu-muc", "http//", "xem http://a.vn"],
)
def test_only_a_web_address_becomes_a_link(link: str) -> None:
    assert "<a " not in facts.evidence(evidence(evidence_link=link), DAY)


def test_no_evidence_is_nothing_to_show() -> None:
    assert facts.evidence(evidence(), DAY) == ""
    assert facts.evidence_short(evidence(), DAY) == ""


def test_evidence_dated_after_the_day_is_marked() -> None:
    row = evidence(evidence_number="23/BC", evidence_issued=date(2022, 3, 15))
    for shown in (facts.evidence, facts.evidence_short):
        assert "sau ngày chốt" in shown(row, DAY)
        assert "sau ngày chốt" not in shown(row, date(2022, 3, 15))


def test_facts_without_a_value_are_left_out() -> None:
    assert (
        facts.facts([("Tên", "<b>x</b>"), ("Trống", "")]) == '<dl class="papi-facts"><dt>Tên</dt><dd><b>x</b></dd></dl>'
    )


def test_prose_keeps_its_lines_and_no_markup() -> None:
    assert facts.prose("một\nhai & <script>") == '<span class="papi-prose">một\nhai &amp; &lt;script&gt;</span>'
