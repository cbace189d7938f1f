package tool

// idle waits for a press.
type idle struct{}

func (idle) press(_ *Machine, e Event) state {
	if e.Pan {
		return panning{last: e}
	}
	return pressing{from: e}
}

func (s idle) move(*Machine, Event) state    { return s }
func (s idle) release(*Machine, Event) state { return s }
func (idle) cancel(*Machine)                 {}
