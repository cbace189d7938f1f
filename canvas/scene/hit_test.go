package scene_test

import (
	"bytes"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
	"touchline.app/journey/sample"
	"touchline.app/resources"
)

// flight is the sample map with fixed ids.
func flight(t testing.TB) *journey.Map {
	t.Helper()
	return named(t, "flight")
}

func named(t testing.TB, name string) *journey.Map {
	t.Helper()
	seed := make([]byte, 1<<16)
	for i := range seed {
		seed[i] = byte(i*7 + i>>8)
	}
	m, err := sample.Named(name, journey.NewIDs(bytes.NewReader(seed)))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestHitFindsEachCardAndPoint(t *testing.T) {
	for _, d := range journey.Directions {
		m := flight(t)
		m.Head.Direction = d
		t.Run(string(d), func(t *testing.T) { hitsEachCardAndPoint(t, m) })
	}
}

func hitsEachCardAndPoint(t *testing.T, m *journey.Map) {
	t.Helper()
	s := build(m)
	for tp := range m.Touchpoints.All() {
		ref := scene.Ref{Kind: journey.KindTouchpoint, ID: tp.ID}
		for _, role := range []scene.Role{scene.RoleTouchpoint, scene.RoleActual, scene.RoleExpected} {
			n, ok := s.NodeOf(ref, role)
			if !ok {
				t.Fatalf("%s has no node of role %d", tp.Title, role)
			}
			hit, ok := s.Hit(n.Bounds.Center())
			near := role != scene.RoleTouchpoint && tp.Expected.Known && tp.Actual.Known // its twin may lie over it
			if !ok || hit.Ref != ref || (hit.Role != role && !near) {
				t.Errorf("the middle of %s (role %d) hits %+v", tp.Title, role, hit)
			}
		}
	}
	if _, ok := s.Hit(scene.Point{X: -50, Y: -50}); ok {
		t.Error("something is hit beside the page")
	}
}

func TestPlaceAtEachSideOfACard(t *testing.T) {
	for _, d := range journey.Directions {
		m := flight(t)
		m.Head.Direction = d
		t.Run(string(d), func(t *testing.T) { placesBesideCards(t, m, build(m)) })
	}
}

func placesBesideCards(t *testing.T, m *journey.Map, s *scene.Scene) {
	t.Helper()
	before, after := -10.0, 10.0
	if s.RTL {
		before, after = after, before
	}
	for i, st := range m.StagesInOrder() {
		for k, tp := range m.InStage(st.ID) {
			n, _ := s.NodeOf(scene.Ref{Kind: journey.KindTouchpoint, ID: tp.ID}, scene.RoleTouchpoint)
			c := n.Bounds.Center()
			for _, tc := range []struct {
				dx   float64
				want int
			}{{before, k}, {after, k + 1}} {
				p, ok := s.PlaceAt(scene.Point{X: c.X + tc.dx, Y: c.Y})
				if !ok || p.Stage != st.ID || p.Lane != tp.Lane || p.Index != tc.want {
					t.Errorf("stage %d, card %d, %+.0f pt: %+v, want index %d", i, k, tc.dx, p, tc.want)
				}
			}
		}
	}
	if _, ok := s.PlaceAt(s.Emotion.Center()); ok {
		t.Error("a touchpoint can be dropped on the emotion lane")
	}
}

func TestValenceAndBack(t *testing.T) {
	s := build(flight(t))
	for i := range 41 {
		v := journey.RoundValence(-2 + float64(i)/10)
		if got := s.ValenceAt(s.ValenceY(v)); got != v {
			t.Errorf("%v comes back as %v", v, got)
		}
	}
	if s.ValenceAt(-1e9) != 2 || s.ValenceAt(1e9) != -2 {
		t.Error("beyond the plot the valence leaves its range")
	}
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{15, 300, 3000, 10000} {
		m := many(n)
		b.Run(itoa(n)+"/warm", func(b *testing.B) {
			build(m)
			for b.Loop() {
				build(m)
			}
		})
		b.Run(itoa(n)+"/cold", func(b *testing.B) {
			for b.Loop() {
				scene.Build(m, scene.Options{Theme: scene.Light(), Fonts: text.New(resources.Font), Words: resources.Words("en")})
			}
		})
	}
}
