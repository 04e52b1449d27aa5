"""Do the Kotlin and Swift files parse, and does the parser notice when one does not?

Prints one line per fault and exits with 1. No compiler of either language comes from the registries
with the phones' own libraries, so grammars stand in.
"""

import sys
from pathlib import Path

import tree_sitter_kotlin
import tree_sitter_swift
from tree_sitter import Language, Parser

LANGUAGES = {
    ".kt": Language(tree_sitter_kotlin.language()),
    ".kts": Language(tree_sitter_kotlin.language()),
    ".swift": Language(tree_sitter_swift.language()),
}


def faults(node):
    if node.is_error or node.is_missing:
        yield node
    elif node.has_error:
        for child in node.children:
            yield from faults(child)


def check(name, source, suffix):
    tree = Parser(LANGUAGES[suffix]).parse(source)
    return [f"{name}:{fault.start_point[0] + 1}: does not parse" for fault in faults(tree.root_node)]


def main(folders):
    files = sorted(
        path for folder in folders for path in Path(folder).rglob("*") if path.suffix in LANGUAGES
    )
    if not files:
        return ["no file to parse"]
    found = []
    for path in files:
        source = path.read_bytes()
        found += check(path, source, path.suffix)
        # A brace taken away must be noticed, or the parser proves nothing.
        broken = source[: source.rindex(b"}")] if b"}" in source else source[: source.rindex(b")")]
        if not check(path, broken, path.suffix):
            found.append(f"{path}: a missing brace is not noticed")
    print(f"{len(files)} files parse")
    return found


if __name__ == "__main__":
    problems = main(sys.argv[1:])
    print("\n".join(problems))
    sys.exit(bool(problems))
