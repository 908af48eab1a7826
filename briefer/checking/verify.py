"""Whether an exported brief is what it claims: its printed words and its evidence, held together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefer.checking.discrepancy import Discrepancy
from briefer.checking.docx_reader import read_docx
from briefer.checking.evidence import inner_findings, source_findings
from briefer.checking.glyphs import glyphs_told
from briefer.checking.pdf_reader import read_pdf
from briefer.checking.places import note_place, paragraph_place
from briefer.checking.printed import Printed, Reread
from briefer.checking.recomposed import recomposed_findings
from briefer.checking.sequences import Difference, differences, runs
from briefer.checking.set_off import misattributed, misset
from briefer.checking.source_words import SourceWords
from briefer.model.project import Project
from briefer.wording.counted import counted
from briefer.wording.differing import characters, excerpt
from briefer.writing.evidence import DIGEST_LEAD, DRAFT, digest

_ADVICE = "do not rely on it, export it again."


def verify_brief(path: Path, project: Project | None = None) -> list[Discrepancy]:
    """Read an exported .docx or .pdf again and say what is wrong, and last what is to be known.

    Raises BrieferError if it is no brief.
    """
    if path.suffix.lower() != ".pdf":
        reread = read_docx(path)
        return [*verify(reread, project), *_draft_told(reread)]
    reread = read_pdf(path)
    return [*verify(reread, project), *_draft_told(reread), *glyphs_told(reread)]


def verify(reread: Reread, project: Project | None = None) -> list[Discrepancy]:
    """Compare what a file prints with its evidence and, given a project, the evidence with its sources."""
    sources = SourceWords(reread.evidence, project)
    wrong = list(inner_findings(reread.evidence))
    if project is not None:
        wrong += source_findings(reread.evidence, project)
        wrong += [] if wrong else recomposed_findings(reread.evidence, project)
    return [*_printed_findings(reread, sources), *wrong]


def _draft_told(reread: Reread) -> Iterator[Discrepancy]:
    """Yield that a brief is a draft: it may print words that no source says, and its evidence is of those."""
    if reread.evidence.banner.endswith(DRAFT):
        message = "The brief is a draft: it may quote what no source says; check the project before using it."
        yield Discrepancy("draft", "information", message, "the banner")


def _printed_findings(reread: Reread, sources: SourceWords) -> Iterator[Discrepancy]:
    evidence, printed = reread.evidence, reread.printed
    promised = (*evidence.body, DIGEST_LEAD + digest(evidence))
    for run in runs(differences(printed.body, promised)):
        where, after = _paragraph(printed, run[0]), promised[run[0].due - 1] if run[0].due else ""
        said = [sources.of_paragraph(each.due) for each in run if each.promised]
        yield _found("paragraph", run, where, after, said)
    for run in runs(differences(printed.notes, evidence.notes)):
        where, after = _note(printed, run[0]), evidence.notes[run[0].due - 1] if run[0].due else ""
        said = [sources.of_note(each.due + 1) for each in run if each.promised]
        yield _found("note", run, where, after, said)
    for run in runs(differences(printed.links, evidence.links)):
        yield _found("link", run, f"link {run[0].place + 1}", "", [])
    yield from (_set_otherwise(*each) for each in misset(evidence, printed))
    for where, words, label in misattributed(evidence, printed):
        message = f"“{excerpt(words, '')}” is given to another source than {label} at {where}; {_ADVICE}"
        yield Discrepancy("altered-brief", "error", message, where, words)
    yield from printed.strange
    for aside in printed.asides:
        if aside.printed != aside.promised:
            yield _beside(aside.where, aside.printed, aside.promised)


def _set_otherwise(where: str, words: str, is_quoted: bool) -> Discrepancy:  # noqa: FBT001
    looks, should = (
        ("like the brief’s own words", "a quotation") if is_quoted else ("like a quotation", "none")
    )
    message = f"“{excerpt(words, '')}” looks {looks} at {where}, but is {should}; {_ADVICE}"
    return Discrepancy("altered-brief", "error", message, where, words)


def _paragraph(printed: Printed, difference: Difference) -> str:
    return paragraph_place(printed, difference.place, missing=difference.kind == "missing")


def _note(printed: Printed, difference: Difference) -> str:
    return note_place(printed, difference.place, missing=difference.kind == "missing")


def _found(name: str, run: list[Difference], where: str, after: str, said: Sequence[str]) -> Discrepancy:
    source = "\n".join(filter(None, dict.fromkeys(said)))
    if len(run) == 1:
        return _differing(name, run[0], where, after, source)
    kind = run[0].kind
    many = counted(len(run), name)
    words = [each.promised if kind == "missing" else each.found for each in run]
    ends = f"from “{excerpt(words[0], '')}” to “{excerpt(words[-1], '')}”"
    match kind:
        case "missing":
            what = f"The brief lacks {many} {_at(where)}, {ends}, which its evidence has there"
        case "added":
            what = f"The brief has {many} {_at(where)}, {ends}, which its evidence has not"
        case _:
            place = f"after “{excerpt(after, '')}”" if after else "at the beginning"
            what = f"The brief has {many} {_at(where)}, {ends}, which its evidence has {place}"
    says = "\n".join(each.found for each in run if each.found)
    should = "\n".join(each.promised for each in run if each.promised)
    return Discrepancy(f"{kind}-{name}", "error", f"{what}; {_ADVICE}", where, says, should, source)


def _differing(name: str, difference: Difference, where: str, after: str, source: str) -> Discrepancy:
    kind, _, found, _, promised = difference
    says, should = excerpt(found, promised), excerpt(promised, found)
    match kind:
        case "missing":
            what = f"The brief lacks the {name} “{should}” {_at(where)}, which its evidence has there"
        case "added":
            what = f"The brief says “{says}” {_at(where)}, where its evidence has nothing"
        case "moved":
            place = f"after “{excerpt(after, '')}”" if after else "at the beginning"
            what = f"The brief says “{says}” {_at(where)}, where its evidence has it {place}"
        case "reattributed":
            what = f"The brief gives “{says}” {_at(where)}, where its evidence cites “{should}”"
        case _:
            what = f"The brief says “{says}” {_at(where)}, where its evidence has “{should}”"
            what += characters(found, promised)
    return Discrepancy(f"{kind}-{name}", "error", f"{what}; {_ADVICE}", where, found, promised, source)


def _at(where: str) -> str:
    return where if where.startswith("before ") else f"at {where}"


def _beside(where: str, printed: str, promised: str) -> Discrepancy:
    says = f"“{excerpt(printed, promised)}”" if printed else "nothing"
    should = f"“{excerpt(promised, printed)}”" if promised else "nothing"
    which = characters(printed, promised) if printed and promised else ""
    message = f"The brief says {says} at {where}, where its evidence has {should}{which}; {_ADVICE}"
    return Discrepancy("altered-brief", "error", message, where, printed, promised)
