package journey

import "testing"

func TestHandOffsAreWhereTheOwnerChanges(t *testing.T) {
	m := New("m", "")
	m.Put(Stage{ID: "s", Order: "V"})
	m.Put(Lane{ID: "l", Order: "V", Type: LaneTouchpoints})
	keys := Spread(6)
	for i, owner := range []string{"", "Web", " web ", "", "Shop", "Web"} {
		m.Put(Touchpoint{ID: ID(rune('a' + i)), Stage: "s", Lane: "l", Order: keys[i], Owner: owner})
	}
	got := HandOffs(m)
	if len(got) != 2 || got["e"] != "web" || got["f"] != "Shop" {
		t.Errorf("handed over are %v", got)
	}
}
