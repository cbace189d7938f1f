package scene

import (
	"slices"

	"touchline.app/journey"
)

// leaveOut takes what is hidden off the map: stages with all they hold.
func (b *builder) leaveOut() {
	shown := make(map[journey.ID]bool, len(b.stages))
	for _, st := range b.stages {
		shown[st.ID] = !st.Hidden
	}
	b.stages = slices.DeleteFunc(b.stages, func(st journey.Stage) bool { return st.Hidden })
	b.journey = slices.DeleteFunc(b.journey, func(t *journey.Touchpoint) bool { return !shown[t.Stage] })
}

// stretch gives what is left of the least width of a map to its columns. Those of
// a stage that has a width of its own keep it, as long as others can take the rest.
func (b *builder) stretch(left float64) {
	own := map[journey.ID]bool{}
	for _, st := range b.stages {
		own[st.ID] = st.Width > 0
	}
	free := 0
	for _, c := range b.s.Columns {
		if !own[c.Stage] {
			free++
		}
	}
	all := free == 0
	if all {
		free = len(b.s.Columns)
	}
	for i := range b.s.Columns {
		if c := &b.s.Columns[i]; all || !own[c.Stage] {
			c.W += left / float64(free)
		}
	}
}
