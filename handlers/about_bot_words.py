"""What is said of the bot itself, by what somebody does here: a line with the fact, a line with the way."""

from bot.reading.of_bot import OfBot

_ELSEWHERE = "Việc ấy không làm qua tôi được.\nĐồng chí hỏi {office}."

MEMBER: dict[OfBot, str] = {
    OfBot.ITSELF: """Tôi là Đồng Đội, máy trả lời tự động của Hội, không phải người.
Đồng chí nhắn lúc nào tôi cũng trả lời.""",
    OfBot.MISTAKE: """Không sao. Bấm nhầm ở đây không hỏng, không mất gì.
Đồng chí nhắn lại câu muốn hỏi, hoặc nhắn "trợ giúp".""",
    OfBot.PICTURES: """Ảnh thì tôi chưa xem được.
Đồng chí gõ câu hỏi bằng chữ giúp tôi.""",
    OfBot.PRINTING: """Tôi không in được.
Cần bản giấy, đồng chí hỏi {office}.""",
    OfBot.FORWARDING: """Tôi không gửi được tệp hay thư điện tử (email).
Cần văn bản, đồng chí hỏi {office}.""",
    OfBot.CALLING: """Tôi không gọi điện được.
Việc cần gặp người, đồng chí gọi {above}.""",
    OfBot.CODE: """Mã mời là mã 8 chữ, cho chi hội trưởng và cán bộ. Hội viên hỏi tôi thì không cần mã.
Chưa có mã hay mất mã, đồng chí xin {above}. Có mã thì nhắn DANGKY và mã.""",
    OfBot.KEPT: """Câu hỏi tôi giữ không kèm tên người hỏi.
Hội viên khác, cán bộ không đọc được tin của đồng chí ở đây.
Muốn xem tôi giữ gì của mình, đồng chí nhắn "dữ liệu của tôi".""",
    OfBot.DEVICE: """Máy mới mà vẫn tài khoản cũ thì đồng chí nhắn tiếp như thường.
Tài khoản khác thì cứ hỏi, tôi trả lời như người mới.""",
    OfBot.HELPER: """Được. Con cháu gõ giúp trên máy của đồng chí cũng được.
Câu hỏi không cần dấu, sai chính tả tôi vẫn cố hiểu.""",
    OfBot.ADMISSION: """Các kế hoạch tôi có không ghi cách xin vào Hội, tôi cũng không nhận đơn.
Đồng chí hỏi chi hội trưởng nơi mình ở, hoặc {office}.""",
    OfBot.SENDING: """Gửi tin cho nhiều người thì cán bộ Hội làm.
Cần báo điều gì, đồng chí gọi {above}.""",
    OfBot.DEADLINE: """Hạn của kỳ báo cáo do Hội cấp trên đặt, tôi không đổi được. Nộp trễ vẫn được nhận.
Đồng chí hỏi {above}.""",
    OfBot.ABOVE: """Việc của Hội thì đồng chí hỏi {above}.""",
    OfBot.WHERE: """Không phải tải ứng dụng, không cần mật khẩu: đồng chí nhắn ngay ở đây.
Mất mạng thì cứ nhắn, có mạng lại tin tự đi. Kênh khác của Hội, đồng chí hỏi {office}.""",
    OfBot.CLOCK: "Bây giờ là {clock}.",
    OfBot.OPENING: """Tệp tôi gửi thì đồng chí chạm vào là mở.
Điện thoại không mở được thì chuyển sang máy tính có Excel, Word.""",
    **dict.fromkeys((OfBot.UNITS, OfBot.MEMBERS, OfBot.PLANS, OfBot.ADMINS, OfBot.QUESTIONS), _ELSEWHERE),
}
"""To everybody."""

_WITH_ROLE = """Không phải tải ứng dụng, không cần mật khẩu. Mất mạng thì cứ nhắn, có mạng lại tin tự đi.
Muốn dùng thêm Zalo, Telegram hay trang web, đồng chí nhắn "liên kết"."""

