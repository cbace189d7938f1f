package app

import (
	"path/filepath"

	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/export"
	"touchline.app/journey"
)

// importFile makes a new map of what an export or a diagram holds; the file stays
// as it is.
func (e *editor) importFile(path string) error {
	m, warnings, err := importMap(path)
	if err != nil {
		return err
	}
	return e.imported(path, m, warnings)
}

// importBeside is importFile beside the interface, for what may take a while.
func (e *editor) importBeside(path string) {
	e.reading++
	turn := e.reading
	e.busy(say.Text("status.reading", "Name", filepath.Base(path)))
	go func() {
		m, warnings, err := importMap(path)
		e.onUI(func() {
			if turn != e.reading {
				return // another file was asked for meanwhile
			}
			e.busy("")
			if err == nil {
				err = e.imported(path, m, warnings)
			}
			if err != nil {
				e.notOpened(path, err)
			}
		})
	}()
}

// imported shows a map that was read from a file of another kind. It lives among
// the scratch maps until she saves it somewhere.
func (e *editor) imported(path string, m *journey.Map, warnings []export.Warning) error {
	if err := e.scratch(m); err != nil {
		return err
	}
	text := say.Text("notice.imported", "Name", filepath.Base(path))
	if len(warnings) > 0 {
		text += " " + say.Count("notice.warnings", len(warnings)) + " " + say.Closed(say.Phrase(warnings[0].Said()))
	}
	e.banner.Say("scratch", text, false, kit.Remedy{Text: say.Text("banner.keep"), Run: e.askSaveAs})
	return nil
}
