"""Rewrite the sha256 lines of corpus/manifest.toml from the files they stand for.

    python bench/tools/refresh_corpus.py

Run it after an edit of a built-in document; the tests fail until then, so that no text changes unnoticed.
"""

import hashlib
import pathlib
import re

CORPUS = pathlib.Path(__file__).parents[2] / "corpus"


def refreshed(manifest: str) -> str:
    """The manifest's text with each ``sha256`` set to that of the ``file`` named above it."""
    digest = ""
    lines = []
    for line in manifest.splitlines():
        if named := re.fullmatch(r'file = "(.+)"', line):
            digest = hashlib.sha256((CORPUS / named[1]).read_bytes()).hexdigest()
        lines.append(f'sha256 = "{digest}"' if line.startswith("sha256 = ") else line)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    place = CORPUS / "manifest.toml"
    place.write_text(refreshed(place.read_text("utf8")), "utf8")
