package app

import (
	"slices"
	"strings"

	"touchline.app/app/document"
	"touchline.app/app/say"
	"touchline.app/journey"
	"touchline.app/journey/compare"
	"touchline.app/journey/edit"
)

// stepVerbs are the words a step of the history is called by; see edit.Patch.
var stepVerbs = []string{
	"edit", "add", "move", "delete", "feel", "duplicate", "merge", "settle", "restore", "resize", "hide", "show", "color",
	"import evidence", "import events", "import customers", "import metrics", "choose source of", "forget the counts of",
}

func undoLabel(e *editor) string {
	return stepLabel(e, "action.undo", "undo.step", (*document.Document).NextUndo)
}

func redoLabel(e *editor) string {
	return stepLabel(e, "action.redo", "redo.step", (*document.Document).NextRedo)
}

// stepLabel says what would be taken back, as in "Undo move Books online".
func stepLabel(e *editor, none, key string, next func(*document.Document) (edit.Patch, bool)) string {
	if e.doc == nil {
		return say.Text(none)
	}
	p, ok := next(e.doc)
	if !ok {
		return say.Text(none)
	}
	return say.Text(key, "Step", stepText(p))
}

// stepText names a step by what was done and what it was done to.
func stepText(p edit.Patch) string {
	verb := p.Verb
	if !slices.Contains(stepVerbs, verb) {
		verb = "edit"
	}
	if field := stepField(p); field != "" && verb == "edit" {
		return say.Text("step.edit_field", "Subject", stepSubject(p), "Field", field)
	}
	return say.Text("step."+verb, "Subject", stepSubject(p))
}

// ownName are the fields a thing is known by: a step that changes one names it already.
var ownName = []string{"title", "name", "text"}

// stepField is what the one field is called that a step changed, empty where it changed
// several, or what the thing is called.
func stepField(p edit.Patch) string {
	name := ""
	for _, c := range p.Changes {
		fields := compare.FieldsOf(c.Before, c.After)
		if len(fields) != 1 || name != "" && name != fields[0] {
			return ""
		}
		name = fields[0]
	}
	if name == "" || slices.Contains(ownName, name) {
		return ""
	}
	return fieldText(p.Changes[0].Row().Kind(), name)
}

// several is how many things a step did the same to; 0 where it did more than that.
func several(p edit.Patch) int {
	if p.Verb != "edit" && p.Verb != "feel" {
		return 0
	}
	for _, c := range p.Changes {
		if c.Before == nil || c.After == nil || c.Before.Kind() != p.Changes[0].Row().Kind() {
			return 0
		}
	}
	return len(p.Changes)
}

// longestSubject is how many characters of a name a menu shows.
const longestSubject = 28

// stepSubject names what a step was done to: by its name, or by its kind where
// it has none.
func stepSubject(p edit.Patch) string {
	if n := several(p); n > 1 {
		return say.Count("subject.things", n)
	}
	subject := strings.Join(strings.Fields(p.Subject), " ")
	if subject == "" && len(p.Changes) > 0 {
		subject = unnamedText(p.Changes[0].Row())
	}
	if rs := []rune(subject); len(rs) > longestSubject {
		subject = string(rs[:longestSubject-1]) + "…"
	}
	return say.OrElse(subject, say.Text("kind.map"))
}

// counted calls a command that deletes several things by how many they are.
func counted(cmd edit.Command) edit.Command {
	if c, ok := cmd.(edit.RemoveRows); ok && c.Subject == "" && len(c.Rows) > 1 {
		c.Subject = say.Count("subject.things", len(c.Rows))
		return c
	}
	return cmd
}

// unnamedText is what a row without a name is called: a lane as on the map, by what it
// holds.
func unnamedText(r journey.Row) string {
	if l, ok := r.(journey.Lane); ok {
		return say.Word("lane", l.Type)
	}
	return kindText(r.Kind())
}

// kindText is what a kind of row is called.
func kindText(k journey.Kind) string {
	if key, ok := say.KindKeys[k]; ok {
		return say.Text(key)
	}
	return say.Text("kind.map")
}
