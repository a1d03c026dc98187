"""The noises are what they say, before anything is tested with them."""

import re
import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tests import noise
from tests.noise import NOISES, Noise
from tests.noise.decoders import from_telex, from_vni
from tests.noise.dialect import PARTICLES
from tests.noise.keyboards import TELEX, VNI, Habit, keyed
from tests.noise.letters import accented, has_vowel, letters, plain
from tests.noise.pieces import cut, joined
from tests.noise.politeness import AGES, EXCUSES, GREETINGS, REQUESTS, SELVES, THANKS
from tests.noise.slips import neighbours
from tests.noise.sounds import misheard
from tests.noise.typed import typed_by
from tests.unclear import asks_no_more

QUESTIONS = (
    "Báo cáo 6 tháng của Kế hoạch 121/KH-CCB nộp trước ngày nào?",
    "Xã Tam Thanh phấn đấu đạt chuẩn nông thôn mới nâng cao năm nào?",
    "Cho tôi hỏi hạn nộp báo cáo năm gửi về Hội Cựu chiến binh tỉnh là khi nào ạ?",
    "Xã Đại Chánh thuộc huyện nào, có trong danh sách nông thôn mới không?",
    "Báo cáo phong trào vì người nghèo gửi về ban nào, địa chỉ thư điện tử là gì?",
    "Ai ký kế hoạch của Mặt trận Tổ quốc thành phố Tam Kỳ?",
    "Giai đoạn 2021-2025 tỉnh phấn đấu có bao nhiêu xã đạt chuẩn nông thôn mới?",
    "Mô hình nào về bảo vệ môi trường đang được làm ở Điện Bàn?",
    "Chi hội chúng tôi phải làm gì trong cuộc vận động năm nay?",
    "Sản phẩm OCOP đạt 4 sao của tỉnh có bao nhiêu cái vậy đồng chí?",
    "Kế hoạch số 271/KH-MTTQ-BTT nói về việc gì?",
    "Hạn của kế hoạch nào sớm hơn, của tỉnh hay của thành phố?",
    "Hồ sơ xét công nhận xã kiểu mẫu gửi ở đâu?",
    "Tại sao phải đăng ký giúp đỡ hộ nghèo với Hội cấp trên?",
    "Nghị quyết 13/2023/NQ-HĐND quy định hỗ trợ như thế nào?",
    "Từ bây giờ đến hạn nộp báo cáo còn mấy ngày?",
    "Ủy ban nhân dân xã hướng dẫn những tiêu chí nào cho người dân làm đường?",
    "Phong trào thi đua này kết thúc vào thời gian nào vậy?",
)
PLACES = ("Tam Thanh", "Đại Chánh", "Tam Kỳ", "Điện Bàn")
SEEDS = range(5)
EVERY = pytest.mark.parametrize("name", NOISES)

HEADS = ("", *"bchkmnstvdđlrx", "ch", "tr", "ng", "ngh", "nh", "kh", "ph", "th", "qu")
RIMES = (
    "a*n", "ă*ng", "â*n", "â*u", "e*o", "ê*n", "iê*u", "iê*t", "i*nh", "o*ng", "ô*i", "ơ*m", "uô*c", "ươ*ng", "ươ*i",
    "ươ*u", "ư*u", "ư*", "ư*a", "u*a", "oa*n", "oă*n", "uâ*n", "uyê*n", "ua*n", "y*", "u*y", "ao*", "oa*i",
)  # fmt: skip
TONES = st.sampled_from(["", *"\u0301\u0300\u0309\u0303\u0323"])
HABITS = st.builds(Habit, late=st.booleans(), late_dash=st.booleans(), once=st.booleans(), early_tone=st.booleans())


@st.composite
def syllables(draw: st.DrawFn) -> str:
    """A head, a rime and a tone; also after qu only rimes that can follow it."""
    head, rime = draw(st.sampled_from(HEADS)), draw(st.sampled_from(RIMES))
    if head == "qu" and rime[0] in "uoôơư":
        rime = "ă*ng"
    return unicodedata.normalize("NFC", head + rime.replace("*", draw(TONES)))


