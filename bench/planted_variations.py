"""Plant differences in other words than the ones worked with, and score what diff says of them.

python bench/planted_variations.py BENCH CLAUSES        BENCH: folder of planted.py, score_planted.py;
                                                        CLAUSES: the real clauses that planted.py reads
python bench/planted_variations.py BENCH CLAUSES --bank third --pairs 40 --seed 22
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path

from policynlp import pipeline, report

BANKS = Path(__file__).with_suffix(".toml")
SEEDS = {"second": 21, "third": 22, "fourth": 23}
"""Seed by which each bank's pairs were first made."""


def made(bench: Path, clauses: Path, bank: str, pairs: int, seed: int, folder: Path) -> list[Path]:
    """The folders of the pairs that planted.py makes with a bank."""
    words = folder / "bank.json"
    words.write_text(json.dumps(tomllib.loads(BANKS.read_text("utf8"))[bank], ensure_ascii=False), "utf8")
    options = ["--bank", str(words), "--pairs", str(pairs), "--seed", str(seed)]
    out = folder / "pairs"
    subprocess.run([sys.executable, bench / "planted.py", clauses, out, *options], check=True)
    return sorted(path.parent for path in out.glob("*/truth.json"))


def main(arguments: Sequence[str]) -> int:
    """Make the pairs, compare them here, let score_planted.py score them; 2 where the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("clauses", type=Path)
    parser.add_argument("--bank", choices=sorted(SEEDS), default="fourth")
    parser.add_argument("--pairs", type=int, default=40)
    parser.add_argument("--seed", type=int)
    options = parser.parse_args(arguments)
    if not (options.bench / "planted.py").is_file() or not options.clauses.is_file():
        print(f"{options.bench}: no planted.py or no clauses, so nothing is planted", file=sys.stderr)
        return 2
    seed = SEEDS[options.bank] if options.seed is None else options.seed
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for pair in made(options.bench, options.clauses, options.bank, options.pairs, seed, folder):
            compared = pipeline.diff(pair / "a.txt", pair / "b.txt")
            (pair / "a.txt.json").write_bytes(report.FORMATS["json"].render(compared))
        score = [sys.executable, str(options.bench / "score_planted.py"), str(folder / "pairs")]
        return subprocess.run([*score, "--command", "cp {a}.json {out}"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
