"""Word's own files: package, styles, automatic numbers, text, tables."""
