"""``policynlp export``: what is stored, as files for other tools."""

from pathlib import Path
from typing import Literal

import click

from policynlp.cli.options import say, workspace_or_new


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER")
@click.option("--format", type=click.Choice(["parquet", "csv"]), default="parquet", show_default=True)
def export(folder: Path, format: Literal["parquet", "csv"]) -> None:
    """Write what is stored as Parquet or CSV files, one a table (저장된 내용을 파일로 내보냅니다).

    documents, clauses, commitments, mentions, glossary, facts and counterparts, of one moment and in a fixed
    order; each file is written whole or not at all. Rows of clauses and the rest name their document.
    """
    for path in workspace_or_new().store.export(folder, format):
        say("exported", place=path)
