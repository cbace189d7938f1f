package canvas

// Drawing reports whether the workers still have tiles to hand in.
func (b *Board) Drawing() bool { return len(b.tiles.asked) > 0 }
