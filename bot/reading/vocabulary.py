"""The words of numbers, and the phrases that change or replace a number, with the ways in which people write them.

A phrase matches with its accents, or with none at all: "năm" is five, "nam" may be, "nấm" never is.
"""

from bot.reading.role import Role

NUMBERS: dict[Role, dict[str, int]] = {
    Role.DIGIT: {
        "một": 1,
        "hai": 2,
        "ba": 3,
        "bốn": 4,
        "năm": 5,
        "sáu": 6,
        "bảy": 7,
        "bẩy": 7,
        "tám": 8,
        "chín": 9,
    },
    Role.TAIL: {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5},
    Role.TEN: {"mười": 10},
    Role.TENS: {"mươi": 10, "chục": 10},
    Role.TWENTY: {"hăm": 20, "băm": 30},
    Role.HUNDRED: {"trăm": 100},
    Role.SCALE: {
        "nghìn": 10**3,
        "ngàn": 10**3,
        "k": 10**3,
        "ng": 10**3,
        "vạn": 10**4,
        "triệu": 10**6,
        "triêu": 10**6,
        "triịu": 10**6,
        "trịu": 10**6,
        "tr": 10**6,
        "trđ": 10**6,
        "tỷ": 10**9,
        "tỉ": 10**9,
    },
    Role.LINK: {"linh": 0, "lẻ": 0, "lẽ": 0},
    Role.NOUGHT: {"không": 0},
    Role.HALF: {"rưỡi": 0, "rưởi": 0, "rưỡu": 0},
    Role.HALF_OF: {"nửa": 0, "nữa": 0},
    Role.POINT: {"phẩy": 0, "phảy": 0, "phết": 0, "chấm": 0},
}
SHORT_SCALES = frozenset({"k", "ng", "tr", "trđ"})
"""Scales that are only written, and only of money."""

