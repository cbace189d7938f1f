package storage

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"touchline.app/journey"
)

// parted returns a file with a step and a copy of it, both open.
func parted(t *testing.T) (ours, theirs *File) {
	t.Helper()
	ours = created(t, full(t))
	must(t, noted(ours, "first"))
	path := filepath.Join(t.TempDir(), "copy.journey")
	must(t, ours.SaveAs(path))
	theirs, _, err := Open(path)
	must(t, err)
	t.Cleanup(func() { must(t, theirs.Close()) })
	return ours, theirs
}

func TestVersionsTravelWithAMerge(t *testing.T) {
	type step func(t *testing.T, ours, theirs *File)
	tests := map[string]struct {
		before step
		named  []string // here, after the merge
		left   []string
	}{
		"of the common past": {func(t *testing.T, _, theirs *File) {
			must(t, second(theirs.NameVersion(ctx, "past")))
			must(t, noted(theirs, "more"))
		}, []string{"past"}, nil},
		"of steps this copy takes over": {func(t *testing.T, _, theirs *File) {
			must(t, noted(theirs, "a"))
			must(t, second(theirs.NameVersion(ctx, "between")))
			must(t, noted(theirs, "b"))
			must(t, second(theirs.NameVersion(ctx, "end")))
		}, []string{"between", "end"}, nil},
		"of a state this copy was never in": {func(t *testing.T, ours, theirs *File) {
			must(t, noted(ours, "ours"))
			must(t, noted(theirs, "theirs"))
			must(t, second(theirs.NameVersion(ctx, "theirs alone")))
		}, nil, []string{"theirs alone"}},
		"of a name that is taken": {func(t *testing.T, ours, theirs *File) {
			must(t, second(ours.NameVersion(ctx, "draft")))
			must(t, noted(theirs, "theirs"))
			must(t, second(theirs.NameVersion(ctx, "draft")))
		}, []string{"draft"}, []string{"draft"}},
		"of a name both have for the same": {func(t *testing.T, ours, theirs *File) {
			must(t, second(ours.NameVersion(ctx, "draft")))
			must(t, second(theirs.NameVersion(ctx, "draft")))
		}, []string{"draft"}, nil},
		"of a log that was folded": {func(t *testing.T, _, theirs *File) {
			must(t, noted(theirs, "a"))
			must(t, second(theirs.NameVersion(ctx, "old")))
			must(t, noted(theirs, "b"))
			must(t, second(theirs.Compact(ctx, time.Now().Add(time.Hour))))
		}, nil, []string{"old"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			ours, theirs := parted(t)
			tt.before(t, ours, theirs)
			want := map[string]*journey.Map{}
			all, err := theirs.Versions(ctx)
			must(t, err)
			for _, v := range all {
				if m, err := theirs.At(ctx, v.Position); err == nil {
					want[v.Name] = m
				}
			}
			merged, err := ours.Merge(ctx, theirs.Path())
			must(t, err)
			if !slices.Equal(merged.Left, tt.left) {
				t.Errorf("left are %q", merged.Left)
			}
			versions, err := ours.Versions(ctx)
			must(t, err)
			var names []string
			for _, v := range versions {
				names = append(names, v.Name)
				if slices.Contains(tt.left, v.Name) {
					continue
				}
				m, err := ours.At(ctx, v.Position)
				must(t, err)
				sameMap(t, m, want[v.Name])
			}
			if !slices.Equal(names, tt.named) {
				t.Errorf("versions are %q", names)
			}
			if found, err := Check(ours.Path()); err != nil || !found.Sound() {
				t.Errorf("%+v, %v", found, err)
			}
			if again, err := ours.Merge(ctx, theirs.Path()); err != nil || again.Patches != 0 {
				t.Errorf("again: %+v, %v", again, err)
			}
		})
	}
}
