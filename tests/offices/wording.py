"""How offices head their columns, name and title their sheets: written from experience, not from the product's list.

Of each key first the usual headings, behind `~` unusual ones, behind `!` abbreviated ones.
"""

from __future__ import annotations

from random import Random

_HEADINGS = """
members.full_name: Họ và tên / Họ tên / Họ và tên đảng viên ~ Họ, tên đảng viên / Họ và tên khai sinh / Họ tên đồng chí ! Họ tên ĐV / Họ và tên ĐV
members.member_id: Mã đảng viên / Mã ĐV ~ Mã số đảng viên ! Mã ĐV
members.birth_date: Ngày sinh / Ngày, tháng, năm sinh / Năm sinh ~ Ngày tháng năm sinh / Sinh ngày ! NTN sinh / Ng.sinh
members.gender: Giới tính / Nam, nữ ~ Nam/Nữ / Giới ! GT
members.ethnicity: Dân tộc ~ Thành phần dân tộc ! DT
members.hometown: Quê quán ~ Nguyên quán / Quê quán (xã, tỉnh) ! Q.quán
members.id_number: Số CCCD / Số định danh cá nhân / CCCD ~ Số căn cước công dân / Số CMND/CCCD ! Số ĐDCN
members.party_card: Số thẻ đảng viên / Số thẻ đảng / Số thẻ ĐV ~ Số hiệu thẻ đảng viên / Thẻ đảng viên số / Số Thẻ ! Số TĐV / Số TĐ
members.admitted_on: Ngày vào Đảng / Ngày kết nạp / Vào Đảng ngày ~ Thời gian vào Đảng / Ngày được kết nạp vào Đảng / Ngày tháng năm vào Đảng / Ngày kết nạp Đảng ! Ngày VĐ / Ngày KN / Ngày vào ĐCSVN
members.official_on: Ngày chính thức / Chính thức / Ngày công nhận chính thức ~ Ngày chuyển chính thức / Ngày được công nhận đảng viên chính thức / Thời gian công nhận chính thức ! Ngày CT / Ngày công nhận ĐVCT
members.party_post: Chức vụ Đảng / Chức vụ trong Đảng ~ Chức vụ đảng hiện nay / Chức danh trong Đảng / Nhiệm vụ trong Đảng ! CV Đảng
members.job_title: Chức vụ chính quyền / Nghề nghiệp ~ Chức vụ, chức danh công tác / Nghề nghiệp hiện nay / Công việc hiện nay / Chức vụ chuyên môn ! CV chính quyền / Chức vụ CQ
members.employer: Đơn vị công tác / Nơi công tác / Cơ quan, đơn vị ~ Cơ quan công tác / Đơn vị đang công tác / Phòng, ban công tác ! Đ.vị công tác
members.staff_kind: Đối tượng ~ Diện cán bộ / Loại cán bộ ! Loại CBCCVC
members.group: Tổ đảng / Thuộc tổ đảng ~ Tổ đảng sinh hoạt / Sinh hoạt tại tổ đảng / Sinh hoạt tại tổ ! Tổ
members.status: Tình trạng ~ Tình trạng sinh hoạt / Trạng thái sinh hoạt ! Tình trạng SH
members.joined_cell_on: Ngày chuyển đến / Ngày về chi bộ ~ Thời gian chuyển đến / Ngày chuyển sinh hoạt đến / Ngày về sinh hoạt tại chi bộ ! Ngày chuyển SHĐ đến
members.residence: Nơi cư trú / Nơi ở hiện nay / Chỗ ở hiện nay ~ Địa chỉ thường trú / Nơi thường trú / Địa chỉ nơi ở ! Đ/c nơi cư trú
members.note: Ghi chú ! GC
groups.group: Tổ đảng / Tên tổ / Tên tổ đảng ~ Tổ đảng số
groups.leader: Tổ trưởng / Họ tên tổ trưởng ~ Đồng chí tổ trưởng / Tổ trưởng tổ đảng / Họ và tên tổ trưởng
groups.from: Từ ngày / Từ ~ Thời gian bắt đầu / Giữ chức từ / Bắt đầu
groups.to: Đến ngày / Đến ~ Thời gian kết thúc / Kết thúc
appointments.role: Chức danh / Nhiệm vụ được phân công / Nhiệm vụ phân công ~ Nhiệm vụ trong chi uỷ / Vai trò / Phân công nhiệm vụ
appointments.member: Đảng viên / Họ và tên / Đồng chí ~ Người được phân công / Họ tên đảng viên ! Đ/c
appointments.from: Từ ngày / Từ ~ Thời gian từ / Kể từ ngày / Giữ chức từ
appointments.to: Đến ngày / Đến ~ Thời gian đến / Ngày thôi giữ
appointments.document: Văn bản phân công / Số văn bản ~ Căn cứ phân công / Theo quyết định / Theo nghị quyết ! Theo QĐ số
plan_items.year: Năm / Năm kế hoạch ~ Năm thực hiện ! Năm KH
plan_items.kind: Hình thức / Loại ~ Loại hình / Hình thức kiểm tra, giám sát / Kiểm tra hay giám sát ! Hình thức KT, GS / KT/GS
plan_items.members: Đối tượng / Đối tượng kiểm tra, giám sát / Đảng viên ~ Đảng viên được kiểm tra, giám sát / Đối tượng được kiểm tra, giám sát / Tổ chức, đảng viên được kiểm tra ! Đối tượng KT, GS / Đối tượng KTGS
plan_items.contents: Nội dung / Nội dung kiểm tra, giám sát ~ Nội dung kiểm tra / Nội dung thực hiện ! Nội dung KTGS / ND KT, GS
plan_items.starts_on: Tiến hành từ / Từ ngày / Thời gian bắt đầu ~ Thời gian thực hiện từ / Bắt đầu từ ngày / Thời gian tiến hành từ
plan_items.ends_on: Tiến hành đến / Đến ngày / Thời gian kết thúc ~ Thời gian thực hiện đến / Hoàn thành trước ngày / Thời gian tiến hành đến
plan_items.time: Thời gian thực hiện / Thời gian tiến hành / Thời gian ~ Thời điểm thực hiện / Tiến độ thời gian ! TG thực hiện
plan_items.responsible: Người phụ trách / Phụ trách ~ Đồng chí phụ trách / Phân công phụ trách / Người chủ trì / Phân công thực hiện ! Đ/c phụ trách
plan_items.status: Tình trạng / Tiến độ ~ Tình trạng thực hiện / Kết quả thực hiện / Tiến độ thực hiện
inspections.decision_no: Số quyết định / Số QĐ ~ Quyết định số / Số quyết định kiểm tra / Số, ký hiệu quyết định ! QĐ số / Số QĐ KT
inspections.decision_date: Ngày quyết định / Ngày ban hành quyết định ~ Ngày ký quyết định / Ngày ra quyết định ! Ngày QĐ / QĐ ngày
inspections.decision: Số, ngày quyết định / Số, ngày QĐ ~ Quyết định số, ngày / Số và ngày quyết định ! Số, ngày QĐ / Số QĐ, ngày
inspections.year: Năm ~ Năm kiểm tra
inspections.kind: Hình thức / Loại / Hình thức kiểm tra ~ Loại hình kiểm tra / Loại kiểm tra ! Hình thức KT
inspections.member: Đảng viên / Đảng viên được kiểm tra / Đối tượng ~ Đối tượng được kiểm tra / Họ tên đảng viên được kiểm tra / Đồng chí được kiểm tra / Họ và tên ! Đảng viên được KT / ĐV được KT
inspections.contents: Nội dung / Nội dung kiểm tra ~ Nội dung chính / Nội dung kiểm tra, giám sát ! Nội dung KT / ND kiểm tra
inspections.team_lead: Tổ trưởng tổ kiểm tra / Trưởng đoàn ~ Tổ trưởng kiểm tra / Đồng chí tổ trưởng tổ kiểm tra / Người chủ trì kiểm tra / Trưởng đoàn kiểm tra ! Tổ trưởng tổ KT
inspections.team: Thành viên tổ kiểm tra / Thành viên ~ Thành viên đoàn kiểm tra / Thành phần tổ kiểm tra / Các thành viên ! Thành viên tổ KT
inspections.starts_on: Ngày bắt đầu / Bắt đầu / Từ ngày ~ Thời gian bắt đầu / Ngày tiến hành / Bắt đầu kiểm tra ! Ngày bắt đầu KT
inspections.ends_on: Ngày kết thúc / Kết thúc / Đến ngày ~ Thời gian kết thúc / Kết thúc kiểm tra ! Ngày kết thúc KT
inspections.shortcomings: Hạn chế / Hạn chế, khuyết điểm / Khuyết điểm ~ Tồn tại, hạn chế / Hạn chế, thiếu sót / Khuyết điểm, hạn chế ! HC, KĐ
inspections.strengths: Ưu điểm / Ưu điểm chính ~ Mặt mạnh / Ưu điểm nổi bật ! ƯĐ
inspections.conclusion: Kết luận / Kết quả kiểm tra ~ Kết luận kiểm tra / Kết luận chung ! KL kiểm tra
inspections.remedy: Yêu cầu khắc phục / Biện pháp khắc phục ~ Nội dung khắc phục / Yêu cầu sau kiểm tra / Kiến nghị khắc phục
inspections.remedy_due: Hạn khắc phục / Thời hạn khắc phục ~ Hạn khắc phục xong / Khắc phục trước ngày
inspections.remedied_on: Ngày khắc phục / Ngày khắc phục xong ~ Ngày hoàn thành khắc phục / Đã khắc phục ngày
inspections.conclusion_no: Số thông báo kết luận / Số TBKL ~ Số thông báo / Thông báo kết luận số ! Số TB KL / Số TB
inspections.conclusion_date: Ngày kết luận / Ngày thông báo kết luận ~ Ngày ban hành kết luận / Ngày ra thông báo kết luận ! Ngày TBKL / Ngày TB
supervision_notes.noted_on: Ngày / Ngày ghi / Ngày ghi nhận ~ Ngày giám sát / Ngày tháng ghi / Thời gian ghi nhận ! Ngày GS
supervision_notes.group: Tổ đảng / Tổ ~ Thuộc tổ đảng
supervision_notes.observer: Người giám sát / Người ghi ~ Người theo dõi / Người ghi nhận / Đồng chí giám sát / Người thực hiện giám sát ! Người GS
supervision_notes.member: Đảng viên / Đảng viên được giám sát / Đối tượng ~ Họ tên đảng viên được giám sát / Đối tượng giám sát / Đồng chí được giám sát / Họ và tên ! Đảng viên được GS / ĐV được GS
supervision_notes.kind: Loại / Phân loại ~ Loại ghi nhận / Loại việc / Tính chất
supervision_notes.text: Nội dung ghi nhận / Nội dung giám sát / Nội dung ~ Nội dung theo dõi / Diễn biến / Nội dung sự việc / Ghi nhận cụ thể ! Nội dung GS
supervision_notes.action: Xử lý / Biện pháp xử lý ~ Hướng xử lý / Đề xuất xử lý / Cách xử lý
supervision_notes.outcome: Kết quả / Kết quả xử lý ~ Kết quả sau xử lý / Chuyển biến
tasks.member: Người thực hiện / Đảng viên / Họ và tên ~ Đồng chí thực hiện / Người được giao / Đảng viên được giao / Người chịu trách nhiệm
tasks.task: Nhiệm vụ / Nội dung công việc / Nhiệm vụ được giao ~ Tên nhiệm vụ / Công việc được giao / Nội dung nhiệm vụ / Tên công việc ! NV được giao
tasks.assigned_on: Ngày giao / Ngày giao việc ~ Ngày giao nhiệm vụ / Thời gian giao ! Ngày giao NV
tasks.due_on: Hạn / Hạn hoàn thành / Thời hạn ~ Thời hạn hoàn thành / Ngày hết hạn / Hoàn thành trước ngày ! Hạn HT / Thời hạn HT
tasks.done_on: Ngày hoàn thành / Ngày xong ~ Ngày hoàn thành thực tế / Thực tế hoàn thành / Hoàn thành ngày ! Ngày HT
tasks.result: Kết quả / Mức độ hoàn thành ~ Kết quả thực hiện / Đánh giá kết quả / Kết quả hoàn thành ! KQ thực hiện
tasks.evidence: Minh chứng / Sản phẩm ~ Tài liệu minh chứng / Sản phẩm minh chứng / Văn bản minh chứng
ratings.member: Họ và tên / Đảng viên / Họ tên đảng viên ~ Họ, tên đảng viên / Đồng chí ! Họ tên ĐV / ĐV
ratings.year: Năm / Năm đánh giá ~ Năm xếp loại ! Năm XL
ratings.points_general: Điểm tiêu chí chung / Tiêu chí chung (30) ~ Tiêu chí chung (tối đa 30 điểm) / Điểm nhóm tiêu chí chung / Nhóm tiêu chí chung (30 điểm) ! Điểm TC chung / TC chung (30đ)
ratings.points_tasks: Điểm kết quả nhiệm vụ / Kết quả nhiệm vụ (70) ~ Kết quả thực hiện nhiệm vụ (70 điểm) / Điểm kết quả thực hiện nhiệm vụ / Điểm KQ nhiệm vụ (70) ! Điểm KQ NV / KQNV (70đ)
ratings.total: Tổng điểm / Cộng điểm ~ Tổng số điểm / Tổng cộng điểm (100)
ratings.tasks_assigned: Số nhiệm vụ được giao / Số việc được giao ~ Tổng số nhiệm vụ được giao / Nhiệm vụ được giao ! Số NV được giao
ratings.tasks_done: Số nhiệm vụ hoàn thành / Số việc hoàn thành ~ Số nhiệm vụ đã hoàn thành / Nhiệm vụ hoàn thành ! Số NV hoàn thành / Số NV HT
ratings.tasks_over: Số nhiệm vụ vượt mức / Số việc vượt mức ~ Số nhiệm vụ hoàn thành vượt mức / Nhiệm vụ vượt mức ! Số NV vượt
ratings.tasks_late: Số nhiệm vụ chậm / Số việc chậm ~ Số nhiệm vụ chậm tiến độ / Nhiệm vụ quá hạn / Nhiệm vụ chậm tiến độ ! Số NV chậm
ratings.grade_politics: Chính trị tư tưởng / Tư tưởng chính trị ~ Về chính trị, tư tưởng / Phẩm chất chính trị ! CTTT
ratings.grade_ethics: Đạo đức, lối sống ~ Về đạo đức, lối sống / Phẩm chất đạo đức, lối sống ! ĐĐ, lối sống
ratings.grade_discipline: Ý thức tổ chức kỷ luật ~ Tổ chức kỷ luật / Về ý thức tổ chức kỷ luật ! Ý thức TCKL
ratings.grade_style: Tác phong, lề lối làm việc ~ Tác phong làm việc / Lề lối làm việc
ratings.self_level: Tự xếp loại / Cá nhân tự xếp loại / Đảng viên tự xếp loại ~ Cá nhân tự đánh giá / Tự nhận mức / Bản thân tự xếp loại / Mức tự nhận / Cá nhân tự nhận xếp loại ! Cá nhân tự XL / ĐV tự XL / Tự ĐG
ratings.agency_level: Cơ quan xếp loại / Chính quyền xếp loại ~ Cơ quan đánh giá / Xếp loại công chức, viên chức / Kết quả xếp loại của cơ quan / Chuyên môn đánh giá ! Cơ quan XL / CQ xếp loại / XL công chức
ratings.union_level: Đoàn thể xếp loại / Công đoàn xếp loại ~ Xếp loại của đoàn thể / Đoàn thể đánh giá ! Đoàn thể XL
ratings.committee_level: Chi uỷ đề xuất / Chi uỷ xếp loại ~ Chi uỷ đề xuất mức xếp loại / Mức chi uỷ đề xuất / Đề xuất của chi uỷ ! Chi uỷ đề xuất XL / Chi uỷ ĐX
ratings.cell_level: Chi bộ đề nghị / Chi bộ xếp loại ~ Chi bộ đề nghị xếp loại / Chi bộ biểu quyết xếp loại / Mức chi bộ đề nghị / Kết quả xếp loại của chi bộ ! Chi bộ XL / CB đề nghị / Chi bộ đề nghị XL
ratings.final_level: Cấp trên quyết định / Đảng uỷ công nhận / Đảng uỷ xếp loại ~ Đảng uỷ quyết định xếp loại / Kết quả Đảng uỷ công nhận / Mức được công nhận / Đảng uỷ duyệt / Xếp loại được công nhận ! Đảng uỷ QĐ / ĐU công nhận / Đảng uỷ XL
ratings.reasons: Lý do ~ Lý do xếp loại / Lý do không xếp loại
ratings.votes_htxs: Phiếu HTXS / Phiếu HTXSNV ~ Số phiếu hoàn thành xuất sắc / Số phiếu HTXSNV
ratings.votes_htt: Phiếu HTT / Phiếu HTTNV ~ Số phiếu hoàn thành tốt / Số phiếu HTTNV
ratings.votes_htn: Phiếu HTN / Phiếu HTNV ~ Số phiếu hoàn thành nhiệm vụ / Số phiếu HTNV
ratings.votes_kht: Phiếu KHT / Phiếu KHTNV ~ Số phiếu không hoàn thành / Số phiếu KHTNV
disciplines.member: Đảng viên / Họ và tên / Đảng viên vi phạm ~ Đảng viên bị kỷ luật / Họ tên đảng viên bị thi hành kỷ luật
disciplines.form: Hình thức / Hình thức kỷ luật ~ Mức kỷ luật / Hình thức thi hành kỷ luật ! Hình thức KL
disciplines.decision_no: Số quyết định / Số QĐ ~ Quyết định số / Số quyết định kỷ luật ! QĐ số
disciplines.decision_date: Ngày quyết định / Ngày QĐ ~ Ngày ký quyết định / Ngày ban hành quyết định / Ngày quyết định kỷ luật ! QĐ ngày
disciplines.decision: Số, ngày quyết định ~ Quyết định số, ngày ! Số, ngày QĐ
disciplines.authority: Cấp quyết định / Cấp ra quyết định ~ Cơ quan ra quyết định / Cấp thi hành kỷ luật
disciplines.violation: Nội dung vi phạm / Vi phạm ~ Hành vi vi phạm / Lý do kỷ luật / Lỗi vi phạm
rewards.subject: Đối tượng / Tập thể, cá nhân ~ Cá nhân, tập thể được khen / Tên cá nhân, tập thể / Họ và tên / Đối tượng được khen thưởng
rewards.form: Hình thức khen thưởng / Hình thức ~ Hình thức khen / Danh hiệu, hình thức khen ! Hình thức KT
rewards.decision_no: Số quyết định / Số QĐ ~ Quyết định khen thưởng số / Số quyết định khen thưởng ! QĐ số
rewards.decision_date: Ngày quyết định / Ngày QĐ ~ Ngày ký quyết định / Ngày khen thưởng / Ngày ban hành ! QĐ ngày
rewards.decision: Số, ngày quyết định ~ Quyết định khen thưởng số, ngày ! Số, ngày QĐ
rewards.authority: Cấp khen thưởng ~ Cấp khen / Cơ quan khen thưởng / Cấp quyết định khen thưởng
documents.number: Số / Số văn bản ~ Số đăng ký
documents.symbol: Ký hiệu / Ký hiệu văn bản ~ Kí hiệu
documents.joined: Số, ký hiệu / Số, ký hiệu văn bản / Số và ký hiệu ~ Số/ký hiệu / Số hiệu văn bản ! Số, KH
documents.with_date: Số, ký hiệu, ngày tháng văn bản / Số, ký hiệu, ngày ban hành ~ Số, ngày văn bản
documents.date: Ngày / Ngày ban hành / Ngày tháng ~ Ngày, tháng, năm ban hành / Ngày ký / Ngày tháng năm văn bản / Ngày văn bản ! Ngày VB
documents.kind: Loại / Loại văn bản ~ Tên loại / Tên loại văn bản / Thể loại ! Loại VB
documents.title: Trích yếu / Trích yếu nội dung ~ Tên loại và trích yếu nội dung / Nội dung trích yếu / Trích yếu nội dung văn bản / Nội dung văn bản
documents.signer: Người ký ~ Người ký văn bản / Đồng chí ký
documents.location: Nơi lưu ~ Nơi lưu trữ / Lưu tại / Nơi lưu hồ sơ
documents.pages: Số tờ ~ Số trang / Tổng số tờ
meetings.held_on: Ngày họp / Ngày / Ngày sinh hoạt ~ Thời gian sinh hoạt / Ngày tổ chức / Thời gian họp
meetings.kind: Loại / Loại sinh hoạt / Hình thức ~ Hình thức sinh hoạt / Loại cuộc họp / Loại hình sinh hoạt
meetings.topic: Nội dung / Nội dung sinh hoạt ~ Nội dung chính / Chủ đề / Nội dung cuộc họp
meetings.total: Tổng số đảng viên / Tổng số ~ Số đảng viên / Tổng số ĐV phải dự ! Tổng số ĐV / TS ĐV
meetings.present: Có mặt / Số có mặt ~ Số đảng viên dự / Số đảng viên có mặt / Tham dự ! Số ĐV có mặt / ĐV có mặt
meetings.absent: Vắng / Đảng viên vắng ~ Đảng viên vắng mặt / Danh sách vắng / Người vắng ! ĐV vắng
meetings.resolution: Nghị quyết / Nghị quyết, kết luận ~ Kết luận của chi bộ / Số nghị quyết / Nội dung nghị quyết
disseminations.date: Ngày / Ngày quán triệt ~ Thời gian tổ chức / Ngày triển khai / Thời gian quán triệt
disseminations.channel: Hình thức / Hình thức quán triệt ~ Hình thức tổ chức / Hình thức triển khai
disseminations.document: Văn bản / Tên văn bản ~ Văn bản được quán triệt / Nghị quyết, chỉ thị được quán triệt / Nội dung quán triệt
disseminations.presenter: Người trình bày / Báo cáo viên ~ Người quán triệt / Người truyền đạt / Người triển khai
disseminations.present: Có mặt / Số người dự ~ Số đảng viên tham gia / Số đảng viên dự học / Số tham dự
disseminations.total: Tổng số / Tổng số đảng viên ~ Số triệu tập / Số đảng viên triệu tập ! Tổng số ĐV
residence_comments.member: Đảng viên / Họ và tên ~ Họ tên đảng viên / Đồng chí
residence_comments.year: Năm ~ Năm nhận xét
residence_comments.requested_on: Ngày gửi / Ngày gửi phiếu ~ Ngày gửi giấy giới thiệu / Ngày gửi phiếu nhận xét
residence_comments.received_on: Ngày nhận / Ngày nhận phiếu ~ Ngày nhận lại / Ngày nơi cư trú trả lời / Ngày nhận kết quả
residence_comments.level: Nhận xét / Mức nhận xét ~ Kết quả nhận xét / Mức độ / Nhận xét của nơi cư trú
residence_comments.text: Nội dung / Nội dung nhận xét ~ Ý kiến nhận xét / Ý kiến cụ thể
ballot_counts.meeting_on: Ngày họp / Ngày bỏ phiếu ~ Ngày hội nghị / Ngày kiểm phiếu / Ngày tổ chức hội nghị
ballot_counts.subject: Nội dung / Nội dung bỏ phiếu ~ Nội dung biểu quyết / Về việc / Nội dung lấy phiếu
ballot_counts.official: Tổng số đảng viên chính thức / Số đảng viên chính thức ~ Đảng viên chính thức ! Tổng số ĐVCT / Số ĐV chính thức
ballot_counts.summoned: Triệu tập / Số được triệu tập ~ Số đảng viên được triệu tập / Được triệu tập
ballot_counts.present: Có mặt / Số có mặt ~ Số đảng viên dự họp / Số đảng viên có mặt
ballot_counts.issued: Phát ra / Số phiếu phát ra ~ Phiếu phát ra / Tổng số phiếu phát ra
ballot_counts.returned: Thu về / Số phiếu thu về ~ Phiếu thu về / Tổng số phiếu thu vào
ballot_counts.valid: Hợp lệ / Số phiếu hợp lệ ~ Phiếu hợp lệ / Tổng số phiếu hợp lệ
ballot_counts.invalid: Không hợp lệ / Số phiếu không hợp lệ ~ Phiếu không hợp lệ
tallies.subject: Đảng viên / Họ và tên ~ Họ tên đảng viên / Đối tượng ! Họ tên ĐV
tallies.counter: Lượt đếm / Lần đếm ~ Lượt kiểm / Lượt đếm thứ
tallies.htxs: HTXS / HTXSNV ~ Hoàn thành xuất sắc nhiệm vụ / Số phiếu HTXS
tallies.htt: HTT / HTTNV ~ Hoàn thành tốt nhiệm vụ / Số phiếu HTT
tallies.htn: HTN / HTNV ~ Hoàn thành nhiệm vụ / Số phiếu HTN
tallies.kht: KHT / KHTNV ~ Không hoàn thành nhiệm vụ / Số phiếu KHT
cell_years.year: Năm ~ Năm đánh giá
cell_years.points: Điểm / Tổng điểm ~ Số điểm đạt / Điểm chi bộ
cell_years.self_level: Tự xếp loại / Chi bộ tự xếp loại ~ Chi bộ tự đánh giá / Mức tự nhận ! Chi bộ tự XL
cell_years.level: Xếp loại / Kết quả xếp loại ~ Đảng uỷ xếp loại / Mức xếp loại được công nhận / Đảng uỷ công nhận
cell_years.reward: Khen thưởng / Hình thức khen thưởng ~ Hình thức khen
cell_years.reward_no: Số quyết định khen thưởng / Số QĐ khen thưởng ~ Quyết định khen thưởng số
cell_years.reward_date: Ngày quyết định khen thưởng / Ngày QĐ khen thưởng ~ Ngày khen thưởng
trainings.member: Đảng viên / Họ và tên ~ Học viên / Họ tên đảng viên
trainings.course: Lớp / Tên lớp ~ Lớp bồi dưỡng / Tên lớp bồi dưỡng / Tên khoá học
trainings.from: Từ ngày / Từ ~ Thời gian từ ngày / Ngày bắt đầu / Thời gian từ
trainings.to: Đến ngày / Đến ~ Thời gian đến ngày / Ngày kết thúc / Thời gian đến
trainings.certificate: Chứng chỉ / Chứng nhận ~ Giấy chứng nhận / Văn bằng, chứng chỉ
criteria.code: Mã / Mã tiêu chí ~ Mã số ! Mã TC
criteria.name: Tiêu chí / Tên tiêu chí ~ Nội dung tiêu chí / Nội dung đánh giá
criteria.section: Nhóm / Nhóm tiêu chí ~ Thuộc nhóm
criteria.max_points: Điểm tối đa / Điểm chuẩn ~ Thang điểm / Điểm cao nhất
criteria_points.member: Đảng viên / Họ và tên ~ Họ tên đảng viên
criteria_points.year: Năm ~ Năm chấm
criteria_points.code: Mã tiêu chí / Mã ! Mã TC
criteria_points.self_points: Tự chấm / Điểm tự chấm ~ Đảng viên tự chấm / Cá nhân tự chấm điểm
criteria_points.points: Chi bộ chấm / Điểm chi bộ chấm ~ Chi bộ chấm điểm
dispatches.document: Văn bản / Số, ký hiệu văn bản ~ Văn bản gửi / Số văn bản ! Số, ký hiệu VB
dispatches.recipient: Nơi nhận / Người nhận ~ Đơn vị nhận / Đơn vị, người nhận
dispatches.sent_on: Ngày gửi / Ngày chuyển ~ Gửi ngày / Ngày phát hành
dispatches.received_on: Ngày nhận ~ Ngày ký nhận / Nhận ngày
commitments.member: Đảng viên / Họ và tên ~ Họ tên đảng viên
commitments.year: Năm ~ Năm cam kết
commitments.text: Nội dung cam kết / Cam kết ~ Nội dung tu dưỡng, rèn luyện / Nội dung đã cam kết
commitments.result: Kết quả / Kết quả thực hiện ~ Đánh giá kết quả thực hiện / Kết quả thực hiện cam kết
proposals.date: Ngày / Ngày đề xuất ~ Thời gian đề xuất
proposals.by: Người đề xuất / Đảng viên ~ Tác giả / Đảng viên đề xuất / Đồng chí đề xuất
proposals.text: Nội dung đề xuất / Đề xuất ~ Nội dung sáng kiến / Nội dung kiến nghị
proposals.decision: Kết quả xem xét / Ý kiến chi bộ ~ Kết quả xem xét của chi bộ / Ý kiến chi uỷ
"""

