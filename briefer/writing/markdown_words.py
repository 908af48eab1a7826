"""Words of a brief as Markdown: every sign that a renderer would take for its own is escaped."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category

from briefer.writing.brief import Inline, Inlines, NoteMark
from briefer.writing.text_formats import is_web_address, writable

_EMPHASIS: Final = {"": "", "quiet": "", "italic": "*", "bold": "**", "lead": "**"}
# What CommonMark gives a meaning, and what its usual extensions do: tables, strikes, formulas, mentions.
# A colon and a point are escaped where they would make a bare address a link, an exclamation mark
# where a bracket may follow.
_SIGN = re.compile(r"[\\`*_\[\]<&#|~^${}@]|:(?=//)|(?<=www)\.|!\Z", re.IGNORECASE)
# What begins a list, a quotation, a definition or the line below a heading, at the beginning of a line.
_OPENING = re.compile(r"(?m)^(?:([0-9]+)(?=[.)])|(?=[-+>=%:]))")
# White space is lost at the edges of a line, as are a tab and a carriage return anywhere.
_BLANK: Final = r"[ \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
_LOST = re.compile(rf"(?m)\A\n+|\n+\Z|^{_BLANK}+|{_BLANK}+$|[\t\r]")
# Renderers print such an address as it stands; of others they decode some characters.
_BARE_ADDRESS = re.compile(r"https?://(?!.*xn--)[\w./?=&#+,;:~-]+", re.ASCII)
_IN_ADDRESS = re.compile(r"[\\<>&|]")


def paragraph(inlines: Inlines, indent: str = "") -> str:
    """Return words as a block has them, line by line; `indent` stands before each line but the first."""
    edged = _LOST.sub(_entities, _joined(inlines))
    return _OPENING.sub(r"\1\\", edged).replace("\n", f"\\\n{indent}")


def line(inlines: Inlines) -> str:
    """Return words as a heading or a cell has them: in one line, a line break as its entity."""
    return _LOST.sub(_entities, _joined(inlines)).replace("\n", "&#10;").replace("\\|", "&#124;")


def _joined(inlines: Inlines) -> str:
    written = [_written(part) for part in inlines]
    made = ""
    for part, text, after in zip(inlines, written, _following(written), strict=True):
        if isinstance(part, NoteMark) or is_web_address(part.link):
            made += text
            continue
        # A bracket followed by one of these is a link, or what a link is defined by.
        apart = "\\" if made.endswith("]") and text[:1] in {"(", ":"} else ""
        made += _emphasised(apart + text, _EMPHASIS[part.style], made[-1:], after)
    return made


def _following(written: list[str]) -> list[str]:
    """Return the character that comes after each part, or nothing."""
    following, after = list[str](), ""
    for text in reversed(written):
        following.append(after)
        after = text[:1] or after
    return following[::-1]


def _written(part: Inline) -> str:
    """Escape words, and make a link of those that lead to the web."""
    if isinstance(part, NoteMark):
        return f"[^{part.number}]"
    text = _SIGN.sub(r"\\\g<0>", writable(part.text))
    if not text or not is_web_address(part.link):
        return text
    if part.text == part.link and _BARE_ADDRESS.fullmatch(part.link):
        return f"<{part.link}>"
    address = _IN_ADDRESS.sub(r"\\\g<0>", part.link)
    return f"[{_emphasised(text, _EMPHASIS[part.style], '[', ']')}](<{address}>)"


def _emphasised(text: str, mark: str, before: str, after: str) -> str:
    """Put marks around words, if between these neighbours a renderer takes them as such; else not."""
    core = text.strip()
    if not mark or not core:
        return text
    place = text.index(core)
    lead, tail = text[:place], text[place + len(core) :]
    before, after = (before + lead)[-1:], (tail + after)[:1]
    opens = before != "*" and (_is_letter(core[0]) or _is_gap(before))
    closes = _is_letter(core[-1]) or _is_gap(after)
    return f"{lead}{mark}{core}{mark}{tail}" if opens and closes else text


def _is_letter(char: str) -> bool:
    return category(char)[0] not in "PSZC" or category(char) == "Cf"


def _is_gap(char: str) -> bool:
    return char in {"", "\n"} or category(char) == "Zs" or category(char)[0] == "P"


def _entities(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in match.group())
