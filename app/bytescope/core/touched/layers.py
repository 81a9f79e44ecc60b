"""The state layers of the map: what each means, who says so, how finely, and when it ends."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Layer(enum.IntEnum):
    """A state that a page can be in. The value is its place in lists and its bit in a cell's marks."""

    EDITED = 0
    SAVED = 1
    OUTSIDE = 2
    DIRTY = 3
    WRITING = 4
    RESIDENT = 5
    EVICTED = 6
    SEEN = 7
    HOLE = 8
    UNWRITTEN = 9
    SHARED = 10
    MAPPED = 11
    STORED = 12
    READ = 13
    WRITTEN = 14
    DIFFERENT = 15
    FOUND = 16
    BOOKMARKED = 17

    @property
    def bit(self) -> int:
        return 1 << self


@dataclass(frozen=True, slots=True)
class Meaning:
    """What is said of a layer in its tooltip and in the help; each part is one sentence or phrase.

    ``meaning``: what a marked page is. ``source``: who says so. ``granularity``: what one answer covers.
    ``cleared``: when the mark goes.
    """

    name: str
    title: str
    meaning: str
    source: str
    granularity: str
    cleared: str


MEANINGS: dict[Layer, Meaning] = {
    Layer.EDITED: Meaning(
        "edited",
        "Edited",
        "At least one byte of the page is not what was last saved, by edits made here.",
        "The list of edits in force.",
        "Exact to the byte.",
        "By undo, by a save, or by Revert.",
    ),
    Layer.SAVED: Meaning(
        "saved",
        "Saved here",
        "The page was written to the file since it was opened here.",
        "The saves of this window.",
        "Exact to the byte.",
        "Never while the document is open.",
    ),
    Layer.OUTSIDE: Meaning(
        "outside",
        "Changed outside",
        "The page is not what it was when it was read here, and nothing here wrote it.",
        "Fingerprints of the pages read, compared when the file changes.",
        "One page; only pages that were read again are judged.",
        "By Reload, or by keeping one of the two versions.",
    ),
    Layer.DIRTY: Meaning(
        "dirty",
        "Kernel-dirty",
        "The page cache has newer bytes than the disk, whoever wrote them.",
        "cachestat.",
        "A folio of the page cache: one stored byte can mark up to 2 MiB.",
        "By a flush, or when the system writes it back.",
    ),
    Layer.WRITING: Meaning(
        "writing",
        "Being written",
        "The page is on its way to the disk now.",
        "cachestat.",
        "A folio of the page cache, up to 2 MiB.",
        "When the disk has it.",
    ),
    Layer.RESIDENT: Meaning(
        "resident",
        "In memory",
        "The page cache holds the page: reading it takes no disk access.",
        "cachestat, or mincore where it may be asked.",
        "One page of the operating system.",
        "When the system, or Evict, drops it.",
    ),
    Layer.EVICTED: Meaning(
        "evicted",
        "Evicted lately",
        "The page was in memory a short while ago and was dropped under pressure.",
        "cachestat.",
        "One page of the operating system.",
        "When it is read again, or the system forgets it.",
    ),
    Layer.SEEN: Meaning(
        "seen",
        "Seen by us",
        "The page was read here.",
        "The survey and the hex panel.",
        "Exact to the page.",
        "When the page changes, until it is read again.",
    ),
    Layer.HOLE: Meaning(
        "hole",
        "Hole",
        "No disk space belongs to the page; it reads as zeros.",
        "SEEK_HOLE and the list of extents.",
        "A block of the file system.",
        "When something is written there.",
    ),
    Layer.UNWRITTEN: Meaning(
        "unwritten",
        "Reserved",
        "Disk space is reserved for the page but was never written; it reads as zeros.",
        "The list of extents (FIEMAP).",
        "A block of the file system.",
        "When something is written there.",
    ),
    Layer.SHARED: Meaning(
        "shared",
        "Shared blocks",
        "Another file has the same disk blocks; a write makes a copy.",
        "The list of extents (FIEMAP).",
        "A block of the file system.",
        "When one of the two is written there.",
    ),
    Layer.MAPPED: Meaning(
        "mapped",
        "Mapped by a process",
        "The page stands in the page table of the chosen process, or of any but this one.",
        "/proc/PID/maps and PAGEMAP_SCAN.",
        "One page; with a page that is read the kernel maps up to 64 KiB around it, and a folio of 2 MiB as "
        "a whole.",
        "When the process unmaps it or the system takes it back.",
    ),
    Layer.STORED: Meaning(
        "stored",
        "Stored through the mapping",
        "A store of this program reached the page through its own mapping (Live access).",
        "userfaultfd write protection and PAGEMAP_SCAN.",
        "Exact to 4 KiB, in the windows that were armed.",
        "By starting the watch anew.",
    ),
    Layer.READ: Meaning(
        "read",
        "Read by a process",
        "A process read the page since the watch began.",
        "The kernel's trace events (root).",
        "One page; of pages that were mapped together (64 KiB) one was read. Later reads of a page already "
        "mapped are not seen.",
        "By starting the watch anew.",
    ),
    Layer.WRITTEN: Meaning(
        "written",
        "Written by a process",
        "A process dirtied the page since the watch began.",
        "The kernel's trace events (root).",
        "One page; where the kernel tells no more, the first of a folio. Stores to a page that is already "
        "dirty are not seen.",
        "By starting the watch anew.",
    ),
    Layer.DIFFERENT: Meaning(
        "different",
        "Different",
        "The page is not the same in what it is compared with.",
        "The comparison that was started last.",
        "One page.",
        "By ending the comparison.",
    ),
    Layer.FOUND: Meaning(
        "found",
        "Found",
        "At least one byte of the page belongs to a hit of the search whose results are listed.",
        "The list of results.",
        "Exact to the byte.",
        "By another search, by clearing the results, or when an edit touches the hit.",
    ),
    Layer.BOOKMARKED: Meaning(
        "bookmarked",
        "Bookmarked",
        "At least one byte of the page belongs to a bookmark.",
        "The bookmarks of this document.",
        "Exact to the byte.",
        "By removing the bookmark.",
    ),
}

BY_NAME: dict[str, Layer] = {meaning.name: layer for layer, meaning in MEANINGS.items()}
