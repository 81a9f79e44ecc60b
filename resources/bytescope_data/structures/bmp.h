// name: BMP picture
// about: File and information header of a Windows bitmap
// root: Bmp
// match: 0 424D????????00000000

enum Compression : uint32 { RGB = 0, RLE8 = 1, RLE4 = 2, BITFIELDS = 3, JPEG = 4, PNG = 5 };

struct Bmp {
    char signature[2];
    uint32 file_size;
    uint16 reserved[2];
    uint32 pixel_offset;
    uint32 header_size;
    int32 width;
    int32 height;
    uint16 planes;
    uint16 bits_per_pixel;
    Compression compression;
    uint32 image_size;
    int32 x_pixels_per_metre;
    int32 y_pixels_per_metre;
    uint32 colours_used;
    uint32 colours_important;
};
