"""What could be better about a checklist that can be used: its words, its sources, its weights."""
