"""What the plans never hold: money, telephone numbers, results, procedures, other years and places. Declined, and not bent.

The patterns are of the language: a question that asks for such a thing asks for it whatever fact lies near
(../shared/gold_facts.md, section l).
"""

from collections.abc import Iterator

from knowledge.aims import Aim
from knowledge.answer import Answer, Nothing
from knowledge.explained import is_explained, is_home
from knowledge.pattern import Pattern, Patterns
from knowledge.phrase import Trigger, is_another_word, is_broken
from knowledge.query import Query
from knowledge.strangers import stranger_named
from knowledge.syllables import is_syllable
from knowledge.toponyms.elsewhere import places_elsewhere
from knowledge.toponyms.unknown import unknown_place, unknown_place_by_itself
from knowledge.unheld import unheld_line
from knowledge.vocabulary import sound

_ABSENT = Patterns(
    (what, rf"\b(?:{pattern})\b")
    for what, pattern in (
        (
            "số điện thoại",
            r"(?:xin|cho)(?: [a-z]+){0,4} so (?:cua|chu|anh|bac|dien|dt|co)|\bfb\b|facebook|zalo (?:cua|so|nhom)|hay zalo|so dien thoai|sdt|so dt|so may (?:cua )?(?:anh|chi|ong|ba|bac|chu) (?!la\b)[a-z]+ (?:ben|o|hoi|la)\b|dien thoai (?:cua|so|van phong|lien he|la|bao nhieu)|hotline|so phone|may ban so|so may (?:may|bao nhieu)\b|so (?:za|da|gia|ra) ?lo|so di dong|so mayx(?! moc)|(?:xin|cho|hoi) (?:[a-z]+ ){0,3}so may (?:cua )?(?:dong chi|anh|chi|ong|ba|bac|chu|co)\b",
        ),
        (
            "số tiền",
            r"^gia (?!d[inh]{3}\b|tri|lang|ca)|(?:gop|ho tro|chi|bo ra|dong|lo|chiu) (?:may|bao nhieu) phan(?! tram)|dong bhyt (?:[a-z]+ ){0,3}(?:bao nhieu|may|bn)(?! phan tram)|bhyt muc (?:bao nhieu|may|bn)|doi ung|(?:chung|bao) (?:nao )?tien\b|^muc (?:qua|tien|thuong|chi|dong)|so tai khoan|tai khoan (?:ngan hang|quy|nao|so|cua)|bao nhieu (?:tien|dong(?! bao)|trieu|ti(?! le)|ty(?! le))|may (?:tien|dong(?! bao)|trieu|ti(?! le)|ty(?! le)|tram (?:nghin|ngan|trieu))|(?<!tien )tien (?!tien |phuoc |phong |my |canh |lanh |son |chau |loc |hiep )(?:[a-z]+ ){1,8}(?:la )?bao nhieu|^tien (?:thuong|cong|ho tro|qua|giup|gop|lam|xay) [a-z ]{3,90} (?:la )?(?:bao nhieu|may)$|muc (?:tien|chi (?:tra|phi|bao|la)|dong (?:gop|phi|quy)|(?:khen )?thuong|phat|luong)(?! tieu)|"
            r"muc ho tro (?:[a-z]+ ){0,8}(?:bao nhieu|may|the nao|ra sao)|^muc (?:tien )?ho tro(?! .*(?:giai doan|nam nao|nhung nam|nam may|nghi quyet|van ban|quyet dinh) (?:nao|so))|gia (?:mot|1|moi) |hoi phi|le phi|so tien|ton (?:bao nhieu|may)|chuan (?:ho ?)?ngheo (?:[a-z0-9]+ ){0,10}(?:bao nhieu|may) |gia (?:ban|bao nhieu|ca(?! roi)|may|tien|vat|xang|heo|lua|vang)|"
            r"(?:thuong|phat|(?<!hop )(?<!hoat )(?<!lao )dong|gop|(?<!tieu )chi|cap) (?:bao nhieu|may) (?:tien|dong(?! bao)|trieu)|(?:bao nhieu|may) (?:chuc |tram )?(?:trieu|nghin|ngan|dong(?! (?:bang|bao)\b)|ty(?! le)|ti(?! le))\b(?! (?:can|nha|ho|hongheo|nguoi|km|met|san pham|cay|hoi vien|ngoi|cai|nhatam))|(?:bao nhieu|may) (?:phan tram )?(?:tien|luong)\b|gia (?:ca )?bao nhieu|(?:thuong|ho tro|cho|duoc|nhan|gop|dong) may (?:dong|chuc|tram|trieu)|tien (?:thuong|ho tro|phu|an|cong) (?:la )?(?:bao nhieu|may)|ho tro (?:bao nhieu|may) (?:tien|dong(?! bao)|trieu)|"
            r"kinh phi (?:[a-z0-9 ]{0,30})?(?:la )?(?:bao nhieu|(?<!ngay )(?<!so )(?<!thang )(?<!nam )may)|^tong (?:kinh phi|von|so tien|ngan sach)|ngan sach (?:[a-z ]{0,30})?(?:bao nhieu|may)|bao nhieu kinh phi|den bu|mai tang",
        ),
        (
            "lãi suất và mức vay",
            r"lai suat|lai (?:bao nhieu|may)|vay (?:toi da |duoc |toi thieu |nhieu nhat |it nhat |la )*(?:bao nhieu|may(?! (?:anh|chi|bac|chu|co|ong|ba|em|dong chi|ban|con|chau|cau)\b))|han muc vay|vay duoc may|muc vay|tra lai suat|tra lai (?:bao nhieu|may)|tra no|thoi han (?:vay|[a-z]+ )*(?:tra|vay)|bao lau (?:phai )?tra|(?:phai|moi) tra",
        ),
        (
            "phụ cấp, lương",
            r"phu cap|cong tac phi|(?:bhyt|bao hiem(?: y te)?) (?:[a-z0-9]+ ){0,12}(?:chi tra|tra|thanh toan|chi|huong) (?:[a-z]+ ){0,4}(?:bao nhieu|may)|luong huu|luong (?:bao nhieu|may|can bo|toi thieu|co so)|tro cap|thu lao|tien luong|che do (?:mai tang|bhyt|thuong binh|tu tuat|huu)|boi duong (?:bao nhieu|may)|vien phi|(?:duoc )?huong (?:bao nhieu|may) (?:phan|%)",
        ),
        (
            "số hội viên",
            r"(?:bao nhieu|may|tong so|so luong|so|may ngan|may nghin|may van|may tram) (?:nguoi )?(?:hoi vien|chi hoi(?! nong dan| nghe nghiep)|can bo hoi|dang vien|cua ccb|ccb)(?! ngheo| quan ly| dong y| dang ky)|"
            r"hoi vien (?:la )?(?:bao nhieu|may) nguoi|co (?:bao nhieu|may) (?:hoi vien|thanh vien|nguoi tham gia|ho tham gia|nguoi)",
        ),
        (
            "kết quả đã làm",
            r"(?:thuc te|den nay|toi nay|hien nay|bay gio|nam ngoai|nam qua|vua qua) (?:[a-z0-9]+ ){0,6}da (?:[a-z]+ ){0,4}(?:bao nhieu|may)|da (?:[a-z]+ ){0,4}duoc (?:bao nhieu|may)|da (?:[a-z]+ ){1,4}xong (?:bao nhieu|may)|"
            r"da (?:xoa|xay|sua|dat|giam|trao|van dong|quyen gop|ho tro|hoan thanh|lam|nop|gop|thuc hien|tong ket|cong nhan|thanh lap) (?:[a-z]+ ){0,3}(?:bao nhieu|may)|"
            r"(?:bao nhieu|may) (?:[a-z]+ ){1,5}roi(?: (?:vay|rua|ha|a|z|v|hi|he))*$|so vu |(?:thuc su|that su) (?:[a-z]+ ){0,3}(?:cam ket|dat|lam|xay|giam)|da (?:[a-z]+ ){1,6}(?:that su|thuc su|thuc te)|(?:bao nhieu|may) (?:[a-z]+ ){1,4}da (?:ky|dang ky|cam ket|thoat ngheo)|(?:hien|hien nay|hien tai|bay gio|chu|gio) (?:dang )?(?:dat|duoc|gom|con) (?:bao nhieu|may)|(?:toi|den) (?:bay gio|gio|nay|chu)$|giai (?:nhat|nhi|ba)|ket qua (?:giam|xoa|van dong|lay y kien|binh xet|cham)|da co (?:bao nhieu|may)|da nhan (?:bang|quyet dinh|giay)|da (?:nop|gui|trinh)(?: [a-z]+){0,12} (?:ngay|hom|luc|khi) (?:nao|may)|(?:bao nhieu|may) (?:huyen|xa|chi hoi|don vi|noi|hoi) (?:da |moi )?(?:gui|nop) (?:[a-z0-9]+ ){0,8}roi|(?:bao nhieu|may) (?:huyen|xa|chi hoi|don vi|noi|hoi) (?:da|moi) (?:gui|nop)|(?:bao nhieu|may) (?:huyen|xa|chi hoi|don vi|thon|nha|ho) (?:da |trong [a-z]+ )(?:[a-z0-9]+ ){1,8}roi|(?:bay gio|chu|gio|hien) (?:[a-z0-9]+ ){0,3}con (?:bao nhieu|may)|(?:mua|sam|lap|co) (?:[a-z]+ ){0,6}roi(?: (?:vay|rua|ha|a|z|v|hi|he))*$|hien nay (?:bao nhieu|may)|co (?:bao nhieu|may) [a-z ]{0,30}duoc (?:cong nhan|khen|tang|trao)|^ket qua (?!.*(?:bao cho|gui|nop|bao cao))|(?:tap the|ca nhan|chi hoi|don vi) nao (?:da |vua )?duoc (?:khen|bieu duong|tang)|nam (?:ngoai|roi|qua) [a-z ]{0,40}nhat|ket qua (?:thuc hien )?(?:cu the |dat duoc |thuc te |nam 20\d\d |cuoi cung )*(?:la |ra |the nao|bao nhieu|ra sao)|thuc te (?:[a-z]+ ){0,6}(?:bao nhieu|may|dat)|"
            r""
            r"hien (?:nay )?(?:dang )?co (?:bao nhieu|may)|(?:toi|den) (?:chu|nay|gio|bay gio) (?:[a-z]+ ){0,3}co (?:bao nhieu|may)|co (?:bao nhieu|may) (?:ho|nguoi|hoi vien) ?(?:ngheo|hongheo)|co (?:bao nhieu|may) (?:hongheo|nguongheo|nhatam)|(?:duoc|nao|ai) (?:duoc )?(?:tang|tan|trao|nhan) (?:co|bang khen|giay khen|huan chuong|giai)(?! (?:the|khong|phan|quan))|(?:thoat|giam) ngheo duoc (?:bao nhieu|may)|ket qua (?:[a-z0-9]+ ){1,10}duoc (?:bao nhieu|may)|duoc cong nhan (?:[a-z]+ ){0,6}chua|cuoi cung (?:co|da)|tinh (?:toi|den) (?:gio|nay|bay gio|hom nay)|nam (?:ngoai|qua|roi) (?:[a-z]+ ){0,8}(?:bao nhieu|may)|dung (?:dau|nhat) thi dua|(?:bao nhieu|may) (?:[a-z]+ ){1,5}da (?:co|lam|xong|dat|nop) (?:[a-z]+ ){0,4}(?:roi|chua)\b|(?:giam|gop|quyen|van dong|xoa|xay|trao) duoc (?:bao nhieu|may)|(?:hien|hien nay|gio|bay gio|den nay|toi nay) (?:van )?con (?:lai )?(?:bao nhieu|may)|(?:ho|nha|xa|nguoi|huyen|thon)(?: [a-z]+){0,5} (?:hien|gio) con (?:lai )?(?:bao nhieu|may)|"
            r"da (?:duoc|dat|xong|nop|hoan thanh|lam xong|trinh|cong nhan) (?:[a-z0-9]+ ){0,5}chua(?: (?:vay|rua|ha|a|nhi))*$|da dat chuan chua|da duoc cong nhan chua|da (?:nop|xong|hoan thanh) (?:[a-z]+ ){0,3}chua|dat (?:duoc )?bao nhieu phan tram (?:roi|chi tieu)|ai dat giai|giai (?:may|nhat|nhi)|xep (?:hang|thu) may",
        ),
        (
            "kết quả đã làm",
            r"(?:den nay|toi nay|(?:toi|den) (?:chu|gio)) (?:[a-z0-9]+ ){0,8}(?:bao nhieu|may) (?!ngay|thang|nam\b)|(?:bao nhieu|may) (?:[a-z0-9]+ ){1,5}(?:tren thuc te|that su|thuc su|tinh (?:toi|den) (?:nay|gio|thang|ngay|\d{1,2} \d{4}))|(?:thu ve|thu|quyen) (?:[a-z]+ ){1,8}duoc (?:bao nhieu|may)|(?:bao nhieu|may) phan tram (?:[a-z]+ ){1,5}hai long|(?:kien nghi|phan anh|de xuat) (?:bao nhieu|may) (?:viec|dieu|y kien)|(?:bao nhieu|may) (?:huyen|xa|chi hoi|don vi|hoi) (?:gui|nop) (?!.*\b(?:gi|nao|ai|dau|sao)\b)|(?:tap the|ca nhan|chi hoi) nao (?:khen|bieu duong) |cuoi cung (?:co )?dat|nhan bang cong nhan|hoan thanh (?:[a-z0-9]+ ){0,5}chua$",
        ),
        (
            "lịch họp",
            r"(?<!phoi )hop (?:chi hoi |thuong ky )?(?:bao nhieu|may) lan|hop (?:chi hoi |thuong ky )?(?:vao |luc )?(?:ngay|hom|luc|may gio|bua|khi) (?:nao|may|gi)",
        ),
        (
            "thủ tục, giấy tờ",
            r"tieu chi (?:de |duoc )+(?:cong nhan|xet)(?!.*(?:quyet dinh|van ban|so may))|dieu kien (?:gi|nao)|thi dieu kien|gui don|nhan hieu|the hoi vien|(?:lam|cap|sua|doi|mat) so do|can cuoc|mau (?:phieu|don|so)|may (?:thu|loai) giay|lam giay(?! to)|mat phi|dong dau(?! tranh)|(?:may|bao nhieu) ban giay|viet theo mau|ho so (?:huong|vay von|xin (?!cong nhan))|ho khau|(?:may|bao nhieu) bo (?:ho so)?$|ho so (?:[a-z]+ ){0,10}(?:may|bao nhieu) bo|bao nhieu ngay (?:duoc|thi|moi|se) (?:duoc )?(?:tra loi|giai quyet|xong)|(?:xin|mua|cap|(?<!bo )(?<!dong )doi|dang ky) (?:[a-z]+ ){1,8}(?:o|tai) (?:dau|cho nao)|thu tuc|giay to (?:gi|nao|can|de (?!nghi)|xin|vay|gom)|(?:nhung|cac|loai|bo) giay to|trinh tu|(?:may|bao nhieu) buoc|can (?:nhung )?(?:giay|ho so) gi|ho so (?:gom|can|xin(?! cong nhan)|vay von)(?: nhung| co)? (?:gi|giay|nao)|lam don|mau don|don xin|(?:ho so|giay to) (?:[a-z]+ ){0,8}gom|may trang(?! (?:web|tmdt|thuong mai|mang|ban hang|do|nay|ay))|bao nhieu trang(?! (?:web|tmdt|mang))|xin (?:bieu )?mau|tai (?:bieu )?mau|bieu mau (?:o dau|so|nao|gom|co)|"
            r"mau bao cao|(?<!tao )dieu kien (?:de |duoc |nao |gi |vay |huong )|tieu chuan (?:de |duoc |xet |nao )|nop don|viet don|lam don|xin (?:thoi|ra khoi) (?:sinh hoat )?hoi|dang ky o dau|quy trinh|(?:lam|can|nop) ho so gi|ho so (?:[a-z]+ ){0,6}gom (?:nhung |co )?(?:gi|nao)",
        ),
        (
            "việc thay đổi ấy",
            r"(?:da |cuoi cung )?(?:[a-z]+ ){0,4}quyet dinh cong nhan chua|(?:nop|xong|dat|co) (?:[a-z]+ ){0,4}chua(?: (?:vay|rua|ha|a|nhi))*$|(?:da )?(?:[a-z]+ )?(?:duoc )?cong nhan (?:[a-z]+ ){0,4}chua\b|xong chua(?! (?:co|biet|tim|xin)\b)|gia han|(?<!tinh )(?<!tinh minh )sap nhap (?:[a-z]+ ){0,2}(?:ngay|khi|luc|thang|bua|hom) (?:nao|may)|(?:da |bi |duoc )(?:doi|lui|hoan|day) (?:lai|toi|sang|den|qua|ngay|han) |lui (?:ho so|han|hanchot|ngay|thoi|nop|bao cao) |(?:doi|hoan|day) (?:[a-z]+ ){1,5}(?:sang|qua) (?:thang|nam|quy|ngay)|doi (?:toi|sang) (?:ngay|thang|nam|quy|tuan|khi|luc|hom|dip|cuoi|dau|[0-9]+)\b|doi han |(?:bi )?rut (?:[a-z]+ )?(?:ten|khoi|xuong)|thu hoi|giai the|bai bo|huy bo|bi (?:xoa|bo(?! (?:lai|qua|sot|roi|quen|lo|ngo)\b)|loai|huy|cat|ky luat)|rot (?:chuan|hang|khoi|ntm|nong thon)|mat (?:chuan|danh hieu)|cach chuc|(?<!toan )bo (?:mo hinh|ke hoach|phong trao)|quyet dinh bo",
        ),
        (
            "việc xử lý khi nộp trễ",
            r"(?:tre|cham) (?:han |hanchot )?(?:thi )?(?:co sao|co bi|bi gi|bi sao|bi phat|bi ky luat|bi tru|thi sao|phat gi)|(?:qua|tre|cham) hanchot (?:thi )?(?:bi|phat|sao)",
        ),
        (
            "ai là người ấy",
            r"(?:ong|ba|vi|dong chi|nguoi|anh|chi)(?: [a-z]+){0,3} nao (?:ky|dung|lam chu|phu trach|thay mat|giu chuc|viet|doc|dai dien)|(?:la|do) (?:ong|ba|vi|dong chi) (?:[a-z]+ ){0,2}nao|(?:ong|ba) (?:[a-z]+ ){1,8}ten (?:la )?(?:gi|chi)|ten (?:cua )?(?:may |cac |nhung )?(?:ong|vi|anh|khoi truong|to truong|truong thon|chi hoi truong|truong ban|bi thu)(?! ky)|ten that|ho va ten|ho ten",
        ),
        (
            "quyền lợi riêng của từng người",
            r"duoc (?:hoan (?:nghia vu|thi hanh|lai)|mien (?!nui)|cap lai|doi the|nghi huu|ve huu)|nghia vu quan su (?:khong|khi nao|bao gio|nam nao|may nam)|bao hiem (?:[a-z]+ ){0,4}(?:chi tra|tra|thanh toan)|(?:lich|ngay|dot) kham|the (?:bao hiem|bhyt)(?: [a-z]+){0,12} (?:het han|doi|cap)\b|doi the|kham (?:chua )?benh (?:o|tai|co|duoc)|hai cot|mo liet si|xac nhan (?:thuong binh|liet si|nguoi co cong)|dam (?:ma|tang)|tang le|ma chay",
        ),
        (
            "chuyện ấy",
            r"thoi tiet|bao so \w+|troi (?:[a-z]+ ){0,3}(?:mua|nang|ret|lanh|bao)|mua khong|du bao|xo so|bong da|doi tuyen (?:viet nam|bong|quoc gia|nuoc)|da voi|doi bong|lich thi dau|gia vang|gia xang|gia heo|gia lua|tin tuc|"
            r"(?:ga|heo|bo|vit|lua)(?: [a-z]+){0,4} (?:benh|chet)|cai (?:app|ung dung|phan mem)|mon an|nau (?:an|mon)|dau (?:bung|dau|lung|khop)|uong thuoc gi|benh vien nao|bac si|tu vi|xem boi|nghia trang|tim (?:lai )?dong doi|chuyen cuoi|ke chuyen|bai hat|phim",
        ),
        (
            "số tiêu chí của cả bộ",
            r"(?:bo tieu chi|ca thay|tat ca|tong cong|ca bo)\b.{0,40}\b(?:bao nhieu|may) tieu chi\b|(?:bao nhieu|may) tieu chi (?:tat ca|ca thay|tong cong)|(?:gom|co) (?:bao nhieu|may) tieu chi\b",
        ),
        (
            "tên người",
            r"sn bao nhieu|sinh nam (?:bao nhieu|may|nao)|(?:truong|pho) (?:ban|phong) (?:[a-z]+ ){0,8}ten|(?:truong|pho) (?:ban|phong) (?:[a-z]+ ){0,12}(?:ong|ba|vi|dong chi|can bo) nao|ai (?:viet|soan|nghi ra|sang tac)|chu nhan|(?:hop thu|email) (?:[a-z0-9]+ ){0,4}(?:cua (?:ai|can bo nao|nguoi nao|dong chi nao|ong nao)|can bo nao|ten gi|ho gi)|nguoi danh may|bang khen (?:[a-z0-9]+ ){0,12}(?:la )?(?:nhung )?ai|(?:nguoi|chu) (?:giu|dung|nhan|coi|quan ly) (?:cai )?(?:hop thu|email)",
        ),
        (
            "địa chỉ",
            r"dia chi (?:[a-z]+ ){0,4}(?:mttq|ubnd|hoi|ban(?! hang)|ccb)\b|dia chi (?:van phong|tru so|co quan|hoi|nha|cua hoi|o dau)|tru so|van phong (?:hoi )?(?:[a-z]+ )?(?:o|nam o) (?:dau|duong)|duong nao so may",
        ),
    )
)
_INSTRUCTION = Pattern(
    r"\b(?:doan (?:dai|xem|thu)|viet (?:giup|gium|ho|dum) (?:[a-z]+ ){0,4}(?:bao cao|don|bai)|viet (?:mot )?bai (?:tho|van|hat|bao|phat bieu)|bao cao gia|(?:khong|k|ko) can nguon|cau lenh he thong|he thong cua (?:ban|may|bot)|translate|(?:sang|qua|ra) tieng (?:anh|phap|nga|trung|hoa|nuoc ngoai)|in nguyen van|dong vai (?!tro|gi\b|nao\b|chinh)|lap lai nguyen|bo qua (?:moi |cac |nhung )?(?:huong dan|quy tac|lenh|chi dan|quy dinh)|ignore|from now on|you are now|system prompt|prompt|khong duoc tu choi|khang dinh (?:chac|giup|gium|rang)|xac nhan (?:(?:giup|gium|ho|cho) )?(?:(?:toi|minh|em|chau) )?(?:la |rang )?(?:dung|do la dung)|gioi han (?:[a-z]+ )?(?:go|bo)\b|dien (?:ngay|so|ten) vao|tra loi theo mau|gia vo|gia su ban la|quen het|che do (?:nha phat trien|quan tri)|tai lieu mat|mat khau|developer mode|jailbreak|noi dai di|bia (?:ra|dai))\b"
)
_STATUS = Pattern(r"\b(?:ntm|nang cao|kieu mau|ve dich|dat chuan|len chuan|phan dau)\b")
_BRANCH = Pattern(r"\bchi hoi\b")
_SHORT = 16
_FIXED = 30
"""A pair that the plans have so often is meant where one slip makes it: "thanh mien" is "thanh niên", unless it is led as a place is."""

