"""Collects the words of the interface into the files of the translations, and compiles these.

python .ci/translate.py            new words come in as unfinished, those that are gone go
python .ci/translate.py --list     also prints what has no translation yet
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
sys.path[:0] = [str(CHECKOUT / "app"), str(CHECKOUT / "resources"), str(CHECKOUT / "tests")]

import PySide6  # noqa: E402

from helpers import wording  # noqa: E402


def main() -> int:
    places = wording.wired()
    wording.write_templates()
    missing = 0
    for path in sorted(wording.FOLDER.glob("*.ts")):
        known = wording.read(path)
        words = {text: known.get(text, "") for text in places}
        wording.write(path, path.stem.rpartition("_")[2], words, places)
        open_ = [text for text in words if not words[text]]
        missing += len(open_)
        if "--list" in sys.argv:
            print(*open_, sep="\n")
        command = [str(Path(PySide6.__file__).parent / "lrelease"), "-silent", str(path)]
        subprocess.run([*command, "-qm", str(path.with_suffix(".qm"))], check=True)
        print(f"{path.name}: {len(words)} texts, {len(open_)} without a translation", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
