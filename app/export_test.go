//go:build ci

package app

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"touchline.app/app/document/documenttest"
	"touchline.app/app/look"
	"touchline.app/canvas/scene"
	"touchline.app/export/embed"
	"touchline.app/export/page"
	out "touchline.app/export/press"
	"touchline.app/export/report"
	"touchline.app/journey"
)

// finished runs the interface until nothing is being exported.
func finished(e *editor, ui *documenttest.Loop) {
	ui.T.Helper()
	ui.Until("exported", func() bool { return e.exporting == nil })
}

func TestExportsAreWrittenBesideTheInterface(t *testing.T) {
	e, ui, _ := opening(t)
	for _, format := range out.Formats {
		path := filepath.Join(t.TempDir(), "flight."+string(format))
		c := firstChoices()
		c.Format = format
		e.export(path, c, scope{})
		if e.status.busy.Text == "" {
			t.Error("nobody says that something is written")
		}
		finished(e, ui)
		if st, err := os.Stat(path); err != nil || st.Size() < 300 {
			t.Errorf("%s: %v", format, err)
		}
		if !strings.Contains(e.banner.Text.Text, path) || e.status.busy.Text != "" {
			t.Errorf("the banner says %q", e.banner.Text.Text)
		}
	}
	e.export(filepath.Join(t.TempDir(), "no", "such", "folder", "x.pdf"), firstChoices(), scope{})
	finished(e, ui)
	if e.banner.Plate.Fill != look.Pain || !strings.Contains(e.banner.Text.Text, "folder") {
		t.Errorf("a failed export says %q", e.banner.Text.Text)
	}
}

func TestALongExportIsShownAndCanBeCancelled(t *testing.T) {
	e, ui, _ := opening(t)
	focused := e.win.Canvas().Focused()
	ctx, cancel := context.WithCancel(context.Background())
	x := &exporting{path: "/a/long.pdf", cancel: cancel, done: make(chan struct{})}
	e.exporting = x
	x.parts.Store(3)
	x.total.Store(4)
	e.showProgress(x)
	if !e.status.advance.Visible() || e.status.bar.Value != 0.75 || e.win.Canvas().Focused() != focused {
		t.Errorf("the bar is at %v", e.status.bar.Value)
	}
	e.export("/a/other.pdf", firstChoices(), scope{})
	if e.exporting != x || !strings.Contains(e.banner.Text.Text, "long.pdf") {
		t.Error("two exports are written at once")
	}
	e.status.cancel.Act()
	if !errors.Is(ctx.Err(), context.Canceled) {
		t.Error("it goes on")
	}
	e.exported(x, firstChoices(), nil, ctx.Err())
	if e.status.advance.Visible() || e.banner.Plate.Fill == look.Pain || e.exporting != nil {
		t.Errorf("afterwards it says %q", e.banner.Text.Text)
	}
	_ = ui
}

func TestTheEndOfTheProgramWaitsForAnExport(t *testing.T) {
	e, ui, path := opening(t)
	out := filepath.Join(filepath.Dir(path), "flight.pdf")
	e.export(out, firstChoices(), scope{})
	x := e.exporting
	e.stopExport()
	select {
	case <-x.done:
	default:
		t.Error("the export still writes")
	}
	finished(e, ui)
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}

// asking opens the export dialog and waits for its preview.
func asking(t *testing.T) (*editor, *documenttest.Loop, *exportDialog) {
	t.Helper()
	e, ui, _ := opening(t)
	home := t.TempDir()
	e.home = func() (string, error) { return home, nil }
	e.perform("action.export")
	d := e.exportDialog
	if d == nil {
		t.Fatal("there is no dialog")
	}
	ui.Until("a preview", func() bool { return d.preview.now != nil })
	return e, ui, d
}

// again waits for the preview of choices that were just made.
func again(ui *documenttest.Loop, d *exportDialog) {
	ui.T.Helper()
	d.preview.now = nil
	d.form.touched()
	ui.Until("another preview", func() bool { return d.preview.now != nil })
}

