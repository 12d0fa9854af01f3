"""PDF: characters with places on the page become paragraphs, rows and notes.

``opened`` names what cannot be read, ``page`` takes lines, ruled edges and pictures off a page, ``columns``
puts lines into reading order, ``furniture`` and ``notes`` set apart what is not running text, ``tables``
reads ruled tables, ``flow`` joins lines into paragraphs, ``assembled`` puts the parts together.
"""
