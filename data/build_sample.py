"""Build the files of data/sample/ from the printed texts in data/sample_source/.

Usage: python data/build_sample.py [--out FOLDER]. The same sources give the same files, byte for byte.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Run as a script, Python looks beside this file only; the builders are imported from the root of the project.
sys.path.insert(0, str(ROOT))

from data.sample_source.documents import read_documents  # noqa: E402
from data.sample_source.excel import build_return, build_table  # noqa: E402
from data.sample_source.word import build_word  # noqa: E402


def build_all() -> dict[str, bytes]:
    """Return every file of the sample: path inside data/sample/ → content."""
    documents = read_documents()
    files = {spec.file: build_word(spec) for spec in documents.word}
    files |= {spec.file: build_table(spec) for spec in documents.excel}
    files |= {spec.file: build_return(spec) for spec in documents.returns}
    return files


def main() -> None:
    """Write the files below --out and name each."""
    parser = argparse.ArgumentParser(description="Build the sample files from the printed texts.")
    parser.add_argument("--out", type=Path, default=ROOT / "data" / "sample")
    out: Path = parser.parse_args().out
    for name, content in build_all().items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{name}: {len(content)}")


if __name__ == "__main__":
    main()
