"""HWP and HWPX files that are damaged, locked or hostile: read, or refused in one sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policynlp.errors import PolicyNLPError
from tests.ingest import hangul as h
from tests.ingest.hangul_samples import INFORMATION, TITLE, agreement, read, refused, section5, texts


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (h.hwp(h.para(0, "글"), flags=3), "a.hwp", "hwp-password"),
        (h.hwp(h.para(0, "글"), flags=17), "a.hwp", "hwp-rights"),
        (h.hwp(h.para(0, "글"), flags=5), "a.hwp", "hwp-placeholder"),
        (h.hwp(h.para(0, "글"), flags=5, streams={"ViewText/Section0": b"x"}), "a.hwp", "hwp-placeholder"),
        (h.hwp(h.para(0, "이 문서는 상위 버전의 배포용 문서입니다.")), "a.hwp", "hwp-placeholder"),
        (h.hwp(h.para(0, "글"), storage="Elsewhere"), "a.hwp", "hwp-no-section"),
        (h.hwp(b"\x42\0\xf0\0" + bytes(3)), "a.hwp", "hwp-broken"),
        (h.hwp(h.para(0, "글")[:-3]), "a.hwp", "hwp-broken"),
        (h.hwp(b"", streams={"BodyText/Section0": b"\xff" * 5000}), "a.hwp", "hwp-broken"),
        (h.hwp(h.record(66, 500)), "a.hwp", "hwp-too-many"),
        (h.hwp(h.para(0, "  ")), "a.hwp", "no-text"),
        (h.ole({"Workbook": b"x"}), "a.hwp", "hwp-no-header"),
        (h.hwp(h.para(0, "글"))[:700], "a.hwp", "hwp-broken"),
        (b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05" + bytes(99), "a.hwp", "hwp-3"),
        (b"\0" * 600, "a.hwp", "hwp-no-ole"),
        (b"\0" * 600, "a.hwpx", "hwpx-no-zip"),
        (
            h.hwpx(h.p(h.t("글")), parts={"META-INF/manifest.xml": "<m><encryption-data/></m>"}),
            "a.hwpx",
            "hwp-password",
        ),
        (h.packed({"mimetype": "application/hwp+zip"}), "a.hwpx", "hwp-no-section"),
        (agreement()[:-200], "a.hwpx", "zip-cut-off"),
        (h.hwpx("<hp:p>"), "a.hwpx", "xml-broken"),
        (h.hwpx(h.p(h.t("이 문서는 상위 버전의 배포용 문서입니다."))), "a.hwpx", "hwp-placeholder"),
        (
            h.hwpx(parts={"Contents/section0.xml": '<!DOCTYPE s [<!ENTITY a "aa">]><s><p>&a;</p></s>'}),
            "a.hwpx",
            "xml-doctype",
        ),
        (
            h.hwpx(h.p(""), parts={"Contents/section1.xml": f"<s>{' ' * (30 << 20)}</s>"}),
            "a.hwpx",
            "zip-bomb",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_named_in_one_sentence(data: bytes, name: str, code: str) -> None:
    assert refused(data, name) == code


def test_a_stream_that_inflates_without_end_is_stopped() -> None:
    bomb = h.deflated(bytes(200 << 20))
    assert refused(h.hwp(b"", streams={"BodyText/Section0": bomb}), "a.hwp") == "hwp-too-large"


def test_the_content_decides_not_the_extension() -> None:
    assert read(agreement(), "a.hwp").source.format == "hwpx"
    assert read(h.hwp(section5(), INFORMATION), "a.hwpx").source.format == "hwp"


def test_a_package_without_mimetype_manifest_and_header_is_read() -> None:
    section = f'<sec xmlns:hp="{h.HP}">{h.p(h.t(TITLE))}</sec>'
    assert texts(read(h.packed({"Contents/section0.xml": section}))) == [TITLE]


def read_or_refused(data: bytes, name: str) -> str:
    """The text, or the sentence that says why not; any other error goes through."""
    try:
        return read(data, name).text.strip()
    except PolicyNLPError as error:
        return error.said("ko")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_mutated_file_is_read_or_refused_in_one_sentence(data: st.DataObject) -> None:
    name, whole = data.draw(
        st.sampled_from([("a.hwpx", agreement()), ("a.hwp", h.hwp(section5(), INFORMATION))])
    )
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    assert read_or_refused(bytes(changed), name)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_records_are_read_or_refused_in_one_sentence(data: st.DataObject) -> None:
    parts = [bytearray(section5()), bytearray(INFORMATION)]
    for _ in range(data.draw(st.integers(1, 8))):
        part = data.draw(st.sampled_from(parts))
        part[data.draw(st.integers(0, len(part) - 1))] = data.draw(st.sampled_from([0, 1, 2, 66, 127, 255]))
    assert read_or_refused(h.hwp(*map(bytes, parts)), "a.hwp")
