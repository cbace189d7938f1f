package journey

// Inventory counts the touchpoints of a map by channel and stage: what is there,
// and what is ignored.
type Inventory struct {
	Stages   []Stage   // in time order
	Channels []Channel // in order; a channel without id stands for none and is last, where touchpoints have none
	Cells    [][]Stock // by channel, then by stage
}

// Stock is what is in one place of an inventory.
type Stock struct {
	Touchpoints []ID    // in the order of the journey
	Gap         float64 // mean of the gaps that are known, not rounded
	Gaps        int     // how many are known
}

// TakeInventory counts the touchpoints of a map. Every stage that is shown and
// every channel is in it, also those without touchpoints.
func TakeInventory(m *Map) Inventory {
	return TakeInventoryOf(m, func(Touchpoint) bool { return true })
}

// TakeInventoryOf counts those touchpoints of a map alone of which has is true.
func TakeInventoryOf(m *Map, has func(Touchpoint) bool) Inventory {
	v := Inventory{Channels: m.ChannelsInOrder()}
	for _, s := range m.StagesInOrder() {
		if !s.Hidden {
			v.Stages = append(v.Stages, s)
		}
	}
	stage, channel := map[ID]int{}, map[ID]int{}
	for i, s := range v.Stages {
		stage[s.ID] = i
	}
	for i, c := range v.Channels {
		channel[c.ID] = i
	}
	all := m.Journey()
	none := len(v.Channels)
	for _, t := range all {
		if !m.Channels.Has(t.Channel) {
			channel[t.Channel] = none
		}
	}
	if len(channel) > none {
		v.Channels = append(v.Channels, Channel{})
	}
	v.Cells = make([][]Stock, len(v.Channels))
	for i := range v.Cells {
		v.Cells[i] = make([]Stock, len(v.Stages))
	}
	for _, t := range all {
		if at, ok := stage[t.Stage]; ok && has(t) {
			v.Cells[channel[t.Channel]][at].add(t)
		}
	}
	return v
}

func (s *Stock) add(t Touchpoint) {
	s.Touchpoints = append(s.Touchpoints, t.ID)
	if gap, ok := Gap(t); ok {
		s.Gaps++
		s.Gap += (gap - s.Gap) / float64(s.Gaps)
	}
}

// Channel returns what runs through one channel over all stages.
func (v Inventory) Channel(i int) Stock {
	var all Stock
	for _, s := range v.Cells[i] {
		all.join(s)
	}
	return all
}

// Stage returns what is in one stage over all channels.
func (v Inventory) Stage(i int) Stock {
	var all Stock
	for _, row := range v.Cells {
		all.join(row[i])
	}
	return all
}

// All returns everything that is in a stage.
func (v Inventory) All() Stock {
	var all Stock
	for i := range v.Channels {
		all.join(v.Channel(i))
	}
	return all
}

func (s *Stock) join(o Stock) {
	s.Touchpoints = append(s.Touchpoints, o.Touchpoints...)
	if n := s.Gaps + o.Gaps; n > 0 {
		s.Gap = (s.Gap*float64(s.Gaps) + o.Gap*float64(o.Gaps)) / float64(n)
		s.Gaps = n
	}
}
