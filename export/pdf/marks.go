package pdf

import (
	"strconv"

	"touchline.app/canvas/scene"
)

// marking is what marked content is open: PDF 32000-1, 8.11.3.2 and 14.6.
type marking struct {
	layer int // -1: none
	kind  markKind
}

type markKind uint8

const (
	unmarked markKind = iota
	artifact
	tagged
)

// enter goes to another layer; what is open there is closed.
func (p *painter) enter(layer int) {
	if p.marking.layer == layer {
		return
	}
	p.leave()
	if p.marking.layer >= 0 {
		p.operator("EMC")
	}
	if layer >= 0 {
		p.body = strconv.AppendInt(append(p.body, "/OC /L"...), int64(layer), 10)
		p.operator(" BDC")
	}
	p.marking.layer = layer
}

// leave closes the content that is open.
func (p *painter) leave() {
	if p.marking.kind != unmarked {
		p.operator("EMC")
		p.marking.kind = unmarked
	}
}

// artifact begins content that is not read: decoration, repetition, furniture.
func (p *painter) artifact(layer int) {
	p.enter(layer)
	if p.marking.kind != artifact {
		p.leave()
		p.operator("/Artifact BMC")
		p.marking.kind = artifact
	}
}

// tag begins content that is read and returns its number on the page.
func (p *painter) tag(layer int, tag string) int32 {
	p.enter(layer)
	p.leave()
	p.body = append(append(append(p.body, '/'), tag...), " <</MCID "...)
	p.body = strconv.AppendInt(p.body, int64(p.marked), 10)
	p.operator(">> BDC")
	p.marking.kind = tagged
	p.marked++
	return p.marked - 1
}

// speaks reports whether a node is read: it has texts, or words for what it shows.
func speaks(n *scene.Node) bool {
	switch n.Role {
	case scene.RolePage:
		return false
	case scene.RoleCurve, scene.RoleExpected, scene.RoleActual:
		return isFeeling(n)
	default:
	}
	if n.Alt != "" {
		return true
	}
	for i := range n.Ops() {
		if n.Ops()[i].Kind == scene.OpText {
			return true
		}
	}
	return false
}

// divide appends where, in the marks of a node, each of its pieces of content
// begins, the first at 0; nothing where it is not read.
func divide(cuts []int, n *scene.Node) []int {
	if !speaks(n) {
		return cuts
	}
	cuts = append(cuts, 0)
	switch n.Role {
	case scene.RoleTouchpoint:
		if last := len(n.Ops()) - 1; n.Alt != "" && last > 0 {
			cuts = append(cuts, last) // the star of a moment that matters
		}
	case scene.RoleHeader:
		size := -1.0
		for i := range n.Ops() {
			if o := &n.Ops()[i]; o.Kind == scene.OpText {
				if size >= 0 && o.Size != size {
					cuts = append(cuts, i)
				}
				size = o.Size
			}
		}
	case scene.RoleLegend:
		for i := 1; i < len(n.Ops()); i++ {
			if n.Ops()[i-1].Kind == scene.OpText {
				cuts = append(cuts, i)
			}
		}
	default:
	}
	return cuts
}

// piece returns the marks of a piece of a node.
func piece(n *scene.Node, cuts []int, i int) []scene.Op {
	to := len(n.Ops())
	if i+1 < len(cuts) {
		to = cuts[i+1]
	}
	return n.Ops()[cuts[i]:to]
}
