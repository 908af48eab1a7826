"""An HTML brief read back by a parser of the standard library: its words, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = {"h1", "h2", "h3", "p", "caption", "th", "td"}


@dataclass
class Element:
    """An element with what it holds: texts and elements in their order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    def elements(self) -> list[Element]:
        """Return all elements inside, in the order of the document."""
        children = [child for child in self.inside if isinstance(child, Element)]
        return [each for child in children for each in (child, *child.elements())]

    def all(self, *tags: str) -> list[Element]:
        """Return the elements inside of these names."""
        return [each for each in self.elements() if each.tag in tags]

    def words(self) -> str:
        """Return the words inside: line breaks as line feeds, the mark of a note as [^7]."""
        if self.attributes.get("role") == "doc-noteref":
            return f"[^{''.join(child for child in self.inside if isinstance(child, str))}]"
        if self.tag == "br":
            return "\n"
        return "".join(child if isinstance(child, str) else child.words() for child in self.inside)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Element(tag, {name: value or "" for name, value in attrs})
        assert len(found.attributes) == len(attrs)
        self._open[-1].inside.append(found)
        if tag not in {"meta", "br", "col"}:
            self._open.append(found)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)


def parsed(document: bytes) -> Element:
    """Return the root of a file whose elements are all closed in their order."""
    parser = _Parser()
    parser.feed(document.decode())
    parser.close()
    (root,) = parser.root.all("html")
    return root


def body(document: bytes) -> list[str]:
    """Return the words of each block of the main part before the notes."""
    (main,) = parsed(document).all("main")
    main.inside = [child for child in main.inside if not isinstance(child, Element) or child.tag != "section"]
    return [block.words() for block in main.all(*_BLOCKS)]


def notes(document: bytes) -> list[str]:
    """Return the words of each note."""
    return [note.words() for section in parsed(document).all("section") for note in section.all("li")]
