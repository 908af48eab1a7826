from __future__ import annotations

import io

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from briefer.writing.pdf_objects import Entries, Objects, Text

PAGES: Entries = {"Type": "/Pages", "Count": 0, "Kids": []}
PAGE: Entries = {"Type": "/Page", "MediaBox": [0, 0, 10, 10], "Resources": {}}
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(words, st.floats(-9999, 9999), st.integers(-9999, 9999), st.binary(max_size=200))
def test_what_is_written_is_read_back(said: str, share: float, number: int, content: bytes) -> None:
    objects = Objects()
    late = objects.reserve()
    stream = objects.stream(content, {"Kind": "/Odd"})
    plain = objects.stream(content, compressed=False)
    objects.fill(late, [number, share, Text(said), {"Deep": "/Name", "Flag": "true"}])
    pages = objects.reserve()
    objects.fill(pages, {"Type": "/Pages", "Count": 1, "Kids": [objects.refer({**PAGE, "Parent": pages})]})
    catalogue: Entries = {"Type": "/Catalog", "Pages": pages, "Late": late, "Held": [stream, plain]}
    with pikepdf.open(io.BytesIO(objects.write(catalogue, {"Title": Text(said)}))) as pdf:
        found = pdf.Root.Late
        assert (int(found[0]), str(found[2]), str(found[3].Deep)) == (number, said, "/Name")
        assert abs(float(found[1]) - share) < 0.0001
        assert bytes(found[2]) or not said
        assert [held.read_bytes() for held in pdf.Root.Held] == [content, content]
        assert str(pdf.docinfo["/Title"]) == said
        assert pdf.check_pdf_syntax() == []


def test_files_that_say_something_else_have_another_identifier() -> None:
    identifiers = set()
    for said in ("one", "two"):
        file, again = (
            Objects().write({"Type": "/Catalog", "Pages": PAGES}, {"Title": Text(said)}) for _ in "ab"
        )
        assert file == again
        with pikepdf.open(io.BytesIO(file)) as pdf:
            identifiers.add(bytes(pdf.trailer.ID[0]))
    assert len(identifiers) == 2
