package app

import (
	"touchline.app/app/say"
	"touchline.app/canvas/scene"
	"touchline.app/canvas/text"
	"touchline.app/journey"
)

// syncLimit is the number of touchpoints up to which a map is laid out at once,
// while the person waits; a larger one is laid out beside the interface.
const syncLimit = 500

// againLimit is the same for a map that was laid out before: only what changed is
// drawn again then.
const againLimit = 5000

// scenery keeps the scene of the map up to date and shows it on every board.
type scenery struct {
	onUI   func(func())
	shown  func(*scene.Scene)
	theme  scene.Theme
	now    *scene.Scene
	series *scene.Series // nil before the first map; in use elsewhere while busy
	look   string        // name of the theme of the series
	limit  int           // touchpoints up to which a map is laid out at once now
	busy   bool          // a scene is being laid out
	next   *journey.Map  // the map to lay out after that
	closed bool
}

func newScenery(onUI func(func()), theme scene.Theme, shown func(*scene.Scene)) *scenery {
	return &scenery{onUI: onUI, theme: theme, shown: shown}
}

// layOut lays a map out that is seen once.
func layOut(m *journey.Map, theme scene.Theme) *scene.Scene {
	return scene.Build(m, drawnIn(theme))
}

func drawnIn(theme scene.Theme) scene.Options {
	return scene.Options{Theme: theme, Fonts: text.Embedded(), Words: say.Words()}
}

// ready begins another series where there is none in the theme.
func (s *scenery) ready() {
	if s.series == nil || s.look != s.theme.Name {
		s.series, s.look, s.limit = scene.NewSeries(drawnIn(s.theme)), s.theme.Name, syncLimit
	}
}

// draw lays the map out and shows it. Of several maps that come while one is
// being laid out only the last is.
func (s *scenery) draw(m *journey.Map) {
	if s.busy {
		s.next = m
		return
	}
	s.ready()
	if m.Touchpoints.Len() <= s.limit {
		s.show(s.series.Build(m))
		return
	}
	s.busy = true
	work, series := m.Clone(), s.series
	go func() {
		made := series.Build(work)
		s.onUI(func() {
			s.busy = false
			if s.closed {
				return
			}
			s.show(made)
			if next := s.next; next != nil {
				s.next = nil
				s.draw(next)
			}
		})
	}()
}

// try lays a map out that is shown for a moment, nil where that would take too
// long.
func (s *scenery) try(m *journey.Map) *scene.Scene {
	if s.busy {
		return nil
	}
	s.ready()
	if m.Touchpoints.Len() > s.limit {
		return nil
	}
	return s.series.Build(m)
}

func (s *scenery) show(made *scene.Scene) {
	s.now, s.limit = made, againLimit
	s.shown(made)
}
