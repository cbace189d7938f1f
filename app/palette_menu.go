package app

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/say"
)

// menu is what can be done with a piece: it is added where the selection or the view
// is, a channel of the map narrows it, and one's own piece is where its file is.
func (p *palette) menu(en entry) []*fyne.MenuItem {
	add := say.Text("palette.add")
	if s, ok := p.e.stageInView(); ok {
		add = say.Text("palette.add_to", "Stage", say.OrElse(s.Name, say.Text("unnamed")))
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem(add, func() { p.e.insert(en.piece) })}
	if id := en.piece.channel; id != "" {
		f := p.e.filtering
		only := fyne.NewMenuItem(say.Text("palette.only", "Channel", en.text), nil)
		if only.Checked = f.filter.Channel == id; only.Checked {
			id = "" // again shows all
		}
		only.Action = func() { f.filter.Channel = id; f.apply() }
		items = append(items, fyne.NewMenuItemSeparator(), only)
	}
	if en.own {
		items = append(items, fyne.NewMenuItemSeparator(), fyne.NewMenuItem(say.Text("action.own_folder"), func() { p.e.perform("action.own_folder") }))
	}
	return items
}
