"""The pages of the registers: law points, deadlines, messages, words, sources, rates and organs."""
