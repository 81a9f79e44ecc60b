// name: SQLite, header of a database
// about: The first 100 bytes and the header of the first page
// root: Sqlite
// order: big
// match: 0 53514C69746520666F726D6174203300 big

enum TextEncoding : uint32 { UTF8 = 1, UTF16LE = 2, UTF16BE = 3 };
enum PageType : uint8 { INDEX_INTERIOR = 2, TABLE_INTERIOR = 5, INDEX_LEAF = 10, TABLE_LEAF = 13 };

struct PageHeader {
    PageType type;
    uint16 first_freeblock;
    uint16 cell_count;
    uint16 content_start;
    uint8 fragmented_bytes;
};

struct Sqlite {
    char magic[16];
    uint16 page_size;
    uint8 write_version;
    uint8 read_version;
    uint8 reserved_per_page;
    uint8 max_payload_fraction;
    uint8 min_payload_fraction;
    uint8 leaf_payload_fraction;
    uint32 change_counter;
    uint32 page_count;
    uint32 first_freelist_page;
    uint32 freelist_pages;
    uint32 schema_cookie;
    uint32 schema_format;
    uint32 default_cache_size;
    uint32 largest_root_page;
    TextEncoding text_encoding;
    uint32 user_version;
    uint32 incremental_vacuum;
    uint32 application_id;
    uint8 reserved[20];
    uint32 version_valid_for;
    uint32 sqlite_version;
    PageHeader first_page;
};