def said_by(name: str, **more: tuple[str, ...]) -> list[tuple[str, str]]:
    """Every question with what the noise made of it, for each seed."""
    return [(text, typed_by(NOISES[name], text, seed, **more)) for text in QUESTIONS for seed in SEEDS]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def is_part_in_order(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


# All of them.


def test_there_are_twelve() -> None:
    assert len(NOISES) == 12


@EVERY
def test_the_same_seed_gives_the_same_text(name: str) -> None:
    assert said_by(name) == said_by(name)


@EVERY
def test_other_seeds_give_other_texts(name: str) -> None:
    several = [len({NOISES[name](text, Random(seed)) for seed in range(30)}) > 1 for text in QUESTIONS]
    assert name == "no accents" or sum(several) >= 0.8 * len(QUESTIONS)


@EVERY
def test_almost_every_question_changes(name: str) -> None:
    changed = [text != noisy for text, noisy in said_by(name)]
    assert sum(changed) >= 0.95 * len(changed)


@EVERY
def test_a_protected_place_stays(name: str) -> None:
    for text, noisy in said_by(name, protect=PLACES):
        read = noisy.lower()
        if name in {"telex", "vni", "mix"}:
            back = from_vni if name == "vni" else from_telex
            read += " " + " ".join(back(typed)[0] for typed in read.split())
        for place in PLACES:
            assert place not in text or plain(place).lower() in plain(read)


@EVERY
def test_numbers_of_documents_and_years_stay(name: str) -> None:
    for text, noisy in said_by(name):
        for number in re.findall(r"\b\d[\d/-]*\b", text):
            assert number in noisy


@EVERY
def test_the_composition_of_the_letters_does_not_matter(name: str) -> None:
    for text in QUESTIONS:
        assert NOISES[name](unicodedata.normalize("NFD", text), Random(1)) == NOISES[name](text, Random(1))


@EVERY
@given(text=st.text(alphabet='aăâbcđeêghiộưởngtquyxs AĐN.,?/"5-@_\n', min_size=1, max_size=40), seed=st.integers(0, 99))
def test_no_text_is_too_odd(name: str, text: str, seed: int) -> None:
    noisy = NOISES[name](text, Random(seed), ("ban tam",))
    assert noisy == NOISES[name](text, Random(seed), ("ban tam",))


@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=3))
def test_pieces_joined_are_the_text(text: str, protect: list[str]) -> None:
    assert joined(cut(text, protect)) == unicodedata.normalize("NFC", text)


# Accents.


@pytest.mark.parametrize("name", ["no accents", "typos without accents"])
def test_without_accents_there_are_none(name: str) -> None:
    assert not any(accented(noisy) or "đ" in noisy.lower() for _, noisy in said_by(name))


def test_half_of_the_accented_syllables_lose_their_marks() -> None:
    for text, noisy in said_by("half accents"):
        before, after = sum(map(accented, words(text))), sum(map(accented, words(noisy)))
        assert plain(noisy) == plain(text)
        assert after == before // 2


# Telex and VNI.


@pytest.mark.parametrize(
    ("word", "habit", "by_telex", "by_vni"),
    [
        ("huyện", Habit(), "huyeenj", "huye6n5"),
        ("huyện", Habit(late=True), "huyenej", "huyen65"),
        ("huyện", Habit(early_tone=True), "huyeejn", "huye65n"),
        ("đường", Habit(), "dduowngf", "d9uo7ng2"),
        ("đường", Habit(once=False), "dduwowngf", "d9u7o7ng2"),
        ("đường", Habit(late=True), "dduongwf", "d9uong72"),
        ("đường", Habit(late=True, late_dash=True), "duongdwf", "duong972"),
        ("người", Habit(once=False), "nguwowif", "ngu7o7i2"),
        ("người", Habit(late=True), "nguoiwf", "nguoi72"),
        ("cứu", Habit(), "cuwus", "cu7u1"),
        ("hoặc", Habit(), "hoawcj", "hoa8c5"),
        ("quý", Habit(), "quys", "quy1"),
        ("đi", Habit(late=True, late_dash=True), "did", "di9"),
        ("xã", Habit(), "xax", "xa4"),
        ("nghỉ", Habit(), "nghir", "nghi3"),
        ("Đại", Habit(early_tone=True), "Ddaji", "D9a5i"),
        ("ban", Habit(late=True), "ban", "ban"),
        ("HĐND", Habit(late=True, late_dash=True), "HDdND", "HD9ND"),
    ],
)
def test_known_words_as_keys(word: str, habit: Habit, by_telex: str, by_vni: str) -> None:
    assert (keyed(word, TELEX, habit), keyed(word, VNI, habit)) == (by_telex, by_vni)


