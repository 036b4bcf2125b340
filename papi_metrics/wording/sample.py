"""What is written into the ledger when the sample is loaded."""

REASON = "Số liệu minh họa"
LOADED_BY = "Bộ mẫu"
REAL_ONLY = "Chỉ giữ số liệu thật"
RESTORED = "Khôi phục số liệu minh họa"
