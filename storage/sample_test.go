package storage

import (
	"math/rand/v2"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/journey/sample"
)

// What a person starts from is stored as it is, and so is what she deletes of it.
func TestSampleMaps(t *testing.T) {
	for _, name := range sample.Names {
		t.Run(name, func(t *testing.T) {
			m, err := sample.Named(name, journey.NewIDs(rand.NewChaCha8([32]byte{})))
			if err != nil {
				t.Fatal(err)
			}
			f := created(t, m)
			for _, k := range journey.Kinds {
				for r := range m.Clone().Rows() {
					if r.Kind() != k || k == journey.KindHead {
						continue
					}
					p, err := edit.Remove{Kind: k, ID: r.RowID()}.Plan(m)
					if err != nil {
						t.Fatal(err)
					}
					p.Apply(m)
					if err := f.Commit(ctx, p); err != nil {
						t.Fatal(err)
					}
					break
				}
				got, err := f.Reload(ctx)
				if err != nil {
					t.Fatal(err)
				}
				sameMap(t, got, m)
				if journey.Digest(got) != journey.Digest(m) {
					t.Error("the digest differs")
				}
			}
		})
	}
}
