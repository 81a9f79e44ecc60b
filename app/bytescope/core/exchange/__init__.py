"""Bytes as other programs take and give them: source code, dumps, HEX and SREC files, patches, edit scripts.

Imports the core's documents, ranges and texts; knows no toolkit. Everything that is read here comes from
elsewhere: sizes, depths and counts are bounded, and what is wrong is said with its line or offset.
"""
