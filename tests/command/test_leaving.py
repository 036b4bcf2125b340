"""Reports and named figures on the command line."""

import io
from pathlib import Path

import docx
import pptx
import pytest

from papi_metrics.model.period import Period
from papi_metrics.services.facts import figures_of
from tests.command.test_command_line import Call, call
from tests.documents.letters import reopened, texts
from tests.documents.printed import pages, text_of
from tests.services.sample_store import sample_facts, sample_store, sample_to_read

__all__ = ["call"]


@pytest.fixture(scope="module")
def sample() -> Path:
    """A store with the sample. The commands of these tests only read it."""
    return sample_to_read()


def test_every_figure_is_printed_by_name(call: Call, sample: Path) -> None:
    where = ("--store", sample, "--plan", "qt-2022", "--period", "2022-Q1")
    found = call("figures", *where, "--as-of", "2022-03-14", "--json").json
    head = {name: found[name] for name in ("plan", "period", "as_of", "finality", "illustrative")}
    assert head == {
        "plan": "qt-2022",
        "period": "2022-Q1",
        "as_of": "2022-03-14",
        "finality": "provisional",
        "illustrative": True,
    }
    assert found["version"] > 0
    assert found["figures"]["plan.completion.done"] == {"value": 18, "text": "18"}
    assert found["figures"]["plan.completion"] == {"value": pytest.approx(18 / 23), "text": "18/23 (78,3%)"}
    assert found["figures"]["unit.KHTC.submission.state"] == {"value": "missing", "text": "Chưa nộp"}
    assert "plan.completion: 18/23 (78,3%)" in call("figures", *where).out.splitlines()


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("--plan", "khong-co"), 2, "Không có kế hoạch “khong-co”"),
        (("--period", "2024-Q1"), 2, "Quý I/2024"),
        (("--as-of", "14/03/2022"), 2, "tham số --as-of"),
        (("--store", Path("khong-co.duckdb")), 3, ""),
    ],
)
def test_figures_of_nothing_are_one_line(
    call: Call, sample: Path, change: tuple[str, object], code: int, line: str
) -> None:
    options: dict[str, object] = {"--store": sample, "--plan": "qt-2022", "--period": "2022-Q1"}
    options[change[0]] = change[1]
    answer = call("figures", *(part for pair in options.items() for part in pair))
    assert (answer.code, answer.out) == (code, "")
    assert line in answer.err
    assert len(answer.err.splitlines()) == 1


def template(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("plan", "period", "kind", "title"),
    [
        ("qt-2022", "2022-Q1", "quarter", "trong quý I và nhiệm vụ quý II/2022"),
        ("qt-2022", "2022-Q4", "quarter", "trong quý IV/2022 và nhiệm vụ quý I/2023"),
        ("qt-2022", "2022-Q4", "year", "năm 2022 và nhiệm vụ năm 2023"),
        ("qt-2024", "2024-Q3", "commitments", "các cam kết nâng cao Chỉ số PAR INDEX, SIPAS, PAPI năm 2024"),
    ],
)
def test_a_report_is_written(
    call: Call, sample: Path, tmp_path: Path, plan: str, period: str, kind: str, title: str
) -> None:
    out = tmp_path / "báo cáo" / "quý.docx"
    answer = call("report", "--store", sample, "--plan", plan, "--period", period, "--kind", kind, "--out", out)
    assert (answer.code, answer.err, answer.out) == (0, "", "Đã ghi quý.docx.\n")
    assert title in " ".join(reopened(out.read_bytes()).core_properties.title.split())


