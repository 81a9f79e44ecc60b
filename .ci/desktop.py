"""Makes what a desktop needs: icons of all sizes from the drawing, and a folder that runs without Python.

python .ci/desktop.py icons OUT      OUT/hicolor/SIZExSIZE/apps/bytescope.png and the drawing itself
python .ci/desktop.py install PREFIX desktop entry, metadata, types of files and icons, all in PREFIX/share
python .ci/desktop.py bundle OUT     OUT/bytescope/bytescope, by PyInstaller, which has to be installed
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
DRAWING = CHECKOUT / "resources" / "bytescope_data" / "icons" / "bytescope.svg"
DESKTOP = CHECKOUT / "resources" / "desktop"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
PLACES = {
    "bytescope.desktop": "applications",
    "bytescope.metainfo.xml": "metainfo",
    "bytescope.xml": "mime/packages",
}
BY_NAME = ("puremagic", "capstone", "bincopy", "blake3", "xxhash", "re2")
"""Loaded by the program inside functions, with data beside their code."""

START = """import sys
from bytescope.cli import main
sys.exit(main())
"""


def icons(out: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication([])
    renderer = QSvgRenderer(str(DRAWING))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        place = out / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        if not image.save(str(place / "bytescope.png")):
            raise SystemExit(f"{place} could not be written")
    place = out / "hicolor" / "scalable" / "apps"
    place.mkdir(parents=True, exist_ok=True)
    shutil.copy(DRAWING, place / "bytescope.svg")
    del application


def install(prefix: Path) -> None:
    share = prefix / "share"
    for name, folder in PLACES.items():
        (share / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(DESKTOP / name, share / folder / name)
    icons(share / "icons")


def bundle(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    start = out / "start.py"
    start.write_text(START, encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--name", "bytescope"]
    command += ["--distpath", str(out), "--workpath", str(out / "work"), "--specpath", str(out)]
    for folder in ("app", "resources"):
        command += ["--paths", str(CHECKOUT / folder)]
    command += ["--collect-all", "bytescope_data", "--collect-submodules", "bytescope"]
    for name in BY_NAME:
        command += ["--collect-all", name]
    for name in (
        "tkinter",
        "PyQt5",
        "PyQt6",
        "PySide6.QtQml",
        "PySide6.QtQuick",
        "matplotlib",
        "scipy",
        "pytest",
    ):
        command += ["--exclude-module", name]
    # The parts that look for modules run in processes of their own.
    paths = os.pathsep.join(str(CHECKOUT / folder) for folder in ("app", "resources"))
    subprocess.run([*command, str(start)], check=True, env=os.environ | {"PYTHONPATH": paths})
    install(out / "bytescope")


def main() -> int:
    acts = {"icons": icons, "install": install, "bundle": bundle}
    if len(sys.argv) != 3 or sys.argv[1] not in acts:
        print(__doc__, file=sys.stderr)
        return 2
    acts[sys.argv[1]](Path(sys.argv[2]).resolve())
    return 0


if __name__ == "__main__":
    sys.exit(main())
