"""The order of the stages, and the only place that knows it. Everything here is also the Python interface."""

from policynlp.pipeline.encoding import (
    DEFAULT_ENCODER,
    encode,
    loaded_encoder,
    text_key,
    vectors,
)
from policynlp.pipeline.links import (
    align,
    compare,
    compare_family,
)
from policynlp.pipeline.names import (
    align_many,
    counterparts,
    diff,
    is_address,
    listing,
    load,
    resolve,
)
from policynlp.pipeline.reading import (
    analyse,
    commitments,
    fingerprint,
    read,
    read_address,
    read_builtin,
    read_content,
    read_out,
    stand,
)

__all__ = [
    "DEFAULT_ENCODER",
    "align",
    "align_many",
    "analyse",
    "commitments",
    "compare",
    "compare_family",
    "counterparts",
    "diff",
    "encode",
    "fingerprint",
    "is_address",
    "listing",
    "load",
    "loaded_encoder",
    "read",
    "read_address",
    "read_builtin",
    "read_content",
    "read_out",
    "resolve",
    "stand",
    "text_key",
    "vectors",
]
