// name: gzip, packed file
// about: The header; name and comment follow it where their flags are set
// root: Gzip
// match: 0 1F8B08

flag GzipFlags : uint8 { FTEXT = 1, FHCRC = 2, FEXTRA = 4, FNAME = 8, FCOMMENT = 16 };
enum System : uint8 { FAT = 0, AMIGA = 1, VMS = 2, UNIX = 3, MACINTOSH = 7, NTFS = 11, UNKNOWN = 255 };

struct Gzip {
    uint8 magic[2];
    uint8 method;
    GzipFlags flags;
    time32_t mtime;
    uint8 extra_flags;
    System system;
};
