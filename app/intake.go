package app

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"touchline.app/app/chooser"
	"touchline.app/app/kit"
	"touchline.app/app/look"
	"touchline.app/app/say"
	"touchline.app/export/grid"
	"touchline.app/export/inventory"
	figures "touchline.app/export/measure"
)

// tells is what a table that is taken in tells of.
type tells string

// What a table may tell of.
const (
	tellsSurvey      tells = "survey"
	tellsTouchpoints tells = "touchpoints"
	tellsEvents            = tells(figures.Events)
	tellsCustomers         = tells(figures.Customers)
	tellsMetrics           = tells(figures.Metrics)
)

var allTells = []tells{tellsSurvey, tellsEvents, tellsCustomers, tellsMetrics, tellsTouchpoints}

// intake fills the window with a table and what it means: first how it is written,
// then what of it belongs to which touchpoint. The map changes at the end, in one
// step.
type intake struct {
	e       *editor
	src     grid.Source
	path    string
	wish    grid.Wish
	preview grid.Preview
	kind    tells
	chosen  bool       // a person said the kind
	second  intakeStep // nil: the table is looked at

	head    *kit.Ink
	left    *fyne.Container
	middle  *fyne.Container
	note    kit.Remark
	back    *kit.Press
	next    *kit.Press
	settle  *kit.Press // takes what is proposed where a person is asked
	bar     *widget.ProgressBar
	work    *fyne.Container // what is being done, with what cancels it
	stop    context.CancelFunc
	turn    int // of the work that is waited for
	choices *container.Scroll
	object  fyne.CanvasObject
}

// intakeStep is the second step for one kind of table.
type intakeStep interface {
	choices() []fyne.CanvasObject // to the left
	table() fyne.CanvasObject
	accept()
}

// askIntake asks for a table and opens it.
func (e *editor) askIntake() {
	if e.doc == nil || e.intake != nil {
		return
	}
	e.askFile(chooser.Question{
		Title:   say.Text("intake.choose"),
		Filters: []chooser.Filter{{Name: say.Text("intake.tables"), Extensions: []string{".csv", ".tsv", ".txt", ".xlsx"}}, {Name: say.Text("chooser.all")}},
	}, func(paths []string) { e.takeIn(paths[0]) })
}

// takeIn opens the intake of a table.
func (e *editor) takeIn(path string) {
	if e.doc == nil || e.intake != nil {
		return
	}
	t := &intake{e: e, src: grid.File(path), path: path}
	preview, err := grid.Sniff(context.Background(), t.src, t.wish)
	if err != nil {
		e.notOpened(path, err)
		return
	}
	t.preview, t.kind = preview, guess(preview)
	t.build()
	e.intake = t
	e.win.Canvas().Overlays().Add(t.object)
	t.object.Resize(e.win.Canvas().Size())
	t.look()
	e.trace.line(map[string]any{"dialog": "intake", "kind": t.kind})
}

// tellsFigures reports whether a file is a table of answers or figures, and not one
// of touchpoints, which is a map.
func tellsFigures(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv", ".tsv", ".xlsx":
		p, err := grid.Sniff(context.Background(), grid.File(path), grid.Wish{})
		return err == nil && guess(p) != tellsTouchpoints
	}
	return false
}

// guess says what a table tells of, by its columns.
func guess(p grid.Preview) tells {
	if k, ok := figures.Tells(p.Columns); ok {
		return tells(k)
	}
	var names []string
	for _, c := range p.Columns {
		names = append(names, c.Name)
	}
	if inventory.Tells(names) {
		return tellsTouchpoints
	}
	return tellsSurvey
}

// build lays the dialog out. Tab goes through it in the order of the objects.
func (t *intake) build() {
	t.head = kit.NewInk("", 18, kit.Bold, "foreground").Narrow(200)
	t.left, t.middle = kit.Stack(10), container.NewStack()
	t.choices = container.NewVScroll(kit.Inset(4, 20, 16, 20, t.left))
	t.note = kit.NewRemark("", look.Grey)
	t.bar = widget.NewProgressBar()
	t.work = kit.Strip(6, container.New(kit.Fixed{Width: 160}, container.New(kit.Centred{}, t.bar)), kit.NewPress(say.Text("intake.stop"), "", t.abandon))
	t.work.Hide()
	t.back = kit.NewPress(say.Text("intake.back"), "", t.look)
	t.next = kit.NewPress(say.Text("intake.next"), "", t.forward)
	t.next.Primary = true
	t.settle = kit.NewPress(say.Text("intake.settle"), "", func() {
		if s, ok := t.second.(*surveyStep); ok {
			s.settleAll()
		}
	})
	t.settle.Hide()
	buttons := kit.Strip(8, t.settle, kit.NewPress(say.Text("dialog.cancel"), "", t.close), t.back, t.next)
	head := kit.Inset(14, 20, 10, 20, t.head)
	choices := container.New(kit.Fixed{Width: formWidth}, t.choices)
	// Stop stands away from the other buttons: none of them may come under a click that
	// was meant for it.
	foot := kit.NewPlate("inputBackground", "", 0, kit.Framed(kit.Hairline(), nil, nil, nil, kit.Inset(8, 16, 8, 20, kit.Flank(t.work, buttons, t.note.Prose))))
	middle := kit.Inset(0, 20, 10, 4, kit.NewPlate("button", "", 8, t.middle))
	a := &kit.Around{Top: head, Bottom: foot, Left: choices, Middle: middle}
	t.object = kit.NewPlate(look.Panel, "", 0, container.New(a, head, choices, middle, foot))
}

