// name: WAV sound
// about: RIFF header and all chunks to the end
// root: Wav
// match: 0 52494646????????57415645

enum FormatTag : uint16 { PCM = 1, ADPCM = 2, IEEE_FLOAT = 3, ALAW = 6, MULAW = 7, EXTENSIBLE = 0xFFFE };

struct Chunk {
    char id[4];
    uint32 size;
    uint8 data[size + size % 2];
};

struct Wav {
    char riff[4];
    uint32 size;
    char wave[4];
    char fmt[4];
    uint32 fmt_size;
    FormatTag format;
    uint16 channels;
    uint32 sample_rate;
    uint32 byte_rate;
    uint16 block_align;
    uint16 bits_per_sample;
    uint8 more[fmt_size - 16];
    Chunk chunks[EOF];
};