LEADER: dict[OfBot, str] = {
    OfBot.MISTAKE: """Không sao, chưa mất gì. Đang nhập thì nhắn "quay lại".
Gửi nhầm rồi: nhắn "sửa báo cáo" hoặc "rút báo cáo".""",
    OfBot.PICTURES: """Được. Đồng chí nhắn "báo cáo", đang nhập thì gửi ảnh vào đây: tôi kèm vào báo cáo.
Tôi chỉ chuyển ảnh đi, không đọc số trong ảnh.""",
    OfBot.PRINTING: """Tôi không in được. Đồng chí nhắn "báo cáo của tôi" rồi chụp màn hình.
Cần bản giấy thì nhờ {above}: cán bộ lấy được tệp Word.""",
    OfBot.FORWARDING: """Không cần gửi thư điện tử (email).
Đồng chí nhắn "báo cáo", nhập xong nhắn "gửi" là tới cấp trên ngay.
Tệp Excel, Word thì cán bộ Hội cấp trên lấy được.""",
    OfBot.UNITS: """Danh sách chi hội do {office} cập nhật, tôi không sửa được.
Đồng chí báo {above}.""",
    OfBot.MEMBERS: """Tôi không giữ danh sách hội viên. Ai nhắn cho tôi cũng hỏi được, không phải ghi tên.
Số hội viên cần báo thì báo {above}.""",
    OfBot.CODE: """Đồng chí đã có vai trò, không cần mã nữa: nhắn "báo cáo" là nhập được.
Người thay đồng chí thì xin mã của {above}.""",
    OfBot.KEPT: """Báo cáo của chi hội thì cán bộ Hội cấp trên xem được. Câu hỏi tôi giữ không kèm tên người hỏi.
Muốn xem tôi giữ gì của mình, đồng chí nhắn "dữ liệu của tôi".""",
    OfBot.WHERE: _WITH_ROLE,
    OfBot.DEVICE: """Máy mới mà vẫn tài khoản cũ thì đồng chí dùng tiếp như thường, số đã nhập còn nguyên.
Đổi tài khoản: nhắn "liên kết" ở máy cũ. Mất máy cũ thì xin mã mời mới của {above}.""",
    OfBot.HELPER: """Được. Con cháu nhắn giúp trên máy của đồng chí.
Hoặc đồng chí gọi {above}: cán bộ nhập hộ được.""",
}
"""Where a leader is told otherwise."""

KEEPER: dict[OfBot, str] = {
    OfBot.MISTAKE: """Không sao. Lỡ tay thì nhắn "quay lại", "huỷ", hoặc nhắn lại việc cần làm.
Gửi nhầm thông báo: nhắn "các thông báo", chọn tin ấy rồi huỷ hoặc đính chính.""",
    OfBot.PICTURES: """Được. Ảnh, tệp gửi vào đây lúc đang soạn thông báo thì đi kèm thông báo ấy.
Gửi lúc đang nhập báo cáo thì kèm vào báo cáo.""",
    OfBot.PRINTING: """Tôi không in được, nhưng lập được tệp để in. Đồng chí nhắn "xuất word" hoặc "xuất excel".
Chuyển tệp ấy sang máy tính có máy in rồi in.""",
    OfBot.FORWARDING: """Tôi không gửi thư điện tử (email) được.
Đồng chí nhắn "xuất excel" hoặc "xuất word": tôi gửi tệp vào đây, đồng chí lưu rồi chuyển tiếp.
Cán bộ cấp trên tự lấy được tệp của cả vùng.""",
    OfBot.CALLING: """Tôi không gọi điện được. Xem cần gọi ai, số nào: đồng chí nhắn "gọi ai".
Nhắn tin thì tôi gửi được, ví dụ: gửi cho ông Ba: mời đồng chí lên xã.""",
    OfBot.SENDING: """Đồng chí nhắn cả câu, ví dụ: gửi cho chi hội trưởng xã Vân Trà: mai họp lúc 8 giờ.
Gửi được cho chi hội trưởng, cán bộ, nơi chưa nộp báo cáo, hay từng người theo tên.
Chưa chọn được theo nam nữ, theo tuổi.""",
    OfBot.DEADLINE: """Kỳ báo cáo mở chung cho cả Hội, nên người quản trị mới gia hạn được.
Đồng chí báo {office}.""",
    OfBot.UNITS: """Thêm, đổi tên, sáp nhập chi hội thì người quản trị làm, không làm bằng tin nhắn được.
Đồng chí báo {office}: tên chi hội, thuộc xã nào, từ ngày nào.""",
    OfBot.MEMBERS: """Tôi không giữ danh sách hội viên. Ai nhắn cho tôi cũng hỏi được, không phải ghi tên.
Chi hội trưởng mới thì đồng chí nhắn "mời chi hội trưởng mới" và tên chi hội.""",
    OfBot.CODE: """Mã cũ tôi không xem lại được, chỉ cấp mã mới; mã dùng một lần.
Đồng chí nhắn "mời chi hội trưởng mới" và tên chi hội.""",
    OfBot.KEPT: """Tin của hội viên thì không ai đọc được ở đây, kể cả cán bộ. Câu hỏi tôi giữ không kèm tên.
Báo cáo và ai đã nộp thì cán bộ cấp trên xem được. Phần của mình: nhắn "dữ liệu của tôi".""",
    OfBot.PLANS: """Kế hoạch và câu trả lời mới chưa thêm được bằng tin nhắn. Người giữ phần mềm thêm vào.
Đồng chí gửi văn bản cho {office}.""",
    OfBot.ADMINS: """Việc này người quản trị làm, không làm bằng tin nhắn được. Tôi không dùng mật khẩu.
Đồng chí báo {office}.""",
    OfBot.QUESTIONS: """Câu hỏi tôi giữ không kèm tên người hỏi, và chưa xem được bằng tin nhắn.
Cần biết thì đồng chí hỏi {office}.""",
    OfBot.WHERE: _WITH_ROLE,
    OfBot.DEVICE: """Máy mới mà vẫn tài khoản cũ thì đồng chí dùng tiếp như thường.
Đổi tài khoản: nhắn "liên kết" ở máy cũ. Mất máy cũ thì xin mã mời mới của {above}.""",
    OfBot.HELPER: """Được. Ai nhắn trên máy này cũng là thay đồng chí.
Chi hội nào gọi điện báo số: nhắn "nhập hộ" và tên chi hội.""",
}
"""Where an officer or an admin is told otherwise."""

