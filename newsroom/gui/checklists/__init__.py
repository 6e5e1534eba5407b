"""Setting what is asked before a story goes on: checklists by way, genre and section; four eyes by section."""