func TestThePreviewShowsThePagesThatWillPrint(t *testing.T) {
	_, ui, d := asking(t)
	for name, tt := range map[string]struct {
		change func(*choices)
		least  int
	}{
		"fit":     {func(c *choices) { c.Mode, c.Paper = page.Single, page.Fit }, 1},
		"split":   {func(c *choices) { c.Mode, c.Paper = page.Split, page.A4 }, 2},
		"poster":  {func(c *choices) { c.Mode, c.Paper, c.Tile = page.Poster, page.A0, page.A3 }, 8},
		"reports": {func(c *choices) { c.Mode, c.Paper, c.Reports = page.Single, page.A3, report.Kinds }, 3},
	} {
		t.Run(name, func(t *testing.T) {
			d.form.choices = firstChoices()
			tt.change(&d.form.choices)
			d.preview.sheet = 0
			again(ui, d)
			want, err := out.Document(t.Context(), d.e.doc.Map(), d.form.choices.options(d.e.doc.Map(), scope{}))
			if err != nil {
				t.Fatal(err)
			}
			if got := d.preview.sheets(); got != len(want.Sheets) || got < tt.least {
				t.Errorf("%d pages, %d will print", got, len(want.Sheets))
			}
			d.typedKey(fyne.KeyPageDown)
			d.typedKey(fyne.KeyPageDown)
			if got, last := d.preview.sheet, d.preview.sheets()-1; got != min(2, last) {
				t.Errorf("page %d of %d after two steps", got, last)
			}
			d.typedKey(fyne.KeyPageUp)
			ui.Until("a picture", func() bool { return d.preview.paper.Image != nil })
		})
	}
	d.form.choices = firstChoices()
	d.form.choices.Paper = page.A4
	again(ui, d)
	if len(d.preview.now.warnings) == 0 || d.warnings.Said == "" || !d.scroll.Visible() {
		t.Error("nobody says that the texts are too small on A4")
	}
}

func TestLatePreviewsAreDropped(t *testing.T) {
	_, ui, d := asking(t)
	d.form.choices.Format = out.JSON
	d.form.touched()
	d.form.choices.Format = out.PNG
	again(ui, d)
	if d.preview.now.doc == nil || d.preview.busy {
		t.Error("an older preview is shown")
	}
	d.close()
	if d.preview.timer != nil {
		d.preview.timer.Stop()
	}
}

func TestOnlyChoicesThatFitAreSeen(t *testing.T) {
	_, _, d := asking(t)
	seen := func() (n int) {
		for _, r := range d.form.rows {
			if r.Visible() {
				n++
			}
		}
		return n
	}
	count := map[out.Format]int{}
	for _, f := range out.Formats {
		d.form.choices.Format = f
		d.form.refresh()
		count[f] = seen()
	}
	if !(count[out.PDF] > count[out.SVG] && count[out.PNG] > count[out.JSON] && count[out.JSON] >= 3) {
		t.Errorf("choices seen: %v", count)
	}
	d.form.choices.Format, d.form.choices.Mode, d.form.choices.Paper = out.PDF, page.Split, page.Fit
	d.form.refresh()
	if d.form.choices.Paper == page.Fit {
		t.Error("a split map is offered on a page as large as itself")
	}
}

func TestTheExportDialogWorksWithoutTheMouse(t *testing.T) {
	e, ui, d := asking(t)
	press := func(k fyne.KeyName) {
		if f := e.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
			return
		}
		e.typedKey(&fyne.KeyEvent{Name: k})
	}
	if e.win.Canvas().Focused() != fyne.Focusable(d.form.format) {
		t.Fatal("the cursor is not in the first choice")
	}
	press(fyne.KeyRight)
	if d.form.choices.Format != out.Formats[1] || !strings.HasSuffix(d.path.Text, "."+string(out.Formats[1])) {
		t.Errorf("an arrow chooses %s for %s", d.form.choices.Format, d.path.Text)
	}
	press(fyne.KeyLeft)
	path := d.target()
	press(fyne.KeyReturn)
	finished(e, ui)
	if e.exportDialog != nil || e.asks() {
		t.Error("the dialog stays")
	}
	first, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(first, []byte("%PDF")) {
		t.Fatalf("%s: %v", path, err)
	}
	e.perform("action.export_again")
	finished(e, ui)
	if second, err := os.ReadFile(path); err != nil || !bytes.Equal(first, second) {
		t.Errorf("exported again it is another file: %v", err)
	}
	e.perform("action.export")
	if got := e.exportDialog.target(); got != path {
		t.Errorf("the dialog offers %s, want %s again", got, path)
	}
	press(fyne.KeyEscape)
	if e.exportDialog != nil || e.asks() {
		t.Error("Escape does not close it")
	}
}

