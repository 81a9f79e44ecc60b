// name: ELF, 32 bits
// about: Header of a program or object file with its program and section headers
// root: Elf32
// match: 0 7F454C460101 little
// match: 0 7F454C460102 big

enum ElfType : uint16 { ET_NONE = 0, ET_REL = 1, ET_EXEC = 2, ET_DYN = 3, ET_CORE = 4 };
enum ElfMachine : uint16 {
    EM_NONE = 0, EM_SPARC = 2, EM_386 = 3, EM_68K = 4, EM_MIPS = 8, EM_PPC = 20, EM_PPC64 = 21, EM_S390 = 22,
    EM_ARM = 40, EM_SPARCV9 = 43, EM_IA_64 = 50, EM_X86_64 = 62, EM_AVR = 83, EM_AARCH64 = 183, EM_RISCV = 243,
    EM_BPF = 247, EM_LOONGARCH = 258
};
enum ElfClass : uint8 { ELFCLASS32 = 1, ELFCLASS64 = 2 };
enum ElfData : uint8 { ELFDATA2LSB = 1, ELFDATA2MSB = 2 };
enum SegmentType : uint32 {
    PT_NULL = 0, PT_LOAD = 1, PT_DYNAMIC = 2, PT_INTERP = 3, PT_NOTE = 4, PT_SHLIB = 5, PT_PHDR = 6, PT_TLS = 7,
    PT_GNU_EH_FRAME = 0x6474E550, PT_GNU_STACK = 0x6474E551, PT_GNU_RELRO = 0x6474E552, PT_GNU_PROPERTY = 0x6474E553
};
flag SegmentFlags : uint32 { PF_X = 1, PF_W = 2, PF_R = 4 };
enum SectionType : uint32 {
    SHT_NULL = 0, SHT_PROGBITS = 1, SHT_SYMTAB = 2, SHT_STRTAB = 3, SHT_RELA = 4, SHT_HASH = 5, SHT_DYNAMIC = 6,
    SHT_NOTE = 7, SHT_NOBITS = 8, SHT_REL = 9, SHT_DYNSYM = 11, SHT_INIT_ARRAY = 14, SHT_FINI_ARRAY = 15,
    SHT_GNU_HASH = 0x6FFFFFF6, SHT_GNU_VERNEED = 0x6FFFFFFE, SHT_GNU_VERSYM = 0x6FFFFFFF
};
flag SectionFlags : uint32 { SHF_WRITE = 1, SHF_ALLOC = 2, SHF_EXECINSTR = 4, SHF_MERGE = 16, SHF_STRINGS = 32, SHF_INFO_LINK = 64, SHF_TLS = 1024 };

struct Elf32_Phdr {
    SegmentType p_type;
    uint32 p_offset;
    uint32 p_vaddr;
    uint32 p_paddr;
    uint32 p_filesz;
    uint32 p_memsz;
    SegmentFlags p_flags;
    uint32 p_align;
};

struct Elf32_Shdr {
    uint32 sh_name;
    SectionType sh_type;
    SectionFlags sh_flags;
    uint32 sh_addr;
    uint32 sh_offset;
    uint32 sh_size;
    uint32 sh_link;
    uint32 sh_info;
    uint32 sh_addralign;
    uint32 sh_entsize;
};

struct Elf32_Ehdr {
    uint8 ei_magic[4];
    ElfClass ei_class;
    ElfData ei_data;
    uint8 ei_version;
    uint8 ei_osabi;
    uint8 ei_abiversion;
    uint8 ei_pad[7];
    ElfType e_type;
    ElfMachine e_machine;
    uint32 e_version;
    uint32 e_entry;
    uint32 e_phoff;
    uint32 e_shoff;
    uint32 e_flags;
    uint16 e_ehsize;
    uint16 e_phentsize;
    uint16 e_phnum;
    uint16 e_shentsize;
    uint16 e_shnum;
    uint16 e_shstrndx;
};

struct Elf32 {
    Elf32_Ehdr header;
    Elf32_Phdr segments[header.e_phnum] @ header.e_phoff;
    Elf32_Shdr sections[header.e_shnum] @ header.e_shoff;
};
