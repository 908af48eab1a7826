"""Single edits of a Word brief, each of which somebody might make to mislead: by kind, each one at random.

An edit returns False where the brief has nothing that it could change visibly or in meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Final

Parts = dict[str, bytes]
Edit = Callable[[Parts, Random], bool]

DOCUMENT, NOTES, EVIDENCE = "word/document.xml", "word/footnotes.xml", "customXml/item1.xml"
_TEXT: Final = r"<w:t(?: [^>]*)?>([^<]+)</w:t>"
_PARAGRAPH: Final = r"<w:p>(?:(?!</w:p>).)*</w:p>"
_LOOKS: Final = (
    "<w:vanish/>", "<w:webHidden/>", "<w:strike/>", "<w:dstrike/>", "<w:caps/>", "<w:smallCaps/>",
    '<w:color w:val="FFFFFF"/>', '<w:color w:val="F4F4F4"/>', '<w:sz w:val="2"/>', '<w:w w:val="1"/>',
    '<w:position w:val="900"/>', '<w:highlight w:val="black"/>', '<w:shd w:val="clear" w:fill="101010"/>',
    '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>', '<w:spacing w:val="-400"/>', '<w:fitText w:val="1"/>',
)  # fmt: skip
_STORIES: Final = (
    '<w:p><w:ins w:id="1"><w:r><w:t>It broke.</w:t></w:r></w:ins></w:p>',
    "<w:p><w:r><w:pict><w:txbxContent/></w:pict></w:r></w:p>",
    '<w:p><w:r><w:sym w:font="Symbol" w:char="F041"/></w:r></w:p>',
    '<w:altChunk r:id="rId1"/>',
    "<w:sdt><w:sdtContent/></w:sdt>",
    '<w:p><w:fldSimple w:instr="DATE"/></w:p>',
    "<w:p><w:r><w:t>It broke.</w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>It broke.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
)


def a_character(name: str) -> Edit:
    """Change, add or take away a visible character in a part."""

    def edit(parts: Parts, chance: Random) -> bool:
        text = parts[name].decode()
        pattern = r">([^<]+)<" if name == EVIDENCE else _TEXT
        places = [
            at for node in re.finditer(pattern, text) for at in range(*node.span(1)) if text[at].isalnum()
        ]
        places = [at for at in places if not _is_entity(text, at)]
        if not places:
            return False
        at = chance.choice(places)
        other = "x" if text[at] != "x" else "y"
        put = chance.choice((other, other, "", text[at] + other))
        parts[name] = (text[:at] + put + text[at + 1 :]).encode()
        return True

    return edit


def _is_entity(text: str, at: int) -> bool:
    return re.search(r"&[#\w]*\Z", text[max(0, at - 12) : at]) is not None


def _itself(_: Parts, found: str) -> str:
    return found


def _words(_: Parts, found: str) -> str:
    """Give the words in a piece of a part."""
    return re.sub("<[^>]+>", "", found)


def _note(parts: Parts, number: str) -> str:
    """Give the words of a note."""
    found = re.search(f'<w:footnote w:id="{number}">(.*?)</w:footnote>', parts[NOTES].decode(), re.DOTALL)
    return _words(parts, found[1]) if found else ""


def swapped(name: str, pattern: str, says: Callable[[Parts, str], str] = _itself) -> Edit:
    """Let two matches of a pattern (its group) in a part that say different things change places."""

    def edit(parts: Parts, chance: Random) -> bool:
        text = parts.get(name, b"").decode()
        found = list(re.finditer(pattern, text, re.DOTALL))
        for _ in range(20 if len(found) > 1 else 0):
            first, last = sorted(chance.sample(found, 2), key=lambda match: match.start())
            if says(parts, first[1]) != says(parts, last[1]):
                (a, b), (c, d) = first.span(1), last.span(1)
                parts[name] = (text[:a] + last[1] + text[b:c] + first[1] + text[d:]).encode()
                return True
        return False

    return edit


def lost(name: str, pattern: str) -> Edit:
    """Take a match of a pattern out of a part."""

    def edit(parts: Parts, chance: Random) -> bool:
        text = parts[name].decode()
        found = list(re.finditer(pattern, text, re.DOTALL))
        if not found:
            return False
        match = chance.choice(found)
        parts[name] = (text[: match.start()] + text[match.end() :]).encode()
        return True

    return edit


def disguised(parts: Parts, chance: Random) -> bool:
    """Give a run of body or notes properties that hide it or show other signs."""
    name = chance.choice((DOCUMENT, NOTES))
    text = parts[name].decode()
    runs = [match.start() for match in re.finditer(r"<w:r>(?=<w:t[ >])", text)]
    if not runs:
        return False
    at = chance.choice(runs) + len("<w:r>")
    parts[name] = f"{text[:at]}<w:rPr>{chance.choice(_LOOKS)}</w:rPr>{text[at:]}".encode()
    return True


def restyled(parts: Parts, chance: Random) -> bool:
    """Let a style hide its words."""
    styles = parts["word/styles.xml"].decode()
    at = chance.choice([match.end() for match in re.finditer("<w:rPr>", styles)])
    parts["word/styles.xml"] = f"{styles[:at]}{chance.choice(_LOOKS)}{styles[at:]}".encode()
    return True


def joined(parts: Parts, chance: Random) -> bool:
    """Put something between two paragraphs."""
    text = parts[DOCUMENT].decode()
    at = chance.choice([match.end() for match in re.finditer("</w:p>(?!</w:tc>)", text)])
    parts[DOCUMENT] = f"{text[:at]}{chance.choice(_STORIES)}{text[at:]}".encode()
    return True


_APART: Final = f"({_PARAGRAPH})(?!</w:tc>)"
_FOOTNOTE: Final = r'<w:footnote w:id="[1-9]\d*">(.*?)</w:footnote>'
EDITS: Final[dict[str, tuple[Edit, ...]]] = {
    "text": (a_character(DOCUMENT), lost(DOCUMENT, _APART), joined),
    "note": (a_character(NOTES), lost(NOTES, _FOOTNOTE)),
    "attribution": (
        swapped(DOCUMENT, r'<w:footnoteReference w:id="(\d+)"/>', _note),
        lost(DOCUMENT, r"<w:footnoteReference [^>]*/>"),
        swapped(NOTES, _FOOTNOTE, _words),
        swapped(DOCUMENT, r'w:name="(_C(?:ite|\d+_)[^"]*)"'),
        swapped(DOCUMENT, r'w:name="(_Note[^"]*)"'),
        swapped(NOTES, r'w:anchor="(_[ES][^"]*)"'),
        swapped("word/_rels/footnotes.xml.rels", r'Target="(http[^"]*)"'),
    ),
    "order": (swapped(DOCUMENT, _APART, _words), swapped(DOCUMENT, _TEXT), swapped(NOTES, _TEXT)),
    "evidence": (a_character(EVIDENCE), swapped(EVIDENCE, r"<quote>([^<]+)</quote>")),
    "disguise": (disguised, restyled),
}
