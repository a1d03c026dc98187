"""What kind of answer a question wants, seen from its words: a day, a body, a number, a list."""

from enum import StrEnum

from knowledge.pattern import Patterns


class Aim(StrEnum):
    """A kind of answer."""

    WHEN = "when"
    WHO = "who"
    WHERE = "where"
    COUNT = "count"
    LIST = "list"
    NUMBER = "number"
    WHAT = "what"
    YESNO = "yesno"
    OFTEN = "often"
    EMAIL = "email"
    WHOM = "to whom"
    PLAN = "which plan"
    SIGNER = "signer"
    FIRST = "earlier or later"
    LEFT = "days left"
    NAME = "name"


_PATTERNS = {
    Aim.WHEN: r"\b(?:khi|luc|ngay|thang|nam|quy|bua|hom|tuan|thoi diem|thoi gian|gio) (?:nao|may|gi)\b|\bbao gio\b|\bchung nao\b|\bhanchot\b"
    r"|\bnao (?:thi )?(?:nop|gui|xong)\b|\b(?:bao|may) lau\b|\bdeadline\b|\bgiai doan nao\b|\bthoi gian\b|\bngay bao nhieu\b|\bngay (?:gui|nop) (?:bao cao|bc)\b|\bden nam nao\b|\bnam bao nhieu\b"
    r"|\bmoc (?:[a-z]+ ){0,3}nao\b|\bngay thang nao\b|\b(?:ngay|thang) may\b|\bkhi mo\b",
    Aim.WHO: r"(?<!nghe )(?<!chua )(?<!chang )(?<!chua co )(?<!khong co )\bai\b|\b(?:don vi|co quan|to chuc|ban|hoi|doan the|nguoi|bo phan|cap|cap nao|nganh|phong|doan|so|ben|ong|tap the|hccb|ccb) nao\b"
    r"|\bdo (?:don vi|ben|to chuc|co quan) \b|\bchiu trach nhiem\b|\bhoi gi\b|\bban gi\b|\bco quan gi\b|\bto chuc gi\b",
    Aim.WHERE: r"\bo dau\b|\b(?:xa|huyen|noi|cho|dia phuong|thanh pho|thon|vung|dia ban|phuong) nao\b|\bve dau\b|\bden dau\b|\bdau vay\b|\bqua dau\b|\bcho nao\b",
    Aim.COUNT: r"\bbao nhieu\b|\bbn\b|\bmay\b(?! (?:moc|tinh|bay|cay|anh|quay|dien|bua|hom|nay|ong|ba|chu|bac|chi em|em|chau|dong chi|co|cu|dua|thang cha|ban)\b)|\bphan tram\b|\bti le\b|\bty le\b|\bgap may\b|\btong so\b|\btong cong\b|\bso luong\b|\bso [a-z]+ (?:la|can|phai)\b|\bchi tieu\b|\btoi thieu\b|\bbao xa\b|\bdai may\b|\bit nhat\b",
    Aim.LIST: r"\bnhung [a-z ]*?(?:nao|gi)\b|\bcac [a-z ]*?(?:nao|gi)\b|\bke (?:ra|ten|het|giup|cho|lai|them|du)?\b|\bdanh sach\b|\bds\b|\bliet ke\b|\bgom (?:nhung|co|cac)?\b|\bco nhung\b|\bla nhung\b|\bnhung gi\b|\bmay .{0,30}nao\b|\bcho .{0,12}(?:biet )?ten\b|\bgom\b|\bten (?:cac|may|nhung|tung)\b|\b(?:doc|noi) (?:[a-z]+ )?ten\b",
    Aim.NUMBER: r"\bso may\b|\bso hieu\b|\bso bao nhieu\b|\bso nao\b|\bso gi\b|\bmang so\b|\b(?:nghi quyet|quyet dinh|chi thi|thong tri|thong tu|huong dan|cong van|nghi dinh|quy che|chuong trinh phoi hop|van ban|luat|de an|bo luat) (?:nao|so may|gi|so)\b|\bcan cu (?:vao )?(?:dau|van ban)\b|\bvan ban nao\b",
    Aim.WHAT: r"\bla gi\b|\bnghia la\b|\bve gi\b|\bnoi gi\b|\bnhu the nao\b|\bthe nao\b|\bra sao\b|\blam gi\b|\blam sao\b|\bnoi dung\b|\bchuyen gi\b|\bviec gi\b|\bcai gi\b|\bdieu gi\b|\blo gi\b|\bgi\b",
    Aim.YESNO: r"\bco phai\b|\bphai khong\b|\bdung khong\b|\bco .{0,60}\bkhong\b|\bkhong vay\b|\bchua\b$|\bdung k?hong\b|\bhay khong\b|\bduoc khong\b",
    Aim.OFTEN: r"\b(?:bao|may) lau\b|\bmay lan\b|\bmay thang\b.*\bmot lan\b|\bdinh ky\b|\bbao nhieu lan\b|\bky bao cao\b|\bche do bao cao\b|\bmay ky\b|\bmay dot\b|\bco ghi ngay\b",
    Aim.EMAIL: r"\bemail\b|\bgmail\b|\bhop thu\b|\bthu dien tu\b|\bdia chi (?:mail|email|thu|nhan(?! dao)|gui)\b",
    Aim.WHOM: r"\b(?:gui|nop|bao cao) (?:cho|ve|len|toi|den|qua)\b|\bcho ai\b|\bgui chung\b|\bchung mot (?:ban|noi)\b|\bnoi nhan\b|\bai nhan\b|\b(?:ve|qua|len) (?:ban|dau|co quan|don vi|hoi|bo phan)\b|\bnhan bao cao\b|\bqua ban\b|\bgui dau\b|\bnop dau\b",
    Aim.PLAN: r"\b(?:kehoach|van ban) (?:nao|so may|gi)\b|\bnam (?:trong|o) (?:kehoach nao|van ban nao|dau)\b|\btrong kehoach nao\b|\bkehoach nao\b",
    Aim.SIGNER: r"\bky\b(?! (?:bao cao|nay|sau|truoc|ket|luc|cam ket|niem|dau|cuoi|han|2024|2025|6|sau thang))|\bnguoi ky\b|\bai ky\b|\bky ten\b|\bky ban hanh\b",
    Aim.FIRST: r"\b(?:som|muon|tre|dai|ngan|cham|nhieu|it|cao|thap|lon|nho) (?:hon|nhat)\b|\b(?:nhieu|it|som|muon|cao|thap)\b.{1,40}\bhon\b|\btruoc hay sau\b|\bso sanh\b|\bkhac nhau\b|\bgiong nhau\b|\bkhac gi\b|\b(?:cai|ben|moc|han|hanchot|kehoach|huyen|xa) nao (?:phai |la )?(?:[a-z]+ )?(?:truoc|sau)\b|\bhon kem\b",
    Aim.NAME: r"\bten (?:[a-z]+ ){0,5}la gi\b|\bten (?:la )?(?:gi|day du|du|chinh thuc|goi|cua)\b|\bten dai\b|\bkeu (?:la )?gi\b|\bgoi la gi\b|\bgoi ten\b|\bten sao\b",
    Aim.LEFT: r"\bcon (?:duoc |lai |chung )?(?:may|bao nhieu) (?:ngay|thang|bua|hom|nam)\b|\bso ngay con\b|\bcon lai (?:may|bao nhieu)\b|\bcon bao lau\b|\bqua han chua\b|\bhet han chua\b|\btre han chua\b|\bcon kip\b|\bda qua\b|\bqua han\b|\bhet han\b",
}
_COMPILED = Patterns(_PATTERNS.items())


def aims(line: str) -> frozenset[Aim]:
    """Returns the kinds of answer that a line of plain words with contracted notions asks for."""
    return frozenset(_COMPILED.found(line))
