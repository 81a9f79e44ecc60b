// name: PE, Windows program
// about: DOS and PE headers of an .exe or .dll with the table of its sections
// root: Pe
// match: 0 4D5A

enum Machine : uint16 { I386 = 0x14C, ARM = 0x1C0, ARMNT = 0x1C4, IA64 = 0x200, RISCV64 = 0x5064, AMD64 = 0x8664, ARM64 = 0xAA64 };
flag FileFlags : uint16 {
    RELOCS_STRIPPED = 1, EXECUTABLE_IMAGE = 2, LINE_NUMS_STRIPPED = 4, LOCAL_SYMS_STRIPPED = 8,
    LARGE_ADDRESS_AWARE = 0x20, MACHINE_32BIT = 0x100, DEBUG_STRIPPED = 0x200, SYSTEM = 0x1000, DLL = 0x2000
};
enum Magic : uint16 { PE32 = 0x10B, ROM = 0x107, PE32_PLUS = 0x20B };
enum Subsystem : uint16 { NATIVE = 1, WINDOWS_GUI = 2, WINDOWS_CUI = 3, OS2_CUI = 5, POSIX_CUI = 7, EFI_APPLICATION = 10, EFI_BOOT_DRIVER = 11, EFI_RUNTIME_DRIVER = 12, XBOX = 14 };
flag SectionFlags : uint32 {
    CODE = 0x20, INITIALIZED_DATA = 0x40, UNINITIALIZED_DATA = 0x80, DISCARDABLE = 0x2000000, SHARED = 0x10000000,
    EXECUTE = 0x20000000, READ = 0x40000000, WRITE = 0x80000000
};

struct DosHeader {
    char e_magic[2];
    uint16 e_cblp, e_cp, e_crlc, e_cparhdr, e_minalloc, e_maxalloc, e_ss, e_sp, e_csum, e_ip, e_cs, e_lfarlc, e_ovno;
    uint16 e_res[4];
    uint16 e_oemid, e_oeminfo;
    uint16 e_res2[10];
    uint32 e_lfanew;
};

struct FileHeader {
    char signature[4];
    Machine machine;
    uint16 number_of_sections;
    time32_t time_date_stamp;
    uint32 pointer_to_symbol_table;
    uint32 number_of_symbols;
    uint16 size_of_optional_header;
    FileFlags characteristics;
};

flag DllFlags : uint16 {
    HIGH_ENTROPY_VA = 0x20, DYNAMIC_BASE = 0x40, FORCE_INTEGRITY = 0x80, NX_COMPAT = 0x100, NO_ISOLATION = 0x200,
    NO_SEH = 0x400, NO_BIND = 0x800, APPCONTAINER = 0x1000, WDM_DRIVER = 0x2000, GUARD_CF = 0x4000,
    TERMINAL_SERVER_AWARE = 0x8000
};

struct Sizes64 { uint64 stack_reserve, stack_commit, heap_reserve, heap_commit; };
struct Sizes32 { uint32 stack_reserve, stack_commit, heap_reserve, heap_commit; };

struct Directory {
    uint32 virtual_address;
    uint32 size;
};

struct OptionalHeader {
    Magic magic;
    uint8 major_linker_version, minor_linker_version;
    uint32 size_of_code, size_of_initialized_data, size_of_uninitialized_data, address_of_entry_point, base_of_code;
    union {
        uint64 image_base_64;
        struct { uint32 base_of_data; uint32 image_base_32; };
    };
    uint32 section_alignment, file_alignment;
    uint16 major_os, minor_os, major_image, minor_image, major_subsystem, minor_subsystem;
    uint32 win32_version, size_of_image, size_of_headers, check_sum;
    Subsystem subsystem;
    DllFlags dll_characteristics;
    Sizes64 sizes_64[magic / 0x20B];
    Sizes32 sizes_32[1 - magic / 0x20B];
    uint32 loader_flags;
    uint32 number_of_rva_and_sizes;
    Directory directories[number_of_rva_and_sizes];
};

struct SectionHeader {
    char name[8];
    uint32 virtual_size;
    uint32 virtual_address;
    uint32 size_of_raw_data;
    uint32 pointer_to_raw_data;
    uint32 pointer_to_relocations;
    uint32 pointer_to_line_numbers;
    uint16 number_of_relocations;
    uint16 number_of_line_numbers;
    SectionFlags characteristics;
};

struct Pe {
    DosHeader dos;
    FileHeader file @ dos.e_lfanew;
    OptionalHeader optional @ dos.e_lfanew + sizeof(FileHeader);
    SectionHeader sections[file.number_of_sections] @ dos.e_lfanew + sizeof(FileHeader) + file.size_of_optional_header;
};
