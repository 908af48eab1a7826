"""What is recorded when the brief goes out, shown before it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from briefer.actions import details, issuing
from briefer.errors import BrieferError
from briefer.gui.dialogs.form import Fact, Field, Part
from briefer.gui.dialogs.form_dialog import FormDialog
from briefer.model.project import Project
from briefer.session import Session
from briefer.wording.counted import counted

_WHY = "Kept in the project, so that the next version can say what has changed since."


def issue_form(parent: QWidget | None, session: Session, tell: Callable[[str], None]) -> FormDialog:
    """Ask for the day of the issue; raises BrieferError when there is no version that could be issued."""
    project = session.project
    day = project.details().product_date or session.now()[: len("2024-07-28")]
    version = project.details().version
    issuing.issue(project, day)

    def keep(changed: Mapping[str, str]) -> None:
        when = changed.get("day", day).strip()
        if sentence := _wrong(when):
            raise BrieferError(sentence)
        session.do(issuing.issue(project, when))
        tell(f"Version {version} issued on {when}")

    parts: tuple[Part, ...] = (
        "What is recorded",
        Fact("Version", version),
        Field("day", "Issued on", day, "such as 2024-07-28", wrong=_wrong),
        Fact("As it stands", _amount(project)),
        Fact("What for", _WHY),
        *_earlier(project),
    )
    return FormDialog(parent, f"Issue version {version}", parts, keep, done="Issue")


def _wrong(day: str) -> str:
    return details.wrong("product_date", day) if day.strip() else "Say on which day it is issued."


def _amount(project: Project) -> str:
    """Say how much is recorded: "30 statements, 5 sources, 2 rulings"."""
    rulings = sum(bool(one.ruling) for one in project.differences())
    return ", ".join(
        (
            counted(len(project.statements()), "statement"),
            counted(project.source_count(), "source"),
            counted(rulings, "ruling"),
        )
    )


def _earlier(project: Project) -> tuple[Part, ...]:
    issued = project.issues()
    facts = (Fact(f"Version {one.version}", f"issued on {one.day}") for one in reversed(issued))
    return ("Issued before", *facts) if issued else ()
