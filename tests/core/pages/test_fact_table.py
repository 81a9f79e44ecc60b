"""Tables of page facts: what they say, and that every format gives it back."""

import csv
import io
import json

import numpy as np
import pytest

from bytescope.core.errors import InputError
from bytescope.core.pages import fact_table, twin
from bytescope.core.pages.classes import PageClass
from bytescope.core.pages.fact_table import EXACT, KNOWN, Column, Extra, known, measured, with_extras
from bytescope.core.pages.facts import FactStore
from bytescope.core.ranges import PAGESIZE, ByteRange, PageRange
from bytescope.core.source.base import Lost, Why
from bytescope.core.storage import fact_files
from bytescope.core.storage.fact_files import NEEDS_ARROW, WRITERS


class Stored:
    """Bytes with holes where whole pages are 00, and pages that cannot be read."""

    def __init__(self, data, lost=()):
        self.data, self.size, self.lost = data, len(data), lost

    def data_runs(self, range_):
        for page in range(range_.start // PAGESIZE, -(-range_.end // PAGESIZE)):
            part = ByteRange(page * PAGESIZE, min((page + 1) * PAGESIZE, self.size)).intersect(range_)
            if any(self.data[part.start : part.end]):
                yield part

    def read_into(self, offset, buffer):
        buffer[:] = self.data[offset : offset + len(buffer)]
        reach = ByteRange(offset, offset + len(buffer))
        return tuple(item for item in self.lost if item.range.intersect(reach))


def some_store():
    """Eleven pages: noise, text, a hole, unread ones, a lost one; the last is short."""
    rng = np.random.default_rng(3)
    pages = [rng.integers(0, 256, PAGESIZE).astype(np.uint8), np.full(PAGESIZE, 0x65, np.uint8)]
    facts = FactStore(11)
    facts.put(0, twin.measure(np.concatenate(pages)))
    facts.put_uniform(PageRange(2, 5), PageClass.HOLE)
    facts.put_uniform(PageRange(7, 8), PageClass.ERROR)
    facts.put(10, twin.measure(np.full(100, 0x41, np.uint8)))
    return facts, 10 * PAGESIZE + 100


def written(name, columns, batches):
    out = io.BytesIO()
    WRITERS[name](columns, batches, out)
    return out.getvalue()


def plain_rows(columns, batches):
    """The rows as Python values, None where nothing is known; floats as they are written."""
    rows = []
    for batch in batches:
        lists = []
        for column, values in zip(columns, batch.values, strict=True):
            mask = np.ma.getmaskarray(values).tolist()
            told = [
                column.names[v] if column.names else round(v, 4) if column.kind == "float32" else v
                for v in np.ma.getdata(values).tolist()
            ]
            lists.append([None if out else value for value, out in zip(told, mask)])
        rows += [dict(zip((column.name for column in columns), row)) for row in zip(*lists)]
    return rows


def read_back(name, data, columns):
    """What was written, read by somebody else."""
    if name == "json":
        return json.loads(data)
    if name == "csv":
        kinds = {column.name: float if column.kind == "float32" else int for column in columns}
        texts = {column.name for column in columns if column.names}
        return [
            {
                key: None if value == "" else value if key in texts else kinds[key](value)
                for key, value in row.items()
            }
            for row in csv.DictReader(io.StringIO(data.decode()))
        ]
    arrow = pytest.importorskip("pyarrow")
    if name == "arrow":
        table = arrow.ipc.open_file(data).read_all()
    else:
        import pyarrow.parquet

        table = pyarrow.parquet.read_table(arrow.BufferReader(data))
    return [
        {key: round(value, 4) if isinstance(value, float) else value for key, value in row.items()}
        for row in table.to_pylist()
    ]


@pytest.mark.parametrize("level", [0, 1, 3, 40])
@pytest.mark.parametrize("name", WRITERS)
def test_what_is_read_back_is_what_was_told(name, level, monkeypatch):
    if name in ("arrow", "parquet"):
        pytest.importorskip("pyarrow")
    monkeypatch.setattr(fact_table, "BATCH_ROWS", 4)
    monkeypatch.setattr(fact_files, "ROW_GROUP", 5)
    facts, size = some_store()
    rows = plain_rows(KNOWN, known(facts, size, level))
    assert len(rows) == fact_table.rows_at(size, level)
    assert read_back(name, written(name, KNOWN, known(facts, size, level)), KNOWN) == rows


def test_rows_tell_what_is_known_and_nothing_else():
    facts, size = some_store()
    rows = plain_rows(KNOWN, known(facts, size))
    assert [row["class"] for row in rows[:3]] == ["dense", "const", "hole"]
    assert (rows[1]["dominant"], rows[1]["printable_share"], rows[1]["dominant_share"]) == (0x65, 1, 1)
    assert (rows[2]["dominant"], rows[2]["zero_share"]) == (0, 1)
    unread, lost, last = rows[5], rows[7], rows[10]
    assert (unread["class"], unread["known"], unread["entropy"], unread["dominant"]) == (
        "unread",
        0,
        None,
        None,
    )
    assert (lost["class"], lost["class_share"], lost["mean"], lost["dominant"]) == ("error", 1, None, None)
    assert (last["offset"], last["length"], last["pages"], last["dominant"]) == (40960, 100, 1, 0x41)
    whole = plain_rows(KNOWN, known(facts, size, 4))[0]
    assert (whole["pages"], whole["known"], whole["length"], whole["class"]) == (11, 7, size, "error")
    assert sum(row["length"] for row in plain_rows(KNOWN, known(facts, size, 2))) == size


def test_no_dominant_byte_is_named_where_none_leads():
    facts = FactStore(2)
    facts.put(0, twin.measure(np.repeat(np.array([7, 9], np.uint8), PAGESIZE)))
    assert plain_rows(KNOWN, known(facts, 2 * PAGESIZE, 1))[0]["dominant"] is None


def test_measured_pages_and_holes_and_lost_ones():
    rng = np.random.default_rng(1)
    data = np.zeros(6 * PAGESIZE + 10, np.uint8)
    data[PAGESIZE : 3 * PAGESIZE] = rng.integers(32, 127, 2 * PAGESIZE)
    data[6 * PAGESIZE :] = 0x41
    lost = (Lost(ByteRange(2 * PAGESIZE + 9, 2 * PAGESIZE + 10), Why.UNREADABLE),)
    source = Stored(data.tobytes(), lost)
    rows = plain_rows(EXACT, measured(source, ByteRange(0, source.size), twin.measure))
    assert [row["class"] for row in rows] == ["hole", "text", "error", "hole", "hole", "hole", "const"]
    assert [row["page"] for row in rows] == list(range(7))
    assert rows[1]["printable"] == PAGESIZE
    assert rows[1]["dominant"] == np.bincount(data[PAGESIZE : 2 * PAGESIZE]).argmax()
    assert rows[2]["entropy"] is rows[2]["zeros"] is None
    assert (rows[3]["zeros"], rows[6]["length"], rows[6]["dominant"]) == (PAGESIZE, 10, 0x41)
    assert (
        read_back(
            "csv", written("csv", EXACT, measured(source, ByteRange(0, source.size), twin.measure)), EXACT
        )
        == rows
    )


def test_others_add_columns():
    facts, size = some_store()
    extra = Extra(Column("edited"), lambda level, cells: np.arange(cells.start, cells.stop) * 10 + level)
    rows = json.loads(written("json", [*KNOWN, extra.column], with_extras(known(facts, size, 1), [extra])))
    assert [row["edited"] for row in rows] == [1, 11, 21, 31, 41, 51]


def test_a_terabyte_is_never_a_table_in_memory():
    facts = FactStore(1 << 28)
    facts.put_uniform(PageRange(0, 1 << 28), PageClass.HOLE)
    batches = known(facts, 1 << 40)
    assert len(next(batches).cells) == fact_table.BATCH_ROWS
    rows = plain_rows(KNOWN, known(facts, 1 << 40, 26))
    assert [row["pages"] for row in rows] == [1 << 26] * 4


def test_an_empty_table_is_one_all_the_same():
    for name in WRITERS:
        if name not in NEEDS_ARROW:
            assert read_back(name, written(name, KNOWN, []), KNOWN) == []


@pytest.mark.parametrize("name", NEEDS_ARROW)
def test_without_pyarrow_a_sentence_says_how_to_get_it(name, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"pip install 'bytescope\[arrow\]'"):
        fact_files.check_format(name)
    fact_files.check_format("csv")
