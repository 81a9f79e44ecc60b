// name: ext2, ext3 and ext4, superblock
// about: 1024 bytes from the start of the file system
// root: Superblock
// offset: 1024
// match: 56 53EF

flag State : uint16 { VALID = 1, ERRORS = 2, ORPHANS = 4 };
enum OnError : uint16 { CONTINUE = 1, REMOUNT_READ_ONLY = 2, PANIC = 3 };
enum Creator : uint32 { LINUX = 0, HURD = 1, MASIX = 2, FREEBSD = 3, LITES = 4 };
flag Compat : uint32 { DIR_PREALLOC = 1, IMAGIC_INODES = 2, HAS_JOURNAL = 4, EXT_ATTR = 8, RESIZE_INODE = 0x10, DIR_INDEX = 0x20, SPARSE_SUPER2 = 0x200, FAST_COMMIT = 0x400, ORPHAN_FILE = 0x1000 };
flag Incompat : uint32 { COMPRESSION = 1, FILETYPE = 2, RECOVER = 4, JOURNAL_DEV = 8, META_BG = 0x10, EXTENTS = 0x40, BITS_64 = 0x80, MMP = 0x100, FLEX_BG = 0x200, EA_INODE = 0x400, CSUM_SEED = 0x2000, LARGEDIR = 0x4000, INLINE_DATA = 0x8000, ENCRYPT = 0x10000, CASEFOLD = 0x20000 };
flag RoCompat : uint32 { SPARSE_SUPER = 1, LARGE_FILE = 2, BTREE_DIR = 4, HUGE_FILE = 8, GDT_CSUM = 0x10, DIR_NLINK = 0x20, EXTRA_ISIZE = 0x40, QUOTA = 0x100, BIGALLOC = 0x200, METADATA_CSUM = 0x400, READONLY = 0x1000, PROJECT = 0x2000, VERITY = 0x8000 };

struct Superblock {
    __le32 s_inodes_count, s_blocks_count_lo, s_r_blocks_count_lo, s_free_blocks_count_lo, s_free_inodes_count;
    __le32 s_first_data_block, s_log_block_size, s_log_cluster_size;
    __le32 s_blocks_per_group, s_clusters_per_group, s_inodes_per_group;
    time32_t s_mtime, s_wtime;
    __le16 s_mnt_count, s_max_mnt_count, s_magic;
    State s_state;
    OnError s_errors;
    __le16 s_minor_rev_level;
    time32_t s_lastcheck;
    __le32 s_checkinterval;
    Creator s_creator_os;
    __le32 s_rev_level;
    __le16 s_def_resuid, s_def_resgid;
    __le32 s_first_ino;
    __le16 s_inode_size, s_block_group_nr;
    Compat s_feature_compat;
    Incompat s_feature_incompat;
    RoCompat s_feature_ro_compat;
    uuid_t s_uuid;
    char s_volume_name[16];
    char s_last_mounted[64];
    __le32 s_algorithm_usage_bitmap;
    uint8 s_prealloc_blocks, s_prealloc_dir_blocks;
    __le16 s_reserved_gdt_blocks;
    uuid_t s_journal_uuid;
    __le32 s_journal_inum, s_journal_dev, s_last_orphan;
    __le32 s_hash_seed[4];
    uint8 s_def_hash_version, s_jnl_backup_type;
    __le16 s_desc_size;
    __le32 s_default_mount_opts, s_first_meta_bg;
    time32_t s_mkfs_time;
    __le32 s_jnl_blocks[17];
    __le32 s_blocks_count_hi, s_r_blocks_count_hi, s_free_blocks_count_hi;
    __le16 s_min_extra_isize, s_want_extra_isize;
    __le32 s_flags;
    __le16 s_raid_stride, s_mmp_interval;
    __le64 s_mmp_block;
    __le32 s_raid_stripe_width;
    uint8 s_log_groups_per_flex, s_checksum_type;
    __le16 s_reserved_pad;
    __le64 s_kbytes_written;
    uint8 s_rest[636];
    __le32 s_checksum;
};
