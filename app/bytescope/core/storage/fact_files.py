"""Writes tables of page facts as CSV, JSON, Arrow and Parquet, a batch at a time."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

import numpy as np

from bytescope.core.errors import InputError

if TYPE_CHECKING:
    from bytescope.core.pages.fact_table import Batch, Column, Values

    Columns: TypeAlias = Sequence[Column]
    Writer: TypeAlias = Callable[[Columns, Iterable[Batch], BinaryIO], None]

ROW_GROUP = 1 << 17
"""Rows in a row group of Parquet: some MiB."""


def write_csv(columns: Columns, batches: Iterable[Batch], out: BinaryIO) -> None:
    """A line of names, then a line a row; what is not known is empty. Lines end with a line feed."""
    out.write((",".join(column.name for column in columns) + "\n").encode())
    for batch in batches:
        rows = zip(*(_csv_column(column, values) for column, values in zip(columns, batch.values)))
        text = "\n".join(map(",".join, rows))
        if text:
            out.write(text.encode() + b"\n")


def write_json(columns: Columns, batches: Iterable[Batch], out: BinaryIO) -> None:
    """An array with an object a line, so that it can be read as a stream; what is not known is null."""
    names = [json.dumps(column.name) for column in columns]
    form = "{" + ", ".join(f"{name}: %s" for name in names) + "}"
    lead = "[\n"
    for batch in batches:
        rows = zip(*(_json_column(column, values) for column, values in zip(columns, batch.values)))
        text = ",\n".join(form % row for row in rows)
        if text:
            out.write((lead + text).encode())
            lead = ",\n"
    out.write(b"[]\n" if lead == "[\n" else b"\n]\n")


def write_arrow(columns: Columns, batches: Iterable[Batch], out: BinaryIO) -> None:
    """Arrow's IPC file format ("Feather 2"). InputError where pyarrow is not installed."""
    arrow = _arrow()
    schema = _schema(arrow, columns)
    with arrow.ipc.new_file(out, schema) as writer:
        for batch in batches:
            writer.write_batch(_record_batch(arrow, schema, columns, batch))


def write_parquet(columns: Columns, batches: Iterable[Batch], out: BinaryIO) -> None:
    """Parquet, in row groups of some MiB. InputError where pyarrow is not installed."""
    arrow = _arrow()
    parquet = importlib.import_module("pyarrow.parquet")
    schema = _schema(arrow, columns)
    with parquet.ParquetWriter(out, schema) as writer:
        waiting: list[Any] = []
        rows = 0
        for batch in batches:
            waiting.append(_record_batch(arrow, schema, columns, batch))
            rows += waiting[-1].num_rows
            if rows >= ROW_GROUP:
                writer.write_table(arrow.Table.from_batches(waiting, schema))
                waiting, rows = [], 0
        if waiting:
            writer.write_table(arrow.Table.from_batches(waiting, schema))


WRITERS: dict[str, Writer] = {
    "csv": write_csv,
    "json": write_json,
    "arrow": write_arrow,
    "parquet": write_parquet,
}
NEEDS_ARROW = ("arrow", "parquet")


def check_format(name: str) -> None:
    """InputError where tables cannot be written in this format here."""
    if name in NEEDS_ARROW:
        _arrow()


def _arrow() -> Any:
    try:
        return importlib.import_module("pyarrow")
    except ImportError as error:
        raise InputError(
            "Arrow and Parquet files are written by the package pyarrow, which is not installed: "
            "pip install 'bytescope[arrow]', or choose CSV or JSON."
        ) from error


def _csv_column(column: Column, values: Values) -> Iterator[str]:
    return _texts(column, values, column.names, "{:.4f}".format, "")


def _json_column(column: Column, values: Values) -> Iterator[str]:
    return _texts(column, values, [json.dumps(name) for name in column.names], _rounded, "null")


def _rounded(value: float) -> str:
    return repr(round(value, 4))


def _texts(
    column: Column, values: Values, names: Sequence[str], number: Callable[[float], str], unknown: str
) -> Iterator[str]:
    """The values of a column as they are written."""
    plain = np.ma.getdata(values).tolist()
    if column.names:
        texts: Iterator[str] = (names[code] for code in plain)
    elif column.kind == "float32":
        texts = map(number, plain)
    else:
        texts = map(str, plain)
    if not np.ma.is_masked(values):
        return texts
    return (unknown if out else text for text, out in zip(texts, np.ma.getmaskarray(values).tolist()))


def _schema(arrow: Any, columns: Columns) -> Any:
    def field(column: Column) -> Any:
        kind = (
            arrow.dictionary(arrow.int8(), arrow.string())
            if column.names
            else arrow.type_for_alias(column.kind)
        )
        return arrow.field(
            column.name, kind, metadata={"meaning": column.meaning} if column.meaning else None
        )

    return arrow.schema([field(column) for column in columns])


def _record_batch(arrow: Any, schema: Any, columns: Columns, batch: Batch) -> Any:
    arrays = []
    for column, values in zip(columns, batch.values):
        kind = np.int8 if column.names else column.kind
        data = np.ma.getdata(values).astype(kind, copy=False)
        array = arrow.array(data, mask=np.ma.getmaskarray(values) if np.ma.is_masked(values) else None)
        if column.names:
            array = arrow.DictionaryArray.from_arrays(array, list(column.names))
        arrays.append(array)
    return arrow.record_batch(arrays, schema=schema)
