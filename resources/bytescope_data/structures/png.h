// name: PNG picture
// about: The signature and all chunks to the end
// root: Png
// order: big
// match: 0 89504E470D0A1A0A big

struct Chunk {
    uint32 length;
    char type[4];
    uint8 data[length];
    uint32 crc;
};

enum ColourType : uint8 { GREY = 0, RGB = 2, PALETTE = 3, GREY_ALPHA = 4, RGBA = 6 };

struct HeaderChunk {
    uint32 length;
    char type[4];
    uint32 width;
    uint32 height;
    uint8 bit_depth;
    ColourType colour_type;
    uint8 compression;
    uint8 filter;
    uint8 interlace;
    uint32 crc;
};

struct Png {
    uint8 signature[8];
    HeaderChunk header;
    Chunk chunks[EOF];
};
