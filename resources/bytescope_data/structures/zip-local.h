// name: ZIP, one file in the archive
// about: Local header of a file with its name and its packed bytes
// root: LocalFile
// match: 0 504B0304

enum Method : uint16 { STORED = 0, DEFLATED = 8, DEFLATE64 = 9, BZIP2 = 12, LZMA = 14, ZSTD = 93, XZ = 95 };

struct LocalFile {
    char signature[4];
    uint16 version_needed;
    uint16 flags;
    Method method;
    dos_time_t modified;
    uint32 crc32;
    uint32 compressed_size;
    uint32 size;
    uint16 name_length;
    uint16 extra_length;
    char name[name_length];
    uint8 extra[extra_length];
    uint8 data[compressed_size];
};