_EXTRA = {
    "members": ("Trình độ học vấn", "Lý luận chính trị", "Trình độ LLCT", "Số điện thoại", "Tôn giáo", "Trình độ chuyên môn", "Huy hiệu Đảng", "Bậc lương", "Điện thoại", "Ngoại ngữ"),
    "": ("Chữ ký", "Người nhập", "Ký nhận", "Ngày cập nhật", "Tệp đính kèm số", "Số thứ tự hồ sơ", "Mã tra cứu"),
}  # fmt: skip
PARENTS = (
    "Lý lịch",
    "Thông tin chung",
    "Thông tin cá nhân",
    "Quá trình",
    "Phần theo dõi",
    "Số liệu",
    "Phần chi tiết",
    "Diễn biến cụ thể",
)


def _parsed() -> dict[tuple[str, str], tuple[list[str], list[str], list[str]]]:
    found = {}
    for line in _HEADINGS.strip().splitlines():
        name, _, rest = line.partition(": ")
        table, _, key = name.partition(".")
        plain, _, short = rest.partition(" ! ")
        usual, _, unusual = plain.partition(" ~ ")
        # An amount in the middle such as "CMND/CCCD" has no spaces around its stroke.
        found[table, key] = tuple(
            [text.strip() for text in part.split(" / ") if text.strip()] for part in (usual, unusual, short)
        )
    return found  # type: ignore[return-value]


