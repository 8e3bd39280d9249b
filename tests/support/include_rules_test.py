#!/usr/bin/env python3
"""Shows that include_rules.py sees each kind of violation: a rule that cannot fail guards nothing."""
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import include_rules  # noqa: E402

BAD = [
    ("src/core/io/a.cpp", '#include "core/model/checklist.h"'),
    ("src/core/scoring/a.cpp", '#include "core/formats/x.h"'),
    ("src/core/base/a.cpp", "#include <wx/string.h>"),
    ("src/core/formats/a.h", "#include <nlohmann/json.hpp>"),
    ("src/core/ops/a.cpp", "#include <sqlite3.h>"),
    ("src/gui/a.cpp", '#include "core/formats/x.h"'),
    ("src/core/report/a.cpp", "#include <xlsxwriter.h>"),
    ("src/core/ops/a.cpp", "#include <unistd.h>"),
    ("src/stray/a.cpp", '#include "core/base/error.h"'),
    ("tests/core/a.cpp", "#include <wx/app.h>"),
]
GOOD = [
    ("src/core/formats/a.cpp", "#include <nlohmann/json.hpp>"),
    ("src/core/ops/a.cpp", '#include "core/formats/x.h"'),
    ("src/core/base/a.h", "#include <string>"),
    ("src/gui/a.h", "#include <wx/frame.h>"),
    ("src/core/io/posix/a.cpp", "#include <unistd.h>"),
]


def verdict(path, line):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for top in ("src", "tests"):
            (root / top).mkdir()
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(line + "\n", encoding="utf-8")
        return include_rules.check(root)


failures = [f"not seen: {path} {line}" for path, line in BAD if not verdict(path, line)]
failures += [f"wrongly refused: {path} {line}" for path, line in GOOD if verdict(path, line)]
print("\n".join(failures) if failures else f"{len(BAD)} violations seen, {len(GOOD)} good lines pass")
sys.exit(1 if failures else 0)
