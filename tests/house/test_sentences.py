"""Every sentence of the core has a translation, and is found again with the values that it was made with."""

from __future__ import annotations

import ast
import json
import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bytescope.ui.phrasebook import PhraseBook
from helpers.sentences import Collector, every, templates
from helpers.wording import FOLDER, read

WORDS = {path.stem.rpartition("_")[2]: read(path) for path in sorted(FOLDER.glob("*.ts"))}
TEMPLATES = templates()
NUMBERS = st.sampled_from(["0", "7", "12", "1,234", "4096"]) | st.integers(0, 1 << 64).map(lambda n: f"{n:,}")
NAMES = st.text("abcXYZ019 _-.é", min_size=1, max_size=12).filter(
    lambda name: name == name.strip() != "" and ". " not in name  # “. X” reads like the next sentence
)
PHRASES = st.sampled_from(["3.5 GiB", "QX", "A9", "0x1F – 0x2F"])
KINDS = {"n": NUMBERS, "v": NAMES, ".": PHRASES}


def holes(text: str) -> list[str]:
    return sorted(set(re.findall(r"%\d", text)))


@st.composite
def _made(draw: st.DrawFn) -> tuple[str, list[str]]:
    template = draw(st.sampled_from(sorted(TEMPLATES)))
    return template, [draw(KINDS[kind]) for kind in TEMPLATES[template]]


def filled(text: str, values: list[str]) -> str:
    return re.sub(r"%(\d)", lambda hole: values[int(hole[1]) - 1], text)


@pytest.fixture(scope="module", params=sorted(WORDS))
def words(request):
    return WORDS[request.param]


def test_each_sentence_has_a_translation(words):
    assert [text for text in every() if not words.get(text)] == []


def test_a_translation_has_the_same_holes(words):
    assert [text for text in every() if holes(text) != holes(words[text])] == []


def test_the_file_of_templates_is_that_of_the_sources():
    kept = json.loads((FOLDER / "sentences.json").read_text(encoding="utf-8"))
    assert kept == TEMPLATES, "run python .ci/translate.py"


def test_no_sentence_has_more_holes_than_can_be_told():
    assert [text for text in TEMPLATES if "%10" in text] == []


@pytest.mark.parametrize("language", sorted(WORDS))
def test_each_template_is_found_again_with_its_values(language):
    known = WORDS[language]
    book = PhraseBook(TEMPLATES, lambda text: known.get(text) or text)
    some = {"v": ["a b.bin", "x.y", "ünï"], ".": ["3.5 GiB", "QX", "A9"]}
    numbers = [["7", "1,234", "12"], ["0", "0", "0"], ["1", "1", "1"]]  # those of none and one may differ
    wrong = []
    for (template, kinds), counts in product(TEMPLATES.items(), numbers):
        values = {"n": counts, **some}
        put_in = [values[kind][at % 3] for at, kind in enumerate(kinds)]
        said, wanted = book.told(filled(template, put_in)), filled(known[template], put_in)
        if said != wanted:
            wrong.append((template, said, wanted))
    assert wrong == []


@pytest.mark.parametrize("language", sorted(WORDS))
@given(made=_made())
@settings(max_examples=400, deadline=None)
def test_so_is_one_with_any_values(language, made):
    known = WORDS[language]
    book = PhraseBook(TEMPLATES, lambda text: known.get(text) or text)
    template, values = made
    assert book.told(filled(template, values)) == filled(known[template], values)


def collected(source: str) -> dict[str, str]:
    return {item.text: item.kinds for item in Collector("planted", ast.parse(source)).found}


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ('raise E(f"“{name}” has {size:,} bytes.")', {"“%1” has %2 bytes.": "vn"}),
        ("raise E(f\"{plural(n, 'page')} read\")", {"%1 read": ".", "%1 page": "n", "%1 pages": "n"}),
        ('x = f\'It {"is" if n else "are"} so.\'', {"It is so.": "", "It are so.": ""}),
        (
            'def f(n):\n    rest = f", {n:,} lost" if n else ""\n    return f"Done{rest}."',
            {"Done, %1 lost.": "n", "Done.": ""},
        ),
        ('def f(rest):\n    return f"Done {rest}."', {"Done %1.": "."}),
        ('return_ = "“{name}” is gone.".format(name=name)', {"“%1” is gone.": "v"}),
        ('x = f"{error} Nothing was done."', {"Nothing was done.": ""}),
        (
            'verb, way = ("does", "it") if n else ("do", "them")\nx = f"It {verb} so."',
            {"It does so.", "It do so."},
        ),
    ],
)
def test_every_way_of_saying_it_is_collected(source, wanted):
    found = collected(source)
    assert found == wanted or (isinstance(wanted, set) and wanted <= set(found))