@given(syllables(), HABITS)
def test_keys_are_read_back(word: str, habit: Habit) -> None:
    parts = letters(word)
    tone = next((part.tone for part in parts if part.tone is not None), None)
    meant = ("".join(part.marked for part in parts), tone)
    if accented(word):
        assert from_telex(keyed(word, TELEX, habit)) == meant
        assert from_vni(keyed(word, VNI, habit)) == meant


@pytest.mark.parametrize("name", ["telex", "vni"])
def test_keys_are_plain_letters(name: str) -> None:
    for _, noisy in said_by(name):
        assert noisy.isascii()
        assert name == "vni" or noisy.islower()


# Slips.


def test_a_slip_is_one_slip_in_a_long_word() -> None:
    total = slipped = 0
    for text, noisy in said_by("typos"):
        pairs = list(zip(text.split(), noisy.split(), strict=True))
        wrong = [(word, typed) for word, typed in pairs if word != typed]
        assert wrong
        assert all(OSA.distance(word.lower(), typed.lower()) == 1 for word, typed in wrong)
        assert all(len(word.strip('?,"')) >= 3 for word, _ in wrong)
        total += sum(len(word) >= 3 and has_vowel(word) for word in words(text))
        slipped += len(wrong)
    assert 0.1 < slipped / total < 0.2


def test_slips_show_without_accents() -> None:
    assert all(plain(text) != noisy for text, noisy in said_by("typos without accents"))


def test_abbreviations_and_document_numbers_have_no_slips() -> None:
    text = "Nghị quyết 13/2023/NQ-HĐND, thư abc123@gmail.com, CCB, ntm, UBND"
    for seed in range(50):
        assert re.sub(r"^\S+ \S+", "", noise.typos(text, Random(seed), ("thư",))) == re.sub(r"^\S+ \S+", "", text)


def test_neighbouring_keys_touch() -> None:
    assert set(neighbours("g")) == set("fhtyvb")
    assert set(neighbours("q")) == set("wa")
    assert all(key in neighbours(near) for key in "abcdefghijklmnopqrstuvwxyz" for near in neighbours(key))


# Sounds.


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("sản", {"xản", "sảng", "sãn"}),
        ("trước", {"chước", "trướt"}),
        ("chiến", {"triến", "chiếng"}),
        ("dân", {"giân", "rân", "vân", "dâng"}),
        ("gì", {"dì", "rì"}),
        ("giết", {"diết", "riết", "giếc"}),
        ("diện", {"giện", "riện", "viện", "diệng"}),
        ("năm", {"lăm"}),
        ("Luật", {"Nuật", "Luậc"}),
        ("kỳ", {"kì"}),
        ("tỉ", {"tỷ", "tĩ"}),
        ("hỗ", {"hổ"}),
        ("mới", set()),
        ("minh", set()),
        ("tin", set()),
        ("đơn", set()),
        ("ntm", set()),
    ],
)
def test_known_words_misheard(word: str, ways: set[str]) -> None:
    assert set(misheard(word)) == ways


def test_a_third_of_the_syllables_is_misheard() -> None:
    able = changed = 0
    for text, noisy in said_by("phonetic"):
        pairs = [(word, heard) for word, heard in zip(text.split(), noisy.split(), strict=True) if word.isalpha()]
        able += sum(bool(misheard(word)) for word, _ in pairs)
        changed += sum(word != heard for word, heard in pairs)
        assert all(heard in misheard(word) for word, heard in pairs if word != heard)
    assert 0.22 < changed / able < 0.38


# Words.


def typed_ways(make: Noise, text: str) -> set[str]:
    return {make(text, Random(seed)) for seed in range(60)}


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("xã nông thôn mới", "xã NTM"),
        ("Hội Cựu chiến binh", "Hội CCB"),
        ("bao nhiêu", "bn"),
        ("như thế nào", "ntn"),
        ("kế hoạch của hội viên", "kh of hv"),
        ("xã nông thôn mới nâng cao", "xã NTM nâng cao"),
        ("Mặt trận Tổ quốc Việt Nam", "MTTQ"),
    ],
)
def test_usual_abbreviations(text: str, way: str) -> None:
    assert way in typed_ways(noise.abbreviations, text)


