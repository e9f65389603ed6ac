"""Show: accounts in, text out: for a terminal, as one page, as JSON Lines."""
