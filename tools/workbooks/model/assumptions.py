"""What the second sample is, said in its own sheet “Giả định” before the planted faults."""

from __future__ import annotations

from tools.workbooks.contents import Assumption

ASSUMPTIONS = (
    Assumption("Chi bộ, người, việc", "Đều hư cấu, kể cả vi phạm, kỷ luật, tố cáo.", "Sổ này để thử mọi trường hợp; không nói về chi bộ nào có thật."),
    Assumption("Thời điểm của sổ", "Số liệu đến ngày 20/11/2026.", "Sổ mẫu không đọc đồng hồ của máy."),
    Assumption("Hai người trùng tên", "Nguyễn Văn Hai: ML06 (sinh 1985) và ML07 (sinh 1993); các sheet ghi mã.", "Để thử cách phân biệt người trùng tên."),
    Assumption("Năm 2022", "Số người được đề nghị xuất sắc vượt giới hạn.", "Để thử giới hạn HTXS."),
    Assumption("Năm 2024, ML06", "Phiếu chia đều, không mức nào quá nửa.", "Chi bộ phải bỏ phiếu lại."),
    Assumption("Năm 2025, Bùi Thị Ốm", "Chi bộ bỏ phiếu cao hơn mức trần vì một việc chậm hạn; nghỉ ốm trên 03 tháng không hạ mức từ năm 2025.", "Để thử phát hiện phiếu cao hơn mức trần."),
)
