"""Link: what every place in the knowledge base rests on, and what rests on it."""
