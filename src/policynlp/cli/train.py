"""``policynlp train``: a classifier of the user's own labels."""

from pathlib import Path

import click

from policynlp.cli.options import encoder_option, say, workspace


@click.command()
@click.argument("model")
@click.option("--data", required=True, metavar="FILE", help="JSONL or CSV with a row for each example.")
@click.option("--text", default="text", show_default=True, metavar="COLUMN", help="Column of the text.")
@click.option("--label", default="label", show_default=True, metavar="COLUMN", help="Column of the label.")
@click.option("--language", metavar="CODE", help="Language of the texts; else each shows its own.")
@encoder_option
def train(model: str, data: str, text: str, label: str, language: str | None, encoder: str) -> None:
    """Train a classifier on labelled texts (표지를 붙인 글로 분류기를 학습합니다).

    MODEL is a folder, or a name under the workspace's models/. The best of several classifiers over
    embeddings, letters and extracted commitments is chosen by cross-validation; card.json in the folder
    says how well it does.
    """
    from policynlp import labelled

    home = workspace()
    folder = labelled.place(model, home)
    made = labelled.train(
        folder, Path(data), text=text, label=label, encoder=encoder, language=language, home=home
    )
    card = made.card
    say(
        "trained",
        place=folder,
        rows=card["rows"],
        labels=", ".join(made.classes),
        chosen=card["chosen"],
        f1=f"{card['cross_validated']:.3f}",
        floor=f"{card['always_the_commonest']:.3f}",
        folds=card["folds"],
    )
