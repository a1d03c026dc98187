"""Words of questions about the lists of communes and districts, and words of other questions."""

import re

from knowledge.pattern import Pattern

STATUS = Pattern(
    r"\bntm\b|\bve dich\b|\bdat chuan\b|\blen chuan\b|\bnang cao\b|\bho so\b|\bhoan thanh nhiem vu\b|\bcong nhan\b"
)
"""What asks for a standard that is reached, or is to be."""

OUTSIDE_LISTS = "dai hiep"
"""The one commune that keeps its standard and stands on no list."""

TELLING = 2.5
"""A word that weighs more than this in the index asks something of its own."""

ABOUT_LISTS = re.compile(
    r"xa|ntm|nang|cao|kieu|mau|dat|chuan|phan|dau|danh|sach|muc|tieu|hieu|ve|dich|nam|giai|doan|ho|so|cong|nhan|trinh|hoan|thien|thanh|len|xep|loai|nhom|dang|ky|20\d\d|\d+|quang|tinh|tieu|chi|tu|dien|huyen|kehoach|ke|hoach|liet|ds|thuong|muc|dinh|dot|vong|cap|diem|ten|lan|luot|day|du|gom|moc|bao|nhieu|mien|nui|tat|ca|xac|trong|pd|nhat|hon|ba|loai|cong|tong|muc|nhung|sl|luong|phai|he|gio|dem"
)
"""Words that go with the lists of communes, and ask nothing else of them."""

OTHER_MATTER = Pattern(
    r"\bthon\b(?! ntm nang)|\bocop\b|\bbao cao\b|\bthu nhap\b|\bnhatam\b|\bduong hoa\b|\bcay xanh\b|\bho so huyen\b|\bmo hinh\b|\btieu chi\b|\bhai long\b|\bquyet dinh\b|\bdua\b.*\bvao (?:dau|nao)\b"
)
"""What is asked of a commune and stands on no list."""
