"""Sentences are found again in what they were made into, and said in the other language."""

from __future__ import annotations

import pytest

from bytescope.ui.phrasebook import LONGEST, PhraseBook
from bytescope.ui.widgets.tips import told

WORDS = {
    "%1 pages": "%1 页",
    "There are only %1 bytes behind %2.": "%2 后面只有 %1 字节。",
    "“%1” cannot be opened: %2.": "无法打开“%1”：%2。",
    "there is no such file; check the path": "没有这个文件；请检查路径",
    "The end.": "结束。",
    "Sampled: %1 of %2": "已抽样：%2 中的 %1",
    "Read": "读取",
    "; ": "；",
}
KINDS = {
    "%1 pages": "n",
    "There are only %1 bytes behind %2.": "n.",
    "“%1” cannot be opened: %2.": "v.",
    "Sampled: %1 of %2": "..",
}


@pytest.fixture
def book():
    return PhraseBook(KINDS, lambda text: WORDS.get(text, text))


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("The end.", "结束。"),
        ("the end.", "结束。"),
        ("1,234 pages", "1,234 页"),
        ("There are only 3 bytes behind 0x1F.", "0x1F 后面只有 3 字节。"),
        ("There are only 3 bytes behind 2 pages.", "2 页 后面只有 3 字节。"),
        (
            "“Read” cannot be opened: there is no such file; check the path.",
            "无法打开“Read”：没有这个文件；请检查路径。",
        ),
        ("Sampled: 3 pages of 9 pages", "已抽样：9 页 中的 3 页"),
        ("The end. There are only 3 bytes behind 4. The end.", "结束。4 后面只有 3 字节。结束。"),
        ("3 pages; something else", "3 页；something else"),
        (" The end. ", " 结束。"),
        ("全部：3 pages", "全部：3 页"),
    ],
)
def test_a_sentence_is_said_with_its_values(book, english, other):
    assert book.told(english) == other


@pytest.mark.parametrize(
    "text", ["", "0x1F", "No such sentence.", "many pages", "x" * (LONGEST + 1), "“Read”", "全部"]
)
def test_what_is_not_known_stays_as_it_is(book, text):
    assert book.told(text) == text


def test_in_english_nothing_is_looked_up(qapp):
    assert told("3 pages") == "3 pages"
