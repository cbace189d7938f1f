package tool

import "touchline.app/canvas/scene"

// marking draws a rectangle around what is to be selected.
type marking struct{ from scene.Point }

func (s marking) press(*Machine, Event) state { return s }

func (s marking) move(m *Machine, e Event) state {
	m.host.Show(Preview{Marquee: s.around(e.At), Follow: true})
	return s
}

func (s marking) around(p scene.Point) scene.Rect {
	x, y := min(s.from.X, p.X), min(s.from.Y, p.Y)
	return scene.Rect{X: x, Y: y, W: max(s.from.X, p.X) - x, H: max(s.from.Y, p.Y) - y}
}

func (s marking) release(m *Machine, e Event) state {
	if sc := m.host.Scene(); sc != nil {
		refs := Within(sc, s.around(e.At))
		if len(refs) > 0 || !e.Add {
			m.host.Select(added(e, refs), false)
		}
	}
	m.host.Show(Preview{})
	return idle{}
}

// added is what is selected afterwards.
func added(e Event, refs []scene.Ref) []scene.Ref {
	if !e.Add {
		return refs
	}
	had := map[scene.Ref]bool{}
	out := append([]scene.Ref(nil), e.Selected...)
	for _, r := range out {
		had[r] = true
	}
	for _, r := range refs {
		if !had[r] {
			out = append(out, r)
		}
	}
	return out
}

func (marking) cancel(m *Machine) { m.host.Show(Preview{}) }
