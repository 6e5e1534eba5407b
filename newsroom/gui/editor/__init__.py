"""The editor: headline fields and the rich text of a story on one calm page."""
