package svg

import (
	"strconv"
	"strings"

	"touchline.app/canvas/scene"
	"touchline.app/journey"
)

// layer is what stands together in a group: the nodes of one lane, or those of
// none that are drawn one after the other.
type layer struct {
	lane   journey.ID
	nodes  []*scene.Node
	bounds scene.Rect
}

// reach is how many layers back a node looks for that of its lane.
const reach = 64

// sortOut puts the nodes into layers, in drawing order. A node joins the layer of
// its lane only where nothing drawn in between lies under it; what belongs to no
// lane keeps its place, so that the file is read from the title to the legend.
func sortOut(s *scene.Scene) []*layer {
	var out []*layer
	for i := range s.Nodes {
		n := &s.Nodes[i]
		var to *layer
		for k := len(out) - 1; k >= max(0, len(out)-reach); k-- {
			if out[k].lane == n.Lane {
				to = out[k]
				break
			}
			if n.Lane == "" || out[k].bounds.Overlaps(n.Bounds) {
				break
			}
		}
		if to == nil {
			to = &layer{lane: n.Lane}
			out = append(out, to)
		}
		to.nodes = append(to.nodes, n)
		to.bounds = to.bounds.Union(n.Bounds)
	}
	return out
}

// step is how many nodes are written between two words of progress.
const step = 512

// layers writes the nodes, a group for each lane. The error is that of the context.
func (d *drawing) layers(s *scene.Scene, o Options) error {
	names, done := map[journey.ID]string{"": o.Title}, 0
	for _, b := range s.Bands {
		names[b.Lane] = b.Name
		if strings.TrimSpace(b.Name) == "" {
			names[b.Lane] = string(b.Type)
		}
	}
	for i, l := range sortOut(s) {
		d.raw(`<g id="layer-` + strconv.Itoa(i+1) + `" inkscape:groupmode="layer"`)
		if name := escape(names[l.lane]); name != "" {
			d.raw(` inkscape:label="` + name + `"`)
			if l.lane != "" {
				d.raw(` role="group" aria-label="` + name + `"`)
			}
		}
		d.raw(">\n")
		for _, n := range l.nodes {
			if o.Context != nil && done%step == 0 && o.Context.Err() != nil {
				return o.Context.Err()
			}
			d.node(n)
			if done++; o.Progress != nil && (done%step == 0 || done == len(s.Nodes)) {
				o.Progress(done, len(s.Nodes))
			}
		}
		d.raw("</g>\n")
	}
	return nil
}

// classes name the roles of nodes, for who styles the file.
var classes = map[scene.Role]string{
	scene.RolePage: "page", scene.RoleHeader: "header", scene.RolePersona: "persona", scene.RoleStage: "stage",
	scene.RoleLane: "lane", scene.RoleCell: "cell", scene.RoleTouchpoint: "touchpoint", scene.RoleCurve: "curve",
	scene.RoleExpected: "expected", scene.RoleActual: "actual", scene.RoleGap: "gap", scene.RoleEvidence: "evidence",
	scene.RolePainPoint: "pain-point", scene.RoleOpportunity: "opportunity", scene.RoleMetric: "metric",
	scene.RoleLegend: "legend", scene.RoleFooter: "footer", scene.RoleHeading: "heading",
	scene.RoleTableHead: "table-head", scene.RoleTableCell: "table-cell", scene.RoleParagraph: "paragraph",
}

// node writes one node with the words for it.
func (d *drawing) node(n *scene.Node) {
	if n.Role == scene.RolePage && d.paper != nil {
		return
	}
	d.raw(`<g class="` + classes[n.Role] + `"`)
	if n.Alt != "" && !hasText(n) {
		d.raw(` role="img"`)
	}
	d.raw(">\n")
	switch words := label(n); {
	case n.Ref.Kind == journey.KindHead:
	case words == "":
		d.element("title", n.Alt)
	default:
		d.element("title", words)
		d.element("desc", n.Alt)
	}
	for i := range n.Ops() {
		o := &n.Ops()[i]
		if d.paper != nil && n.Role == scene.RoleLane && o.Kind == scene.OpRect && o.Color == *d.paper {
			continue // a lane of the colour of the paper
		}
		d.op(o)
	}
	d.raw("</g>\n")
}

func hasText(n *scene.Node) bool {
	for i := range n.Ops() {
		if n.Ops()[i].Kind == scene.OpText {
			return true
		}
	}
	return false
}

// maxLabel is the length in characters a label may have.
const maxLabel = 300

// label returns the texts of a node in one line: shown when the pointer rests.
func label(n *scene.Node) string {
	var words []string
	for i := range n.Ops() {
		if o := &n.Ops()[i]; o.Kind == scene.OpText && o.Line != nil {
			words = append(words, strings.TrimSpace(o.Line.Text))
		}
	}
	rs := []rune(strings.Join(words, " "))
	if len(rs) > maxLabel {
		rs = append(rs[:maxLabel-1], '…')
	}
	return string(rs)
}