def test_a_report_is_written_as_what_its_ending_says(call: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "quý.PDF"
    where = ("--store", sample, "--plan", "qt-2022", "--period", "2022-Q1", "--kind", "quarter", "--out", out)
    answer = call("report", *where)
    assert (answer.code, answer.err, answer.out) == (0, "", "Đã ghi quý.PDF.\n")
    assert "18/23(78,3%)nhiệmvụtínhtrongkỳ" in text_of(out.read_bytes())


def test_the_brief_is_one_page(call: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "tom-tat.pdf"
    where = ("--store", sample, "--plan", "qt-2022", "--period", "2022-Q1", "--as-of", "2022-03-10")
    answer = call("brief", *where, "--out", out)
    assert (answer.code, answer.err, answer.out) == (0, "", "Đã ghi tom-tat.pdf.\n")
    assert len(pages(out.read_bytes())) == 1
    assert "tínhđếnngày10/03/2022" in text_of(out.read_bytes())


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"--out": Path("tom-tat.docx")}, "Không ghi được ra “tom-tat.docx”: tên tệp phải kết thúc bằng .pdf."),
        ({"--plan": "trong"}, "chưa có nhiệm vụ hay cam kết nào để báo cáo"),
        ({"--period": "2024-Q1"}, "Quý I/2024"),
    ],
)
def test_a_brief_that_cannot_be_made_is_one_line(
    call: Call, tmp_path: Path, change: dict[str, object], line: str
) -> None:
    store, out = sample_store(tmp_path / "papi.duckdb"), tmp_path / "tom-tat.pdf"
    call("plans", "add", "--store", store, "--id", "trong", "--org", "Sở Nội vụ", "--year", "2022")
    options = {"--store": store, "--plan": "qt-2022", "--period": "2022-Q1", "--out": out, **change}
    answer = call("brief", *(part for pair in options.items() for part in pair))
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (2, "", 1)
    assert line in answer.err
    assert not out.exists()


_OF_PERIOD = ("--plan", "qt-2022", "--period", "2022-Q1")


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (("summary", *_OF_PERIOD), "kho.xlsx"),
        (("deck", *_OF_PERIOD), "kho.pptx"),
        (("brief", *_OF_PERIOD), "kho.pdf"),
        (("report", *_OF_PERIOD, "--kind", "quarter"), "kho.docx"),
        (("remind", *_OF_PERIOD, "--unit", "KHTC", "--as-of", "2022-03-14"), "kho.docx"),
        (("calendar", "--plan", "qt-2022"), "kho.ics"),
        (("log",), "kho.csv"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_nothing_is_written_over_the_store(call: Call, tmp_path: Path, command: tuple[str, ...], named: str) -> None:
    store = sample_store(tmp_path / named)
    before = store.read_bytes()
    answer = call(*command, "--store", store, "--out", tmp_path / "." / named)
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (2, "", 1)
    assert "đó là tệp mà lệnh này đang đọc" in answer.err
    assert store.read_bytes() == before


def test_a_report_is_not_written_over_the_template_it_is_made_from(call: Call, sample: Path, tmp_path: Path) -> None:
    own = tmp_path / "mau.docx"
    own.write_bytes(template("{{ ky }}: {{ ghi_chu_so_lieu }}"))
    before = own.read_bytes()
    answer = call("report", "--store", sample, *_OF_PERIOD, "--kind", "quarter", "--template", own, "--out", own)
    assert (answer.code, own.read_bytes()) == (2, before)


@pytest.mark.parametrize(
    ("command", "name", "ending"),
    [
        (("summary", *_OF_PERIOD), "tong-hop.txt", ".xlsx"),
        (("remind", *_OF_PERIOD, "--unit", "KHTC"), "nhac.pdf", ".docx"),
        (("calendar", "--plan", "qt-2022"), "lich.txt", ".ics"),
        (("deck", *_OF_PERIOD), "hop.ppt", ".pptx"),
    ],
)
def test_a_name_that_says_another_kind_of_file_is_refused(
    call: Call, sample: Path, tmp_path: Path, command: tuple[str, ...], name: str, ending: str
) -> None:
    answer = call(*command, "--store", sample, "--out", tmp_path / name)
    assert (answer.code, answer.err) == (2, f"Không ghi được ra “{name}”: tên tệp phải kết thúc bằng {ending}.\n")
    assert not (tmp_path / name).exists()


def test_the_offices_own_template_is_filled_in(call: Call, sample: Path, tmp_path: Path) -> None:
    own, out = tmp_path / "mau.docx", tmp_path / "bao-cao.docx"
    own.write_bytes(template("{{ ky }}: {{ ghi_chu_so_lieu }}"))
    where = ("--store", sample, "--plan", "qt-2022", "--period", "2022-Q1", "--as-of", "2022-03-10")
    answer = call("report", *where, "--kind", "quarter", "--template", own, "--out", out)
    assert (answer.code, answer.err) == (0, "")
    [told] = texts(reopened(out.read_bytes()))
    assert told.startswith("quý I/2022: Số liệu trong báo cáo tính đến ngày 10/03/2022, là số ước")


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        ({"--plan": "khong-co"}, 2, "Không có kế hoạch “khong-co”"),
        ({"--kind": "month"}, 2, "tham số --kind"),
        ({"--kind": "year"}, 2, "Báo cáo năm lập theo số liệu quý IV"),
        ({"--kind": "commitments"}, 2, "chưa có bảng cam kết"),
        ({"--period": "2024-Q1"}, 2, "Quý I/2024"),
        ({"--out": Path("bao-cao.odt")}, 2, "tên tệp phải kết thúc bằng .docx, .pdf"),
        ({"--out": Path("bao-cao.pdf"), "--template": template("a")}, 2, "phải ghi ra tệp .docx"),
        ({"--store": Path("khong-co.duckdb")}, 3, ""),
        ({"--template": Path("khong-co.docx")}, 3, "khong-co.docx"),
        ({"--template": b"abc"}, 3, "Không mở được mẫu"),
        ({"--template": template("{{ ghi_chu_so_lieu }} {{ khong_ro }}")}, 1, "Mẫu có chỗ điền không rõ: khong_ro."),
        ({"--template": template("{{ co_quan }}")}, 1, "Mẫu chưa có chỗ nói rõ số liệu là gì"),
    ],
)
def test_a_report_that_cannot_be_made_is_one_line_and_no_file(
    call: Call, sample: Path, tmp_path: Path, change: dict[str, object], code: int, line: str
) -> None:
    out = tmp_path / "bao-cao.docx"
    options: dict[str, object] = {
        "--store": sample,
        "--plan": "qt-2022",
        "--period": "2022-Q1",
        "--kind": "quarter",
        "--out": out,
        **change,
    }
    if isinstance(change.get("--template"), bytes):
        options["--template"] = tmp_path / "mau.docx"
        (tmp_path / "mau.docx").write_bytes(change["--template"])  # type: ignore[arg-type]
    answer = call("report", *(part for pair in options.items() for part in pair))
    assert (answer.code, answer.out) == (code, "")
    assert line in answer.err
    assert len(answer.err.splitlines()) == 1
    assert not out.exists()


