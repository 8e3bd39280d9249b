"""The guard of the save unit has to bite, and not on what is allowed."""

import pathlib
import tempfile

import banned_calls

BANNED = [
    "std::ofstream out(name);", "FILE* f = fopen(name, \"wb\");", "auto f = std::fopen(\n    name, \"a\");",
    "wxTempFile file;", "wxRenameFile(a, b);", "wxFFile f(name, \"w\");", "std::filesystem::rename(a, b);",
    "::unlink(name);", "std::filesystem::remove_all(a);", "rename(a, b);", "wxFileConfig config;",
    "FILE* f = fopen(name, \"r+\");", "std::fstream both(name);", "std::filesystem::copy_file(a, b);",
]
ALLOWED = [
    "std::ifstream in(name);", "FILE* f = fopen(name, \"rb\");", "// std::ofstream is banned", "column.rename(a);",
    "/* fopen(x, \"w\") */", "model->rename(a);", "std::ranges::remove(list, 3);", "saveBytes(a, Existing::Refuse, b);",
]


def findings_of(code, place):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        file = root / place
        file.parent.mkdir(parents=True)
        file.write_text(code, encoding="utf-8")
        return list(banned_calls.findings(root))


for code in BANNED:
    assert findings_of(code, "cli/x.cpp"), code
for code in ALLOWED:
    assert not findings_of(code, "cli/x.cpp"), code
assert not findings_of("std::ofstream out(name);", "core/io/x.cpp")
assert findings_of("wxTempFile file;", "core/io/x.cpp")
print(f"{len(BANNED)} banned calls found, {len(ALLOWED)} allowed ones left alone")
