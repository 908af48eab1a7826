"""The markup of the parts with words of a Word brief: whatever our writer would not write is strange.

So nothing can hide words, stand in for them, run them off the paper or show them otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final
from xml.etree.ElementTree import Element

from briefer.wording.showing import shown_name

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_LONGEST: Final = 80
_PREFIXES: Final = {W: "", R: "r:", "{http://www.w3.org/XML/1998/namespace}": "xml:"}
_MANY: Final = frozenset({
    "p", "tbl", "tr", "tc", "gridCol", "r", "t", "br", "hyperlink", "bookmarkStart", "bookmarkEnd",
    "footnote",
})  # fmt: skip
"""What may stand more than once in one element."""

_OURS: Final = """
/document
document/body
body/p
body/tbl
body/sectPr
sectPr/headerReference type=default r:id=*
sectPr/footerReference type=default r:id=*
sectPr/pgSz w=11906 h=16838
sectPr/pgSz w=12240 h=15840
sectPr/pgMar left=720..3000 right=720..3000 top=960..3000 bottom=1280..3160 header=680 footer=624 gutter=0
sectPr/cols space=720
/hdr
hdr/p
/ftr
ftr/p
/footnotes
footnotes/footnote id=*
footnotes/footnote type=separator id=-1
footnotes/footnote type=continuationSeparator id=0
footnote/p
pPr/spacing after=60 line=240 lineRule=auto
r/separator
r/continuationSeparator
p/pPr
pPr/pStyle val=Title|BriefFront|Heading1|Heading2|BottomLine|BodyText|Quote|QuoteBelow|EmptySection
pPr/pStyle val=ReferenceEntry|Evidence|Context|EvidenceEntry|SmallPrint|SmallPrintBelow|Caption
pPr/pStyle val=TableText|TableHeading|FootnoteText|Banner|PageNumber
pPr/keepNext
pPr/bidi
p/bookmarkStart id=* name=*
p/bookmarkEnd id=*
p/hyperlink r:id=* history=1
p/hyperlink anchor=* history=1
p/r
hyperlink/r
r/rPr
rPr/rStyle val=Emphasis|Strong|LeadIn|Quiet|Hyperlink|FootnoteReference
rPr/rFonts eastAsia=Malgun_Gothic|Yu_Mincho|SimSun hint=eastAsia
rPr/b
rPr/bCs
rPr/i
rPr/iCs
rPr/noProof
rPr/rtl
rPr/lang val=*
rPr/lang eastAsia=ko-KR|ja-JP|zh-CN
rPr/lang bidi=he-IL|ar-SA
r/t
r/t xml:space=preserve
r/br
r/tab
r/footnoteRef
r/footnoteReference id=*
r/fldChar fldCharType=begin|separate|end
r/instrText xml:space=preserve
tbl/tblPr
tblPr/tblStyle val=BriefTable
tblPr/tblW w=5000..11000 type=dxa
tblPr/tblLayout type=fixed
tblPr/tblLook val=0420 firstRow=1 lastRow=0 firstColumn=0 lastColumn=0 noHBand=0 noVBand=1
tblPr/tblCaption val=*
tblPr/tblDescription val=*
tbl/tblGrid
tblGrid/gridCol w=200..11000
tbl/tr
tr/trPr
trPr/cantSplit
trPr/tblHeader
tr/tc
tc/tcPr
tcPr/tcW w=200..11000 type=dxa
tc/p
"""
"""Each element below its parent with all its attributes: a value, several, a number between two, or any."""


def strange_markup(part: Element) -> Iterator[str]:
    """Yield each element that our writer would not write there, or not so."""
    if not _is_ours("", _name(part.tag), _attributes(part)):
        yield shown(part)
    for parent in part.iter():
        name, there = _name(parent.tag), set[str]()
        for child in parent:
            kind = _name(child.tag)
            again = kind in there and kind not in _MANY
            late = bool(there) and kind.endswith("Pr") and kind != "sectPr"
            if again or late or not _is_ours(name, kind, _attributes(child)):
                yield shown(child)
            there.add(kind)


def shown(element: Element) -> str:
    """Return an element with its attributes as a finding names it."""
    attributes = (f' {_local(name)}="{value}"' for name, value in element.items())
    words = f"<{_local(element.tag)}{''.join(attributes)}>"
    return shown_name(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _attributes(element: Element) -> tuple[tuple[str, str], ...]:
    return tuple(element.attrib.items())


@cache
def _name(tag: str) -> str:
    space, brace, name = tag.rpartition("}")
    return _PREFIXES.get(space + brace, f"{space}{brace}") + name


@lru_cache(maxsize=4096)
def _is_ours(parent: str, name: str, attributes: tuple[tuple[str, str], ...]) -> bool:
    found = {_name(attribute): value for attribute, value in attributes}
    return any(
        found.keys() == allowed.keys() and all(_may_be(found[each], allowed[each]) for each in allowed)
        for allowed in _allowed().get(f"{parent}/{name}", ())
    )


def _may_be(value: str, allowed: str) -> bool:
    least, between, most = allowed.partition("..")
    if between:
        return is_between(value, int(least), int(most))
    return allowed == "*" or value in allowed.replace("_", " ").split("|")


def is_between(value: str, least: int, most: int) -> bool:
    """Tell whether a value is a number within these bounds."""
    return (
        value.isascii() and value.isdecimal() and len(value) <= len(str(most)) and least <= int(value) <= most
    )


@cache
def _allowed() -> dict[str, list[dict[str, str]]]:
    """Return the sets of attributes that an element may have below its parent."""
    made: dict[str, list[dict[str, str]]] = {}
    for line in _OURS.strip().splitlines():
        place, *attributes = line.split()
        made.setdefault(place, []).append(dict(each.split("=") for each in attributes))
    return made
