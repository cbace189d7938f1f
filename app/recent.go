package app

import (
	"os"
	"path/filepath"
	"slices"

	"touchline.app/app/say"
)

// What is kept in the preferences.
const (
	prefLook      = "look"
	prefCalm      = "calm"
	prefRecent    = "recent"
	prefPalette   = "palette"
	prefInspector = "inspector"
	prefPlaces    = "places"
	prefRestore   = "restore"
	prefSession   = "session"
)

// recentLimit is how many files are remembered.
const recentLimit = 10

// remembered returns the files opened last, the latest first, also those that are
// gone.
func (e *editor) remembered() []string {
	return slices.Clone(e.app.Preferences().StringList(prefRecent))
}

// recent returns those of the remembered files that are there.
func (e *editor) recent() []string {
	return slices.DeleteFunc(e.remembered(), func(p string) bool {
		st, err := os.Stat(p)
		return err != nil || st.IsDir()
	})
}

func (e *editor) remember(path string) {
	list := slices.DeleteFunc(e.remembered(), func(p string) bool { return p == path })
	list = append([]string{path}, list...)
	e.app.Preferences().SetStringList(prefRecent, list[:min(len(list), recentLimit)])
}

func (e *editor) forget(path string) {
	e.app.Preferences().SetStringList(prefRecent, slices.DeleteFunc(e.remembered(), func(p string) bool { return p == path }))
}

// recentChoices is the menu of the files opened last.
func recentChoices(e *editor) []choice {
	var cs []choice
	for _, p := range e.recent() {
		cs = append(cs, choice{shortPath(p), func(e *editor) { e.openAnywhere(p) }})
	}
	if len(cs) > 0 {
		cs = append(cs, choice{say.Text("recent.forget"), (*editor).forgetAll})
	}
	return cs
}

// forgetAll empties the list of the files opened last. The files stay.
func (e *editor) forgetAll() {
	e.app.Preferences().SetStringList(prefRecent, []string{})
	e.desk.listed()
}

// takeOff takes a file off the list.
func (e *editor) takeOff(path string) {
	e.forget(path)
	e.desk.listed()
}

// shortPath is the name of a file with the folder it is in.
func shortPath(p string) string {
	return filepath.Join(filepath.Base(filepath.Dir(p)), filepath.Base(p))
}

// folder returns where file dialogs begin: beside the latest file that is no
// scratch map, or in the documents.
func (e *editor) folder() string {
	scratch, _ := scratchFolder() // without one every folder will do
	for _, p := range e.recent() {
		if dir := filepath.Dir(p); dir != scratch {
			return dir
		}
	}
	home, err := e.home()
	if err != nil {
		return ""
	}
	if docs := filepath.Join(home, "Documents"); isFolder(docs) {
		return docs
	}
	return home
}

func isFolder(path string) bool {
	st, err := os.Stat(path)
	return err == nil && st.IsDir()
}
