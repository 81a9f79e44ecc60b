"""What bytes are: signatures of files and file systems, their own lengths, and a scan for them all."""