def test_an_abbreviation_loses_no_step_of_the_programme() -> None:
    for grade in ("nâng cao", "kiểu mẫu"):
        ways = typed_ways(noise.abbreviations, f"nông thôn mới {grade}")
        assert all(grade in way or way in {"NTMNC", "NTMKM"} for way in ways)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("nộp khi nào?", "nộp khi mô?"),
        ("gửi ở đâu?", "gởi ở mô?"),
        ("mô hình nào?", "mô hình mô?"),
        ("tôi làm gì?", "tui mần chi?"),
        ("Tại sao vậy?", "Răng rứa?"),
        ("bây giờ", "chừ"),
        ("sản phẩm 4 sao", "sản phẩm 4 sao hè"),
        ("hạn báo cáo năm nay?", "hạn báo cáo năm ni hỉ?"),
    ],
)
def test_the_words_of_the_region(text: str, way: str) -> None:
    assert way in typed_ways(noise.dialect, text)


@pytest.mark.parametrize("text", ["Mô hình đường hoa", "Sản phẩm 4 sao", "Sản phẩm bốn sao", "Việc làm cho con cháu"])
def test_words_that_only_look_like_questions_stay(text: str) -> None:
    endings = "|".join(PARTICLES)
    assert all(re.fullmatch(f"{text} ({endings})", way) for way in typed_ways(noise.dialect, text))


def test_a_letter_holds_the_question_in_its_middle() -> None:
    for text, noisy in said_by("politeness"):
        at = noisy.lower().find(text.lower().rstrip("?"))
        assert at > 30
        assert len(noisy) - at - len(text) > 15


def test_a_letter_asks_nothing_else() -> None:
    asking = {"ai", "gì", "chi", "nào", "mô", "đâu", "mấy", "nhiêu", "sao", "răng", "khi", "giờ", "hạn", "nộp", "xã"}
    for part in (*GREETINGS, *SELVES, *AGES, *EXCUSES, *REQUESTS, *THANKS):
        assert not asking & set(words(part))


def test_a_letter_may_be_one_string_of_commas() -> None:
    letters_written = typed_ways(noise.politeness, "hạn nộp báo cáo")
    assert sum("." not in written and "\n" not in written for written in letters_written) / len(letters_written) > 0.3


def test_keywords_are_fewer_words_unless_the_question_is_bare_already() -> None:
    fewer = [len(words(noisy)) < len(words(text)) for text, noisy in said_by("keywords")]
    assert sum(fewer) >= 0.7 * len(fewer)


def test_keywords_keep_their_order() -> None:
    for text, noisy in said_by("keywords"):
        assert is_part_in_order(words(noisy), words(text))
        assert len(words(noisy)) >= 3


def test_keywords_keep_what_is_asked() -> None:
    for text, noisy in said_by("keywords"):
        asked = {"ai", "bao", "nhiêu", "mấy", "hạn", "đâu", "khi", "sao", "không", "hơn", "ngày", "tháng"}
        assert asked & set(words(text)) <= set(words(noisy))


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Dạ cho tôi hỏi hạn nộp báo cáo là khi nào ạ?", "hạn nộp báo cáo khi nào"),
        ("Những xã nào đạt chuẩn năm 2024?", "xã đạt chuẩn năm 2024"),
        ("Xã Đại Tân có phải nâng cao không?", "Xã Đại Tân nâng cao không"),
        ("Kế hoạch nào sớm hơn?", "Kế hoạch nào sớm hơn"),
        ('Mô hình "Nhà ở của tôi" là gì? Ai làm?', "Mô hình Nhà ở của tôi, Ai làm"),
        ("Kế hoạch 121/KH-CCB do ai ký vậy đồng chí?", "Kế hoạch 121/KH-CCB do ai ký"),
        ("Đồng chí nào theo dõi xã tôi?", "đồng chí nào theo dõi xã tôi"),
    ],
)
def test_known_keywords(text: str, way: str) -> None:
    assert way in typed_ways(noise.keywords, text)


def test_a_mix_is_of_many_kinds() -> None:
    text = QUESTIONS[2]
    assert len({plain(way).lower() for way in typed_ways(noise.mix, text)}) >= 20


def test_a_topic_without_its_asking_word_is_no_question_any_more() -> None:
    clean = "Diễn tập phòng chống thiên tai ở xã nào của Tam Kỳ?"
    assert asks_no_more(clean, "diễn tập phòng chống thiên tai xã Tam Kỳ")
    assert not asks_no_more(clean, "diễn tập phòng chống thiên tai xã noà Tam Kỳ")
    assert not asks_no_more(clean, "dieenx taapj phongf choongs thieen tai owr xax naof cuar tam kyf")