HEADINGS = _parsed()


def heading(chance: Random, table: str, key: str, unusual: float, abbreviated: float) -> str:
    """One heading for a key, as common as the office's habits make it."""
    usual, rare, short = HEADINGS[table, key]
    if short and chance.random() < abbreviated:
        return chance.choice(short)
    if rare and chance.random() < unusual:
        return chance.choice(rare)
    return chance.choice(usual)


def extra_headings(table: str) -> tuple[str, ...]:
    """Columns an office keeps that no table of ours has."""
    return _EXTRA.get(table, _EXTRA[""])


NAMES = {
    "members": (("Đảng viên", "Danh sách đảng viên", "DS đảng viên", "Danh sách ĐV", "Trích ngang đảng viên"), ("DSĐV", "DS", "ĐV"), "danh sách đảng viên chi bộ"),
    "groups": (("Tổ đảng", "Các tổ đảng", "Danh sách tổ đảng"), ("Tổ",), "danh sách các tổ đảng"),
    "appointments": (("Phân công", "Chi uỷ", "Phân công nhiệm vụ", "Phân công chi uỷ"), ("PC", "CU"), "phân công nhiệm vụ chi uỷ"),
    "plan_items": (("Kế hoạch", "Kế hoạch KTGS", "Kế hoạch kiểm tra giám sát", "KH kiểm tra"), ("KH", "KH KTGS"), "kế hoạch kiểm tra, giám sát"),
    "inspections": (("Kiểm tra", "Theo dõi kiểm tra", "Sổ kiểm tra", "Kết quả kiểm tra"), ("KT", "KTĐV"), "theo dõi kết quả kiểm tra đảng viên"),
    "supervision_notes": (("Giám sát", "Sổ giám sát", "Nhật ký giám sát", "Theo dõi giám sát"), ("GS", "GSTX"), "sổ theo dõi giám sát thường xuyên"),
    "tasks": (("Nhiệm vụ", "Giao việc", "Theo dõi nhiệm vụ"), ("NV",), "theo dõi giao nhiệm vụ cho đảng viên"),
    "ratings": (("Xếp loại", "Xếp loại đảng viên", "Đánh giá xếp loại", "Kết quả xếp loại"), ("XL", "ĐGXL", "XLĐV"), "tổng hợp kết quả đánh giá, xếp loại đảng viên"),
    "disciplines": (("Kỷ luật", "Thi hành kỷ luật", "Theo dõi kỷ luật"), ("KL",), "theo dõi thi hành kỷ luật đảng viên"),
    "rewards": (("Khen thưởng", "Thi đua khen thưởng", "Theo dõi khen thưởng"), ("TĐKT", "Khen"), "theo dõi khen thưởng"),
    "documents": (("Văn bản", "Văn bản đi", "Sổ văn bản", "Sổ đăng ký văn bản"), ("VB", "VB đi", "CV đi"), "sổ đăng ký văn bản đi"),
    "meetings": (("Sinh hoạt", "Sinh hoạt chi bộ", "Theo dõi sinh hoạt"), ("SHCB", "SH"), "theo dõi sinh hoạt chi bộ"),
    "disseminations": (("Quán triệt", "Học tập nghị quyết", "Quán triệt văn bản"), ("QT",), "theo dõi học tập, quán triệt nghị quyết"),
    "residence_comments": (("Nơi cư trú", "Nhận xét nơi cư trú", "QĐ 213"), ("213", "NCT"), "nhận xét của nơi cư trú đối với đảng viên"),
    "ballot_counts": (("Kiểm phiếu", "Kết quả kiểm phiếu", "Kết quả bỏ phiếu"), ("KP",), "kết quả kiểm phiếu"),
    "tallies": (("Phiếu đếm", "Đếm phiếu", "Bảng đếm phiếu"), ("ĐP",), "bảng đếm phiếu xếp loại"),
    "cell_years": (("Xếp loại chi bộ", "Chi bộ các năm", "Thi đua chi bộ"), ("XLCB",), "kết quả xếp loại chi bộ qua các năm"),
    "trainings": (("Bồi dưỡng", "Đào tạo, bồi dưỡng", "Lớp bồi dưỡng"), ("BD",), "theo dõi đào tạo, bồi dưỡng đảng viên"),
    "criteria": (("Bộ tiêu chí", "Tiêu chí đánh giá"), ("TC",), "bộ tiêu chí đánh giá đảng viên"),
    "criteria_points": (("Chấm điểm", "Bảng chấm điểm"), ("CĐ",), "bảng chấm điểm tiêu chí"),
    "dispatches": (("Gửi nhận", "Sổ gửi nhận", "Sổ chuyển giao văn bản"), ("GN",), "sổ chuyển giao văn bản"),
    "commitments": (("Cam kết", "Bản cam kết"), ("CK",), "theo dõi bản cam kết tu dưỡng, rèn luyện"),
    "proposals": (("Đề xuất", "Đề xuất, kiến nghị", "Sáng kiến"), ("ĐX",), "theo dõi đề xuất, kiến nghị của đảng viên"),
}  # fmt: skip
