"""What the bytes mean: numbers, texts, structures, machine code, checksums."""
