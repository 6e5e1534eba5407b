"""Other views of a story: larger, alone, full screen, as readers get it, as print sets it, beside another."""
