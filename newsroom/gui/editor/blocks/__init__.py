"""Tables, boxes and footnotes: put in, changed, and what keys mean in them."""
