"""From which unit a return is taken to come."""

import pytest

from papi_metrics.model.finding import Severity
from papi_metrics.services import looking
from papi_metrics.services.importing import preview
from papi_metrics.services.plans import plan_of
from papi_metrics.services.reference import known_units
from papi_metrics.services.senders import proposed_sender, senders
from papi_metrics.services.templates import whole_template
from tests.returns.filling import Q2_2022, filled, task_rows, template_of
from tests.services import books
from tests.services.sample_store import stocked

SENT_BY_MISTAKE = "name_of_other_unit"
ROW = ("1", "Việc một của kế hoạch", "", "", "Thường xuyên", "Hoàn thành", "10/03/2025", "Đã làm 5 việc", "1/BC")
TITLE = "KẾT QUẢ THỰC HIỆN KẾ HOẠCH PAPI QUÝ I/2025"


def proposed(line: str, name: str) -> str:
    """What is proposed for a return under a line above its title."""
    data = books.book(f"{line}\n{TITLE}" if line else TITLE, books.RETURN_HEADER, [ROW])
    return proposed_sender(known_units(), looking.look(data, name))


@pytest.mark.parametrize(
    ("line", "name", "sender"),
    [
        ("Đơn vị báo cáo: Văn phòng Sở", "a.xlsx", "VP"),
        ("ĐƠN VỊ BÁO CÁO: PHÒNG KẾ HOẠCH – TÀI CHÍNH", "a.xlsx", "KHTC"),
        ("Đơn vị: Thanh tra", "a.xlsx", "TTRA"),
        ("Tên đơn vị : VP Sở.", "a.xlsx", "VP"),
        # What the file says goes before its name.
        ("Đơn vị báo cáo: Thanh tra Sở", "bc-van-phong.xlsx", "TTRA"),
        ("Đơn vị báo cáo: Toàn Sở", "bc-van-phong.xlsx", ""),
        ("Đơn vị báo cáo: Phòng chưa ai biết", "a.xlsx", ""),
        ("Đơn vị báo cáo: Văn phòng, Thanh tra", "a.xlsx", ""),
        ("Đơn vị báo cáo: Các phòng, đơn vị thuộc Sở", "a.xlsx", ""),
        ("Đơn vị báo cáo: ………", "a.xlsx", ""),
        ("Đơn vị tính: triệu đồng", "a.xlsx", ""),
        ("", "bao-cao-quy-1-van-phong-so.xlsx", "VP"),
        ("", "BC quý 1 Thanh tra.xlsx", "TTRA"),
        ("", "BC_Q1_KHTC.xlsx", "KHTC"),
        ("", "Ban Thanh tra nhân dân quý 1.xlsx", "BTTND"),
        ("", "Văn phòng và KHTC quý 1.xlsx", ""),
        ("", "so-gd-quy-1.xlsx", ""),
        ("", "vpn-quy-1.xlsx", ""),
        ("", "bao-cao-quy-1.xlsx", ""),
    ],
)
def test_the_sender_is_read_from_the_line_above_the_table_else_from_the_name(line: str, name: str, sender: str) -> None:
    assert proposed(line, name) == sender


def test_a_template_says_whose_it_is_whatever_its_name_says() -> None:
    with stocked() as store:
        data = template_of(store, "qt-2022", Q2_2022, "VP")
        upload = looking.look(data, "thanh-tra.xlsx")
        assert proposed_sender(store.units("qt"), upload) == "VP"
        assert proposed_sender([unit for unit in store.units("qt") if unit.code != "VP"], upload) == ""


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("BPMC bao cao.xlsx", "BPMC"),
        ("P.KHTC quý 1.xlsx", "KHTC"),
        ("bao-cao-quy-2-bo-phan-mot-cua.xlsx", "BPMC"),
        ("KHTC và Thanh tra.xlsx", "TTRA,KHTC"),
        ("bao-cao-VP.xlsx", ""),
        ("VP gửi KHTC.xlsx", ""),
        ("bao-cao-quy-2.xlsx", ""),
        ("bpmcx-quy-2.xlsx", ""),
        ("Các phòng, đơn vị thuộc Sở.xlsx", ""),
    ],
)
def test_a_template_under_the_name_of_another_unit_is_asked_about(name: str, named: str) -> None:
    with stocked() as store:
        data = filled(template_of(store, "qt-2022", Q2_2022, "VP"), {"Nhiệm vụ": list(task_rows(2))})
        shown = preview(store, plan_of(store, "qt-2022"), data, name, Q2_2022)
        found = [(item.severity, item.details["units"]) for item in shown.findings if item.code == SENT_BY_MISTAKE]
        assert found == ([(Severity.WARNING, named)] if named else [])
        assert shown.needs_reason == bool(named)
        # Read without a plan the reference lists name the units.
        assert (SENT_BY_MISTAKE in {item.code for item in looking.look(data, name).reading.findings}) == bool(named)


def test_the_name_of_a_whole_or_of_a_file_of_ones_own_says_nothing_against_it() -> None:
    with stocked() as store:
        whole = whole_template(store, plan_of(store, "qt-2022"), Q2_2022).content
        own = books.book(TITLE, books.RETURN_HEADER, [ROW])
        codes = {item.code for data in (whole, own) for item in looking.look(data, "BPMC.xlsx").reading.findings}
        assert SENT_BY_MISTAKE not in codes


def test_a_group_sends_nothing() -> None:
    codes = {unit.code for unit in senders(known_units())}
    assert "VP" in codes
    assert "ALL" not in codes
