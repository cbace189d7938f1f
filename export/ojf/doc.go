// Package ojf reads and writes the OpenJourney Format (.ojf) of the Ptolemy
// journey mapper: stages, swimlanes and nodes as JSON.
//
// The format is that of OJF_SPEC.md in github.com/andywestley/ptolemy-journey-mapper,
// version 1.0, and the metadata and blueprints its later samples have. A node in a
// lane of pain points, opportunities or thoughts becomes one, any other a
// touchpoint; its score -5..+5 is the actual emotion -2..+2. What one format has
// and the other has not is listed as warnings. The package knows no file and no
// screen; what it reads counts as hostile.
package ojf

// document is a file of the format.
type document struct {
	Version     string     `json:"version"`
	Metadata    *metadata  `json:"metadata,omitempty"`
	Persona     string     `json:"persona,omitempty"`
	PointOfView string     `json:"pointOfView,omitempty"`
	Stages      []stage    `json:"stages"`
	Swimlanes   []swimlane `json:"swimlanes"`
	Nodes       []node     `json:"nodes"`
}

// metadata is how newer files say what is on the root of older ones.
type metadata struct {
	Title   string `json:"title,omitempty"`
	Persona string `json:"persona,omitempty"`
	POV     string `json:"pov,omitempty"`
	Version string `json:"version,omitempty"`
}

type stage struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type swimlane struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type node struct {
	ID          string     `json:"id"`
	Stage       string     `json:"stageId"`
	Swimlane    string     `json:"swimlaneId"`
	Title       string     `json:"title"`
	Description string     `json:"description"`
	Severity    string     `json:"severity,omitempty"`
	Score       *float64   `json:"score,omitempty"`
	Sentiment   string     `json:"sentiment,omitempty"`
	Purpose     string     `json:"purpose,omitempty"`
	Moment      bool       `json:"isMomentOfTruth,omitempty"`
	Icon        string     `json:"icon,omitempty"`
	Color       string     `json:"iconColor,omitempty"`
	Tags        []string   `json:"tags,omitempty"`
	Blueprint   *blueprint `json:"blueprint,omitempty"`
}

// blueprint is what happens behind a node.
type blueprint struct {
	Evidence  []behind `json:"evidence,omitempty"`
	Onstage   []behind `json:"onstage,omitempty"`
	Backstage []behind `json:"backstage,omitempty"`
	Support   []behind `json:"support,omitempty"`
}

type behind struct {
	Item        string `json:"item,omitempty"`
	Type        string `json:"type,omitempty"`
	Actor       string `json:"actor,omitempty"`
	Action      string `json:"action,omitempty"`
	System      string `json:"system,omitempty"`
	Description string `json:"description,omitempty"`
}

// The scale of a score, and the version that is written.
const (
	maxScore = 5
	version  = "1.0"
)
