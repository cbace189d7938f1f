package app

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/journey"
)

// laneName is how wide the name of a lane may be, in units.
const laneName = 104

// scopes adds the range of stages and the lanes.
func (f *exportForm) scopes() {
	stages, lanes := f.m.StagesInOrder(), f.m.LanesInOrder()
	always := func() bool { return true }
	if len(stages) > 1 {
		from, to := kit.NewPicker(nil), kit.NewPicker(nil)
		from.Seen, to.Seen = f.reveal, f.reveal
		os := make([]kit.Option, len(stages))
		for i, s := range stages {
			os[i] = kit.Option{Value: strconv.Itoa(i), Text: say.OrElse(s.Name, say.Text("unnamed"))}
		}
		at := func(id journey.ID, otherwise int) int {
			if i := slices.IndexFunc(stages, func(s journey.Stage) bool { return s.ID == id }); i >= 0 {
				return i
			}
			return otherwise
		}
		from.Chosen = func(v string) { f.pickStages(stages, v, "") }
		to.Chosen = func(v string) { f.pickStages(stages, "", v) }
		f.fits = append(f.fits, func() {
			from.Set(os, strconv.Itoa(at(f.scope.From, 0)))
			to.Set(os, strconv.Itoa(at(f.scope.To, len(stages)-1)))
		})
		f.add(kit.Pair(kit.Labelled("export.from", kit.Outlined(from)), kit.Labelled("export.to", kit.Outlined(to))), always)
	}
	if len(lanes) > 1 {
		f.add(kit.Labelled("export.lanes", f.laneTicks(lanes)), func() bool { return !f.choices.viewing() })
	}
}

// pickStages sets an end of the range; the other end follows where it would lie
// before it.
func (f *exportForm) pickStages(stages []journey.Stage, from, to string) {
	if i, err := strconv.Atoi(from); err == nil {
		f.scope.From = stages[i].ID
		if j := slices.IndexFunc(stages, func(s journey.Stage) bool { return s.ID == f.scope.To }); j >= 0 && j < i {
			f.scope.To = f.scope.From
		}
	}
	if i, err := strconv.Atoi(to); err == nil {
		f.scope.To = stages[i].ID
		if j := slices.IndexFunc(stages, func(s journey.Stage) bool { return s.ID == f.scope.From }); j > i {
			f.scope.From = f.scope.To
		}
	}
	f.touched()
}

// laneTicks makes a box to be ticked for each lane; the last that is ticked stays.
func (f *exportForm) laneTicks(lanes []journey.Lane) fyne.CanvasObject {
	box := container.NewGridWithColumns(2)
	for _, l := range lanes {
		if l.Hidden {
			continue
		}
		name := kit.Shorten(say.OrElse(l.Name, say.Word("lane", l.Type)), laneName, theme.TextSize(), fyne.TextStyle{})
		t := kit.NewToggle(name, func(on bool) {
			f.scope.Without = slices.DeleteFunc(f.scope.Without, func(id journey.ID) bool { return id == l.ID })
			if !on && f.seen(lanes) > 1 {
				f.scope.Without = append(f.scope.Without, l.ID)
			}
			f.touched()
		})
		t.Seen = f.reveal
		f.fits = append(f.fits, func() { t.Set(!slices.Contains(f.scope.Without, l.ID)) })
		box.Add(t)
	}
	return box
}

// seen counts the lanes that are exported and shown.
func (f *exportForm) seen(lanes []journey.Lane) int {
	n := 0
	for _, l := range lanes {
		if !l.Hidden && !slices.Contains(f.scope.Without, l.ID) {
			n++
		}
	}
	return n
}
