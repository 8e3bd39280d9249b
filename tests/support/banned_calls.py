"""Only core/io writes files. Everybody else goes through its save unit, which never leaves half a file behind.

Usage: banned_calls.py SRC. Prints file:line for every call that writes, renames or deletes by itself; exit 1 if any.
"""

import pathlib
import re
import sys

EVERYWHERE = [
    r"\bwxTempFile\b",          # closes without fsync, deletes the old file, then renames
    r"\bwxRenameFile\s*\(",
    r"\bwxFileConfig\b",        # writes through wxTempFile
]
OUTSIDE_IO = [
    r"\bstd::w?ofstream\b", r"\bstd::w?fstream\b", r"\bofstream\b",
    r"\b(?:std::|::)?_?w?f(?:re)?open(?:_s|64)?\s*\([^;]*?,\s*L?\"[^\"]*[wa+][^\"]*\"",
    r"\bwxFFile\b", r"\bwxFile\s*[({]", r"\bwxFile(?:Output)?Stream\b", r"\bwxFileOutputStream\b",
    r"\bwxCopyFile\s*\(", r"\bwxRemoveFile\s*\(",
    r"\bfilesystem::(?:rename|copy|copy_file|remove|remove_all|resize_file)\b",
    r"(?<![\w.>])(?:std::|::)?(?:rename|unlink|truncate|creat|tmpfile|tmpnam|mkstemp)\s*\(",
    r"\bMoveFile(?:Ex)?[AW]?\s*\(", r"\bReplaceFile[AW]?\s*\(",
]


def without_comments(text):
    """Comments become spaces; line numbers stay."""
    blank = lambda match: re.sub(r"[^\n]", " ", match.group())
    return re.sub(r"//[^\n]*|/\*.*?\*/", blank, text, flags=re.S)


def findings(root):
    for path in sorted(root.rglob("*")):
        if path.suffix not in {".cpp", ".h", ".c"}:
            continue
        inside = path.relative_to(root).as_posix().startswith("core/io/")
        text = without_comments(path.read_text(encoding="utf-8"))
        for pattern in EVERYWHERE + ([] if inside else OUTSIDE_IO):
            for match in re.finditer(pattern, text):
                yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {match.group().strip()}"


def main():
    found = list(findings(pathlib.Path(sys.argv[1])))
    for line in found:
        print(line)
    if found:
        print("Write user files with core/io/save.h.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
