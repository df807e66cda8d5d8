"""Minutes kept line by line, read in two steps: first into a sheet of items, then item by item into decisions.

Lines into items, in the order in which each next line is asked (`reading`, with `state` between the lines):

1. `headings`, `lines`: which headings, labels and verdicts a line can be; `parts`: whether it opens a part;
2. `overviews`, `openings`, `whole`, `reports`: whether it lists the agenda, opens an item, or tells one whole; else it
   belongs to the item, the resolutions or the loose lines so far; `barred`: rows of a label and its value are lines;
3. `rows`: tables of matters beside them; what comes of it all is the `sheet`.

Items into decisions, once `page` holds the sheet:

4. `titles`: the matter in an item's title; `verdicts`, `statements`: what its lines say became of it;
5. `items`, `resolutions`, `acts`, `chosen`: one record each; `overheads`: takes away what only heads others.
"""

from data.facts.decisions.minutes.reading import read_minutes
from data.facts.decisions.minutes.sheet import Minutes

__all__ = ["Minutes", "read_minutes"]
