package scene_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchline.app/canvas/scene"
	"touchline.app/journey/sample"
)

var update = flag.Bool("update", false, "accept the scenes as they are now; look at the difference before you commit it")

// TestSamplesAreLaidOutAsBefore compares the structure of the sample maps, node
// by node and line by line, with the one accepted last.
func TestSamplesAreLaidOutAsBefore(t *testing.T) {
	for _, name := range sample.Names {
		t.Run(name, func(t *testing.T) {
			got := dump(build(named(t, name)))
			file := filepath.Join("testdata", name+".txt")
			if *update {
				if err := os.MkdirAll("testdata", 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if line, a, b := firstDifference(string(want), got); line > 0 {
				t.Errorf("%s:%d was\n\t%s\nand is\n\t%s\nrun the test with -update to accept all of it", file, line, a, b)
			}
		})
	}
}

// dump lists what a scene is made of, in tenths of a point.
func dump(s *scene.Scene) string {
	var b strings.Builder
	fmt.Fprintf(&b, "size %.1f x %.1f\n", s.Size.X, s.Size.Y)
	for i := range s.Nodes {
		n := &s.Nodes[i]
		marks := [4]int{}
		fmt.Fprintf(&b, "role %d %s %s\n", n.Role, n.Ref.Kind, box(n.Bounds))
		for k := range n.Ops() {
			o := &n.Ops()[k]
			marks[o.Kind]++
			if o.Kind == scene.OpText {
				fmt.Fprintf(&b, "\t%.1f %.1f  %.1f pt  %s\n", o.At.X, o.At.Y, o.Size, strings.TrimSpace(o.Line.Text))
			}
		}
		fmt.Fprintf(&b, "\trects %d, fills %d, strokes %d\n", marks[scene.OpRect], marks[scene.OpFill], marks[scene.OpStroke])
	}
	return b.String()
}

func box(r scene.Rect) string { return fmt.Sprintf("%.1f %.1f %.1f %.1f", r.X, r.Y, r.W, r.H) }

func firstDifference(want, got string) (line int, a, b string) {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		a, b = "(end)", "(end)"
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			return i + 1, a, b
		}
	}
	return 0, "", ""
}
