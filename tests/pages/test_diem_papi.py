"""Điểm PAPI on the reference data: standing, table, sub-dimensions, what-if, merged provinces, wrong addresses."""

from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from papi_metrics.charts.frames import records
from papi_metrics.model.ledger import Protocol, SourceFile
from papi_metrics.model.score import Listing, Score
from papi_metrics.services import scores
from papi_metrics.services.reference import provinces
from papi_metrics.services.stores import Store
from papi_metrics.wording import page_scores as words
from tests.measures import naive_scores
from tests.pages.conftest import LOADED_AT
from tests.pages.opening import COMMITTED, html_of, lines_of, links_of, opened, words_of

PAGE = "diem_papi"
DAK_NONG = {"plan": "dn-2024"}


def board_of(app: AppTest) -> list[str]:
    return lines_of(app, words.BOARD)


def test_the_province_of_the_plan_stands_there_in_the_last_year(app: AppTest) -> None:
    text = words_of(opened(app, PAGE, COMMITTED))
    assert "Quảng Trị, PAPI 2024: tổng điểm 44,75, hạng 14/61, nhóm cao nhất (nhóm tính toán)." in text
    assert "nội dung cách nhóm cao nhất xa nhất là Cung ứng dịch vụ công, cần 0,40 điểm" in text
    lines = board_of(app)
    assert len(lines) == 9
    assert lines[8] == (
        "8. Quản trị điện tử 3,53 20/61 ●●●○ Trung bình cao nhóm tính toán 3,27 3,41 3,55 3,39 0,02 +0,26"
    )
    for label in ("Trung vị (P50)", "Trung bình cộng", "của cả nước", "papi.org.vn"):
        assert label in text


def test_another_plan_brings_its_own_province_and_what_the_next_group_costs(app: AppTest) -> None:
    text = words_of(opened(app, PAGE, DAK_NONG))
    assert "Đắk Nông, PAPI 2024: tổng điểm 40,54, hạng 58/61, nhóm thấp nhất (nhóm tính toán)." in text
    assert "Để lên nhóm trung bình thấp cần 1,40 điểm; lớn nhất ở Kiểm soát tham nhũng." in text


def test_a_view_is_an_address(app: AppTest) -> None:
    opened(app, PAGE, COMMITTED, province="Đăk Nông", year="2022", compare="TP.HCM", dimension="8")
    assert "Đắk Nông, PAPI 2022" in words_of(app)
    assert words.compared_with("TP. Hồ Chí Minh") in words_of(app)
    assert "Nội dung thành phần: Quản trị điện tử, năm 2022" in words_of(app)
    assert any(
        link.startswith("diem-papi?")
        and all(part in link for part in ("province=dak-nong", "year=2022", "compare=tp-ho-chi-minh", "dimension=5"))
        for link in links_of(app)
    )


def test_a_change_across_a_break_is_a_dash_with_its_reason(app: AppTest) -> None:
    lines = board_of(opened(app, PAGE, COMMITTED, year="2019"))
    assert lines[8].endswith("– từ năm 2019 nội dung 8 có thêm nội dung thành phần 8.3")
    assert lines[0].endswith("−2,43 trong đó nội dung 8 không so được")
    text = words_of(app)
    assert "2021: từ năm 2021 nội dung 5 không còn nội dung thành phần 5.2 (giấy phép xây dựng)" in text
    assert "Đường tổng điểm vẫn nối qua 2019 (trong đó nội dung 8 không so được)" in text


def test_before_2018_there_are_six_dimensions_and_no_sub_dimensions(app: AppTest) -> None:
    lines = board_of(opened(app, PAGE, COMMITTED, year="2017", dimension="1"))
    assert len(lines) == 7
    assert words.SUBS_SINCE in words_of(app)


def test_a_year_without_a_score_is_no_zero(app: AppTest) -> None:
    opened(app, PAGE, COMMITTED, province="quang-ninh", year="2021")
    text = words_of(app)
    assert "Quảng Ninh không có điểm năm 2021 (không phải 0 điểm)" in text
    lines = board_of(app)
    assert lines[0] == "Tổng điểm không có điểm – – 40,71 42,27 43,81 42,41 – –"
    assert words.SUPPOSE_NOTHING.format(year=2021) in text
    labels = [part for part in html_of(app).split('aria-label="') if "Tổng điểm. Quảng Ninh: " in part]
    assert "2020 48,81" in labels[0]
    assert " 2021 " not in labels[0].partition('"')[0]


def test_sub_dimensions_say_which_names_are_not_official(app: AppTest) -> None:
    opened(app, PAGE, COMMITTED, dimension="7")
    lines = lines_of(app, words.SUBS)
    assert [line.split()[0] for line in lines] == ["7.1", "7.2", "7.3"]
    assert [words.NAME_UNSURE in line for line in lines] == [True, False, True]


def test_the_broken_off_sub_dimension_is_listed_only_while_it_was(app: AppTest) -> None:
    opened(app, PAGE, COMMITTED, year="2020", dimension="5")
    assert [line.split()[0] for line in lines_of(app, words.SUBS)] == ["5.1", "5.2", "5.3", "5.4"]


