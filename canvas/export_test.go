package canvas

// Drawing reports whether the workers still have tiles to hand in.
func (b *Board) Drawing() bool { return len(b.tiles.asked) > 0 }

// Slow lets no more than one tile be drawn at once.
func (b *Board) Slow() { b.tiles.budget = -1 }
