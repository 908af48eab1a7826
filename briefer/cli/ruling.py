"""Commands about what the sources say of each other, and about the versions of the brief."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from briefer.actions import differences as actions
from briefer.actions import issuing
from briefer.actions.words import is_a_day
from briefer.checking.findings import findings
from briefer.checking.impact import impact as impact_of
from briefer.cli.projects import JSON, PROJECT, do, opened, show
from briefer.errors import BrieferError
from briefer.wording.counted import counted


@click.command()
@PROJECT
@click.argument("question")
@click.option("--passage", "named", metavar="ID", multiple=True, help="A tag or passage; two at least.")
@click.option("--ruling", metavar="WORDS", help="What is held to be so; empty for unresolved.")
@click.option("--reason", metavar="WORDS", help="Why.")
@click.option("--id", "identifier", metavar="DIFFERENCE", help="Change this one instead of adding one.")
def rule(  # noqa: PLR0917  # one parameter an option
    path: Path,
    question: str,
    named: tuple[str, ...],
    ruling: str | None,
    reason: str | None,
    identifier: str | None,
) -> None:
    """Record that passages answer QUESTION differently.

    The ruling is recorded with them, if there is one; the difference's id is printed.
    """
    with opened(path) as session:
        project = session.project
        passages = [project.find_passage(name) for name in named]
        if identifier is None:
            change = actions.put(project, question, passages, ruling=ruling or "", reason=reason or "")
            do(session, change)
            return
        known = project.find_difference(identifier)
        session.do(
            actions.rule(
                project, known, question=question, passages=passages or None, ruling=ruling, reason=reason
            )
        )
        click.echo(known.id)


@click.command()
@PROJECT
@JSON
def differences(path: Path, as_json: bool) -> None:
    """List where the sources differ, with the rulings."""
    with opened(path, read_only=True) as session:
        rows = [
            {
                "id": one.id,
                "question": one.question,
                "passages": " ".join(one.passages),
                "ruling": one.ruling or None,
                "reason": one.reason or None,
            }
            for one in session.project.differences()
        ]
    show(rows, as_json=as_json, line="{id:.8}  {question}  {ruling}")


@click.command()
@PROJECT
@click.argument("source")
@JSON
def impact(path: Path, source: str, as_json: bool) -> None:
    """Say what would fall if SOURCE were withdrawn.

    What would come to rest on one origin is said too.
    """
    with opened(path, read_only=True) as session:
        project = session.project
        rows = [effect.plain() for effect in impact_of(project, project.find_source(source))]
    show(rows, as_json=as_json, line="{effect}: {message}")


@click.command()
@PROJECT
@click.option("--on", "day", metavar="DATE", help="The date of the product, or else today, unless given.")
def issue(path: Path, day: str | None) -> None:
    """Record the version as issued and print the issue's id."""
    if day is not None and not is_a_day(day):
        raise BrieferError(f"“{day}” is no date; write it as 2024-07-28.")
    with opened(path) as session:
        if errors := [one for one in findings(session.project) if one.level == "error"]:
            wrong = counted(len(errors), "error")
            raise BrieferError(
                f"The brief has {wrong}, which “briefer check” lists; mend them, then issue it."
            )
        dated = session.project.details().product_date
        do(session, issuing.issue(session.project, day or dated or session.now()[: len("2024-07-28")]))


COMMANDS: Final = (rule, differences, impact, issue)
