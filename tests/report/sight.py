"""Scripts that ask a page what of it a reader sees."""

IN_VIEW = """element => {
    const box = element.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
}"""
"""Some of it is inside the window."""
ON_TOP = """element => {
    const box = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(box.left + 2, box.top + box.height / 2));
}"""
"""Nothing (a bar that stays in view) covers it."""
LAY_OUT_ALL = """() => {
    const style = new CSSStyleSheet();
    style.replaceSync(".finding, .row { content-visibility: visible !important }");
    document.adoptedStyleSheets = [style];
}"""
"""Makes the browser lay out what is out of view, too: text that it skips has no inner text."""