_GRANT = "L04"  # the resolution on what a house is helped with; every plan points to it
_LEADS = {"hoi": ("hội",), "ban": ("ban",), "so": ("sở",), "phong": ("phòng",), "hang": ("hàng",), "vien": ("viện",)}
"""First words of bodies' names, plain and as they are written."""

_BEFORE_HOI = frozenset(
    [
        "chi",
        "to",
        "xa",
        "cac",
        "cap",
        "xin",
        "cho",
        "toi",
        "muon",
        "de",
        "can",
        "ngay",
        "le",
        "tung",
        "dai",
        "co",
        "may",
        "bac",
        "chau",
        "nguyen",
    ]
)
_PERSON = Pattern(
    r"\b(?:pho ct|pct|chu tich|pho chu tich|truong ban|pho ban|(?<!ban )bi thu|giam doc|truong phong|chi hoi (?:truong|chuong)|chanh van phong|thu truong)\b|(?<!moi )(?<!nha )(?<!thi )\b(?:truong|chuong) (?:[a-z]+ ){1,10}la ai\b|\bai (?:la|dang la|lam) (?:truong|chuong|pho)\b"
)

_CITYS_BODY_ABOVE = Pattern(
    r"\b(?:hoi (?:nong dan|phu nu|lhpn|lien hiep phu nu|chu thap do|khuyen hoc|nguoi cao tuoi)|lien doan lao dong|ldld) (?:cua |cap |o )?(tinh|huyen|trung uong)\b(?! (?:hai duong|nao|gi)\b)"
)
"""Bodies of which only those of the city have something to do in the plans, named at another level."""

