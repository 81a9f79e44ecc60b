"""Bugs that programs of this kind have had, each with what must catch it here."""

from __future__ import annotations

from faults.planted.planting import Catch, Plant

POWER = Catch(row=3, count=1200, seed=3)
SCRIPTS = Catch(row=1, count=500)
ERRORS = Catch(tests=("tests/core/storage/test_save_faults.py", "-k", "short_and_interrupted"))

PLANTS = (
    Plant(
        "the journal is never synced",
        "core/storage/journal/writing.py",
        """            records.sync()
            records.append(Kind.COMMIT, coding.pack_commit(records.count))
            records.sync()
""",
        """            records.append(Kind.COMMIT, coding.pack_commit(records.count))
""",
        POWER,
    ),
    Plant(
        "the commit record is written first",
        "core/storage/journal/writing.py",
        "            store = _OldStore(records, self._shift)\n",
        """            records.append(Kind.COMMIT, coding.pack_commit(records.count))
            store = _OldStore(records, self._shift)
""",
        POWER,
    ),
    Plant(
        "the folder of the journal is not synced",
        "core/storage/private.py",
        """                self.calls.fsync(folder)
                return True
""",
        """                return True
""",
        POWER,
    ),
    Plant(
        "the data is not synced before the journal goes",
        "core/storage/calls.py",
        "            return calls.fdatasync(fd)\n",
        "            return None\n",
        POWER,
    ),
    Plant(
        "the folder is not synced after a new file took its place",
        "core/storage/newfile.py",
        """            self._calls.fsync(self._folder)
        except OSError:
            return False
""",
        """            pass
        except OSError:
            return False
""",
        Catch(tests=("tests/core/storage/test_save_moments.py", "-k", "folder_is_synced")),
    ),
    Plant(
        "checksums of records are not looked at",
        "core/storage/records.py",
        "        if len(payload) < length or _sum(self.end, length, kind, payload) != check:\n",
        "        if len(payload) < length:\n",
        Catch(tests=("tests/core/storage/test_records.py",)),
    ),
    Plant(
        "a search looks one byte too little over the end of its window",
        "core/search/scan.py",
        "        reach = stop + matcher.longest - 1\n",
        "        reach = stop + matcher.longest - 2\n",
        Catch(tests=("tests/core/search/test_find.py",)),
    ),
    Plant(
        "a pattern is written from a wrong phase behind a chunk's border",
        "core/storage/writer.py",
        "            phase = (chunk.start - piece.range.start) % cycle\n",
        "            phase = (chunk.start - piece.range.start + (chunk.start > piece.range.start)) % cycle\n",
        Catch(tests=("tests/core/storage/test_save_scripts.py",)),
    ),
    Plant(
        "a fill that is cut loses its phase",
        "core/document/spans.py",
        "            out.append(Span(sources[i], starts[i] + at - begin, stop - at))\n",
        "            out.append(Span(sources[i], starts[i], stop - at))\n",
        SCRIPTS,
    ),
    Plant(
        "redo is not cleared by a new edit",
        "core/document/history.py",
        """        self._truncate(self.index)
        if self._names and""",
        """        if self._names and""",
        SCRIPTS,
    ),
    Plant(
        "the byte cache keeps what was read before it was told to forget",
        "session/byte_cache.py",
        """        if epoch != self._epoch:
            return
""",
        "",
        Catch(tests=("tests/session/test_byte_cache.py",)),
    ),
    Plant(
        "edited pages are remembered over an edit",
        "core/document/document.py",
        "        if self._runs is None or self._runs[:2] != (self.generation, pages):\n",
        "        if self._runs is None or self._runs[1] != pages:\n",
        Catch(tests=("tests/core/document/test_edited.py",)),
    ),
    Plant(
        "what lies behind a shortened file's end is taken for zeros",
        "core/source/reading.py",
        "            lost.append(Lost(ByteRange(position + at, position + length), Why.GONE))\n",
        "",
        Catch(tests=("tests/core/source/test_file_source.py",)),
    ),
    Plant(
        "undo after a save shows the new bytes",
        "core/document/document.py",
        "            if self._era.end(era, written, kept):\n",
        "            if self._era.end(era, [], kept):\n",
        SCRIPTS,
    ),
    Plant(
        "a save does not look whether it is still the same file",
        "core/storage/preflight.py",
        "        if not identity_from(found).same_file(base.opened):\n",
        "        if False:\n",
        Catch(tests=("tests/core/storage/test_save_moments.py", "-k", "exchanged")),
    ),
    Plant(
        "a short write is not continued",
        "core/storage/calls.py",
        "        data, offset = data[count:], offset + count\n",
        "        return\n",
        ERRORS,
    ),
    Plant(
        "an interrupted write is not repeated",
        "core/storage/calls.py",
        """            count = calls.pwrite(fd, data, offset)
        except InterruptedError:
            continue
""",
        """            count = calls.pwrite(fd, data, offset)
        except InterruptedError:
            return
""",
        ERRORS,
    ),
    Plant(
        "a moved block is copied in the wrong direction",
        "core/storage/plan.py",
        "        return Order.UP if self.up else Order.DOWN if self.down else Order.NONE\n",
        "        return Order.DOWN if self.up else Order.UP if self.down else Order.NONE\n",
        Catch(tests=("tests/core/storage/test_save_scripts.py", "-k", "nothing_for_undo")),
    ),
    Plant(
        "bytes that a save moves are read where it has written already",
        "core/storage/pieces.py",
        "            if self._kept is None or segment.source is not self._target:\n",
        "            if True:\n",
        SCRIPTS,
    ),
    Plant(
        "the edit log loses what typing adds to a step",
        "core/storage/editlog/entries.py",
        """        elif not is_merged(op):
            self._done, self._undone = self._done + 1, 0
        return Edited(op, change.name)
""",
        """        elif not is_merged(op):
            self._done, self._undone = self._done + 1, 0
        else:
            return None
        return Edited(op, change.name)
""",
        Catch(tests=("tests/core/storage/test_editlog_scripts.py", "-k", "comes_back")),
    ),
    Plant(
        "the edit log is not reset by a save",
        "core/storage/editlog/folding.py",
        "        if saved and not (self.saving is not None and self._outlives_save):\n",
        "        if False:\n",
        Catch(tests=("tests/core/storage/test_editlog_saves.py",)),
    ),
    Plant(
        "a save that is rolled back leaves holes as they were written over",
        "core/storage/restoring.py",
        "            make_hole(fd, item.shifted(shift), calls, ticket)\n",
        "",
        Catch(tests=("tests/core/storage/test_journal_recovery.py", "-k", "holes")),
    ),
    Plant(
        "a pasted dump may unfold to any length",
        "core/text/copying.py",
        "    if not row or missing < 0 or missing % len(row) or upto > LARGEST_PASTE:\n",
        "    if not row or missing < 0 or missing % len(row):\n",
        Catch(tests=("tests/core/text/test_copying.py",)),
    ),
    Plant(
        "a name out of a journal may lead anywhere",
        "core/storage/private.py",
        "        if not _NAME.fullmatch(name):\n",
        "        if not name:\n",
        Catch(tests=("tests/core/storage/test_private.py",)),
    ),
    Plant(
        "the window reads from the medium itself",
        "session/byte_cache.py",
        """            if block is None:
                return None
            origin""",
        """            if block is None:
                return read(source, start, length)
            origin""",
        Catch(tests=("tests/session/test_byte_cache.py",)),
    ),
)