// show puts a step into the window.
func (t *intake) show(title string, choices []fyne.CanvasObject, table fyne.CanvasObject) {
	t.head.Set(say.Text(title, "Name", filepath.Base(t.path)), "foreground")
	t.left.Objects = choices
	t.middle.Objects = []fyne.CanvasObject{table}
	t.choices.ScrollToTop()
	kit.Show(t.back, t.second != nil)
	t.settle.Hide()
	t.next.SetText(say.Text("intake.next"))
	if t.second != nil || t.kind == tellsTouchpoints {
		t.next.SetText(say.Text("intake.accept"))
	}
	t.object.Refresh()
	if f := firstFocus(choices); f != nil {
		t.e.win.Canvas().Focus(f)
	}
}

// firstFocus returns the first thing that takes the keys.
func firstFocus(os []fyne.CanvasObject) fyne.Focusable {
	for _, o := range os {
		if f, ok := o.(fyne.Focusable); ok {
			return f
		}
		if c, ok := o.(*fyne.Container); ok {
			if f := firstFocus(c.Objects); f != nil {
				return f
			}
		}
	}
	return nil
}

// forward goes on to what the table means, or takes it in.
func (t *intake) forward() {
	switch {
	case t.next.Off:
	case t.second != nil:
		t.second.accept()
	case t.kind == tellsTouchpoints:
		path := t.path
		t.close()
		t.e.importBeside(path)
	case t.kind == tellsSurvey:
		newSurveyStep(t).count()
	default:
		newPlacesStep(t).read()
	}
}

// say writes a sentence at the foot.
func (t *intake) say(text string, trouble bool) {
	t.note.Tint(look.Grey)
	if trouble {
		t.note.Tint(look.Negative)
	}
	t.note.Set(text)
	t.object.Refresh()
}

// close closes the dialog and leaves the map as it is.
func (t *intake) close() {
	t.halt()
	t.e.win.Canvas().Overlays().Remove(t.object)
	t.e.intake = nil
	t.e.settle()
}

// typedKey acts on a key that nothing in the dialog has used.
func (t *intake) typedKey(k fyne.KeyName) {
	switch k {
	case fyne.KeyEscape:
		if t.stop != nil {
			t.abandon()
			return
		}
		t.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		t.forward()
	}
}

// pick adds a choice of one among several.
func (t *intake) pick(key string, options []kit.Option, now string, chosen func(string)) fyne.CanvasObject {
	p := kit.NewPicker(chosen)
	p.Set(options, now)
	p.Seen = t.reveal
	return kit.Labelled(key, p)
}

// reveal scrolls to what has the keys.
func (t *intake) reveal(o fyne.CanvasObject) { kit.ScrollTo(t.choices, o) }

// fill adds a line to write in.
func (t *intake) fill(key, hint, now string, changed func(string)) (fyne.CanvasObject, *kit.Answer) {
	a := kit.NewAnswer(hint, nil)
	a.SetText(now)
	a.OnChanged = changed
	a.Seen = t.reveal
	return kit.Labelled(key, a), a
}

// faults says what had to be read in another way than it was written.
func faults(fs []grid.Fault) string {
	text := ""
	for i, f := range fs[:min(len(fs), 3)] {
		if i > 0 {
			text += " "
		}
		text += say.Closed(say.Phrase(f.Said()))
	}
	return text
}

// columnOptions are the columns of a table, after one for none.
func columnOptions(cs []grid.Column) []kit.Option {
	os := []kit.Option{{Value: "", Text: say.Text("choice.none")}}
	for _, c := range cs {
		os = append(os, kit.Option{Value: c.Name, Text: say.OrElse(c.Name, say.Text("unnamed"))})
	}
	return slices.Clip(os)
}
