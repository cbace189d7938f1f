package scene

import "touchline.app/journey"

// leaveOut takes what is hidden off the map: stages with all they hold.
func (b *builder) leaveOut() {
	var stages []journey.Stage
	hidden := map[journey.ID]bool{}
	for _, st := range b.stages {
		if st.Hidden {
			hidden[st.ID] = true
			continue
		}
		stages = append(stages, st)
	}
	if len(hidden) == 0 {
		return
	}
	b.stages = stages
	var shown []journey.Touchpoint
	for _, t := range b.journey {
		if !hidden[t.Stage] {
			shown = append(shown, t)
		}
	}
	b.journey = shown
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
