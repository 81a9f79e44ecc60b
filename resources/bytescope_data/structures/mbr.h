// name: MBR, master boot record
// about: The first sector of a disk with its four partitions
// root: Mbr
// match: 510 55AA

enum PartitionType : uint8 {
    EMPTY = 0, FAT12 = 1, FAT16_SMALL = 4, EXTENDED = 5, FAT16 = 6, NTFS_EXFAT = 7, FAT32 = 0x0B, FAT32_LBA = 0x0C,
    FAT16_LBA = 0x0E, EXTENDED_LBA = 0x0F, LINUX_SWAP = 0x82, LINUX = 0x83, LINUX_LVM = 0x8E, FREEBSD = 0xA5,
    GPT_PROTECTIVE = 0xEE, EFI_SYSTEM = 0xEF, LINUX_RAID = 0xFD
};

struct Chs {
    uint8 head;
    uint8 sector : 6;
    uint8 cylinder_high : 2;
    uint8 cylinder_low;
};

struct Partition {
    uint8 status;
    Chs first;
    PartitionType type;
    Chs last;
    uint32 first_lba;
    uint32 sector_count;
};

struct Mbr {
    uint8 boot_code[440];
    uint32 disk_signature;
    uint16 reserved;
    Partition partitions[4];
    uint8 signature[2];
};