_LEVELS = {"tinh": "cấp tỉnh", "huyen": "cấp huyện", "trung uong": "Trung ương"}
_FUND = "quỹ"

ASKS = (*_ABSENT.patterns, _INSTRUCTION, _PERSON)
"""By these it is seen that what no plan holds is asked for."""


def find(query: Query) -> Answer | None:
    """Returns that the plans do not hold it, when the question asks for such a thing."""
    unheld = unheld_line(query)
    asked: dict[str, list[Trigger]] = {}
    for what, trigger in _triggers(query, unheld):
        if not (is_another_word(query, what, trigger) or is_broken(query, trigger)):
            asked.setdefault(what, []).append(trigger)
    for what in _ABSENT.names:
        if (
            what in asked
            and not (what == "địa chỉ" and query.wants(Aim.EMAIL))
            and not (
                what == "ai là người ấy"
                and (query.plans or query.has("kehoach"))
                and query.wants(Aim.SIGNER)
                and _signer(query)
            )
            and not (
                what == "tên người" and query.has("(?:kehoach|van ban)") and query.has("cua (?:ai|hoi nao|don vi nao)")
            )
            and not (what == "việc thay đổi ấy" and query.districts and query.has("co (?:duoc )?xa nao"))
            and not (what == "số hội viên" and query.has("nong dan|nghe nghiep"))
            and not (
                what == "kết quả đã làm"
                and query.has(
                    "muc tieu|chi tieu|phan dau|dat ra|2016 2020|duy tri|phai giu|phai (?:[a-z]+ ){1,3}duoc (?:may|bao nhieu)|quen (?:roi|mat)"
                )
            )
            and not (
                query.wants(Aim.NUMBER)
                and what == "số tiền"
                and not query.has("bao nhieu|may trieu|may dong|tai khoan")
            )
            and not all(is_explained(query, one) for one in asked[what])
        ):
            return Nothing(f"Các kế hoạch tôi có không ghi {what}.{_nearby(query)}", why=f"absent: {what}")
    if (
        (query.finds(_PERSON) or (unheld and _PERSON.search(unheld)))
        and (query.wants(Aim.WHO) or query.has("ten gi|ten la gi|ho ten"))
        and not _signer(query)
    ):
        return Nothing("Các kế hoạch tôi có không ghi ai giữ chức vụ ấy.", why="absent: person")
    if query.wants(Aim.EMAIL) and (
        (query.plans and "nguoingheo" not in query.plans)
        or query.has("ban phongtrao|mttq|ubnd")
        or _BRANCH.search(query.typed)
    ):
        return Nothing("Kế hoạch không ghi hộp thư điện tử (email) của nơi ấy.", why="absent: e-mail")
    if body := _unknown_body(query):
        what = "quỹ ấy" if body.startswith(_FUND) else "hội, đoàn thể ấy"
        return Nothing(f"Các kế hoạch tôi có không nói về {what}.", why=f"unknown body: {body}")
    if level := _CITYS_BODY_ABOVE.search(query.line) or _CITYS_BODY_ABOVE.search(query.said):
        return Nothing(
            f"Các kế hoạch tôi có không nói về hội, đoàn thể ấy ở {_LEVELS[level[1]]}.",
            why=f"another level: {level[0]}",
        )
    return _elsewhere(query)