func TestAnotherFileIsReplacedOnlyWhenSaidTwice(t *testing.T) {
	e, ui, d := asking(t)
	path := filepath.Join(t.TempDir(), "mine.pdf")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.path.SetText(path)
	d.submit()
	if e.exportDialog == nil || !d.note.Visible() {
		t.Fatal("nobody asks")
	}
	d.path.SetText(path + "x")
	d.path.SetText(path)
	d.submit()
	if b, _ := os.ReadFile(path); e.exportDialog == nil || string(b) != "mine" {
		t.Fatal("the question counts for another name")
	}
	d.submit()
	finished(e, ui)
	if b, _ := os.ReadFile(path); !bytes.HasPrefix(b, []byte("%PDF")) {
		t.Error("it is not replaced")
	}
}

func TestTheNameOfTheFileChoosesTheFormat(t *testing.T) {
	_, _, d := asking(t)
	d.path.SetText("trip.svg")
	if d.form.choices.Format != out.SVG || d.form.format.At != 2 || filepath.Base(d.target()) != "trip.svg" {
		t.Errorf("trip.svg is written as %s to %s", d.form.choices.Format, d.target())
	}
	d.path.SetText("v1.2")
	if d.form.choices.Format != out.SVG || filepath.Base(d.target()) != "v1.2.svg" {
		t.Errorf("v1.2 is written as %s to %s", d.form.choices.Format, d.target())
	}
}

func TestChoicesAreRemembered(t *testing.T) {
	e, ui, d := asking(t)
	stages := e.doc.Map().StagesInOrder()
	d.form.choices.Mode, d.form.choices.Paper, d.form.choices.Accent, d.form.choices.Reports = page.Poster, page.A1, "#1A73E8", report.Kinds[:1]
	d.form.scope = scope{From: stages[1].ID, To: stages[2].ID}
	want, part := d.form.choices.text(), d.form.scope
	d.submit()
	finished(e, ui)
	e.perform("action.export")
	d = e.exportDialog
	if got := d.form.choices.text(); got != want || d.form.scope.From != part.From || d.form.scope.To != part.To {
		t.Errorf("remembered is %s, want %s", got, want)
	}
	if o := d.form.choices.options(e.doc.Map(), d.form.scope); len(o.Stages) != 2 || o.Page.Accent.A != 255 {
		t.Errorf("options %+v", o)
	}
	for _, bad := range []string{"", "{", `{"Format":"exe","Margin":-3,"Overlap":1e9,"Accent":"red","Reports":["none"],"Size":"0"}`} {
		if got := readChoices(bad).text(); got != firstChoices().text() && !strings.Contains(got, `"Reports":[]`) {
			t.Errorf("%q gives %s", bad, got)
		}
	}
}

func TestTheRangeOfStagesStaysARange(t *testing.T) {
	e, _, d := asking(t)
	stages := e.doc.Map().StagesInOrder()
	d.form.pickStages(stages, "", "1")
	d.form.pickStages(stages, "3", "")
	if d.form.scope.From != stages[3].ID || d.form.scope.To != stages[3].ID {
		t.Errorf("from the fourth to the second gives %+v", d.form.scope)
	}
	d.form.pickStages(stages, "", "0")
	if d.form.scope.From != stages[0].ID {
		t.Errorf("to the first gives %+v", d.form.scope)
	}
	if s, l := (scope{}).named(e.doc.Map()); s != nil || l != nil {
		t.Error("all of the map is named one by one")
	}
	lanes := e.doc.Map().LanesInOrder()
	if _, l := (scope{Without: []journey.ID{lanes[0].ID}}).named(e.doc.Map()); len(l) != len(lanes)-1 {
		t.Errorf("%d lanes without one of %d", len(l), len(lanes))
	}
	if (scope{From: "gone"}).fits(e.doc.Map()) {
		t.Error("a stage that is gone fits")
	}
}

