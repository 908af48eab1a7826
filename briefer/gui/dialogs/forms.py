"""The forms of the window: the brief's details, and who the user is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from briefer.actions import acronyms, details
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.settings import Settings
from briefer.gui.dialogs.acronym_table import AcronymTable
from briefer.gui.dialogs.form import Field, Part
from briefer.gui.dialogs.form_dialog import FormDialog
from briefer.model.change import Change
from briefer.model.records import DEFAULT_MARKING, Details
from briefer.session import Session
from briefer.wording.likelihood import SCALE_NAMES

ACRONYMS: Final = "acronyms"
_DATE: Final = "such as 2024-07-28"
_SCALE_CHOICES: Final = (
    ("", "none"),
    ("icd-203", f"{SCALE_NAMES['icd-203']} (United States)"),
    ("phia", f"{SCALE_NAMES['phia']} (United Kingdom)"),
)


class DetailsForm(FormDialog):
    """What the brief says of itself, and its acronyms: one step to undo."""

    def __init__(self, parent: QWidget | None, session: Session, settings: Settings) -> None:
        self.acronyms = AcronymTable(session.project.acronyms())
        self._session = session
        parts = (*_detail_parts(session.project.details(), settings), self.acronyms)
        super().__init__(parent, "Details of the brief", parts, self._keep_all)

    def begin_at(self, field: str) -> None:
        """Bring one of the fields of the details, or the ACRONYMS, into sight and the keys to it."""
        place: QWidget = self.acronyms if field == ACRONYMS else self.box(field)
        if field == ACRONYMS:
            self.acronyms.rows.begin()
        else:
            place.setFocus(Qt.FocusReason.TabFocusReason)
        self.form.ensureWidgetVisible(place)

    def _keep_all(self, changed: Mapping[str, str]) -> None:
        project = self._session.project
        fields = details.set_fields(project, changed)
        listed = acronyms.define_all(project, self.acronyms.pairs())
        label = fields.label if fields.edits else listed.label
        self._session.do(Change(label, (*fields.edits, *listed.edits)))


def details_form(parent: QWidget | None, desk: Desk, settings: Settings) -> DetailsForm | None:
    """Ask for what the brief says of itself, on its front and of what it is for."""
    return DetailsForm(parent, desk.session, settings) if desk.session else None


def _detail_parts(now: Details, settings: Settings) -> Sequence[Part]:
    return (
        "On its front",
        Field("title", "Title", now.title, "The title that makes the point"),
        Field("author", "Author", now.author, settings.author),
        Field("office", "Office", now.office, settings.office),
        Field("marking", "Marking", now.marking, DEFAULT_MARKING),
        Field("distribution", "Distribution", now.distribution),
        Field("product_number", "Product number", now.product_number),
        Field("version", "Version", now.version),
        "When and where",
        Field(
            "product_date",
            "Date of the product",
            now.product_date,
            _DATE,
            wrong=partial(details.wrong, "product_date"),
        ),
        _date("cutoff", "Information cut-off", now.cutoff),
        Field(
            "event_date",
            "Date of the event",
            now.event_date,
            _DATE,
            wrong=partial(details.wrong, "event_date"),
        ),
        Field("event_place", "Place of the event", now.event_place),
        "What it is for",
        Field("purpose", "Purpose", now.purpose, "What the reader is to decide, or to know"),
        Field("objectives", "Objectives", now.objectives, "One a line", lines=4, keeps_lines=True),
        "Its words",
        Field("scale", "Scale of likelihood", now.scale, choices=_SCALE_CHOICES),
    )


def _date(name: str, words: str, value: str) -> Field:
    return Field(name, words, value, _DATE, wrong=partial(details.wrong, name))
