#!/usr/bin/env python3
"""Prints how long our files and functions are, and fails past the limits of docs/architecture.md.

Usage: sizes.py FOLDER   A function is counted from its opening brace at namespace or class level to the closing one.
"""
import pathlib
import re
import sys

FILE_LIMIT = 600
FUNCTION_LIMIT = 80
SKIP = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])\'|//[^\n]*|/\*.*?\*/', re.S)
# What opens a brace that is not a function's body.
SCOPE = re.compile(r"\b(namespace|class|struct|enum|union|extern)\b[^;(){}]*$")


def blank(match):
    return re.sub(r"[^\n]", " ", match.group(0))


def functions(text):
    """(first line, length) of every outermost function body."""
    text = SKIP.sub(blank, text)
    stack, line, found, head = [], 1, [], 0
    for i, char in enumerate(text):
        if char == "\n":
            line += 1
        elif char == "{":
            before = text[head:i]
            inside = any(kind == "function" for kind, _ in stack)
            is_function = not inside and not SCOPE.search(before) and ")" in before
            stack.append(("function" if is_function else "other", line))
            head = i + 1
        elif char == "}":
            if stack:
                kind, start = stack.pop()
                if kind == "function":
                    found.append((start, line - start + 1))
            head = i + 1
        elif char == ";":
            head = i + 1
    return found


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0


def main():
    files, bodies, over = [], [], []
    for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        text = path.read_text(encoding="utf-8")
        lines = text.count("\n")
        files.append(lines)
        if lines > FILE_LIMIT:
            over.append(f"{path}: {lines} lines, the limit is {FILE_LIMIT}")
        for start, length in functions(text):
            bodies.append(length)
            if length > FUNCTION_LIMIT:
                over.append(f"{path}:{start}: a function of {length} lines, the limit is {FUNCTION_LIMIT}")
    for name, values in (("files", files), ("functions", bodies)):
        print(f"{name}: {len(values)}, median {percentile(values, 0.5)}, 90th percentile "
              f"{percentile(values, 0.9)}, longest {max(values, default=0)} lines")
    print("\n".join(over))
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
