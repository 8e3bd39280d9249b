#!/usr/bin/env python3
"""Reads every #include under src/ and tests/ against the include table of docs/architecture.md.

Usage: include_rules.py ROOT   Exit 1 and one line per violation when a rule is broken.
"""
import pathlib
import re
import sys

# folder -> the folders of ours it may include (itself always). The longest matching folder decides.
MAY_INCLUDE = {
    "src/core/base": [],
    "src/core/model": ["core/base"],
    "src/core/scoring": ["core/base", "core/model"],
    "src/core/edit": ["core/base", "core/model"],
    "src/core/io": ["core/base"],
    "src/core/settings": ["core/base", "core/io"],
    "src/core/formats": ["core/base", "core/model", "core/edit", "core/io"],
    "src/core/chart": ["core/base", "core/model"],
    "src/core/report": ["core/base", "core/model", "core/scoring", "core/io", "core/chart"],
    "src/core/ops": ["core"],
    "src/cli": ["core"],
    "src/gui": ["core/base", "core/model", "core/scoring", "core/edit", "core/ops", "core/settings", "core/chart"],
    "tests/core": ["core", "support"],
    "tests/cli": ["core", "cli", "support"],
    "tests/gui": ["core", "gui", "support"],
    "tests/bench": ["core"],
    "tests/fuzz": ["core"],
    "tests/support": ["core", "support"],
}

# third-party header -> the folders whose files may include it
THIRD_PARTY = {
    "wx/": ["src/gui", "tests/gui"],
    "pugixml": ["src/core/io", "tests/bench", "tests/core/io"],
    "expat": ["src/core/io", "src/core/report", "tests/bench"],
    "xlsxwriter": ["src/core/report/workbook", "tests/bench"],
    "zlib": ["src/core/io", "tests/core", "tests/support"],
    "sodium": ["src/core/base"],
    "boost/": ["src/core/base", "tests/core/base"],
    "nlohmann/": ["src/core/formats", "src/cli", "tests/core", "tests/cli"],
    "CLI/": ["src/cli"],
    "fmt/": ["src/core", "src/cli", "src/gui", "tests"],
    "gtest/": ["tests"],
    "gmock/": ["tests"],
    "rapidcheck": ["tests"],
    "iconv": ["src/core/io"],
    "gtk/": ["src/gui/platform"],
}

# In a header of ours only the standard library and our own headers may stand. The exceptions are wx in the window's
# own headers and JSON in two inner headers that no other folder includes.
HEADERS_MAY_ALSO = {"src/gui": ["wx/"], "src/cli/output": ["nlohmann/"], "src/core/formats/edit_json.h": ["nlohmann/"], "tests": ["gtest/", "gmock/", "rapidcheck"]}

# POSIX and Windows calls live behind these seams.
PLATFORM = re.compile(r"^(unistd|fcntl|windows|io|direct|dirent)\.h$|^(sys|linux)/")
PLATFORM_FOLDERS = ["src/core/io/posix", "src/core/io/win32", "src/gui/platform", "tests"]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def longest(folders, path):
    hits = [f for f in folders if path == f or path.startswith(f + "/")]
    return max(hits, key=len) if hits else None


def own_violation(path, target):
    folder = longest(MAY_INCLUDE, path)
    if folder is None:
        return "lies in no folder of the include table"
    own = folder.removeprefix("src/")
    allowed = [own, *MAY_INCLUDE[folder]]
    if not any(target.startswith(a + "/") for a in allowed):
        return f'may not include "{target}"'
    return None


def foreign_violation(path, target):
    if PLATFORM.match(target) and not any(path.startswith(f) for f in PLATFORM_FOLDERS):
        return f"platform header <{target}> outside its folder"
    for prefix, folders in THIRD_PARTY.items():
        if not target.startswith(prefix):
            continue
        if not any(path.startswith(f) for f in folders):
            return f"may not include <{target}>"
        if path.endswith(".h") and not any(
            path.startswith(f) and prefix in p for f, p in HEADERS_MAY_ALSO.items()
        ):
            return f"third-party <{target}> in a header"
        return None
    if "/" in target or target.endswith((".h", ".hpp")):
        if not PLATFORM.match(target):
            return f"<{target}> is not in the table of libraries"
    return None


def check(root):
    violations = []
    for top in ("src", "tests"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            path = file.relative_to(root).as_posix()
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                own = match.group(1) == '"'
                problem = (own_violation if own else foreign_violation)(path, match.group(2))
                if problem:
                    violations.append(f"{path}:{number}: {problem}")
    return violations


def main():
    violations = check(pathlib.Path(sys.argv[1]))
    print("\n".join(violations) if violations else "the include table holds")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
