"""Headings of what only a rating, a sealed year or a template can show; the jobs that compute those raise them."""

from __future__ import annotations

from addin.core.findings import Heading, Severity

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTICE
_CEILING = "Đối chiếu các điều kiện của mức; bỏ phiếu lại hoặc bổ sung dữ liệu còn thiếu."

VOTED_ABOVE_CEILING = Heading("RAT320", W, "Mức được biểu quyết cao hơn mức có thể", _CEILING)
PROPOSED_ABOVE_CEILING = Heading("RAT321", W, "Mức chi bộ đề nghị cao hơn mức có thể", _CEILING)
DECIDED_ABOVE_CEILING = Heading("RAT322", W, "Mức cấp trên quyết định cao hơn mức có thể", _CEILING)
NO_MAJORITY = Heading("RAT323", W, "Không mức nào đủ phiếu", "Biểu quyết lại và nhập kết quả mới.")
OVER_THE_CAP = Heading("RAT324", W, "Số hoàn thành xuất sắc vượt giới hạn", "Chi bộ chọn lại, hoặc xin ý kiến cấp trên về số được phân bổ.")
VOTED_LACKING = Heading("RAT327", W, "Biểu quyết khi còn thiếu căn cứ", "Nhập điểm hoặc mức tiêu chí, số liệu nhiệm vụ còn thiếu; kết quả biểu quyết giữ nguyên.")
VOTE_NOT_FOLLOWED = Heading("RAT328", W, "Mức chi bộ đề nghị khác kết quả biểu quyết", "Đối chiếu biên bản kiểm phiếu; sửa hoặc xoá mức đã ghi ở “Chi bộ đề nghị”.")
RATED_THOUGH_EXEMPT = Heading("RAT329", W, "Ghi mức cho người không thuộc diện xếp loại", "Xoá mức đã ghi, hoặc sửa ngày tháng, tình trạng ở sheet Đảng viên.")
PROPOSAL_OUTDATED = Heading("RAT330", N, "Dự kiến của chương trình đã cũ", "Lập lại dự kiến xếp loại của năm.")
RATED_WITHOUT_LEVEL = Heading("RAT331", W, "Khoá năm khi còn người chưa có mức", "Nhập phiếu, mức chi bộ đề nghị hoặc quyết định của cấp trên rồi khoá.")
FROZEN_YEAR_EDITED = Heading("RAT325", E, "Năm đã khoá bị sửa", "Trả lại dữ liệu từ bản sao lưu, hoặc mở khoá năm kèm lý do rồi khoá lại.")
SEAL_INCOMPLETE = Heading("RAT326", N, "Dấu khoá chưa gồm hết dữ liệu của năm", "Xem lại rồi khoá lại năm (lệnh freeze, kèm lý do).")
TEMPLATE_UNFIT = Heading("DOC190", E, "Mẫu văn bản chưa dùng được", "Sửa mẫu theo điều đã nêu, hoặc lấy tệp ra khỏi thư mục “Mẫu”.")

HEADINGS = (
    VOTED_ABOVE_CEILING, PROPOSED_ABOVE_CEILING, DECIDED_ABOVE_CEILING, NO_MAJORITY, OVER_THE_CAP, FROZEN_YEAR_EDITED,
    SEAL_INCOMPLETE, VOTED_LACKING, VOTE_NOT_FOLLOWED, RATED_THOUGH_EXEMPT, PROPOSAL_OUTDATED, RATED_WITHOUT_LEVEL, TEMPLATE_UNFIT,
)  # fmt: skip
