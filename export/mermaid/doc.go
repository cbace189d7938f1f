// Package mermaid reads and writes Mermaid's journey diagrams.
//
// Read takes what Mermaid's own parser takes and understands it the same way,
// oddities included: title, sections, tasks, scores and people come out as
// Mermaid would draw them. What Mermaid refuses is read line by line, as a
// person would, with a [Warning] that names each line that needed it.
//
//	m, warnings, err := mermaid.Read("day.mmd", data)
//
// A section becomes a stage, a task a touchpoint, people become personas, and
// the score 1..5 the actual emotion -2..+2. The same bytes give the same map,
// ids included.
//
// The grammar is that of Mermaid 11.17 (packages/mermaid/src: preprocess.ts,
// diagram-api/frontmatter.ts, utils.ts, diagrams/user-journey). The package
// knows no scene, no file and no window.
package mermaid

import "touchline.app/export"

// Warning says what was read otherwise than written, or could not be written.
type Warning = export.Warning

// Diagram is a journey as Mermaid holds it: names are not trimmed and scores
// are not brought into range.
type Diagram struct {
	Title       string
	Description string   // accDescr, a text for people who do not see the diagram
	Sections    []string // in the order of the file, repeated and empty ones too
	Tasks       []Task
}

// Task is one line of a diagram.
type Task struct {
	Section int // index into Diagram.Sections, -1 before the first
	Name    string
	Score   float64  // NaN where it is no number
	People  []string // blank and repeated ones too
	Line    int      // of the file, from 1
}
