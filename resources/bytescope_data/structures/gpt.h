// name: GPT, table of partitions
// about: Header in the second sector of a disk, and its entries
// root: Gpt
// offset: 512
// match: 0 4546492050415254

flag EntryFlags : uint64 { REQUIRED = 1, NO_BLOCK_IO = 2, LEGACY_BOOT = 4 };

struct Entry {
    GUID type;
    GUID id;
    uint64 first_lba;
    uint64 last_lba;
    EntryFlags attributes;
    wchar_t name[36];
};

#define SECTOR 512

struct Gpt {
    char signature[8];
    uint32 revision;
    uint32 header_size;
    uint32 header_crc32;
    uint32 reserved;
    uint64 my_lba;
    uint64 alternate_lba;
    uint64 first_usable_lba;
    uint64 last_usable_lba;
    GUID disk_id;
    uint64 entries_lba;
    uint32 entry_count;
    uint32 entry_size;
    uint32 entries_crc32;
    Entry entries[entry_count] @@ entries_lba * SECTOR;
};