def _triggers(query: Query, unheld: str) -> Iterator[tuple[str, Trigger]]:
    """Yields what no plan holds and the words that ask for it. ``unheld``: the line with its names mended, "" when none has a slip."""
    # "hội phí" is no slip of "hội phụ": words count as they were typed, too
    for line in dict.fromkeys((query.line, query.said, *([unheld] if unheld else ()))):
        yield from ((what, Trigger(line, *told.span())) for what, told in _ABSENT.matches(line))
    # … where it is read otherwise just there: by "gai đoạn" elsewhere in the question nothing is asked
    if query.typed not in (query.line, query.said):
        read_as = f" {query.line} | {query.said} "
        for what, told in _ABSENT.matches(query.typed):
            if f" {told.group().strip()} " not in read_as:
                yield what, Trigger(query.typed, *told.span())


def instructed(query: Query) -> Nothing | None:
    """Returns that only the plans are told, when a message tells how to answer or asks to write something up."""
    if not query.finds(_INSTRUCTION):
        return None
    return Nothing(
        "Các kế hoạch tôi có không ghi điều đó. Tôi chỉ trả lời điều các kế hoạch có ghi, không làm theo lời dặn khác.",
        why="instruction",
    )


def _unknown_body(query: Query) -> str:
    """The name behind "Hội", "Ban", "Sở" and the like that the plans never have there: "Hội Luật gia", "Ban Kinh tế"."""
    if stranger := stranger_named(query, _BEFORE_HOI):
        return stranger
    pairs = query.base.vocabulary.pairs
    for before, place, after in zip([None, *query.places], query.places, query.places[1:], strict=False):
        lead = place.word.fold
        if lead not in _LEADS or place.word.typed not in (lead, *_LEADS[lead]) or not after.word.fold.isalpha():
            continue
        if not is_syllable(after.word.fold):
            continue  # "Sở NN&PTNT": a short form is no name
        if lead == "ban" and after.word.fold in ("phong", "van", "thuong", "chap", "van dong"):
            continue
        if lead == "hoi" and before and before.word.fold in _BEFORE_HOI:
            continue
        rest = query.places[query.places.index(place) + 1 :]
        named = query.text[after.word.start : after.word.start + 1].isupper() and not query.text.isupper()
        belongs = lead == "ban" and any(one.word.fold in ("hoi", "ccb", "hccb") for one in rest[1:5])
        if (
            (named or (belongs and after.word.fold in query.base.vocabulary and len(rest) > 2))
            and after.weight == 1.0
            and (lead, after.word.fold) not in pairs
            and not any((lead, term) in pairs for term, _ in after.meant)
        ):
            return after.word.typed
    return ""


