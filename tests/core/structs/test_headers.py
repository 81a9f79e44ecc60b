"""Headers of C programs: what tells of data is taken, the rest is passed over."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bytescope.core.errors import InputError
from bytescope.core.structs.parser import Definition, parse
from bytescope.core.structs.shelf import rooted, shelved
from bytescope.core.structs.texts import file_text
from bytescope.core.structs.tokens import DefinitionError
from bytescope.core.ticket import Ticket

COMPILER = shutil.which("cc")


def sizes(text: str) -> dict[str, int | None]:
    return {name: struct.size for name, struct in parse(text).structs.items()}


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("#ifdef A", True),
        ("#ifdef B", False),
        ("#ifndef B", True),
        ("#if 0", False),
        ("#if 1 // always", True),
        ("#if defined(A) && !defined B", True),
        ("#if defined(B) || defined A", True),
        ("#if defined(B) || (", True),  # what is not understood is taken
        ("#if A", True),
        ("#if ZERO", False),
        ("#undef A\n#ifdef A", False),
    ],
)
def test_conditions_are_obeyed(condition, holds):
    text = f"""
    #define A 1 /* over
                   lines */
    #define ZERO 0
    struct S {{
    {condition}
        uint8 a;
    #if 0
        nothing of this $ is "read
    #else
        uint8 b;
    #endif
    #elif 1
        uint32 c;
    #else
        uint64 d;
    #endif
    }};
    """
    assert [field.name for field in parse(text).structs["S"].fields] == (["a", "b"] if holds else ["c"])


def test_functions_and_what_is_elsewhere_are_passed_over():
    text = """
    #pragma once
    #include <stdio.h>
    #ifdef __cplusplus
    extern "C" {
    #endif
    extern "C" {
    #define MAX(a, b) ((a) > (b) ? (a) : \\
                       (b))
    #define TITLE "a title"
    #define API __attribute__((visibility("default")))
    #define BYTE_TYPE unsigned char
    struct later;
    typedef struct later Later;
    typedef int (*compare)(const void *a, const void *b);
    API FILE *opened(const char *path);
    static inline int twice(int a) { if (a) { return a * 2; } return 0; }
    extern int errors;
    struct later {
        BYTE_TYPE a; Later *next; int (*call)(void *, int); compare how; unsigned rest : 3; int : 5;
    };
    }
    """
    assert sizes(text) == {"later": 1 + 8 + 8 + 8 + 4, "Later": 29}


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("struct A {\n uint8 a;\n};\n#endif", 4, 1, "no #if before it"),
        ("#ifdef A\nstruct A { uint8 a; };\n#else\nstruct A { uint8 b; };", 3, 1, "never closed"),
        ("#ifndef A\n#error no A\n#endif\nstruct A { uint8 b; };", 2, 1, "#error"),
        ('#define NAME "x"\nstruct A { uint8 a[NAME]; };', 2, 20, "not as a number"),
        ("#define N 1 + \\\n 2 +\nstruct A { uint8 a[N]; };", 2, 5, "missing"),
        ("/* a\n b */ struct A { uint9 a; };", 2, 18, "not known"),
        ("struct A { void a; };", 1, 17, "pointer"),
        ("struct B;\nstruct A { struct B b; };", 2, 19, "not known"),
        ("typedef struct B B;\nstruct A { B b; };", 2, 14, "pointer"),
        ("int a(void)\nstruct A { uint8 a; };", 2, 1, "“;” is missing"),
    ],
)
def test_a_fault_is_named_with_line_and_column(text, line, column, says):
    with pytest.raises(DefinitionError, match=says) as caught:
        parse(text)
    assert (caught.value.line, caught.value.column) == (line, column)


def test_packing_is_pushed_and_popped_and_an_attribute():
    text = """
    #pragma pack()
    struct A { char a; int b; };
    #pragma pack(push, 1)
    struct B { char a; int b; };
    #pragma pack(pop)
    struct C { char a; int b; };
    struct __attribute__((packed)) D { char a; int b; };
    typedef struct { char a; int b; } __attribute__((__packed__)) E;
    #define TIGHT __attribute__((packed))
    struct F { char a; int b; } TIGHT;
    """
    assert sizes(text) == {"A": 8, "B": 5, "C": 8, "D": 5, "E": 5, "F": 5}


def test_what_can_be_named_without_its_structure_has_a_bound():
    more = (f"struct S{n} {{ S{n - 1}; S{n - 1}; }};" for n in range(1, 20))
    with pytest.raises(InputError, match="4,096 fields"):
        parse("struct S0 { uint8 n; };" + "".join(more))


@pytest.mark.skipif(COMPILER is None, reason="no C compiler is installed")
@pytest.mark.parametrize("name", ["elf.h", "linux/minix_fs.h", "linux/cramfs_fs.h", "linux/romfs_fs.h"])
def test_headers_of_this_system_are_laid_as_its_compiler_lays_them(tmp_path, name):
    header = Path("/usr/include") / name
    if not header.exists():
        pytest.skip("its header is not installed")
    definition = parse(file_text(header.read_bytes(), name))
    assert len(definition.structs) >= 2
    got = compiled(tmp_path, name, definition)
    assert {name: struct.size or got[name] for name, struct in definition.structs.items()} == got


def compiled(tmp_path: Path, name: str, definition: Definition) -> dict[str, int]:
    """The sizes of the structures as a program of the compiler prints them."""
    lines = [f"#include <{name}>", "#include <stdio.h>", "int main(void) {"]
    source = Path("/usr/include", name).read_text("latin-1")
    for struct in definition.structs:
        word = "struct " if re.search(rf"\bstruct\s+{struct}\b", source) else ""
        lines.append(f'printf("{struct} %zu\\n", sizeof({word}{struct}));')
    (tmp_path / "a.c").write_text("\n".join([*lines, "return 0; }"]))
    program = tmp_path / "a.out"
    subprocess.run([COMPILER, "-w", "-o", program, tmp_path / "a.c"], check=True, capture_output=True)
    told = subprocess.run([program], check=True, capture_output=True, text=True).stdout.split()
    return dict(zip(told[::2], map(int, told[1::2]), strict=True))


def test_a_file_is_text_in_any_encoding_and_says_how_it_is_aligned():
    own = "struct A { uint8 a; uint32 b; };"
    assert file_text(own.encode(), "a.h") == own
    assert sizes(file_text(b"\xef\xbb\xbf// \xe9t\xe9\r\n#include <a.h>\r\n" + own.encode(), "a.h")) == {
        "A": 8
    }
    assert sizes(file_text(b"#pragma once\n#pragma pack(1)\n" + own.encode(), "a.h")) == {"A": 5}
    with pytest.raises(InputError, match=r"“a\.h” is no text"):
        file_text(b"\x7fELF\0", "a.h")


def test_the_structure_that_is_meant_is_said_in_the_text():
    text = "struct A { uint8 a; };\nstruct B { uint8 b; };"
    once = rooted(text, "A")
    assert shelved("", once).root == "A"
    assert rooted(once, "B").splitlines()[0] == "// root: B"
    assert len(rooted(once, "B").splitlines()) == len(once.splitlines())
    assert parse(once, Ticket()).main == "B"