PHRASES: dict[Role, str] = {
    Role.ABOUT: (
        "±, khoảng, khoản, khoảng chừng, chừng, độ, tầm, cỡ, cở, ước, ước chừng, ước tính, ước độ, "
        "áng chừng, đâu chừng, xấp xỉ, cỡ chừng, tầm khoảng, độ chừng, đâu khoảng, chắc khoảng, "
        "chắc tầm, chắc chừng, chắc cỡ, chắc độ, ~, ≈, gì đó, chi đó, thôi chừng, vào khoảng, đại khái, đâu tầm, "
        "đâu như, phỏng chừng, nhắm chừng, gì nớ, chi nớ, quãng, loanh quanh, xoay quanh, quanh "
        "quanh"
    ),
    Role.HEDGE: (
        "vượt, vượt quá, quá, hơn, gần, trên, dưới, ngoài, non, ngót, ngót nghét, suýt, suýt soát, vài, vài ba, dăm, "
        "dăm ba, dăm bảy, mươi, mấy, mấy chục, vài chục, ít nhất, nhiều nhất, tối thiểu, tối đa, "
        "trở lên, trở xuống, trở lại, nhiều, ít, một số, một vài, một ít, chút ít, một chút, "
        "nhiều lắm, quá, không quá, chưa tới, chưa đến, không tới, không đến, hơn hoặc bằng, có "
        "lẻ, và lẻ, lẻ, >, <, ≥, ≤, hơn một chút, chút đỉnh, đôi, cặp, tá, chục, lai rai, ít ít, "
        "đôi ba, một hai, thưa thớt, chưa đầy, già, đổ lại, đổ lên, đổ xuống, đổ về, cả trăm, cả "
        "chục, cả ngàn, cả nghìn, cả triệu, cả tỷ, hàng chục, hàng trăm, hàng nghìn, hàng triệu"
    ),
    Role.RANGE: "đến, tới, cho đến, cho tới, →",
    Role.PERCENT: "%, phần trăm, phần nghìn",
    Role.TIMES: "x, nhân, nhân với, *",
    Role.PLUS: "+, cộng, cộng với, cộng thêm",
    Role.EQUALS: (
        "=, bằng, tức là, tức, nghĩa là, thành ra, vị chi, vị chi là, bằng chữ, bằng chữ là, viết bằng chữ, ghi bằng "
        "chữ, viết chữ là, đọc là, bằng số, viết bằng số, ghi bằng số"
    ),
    Role.EACH: "mỗi, mỗi một, từng, cứ mỗi, 1 nhà là, bình quân, trung bình, bình quân mỗi, trung bình mỗi",
    Role.NOT: (
        "chứ không phải, chớ không phải, không phải, chứ ko phải, ko phải, hổng phải, chứ không, "
        "chớ không, không phải là, hông phải, đừng ghi, k phải, chứ k phải, chứ hông phải, chứ "
        "đâu phải, chứ ko, chớ ko, chứ ko fải, ko fải, không fải, chứ không fải"
    ),
    Role.MEND: (
        "nhầm, à nhầm, lộn, à lộn, ghi nhầm, viết nhầm, ghi lộn, gõ nhầm, gõ lộn, bấm nhầm, à "
        "không, ấy nhầm, sửa lại, sửa lại là, sửa lại thành, sửa, sửa thành, đính chính, xin sửa, "
        "xin sửa lại, cho sửa lại, cho tôi sửa lại, nói lại, xin lỗi, nhầm rồi, lộn rồi, mà là, "
        "sửa dùm, thành"
    ),
    Role.OR: "hoặc, hoặc là, hay, hay là",
    Role.ALL: (
        "cả chi hội, cả thôn, cả xóm, cả làng, cả hội, cả tổ, toàn bộ, toàn chi hội, toàn thể, "
        "tất cả, tất cả đều, hết thảy, hết cả, đủ hết, đủ, đủ cả, 100 phần trăm, nhà nào cũng, hộ "
        "nào cũng, ai cũng, hội viên nào cũng, đều có, có hết, hết trơn, trăm phần trăm, một nửa, "
        "phân nửa, quá nửa, hơn nửa, đa số, phần lớn, hầu hết, tất tần tật, toàn hội, cả khu, gần "
        "hết, toàn thôn, toàn xã, toàn xóm, cả xã, cả khối, cả hội viên"
    ),
    Role.MINUS: "âm, trừ",
    Role.SPAN: (
        "kỳ trước, kì trước, năm ngoái, năm trước, năm rồi, tháng trước, kỳ sau, năm sau, sang năm, "
        "tháng này, tháng ni, lần trước, hôm trước, quý trước, đợt trước, kỳ rồi, năm kia, hồi trước, "
        "trước đây, ban đầu, lúc đầu"
    ),
    Role.TROUBLE: (
        "thiếu, còn thiếu, nợ, bớt, thêm, tăng, giảm, tăng thêm, giảm bớt, nếu, dự kiến, dự định, "
        "dự tính, kế hoạch, sẽ, phấn đấu, chỉ tiêu, hứa, mục tiêu, so với, trong đó, riêng, xin, "
        "chuẩn bị, sắp, định, muốn, cần, đăng ký, tháng, quý, tuổi, tuần, lần thứ, thứ, mục, câu, "
        "điều, khoản số, hơn kém, trong số, trong tổng số, ngày mai, gấp, gấp đôi, lần lượt, "
        "nhưng, mà chưa, hình như, chắc là, có thể, có lẽ, nghe nói, chắc, hồi, thử, ví dụ, trên "
        "tổng số, mất, hỏng, hư, công nhận, được công nhận, xã công nhận, thoát, phát sinh, tái "
        "nghèo, rút, rút lại, trả lại, hoàn lại, bị, chết, mất mùa, hoặc hơn"
    ),
    Role.NO: "không, ko, hông, hổng, hong, hem, khum, hk, nỏ, kp, khg, kh, khôn, hôn",
    Role.NONE: (
        "không đóng, không góp, không xây, không sửa, không trao, không tặng, không tham gia, không "
        "thực hiện, không nộp, không vay, không ký, không ủng hộ, không có, ko có, k có, kg có, kh "
        "có, khong có, khg có, hông có, hổng có, hong có, hem có, hk có, chẳng có, chả có, đâu có, nỏ "
        "có, làm gì có, chưa phát sinh, không phát sinh, ko phát sinh, chưa phát sinh gì, không phát "
        "sinh gì, không ai, không còn, ko còn, không còn nữa, k còn, hông còn, hổng còn, chẳng còn, "
        "không một, không hề có, zero, zê rô, số không, con số không, bằng không, không phát hiện, "
        "không xảy ra, không xuất hiện, không ghi nhận, không có gì, không nhà nào, không hộ nào, "
        "không có ai, ko ai, chẳng có gì, không làm, không trồng, không tổ chức, không vận động, "
        "không thu, không hiến, khôn có, hôn có, khôn còn"
    ),
    Role.GONE: (
        "hết, hết rồi, hết trơn rồi, hết sạch, hết sạch rồi, hết hẳn, hết cả rồi, xong hết, xong hết "
        "rồi, xoá hết rồi, xóa hết rồi, xoá hết, xóa hết, xoá xong, xóa xong, xoá xong rồi, xóa xong "
        "rồi, xoá xong hết rồi, xóa xong hết rồi, thoát hết rồi, thoát nghèo hết rồi, đã hết, sạch "
        "rồi, giờ hết rồi, nay hết rồi"
    ),
    Role.NOT_YET: (
        "chưa, chưa có, chửa có, chửa, chưa làm, chưa trồng, chưa tổ chức, chưa vận động, chưa vận "
        "động được, chưa triển khai, chưa thu, chưa thu được, chưa hiến, chưa xây, chưa sửa, chưa "
        "thực hiện, chưa có gì, chưa góp, chưa nộp, chưa trao, chưa được, chưa có ai, chưa bắt đầu, "
        "chưa có đồng nào, chưa mần, chưa đăng ký"
    ),
    Role.LATER: (
        "chưa biết, chưa nắm, chưa nắm được, chưa nắm rõ, chưa rõ, chưa thống kê, chưa tổng hợp, "
        "chưa tổng hợp xong, chưa có số, chưa có số liệu, chưa đếm, chưa kịp đếm, chưa hỏi, chưa "
        "hỏi được, chưa kiểm tra, chưa tính, chưa tính xong, chưa chốt, chưa rà soát, chưa rà, "
        "chưa xong, chưa kịp, chưa thống kê xong, không biết, ko biết, k biết, không rõ, ko rõ, "
        "không nắm, không nhớ, ko nhớ, k nhớ, k rõ, quên rồi, quên mất, hông biết, hổng biết, "
        "hổng nhớ, hông nhớ, chẳng biết, biết đâu, chưa ai báo, đang tổng hợp, đang rà soát, đang "
        "thống kê, đang chờ, đang hỏi, đang đếm, đang tính, đang kiểm tra, đang làm, đang xác "
        "minh, để coi lại, để coi, để xem lại, để xem, để hỏi lại, để hỏi, để tính lại, để đếm "
        "lại, để kiểm tra lại, để kiểm tra, để sau, để mai, để tui, để tôi, để em, để chút, để "
        "bữa sau, để rà lại, để rà soát, để hồi nữa, để tối, để mình, hỏi lại đã, coi lại đã, xem "
        "lại đã, hỏi lại, coi lại, xem lại, kiểm tra lại, tính lại đã, rà lại, mai gửi, mai mốt "
        "gửi, mai mốt, mai báo, mai báo lại, bữa sau, bữa khác, hôm sau, hôm khác, báo sau, gửi "
        "sau, nộp sau, nhắn sau, trả lời sau, nói sau, báo lại sau, báo lại, mai mốt báo, chiều "
        "gửi, chiều báo, tối báo, tối gửi, tối nay, sáng mai, chiều mai, từ từ, chờ chút, chờ đã, "
        "chờ tui, chờ tôi, chờ thủ quỹ, chờ kế toán, đợi chút, đợi đã, đợi tui, khi nào có, có "
        "thì báo, có số thì, bỏ qua, bỏ trống, để trống, lát nữa, lát, chút nữa, xíu nữa, tí nữa, "
        "bỏ qua câu này, mơi gửi, mơi, mốt gửi, mai, chưa chốt được, chưa có con số, chưa có báo "
        "cáo, chưa thấy ai báo, tạm chưa có số, tuần sau, tháng sau, đợi, chờ, đang rà, đang rà "
        "lại, mai báo cáo, mai báo cáo sau, báo cáo sau, chưa nhận, chưa nhận được, chưa thu "
        "xong, chưa làm xong, chưa gom xong, chưa cộng xong, chưa cộng, sẽ báo, sẽ gửi, sẽ báo "
        "sau, sẽ báo cáo sau, sẽ gửi sau, bữa mô, hôm nào, khi mô, lúc nào, chừng nào có, khi nào "
        "xong, chưa đi hết, chưa gặp, chưa liên hệ, chưa liên lạc, để thống kê, để thống kê lại, "
        "để thống kê đã, để tổng hợp, chưa chắc, không chắc, ko chắc, chưa nghe báo, chưa ai nói, "
        "chưa thấy báo, hẹn mai, mai tính, mai mốt tính, mai mốt nói, chiều nói, cho tui kiểm "
        "tra, cho tôi kiểm tra, cho tôi hỏi lại, cho tui hỏi lại, cho tôi xem lại, cho tui coi "
        "lại, cho em xem lại, cho em kiểm tra, cho xin thêm thời gian, cho thêm thời gian, chưa "
        "có thông tin, không có số liệu, ko có số liệu, không có thông tin, ko rõ lắm, chưa rõ "
        "lắm, đợi thủ quỹ, đợi kế toán, đợi họp, chờ họp, đợi họp chi hội, chưa có sổ, chưa coi "
        "sổ, chưa mở sổ, chưa coi lại sổ"
    ),
    Role.SAME: (
        "như kỳ trước, như kì trước, giống kỳ trước, giống kì trước, bằng kỳ trước, như cũ, y như cũ, "
        "y cũ, như năm ngoái, giống năm ngoái, như lần trước, giống lần trước, như trước, giống "
        "trước, như hồi trước, vẫn vậy, vẫn thế, vẫn như cũ, vẫn như vậy, vẫn rứa, cũng rứa, cũng "
        "vậy, cũng thế, không đổi, không thay đổi, ko thay đổi, ko đổi, k đổi, giữ nguyên, không có "
        "gì thay đổi, không có thay đổi, y như kỳ trước, y kỳ trước, như 6 tháng đầu năm, như năm "
        "trước, giống năm trước, như đợt trước, vẫn số cũ, số cũ, như số cũ, lấy số cũ, như báo cáo "
        "trước, giống báo cáo trước, như quý trước, theo kỳ trước, theo số cũ, hồi trước sao giờ vậy, "
        "không tăng không giảm, y chang, y chang kỳ trước, cũng như kỳ trước, vẫn như kỳ trước, vẫn "
        "như năm ngoái, y nguyên, y như năm ngoái, y hệt kỳ trước, bằng năm ngoái, như rứa, cũng như "
        "cũ, không khác"
    ),
    Role.ASKING: (
        "gì, chi, nào, mô, sao, răng, hả, hử, bao nhiêu, tại sao, là sao, vì sao, khi nào, ở đâu, "
        "ai, thế nào, làm sao, bao giờ, là gì, ?, răng rứa, là răng, sao vậy, gì vậy, chi rứa, "
        "bao lâu, chỗ nào, đâu vậy, ai hỏi, để làm gì, làm chi"
    ),
    Role.TITLE: "ông, bà, anh, chị, chú, bác, cô, dì, cậu, thím, mợ, cụ, o, đ/c, đc",
}

