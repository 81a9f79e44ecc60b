"""Places of fields after #pragma pack, as a C compiler of this machine has them."""

from __future__ import annotations

import random
import shutil
import subprocess

import pytest

from bytescope.core.structs.parser import parse
from bytescope.core.structs.placed import part, part_count
from bytescope.core.structs.placing import lay
from bytescope.core.structs.telling import rows
from bytescope.core.structs.values import number_of
from bytescope.core.ticket import Ticket

COMPILER = shutil.which("cc")
needs_compiler = pytest.mark.skipif(COMPILER is None, reason="no C compiler is installed")

PLAIN = (
    "uint8_t",
    "int16_t",
    "uint32_t",
    "uint64_t",
    "char",
    "short",
    "int",
    "unsigned int",
    "float",
    "double",
    "long long",
    "void *",
)


def structs(seed: int, count: int) -> str:
    """``count`` structures and unions, each of plain types, arrays and those before it."""
    pick = random.Random(seed)
    out = []
    for number in range(count):
        pack = pick.choice(("", "1", "2", "4", "8"))
        kind = pick.choice(("struct", "struct", "union"))
        lines = []
        for field in range(pick.randint(1, 7)):
            type_ = pick.choice((*PLAIN, *(f"S{n}" for n in range(max(0, number - 4), number))))
            size = pick.choice(("", "", f"[{pick.randint(1, 5)}]", f"[{pick.randint(1, 3)}][2]"))
            lines.append(f"    {type_} f{field}{size};")
        inside = "\n".join(lines)
        out.append(f"#pragma pack({pack})\ntypedef {kind} S{number}_ {{\n{inside}\n}} S{number};")
    return "\n".join(out)


def told(tmp_path, text: str, main: str) -> str:
    """What a program of these structures prints."""
    source, program = tmp_path / "a.c", tmp_path / "a.out"
    source.write_text(
        "#include <stddef.h>\n#include <stdint.h>\n#include <stdio.h>\n#include <string.h>\n"
        f"{text}\nint main(void) {{ {main} return 0; }}\n"
    )
    subprocess.run([COMPILER, "-w", "-o", program, source], check=True, capture_output=True)
    return subprocess.run([program], check=True, capture_output=True, text=True).stdout


@needs_compiler
@pytest.mark.parametrize("seed", range(3))
def test_fields_stand_where_the_compiler_has_them(tmp_path, seed):
    text = structs(seed, 40)
    known = parse(text).structs
    wanted, main = [], []
    for name in (f"S{n}" for n in range(40)):
        struct = known[name]
        main.append(f'printf("{name} %zu\\n", sizeof({name}));')
        wanted.append(f"{name} {struct.size}")
        for slot in struct.slots:
            main.append(f'printf("{name}.{slot.field.name} %zu\\n", offsetof({name}, {slot.field.name}));')
            wanted.append(f"{name}.{slot.field.name} {slot.offset}")
    assert wanted == told(tmp_path, text, " ".join(main)).splitlines()


@needs_compiler
@pytest.mark.parametrize("type_", ["uint8_t", "uint16_t", "uint32_t", "uint64_t"])
def test_bits_of_one_type_stand_where_the_compiler_has_them(tmp_path, type_):
    pick = random.Random(type_)
    most = int(type_[4:-2])
    widths = [pick.randint(1, most) for _ in range(12)]
    fields = " ".join(f"{type_} b{n} : {width};" for n, width in enumerate(widths))
    text = f"#pragma pack()\nstruct S {{ {fields} }};"
    numbers = [pick.getrandbits(width) for width in widths]
    main = "struct S s; memset(&s, 0, sizeof s); "
    main += " ".join(f"s.b{n} = {number}ull;" for n, number in enumerate(numbers))
    main += ' for (size_t n = 0; n < sizeof s; n++) printf("%02x", ((unsigned char *)&s)[n]);'
    data = bytes.fromhex(told(tmp_path, text, main))
    read = lambda offset, length: data[offset : offset + length]  # noqa: E731
    root = lay(parse(text).structs["S"], "s", 0, "little", read, len(data), Ticket()).root
    assert root.size == len(data)
    found = [part(root, n) for n in range(part_count(root))]
    assert [number_of(one, read(one.offset, one.size), "little") for one in found] == numbers


def test_names_that_mean_something_to_python_are_names():
    names = ("def", "class", "None", "self", "__init__", "__class__", "__new__", "mro", "size", "type", "_")
    fields = " ".join(f"uint8 {name};" for name in names)
    text = f"enum E : uint8 {{ {', '.join(names)} }};\nstruct S {{ {fields} E e; }};"
    data = bytes(range(len(names) + 1))
    read = lambda offset, length: data[offset : offset + length]  # noqa: E731
    root = lay(parse(text).structs["S"], "s", 0, "little", read, len(data), Ticket()).root
    assert [row.placed.name for row in rows(root)][1:] == [*names, "e"]
