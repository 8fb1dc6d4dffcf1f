"""What can go wrong while a sheet is read: the SHT codes, each with severity, title and way out.

These are findings of form, not rules: they are raised where a value or heading is met, so nothing that
cannot be read is silently dropped, blanked or turned into another value.
"""

from __future__ import annotations

from addin.core.findings import Finding, Severity
from addin.core.places import Place
from addin.core.records import dataclass

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTICE


@dataclass(frozen=True, slots=True)
class Fault:
    """A code with what never changes about it."""

    code: str
    severity: Severity
    title: str
    fix: str

    def at(self, place: Place, message: str, *, fix: str = "", related: tuple[Place, ...] = ()) -> Finding:
        """The finding at a square; `fix` replaces the general way out where the square knows better."""
        return Finding(self.code, self.severity, place, message, fix or self.fix, None, related)


REQUIRED_COLUMN = Fault("SHT101", E, "Thiếu cột bắt buộc", "Thêm cột, hoặc chạy “Nhận diện sổ” để chỉ cột đang dùng.")
TWO_COLUMNS = Fault("SHT102", E, "Hai cột cùng một nội dung", "Chạy “Nhận diện sổ” để chọn một cột, hoặc đổi tiêu đề cột kia.")
NEAR_HEADING = Fault("SHT103", W, "Tiêu đề gần giống một cột đã biết", "Sửa tiêu đề, hoặc chạy “Nhận diện sổ” để xác nhận.")
DOUBTFUL_SHEET = Fault("SHT104", W, "Chưa rõ sheet này là bảng nào", "Chạy “Nhận diện sổ” để chọn bảng.")
NO_MEMBERS = Fault("SHT105", W, "Sổ chưa có danh sách đảng viên", "Thêm sheet “Đảng viên”, hoặc chạy “Nhận diện sổ” để chỉ sheet đang dùng.")
ROWS_AFTER_GAP = Fault("SHT106", W, "Còn dữ liệu sau hai dòng trống", "Xoá các dòng trống ở giữa để phần dưới được đọc.")
MOVED_LAYOUT = Fault("SHT107", W, "Bố cục đã lưu không còn khớp", "Chạy “Nhận diện sổ” để xác nhận lại bố cục của sheet này.")
WEAK_SHEET = Fault("SHT108", N, "Sheet có thể là một bảng của sổ", "Nếu đúng, chạy “Nhận diện sổ” để xác nhận; nếu không, bỏ qua.")
NO_HEADINGS = Fault("SHT109", W, "Sheet không có dòng tiêu đề nhận ra được", "Chạy “Nhận diện sổ” để chỉ bảng và các cột, hoặc ghi tiêu đề như trong sổ trắng.")
DATE = Fault("SHT110", E, "Không đọc được ngày", "Nhập lại theo dạng ngày/tháng/năm, ví dụ 03/9/2019.")
SHORT_YEAR = Fault("SHT111", W, "Năm chỉ có hai chữ số", "Nhập đủ bốn chữ số của năm.")
MONTH_FIRST = Fault("SHT112", E, "Ngày tháng có vẻ bị đảo", "Nhập lại theo thứ tự ngày/tháng/năm.")
SERIAL = Fault("SHT113", N, "Ngày đang hiện thành số", "Chọn ô và đặt định dạng ngày dd/mm/yyyy.")
YEAR_AS_DATE = Fault("SHT115", W, "Năm đang hiện thành ngày", "Đặt lại định dạng của ô là số, hoặc nhập đủ ngày/tháng/năm.")
YEAR = Fault("SHT116", E, "Năm không hợp lệ", "Ghi năm bằng bốn chữ số, ví dụ 2025.")
FAR_DATE = Fault("SHT114", W, "Ngày quá xa", "Kiểm tra lại năm.")
OLD_LIST = Fault("SHT118", W, "Người chỉ có trong danh sách cũ", "Ghi tình trạng và ngày chuyển đi, hoặc thêm vào danh sách mới.")
ERROR_VALUE = Fault("SHT120", E, "Ô đang báo lỗi công thức", "Sửa công thức hoặc nhập giá trị.")
UNCACHED = Fault("SHT121", E, "Công thức chưa có kết quả", "Mở sổ bằng Excel, bấm F9 rồi lưu lại.")
NUMBER = Fault("SHT122", E, "Không đọc được số", "Nhập lại bằng chữ số.")
WHOLE_NUMBER = Fault("SHT123", E, "Cần số nguyên", "Nhập lại bằng số nguyên không âm.")
WRONG_TYPE = Fault("SHT124", E, "Giá trị không đúng loại của cột", "Nhập lại giá trị đúng loại.")
PERCENT = Fault("SHT125", W, "Tỷ lệ chưa rõ", "Ghi kèm dấu %, ví dụ 85% hoặc 120%.")
CHOICE = Fault("SHT130", W, "Giá trị ngoài danh sách", "Chọn một giá trị trong danh sách của cột.")
FLAG = Fault("SHT131", W, "Không rõ là có hay không", "Ghi “x” hoặc “có”, “không”; để trống nếu chưa biết.")
LEVEL = Fault("SHT132", E, "Không rõ mức xếp loại", "Ghi HTXS, HTT, HTN, KHT hoặc tên đầy đủ của mức.")
LOST_ZEROS = Fault("SHT135", W, "Dãy số đang lưu dạng số", "Đặt định dạng Văn bản cho cột rồi nhập lại đủ các chữ số.")
COMPOUND = Fault("SHT136", W, "Không tách được ô gộp nhiều nội dung", "Tách thành nhiều cột, hoặc ghi đủ các phần, mỗi phần một dòng.")
SETTING = Fault("SHT137", E, "Giá trị thiết lập không đọc được", "Sửa theo gợi ý ở cột ghi chú của sheet Thiết lập.")
LEGACY_FONT = Fault("SHT140", W, "Cột dùng phông chữ cũ", "Chuyển cột sang Unicode; sổ vẫn được giữ nguyên, chỉ đọc bằng bản đã chuyển.")
MOJIBAKE = Fault("SHT141", E, "Chữ bị lỗi mã", "Nhập lại chữ tiếng Việt có dấu.")
ODD_LETTERS = Fault("SHT142", W, "Có ký tự lạ", "Xoá ô và gõ lại.")
BEING_EDITED = Fault("SHT150", W, "Sổ đang có người mở", "Nếu cần số liệu mới nhất, nhờ đồng chí ấy lưu và đóng sổ rồi chạy lại.")
HIDDEN_SHEET = Fault("SHT151", N, "Sheet đang ẩn", "Nếu không dùng nữa thì xoá sheet; nếu còn dùng thì bỏ ẩn để mọi người cùng thấy.")
READ_ONLY_FORMAT = Fault("SHT152", N, "Định dạng chỉ đọc được", "Lưu sổ thành .xlsx rồi chạy lại.")
WRONG_EXTENSION = Fault("SHT153", W, "Đuôi tên tệp không đúng định dạng", "Đổi đuôi tên tệp để Excel mở không báo lỗi.")
A_COPY = Fault("SHT154", W, "Tên tệp giống một bản sao", "Kiểm tra đây có đúng là sổ đang dùng không; nếu không, chọn đúng tệp rồi chạy lại.")
OLD_RESULTS = Fault("SHT155", N, "Công thức chưa được Excel tính lại", "Mở sổ bằng Excel, lưu lại rồi chạy lại.")

FAULTS = (
    REQUIRED_COLUMN, TWO_COLUMNS, NEAR_HEADING, DOUBTFUL_SHEET, NO_MEMBERS, ROWS_AFTER_GAP,
    MOVED_LAYOUT, WEAK_SHEET, NO_HEADINGS, DATE, SHORT_YEAR, MONTH_FIRST, SERIAL, FAR_DATE,
    YEAR_AS_DATE, YEAR, OLD_LIST, ERROR_VALUE, UNCACHED, NUMBER, WHOLE_NUMBER, WRONG_TYPE, PERCENT, CHOICE,
    FLAG, LEVEL, LOST_ZEROS, COMPOUND, SETTING, LEGACY_FONT, MOJIBAKE, ODD_LETTERS,
    BEING_EDITED, HIDDEN_SHEET, READ_ONLY_FORMAT, WRONG_EXTENSION, A_COPY, OLD_RESULTS,
)  # fmt: skip