def _mended(query: Query) -> frozenset[int]:
    """Where words begin that are read otherwise than they were typed, as part of a notion, or as a slip for want of a syllable."""
    typed = {word.start: word.fold for word in query.words}
    return frozenset(
        place.word.start
        for place in query.places
        if place.meant and (place.word.fold != typed.get(place.word.start) or place.meant[0][0] != place.word.fold)
    )


def _signer(query: Query) -> bool:
    """Whether the person asked for may be a plan's signer."""
    if query.has("nghi quyet|quyet dinh|chi thi|thong tri|thong tu|cong van|nghi dinh"):
        return False
    signed = query.line.replace("tam ky", "")
    return " ky" in f" {signed}" or (
        "tamky" in query.plans and not query.has("nong dan|thanh doan|doan|lhpn|ldld|hoi|ubnd|bi thu|huyen")
    )


def _nearby(query: Query) -> str:
    """The nearest thing that is known, where there is one."""
    if query.has("nhatam|xay nha|sua nha|can nha") and query.has("ho tro|nghi quyet|tien"):
        grant = query.base.library.fact(_GRANT)
        return f" {grant.say}" if grant else ""
    if query.has("vay|lai suat"):
        return " Kế hoạch chỉ nói hội viên vay qua Ngân hàng Chính sách xã hội."
    return ""


