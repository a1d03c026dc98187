"""The topics, bodies and types by which a question names models."""

from collections.abc import Sequence

from knowledge.facts import Model
from knowledge.pattern import of_words

_TOPICS = {
    "môi trường": r"moi truong|rac|ve sinh|xanh sach|canh quan|cay xanh|bien doi khi hau|duong hoa|nhua",
    "an ninh – pháp luật – giao thông": r"an ninh|antt|trat tu|atgt|giao thong|di duong|phap luat|toi pham|chuachay|pccc|giu lang",
    "kinh tế – giảm nghèo": r"kinh te|ngheo|hongheo|nguongheo|giam ngheo|sxkd|sinh ke|tiet kiem|nhan dao|khoi nghiep",
    "văn hóa – giáo dục – y tế": r"van hoa|giao duc|hoc tap|khuyenhoc|hieu hoc|suc khoe|y te|gia dinh",
    "tự quản chung": r"tu quan",
    "dân chủ – hệ thống chính trị": r"dan chu|doi thoai|lang nghe",
}
"""The topics of models, and the words that name each."""

BODIES = {
    "Hội Nông dân": r"nong dan",
    "Hội Liên hiệp Phụ nữ": r"lhpn|phu nu",
    "Thành đoàn": r"thanh doan|doan thanh nien|thanh nien|doan vien",
    "Liên đoàn Lao động": r"ldld",
    "Hội Chữ thập đỏ": r"chu thap do",
    "Hội Khuyến học": r"khuyen hoc",
    "Hội Người cao tuổi": r"nguoi cao tuoi|cao tuoi",
    "Hội CCB": r"ccb|hoi minh|hoi ta|hoi tinh|cac cap hoi",
    "MTTQ": r"mttq",
}
"""The bodies that run models, and the words that name each."""

_TYPES = {
    "mô hình": r"mo hinh|mh",
    "phong trào": r"phongtrao",
    "cuộc vận động": r"cvd",
    "chương trình": r"chuong trinh",
    "quỹ": r"quyvon|quy(?! (?:nao|may))",
    "danh hiệu": r"danh hieu",
    "đề án": r"de an",
}
"""The types of models, and the words that name each."""

_MOVEMENTS = {"phong trào", "cuộc vận động", "chương trình"}


def of_types(rows: Sequence[Model], types: Sequence[str]) -> list[Model]:
    """Returns the models of the types that are named. People call movements, campaigns and programmes by one another's names."""
    if not types:
        return list(rows)
    if set(types) <= _MOVEMENTS:
        return [row for row in rows if row.type in _MOVEMENTS or row.type == "tháng/ngày cao điểm"]
    own = [row for row in rows if row.type in types]
    places = {source for row in own for source in row.sources}
    beside = "cuộc vận động" if "mô hình" in types else ""
    return [row for row in rows if row.type in types or (row.type == beside and places & set(row.sources))]


def body_named(line: str) -> str:
    """Returns the body that a line names, as ``run_by`` has it; "" when none."""
    return next((name for name, pattern in BODIES.items() if of_words(pattern).search(line)), "")


def topic_words(line: str) -> str:
    """Returns the words by which a line names a topic of models, "" when it names none."""
    found = (of_words(pattern).search(line) for pattern in _TOPICS.values())
    return next((one.group() for one in found if one), "")


def topic_named(line: str) -> str:
    """Returns the topic of models that a line names, "" when none."""
    return next((name for name, pattern in _TOPICS.items() if of_words(pattern).search(line)), "")


def types_named(line: str) -> list[str]:
    """Returns the types of models that a line names."""
    return [name for name, pattern in _TYPES.items() if of_words(pattern).search(line)]
