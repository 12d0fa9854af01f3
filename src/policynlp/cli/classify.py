"""``policynlp classify``: label texts with a trained classifier."""

from collections import Counter
from pathlib import Path

import click

from policynlp.cli.options import say, workspace


@click.command()
@click.argument("model")
@click.option("--data", required=True, metavar="FILE", help="JSONL or CSV with a row for each text.")
@click.option("--text", metavar="COLUMN", help="Column of the text; else the one it was trained on.")
@click.option("--output", metavar="FILE", help="JSONL or CSV to write; else JSONL to standard output.")
def classify(model: str, data: str, text: str | None, output: str | None) -> None:
    """Label texts with a trained classifier (학습한 분류기로 글에 표지를 붙입니다).

    Each row is written with ``label`` and ``score``, the probability of that label.
    """
    from policynlp import labelled
    from policynlp.learning import write_table
    from policynlp.learning.tables import as_jsonl

    home = workspace()
    rows = labelled.classify(labelled.place(model, home), Path(data), text=text, home=home)
    if output is None:
        click.echo(as_jsonl(rows), nl=False)
        return
    write_table(Path(output), rows)
    counts = Counter(row["label"] for row in rows)
    say(
        "classified",
        rows=len(rows),
        place=output,
        counts=", ".join(f"{k} {v}" for k, v in counts.most_common()),
    )
