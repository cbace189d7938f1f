package journey

import "strings"

// HandOffs returns the touchpoints the customer reaches by being handed over: who
// answers for them is another than who answers for the touchpoint before. The
// value is that owner's name. Where nobody is named nothing is handed over.
func HandOffs(m *Map) map[ID]string {
	out := map[ID]string{}
	before := ""
	for _, t := range m.Journey() {
		now := strings.TrimSpace(t.Owner)
		if now == "" {
			continue
		}
		if before != "" && !strings.EqualFold(before, now) {
			out[t.ID] = before
		}
		before = now
	}
	return out
}
