"""HWP 5 and HWPX: two containers of one document model, and one walk from the model to pieces.

The records of HWP 5 and the keys of distribution files are read with hwp2markdown (imports as ``hwp2md``).
Its ``read_blocks`` is not enough: it keeps no cells, headers, outline numbers, comments or styles.
"""
