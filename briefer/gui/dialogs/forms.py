"""The forms of the window: the brief's details, a source's reference, and who the user is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from briefer.actions import details, sources
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.settings import Settings
from briefer.gui.dialogs.form_dialog import Fact, Field, FormDialog, Part
from briefer.gui.look.source_words import headline
from briefer.model.project import Project
from briefer.model.records import SOURCE_KINDS, Details, Source

_DATE = "such as 2024-07-28"
_RELIABILITY = (
    ("", "not graded"), ("A", "A  reliable"), ("B", "B  usually reliable"), ("C", "C  fairly reliable"),
    ("D", "D  not usually reliable"), ("E", "E  unreliable"), ("F", "F  cannot be judged"),
)  # fmt: skip
_CREDIBILITY = (
    ("", "not graded"), ("1", "1  confirmed"), ("2", "2  probably true"), ("3", "3  possibly true"),
    ("4", "4  doubtful"), ("5", "5  improbable"), ("6", "6  cannot be judged"),
)  # fmt: skip


def details_form(parent: QWidget | None, desk: Desk, settings: Settings) -> FormDialog | None:
    """Ask for what the brief says of itself on its front."""
    session = desk.session
    if session is None:
        return None

    def keep(changed: Mapping[str, str]) -> None:
        session.do(details.set_fields(session.project, changed))

    return FormDialog(
        parent, "Details of the brief", _detail_parts(session.project.details(), settings), keep
    )


def source_form(parent: QWidget | None, desk: Desk, source: Source) -> FormDialog | None:
    """Ask for the reference of a source."""
    session = desk.session
    if session is None:
        return None

    def keep(changed: Mapping[str, str]) -> None:
        current = session.project.get(Source, source.id)
        if current is not None and changed:
            session.do(sources.describe(session.project, current, **changed))

    return FormDialog(parent, f"Details of {source.label}", _source_parts(session.project, source), keep)


def preferences_form(parent: QWidget | None, settings: Settings) -> FormDialog:
    """Ask who the user is; kept in the user's settings, and used for new projects and the log."""
    parts = (
        Field("author", "Your name", settings.words("author"), settings.author),
        Field("office", "Your office", settings.office),
    )

    def keep(changed: Mapping[str, str]) -> None:
        for name, words in changed.items():
            settings.keep(name, words.strip())

    return FormDialog(parent, "Your name and office", parts, keep)


def _detail_parts(now: Details, settings: Settings) -> Sequence[Part]:
    return (
        "On its front",
        Field("title", "Title", now.title, "The title that makes the point"),
        Field("author", "Author", now.author, settings.author),
        Field("office", "Office", now.office, settings.office),
        Field("marking", "Marking", now.marking, "UNCLASSIFIED"),
        Field("distribution", "Distribution", now.distribution),
        Field("product_number", "Product number", now.product_number),
        Field("version", "Version", now.version),
        "When and where",
        Field("product_date", "Date of the product", now.product_date, _DATE),
        Field("cutoff", "Information cut-off", now.cutoff, _DATE),
        Field("event_date", "Date of the event", now.event_date, _DATE),
        Field("event_place", "Place of the event", now.event_place),
    )


def _source_parts(project: Project, source: Source) -> Sequence[Part]:
    now = source.reference
    others = [("", "none")]
    others += [
        (one.id, f"{one.label}  {headline(one)}"[:60]) for one in project.sources() if one.id != source.id
    ]
    return (
        "Reference",
        Field("title", "Title", now.title),
        Field("author", "Author", now.author, "no byline"),
        Field("publisher", "Outlet", now.publisher),
        Field("published", "Published", now.published, f"{_DATE}, 2024-07 or 2024"),
        Field("accessed", "Accessed", now.accessed, _DATE),
        Field("url", "Address", now.url, "such as https://…"),
        Field("kind", "Kind", now.kind, choices=tuple((kind, kind.capitalize()) for kind in SOURCE_KINDS)),
        Field("language", "Language", now.language, "such as en, ko or ja"),
        "Where it comes from",
        Field("relayed_from", "Relayed from", now.relayed_from),
        Field("derived_from", "Derived from", now.derived_from, choices=tuple(others)),
        Field("descriptor", "In one sentence", now.descriptor),
        Field("reliability", "Reliability", now.reliability, choices=_RELIABILITY),
        Field("credibility", "Credibility", now.credibility, choices=_CREDIBILITY),
        "The file",
        Fact("File", source.file_name),
        Fact("Imported", source.added.replace("T", " ").replace("Z", " UTC")),
        Fact("Encoding", source.encoding),
        Fact("Length", f"{source.length:,} characters"),
        Fact("SHA-256", " ".join((source.original[:32], source.original[32:]))),
    )
