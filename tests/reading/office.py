"""LibreOffice, started once, writes flat OpenDocument texts again in the formats that are read."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

FORMS: Final = {
    "odt": "writer8",
    "docx": "MS Word 2007 XML",
    "rtf": "Rich Text Format",
    "html": "HTML (StarWriter)",
    "pdf": "writer_pdf_Export",
}
"""By their endings, the names of its filters."""
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARIES: Final = (
    f'{_HEAD}<library:libraries xmlns:library="http://openoffice.org/2000/library">'
    '<library:library library:name="Standard" library:link="false"/></library:libraries>'
)
_LIBRARY: Final = (
    f'{_HEAD}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard">'
    "{0}</library:library>"
)
_MACRO: Final = """
Sub WriteAgain(folder As String, titles As String, forms As String)
  Dim unseen(0) As New com.sun.star.beans.PropertyValue
  unseen(0).Name = "Hidden"
  unseen(0).Value = True
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  For Each title In Split(titles, ",")
    document = StarDesktop.loadComponentFromURL(folder + title + ".fodt", "_blank", 0, unseen())
    For Each form In Split(forms, ",")
      how(0).Value = Split(form, ":")(1)
      document.storeToURL(folder + title + "." + Split(form, ":")(0), how())
    Next
    document.close(True)
  Next
  StarDesktop.terminate()
End Sub
"""
_SET_UP: Final = (
    f'{_HEAD}<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse">'
    "<value>true</value></prop></item></oor:items>"
)
"""That it was started before: else it would put its own macros in the place of ours."""


def written_again(folder: Path, documents: Mapping[str, str]) -> dict[tuple[str, str], bytes]:
    """Return each document, by its name, in each of the forms."""
    profile = folder / "profile"
    macros = profile / "user" / "basic" / "Standard"
    macros.mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SET_UP, "utf-8")
    for name, element in (("script", '<library:element library:name="Again"/>'), ("dialog", "")):
        (macros.parent / f"{name}.xlc").write_text(_LIBRARIES, "utf-8")
        (macros / f"{name}.xlb").write_text(_LIBRARY.format(element), "utf-8")
    (macros / "Again.xba").write_text(
        f'{_HEAD}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Again"'
        f' script:language="StarBasic">{_MACRO}</script:module>',
        "utf-8",
    )
    for name, document in documents.items():
        (folder / f"{name}.fodt").write_text(document, "utf-8")
    forms = ",".join(f"{ending}:{form}" for ending, form in FORMS.items())
    call = f'macro:///Standard.Again.WriteAgain("{folder.as_uri()}/","{",".join(documents)}","{forms}")'
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", call],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {(name, form): (folder / f"{name}.{form}").read_bytes() for name in documents for form in FORMS}
