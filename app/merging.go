package app

import (
	"context"
	"path/filepath"

	"touchline.app/app/chooser"
	"touchline.app/app/document"
	"touchline.app/app/kit"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// askMerge asks for a copy of the map and takes over what was changed in it.
func (e *editor) askMerge() {
	e.askFile(chooser.Question{Title: say.Text("action.merge"), Filters: mapFilters()}, func(paths []string) { e.merge(paths[0]) })
}

// merge takes over what was changed in another copy of the map, or in a file that
// carries it, such as a PDF that came back.
func (e *editor) merge(path string) {
	if isMap(path) {
		e.mergeBy(path, func(ctx context.Context, f *storage.File) (storage.Merged, error) { return f.Merge(ctx, path) })
		return
	}
	e.readAside(path, func(m *journey.Map) {
		e.mergeBy(path, func(ctx context.Context, f *storage.File) (storage.Merged, error) { return f.MergeMap(ctx, m) })
	})
}

func (e *editor) mergeBy(path string, do func(context.Context, *storage.File) (storage.Merged, error)) {
	doc := e.doc
	e.memory.back()
	doc.Ask(func(ctx context.Context, s document.Store) func() {
		f, ok := s.(*storage.File)
		if !ok {
			return func() {}
		}
		done, err := do(ctx, f)
		var m *journey.Map
		if err == nil {
			m, err = f.Reload(ctx)
		}
		return func() {
			switch {
			case e.doc != doc:
			case err != nil:
				e.failed(err)
			default:
				e.merged(path, doc.Adopt(m, "merge", filepath.Base(path)), done.Patches+done.Apart > 0)
			}
		}
	})
}

// merged says what a merge did. News reports whether there was something in the other
// copy, though the map may not show it.
func (e *editor) merged(path string, p edit.Patch, news bool) {
	added, removed := 0, 0
	for _, c := range p.Changes {
		switch {
		case c.Before == nil:
			added++
		case c.After == nil:
			removed++
		}
	}
	text := say.Text("merge.done", "Name", filepath.Base(path), "Added", added, "Changed", len(p.Changes)-added-removed, "Removed", removed)
	switch {
	case p.Empty() && news:
		text = say.Text("merge.beside", "Name", filepath.Base(path))
	case p.Empty():
		text = say.Text("merge.nothing", "Name", filepath.Base(path))
	}
	e.memory.copies.done(path)
	e.banner.Clear("copy")
	e.banner.Say("merge", text, false, kit.Remedy{Text: say.Text("merge.conflicts"), Run: func() {
		e.banner.Clear("merge")
		if e.memory.pane != e.memory.settle {
			e.showConflicts()
		}
	}})
	e.memory.settle.look()
}
