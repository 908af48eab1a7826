"""Runs and note marks of a brief as WordprocessingML: style, language and font of each stretch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from briefer.wording.scripts import Script, script_runs
from briefer.writing.brief import Inlines, NoteMark, Run
from briefer.writing.docx_xml import Bookmarks, bookmark_name, field, quoted, run

_STYLES: Final = {"": "", "italic": "Emphasis", "bold": "Strong", "lead": "LeadIn", "quiet": "Quiet"}
# A run has one character style; a link's is taken by the link.
_DIRECT: Final = {"italic": "<w:i/><w:iCs/>", "bold": "<w:b/><w:bCs/>"}
_FONTS: Final = {"ko": "Malgun Gothic", "ja": "Yu Mincho", "zh": "SimSun"}
# Word's dictionaries go by region.
_REGIONS: Final = {
    "ar": "ar-SA", "de": "de-DE", "en": "en-US", "es": "es-ES", "fr": "fr-FR", "he": "he-IL", "ja": "ja-JP",
    "ko": "ko-KR", "pt": "pt-PT", "ru": "ru-RU", "zh": "zh-CN",
}  # fmt: skip
_HEBREW = r"\u0590-\u05ff\ufb1d-\ufb4f"
_RIGHT_TO_LEFT = (
    rf"{_HEBREW}\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
# With the signs and figures between them, whose order is that of the words around.
_RIGHT_TO_LEFT_WORDS = re.compile(rf"[{_RIGHT_TO_LEFT}](?:[\W\d_{_RIGHT_TO_LEFT}]*[{_RIGHT_TO_LEFT}])?")
_FIRST_LETTER = re.compile(f"(?P<right>[{_RIGHT_TO_LEFT}])|[^\\W\\d_]")
_NOTE = re.compile(r"_Note([1-9][0-9]*)")


def word_language(tag: str) -> str:
    """Return a BCP 47 tag as Word wants it, with a region."""
    return _REGIONS.get(tag, tag)


def runs_right_to_left(text: str) -> bool:
    """Say whether the first letter is one of a script written from right to left."""
    first = None if text.isascii() else _FIRST_LETTER.search(text)
    return first is not None and first["right"] is not None


class Story:
    """A part of the document being written, the body or the notes.

    `links` names the relationship to each address it links to; bookmarks are numbered through all parts.
    """

    def __init__(self, bookmarks: Bookmarks, language: str) -> None:
        self.bookmarks = bookmarks
        self.links: dict[str, str] = {}
        self._language = language

    def words(self, inlines: Inlines) -> str:
        """Make the content of a paragraph."""
        return "".join(
            self._note_mark(part.number) if isinstance(part, NoteMark) else self._run(part)
            for part in inlines
        )

    def _note_mark(self, number: int) -> str:
        mark = (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>'
        )
        return self.bookmarks.around(f"_Note{number}", mark)

    def _run(self, part: Run) -> str:
        target = part.link.removeprefix("#")
        outward = target if target == part.link else ""
        foreign = "" if part.language == self._language else part.language
        shown = "".join(
            run(words, _properties(part.style, script, foreign, linked=bool(outward)))
            for words, script in _stretches(part.text, part.language)
        )
        if not target or not shown:
            return shown
        if outward:
            relationship = self.links.setdefault(outward, f"rIdLink{len(self.links) + 1}")
            return f'<w:hyperlink r:id="{relationship}" w:history="1">{shown}</w:hyperlink>'
        note = _NOTE.fullmatch(target)
        if note is not None and note[1] == part.text:
            return field(f"NOTEREF {target} \\h", shown)
        return f'<w:hyperlink w:anchor={quoted(bookmark_name(target))} w:history="1">{shown}</w:hyperlink>'


def _stretches(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Part text into stretches, each with the language that its script speaks; that of Latin is open."""
    if text.isascii():
        yield text, ""
        return
    for script, start, end in script_runs(text, language):
        match script:
            case Script.LATIN:
                yield from directions(text[start:end])
            case Script.KOREAN:
                yield text[start:end], "ko"
            case Script.JAPANESE:
                yield text[start:end], "zh" if language.startswith("zh") else "ja"


def directions(text: str) -> Iterator[tuple[str, str]]:
    """Part text into stretches by their direction: with "he" or "ar" those from right to left."""
    done = 0
    for match in _RIGHT_TO_LEFT_WORDS.finditer(text):
        yield text[done : match.start()], ""
        yield match.group(), "he" if re.match(f"[{_HEBREW}]", match.group()) else "ar"
        done = match.end()
    yield text[done:], ""


@lru_cache(maxsize=256)
def _properties(style: str, script: str, foreign: str, *, linked: bool) -> str:
    """Make the properties of a run, in the order of the schema."""
    if script in _FONTS and style == "italic":
        style = ""  # East Asian letters are not slanted.
    named = "Hyperlink" if linked else _STYLES[style]
    made = f'<w:rStyle w:val="{named}"/>' if named else ""
    if script in _FONTS:
        made += f'<w:rFonts w:eastAsia="{_FONTS[script]}" w:hint="eastAsia"/>'
    if linked:
        made += _DIRECT.get(style, "") + "<w:noProof/>"
    return made + _language(script, foreign)


def _language(script: str, foreign: str) -> str:
    if script in _FONTS:
        return f'<w:lang w:eastAsia="{word_language(script)}"/>'
    if script:
        return f'<w:rtl/><w:lang w:bidi="{word_language(script)}"/>'
    if foreign and foreign.partition("-")[0] not in _FONTS:
        return f"<w:lang w:val={quoted(word_language(foreign))}/>"
    return ""
