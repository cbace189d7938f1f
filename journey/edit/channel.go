package edit

import (
	"fmt"
	"strings"

	"touchline.app/journey"
)

// SetChannel gives touchpoints the channel of a name, as it is typed: the one of
// the map that is called so, or a new one. An empty name takes the channel away.
type SetChannel struct {
	IDs     []journey.ID // of touchpoints
	Name    string
	New     journey.ID // of the channel that is added where no other has the name
	Gesture string     // see Put
}

// Plan implements Command. Touchpoints that are gone meanwhile are left out.
func (c SetChannel) Plan(m *journey.Map) (Patch, error) {
	name := strings.TrimSpace(Clean(c.Name))
	p := Patch{Verb: "edit", Gesture: c.Gesture}
	id, err := c.channel(m, name)
	if err != nil {
		return Patch{}, err
	}
	fresh, had := m.Channels.Get(c.New)
	if id == c.New && name != "" {
		if !had {
			fresh = journey.Channel{ID: c.New, Order: lastChannel(m)}
		}
		fresh.Name = name
		p.put(m, fresh)
	}
	for _, one := range c.IDs {
		if t, ok := m.Touchpoints.Get(one); ok {
			t.Channel = id
			if p.Subject == "" {
				p.Subject = t.Title
			}
			p.put(m, t)
		}
	}
	if had && id != c.New && !c.usedElsewhere(m) {
		p.Changes = append(p.Changes, Change{Before: fresh})
	}
	return p, nil
}

// channel returns the id of the channel of the name, none for no name.
func (c SetChannel) channel(m *journey.Map, name string) (journey.ID, error) {
	if name == "" {
		return "", nil
	}
	for _, o := range m.ChannelsInOrder() {
		if o.ID != c.New && strings.EqualFold(strings.TrimSpace(o.Name), name) {
			return o.ID, nil
		}
	}
	if c.New == "" {
		return "", fmt.Errorf("no channel is called %q, and a new one has no id", name)
	}
	return c.New, nil
}

// usedElsewhere reports whether other touchpoints run through the new channel.
func (c SetChannel) usedElsewhere(m *journey.Map) bool {
	own := map[journey.ID]bool{}
	for _, id := range c.IDs {
		own[id] = true
	}
	for t := range m.Touchpoints.All() {
		if t.Channel == c.New && !own[t.ID] {
			return true
		}
	}
	return false
}

func lastChannel(m *journey.Map) string {
	last := ""
	if all := m.ChannelsInOrder(); len(all) > 0 {
		last = all[len(all)-1].Order
	}
	key, err := journey.Between(last, "")
	if err != nil { // a key from elsewhere that is none: it sorts by id beside it
		return last
	}
	return key
}
