"""How things are drawn on paper: how tall a text is, what a page holds, tables, cards, lines to write on."""
