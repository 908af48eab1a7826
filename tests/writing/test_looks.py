"""The look of a preset is followed by every writer."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from briefer.model.look import Look
from briefer.model.preset import PAPERS, Preset
from briefer.tasks.presets import presets
from briefer.writing import docx, pdf
from briefer.writing.brief import Brief, Run, Table
from tests.writing import docx_reader as reader
from tests.writing.briefs import a_brief, a_rich_brief, p

W = reader.W
SHIPPED = pytest.mark.parametrize("preset", presets()[0], ids=lambda preset: preset.name)


def styled(brief: Brief, name: str) -> dict[str, str]:
    """Give what a style of the Word file says: each property by its name, with its first value."""
    styles = reader.part(docx.render(brief), "word/styles.xml")
    (style,) = (style for style in styles.iter(f"{W}style") if style.get(f"{W}styleId") == name)
    return {each.tag.removeprefix(W): next(iter(each.attrib.values()), "") for each in style.iter()}


@SHIPPED
def test_word_has_its_styles_colours_and_margins_from_the_look(preset: Preset) -> None:
    look = preset.look
    brief = replace(a_rich_brief(), look=look)
    accent = look.accent[1:].upper()
    assert styled(brief, "Heading1")["color"] == styled(brief, "LeadIn")["color"] == accent
    assert styled(brief, "Title")["sz"] == str(round(2 * look.title))
    assert ("shd" in styled(brief, "Title")) == (look.masthead == "band")
    assert ("pBdr" in styled(brief, "Title")) == (look.masthead != "plain")
    assert ("pBdr" in styled(brief, "Heading1")) == look.ruled
    assert "shd" in styled(brief, "BottomLine")
    (margins,) = reader.part(docx.render(brief), "word/document.xml").iter(f"{W}pgMar")
    assert reader.value(margins, "left") == reader.value(margins, "right") == str(round(20 * look.sides))
    assert f'val="{accent}"'.encode() in reader.parts(docx.render(brief))["word/theme1.xml"]


@SHIPPED
@pytest.mark.parametrize("paper", PAPERS)
def test_a_pdf_is_sound_in_every_look_on_every_paper(preset: Preset, paper: str) -> None:
    long = p("statement", "The dam held and nobody was hurt when the water came. " * 60)
    table = Table(
        "Dams", ("Dam", "Held"), (0.5, 0.5), tuple(((Run(str(n)),), (Run("yes"),)) for n in range(90))
    )
    rich = a_rich_brief()
    brief = replace(rich, look=preset.look, paper=paper, blocks=(*rich.blocks, long, long, table))
    with pikepdf.open(io.BytesIO(pdf.render(brief))) as file:
        assert file.check_pdf_syntax() == []
        assert b"/Again" in b"".join(page.Contents.read_bytes() for page in file.pages)


def test_larger_letters_and_margins_fill_more_pages() -> None:
    brief = a_brief(*(p("statement", "The dam held and nobody was hurt. " * 40) for _ in range(9)))
    close = pdf.pages_filled(replace(brief, look=Look(body=9, leading=1.3, sides=50)))
    wide = pdf.pages_filled(replace(brief, look=Look(body=13, leading=1.6, sides=100)))
    assert close < 0.5 * wide