func TestExportsOpenAgainAsMaps(t *testing.T) {
	e, ui, _ := opening(t)
	want := journey.Digest(e.doc.Map())
	for _, f := range []out.Format{out.PDF, out.PNG, out.SVG, out.JSON} {
		path := filepath.Join(t.TempDir(), "flight."+string(f))
		c := firstChoices()
		c.Format = f
		e.export(path, c, scope{})
		finished(e, ui)
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc := e.doc
		e.dropped([]fyne.URI{storage.NewFileURI(path)})
		button(t, e, "dialog.this_window")
		ui.Until("another map is open", func() bool { return e.doc != doc })
		if got := journey.Digest(e.doc.Map()); got != want || filepath.Ext(e.doc.Path()) != extension {
			t.Errorf("%s: another map is open, in %s", f, e.doc.Path())
		}
		if !strings.Contains(e.banner.Text.Text, filepath.Base(path)) {
			t.Errorf("%s: the banner says %q", f, e.banner.Text.Text)
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
			t.Errorf("%s: the file was touched", f)
		}
	}
	doc := e.doc
	for name, text := range map[string]string{"a.pdf": "%PDF-1.7\nno map\n", "a.png": "\x89PNG\r\n\x1a\n", "a.txt": "Dear all,\n", "a.svg": "<svg/>"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		e.dropped([]fyne.URI{storage.NewFileURI(path)})
		button(t, e, "dialog.this_window")
		ui.Until("somebody says that there is no map in "+name, e.asks)
		if e.doc != doc {
			t.Errorf("%s: another map is open", name)
		}
		e.dismiss()
		for e.asks() {
			e.win.Canvas().Overlays().Remove(e.win.Canvas().Overlays().Top())
		}
	}
}

func TestAFileWithoutTheMapHasNone(t *testing.T) {
	e, ui, _ := opening(t)
	path := filepath.Join(t.TempDir(), "a.pdf")
	c := firstChoices()
	c.NoMap = true
	e.export(path, c, scope{})
	finished(e, ui)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := embed.Find(b); err == nil {
		t.Error("the map travels all the same")
	}
}

func TestAPictureOfTheSelectionIsCopied(t *testing.T) {
	e, ui, _ := opening(t)
	var copied []byte
	e.copyOut = func(b []byte) error {
		copied = b
		return nil
	}
	size := func() (w, h int) {
		ui.Until("copied", func() bool { return e.status.busy.Text == "" })
		return int(copied[16])<<24 | int(copied[17])<<16 | int(copied[18])<<8 | int(copied[19]), int(copied[22])<<8 | int(copied[23])
	}
	e.perform("action.copy_picture")
	w, _ := size()
	if want := int(e.scenery.now.Size.X * 2); w < want || w > want+1 {
		t.Errorf("the map is %d pixels wide, want %d", w, want)
	}
	e.selected(refTo(e, 3))
	e.perform("action.copy_picture")
	if part, _ := size(); part >= w/3 || part < 100 {
		t.Errorf("one touchpoint is %d pixels wide, the map %d", part, w)
	}
	e.copyOut = nil
	e.perform("action.copy_picture")
	ui.Until("copied", func() bool { return e.status.busy.Text == "" })
	if e.banner.Plate.Fill != look.Pain || len(e.banner.Buttons.Objects) != 2 {
		t.Errorf("without a clipboard it says %q", e.banner.Text.Text)
	}
	if r := selected(e.scenery.now, []scene.Ref{{Kind: journey.KindPersona, ID: "gone"}}); r.W != e.scenery.now.Size.X {
		t.Errorf("nothing that is seen gives %v", r)
	}
}
