// name: ZIP, end of the archive
// about: End record, and the whole directory that it tells of
// root: EndOfDirectory
// match: 0 504B0506

enum Method : uint16 { STORED = 0, DEFLATED = 8, DEFLATE64 = 9, BZIP2 = 12, LZMA = 14, ZSTD = 93, XZ = 95 };

struct CentralEntry {
    char signature[4];
    uint16 version_made_by;
    uint16 version_needed;
    uint16 flags;
    Method method;
    dos_time_t modified;
    uint32 crc32;
    uint32 compressed_size;
    uint32 size;
    uint16 name_length;
    uint16 extra_length;
    uint16 comment_length;
    uint16 disk_start;
    uint16 internal_attributes;
    uint32 external_attributes;
    uint32 local_header_offset;
    char name[name_length];
    uint8 extra[extra_length];
    char comment[comment_length];
};

struct EndOfDirectory {
    char signature[4];
    uint16 this_disk;
    uint16 directory_disk;
    uint16 entries_on_this_disk;
    uint16 entry_count;
    uint32 directory_size;
    uint32 directory_offset;
    uint16 comment_length;
    char comment[comment_length];
    CentralEntry entries[entry_count] @@ directory_offset;
};
