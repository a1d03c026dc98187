"""LibreOffice, where it is installed: it opens our files and works out their formulas anew."""

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")

_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
_CACHED = re.compile(rb"(</f><v>)[^<]*(</v>)")


def converted(content: bytes, name: str, to: str, folder: Path) -> bytes:
    """Returns a file as LibreOffice writes it in another format."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    source, out = folder / name, folder / "out"
    source.write_bytes(content)
    command = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", to, "--outdir", str(out)]
    done = subprocess.run([str(SOFFICE), *command, str(source)], capture_output=True, text=True, check=False)
    written = out / f"{source.stem}.{to}"
    assert written.exists(), done.stderr
    return written.read_bytes()


def spoiled(content: bytes) -> bytes:
    """Returns an Excel file whose formulas carry a wrong value: right ones must have been worked out."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            held = old.read(entry)
            sheet = entry.filename.startswith("xl/worksheets/")
            new.writestr(entry, _CACHED.sub(rb"\g<1>77777\2", held) if sheet else held)
    return out.getvalue()