@pytest.mark.parametrize(("level", "typed"), [("p50", ""), ("p75", ""), ("max", ""), ("own", "5,5")])
def test_what_if_is_what_a_second_computation_says(app: AppTest, level: str, typed: str) -> None:
    with Store.open() as store:
        rows = records(scores.board(store, 2024))
    told = {part: {row["province"]: row["score"] for row in rows if row["part"] == part} for part in ("0", "4")}
    known = {part: {name: score for name, score in found.items() if score} for part, found in told.items()}
    _, middle, upper = naive_scores.thresholds(known["4"])
    score = {"p50": middle, "p75": upper, "max": max(known["4"].values()), "own": 5.5}[level]
    total = known["0"]["Đắk Nông"] + score - known["4"]["Đắk Nông"]
    rank = 1 + sum(other > total for name, other in known["0"].items() if name != "Đắk Nông")
    reached = sum(total >= limit for limit in naive_scores.thresholds(known["0"]))
    opened(app, PAGE, DAK_NONG, suppose="4", level=level, score=typed)
    line = lines_of(app, words.SUPPOSE)[1]
    names = ("Thấp nhất", "Trung bình thấp", "Trung bình cao", "Cao nhất")
    written = f"{total:.2f}".replace(".", ",")
    assert line.startswith("Tổng điểm 40,54 · hạng 58/61")
    assert f"{written} · hạng {rank}/61" in line
    assert line.endswith(names[reached])
    text = words_of(app)
    assert words.SUPPOSE_NOTE in text
    assert "Không nói điểm sẽ thay đổi thế nào" in text
    assert (words.LOWER in text) is (score < known["4"]["Đắk Nông"])


def test_a_score_that_is_none_is_asked_again(app: AppTest) -> None:
    opened(app, PAGE, DAK_NONG, suppose="4", level="own", score="11")
    assert words.OWN_UNREAD in words_of(app)
    assert lines_of(app, words.SUPPOSE) == []


@pytest.mark.parametrize(
    ("key", "name", "parts"),
    [
        ("quang-tri-moi", "Quảng Trị", ("Quảng Trị", "Quảng Bình")),
        ("lam-dong-moi", "Lâm Đồng", ("Lâm Đồng", "Đắk Nông", "Bình Thuận")),
    ],
)
def test_parts_of_a_merged_province_stand_side_by_side(
    app: AppTest, key: str, name: str, parts: tuple[str, ...]
) -> None:
    text = words_of(opened(app, PAGE, COMMITTED, province=key))
    assert words.no_baseline(name, parts) in text
    assert "không lấy trung bình" in text
    for part in parts:
        assert f"{part}, PAPI 2024: tổng điểm" in text
    assert board_of(app)[0].count("hạng") == len(parts)
    assert words.SUPPOSE not in text


def test_a_merged_province_has_its_own_score_from_the_first_year_on(store_file: object, app: AppTest) -> None:
    told = [Score(item.name, "0", Decimal("44.5")) for item in provinces(Listing.NEW)]
    with Store.open(store_file) as store:  # type: ignore[arg-type]
        store.scores.add(2025, Listing.NEW, SourceFile("a", "csv", b"a"), told, protocol=Protocol(), made_at=LOADED_AT)
    text = words_of(opened(app, PAGE, COMMITTED))
    assert "Quảng Trị, PAPI 2025: tổng điểm 44,50" in text
    assert "2025: tỉnh được hợp nhất từ ngày 01/07/2025" in text
    assert board_of(app)[0].endswith("không có điểm gốc đã hợp nhất để so")
    text = words_of(opened(app, PAGE, COMMITTED, province="dak-nong", year="2025"))
    assert words.year_after_merger(2025, "Đắk Nông", "Lâm Đồng", 2024) in text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"province": "Quảng Trịnh"}, "không có tỉnh, thành phố nào tên như vậy. Có phải là Quảng Trị?"),
        (
            {"province": "xyz"},
            "Địa chỉ ghi tỉnh “xyz”: không có tỉnh, thành phố nào tên như vậy. Trang đang hiện Quảng Trị.",
        ),
        ({"province": ""}, "Địa chỉ để trống tỉnh, thành phố. Trang đang hiện Quảng Trị."),
        ({"year": "2030"}, "Địa chỉ ghi năm “2030”: chỉ có điểm các năm 2011–2024. Trang đang hiện năm 2024."),
        ({"year": "năm ngoái"}, "Địa chỉ ghi năm “năm ngoái”: chỉ có điểm các năm 2011–2024."),
        ({"year": ""}, "Địa chỉ để trống năm: chỉ có điểm các năm 2011–2024."),
        ({"dimension": "9"}, "Địa chỉ ghi nội dung “9”: năm 2024 không có điểm nội dung này."),
        ({"suppose": "9"}, words.UNKNOWN_SUPPOSED),
        ({"level": "p99"}, words.UNKNOWN_SUPPOSED),
        ({"compare": "xyz"}, "Địa chỉ ghi so sánh với “xyz”: không có tỉnh, thành phố nào tên như vậy."),
        ({"compare": "quang-tri-moi"}, "Danh sách năm 2024 không có Quảng Trị (sau hợp nhất). Trang không so sánh."),
    ],
)
def test_what_an_address_says_wrongly_is_told(app: AppTest, address: dict[str, str], said: str) -> None:
    text = words_of(opened(app, PAGE, COMMITTED, **address))
    assert said in text
    assert "Quảng Trị, PAPI 2024" in text
