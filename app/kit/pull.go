package kit

// Pull is a drag of one object that Escape takes back, whatever has the keys: what the
// hand does after that, until it lets go, does not count.
type Pull struct {
	on, off bool
	back    func()
}

// pulled is what the hand drags, in whichever window: there is one hand. It belongs to
// the interface's goroutine.
var pulled *Pull

// Goes is called for each step of the drag, and reports whether it counts. back takes
// away what the drag shows.
func (p *Pull) Goes(back func()) bool {
	if p.off {
		return false
	}
	p.on, p.back = true, back
	pulled = p
	return true
}

// Ends is called when the hand lets go, and reports whether that counts.
func (p *Pull) Ends() bool {
	was := p.on
	p.on, p.off = false, false
	if pulled == p {
		pulled = nil
	}
	return was
}

// TakeBack takes a drag back that is under way, and reports whether it was.
func (p *Pull) TakeBack() bool {
	if !p.on {
		return false
	}
	p.on, p.off = false, true
	if pulled == p {
		pulled = nil
	}
	p.back()
	return true
}

// TakeBack takes back what the hand drags, and reports whether it drags anything.
func TakeBack() bool { return pulled != nil && pulled.TakeBack() }
