"""Bold words and links keep to their words: typed, read, cut, sent, and shown where nothing looks otherwise."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.entities import entities_of, spans_of
from bot.channels.telegram.writing import CAPTION_UNITS, TEXT_UNITS, ranges, units, write
from bot.messages import File, FileKind, Look, Span
from bot.model.spans import composed, cut, marked, spelled_out
from bot.reading.marks import read_marks
from bot.store.spans_json import spans_from_json, spans_to_json
from tests.telegram_trial import letter

URL = "https://ccb.example/a_b*c?x=(1)"
WORDS = st.text(st.sampled_from("ab ờ\n🎖é.e\u0301*[](_)"), max_size=60)


@st.composite
def looking(draw: st.DrawFn, texts: st.SearchStrategy[str] = WORDS) -> tuple[str, tuple[Span, ...]]:
    """A text with looks anywhere in it."""
    text = draw(texts)
    spans = []
    for _ in range(draw(st.integers(0, 4)) if text else 0):
        start = draw(st.integers(0, len(text) - 1))
        length = draw(st.integers(1, len(text) - start))
        look = draw(st.sampled_from(Look))
        spans.append(Span(start, length, look, URL if look is Look.LINK else ""))
    return text, tuple(spans)


def letters(text: str, spans: tuple[Span, ...]) -> list[tuple[str, frozenset[tuple[Look, str]]]]:
    """Returns each letter that can be seen, with how it looks."""
    found = []
    for place, char in enumerate(text):
        own = {(one.look, one.url) for one in spans if one.start <= place < one.start + one.length}
        if not char.isspace():
            found.append((char, frozenset(own)))
    return found


class TestTyped:
    @pytest.mark.parametrize(
        ("typed", "text", "looks"),
        [
            ("*Mời họp* lúc 8 giờ", "Mời họp lúc 8 giờ", [("Mời họp", Look.BOLD)]),
            ("Họp **8 giờ**.", "Họp 8 giờ.", [("8 giờ", Look.BOLD)]),
            ('Mang "*giấy mời*", nước', 'Mang "giấy mời", nước', [("giấy mời", Look.BOLD)]),
            ("*8*", "8", [("8", Look.BOLD)]),
            ("*Một* và *hai.*", "Một và hai.", [("Một", Look.BOLD), ("hai.", Look.BOLD)]),
            (f"[chương trình]({URL}) họp", "chương trình họp", [("chương trình", Look.LINK)]),
            (f"*[chương trình]({URL})*", "chương trình", [("chương trình", Look.BOLD), ("chương trình", Look.LINK)]),
            (f"[*chương* trình]({URL})", "chương trình", [("chương trình", Look.LINK), ("chương", Look.BOLD)]),
        ],
    )
    def test_marks_become_looks(self, typed: str, text: str, looks: list[tuple[str, Look]]) -> None:
        read, spans = read_marks(typed)
        assert read == text
        assert sorted((text[one.start : one.start + one.length], one.look) for one in spans) == sorted(looks)
        assert {one.url for one in spans if one.look is Look.LINK} <= {URL}

    @pytest.mark.parametrize(
        "text",
        [
            "3*4 = 12, 5*6 = 30",
            "2 * 3 * 4",
            "* mục một\n* mục hai",
            "Ghi chú (*) xem dưới (*)",
            "giá 5* đến 4*",
            "một * lẻ",
            "*chữ đậm\nxuống dòng*",
            "* có cách *",
            "**",
            "***",
            "* *",
            "[chữ] (https://ccb.example)",
            "[chữ](ftp://ccb.example)",
            "[chữ](javascript:alert(1))",
            "[](https://ccb.example)",
            "https://ccb.example/*a*/b",
            "a_b_c _x_",
        ],
    )
    def test_what_is_no_mark_stays_as_it_was_typed(self, text: str) -> None:
        assert read_marks(text) == (text, ())

    @given(looking())
    def test_no_letter_but_a_mark_is_lost_and_looks_that_were_there_stay(
        self, told: tuple[str, tuple[Span, ...]]
    ) -> None:
        text, spans = told
        read, found = read_marks(text, spans)
        assert [char for char in read if char not in "*[]()"] == [char for char in text if char not in "*[]()"]
        before = [one for one in letters(text, spans) if one[0] not in "*[]()"]
        after = [one for one in letters(read, found) if one[0] not in "*[]()"]
        assert all(was <= now for (_, was), (_, now) in zip(before, after, strict=True))

    @given(looking())
    def test_letters_put_together_keep_their_looks(self, told: tuple[str, tuple[Span, ...]]) -> None:
        text, spans = told
        whole, moved = composed(text, spans)
        assert [one.look for one in moved] == [one.look for one in spans]
        whole_letters = [letter.span() for letter in re.finditer("(?s).\u0301*", text)]
        for before, after in zip(spans, moved, strict=True):
            end = before.start + before.length
            touched = [text[start:stop] for start, stop in whole_letters if start < end and before.start < stop]
            assert whole[after.start : after.start + after.length] == unicodedata.normalize("NFC", "".join(touched))

    def test_half_a_letter_never_looks_otherwise_than_its_accent(self) -> None:
        assert composed("[a\u0301", (Span(0, 2, Look.BOLD), Span(2, 1, Look.ITALIC))) == (
            "[á",
            (Span(0, 2, Look.BOLD), Span(1, 1, Look.ITALIC)),
        )


class TestEntities:
    @given(looking())
    def test_they_count_in_utf_16_and_come_back_as_they_went(self, told: tuple[str, tuple[Span, ...]]) -> None:
        text, spans = told
        entities = entities_of(text, spans)
        assert spans_of(text, entities) == spans
        raw = text.encode("utf-16-le")
        for entity, span in zip(entities, spans, strict=True):
            start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
            assert raw[start:end].decode("utf-16-le") == text[span.start : span.start + span.length]

    @given(st.text(max_size=9), st.integers(-3, 30), st.integers(-3, 30))
    def test_none_reaches_beyond_the_text(self, text: str, offset: int, length: int) -> None:
        for span in spans_of(text, [{"type": "bold", "offset": offset, "length": length}]):
            assert 0 <= span.start < span.start + span.length <= len(text)

    @pytest.mark.parametrize("url", ["tg://user?id=1", "javascript:x", "", None])
    def test_a_link_leads_to_the_web_only(self, url: str | None) -> None:
        assert spans_of("chữ", [{"type": "text_link", "offset": 0, "length": 3, "url": url}]) == ()

    @given(looking(st.text(st.sampled_from("ab .\n🎖ờ"), max_size=200)), st.integers(1, 60))
    def test_every_part_of_a_long_text_keeps_the_looks_of_its_words(
        self, told: tuple[str, tuple[Span, ...]], times: int
    ) -> None:
        text, spans = told
        whole = text * times
        far = (*spans, *((Span(1, len(whole) - 1, Look.ITALIC),) if len(whole) > 1 else ()))
        seen = []
        for start, end in ranges(whole, TEXT_UNITS):
            assert units(whole[start:end]) <= TEXT_UNITS
            seen += letters(whole[start:end], cut(far, start, end))
        assert seen == letters(whole, far)

    def test_a_text_goes_with_its_entities_and_a_caption_with_its_own(self) -> None:
        spans = (Span(2, 3, Look.BOLD), Span(2, 7, Look.LINK, URL))
        (said,) = write(letter("🎖 Mời họp", spans=spans))
        (shown,) = write(letter("🎖 Mời họp", spans=spans, file=File("a.png", b"x", FileKind.PICTURE)))
        wanted = [
            {"type": "bold", "offset": 3, "length": 3},
            {"type": "text_link", "offset": 3, "length": 7, "url": URL},
        ]
        assert said.payload["entities"] == shown.payload["caption_entities"] == wanted
        assert "entities" not in shown.payload

    def test_a_look_across_a_cut_is_divided(self) -> None:
        words = "Mô hình. " * 600
        first, second = write(letter(words, spans=(Span(0, len(words), Look.BOLD),)))
        for call in (first, second):
            assert call.payload["entities"] == [{"type": "bold", "offset": 0, "length": len(call.payload["text"])}]

    def test_words_too_long_for_a_caption_keep_their_looks_before_the_file(self) -> None:
        words = "a" * (CAPTION_UNITS + 1)
        text, file = write(letter(words, spans=(Span(0, 5, Look.BOLD),), file=File("a.png", b"x", FileKind.PICTURE)))
        assert text.payload["entities"] == [{"type": "bold", "offset": 0, "length": 5}]
        assert "caption_entities" not in file.payload


class TestShown:
    def test_an_address_stands_behind_its_words_where_they_cannot_hide_it(self) -> None:
        text = "Xem chương trình, đến đúng giờ."
        spans = (Span(4, 12, Look.LINK, URL), Span(18, 3, Look.BOLD))
        assert spelled_out(text, spans) == f"Xem chương trình ({URL}), đến đúng giờ."

    def test_words_that_are_the_address_are_not_followed_by_it(self) -> None:
        assert spelled_out(f"Xem {URL}", (Span(4, len(URL), Look.LINK, URL),)) == f"Xem {URL}"

    @pytest.mark.parametrize("typed", ["*Mời họp* lúc 8 giờ", f"Xem [*chương trình*]({URL}), đến [đây]({URL})."])
    def test_a_story_shows_looks_as_they_are_typed(self, typed: str) -> None:
        assert marked(*read_marks(typed)) == typed

    @given(looking())
    def test_looks_are_stored_as_they_are(self, told: tuple[str, tuple[Span, ...]]) -> None:
        assert spans_from_json(spans_to_json(told[1])) == told[1]
