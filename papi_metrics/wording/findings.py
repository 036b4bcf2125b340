"""What is said about a finding: its name, what is wrong, and how a clerk mends it without a call."""

from collections.abc import Mapping
from dataclasses import dataclass

from papi_metrics.model.finding import Finding, Severity
from papi_metrics.model.reading import TableAccount, TableKind
from papi_metrics.wording.form import number
from papi_metrics.wording.labels import SEVERITIES


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one code. ``{value}`` and the names of the finding's details are filled in."""

    title: str
    message: str
    fix: str


_SHOWN_LENGTH = 120
_NOTHING_TO_DO = "Không phải sửa; hãy đối chiếu lại nếu cần."
_COLUMNS: Mapping[str, str] = {
    "lead": "Chủ trì",
    "deadline": "Thời gian hoàn thành",
    "target": "Mục tiêu",
    "done_on": "Ngày hoàn thành",
    "as_of": "Ngày số liệu",
    "new_deadline": "Hạn mới",
    "evidence_date": "Ngày văn bản",
}
_CHARSETS: Mapping[str, str] = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}

WORDS: Mapping[str, Words] = {
    "no_table": Words(
        "Không tìm thấy bảng",
        "Không tìm thấy bảng nhiệm vụ hoặc bảng cam kết: các cột đọc được là {columns}.",
        "Bảng cần có dòng tiêu đề với ít nhất cột “Nội dung” và một cột khác như “TT”, “Chủ trì”, "
        "“Thời gian hoàn thành”. "
        "Hãy thêm hoặc sửa dòng tiêu đề rồi tải lên lại; chưa có gì được lưu.",
    ),
    "status_unreadable": Words(
        "Không đọc được trạng thái",
        "Trạng thái “{value}” không thuộc danh mục.",
        "Ghi một trong các từ: Chưa thực hiện, Đang thực hiện, Hoàn thành, Không phát sinh, Đã dừng.",
    ),
    "number_unreadable": Words(
        "Không đọc được con số",
        "“{value}” không phải là một con số.",
        "Chỉ ghi con số, dùng dấu phẩy cho phần thập phân, ví dụ 95,5 hoặc 95,5%; phần giải thích ghi ở cột Kết quả.",
    ),
    "date_unreadable": Words(
        "Không đọc được ngày",
        "“{value}” không phải là một ngày đầy đủ.",
        "Ghi theo thứ tự ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 05/03/2022.",
    ),
    "finality_unreadable": Words(
        "Không rõ số liệu ước hay chính thức",
        "“{value}” không cho biết số liệu là ước hay chính thức.",
        "Ghi “ước” hoặc “chính thức”.",
    ),
    "judgement_unreadable": Words(
        "Không đọc được đánh giá",
        "Đánh giá “{value}” không thuộc danh mục.",
        "Ghi một trong các từ: đạt, đạt một phần, không đạt.",
    ),
    "percent_out_of_range": Words(
        "Tỷ lệ ngoài khoảng 0-100",
        "Tỷ lệ hoàn thành “{value}” nằm ngoài khoảng từ 0 đến 100.",
        "Ghi tỷ lệ từ 0 đến 100. Nếu ô có định dạng %, ghi 95% chứ không ghi 95 rồi mới đổi định dạng.",
    ),
    "row_unmatched": Words(
        "Dòng không có trong kế hoạch",
        "Không tìm thấy trong kế hoạch dòng “{value}”.",
        "Chép lại đúng nội dung của nhiệm vụ hoặc cam kết trong kế hoạch, hoặc dùng tệp mẫu do phần mềm xuất ra. "
        "Nếu đây là nhiệm vụ mới, hãy nạp kế hoạch đã bổ sung trước.",
    ),
    "no_results": Words(
        "Chưa có kết quả nào",
        "Đọc được bảng nhưng không có ô kết quả nào được ghi.",
        "Ghi trạng thái, kết quả hoặc số liệu vào các cột kết quả rồi tải lên lại.",
    ),
    "narrative_without_period": Words(
        "Báo cáo chưa gắn với kỳ",
        "Tệp là báo cáo bằng lời, không phải kế hoạch.",
        "Chọn kỳ báo cáo rồi tải lên lại.",
    ),
    "unit_unknown": Words(
        "Chưa biết đơn vị",
        "Tên đơn vị “{value}” chưa có trong danh mục.{nearest}",
        "Sửa lại tên cho đúng danh mục, hoặc thêm tên gọi này vào đơn vị tương ứng ở trang Danh mục.",
    ),
    "deadline_unknown": Words(
        "Chưa hiểu thời hạn",
        "Chưa hiểu thời hạn “{value}” nên không tính được hạn.",
        "Ghi theo một trong các cách: Quý II/2024, Tháng 5/2024, Trước 25/11/2024, Năm 2024, Hàng quý, Thường xuyên, "
        "Theo tình hình thực tế.",
    ),
    "dimension_unknown": Words(
        "Chưa nhận ra nội dung PAPI",
        "“{value}” không trùng tên nội dung nào trong 8 nội dung PAPI; "
        "các dòng liên quan chưa được xếp vào nội dung nào.",
        "Ghi đúng tên nội dung, ví dụ “Công khai, minh bạch”, hoặc “Nội dung 2”.",
    ),
    "content_missing": Words(
        "Thiếu nội dung",
        "Dòng có “{value}” nhưng ô nội dung trống nên không được đọc.",
        "Ghi nội dung nhiệm vụ hoặc cam kết vào dòng này, hoặc xóa dòng.",
    ),
    "duplicate_row": Words(
        "Nội dung lặp lại",
        "“{value}” có ở nhiều dòng trong cùng một mục.",
        "Xóa dòng thừa; nếu là hai việc khác nhau, ghi rõ điểm khác nhau trong nội dung.",
    ),
    "formula_without_value": Words(
        "Công thức chưa có giá trị",
        "Ô chứa công thức nhưng tệp không lưu giá trị của nó nên ô được coi là trống.",
        "Mở tệp bằng Excel, chờ tính xong rồi lưu lại, hoặc thay công thức bằng giá trị.",
    ),
    "error_cell": Words(
        "Ô báo lỗi",
        "Ô đang hiện lỗi “{value}”.",
        "Sửa công thức hoặc ghi thẳng giá trị vào ô.",
    ),
    "legacy_text": Words(
        "Phông chữ cũ",
        "Chữ gõ theo bảng mã cũ {charset} đã được chuyển sang Unicode.",
        "Đối chiếu lại các ô này với bản in; nên lưu tệp bằng phông Unicode (Times New Roman).",
    ),
    "date_swapped": Words(
        "Có thể ngày và tháng bị đảo",
        "Cột {column}: mọi ô kiểu ngày đều có ngày không quá 12, trong khi ô gõ chữ có ngày lớn hơn (“{text}”). "
        "Có thể máy đã đảo ngày với tháng khi nhập.",
        "Đối chiếu từng ngày với văn bản gốc; gõ lại ngày đúng hoặc định dạng cột là văn bản (Text) trước khi gõ.",
    ),
    "numerator_above_denominator": Words(
        "Tử số lớn hơn mẫu số",
        "Tử số lớn hơn mẫu số ({value}).",
        "Kiểm tra lại hai con số; có thể chúng bị ghi đổi chỗ.",
    ),
    "value_contradicts": Words(
        "Số liệu mâu thuẫn",
        "Giá trị “{value}” không khớp với “{other}” ở cùng dòng.",
        "Sửa một trong hai ô cho khớp nhau.",
    ),
    "done_without_date": Words(
        "Hoàn thành nhưng thiếu ngày",
        "Trạng thái là hoàn thành nhưng chưa ghi ngày hoàn thành nên không biết đúng hạn hay quá hạn.",
        "Ghi ngày hoàn thành, ví dụ 05/03/2022.",
    ),
    "done_without_evidence": Words(
        "Hoàn thành nhưng thiếu minh chứng",
        "Trạng thái là hoàn thành nhưng không có minh chứng, cũng không có con số nào trong kết quả.",
        "Ghi số, ngày văn bản hoặc con số cụ thể.",
    ),
    "rows_gone": Words(
        "Có dòng không còn trong tệp",
        "{count} dòng đang có trong kế hoạch không còn trong tệp này: {rows}.",
        "Nếu các dòng đó đã được bỏ khỏi kế hoạch, ghi lý do rồi chấp nhận; nếu không, bổ sung vào tệp và tải lên lại.",
    ),
    "year_mismatch": Words(
        "Tệp của năm khác",
        "Tiêu đề của tệp ghi năm {printed}, còn kế hoạch đang chọn là năm {year}.",
        "Chọn đúng kế hoạch của năm {printed}, hoặc ghi lý do nếu tiêu đề in nhầm.",
    ),
    "results_without_period": Words(
        "Kết quả chưa gắn với kỳ",
        "Tệp có cột kết quả nhưng đang được nạp như kế hoạch; các kết quả sẽ không được lưu.",
        "Để lưu kết quả, chọn kỳ báo cáo rồi tải lên lại.",
    ),
    "year_unknown": Words(
        "Chưa rõ năm",
        "Tệp không cho biết năm của kế hoạch nên các thời hạn không ghi năm chưa tính được ngày.",
        "Chọn năm của kế hoạch khi nạp tệp.",
    ),
    "column_missing": Words(
        "Thiếu cột",
        "Bảng không có cột {column}; các dòng được đọc với phần này để trống.",
        "Nếu tệp có cột này dưới tên khác, đổi tiêu đề cột thành “{column}” rồi tải lên lại.",
    ),
    "dimensions_missing": Words(
        "Không có nội dung PAPI",
        "Không dòng nào của bảng đứng dưới tên một nội dung PAPI.",
        "Thêm dòng nhóm mang tên nội dung hoặc cột “Nội dung PAPI” nếu muốn theo dõi theo 8 nội dung.",
    ),
    "number_missing": Words("Không có số thứ tự", "Dòng không có TT; vẫn được đọc là một dòng riêng.", _NOTHING_TO_DO),
    "number_repeated": Words(
        "Số thứ tự lặp lại",
        "TT “{value}” có ở nhiều dòng trong cùng một mục; cả các dòng đều được giữ.",
        _NOTHING_TO_DO,
    ),
    "lead_missing": Words(
        "Chưa ghi đơn vị chủ trì", "Ô chủ trì trống; chưa rõ đơn vị nào chịu trách nhiệm.", "Ghi tên đơn vị chủ trì."
    ),
    "deadline_missing": Words(
        "Chưa ghi thời hạn",
        "Ô thời hạn trống; dòng này không được tính đúng hạn, quá hạn.",
        "Ghi thời gian hoàn thành.",
    ),
    "row_joined": Words(
        "Dòng bị ngắt trang đã được nối",
        "Dòng “{value}” bị ngắt trang; phần tiếp theo (dòng {rows} của bảng) đã được nối vào.",
        _NOTHING_TO_DO,
    ),
    "row_doubtful": Words(
        "Dòng chưa chắc là riêng",
        "“{value}” không có TT, chủ trì và thời hạn; được đọc là một dòng riêng.",
        "Nếu đây là phần tiếp của dòng trên, gộp vào ô trên rồi tải lên lại.",
    ),
    "hidden_rows": Words(
        "Có dòng ẩn", "Các dòng {rows} đang ẩn vẫn được đọc.", "Xóa các dòng này nếu không muốn đưa vào."
    ),
    "hidden_sheet": Words(
        "Có sheet ẩn", "Sheet “{value}” đang ẩn vẫn được đọc.", "Xóa sheet này nếu không muốn đưa vào."
    ),
    "month_shown": Words(
        "Ô chỉ hiện tháng hoặc năm",
        "Ô là một ngày nhưng chỉ hiện “{value}”; hạn được lấy là ngày cuối của thời gian đó.",
        _NOTHING_TO_DO,
    ),
    "date_doubt": Words(
        "Ngày hiện theo kiểu tháng trước ngày sau",
        "Ô hiện tháng trước ngày sau; được đọc là ngày {value} (ngày/tháng/năm).",
        "Đối chiếu với văn bản gốc; nên định dạng ô là dd/mm/yyyy.",
    ),
    "number_doubt": Words(
        "Con số có thể đọc hai cách",
        "“{value}” được đọc là {read}.",
        "Nếu không đúng, ghi lại với dấu phẩy cho phần thập phân và không dùng dấu chấm.",
    ),
    "target_relative": Words(
        "Mục tiêu so với số gốc",
        "“{value}” là mức tăng hoặc giảm so với một số gốc; chưa đánh giá được khi chưa có số gốc.",
        "Nhập số gốc ở trang Danh mục, thẻ “Cam kết”.",
    ),
    "target_several": Words(
        "Nhiều mục tiêu trong một ô",
        "“{value}” chứa nhiều mục tiêu nên chưa tính được bằng số; người theo dõi tự đánh giá.",
        "Tách mỗi mục tiêu thành một dòng nếu muốn tính bằng số.",
    ),
    "text_suspect": Words(
        "Chữ có thể gõ sai", "“{value}” có thể gõ sai; vẫn giữ đúng như bản in.", "Sửa trong tệp gốc nếu đúng là lỗi."
    ),
    "text_cut": Words(
        "Nội dung có thể bị cắt",
        "Nội dung kết thúc giữa chừng: “{value}”.",
        "Đối chiếu với văn bản gốc và ghi nốt phần còn thiếu.",
    ),
    "date_suspicious": Words(
        "Ngày văn bản đáng ngờ",
        "Văn bản được viện dẫn ghi ngày {value}, muộn so với năm của kế hoạch hoặc không có trong lịch.",
        "Kiểm tra lại ngày của văn bản được viện dẫn; nội dung vẫn giữ đúng như bản in.",
    ),
}


def title(code: str) -> str:
    """Return the short name of a finding. Raises KeyError for an unknown code."""
    return WORDS[code].title.partition("{")[0].strip()


def message(finding: Finding, unit_names: Mapping[str, str] | None = None) -> str:
    """Return what is wrong, with the value. ``unit_names`` (code → name) names the units that are offered."""
    return WORDS[finding.code].message.format_map(_values(finding, unit_names or {}))


def fix(finding: Finding) -> str:
    """Return how to mend it."""
    return WORDS[finding.code].fix.format_map(_values(finding, {}))


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
    values = _Values(details, value=_short(finding.value))
    if "column" in details:
        values["column"] = _COLUMNS.get(details["column"], details["column"])
    if "charset" in details:
        values["charset"] = _CHARSETS.get(details["charset"], details["charset"])
    if "columns" in details:
        values["columns"] = f"“{details['columns']}”" if details["columns"] else "(không có cột nào)"
    if "read" in details:
        values["read"] = details["read"].replace(".", ",")
    nearest = [unit_names.get(code, code) for code in details.get("nearest", "").split(",") if code]
    values["nearest"] = f" Gần giống: {', '.join(nearest)}." if nearest else ""
    return values


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1].rstrip() + "…"
