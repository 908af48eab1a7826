"""Whether a Word file is made as our writer makes it: nothing else could hide words, or show others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefer.checking.discrepancy import Discrepancy, odd, restyled
from briefer.checking.word_hiding import hiding_elsewhere, hiding_in_text
from briefer.checking.word_layout import strange_layout
from briefer.checking.word_looks import strange_looks, template, unlike
from briefer.checking.word_markup import strange_markup
from briefer.checking.word_parts import Parts
from briefer.wording.showing import shown_name
from briefer.writing.brief import Brief
from briefer.writing.docx_properties import core_properties, custom_properties, evidence_properties
from briefer.writing.evidence import Evidence
from briefer.writing.safe_xml import parse_xml

CORE: Final = "docProps/core.xml"
CUSTOM: Final = "docProps/custom.xml"
APPLICATION: Final = "docProps/app.xml"
TYPES: Final = "[Content_Types].xml"
_OVERRIDE: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_WORDY: Final = re.compile(r"word/(?:document|footnotes|(?:header|footer)\d*)\.xml")
_STORE: Final = "customXml/itemProps1.xml"
_MAKER: Final = "briefer"
_LONGEST_NAME: Final = 60
_NAMED: Final = 3
_WITH_WORDS: Final = {
    "word/document.xml": "the body",
    "word/footnotes.xml": "the notes",
    "word/header1.xml": "word/header1.xml",
    "word/footer1.xml": "word/footer1.xml",
}
_TYPES_ADDED: Final = {
    f"/{_STORE}": "officedocument.customXmlProperties",
    f"/{CORE}": "package.core-properties",
    f"/{CUSTOM}": "officedocument.custom-properties",
}
"""Content types of the parts that the template has not."""


def form_of(parts: Parts, evidence: Evidence) -> Iterator[Discrepancy]:
    """Yield what a file has that no Word brief of ours has; of one saved again what hides words in it.

    A Word file is made to be edited: that another program saved it is to be known, and no fault.
    """
    saver = _saver(parts)
    if saver != _MAKER:
        yield restyled(saver)
    strange = dict[str, dict[str, None]]()
    for where, what in _strange(parts, evidence) if saver == _MAKER else _hiding(parts):
        strange.setdefault(where, {})[what] = None
    for where, found in strange.items():
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        yield odd(where, ", ".join(list(found)[:_NAMED]) + more)


def _hiding(parts: Parts) -> Iterator[tuple[str, str]]:
    for name in sorted(parts.content):
        if _WORDY.fullmatch(name):
            yield from ((name, each) for each in hiding_in_text(parts.root(name)))
        elif name.endswith((".xml", ".rels")) and not name.startswith("customXml/"):
            yield from ((name, each) for each in hiding_elsewhere(parts.root(name)))


def _saver(parts: Parts) -> str:
    """Return the program that a file says has saved it, without its platform; "" if it does not say."""
    told = parts.root(APPLICATION) if APPLICATION in parts else ()
    names = ["".join(each.itertext()) for each in told if each.tag.endswith("}Application")]
    return shown_name(" ".join("".join(names).partition("$")[0].split())[:_LONGEST_NAME])


def _strange(parts: Parts, evidence: Evidence) -> Iterator[tuple[str, str]]:
    for name, where in _WITH_WORDS.items():
        if name in parts:
            root = parts.root(name)
            yield from ((where, strange) for strange in (*strange_markup(root), *strange_layout(root)))
    yield from strange_looks(parts, evidence.language)
    told = Brief(
        evidence.title, evidence.author, evidence.subject, evidence.banner, evidence.language,
        evidence.created, (), (),
    )  # fmt: skip
    made = {CORE: core_properties(told), CUSTOM: custom_properties(evidence), _STORE: evidence_properties()}
    for name, xml in made.items():
        if name in parts:
            yield from ((name, each) for each in unlike(parts.root(name), parse_xml(xml.encode(), name)))
    yield from _strange_package(parts)


def _strange_package(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield the parts that ours have not, unless they are no text, and those called what they are not."""
    known = {*template().content, CORE, CUSTOM, "customXml/item1.xml", _STORE}
    known |= {"customXml/_rels/item1.xml.rels", "word/_rels/footnotes.xml.rels"}
    others = sorted(name for name in parts.content.keys() - known if name.endswith((".xml", ".rels")))
    yield from ((name, "another part") for name in others)
    added = {
        f"{_OVERRIDE} ContentType=application/vnd.openxmlformats-{kind}+xml PartName={name}"
        for name, kind in _TYPES_ADDED.items()
    }
    if _types(parts) != sorted({*_types(template()), *added}):
        yield TYPES, "other types of parts"


def _types(parts: Parts) -> list[str]:
    """Return what a package says of the types of its parts."""
    root = parts.root(TYPES)
    told = (
        " ".join([each.tag, *(f"{name}={words}" for name, words in sorted(each.items()))]) for each in root
    )
    return sorted([root.tag, *told])
