"""What can go wrong while a sheet is read: the SHT codes, each with severity, title and way out.

These are findings of form, not rules: they are raised where a value or heading is met, so nothing that
cannot be read is silently dropped, blanked or turned into another value.
"""

from __future__ import annotations

from addin.core.findings import Heading, Severity

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTICE


REQUIRED_COLUMN = Heading("SHT101", E, "Thiếu cột bắt buộc", "Thêm cột, hoặc chạy “Nhận diện sổ” để chỉ cột đang dùng.")
LACKING_COLUMNS = Heading("SHT117", N, "Sheet không có vài cột của sổ", "Không cần sửa nếu chi bộ không dùng các cột này; nếu có, chạy “Nhận diện sổ” để chỉ cột.")
TWO_COLUMNS = Heading("SHT102", E, "Hai cột cùng một nội dung", "Chạy “Nhận diện sổ” để chọn một cột, hoặc đổi tiêu đề cột kia.")
NEAR_HEADING = Heading("SHT103", W, "Tiêu đề gần giống một cột đã biết", "Sửa tiêu đề, hoặc chạy “Nhận diện sổ” để xác nhận.")
DOUBTFUL_SHEET = Heading("SHT104", W, "Chưa rõ sheet này là bảng nào", "Chạy “Nhận diện sổ” để chọn bảng.")
NO_MEMBERS = Heading("SHT105", W, "Sổ chưa có danh sách đảng viên", "Thêm sheet “Đảng viên”, hoặc chạy “Nhận diện sổ” để chỉ sheet đang dùng.")
ROWS_AFTER_GAP = Heading("SHT106", W, "Còn dữ liệu sau hai dòng trống", "Xoá các dòng trống ở giữa để phần dưới được đọc.")
MOVED_LAYOUT = Heading("SHT107", W, "Bố cục đã lưu không còn khớp", "Chạy “Nhận diện sổ” để xác nhận lại bố cục của sheet này.")
WEAK_SHEET = Heading("SHT108", N, "Sheet có thể là một bảng của sổ", "Nếu đúng, chạy “Nhận diện sổ” để xác nhận; nếu không, bỏ qua.")
NO_HEADINGS = Heading("SHT109", W, "Sheet không có dòng tiêu đề nhận ra được", "Chạy “Nhận diện sổ” để chỉ bảng và các cột, hoặc ghi tiêu đề như trong sổ trắng.")
DATE = Heading("SHT110", E, "Không đọc được ngày", "Nhập lại theo dạng ngày/tháng/năm, ví dụ 03/9/2019.")
SHORT_YEAR = Heading("SHT111", W, "Năm chỉ có hai chữ số", "Nhập đủ bốn chữ số của năm.")
MONTH_FIRST = Heading("SHT112", E, "Ngày tháng có vẻ bị đảo", "Nhập lại theo thứ tự ngày/tháng/năm.")
SERIAL = Heading("SHT113", N, "Ngày đang hiện thành số", "Chọn ô và đặt định dạng ngày dd/mm/yyyy.")
YEAR_AS_DATE = Heading("SHT115", W, "Năm đang hiện thành ngày", "Đặt lại định dạng của ô là số, hoặc nhập đủ ngày/tháng/năm.")
YEAR = Heading("SHT116", E, "Năm không hợp lệ", "Ghi năm bằng bốn chữ số, ví dụ 2025.")
FAR_DATE = Heading("SHT114", W, "Ngày quá xa", "Kiểm tra lại năm.")
OLD_LIST = Heading("SHT118", W, "Người chỉ có trong danh sách cũ", "Ghi tình trạng và ngày chuyển đi, hoặc thêm vào danh sách mới.")
ROLL_NOT_WHOLE = Heading("SHT119", E, "Danh sách đảng viên không đủ", "Khôi phục danh sách từ bản sao lưu, hoặc xoá các dòng trống ở giữa; trước đó chương trình không lập văn bản, số liệu.")
ERROR_VALUE = Heading("SHT120", E, "Ô đang báo lỗi công thức", "Sửa công thức hoặc nhập giá trị.")
UNCACHED = Heading("SHT121", E, "Công thức chưa có kết quả", "Mở sổ bằng Excel, bấm F9 rồi lưu lại.")
NUMBER = Heading("SHT122", E, "Không đọc được số", "Nhập lại bằng chữ số.")
WHOLE_NUMBER = Heading("SHT123", E, "Cần số nguyên", "Nhập lại bằng số nguyên không âm.")
WRONG_TYPE = Heading("SHT124", E, "Giá trị không đúng loại của cột", "Nhập lại giá trị đúng loại.")
PERCENT = Heading("SHT125", W, "Tỷ lệ chưa rõ", "Ghi kèm dấu %, ví dụ 85% hoặc 120%.")
COVERED_NAME = Heading("SHT126", E, "Ô gộp che mất tên người", "Bỏ gộp ô (Merge & Center) rồi ghi tên của từng người vào dòng của người ấy.")
HIDDEN_ROWS = Heading("SHT127", N, "Dòng đang ẩn vẫn được đọc", "Bỏ ẩn hoặc bỏ lọc để mọi người cùng thấy; dòng không dùng nữa thì xoá.")
CHOICE = Heading("SHT130", W, "Giá trị ngoài danh sách", "Chọn một giá trị trong danh sách của cột.")
FLAG = Heading("SHT131", W, "Không rõ là có hay không", "Ghi “x” hoặc “có”, “không”; để trống nếu chưa biết.")
LEVEL = Heading("SHT132", E, "Không rõ mức xếp loại", "Ghi HTXS, HTT, HTN, KHT hoặc tên đầy đủ của mức.")
LOST_ZEROS = Heading("SHT135", W, "Dãy số đang lưu dạng số", "Đặt định dạng Văn bản cho cột rồi nhập lại đủ các chữ số.")
COMPOUND = Heading("SHT136", W, "Không tách được ô gộp nhiều nội dung", "Tách thành nhiều cột, hoặc ghi đủ các phần, mỗi phần một dòng.")
SETTING = Heading("SHT137", E, "Giá trị thiết lập không đọc được", "Sửa theo gợi ý ở cột ghi chú của sheet Thiết lập.")
LEGACY_FONT = Heading("SHT140", W, "Cột dùng phông chữ cũ", "Chuyển cột sang Unicode; sổ vẫn được giữ nguyên, chỉ đọc bằng bản đã chuyển.")
MOJIBAKE = Heading("SHT141", E, "Chữ bị lỗi mã", "Nhập lại chữ tiếng Việt có dấu.")
ODD_LETTERS = Heading("SHT142", W, "Có ký tự lạ", "Xoá ô và gõ lại.")
PARTIAL_LIST = Heading("SHT143", N, "Danh sách của một số đảng viên", "Nếu đây là danh sách đảng viên, chạy “Nhận diện sổ” để xác nhận; nếu không, không cần làm gì.")
TYPED_TOTAL = Heading("SHT144", N, "Dòng tổng ghi số khác số dòng", "Sửa số ở dòng tổng, hoặc thay bằng công thức đếm để tự cập nhật.")
BEING_EDITED = Heading("SHT150", W, "Sổ đang có người mở", "Nếu cần số liệu mới nhất, nhờ đồng chí ấy lưu và đóng sổ rồi chạy lại.")
HIDDEN_SHEET = Heading("SHT151", N, "Sheet đang ẩn", "Bỏ ẩn để mọi người cùng thấy; nếu là bản cũ, thêm mục “Bố cục: Không đọc @ tên sheet” vào “Thiết lập”.")
READ_ONLY_FORMAT = Heading("SHT152", N, "Định dạng chỉ đọc được", "Lưu sổ thành .xlsx rồi chạy lại.")
WRONG_EXTENSION = Heading("SHT153", W, "Đuôi tên tệp không đúng định dạng", "Đổi đuôi tên tệp để Excel mở không báo lỗi.")
A_COPY = Heading("SHT154", W, "Tên tệp giống một bản sao", "Kiểm tra đây có đúng là sổ đang dùng không; nếu không, chọn đúng tệp rồi chạy lại.")
OLD_RESULTS = Heading("SHT155", N, "Công thức chưa được Excel tính lại", "Mở sổ bằng Excel, lưu lại rồi chạy lại.")
BEYOND_LIMITS = Heading("SHT156", W, "Sheet ngoài giới hạn đọc", "Nếu đây là bảng của chi bộ, bấm Ctrl+End để tìm ô xa nhất, bỏ ô lạc ở đó; sheet khác thì để nguyên.")
NOT_DONE = Heading("SHT190", E, "Sổ không làm được trong lượt chạy nhiều sổ", "Xem lý do; sửa sổ hoặc đưa sổ ra khỏi thư mục rồi chạy lại.")

FAULTS = (
    REQUIRED_COLUMN, TWO_COLUMNS, NEAR_HEADING, DOUBTFUL_SHEET, NO_MEMBERS, ROWS_AFTER_GAP,
    MOVED_LAYOUT, WEAK_SHEET, NO_HEADINGS, DATE, SHORT_YEAR, MONTH_FIRST, SERIAL, FAR_DATE,
    YEAR_AS_DATE, YEAR, LACKING_COLUMNS, OLD_LIST, ROLL_NOT_WHOLE, ERROR_VALUE, UNCACHED, NUMBER, WHOLE_NUMBER, WRONG_TYPE, PERCENT, COVERED_NAME, HIDDEN_ROWS, CHOICE,
    FLAG, LEVEL, LOST_ZEROS, COMPOUND, SETTING, LEGACY_FONT, MOJIBAKE, ODD_LETTERS, PARTIAL_LIST, TYPED_TOTAL,
    BEING_EDITED, HIDDEN_SHEET, READ_ONLY_FORMAT, WRONG_EXTENSION, A_COPY, OLD_RESULTS, BEYOND_LIMITS, NOT_DONE,
)  # fmt: skip
