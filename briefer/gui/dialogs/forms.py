"""The forms of the window: the brief's details, and who the user is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from briefer.actions import details
from briefer.gui.desk.desk import Desk
from briefer.gui.desk.settings import Settings
from briefer.gui.dialogs.form import Field, Part
from briefer.gui.dialogs.form_dialog import FormDialog
from briefer.model.records import Details

_DATE = "such as 2024-07-28"


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
    )


def _date(name: str, words: str, value: str) -> Field:
    return Field(name, words, value, _DATE, wrong=partial(details.wrong, name))
