"""Run by the Python that has the wheel: did all of the checkout arrive, and does the picture show anything?

Usage: check_wheel.py CHECKOUT PICTURE.PNG
"""

import sys
from importlib.resources import files
from pathlib import Path

MIN_COLOURS = 32


def missing(checkout: Path) -> list[str]:
    """The files of both packages that the installed ones lack or hold with other bytes."""
    problems = []
    for root, package in (("app", "bytescope"), ("resources", "bytescope_data")):
        top = checkout / root / package
        if Path(str(files(package))) == top:
            problems.append(f"{package} is the checkout's, not the wheel's")
        for path in sorted(p for p in top.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            inside = files(package).joinpath(*path.relative_to(top).parts)
            if path.suffix in {".nbi", ".nbc", ".pyc"}:
                continue
            if not inside.is_file() or inside.read_bytes() != path.read_bytes():
                problems.append(f"{package}: {path.relative_to(top)} is missing or differs")
    return problems


def blank(picture: Path) -> list[str]:
    """What is wrong with the picture, if anything."""
    from PySide6.QtGui import QImage

    image = QImage(str(picture))
    if image.isNull():
        return [f"{picture.name} is missing or no picture"]
    step = max(1, image.width() // 400)
    pixels = ((x, y) for y in range(0, image.height(), step) for x in range(0, image.width(), step))
    colours = {image.pixel(x, y) for x, y in pixels}
    print(f"picture: {image.width()} x {image.height()}, at least {len(colours)} colours")
    return [] if len(colours) >= MIN_COLOURS else [f"{picture.name} is all but blank: {len(colours)} colours"]


def main() -> int:
    checkout, picture = Path(sys.argv[1]), Path(sys.argv[2])
    problems = missing(checkout) + blank(picture)
    print("\n".join(problems) or "the wheel holds every file of the checkout")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