PARTICLES = "hỉ, hí, hè, hử, hỉ chú, hè chú, nghe chú, hí chú, rứa hè"
"""Particles of the region, which are themselves only with their accents."""
FILLERS = (
    "khoản này, mục này, khoản đó, phần này, khoản ni, mục ni, con, dạ, vâng, ừ, ờ, uh, um, à, ạ, a, "
    "nhé, nhe, nghe, nghen, đó, đấy, thôi, thui, rồi, rùi, thưa, báo cáo, bc, kính, kính báo cáo, "
    "kính thưa, xin báo cáo, tôi, tui, em, mình, chúng tôi, tụi tui, bọn tui, đồng chí, cán bộ, chi "
    "hội, chi hội tôi, chi hội em, chi hội mình, hội, bên tui, bên tôi, bên em, thôn, xã, khu, khu "
    "dân cư, xóm, ở, tại, trong, của, cho, các, những, là, có, hiện, hiện có, hiện còn, hiện nay, "
    "hiện giờ, bây giờ, chừ, giờ, nay, đến nay, tới nay, tính đến nay, tính tới nay, từ đầu năm đến "
    "nay, từ đầu năm, kỳ này, kì này, kỳ ni, năm nay, năm ni, trong kỳ, trong kì, trong năm, đợt này, "
    "quý này, lần này, vừa qua, vừa rồi, còn, còn lại là, còn lại có, còn đúng, vẫn còn, chỉ, chỉ có, "
    "chỉ còn, có mỗi, còn mỗi, được, đc, dc, đã, đạt, tổng, tổng cộng, tổng số, tổng cộng là, tất cả "
    "là, tất cả có, tất cả được, cả thảy, cả thẩy, cộng lại, gộp lại, thảy, số, con số, số lượng, số "
    "tiền, tiền, tiền mặt, lượng, vận động, vận động được, quyên góp, quyên góp được, ủng hộ, ủng hộ "
    "được, đóng góp, góp, góp được, thu, thu được, nộp, trao, trao được, tặng, làm, làm được, mần, "
    "mần được, tổ chức, tổ chức được, trồng, trồng được, giúp, giúp được, xây, hiến, hiến được, đúng, "
    "đúng là, chính xác, chính xác là, chẵn, chẳn, tròn, duy nhất, vỏn vẹn, cái, chiếc, ni, này, kia, "
    "thì, với, cũng, mới, mới có, mới được, lên, ra, nữa, hết, hết thảy là, giảm còn, giảm xuống còn, "
    "giảm xuống, tăng lên, tăng lên thành, nâng lên, nâng lên thành, lên thành, ghi, ghi giúp, ghi "
    "giùm, ghi cho, ghi là, báo, nộp lên, gửi, gởi, xin gửi, tất cả các, về, bằng tiền, bằng tiền "
    "mặt, hội viên, ccb, cựu chiến binh, cqn, bà con, anh em, nhé đồng chí, nghe đồng chí, cảm ơn, "
    "cám ơn, xin cảm ơn, ok, oke, vậy, rứa, như sau, cụ thể, cụ thể là, số liệu, kết quả, kết quả là, "
    "trả lời, câu trả lời, trị giá, giá trị, khi, lúc, nhận, nhận được, tham gia, đi, bên, luôn, đầy "
    "đủ, và, cùng, để, đang, theo, thực tế, thực tế là, mà, thực, vào, nhờ, qua, việt nam, tiền việt, "
    "cả nhà, gồm, gồm có, bao gồm, tính ra, tính luôn, thường xuyên, đâu, bạc, ơi, tròn trịa, quý, "
    "lắm, nói chuyện, cũng có, chỉ được, chỉ có được, thật, mô tê, hết cả thảy, nghe chú, nghe anh, "
    "nghe chị, nghe em, chú nghe, anh nghe, co, nha, còn lại, giùm, dùm, dài, chiều dài, diện tích, "
    "tổng chiều dài, dài được, tổng diện tích, khối lượng, tổng kinh phí, kinh phí, các loại, loại, "
    "trong thôn, ngoài thôn, mới nhất, chốt lại, chốt, chốt là, báo lại là, nói chung, nói chung là, "
    "con số là, con số chính xác là, theo sổ, trong sổ, theo danh sách, sổ ghi, vẫn, cả, có gì gọi, có "
    "gì thì gọi, có chi gọi, có chi thì gọi, có gì liên hệ, có gì thì liên hệ, số điện thoại, số máy"
)
