"""Makes the sample tender packs from their text sources."""
