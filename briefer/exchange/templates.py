"""The sets of sections that a new project may begin with, shipped or the user's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from briefer.errors import BrieferError
from briefer.exchange import events
from briefer.exchange.events import Tree
from briefer.model import rank
from briefer.model.invariants import check_project
from briefer.model.plain import from_plain
from briefer.model.records import Details, Section, new_id
from briefer.paths import resources

_FORM: Final = 1
_KEYS: Final = {"briefer_template", "title", "sections"}
_SUFFIX: Final = ".yaml"
_MAX_BYTES: Final = 1 << 20


class TemplateError(BrieferError):
    """A template is unknown, unreadable or not one; the sentence says which."""


def names() -> list[str]:
    """Return the names of the templates that come with the program."""
    return sorted(path.stem for path in resources("templates").glob(f"*{_SUFFIX}"))


def load_template(name: str, new_id: Callable[[], str] = new_id) -> list[Section]:
    """Return the sections of a template, by its name or the path of a .yaml file, each with a new id.

    Raises TemplateError, or another BrieferError when a section is not as it must be.
    """
    tree = events.read(_content(name))
    if not isinstance(tree, dict) or tree.get("briefer_template") != _FORM or tree.keys() != _KEYS:
        wanted = "“briefer_template: 1”, “title” and “sections”"
        raise TemplateError(f"“{name}” is not a briefing template: it must hold {wanted} and nothing else.")
    title, sections = tree["title"], tree["sections"]
    if not isinstance(title, str) or not isinstance(sections, list):
        raise TemplateError(f"In the template “{name}” the title must be text and the sections a list.")
    ranks = rank.spread(len(sections))
    found = [_section(plain, new_id(), rank) for plain, rank in zip(sections, ranks, strict=True)]
    check_project([Details(title=title), *found], lambda _name: None, lambda _name: None)
    return found


def _section(plain: Tree, identifier: str, rank: str) -> Section:
    fields = plain if isinstance(plain, dict) else {}
    return from_plain(Section, {**fields, "id": identifier, "rank": rank})


def _content(name: str) -> bytes:
    path = Path(name) if name.endswith(_SUFFIX) else resources("templates") / f"{name}{_SUFFIX}"
    if not name.endswith(_SUFFIX) and name not in names():
        raise TemplateError(
            f"No template is called “{name}”; take one of {', '.join(names())}, or a .yaml file."
        )
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise TemplateError(f"The template “{name}” cannot be read: {error.strerror}.") from None
    if len(content) > _MAX_BYTES:
        raise TemplateError(f"The template “{name}” is larger than 1 MB, so it is none.")
    return content