def test_a_deck_is_written(call: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "họp" / "quý.pptx"
    where = ("--store", sample, "--plan", "qt-2022", "--period", "2022-Q1", "--as-of", "2022-03-10")
    answer = call("deck", *where, "--out", out)
    assert (answer.code, answer.err, answer.out) == (0, "", "Đã ghi quý.pptx.\n")
    deck = pptx.Presentation(str(out))
    assert len(deck.slides) == 6
    assert "số liệu đến 10/03/2022" in deck.core_properties.subject


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        ({"--plan": "khong-co"}, 2, "Không có kế hoạch “khong-co”"),
        ({"--period": "2024-Q1"}, 2, "Quý I/2024"),
        ({"--out": Path("hop.ppt")}, 2, "tên tệp phải kết thúc bằng .pptx"),
        ({"--store": Path("khong-co.duckdb")}, 3, ""),
    ],
)
def test_a_deck_that_cannot_be_made_is_one_line_and_no_file(
    call: Call, sample: Path, tmp_path: Path, change: dict[str, object], code: int, line: str
) -> None:
    out = tmp_path / "hop.pptx"
    options: dict[str, object] = {"--store": sample, "--plan": "qt-2022", "--period": "2022-Q1", "--out": out, **change}
    answer = call("deck", *(part for pair in options.items() for part in pair))
    assert (answer.code, answer.out) == (code, "")
    assert line in answer.err
    assert len(answer.err.splitlines()) == 1
    assert not out.exists()


def test_a_plan_without_anything_has_no_deck(call: Call, tmp_path: Path) -> None:
    store, out = sample_store(tmp_path / "papi.duckdb"), tmp_path / "hop.pptx"
    call("plans", "add", "--store", store, "--id", "trong", "--org", "Sở Tư pháp", "--year", "2022")
    answer = call("deck", "--store", store, "--plan", "trong", "--period", "2022-Q1", "--out", out)
    assert (answer.code, answer.out, out.exists()) == (2, "", False)
    assert "chưa có nhiệm vụ hay cam kết nào" in answer.err


def test_what_documents_print_of_the_command_is_what_the_services_give(call: Call, sample: Path) -> None:
    printed = call("figures", "--store", sample, "--plan", "qt-2024", "--period", "2024-Q3", "--json").json
    found = figures_of(sample_facts("qt-2024", Period(2024, 3)))
    assert {name: one["text"] for name, one in printed["figures"].items()} == {
        name: one.text for name, one in found.items()
    }