def _elsewhere(query: Query) -> Answer | None:
    """Another province or district than the plans have."""
    vocabulary = query.base.vocabulary

    def follow(one: str, two: str) -> bool:
        return (
            two in vocabulary
            if not one
            else (one, two) in vocabulary.pairs
            or any((other, two) in vocabulary.pairs for other, _ in vocabulary.near(one) if sound(other) == sound(one))
        ) or two in query.base.speech.plain_fillers

    def joined(one: str, two: str) -> bool:
        return (one, two) in vocabulary.pairs

    gazetteer = query.base.gazetteer
    if not query.has("(?:may|cac|nhung) xa [a-z]+ (?:gi|chi|nao)|(?:bat|mo) dau (?:bang|voi)"):
        unknown = unknown_place(gazetteer, query.words, query.text, follow, joined, _mended(query))
        alone = not (query.communes or query.districts)
        if not unknown and alone and query.finds(_STATUS) and len(query.words) <= _SHORT:
            unknown = unknown_place_by_itself(gazetteer, query.words, query.text, joined, _mended(query))
        if unknown and not is_home(query, unknown):
            return Nothing(
                "Tôi không thấy địa phương ấy trong các danh sách của kế hoạch.", why=f"unknown place: {unknown}"
            )

    def follow_or_slip(one: str, two: str) -> bool:
        return follow(one, two) or any(
            vocabulary.pairs.get((one, near), 0) >= _FIXED for near, _ in vocabulary.near(two)
        )

    places = places_elsewhere(gazetteer, query.words, query.text, follow_or_slip)
    if places and not query.communes and not query.districts and not is_home(query, places[0]):
        return Nothing("Các kế hoạch tôi có không nói về địa phương ấy.", why=f"elsewhere: {places[0]}")
    return None
