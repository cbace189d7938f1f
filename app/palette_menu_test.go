//go:build ci

package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/kit"
	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// labels returns what a menu offers, without its lines.
func labels(items []*fyne.MenuItem) []string {
	var out []string
	for _, it := range items {
		if !it.IsSeparator {
			out = append(out, it.Label)
		}
	}
	return out
}

func TestATileOffersWhatCanBeDoneWithIt(t *testing.T) {
	e, _, _ := opening(t)
	e.desk.stock(readLibrary(stocked(t)))
	stage := e.doc.Map().StagesInOrder()[1]
	e.pick(scene.Ref{Kind: journey.KindStage, ID: stage.ID})
	add := "Add to " + stage.Name
	channel := e.doc.Map().ChannelsInOrder()[0]
	for text, want := range map[string][]string{
		"Pain point": {add},
		channel.Name: {add, "Show only " + channel.Name},
		"Logs in":    {add, "Folder of your palette and templates"},
	} {
		tile, ok := find(e.palette.object, func(t *kit.Tile) bool { return t.Text == text })
		if !ok {
			t.Fatalf("the palette has no %s", text)
		}
		if got := labels(tile.Menu()); !slices.Equal(got, want) {
			t.Errorf("%s offers %q, want %q", text, got, want)
		}
	}
	before := len(e.doc.Map().InStage(stage.ID))
	tile, _ := find(e.palette.object, func(t *kit.Tile) bool { return t.Text == channel.Name })
	tile.Menu()[0].Action()
	if got := e.doc.Map().InStage(stage.ID); len(got) != before+1 || got[before].Channel != channel.ID {
		t.Errorf("the stage has %d touchpoints instead of %d", len(got), before+1)
	}
	for _, want := range []journey.ID{channel.ID, ""} {
		items := tile.Menu()
		only := items[len(items)-1]
		if only.Checked != (want == "") {
			t.Errorf("before it shows %q, it is marked: %v", want, only.Checked)
		}
		only.Action()
		if got := e.filtering.filter.Channel; got != want {
			t.Errorf("shown is %q, want %q", got, want)
		}
	}
}

func TestTheMenuOfATileIsOpenedByPointerAndKey(t *testing.T) {
	e, _, _ := opening(t)
	tile, _ := find(e.palette.object, func(t *kit.Tile) bool { return t.Text == "Opportunity" })
	over := e.win.Canvas().Overlays()
	for name, open := range map[string]func(){
		"pointer": func() { tile.TappedSecondary(&fyne.PointEvent{}) },
		"key":     func() { tile.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu}) },
	} {
		open()
		top := over.Top()
		if _, ok := find(top, func(*widget.PopUpMenu) bool { return true }); !ok {
			t.Fatalf("the %s opens %T", name, top)
		}
		over.Remove(top)
	}
}
