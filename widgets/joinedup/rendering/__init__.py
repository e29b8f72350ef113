"""From data to what a page or a notebook shows: templates, styles, linked scripts."""
