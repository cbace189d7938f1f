package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/additions"
	"touchline.app/app/document"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// own is what the person's own files give for the stage in view.
func (p *palette) own() []group {
	stage, _ := p.e.stageInView()
	var gs []group
	for _, g := range p.e.desk.own.groups {
		if !g.fits(stage.Name) {
			continue
		}
		shown := group{title: g.title}
		for _, it := range g.pieces {
			shown.tiles = append(shown.tiles, p.ownEntry(it, stage.ID))
		}
		gs = append(gs, shown)
	}
	return gs
}

func (p *palette) ownEntry(it piece, stage journey.ID) entry {
	en := entry{piece: it, text: it.title, note: it.through, own: true}
	switch it.kind {
	case journey.KindPainPoint:
		en.fill = look.Pain
	case journey.KindOpportunity:
		en.fill = look.Chance
	case journey.KindNote:
		en.fill = look.Quote
	default:
		en.dot = p.e.hueOf(stage)
	}
	return en
}

// brokenNote names a file of the folder that cannot be used, and says why.
func brokenNote(b brokenFile) fyne.CanvasObject {
	t := widget.NewLabelWithStyle(b.name+": "+say.Sentence(b.err), fyne.TextAlignLeading, fyne.TextStyle{})
	t.Importance = widget.DangerImportance
	t.Wrapping = fyne.TextWrapWord
	return t
}

// channelIn returns the channel the piece goes through in the map of d, and what
// adds it where the map has none of that name.
func (p piece) channelIn(d *document.Document) (journey.ID, []edit.Command) {
	if p.channel != "" || p.through == "" {
		return p.channel, nil
	}
	all := d.Map().ChannelsInOrder()
	if i := slices.IndexFunc(all, func(c journey.Channel) bool { return strings.EqualFold(c.Name, p.through) }); i >= 0 {
		return all[i].ID, nil
	}
	c := journey.Channel{ID: d.NewID(), Name: p.through, Order: additions.Last(all, func(c journey.Channel) string { return c.Order })}
	return c.ID, []edit.Command{additions.Row(c)}
}

// after makes one step of what prepares a command and of the command.
func after(before []edit.Command, subject string, cmd edit.Command) edit.Command {
	if len(before) == 0 {
		return cmd
	}
	return edit.All{Verb: "add", Subject: subject, Commands: append(before, cmd)}
}
