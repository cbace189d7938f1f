package coverage

import (
	_ "embed"
	"fmt"
	"strings"

	"touchline.app/journey/search"
)

// words is what a finding says and how to mend it.
type words struct{ text, mend string }

// english has one entry for each check; %s is the label of the row.
var english = map[Check]words{
	NoPhases:      {"No stage says whether it lies before, during or after the purchase.", "Give the stages their phases."},
	NothingAfter:  {"The map ends with the purchase: no touchpoint lies after it.", "Add what she meets afterwards: use, help, return, renewal, recommending."},
	DigitalOnly:   {"Every channel that is used is digital.", "Add what happens by phone, by post, in a shop or between people, or say why there is nothing."},
	EmptyStage:    {"The stage %s has no touchpoint.", "Add what she meets there, or delete the stage."},
	Department:    {"The stage %s is named as a department.", "Name it by what the customer does there."},
	UnusedChannel: {"No touchpoint runs through the channel %s.", "Give it to a touchpoint, or delete it."},
	NoReason:      {"The touchpoint %s is a moment that matters, and nobody says why.", "Write the reason."},
	NoExpectation: {"Nobody says what she expects of the touchpoint %s.", "Set the expected emotion, or write the expectation."},
	NoOwner:       {"Nobody is answerable for the touchpoint %s.", "Name its owner."},
	NoEvidence:    {"The actual emotion of the touchpoint %s is assumed.", "Import answers of customers, or note the scores of a workshop."},
}

// Text says the finding in one English sentence.
func (f Finding) Text() string {
	text := english[f.Check].text
	if !strings.Contains(text, "%s") {
		return text
	}
	label := strings.Join(strings.Fields(f.Label), " ")
	if label == "" {
		return fmt.Sprintf(text, "without a name")
	}
	return fmt.Sprintf(text, `"`+label+`"`)
}

// Mend says in one English sentence what to do about it.
func (f Finding) Mend() string { return english[f.Check].mend }

// departments.txt lists names of departments, one in a line, in the languages of
// the program.
//
//go:embed departments.txt
var departmentList string

var departments = func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(departmentList) {
		if name := fold(line); name != "" && !strings.HasPrefix(name, "#") {
			out[name] = true
		}
	}
	return out
}()

// fold writes a name so that spellings of the same word are equal.
func fold(s string) string { return strings.TrimSpace(search.Fold(strings.TrimSpace(s))) }

// isDepartment reports whether a stage is called as a department is, also with
// the word for one: "Sales team", "Abteilung Vertrieb".
func isDepartment(name string) bool {
	name = fold(name)
	if departments[name] {
		return true
	}
	for _, around := range []string{"team", "department", "dept.", "dept", "abteilung", "equipo de", "departamento de", "service", "equipe", "قسم", "部", "部門"} {
		around = fold(around)
		for _, rest := range []string{strings.TrimPrefix(name, around), strings.TrimSuffix(name, around)} {
			if rest != name && departments[strings.TrimSpace(rest)] {
				return true
			}
		}
	}
	return false
}
