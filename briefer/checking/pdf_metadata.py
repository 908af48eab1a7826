"""What a PDF says of itself, and which program it says has saved it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from briefer.checking.printed import Aside
from briefer.errors import BrieferError
from briefer.wording.showing import shown_name
from briefer.writing.evidence import Evidence
from briefer.writing.pdf_letters import as_read
from briefer.writing.pdf_properties import MAKER, packet, properties
from briefer.writing.safe_xml import parse_xml

_SAVERS_OWN: Final = frozenset({"Producer", "ModDate"})
"""What every program that saves the file says anew."""
_SHOWN_TO_READERS: Final = ("title", "creator", "description", "language")
_LONGEST_NAME: Final = 60


def saver_of(read: Mapping[str, Any]) -> str:
    """Return the program that a file says has saved it; "" if it still says that we have."""
    names = [read["properties"].get("Producer", ""), *(_told(xmp).get("Producer", "") for xmp in read["xmp"])]
    other = next((name for name in names if name not in {"", MAKER}), "")
    return shown_name(" ".join(other.split())[:_LONGEST_NAME])


def metadata(read: Mapping[str, Any], evidence: Evidence, *, ours: bool) -> Iterator[Aside]:
    """Yield what a file says of itself that its evidence does not; of one saved again not who saved it."""
    said = properties(evidence)
    for name, words in read["properties"].items():
        if (ours or name not in _SAVERS_OWN) and as_read(words) != as_read(said.get(name, "")):
            yield Aside(f"the property {name}", words, said.get(name, ""))
    if read["xmp"] == [packet(evidence)]:
        return
    found, promised = _told("\n".join(read["xmp"])), _told(packet(evidence))
    asides = [
        Aside(f"the {name} in the document’s metadata", found.get(name, ""), promised.get(name, ""))
        for name in _SHOWN_TO_READERS
        if (ours or name in found) and found.get(name) != promised.get(name)
    ]
    yield from asides
    if ours and not asides:
        yield Aside("the document’s metadata", "(another form)", "")


def _told(xmp: str) -> dict[str, str]:
    """Return the words of a packet by the names of their properties, and none of one that cannot be read."""
    try:
        root = parse_xml(xmp.encode(), "metadata")
    except BrieferError:
        return {}
    found: dict[str, str] = {}
    for described in root.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"):
        entries = [*described.attrib.items(), *((each.tag, "".join(each.itertext())) for each in described)]
        found |= {name.rpartition("}")[2]: " ".join(words.split()) for name, words in entries}
    return found