ADMIN: dict[OfBot, str] = {
    OfBot.UNITS: """Danh sách đơn vị sửa trong tệp CSV, không sửa bằng tin nhắn được.
Trên máy chủ chạy lệnh: dongdoi units import TEP.csv --dry-run
Lệnh ấy báo trước sẽ đổi gì; bỏ --dry-run thì làm thật. Đơn vị đã thôi giữ nguyên dòng, ghi ngày cuối.""",
    OfBot.DEADLINE: """Đồng chí nhắn kỳ và hạn mới, ví dụ: gia hạn kỳ 6 tháng {year} đến 5/6.
Xem các kỳ đang mở: nhắn "các kỳ báo cáo".""",
    OfBot.SENDING: """Đồng chí nhắn cả câu, ví dụ: gửi cho chi hội trưởng xã Vân Trà: mai họp lúc 8 giờ.
Gửi được cho mọi hội viên, chi hội trưởng, cán bộ, nơi chưa nộp báo cáo, hay từng người theo tên.
Chưa chọn được theo nam nữ, theo tuổi.""",
    OfBot.CODE: """Mã cũ tôi không xem lại được, chỉ cấp mã mới; mã dùng một lần.
Nhắn "mời chi hội trưởng mới" và tên chi hội, hoặc "mời cán bộ" và tên đơn vị.""",
    OfBot.PLANS: """Kế hoạch và câu trả lời mới chưa thêm được bằng tin nhắn.
Người giữ phần mềm thêm vào các tệp trong thư mục knowledge/plans, rồi chạy lại.""",
    OfBot.ADMINS: """Việc này làm trên máy chủ, không làm bằng tin nhắn được. Tôi không dùng mật khẩu.
Thêm người quản trị: dongdoi admin-code. Sao lưu: chép cơ sở dữ liệu. Số văn phòng: đặt DONGDOI_OFFICE_CONTACT.""",
}
"""Where an admin is told otherwise."""

WHILE_FILLING = """Không sao. Đồng chí nhắn "quay lại" để về câu trước.
Hoặc nhắn "sửa", số thứ tự và số đúng, ví dụ: sửa 3 5."""
"""To a slip while a report is open."""
